/** Every route × who asks, from where, by which name: nothing changes that should not, nothing shows that should not. */
import { describe, expect, test } from 'vitest';
import { api, base, bearer, codes, desk, feeds, ops, reading } from '../../test/pages/ask.ts';
import { cookie, token } from '../../test/pages/desk.ts';
import { people } from '../../test/pages/people.ts';
import { views } from '../../test/pages/picture.ts';

const confirm = `/api/v1/alerts/${views.blast.id}/confirm`;
const writing: readonly (readonly [string, string])[] = [
  ['/api/v1/reports?source=cap-file', '<alert/>'],
  [confirm, ''],
  ['/api/v1/receipts?channel=mail', 'bounce'],
];

describe('the host', () => {
  test.each([...reading, ...api, ...ops, ...feeds])('%s answers to its own names only', async (path) => {
    const { ask } = desk();
    expect((await ask(path)).status).toBe(200);
    for (const host of ['127.0.0.1:8080', '[::1]:8080', 'LOCALHOST:8080'])
      expect((await ask(path, { headers: { host } })).status).toBe(200);
    for (const host of [
      'evil.example',
      'evil.example:8080',
      'localhost',
      'localhost:8081',
      '127.0.0.1:8080.evil.example',
      '',
    ])
      expect((await ask(path, { headers: { host } })).status, host).toBe(421);
  });

  test.each(writing)('%s does nothing under another name, token or not', async (path, body) => {
    const { ask, deps } = desk();
    const answer = await ask(path, { method: 'POST', body, headers: { ...bearer, host: 'evil.example' } });
    expect([answer.status, await codes(answer)]).toEqual([421, ['request.host']]);
    expect(deps.done).toEqual([]);
  });
});

describe('the origin', () => {
  const strangers = [
    'http://evil.example',
    'null',
    'http://localhost:8081',
    'http://127.0.0.1:8080',
    'http://localhost:8080.evil.example',
    'file://',
    '',
  ];
  const all: readonly (readonly [string, string])[] = [
    ...writing,
    [`/alerts/${views.blast.id}/confirm`, ''],
    ['/sign-in', `token=${token}`],
    ['/sign-out', ''],
  ];

  test.each(all)('%s refuses strangers, whatever they hold', async (path, body) => {
    const { ask, deps } = desk();
    for (const holding of [{}, bearer, { cookie: `tocsin-session=${cookie}` }]) {
      for (const origin of strangers)
        expect((await ask(path, { method: 'POST', body, headers: { ...holding, origin } })).status, origin).toBe(403);
      for (const site of ['cross-site', 'same-site'])
        expect(
          (await ask(path, { method: 'POST', body, headers: { ...holding, origin: base, 'sec-fetch-site': site } }))
            .status,
        ).toBe(403);
    }
    expect(deps.done).toEqual([]);
  });

  test.each(all)('%s with a cookie and no origin is refused: no browser sends that', async (path, body) => {
    const { ask, deps } = desk();
    expect((await ask(path, { method: 'POST', body, headers: { cookie: `tocsin-session=${cookie}` } })).status).toBe(
      403,
    );
    expect(deps.done).toEqual([]);
  });
});

describe('who asks', () => {
  test.each(writing)('%s takes a token', async (path, body) => {
    const { ask, deps } = desk();
    for (const headers of [
      {},
      { authorization: 'Bearer tocsin_wrong' },
      { authorization: 'Basic YTpi' },
      { authorization: token },
    ]) {
      const answer = await ask(path, { method: 'POST', body, headers: headers as Record<string, string> });
      expect([answer.status, await codes(answer)]).toEqual([401, ['request.token']]);
      expect(answer.headers.get('www-authenticate') ?? 'Bearer').toContain('Bearer');
    }
    expect(deps.done).toEqual([]);
    const answer = await ask(path, { method: 'POST', body, headers: bearer });
    expect([200, 201]).toContain(answer.status);
    expect(deps.done).toHaveLength(1);
  });

  test.each([...reading, ...api, ...feeds])('%s refuses a wrong token rather than showing less', async (path) => {
    const { ask } = desk();
    expect((await ask(path, { headers: { authorization: 'Bearer tocsin_wrong' } })).status).toBe(401);
    expect((await ask(path, { headers: bearer })).status).toBe(200);
    expect((await ask(path, { headers: { cookie: 'tocsin-session=stale' } })).status).toBe(200);
  });

  test('a session writes like a token, on the desk’s own pages', async () => {
    const { ask, deps } = desk();
    const headers = { cookie: `tocsin-session=${cookie}`, origin: base };
    const answer = await ask(`/alerts/${views.blast.id}/confirm`, { method: 'POST', headers });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/alerts/${views.blast.id}`]);
    expect(deps.done).toEqual([`confirm ${views.blast.id} asha`]);
    expect((await ask(`/alerts/${views.blast.id}/confirm`, { method: 'POST', headers: { origin: base } })).status).toBe(
      401,
    );
  });

  test('signing in sets a cookie that scripts and other sites never get', async () => {
    const { ask } = desk();
    const form = { origin: base, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask('/sign-in', { method: 'POST', headers: form, body: `token=${token}&next=/people` });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/people']);
    expect(answer.headers.get('set-cookie')).toBe(
      'tocsin-session=fresh; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict',
    );
    expect((await ask('/sign-in', { method: 'POST', headers: form, body: 'token=tocsin_wrong' })).status).toBe(401);
    expect((await ask('/sign-in', { method: 'POST', headers: form, body: 'x'.repeat(20_000) })).status).toBe(413);
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '/alerts/../x']) {
      const elsewhere = await ask('/sign-in', {
        method: 'POST',
        headers: form,
        body: new URLSearchParams({ token, next }).toString(),
      });
      expect(elsewhere.headers.get('location'), next).toBe('/');
    }
  });
});

describe('whereabouts', () => {
  const secrets = people.flatMap(({ person }) => [
    person.name,
    person.ref,
    ...person.channels.map((one) => one.address),
    ...(person.stay.at ? [`${person.stay.at.lat}`] : []),
    'Canaryville',
    '70.4321',
  ]);
  // Coordinates of one digit after the point stand on every map; only the exact ones give somebody away.
  const telling = secrets.filter((text) => !/^\d+\.?\d?$/.test(text) && text !== '34.61');

  test.each([...reading, ...api, ...feeds])('%s says nothing of who and where to a stranger', async (path) => {
    const text = await (await desk().ask(path)).text();
    expect(telling.filter((secret) => text.includes(secret))).toEqual([]);
  });

  test('an operator sees them on the watch list, and by their ref on notices', async () => {
    const { ask } = desk();
    const list = (await (await ask('/api/v1/people', { headers: bearer })).json()) as {
      people: { known: { name: string; lat: number } | null }[];
      erased: number;
    };
    expect(list.people[0]?.known).toMatchObject({ name: 'Canary Person1', lat: 34.5123 });
    expect(list.erased).toBe(1);
    const told = (await (await ask('/api/v1/notices', { headers: bearer })).json()) as {
      seq: number;
      notices: { person: string; receipts: { words: string | null }[] }[];
    };
    expect(told.seq).toBe(212);
    expect(told.notices[0]?.person).toBe('sample-3');
    expect(told.notices[2]?.receipts[0]?.words).toBe('250 2.0.0 queued');
    const page = await (await ask('/people', { headers: bearer })).text();
    expect(page).toContain('canary1@staff.example');
    expect(await (await ask(`/alerts/${views.flood.id}`, { headers: bearer })).text()).not.toContain('Canary Person');
  });
});
