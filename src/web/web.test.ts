/** Every route × who asks, from where, by which name: nothing changes that should not, nothing shows that should not. */
import { describe, expect, test } from 'vitest';
import { cookie, type FakeDesk, fakeDesk, token } from '../../test/pages/desk.ts';
import { people, views } from '../../test/pages/picture.ts';
import { maxReportBytes } from './body.ts';
import type { WebDeps } from './deps.ts';
import { createWeb } from './web.ts';

const base = 'http://localhost:8080';
const own = { host: 'localhost:8080' };
const bearer = { authorization: `Bearer ${token}` };

interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream;
}

const desk = (more: Partial<WebDeps> = {}) => {
  const deps: FakeDesk = fakeDesk(more);
  const web = createWeb(deps);
  const ask = (path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Response> =>
    web.fetch(
      new Request(base + path, {
        method,
        headers: { ...own, ...headers },
        ...(body === undefined ? {} : { body, duplex: 'half' }),
      } as RequestInit),
    );
  return { deps, ask };
};

const codes = async (answer: Response): Promise<string[]> =>
  ((await answer.json()) as { findings: { code: string }[] }).findings.map((finding) => finding.code);

const reading = [
  '/',
  `/alerts/${views.flood.id}`,
  `/reports/${views.flood.report}`,
  `/reports/${views.flood.report}/raw`,
  '/people',
  '/notices',
  '/sign-in',
];
const api = ['/api/v1/alerts', `/api/v1/alerts/${views.flood.id}`, '/api/v1/people', '/api/v1/notices'];
const ops = ['/healthz', '/readyz', '/metrics', '/openapi.json'];
const confirm = `/api/v1/alerts/${views.blast.id}/confirm`;
const writing: readonly (readonly [string, string])[] = [
  ['/api/v1/reports?source=cap-file', '<alert/>'],
  [confirm, ''],
  ['/api/v1/receipts?channel=mail', 'bounce'],
];

describe('the host', () => {
  test.each([...reading, ...api, ...ops])('%s answers to its own names only', async (path) => {
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

  test.each([...reading, ...api])('%s refuses a wrong token rather than showing less', async (path) => {
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

  test.each([...reading, ...api])('%s says nothing of who and where to a stranger', async (path) => {
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

describe('handing in a report', () => {
  const post = (body: Ask['body'], headers: Record<string, string> = {}) => ({
    method: 'POST',
    headers: { ...bearer, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const path = '/api/v1/reports?source=cap-file';

  test('says what was read, under its own status', async () => {
    const { ask } = desk();
    const answer = await ask(path, post('<alert/>'));
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      report: { source: 'cap-file' },
      alerts: [
        {
          identifier: 'SAMPLE-SEC-77',
          sender: 'desk@embassy-sample.example',
          sent: '2026-07-28T09:20:00Z',
          status: 'Actual',
          trust: 'unverified',
          state: 'in-force',
        },
      ],
      findings: [],
    });
    expect((await ask(path, post('again'))).status).toBe(200);
    const unread = await ask(path, post('<!DOCTYPE x>'));
    expect(unread.status).toBe(422);
    expect(await unread.json()).toMatchObject({ alerts: [], findings: [{ code: 'cap.doctype' }] });
  });

  test.each(['application/json', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'nonsense'])(
    'takes bytes of any type: %s',
    async (type) => {
      const { ask, deps } = desk();
      expect((await ask(path, post('not json', { 'content-type': type }))).status).toBe(201);
      expect(deps.done).toEqual(['receive cap-file 8 asha']);
    },
  );

  test('refuses what is empty, too large or of no source, before keeping it', async () => {
    const { ask, deps } = desk();
    const cases: readonly (readonly [string, Ask['body'], number, string])[] = [
      [path, '', 400, 'report.empty'],
      [path, undefined, 400, 'report.empty'],
      ['/api/v1/reports?source=rumour', 'x', 400, 'report.source'],
      ['/api/v1/reports', 'x', 400, 'request.invalid'],
      [path, new Uint8Array(maxReportBytes + 1), 413, 'report.too-large'],
      ['/api/v1/receipts?channel=pigeon', 'x', 400, 'receipt.channel'],
    ];
    for (const [where, body, status, code] of cases) {
      const answer = await ask(where, post(body));
      expect([answer.status, await codes(answer)], where).toEqual([status, [code]]);
    }
    const stated = await ask(path, post('x', { 'content-length': String(maxReportBytes + 1) }));
    expect(stated.status).toBe(413);
    expect(deps.done).toEqual([]);
    expect((await ask(path, post(new Uint8Array(maxReportBytes)))).status).toBe(422);
  });
});

describe('answers', () => {
  test.each(['/api/v1/alerts', '/api/v1/people', '/api/v1/notices', '/', '/people'])(
    '%s is asked as of a moment, or told what is wrong with it',
    async (path) => {
      const { ask } = desk();
      for (const query of ['valid=yesterday', 'recorded=2026-07-28T10:00:00', 'seq=-1', 'seq=1e3'])
        expect((await ask(`${path}?${query}`)).status, query).toBe(400);
      const past = await (await ask(`${path}?seq=7&valid=2026-07-27T00:00:00Z`)).text();
      expect(past).toContain(path.startsWith('/api') ? '"seq":7' : 'You are looking at the past');
    },
  );

  test('limits are numbers in range', async () => {
    const { ask } = desk();
    for (const limit of ['0', '1001', 'x']) expect((await ask(`/api/v1/notices?limit=${limit}`)).status).toBe(400);
    const first = (await (await ask('/api/v1/notices?limit=1')).json()) as { notices: { id: string }[] };
    const next = (await (await ask(`/api/v1/notices?limit=1&before=${first.notices[0]?.id}`)).json()) as {
      notices: { id: string }[];
    };
    expect(next.notices[0]?.id).not.toBe(first.notices[0]?.id);
  });

  test('what is not there is 404: a page for people, findings for programs', async () => {
    const { ask } = desk();
    for (const path of ['/alerts/a-0', '/reports/r-0', '/reports/r-0/raw', '/nowhere', '/assets/none.css']) {
      const answer = await ask(path);
      expect([answer.status, answer.headers.get('content-type')], path).toEqual([404, 'text/html; charset=UTF-8']);
    }
    expect(await codes(await ask('/api/v1/alerts/a-0'))).toEqual(['alert.unknown']);
    expect(await codes(await ask('/api/v1/alerts/a-0/confirm', { method: 'POST', headers: bearer }))).toEqual([
      'alert.unknown',
    ]);
    expect(await codes(await ask('/api/v2/alerts'))).toEqual(['request.not-found']);
  });

  test('a bug is a 500 that is recorded and shows nothing of itself', async () => {
    const alerts = async () => {
      throw new Error('secret canary');
    };
    const { ask, deps } = desk({ alerts });
    for (const path of ['/', '/api/v1/alerts']) {
      const answer = await ask(path);
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain('canary');
    }
    expect(deps.done).toEqual(['fault Error: secret canary', 'fault Error: secret canary']);
  });

  test('every answer carries the headers that keep a browser honest, and no page is kept', async () => {
    const { ask } = desk();
    for (const path of [...reading, ...api, ...ops, '/nowhere']) {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
    }
    const raw = await ask(`/reports/${views.flood.report}/raw`);
    expect(raw.headers.get('content-type')).toBe('application/octet-stream');
    expect(raw.headers.get('content-disposition')).toMatch(/^attachment; /);
  });

  test('readiness names each dependency', async () => {
    const ready = async () => [
      { name: 'store', ok: true, why: '' },
      { name: 'relay', ok: false, why: 'refused' },
    ];
    const answer = await desk({ ready }).ask('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ ready: false, checks: await ready() });
  });

  test('the OpenAPI document tells of every API route, its token and its refusals', async () => {
    const document = (await (await desk().ask('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: Record<string, unknown>; security?: unknown }>>;
      components: { securitySchemes: Record<string, unknown>; schemas: Record<string, unknown> };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/v1/alerts',
      '/api/v1/alerts/{id}',
      '/api/v1/alerts/{id}/confirm',
      '/api/v1/notices',
      '/api/v1/people',
      '/api/v1/receipts',
      '/api/v1/reports',
    ]);
    expect(Object.keys(document.paths['/api/v1/reports']?.['post']?.responses ?? {})).toEqual([
      '200',
      '201',
      '400',
      '401',
      '403',
      '413',
      '422',
    ]);
    expect(document.paths['/api/v1/reports']?.['post']?.security).toEqual([{ operator: [] }]);
    expect(document.components.securitySchemes).toHaveProperty('operator');
    expect(document.components.schemas).toHaveProperty('Finding');
  });
});
