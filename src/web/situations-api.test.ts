/** What programs are told of the picture. */
import { describe, expect, test } from 'vitest';
import { codes, contradictory, desk } from '../../test/pages/ask.ts';
import { replay } from '../../test/pages/kabul/desk.ts';
import { documents } from '../../test/pages/kabul/documents.ts';
import { dayAfter, theAirport } from '../../test/pages/kabul/situations.ts';
import { liveSituations } from '../../test/pages/live.ts';
import { views } from '../../test/pages/picture.ts';

const at = 'at=2021-08-26T07:30:00Z';

describe('the picture', () => {
  test('names its moment, and counts people without naming them', async () => {
    const { ask } = desk();
    const answer = await (await ask('/api/v1/situations?seq=7&valid=2026-07-27T00:00:00Z')).json();
    expect(answer).toMatchObject({ seq: 7, valid: '2026-07-27T00:00:00.000Z' });
    const { situations } = answer as { situations: { id: string; people: unknown }[] };
    expect(situations.map(({ id }) => id)).toEqual(liveSituations.map(({ id }) => id));
    expect(situations[0]?.people).toEqual({ inside: 3, told: 2, unplaced: 0 });
    expect(JSON.stringify(situations)).not.toMatch(/"p-[0-9a-f]/);
  });

  test('cites every word, and gives times in ISO 8601', async () => {
    const { ask } = desk(replay);
    const answer = await ask(`/api/v1/situations/${theAirport}?${at}`);
    const { situation } = (await answer.json()) as { situation: { issuers: Record<string, unknown>[] } };
    const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const cite = {
      report: expect.any(String),
      start: expect.any(Number),
      end: expect.any(Number),
      zone: expect.any(String),
    };
    expect(situation).toMatchObject({
      id: theAirport,
      title: expect.stringContaining('Kabul airport'),
      place: { id: 'KBL', ours: true },
      instruction: { value: 'leave', cite: { ...cite, text: expect.any(String) } },
      level: { value: 4, cite },
      knownSince: iso,
      changedAt: iso,
    });
    const { issuers } = situation;
    expect(issuers.length).toBeGreaterThan(1);
    for (const word of issuers) expect(word).toMatchObject({ words: cite, issuedAt: iso, knownAt: iso });
  });

  test('one that is not there, at that moment, is a finding', async () => {
    const answer = await desk().ask('/api/v1/situations/s-0000000000000000');
    expect([answer.status, await codes(answer)]).toEqual([404, ['situation.unknown']]);
  });

  test.each(['situations', `situations/${theAirport}`, 'reports/r-1', 'wakes'])(
    '%s is asked as of a moment, or told what is wrong with it',
    async (path) => {
      for (const query of ['at=noon', 'valid=yesterday', 'seq=-1', ...contradictory])
        expect((await desk().ask(`/api/v1/${path}?${query}`)).status, query).toBe(400);
    },
  );
});

describe('a report', () => {
  test('is as it was read at the moment asked for, on its page too', async () => {
    const asked: (number | undefined)[] = [];
    const deps = desk();
    const report = (id: string, seq?: number) => {
      asked.push(seq);
      return deps.deps.report(id, seq);
    };
    const { ask } = desk({ report });
    for (const path of ['/api/v1/reports', '/reports'])
      expect((await ask(`${path}/${views.flood.report}?seq=211`)).status).toBe(200);
    expect(asked).toEqual([211, 211]);
    const early = await ask(`/reports/${views.flood.report}?seq=0`);
    expect(early.status).toBe(404);
    expect(await early.text()).toMatch(/was not known at the moment asked for: it came to this desk on [^<]*UTC/);
    expect(await (await ask('/reports/r-0?seq=0')).text()).not.toContain('came to this desk');
  });

  test('comes with the text that its spans point into, and what was read in it', async () => {
    const { ask } = desk(replay);
    const { id, document } = documents.explainer;
    const { report } = (await (await ask(`/api/v1/reports/${id}?${at}`)).json()) as { report: Record<string, unknown> };
    expect(report).toMatchObject({ id, document: { text: document.text, blocks: document.blocks } });
    const { claims } = report['said'] as { claims: { content: { text: string; start: number; end: number } }[] };
    expect(claims.length).toBeGreaterThan(0);
    for (const { content } of claims) expect(document.text.slice(content.start, content.end)).toBe(content.text);
  });

  test('and the pages that cite it name every address that gave its bytes', async () => {
    const { id } = documents.explainer;
    const copy = 'https://copy.example/2';
    const report = async (asked: string) => {
      const found = (await replay.report?.(asked)) ?? null;
      return found && asked === id ? { ...found, alsoAt: [copy] } : found;
    };
    const { ask } = desk({ ...replay, report });
    expect(await (await ask(`/api/v1/reports/${id}?${at}`)).json()).toMatchObject({
      report: { url: 'https://sample.example/1', alsoAt: [copy] },
    });
    for (const path of [`/reports/${id}`, `/situations/${theAirport}`, `/situations/${theAirport}/brief`]) {
      const page = await (await ask(`${path}?${at}`)).text();
      expect(page.replace(/<[^>]*>/g, '').split(`, also at ${copy}`), path).toHaveLength(2);
    }
  });

  test('without prose has neither; one that nobody knew yet is a finding', async () => {
    const { ask } = desk();
    const { report } = (await (await ask(`/api/v1/reports/${views.flood.report}`)).json()) as Record<string, never>;
    expect(report).toMatchObject({ id: views.flood.report, document: null, said: null });
    for (const path of ['r-0000000000000000', `${views.flood.report}?seq=0`]) {
      const answer = await ask(`/api/v1/reports/${path}`);
      expect([answer.status, await codes(answer)]).toEqual([404, ['report.unknown']]);
    }
  });
});

test('what the desk must look at', async () => {
  const { wakes } = (await (await desk().ask('/api/v1/wakes?limit=1')).json()) as { wakes: unknown[] };
  expect(wakes).toEqual([
    {
      id: expect.any(String),
      alert: expect.anything(),
      situation: expect.any(String),
      madeAt: expect.any(String),
      urgent: expect.any(Boolean),
      sentence: expect.any(String),
    },
  ]);
});

test('advice on parts of a country hatches no country on the map', async () => {
  const wholeOf = async (scope: 'whole' | 'part') => {
    const [one] = dayAfter.filter(({ place }) => place.kind === 'country');
    if (!one) throw new Error('there is one');
    const situations = [{ ...one, issuers: one.issuers.map((said) => ({ ...said, scope })) }];
    const { ask } = desk({ ...replay, situations: async () => situations });
    const answer = (await (await ask('/api/v1/situations.geojson')).json()) as {
      features: { properties: { whole: boolean; place: string } }[];
    };
    return answer.features.map(({ properties: { whole, place } }) => [whole, place]);
  };
  expect(await wholeOf('whole')).toEqual([[true, 'Afghanistan']]);
  expect(await wholeOf('part')).toEqual([[false, 'Afghanistan']]);
});
