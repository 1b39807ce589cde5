/** In which ways an address may be asked, and what an answer that says no still says. */
import { describe, expect, test } from 'vitest';
import { api, bearer, codes, desk, feeds, ops, reading } from '../../test/pages/ask.ts';
import { replay } from '../../test/pages/kabul/desk.ts';
import { theAirport } from '../../test/pages/kabul/situations.ts';
import { views } from '../../test/pages/picture.ts';

describe('another method', () => {
  test.each([...api, ...feeds])('%s is read only, and says so', async (path) => {
    const { ask, deps } = desk();
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await ask(path, { method, headers: bearer });
      expect([answer.status, answer.headers.get('allow')], method).toEqual([405, 'GET, HEAD']);
      expect(await codes(answer)).toEqual(['request.method']);
    }
    expect(deps.done).toEqual([]);
  });

  test('of an address that is written to is refused with the way that is open', async () => {
    const { ask } = desk();
    const ways = async (path: string, method: string) => {
      const answer = await ask(path, { method, headers: bearer });
      return [answer.status, answer.headers.get('allow')];
    };
    expect(await ways(`/api/v1/alerts/${views.flood.id}/confirm`, 'GET')).toEqual([405, 'POST']);
    expect(await ways('/api/v1/reports', 'GET')).toEqual([405, 'POST']);
    expect(await ways('/sign-in', 'OPTIONS')).toEqual([405, 'GET, HEAD, POST']);
    expect(await ways('/api/v1/nowhere', 'PUT')).toEqual([404, null]);
  });

  test('to ask what another page may do gets no leave to do it', async () => {
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'POST' };
    const answer = await desk().ask('/api/v1/reports?source=cap-file', { method: 'OPTIONS', headers });
    expect(answer.status).toBe(405);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test.each([...reading, ...api, ...ops, ...feeds])('HEAD %s is GET without its body', async (path) => {
    for (const more of [{}, replay]) {
      const [got, head] = await Promise.all([desk(more).ask(path), desk(more).ask(path, { method: 'HEAD' })]);
      expect([head.status, [...head.headers]]).toEqual([got.status, [...got.headers]]);
      expect(await head.text()).toBe('');
    }
  });
});

describe('what is not there', () => {
  const none = [
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e%2falerts',
    '%E0%A4%A',
    '%ED%A0%80',
    '%0a',
    "'%20or%201=1",
    'x'.repeat(4000),
  ];

  test.each(['situations', 'reports', 'alerts'])(
    '%s: an id of any kind is a finding, with the moment it is missing at',
    async (kind) => {
      for (const id of ['s-0000000000000000', ...none]) {
        const answer = await desk().ask(`/api/v1/${kind}/${id}?seq=7&valid=2026-07-27T00:00:00Z`);
        expect(answer.status, id).toBe(404);
        expect(await answer.json(), id).toMatchObject({
          ...{ seq: 7, valid: '2026-07-27T00:00:00.000Z', recordedAt: expect.any(String) },
          findings: [{ code: `${kind.slice(0, -1)}.unknown` }],
        });
      }
    },
  );
});

describe('a replay marks what says no as well', () => {
  const broken = async () => {
    throw new Error('made');
  };
  test.each([
    ['GET', `/api/v1/situations/${theAirport}?valid=x`, 400],
    ['GET', `/api/v1/situations/${theAirport}?valid=&valid=`, 400],
    ['GET', '/api/v1/situations/s-0', 404],
    ['GET', '/api/v1/%00', 400],
    ['OPTIONS', '/api/v1/situations', 405],
    ['DELETE', '/api/v1/situations', 403],
    ['GET', '/api/v1/situations', 500],
  ] as const)('%s %s: %i', async (method, path, status) => {
    const more = status === 500 ? { ...replay, situations: broken, fault: () => {} } : replay;
    const answer = await desk(more).ask(path, { method });
    expect([answer.status, answer.headers.get('tocsin-exercise')]).toEqual([status, '1']);
    expect(await answer.json()).toMatchObject({ exercise: true, findings: [{ severity: 'error' }] });
  });

  test('also for a stranger’s host, and for a token that is none', async () => {
    for (const headers of [{ host: 'evil.example' }, { authorization: 'Bearer tocsin_x' }]) {
      const answer = await desk(replay).ask('/api/v1/situations', { headers });
      expect([421, 401]).toContain(answer.status);
      expect(await answer.json()).toMatchObject({ exercise: true });
    }
  });
});
