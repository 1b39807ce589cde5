/** What each route answers, and what it says when it can't. */
import { describe, expect, test } from 'vitest';
import { type Ask, api, bearer, codes, contradictory, desk, ops, reading } from '../../test/pages/ask.ts';
import { wakes } from '../../test/pages/people.ts';
import { views } from '../../test/pages/picture.ts';
import { maxReportBytes } from './body.ts';

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

  test('keeps the address of the page, and says what is none', async () => {
    const urls: (string | null)[] = [];
    const { ask, deps } = desk();
    const { receive } = deps;
    const kept = desk({
      receive: async (input) => {
        urls.push(input.url);
        return receive(input);
      },
    });
    const page = 'HTTPS://flood.example:8443/a?b=c&d=%C3%A9#e';
    expect((await kept.ask(`${path}&url=${encodeURIComponent(page)}`, post('x'))).status).toBe(201);
    expect(urls).toEqual([page]);
    const refused = await (await ask(`${path}&url=file:///x`, post('x'))).json();
    expect(refused).toMatchObject({
      findings: [{ where: { path: 'url' }, message: expect.stringContaining('https://') }],
    });
  });

  test('refuses what is empty, too large or of no source, before keeping it', async () => {
    const { ask, deps } = desk();
    const cases: readonly (readonly [string, Ask['body'], number, string])[] = [
      [path, '', 400, 'report.empty'],
      [path, undefined, 400, 'report.empty'],
      ['/api/v1/reports?source=rumour', 'x', 400, 'report.source'],
      ['/api/v1/reports', 'x', 400, 'request.invalid'],
      ...[
        ...[
          'javascript:alert(1)',
          'file:///etc/passwd',
          'ftp://flood.example/x',
          'flood.example',
          '//flood.example',
          '',
        ],
        ...['https://', 'https:///x', 'https://ana:secret@flood.example/', 'https://ana@flood.example/', 'http://a b/'],
        ...[
          'https://flood.example/\n',
          ' https://flood.example/',
          'https://flood.example/\u202e',
          `http://a/${'x'.repeat(2000)}`,
        ],
      ].map((url) => [`${path}&url=${encodeURIComponent(url)}`, 'x', 400, 'request.invalid'] as const),
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

describe('a NUL in the address', () => {
  test.each([
    '/alerts/%00',
    '/alerts/a-1%00',
    '/reports/%00/raw',
    '/notices?alert=%00',
    '/notices?before=%00',
    '/?at=%00',
    '/%00',
    '/api/v1/alerts/%00',
    '/api/v1/notices?alert=%00',
    '/api/v1/notices?before=%00',
    '/api/v1/people?seq=%00',
  ])('%s is refused before anything is asked', async (path) => {
    const never = async () => {
      throw new Error('asked');
    };
    const { ask, deps } = desk({ alert: never, notices: never, report: never, sessionOf: never, operatorOf: never });
    const answer = await ask(path, { headers: bearer });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    if (path.startsWith('/api/')) expect(await codes(answer)).toEqual(['request.invalid']);
    else expect(await answer.text()).toContain('The address holds a NUL character');
    expect(deps.done).toEqual([]);
  });

  test.each(['/api/v1/reports?source=cap-file&url=%00', '/api/v1/reports?source=%00', '/api/v1/receipts?channel=%00'])(
    'POST %s keeps nothing',
    async (path) => {
      const { ask, deps } = desk();
      const answer = await ask(path, { method: 'POST', headers: bearer, body: '<alert/>' });
      expect([answer.status, await codes(answer)]).toEqual([400, ['request.invalid']]);
      expect(deps.done).toEqual([]);
    },
  );

  test('a percent sign that is itself written out is none', async () => {
    expect((await desk().ask('/alerts/a%2500')).status).toBe(404);
  });
});

describe('answers', () => {
  test.each(['/api/v1/alerts', '/api/v1/people', '/api/v1/notices', '/', '/people'])(
    '%s is asked as of a moment, or told what is wrong with it',
    async (path) => {
      const { ask } = desk();
      for (const query of ['valid=yesterday', 'recorded=2026-07-28T10:00:00', 'seq=-1', 'seq=1e3', ...contradictory])
        expect((await ask(`${path}?${query}`)).status, query).toBe(400);
      const past = await (await ask(`${path}?seq=7&valid=2026-07-27T00:00:00Z`)).text();
      expect(past).toContain(path.startsWith('/api') ? '"seq":7' : 'You are looking at the past');
    },
  );

  test('a page says in a sentence why it can’t show that moment', async () => {
    const said = async (query: string) => (await desk().ask(`/?${query}`)).text();
    expect(await said('seq=213')).toContain('There is no commit 213 yet; the newest is 212.');
    expect(await said('seq=7&recorded=2026-07-28T10:00:00Z')).toContain(
      '“seq” and “recorded” ask for two moments at once; leave one out.',
    );
    expect((await desk().ask('/?seq=212&recorded=&valid=')).status).toBe(200);
  });

  test('limits are numbers in range', async () => {
    const { ask } = desk();
    for (const limit of ['0', '1001', 'x']) expect((await ask(`/api/v1/notices?limit=${limit}`)).status).toBe(400);
    const first = (await (await ask('/api/v1/notices?limit=1')).json()) as { notices: { id: string }[] };
    const next = (await (await ask(`/api/v1/notices?limit=1&before=${first.notices[0]?.id}`)).json()) as {
      notices: { id: string }[];
    };
    expect(next.notices[0]?.id).not.toBe(first.notices[0]?.id);
  });

  test('every notice to the desk is reached page by page, and the picture leads to them', async () => {
    const [one] = wakes;
    if (!one) throw new Error('there are some');
    const many = Array.from({ length: 150 }, (_, n) => ({ ...one, id: `n-${n}`, sentence: `Look at number ${n}.` }));
    const { ask } = desk({
      wakes: async (limit, _, before) => {
        const from = before === undefined ? 0 : many.findIndex(({ id }) => id === before) + 1;
        return many.slice(from, from + limit);
      },
    });
    const html = async (path: string) => (await ask(path)).text();
    expect(await html('/')).toMatch(/href="\/notices\/desk">150 notices/);
    const first = await html('/notices/desk');
    const [, older = ''] = /href="([^"]*before=[^"]*)"/.exec(first) ?? [];
    const all = `${first}${await html(older.replaceAll('&amp;', '&'))}`;
    expect(new Set([...all.matchAll(/Look at number (\d+)\./g)].map(([, n]) => n)).size).toBe(150);
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
      '/api/v1/maps',
      '/api/v1/notices',
      '/api/v1/people',
      '/api/v1/people/{id}/nearest-outside',
      '/api/v1/places',
      '/api/v1/receipts',
      '/api/v1/reports',
      '/api/v1/reports/{id}',
      '/api/v1/situations',
      '/api/v1/situations.geojson',
      '/api/v1/situations/{id}',
      '/api/v1/wakes',
      '/feeds/alerts.atom',
      '/feeds/alerts.geojson',
      '/feeds/alerts.rss',
      '/feeds/cap/{id}.xml',
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

test.each(['Exercise', 'Test', 'System', 'Draft', 'Nonsense'])(
  'the status %s turns a whole page into one that can’t be taken for live',
  async (status) => {
    const view = { ...views.exercise, alert: { ...views.exercise.alert, status } };
    const html = await (await desk({ alert: async () => view }).ask(`/alerts/${view.id}`)).text();
    expect(html).toContain('<body class="drill">');
    expect(html).toMatch(/(EXERCISE|TEST|DRAFT)\. This is not real\./);
    expect(html).not.toMatch(/class="sign l\d live"/);
  },
);
