/** Every way to ask for a moment: which one is meant, and what is no question. */
import { describe, expect, test } from 'vitest';
import { api, codes, desk, feeds, reading } from '../../test/pages/ask.ts';
import { theAirport } from '../../test/pages/kabul/situations.ts';
import { wakes } from '../../test/pages/people.ts';

const dated = [
  ...api,
  ...feeds,
  ...reading.filter((path) => path !== '/sign-in'),
  `/situations/${theAirport}`,
  `/situations/${theAirport}/brief`,
  `/api/v1/situations/${theAirport}`,
  '/api/v1/situations.geojson',
];

describe('a key given twice', () => {
  test.each(dated)('%s: is refused in a sentence, whatever the two say', async (path) => {
    const { ask } = desk();
    for (const query of [
      'valid=2021-08-26T07:30:00Z&valid=2021-08-27T07:30:00Z',
      'seq=7&seq=7',
      'at=&at=2021-08-26T07:30:00Z',
      'recorded=2021-08-26T07:30:00Z&valid=2021-08-26T07:30:00Z&%72ecorded=',
    ]) {
      const answer = await ask(`${path}?${query}`);
      expect(answer.status, query).toBe(400);
      expect(await answer.text(), query).toMatch(
        /The address gives “(valid|seq|at|recorded)” more than once; leave one out\./,
      );
    }
  });

  test('has a code of its own, also where something is handed in', async () => {
    const { ask, deps } = desk();
    expect(await codes(await ask('/api/v1/alerts?seq=1&seq=2'))).toEqual(['request.twice']);
    const posted = await ask('/api/v1/reports?source=cap-file&source=other', { method: 'POST', body: '<alert/>' });
    expect([posted.status, await codes(posted)]).toEqual([400, ['request.twice']]);
    expect(deps.done).toEqual([]);
  });
});

describe('a moment', () => {
  const validOf = async (text: string): Promise<string | number> => {
    const answer = await desk().ask(`/api/v1/situations?valid=${text}`);
    return answer.status === 200 ? ((await answer.json()) as { valid: string }).valid : answer.status;
  };

  test.each([
    ['0001-01-01T00:00Z', '0001-01-01T00:00:00.000Z'],
    ['2021-08-26T24:00Z', '2021-08-27T00:00:00.000Z'],
    ['2021-08-26T12:00%2B04:30', '2021-08-26T07:30:00.000Z'],
    ['2021-08-26T12:00+04:30', '2021-08-26T07:30:00.000Z'],
    ['2021-08-26T12:00:00+0430', '2021-08-26T07:30:00.000Z'],
    ['2021-08-26T23:59:59%2B14:00', '2021-08-26T09:59:59.000Z'],
    ['2021-08-26T07:30:00.019Z', '2021-08-26T07:30:00.019Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', async (asked, meant) => {
    expect(await validOf(asked)).toBe(meant);
    expect(await validOf(meant)).toBe(meant);
  });

  test.each([
    ...[
      '0000-12-31T00:00Z',
      '0001-01-01T00:00%2B14:00',
      '9999-12-31T23:59-14:00',
      '12021-01-01T00:00Z',
      '-0001-01-01T00:00Z',
    ],
    ...['2021-08-26', '2021-08-26T07:30', '2021-08-26T24:01Z', '2021-08-26T23:59:60Z', '2021-02-29T00:00Z'],
    ...['2021-08-26T07:30%2B15:00', '2021-08-26 07:30Z', '1629963000', '1629963000000', 'NaN', 'now'],
    '9'.repeat(4000),
  ])('%s is none: no answer could name it, or it is no instant', async (asked) => {
    expect(await validOf(asked)).toBe(400);
  });

  test('a link to older notices keeps both halves of the moment', async () => {
    const [one] = wakes;
    if (!one) throw new Error('there is one');
    const many = async (limit: number) => Array.from({ length: limit }, (_, i) => ({ ...one, id: `n-${i}` }));
    const { ask } = desk({ wakes: many });
    const page = await (await ask('/notices/desk?seq=7&valid=2026-07-27T00:00:00Z')).text();
    expect(page).toContain('/notices/desk?before=n-99&amp;valid=2026-07-27T00%3A00%3A00.000Z&amp;seq=7');
  });
});
