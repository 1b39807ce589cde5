/** Advice for parts of a country is never advice for the whole of it, nor what a neighbour's is for this one; in each source of advice. */
import { describe, expect, test } from 'vitest';
import { govUk } from '../../sources/gov-uk/source.ts';
import { safetravel } from '../../sources/safetravel/source.ts';
import { smartraveller } from '../../sources/smartraveller/source.ts';
import type { Source } from '../../sources/source.ts';
import { usEmbassy } from '../../sources/us-embassy/source.ts';

const parsed = (source: Source, text: string) => {
  const { alerts } = source.parse(new TextEncoder().encode(text), {
    url: null,
    type: null,
    fetchedAt: 1_700_000_000_000,
  });
  return alerts.flatMap(({ alert, advice }) =>
    (advice?.parts ?? []).map(({ place, scope, instructions, level }, number) => ({
      ...{ place, scope, level: level?.value ?? null, told: instructions.map(({ value }) => value).join() },
      areas: alert.infos[number]?.areas.map(({ areaDesc }) => areaDesc).join('; '),
      codes: alert.infos[number]?.areas.flatMap(({ geocodes }) => geocodes).length,
    })),
  );
};
const page = (name: string, words: string): string =>
  JSON.stringify({
    ...{ base_path: `/foreign-travel-advice/${name.toLowerCase()}`, title: `${name} travel advice` },
    public_updated_at: '2023-11-01T00:00:00Z',
    details: {
      country: { name, slug: name.toLowerCase() },
      alert_status: [],
      parts: [{ slug: 'warnings-and-insurance', title: 'Warnings', body: `<p>${words}</p>` }],
    },
  });
const standing: readonly (readonly [
  name: string,
  read: (words: string, name?: string) => ReturnType<typeof parsed>,
])[] = [
  ['GOV.UK', (words, name = 'Mali') => parsed(govUk, page(name, words))],
  [
    'Smartraveller',
    (words, name = 'Mali') =>
      parsed(
        smartraveller,
        JSON.stringify([{ title: name, field_overall_advice_level: 'Do not travel', field_advice_levels: words }]),
      ),
  ],
  [
    'SafeTravel',
    (words, name = 'Mali') => {
      const entry = JSON.stringify([{ title: 'Do not travel', subtitle: `in ${name}`, body: `<p>${words}</p>` }]);
      return parsed(
        safetravel,
        `<html><h1>${name}</h1><div id="js-advice-level-accordion" data-content='${entry}'></div></html>`,
      );
    },
  ],
];
const toldWhole = (parts: ReturnType<typeof parsed>): string[] =>
  parts.flatMap(({ scope, told, codes }) => (told !== '' && (scope === 'whole' || codes !== 0) ? [told] : []));

describe.each(standing)('%s', (_, read) => {
  test.each([
    'If you are in parts of Mali, leave immediately.',
    'You should leave some areas of Mali.',
    'Leave several regions in Mali.',
    'If you are in northern Mali, leave.',
    'If you are in the north of the country, leave.',
    'If you are in north-east Mali, leave.',
    'Leave Mali’s northern regions.',
    'Leave all areas of Mali north of Mopti.',
    'If you are within 50 km of the border with Niger, leave.',
    'If you are within 50km of the border, leave.',
    'Leave the border areas of Mali.',
    'If you are in Mali, except Bamako, leave now.',
    'If you are in Mali (excluding the city of Bamako), leave now.',
    'Leave Mali with the exception of Bamako.',
    'If you are outside Bamako, leave.',
    'If you are in the rest of Mali, leave.',
    'If you are in the rest of the country, leave.',
    'If you are in Bourem or Ansongo districts, leave immediately.',
    'If you are in Ménaka province in Mali, leave immediately.',
  ])('only a part: %s', (words) => {
    const parts = read(words);
    expect(toldWhole(parts)).toEqual([]);
    expect(parts.filter(({ told }) => told === 'leave').map(({ scope }) => scope)).toEqual(['part']);
    expect(parts.map(({ areas }) => areas).join()).not.toMatch(/Bamako|Niger/);
  });

  test.each([
    'If you are in Mali, leave immediately.',
    'Leave the whole of Mali.',
    'If you are in any part of Mali, leave.',
    'Leave Mali now, except for essential reasons.',
    'Leave Mali. Conditions in northern Mali are worse.',
    'Leave Mali because of fighting in the border areas.',
    'Leave Mali, especially northern Mali.',
    'Leave Mali by air and avoid the border areas.',
  ])('the whole: %s', (words) => expect(toldWhole(read(words))).toContain('leave'));

  test.each([
    'In the event of a coup, leave the country.',
    'If there is an earthquake, leave the building.',
    'If you hear gunfire, shelter in place.',
    'Should a cyclone come near, leave Mali.',
  ])('a case, and not for now: %s', (words) => expect(toldWhole(read(words))).toEqual([]));

  test('what is lifted for a neighbour, or for a part, lifts nothing here', () => {
    const words =
      'British nationals are advised to leave Afghanistan. The advice against travel to Pakistan’s border district was lifted. The advice against travel to Herat has been lifted.';
    const parts = read(words, 'Afghanistan');
    expect(toldWhole(parts)).toEqual(['leave']);
    expect(parts.filter(({ told }) => told.includes('all-clear'))).toMatchObject([
      { place: 'af-herat', scope: 'part', level: null, told: 'all-clear', areas: 'Herat' },
    ]);
  });
});

test('the places of a list that follows are those that are meant', () => {
  const list =
    'We advise against all travel to:</p><ul><li>the region of Mopti</li><li>northern Mali</li></ul><p>Else, take care.';
  expect(parsed(govUk, page('Mali', list))[0]).toMatchObject({
    scope: 'part',
    told: 'avoid',
    areas: 'Parts of Mali; Mopti',
  });
});

test('advice on a region that nobody here knows is for a part, wherever it stands', () => {
  const row = {
    ...{ country: 'Mali', advice_level: 'Exercise a high degree of caution', advice_text: 'Take care.' },
    regional_advisories: [{ advice_text: 'Do not travel to the circles of Bourem and Ansongo.' }],
  };
  expect(parsed(smartraveller, JSON.stringify({ destinations: [row] }))).toMatchObject([
    { scope: 'part', told: 'avoid', level: null, areas: 'Parts of Mali' },
    { scope: 'whole', told: '', level: 2 },
  ]);
});

describe('SafeTravel, of two levels without a place', () => {
  const levelsOf = (...subtitles: (string | undefined)[]) => {
    const entries = JSON.stringify(
      ['Avoid non-essential travel', 'Do not travel'].map((title, number) => ({
        ...{ title, body: `<p>Level (${title}).</p>` },
        ...(subtitles[number] === undefined ? {} : { subtitle: subtitles[number] }),
      })),
    );
    const html = `<html><h1>Mali</h1><div id="js-advice-level-accordion" data-content='${entries}'></div></html>`;
    return parsed(safetravel, html).flatMap(({ scope, level }) => (level === null ? [] : [[scope, level]]));
  };
  test('the higher is not for the whole country', () => {
    const apart = [
      ['whole', 3],
      ['part', 4],
    ];
    expect(levelsOf().toSorted()).toEqual(apart.toSorted());
    expect(levelsOf('in Mali').toSorted()).toEqual(apart.toSorted());
    expect(levelsOf(undefined, 'in northern Mali').toSorted()).toEqual(apart.toSorted());
  });
  test('the one that names the country is', () =>
    expect(levelsOf(undefined, 'in Mali').toSorted()).toEqual([
      ['part', 3],
      ['whole', 4],
    ]));
});

describe('an embassy’s notice', () => {
  const notice = (location: string, words: string) =>
    parsed(
      usEmbassy,
      `Security Alert – U.S. Embassy Bamako, Mali\n\nLocation: ${location}\n\nEvent: Gunfire is heard. ${words}\n`,
    );

  test.each([
    ['Northern Mali', 'U.S. citizens in northern Mali should leave.', 'Northern Mali'],
    ['Mali, except Bamako', 'U.S. citizens should leave.', 'Mali, except Bamako'],
    ['Bamako', 'U.S. citizens in northern Mali should leave.', 'northern Mali'],
    ['Bamako', 'U.S. citizens in the rest of Mali should leave.', 'the rest of Mali'],
    ['Bamako', 'U.S. citizens outside Bamako should leave.', 'outside Bamako'],
    [
      'Bamako',
      'U.S. citizens in Mali within 20 miles of the border with Niger should leave.',
      'Mali within 20 miles of the border with Niger',
    ],
    ['Bamako', 'U.S. citizens should leave parts of Bamako.', 'parts of Bamako'],
    ['Bamako', 'If you are in Bourem district, leave.', 'Bourem district'],
    ['Bamako', 'Leave the border regions.', 'Bamako'],
    ['Bamako', 'Residents of Bourem must leave.', 'Bourem'],
    ['Bamako', 'U.S. citizens within 25 miles of Mopti should leave.', 'within 25 miles of Mopti'],
  ])('of %s: %s', (location, words, area) => {
    const parts = notice(location, words).filter(({ told }) => told === 'leave');
    expect(parts.map(({ scope, areas, codes }) => [scope, areas, codes])).toEqual([['part', area, 0]]);
  });

  test('for a part and for the whole are two', () => {
    const parts = notice(
      'Northern Mali',
      'U.S. citizens in northern Mali should leave. U.S. citizens in Mali should avoid crowds.',
    );
    expect(parts.map(({ scope, told, areas }) => [scope, told, areas])).toEqual([
      ['part', 'leave', 'Northern Mali'],
      ['whole', 'avoid', 'Mali'],
    ]);
  });

  test('that it is over at a place nobody knows frees no other', () => {
    const words = 'U.S. citizens should leave. A warning for Bourem Island has been lifted.';
    expect(notice('Mopti', words).map(({ areas, told }) => [areas, told])).toEqual([
      ['Mopti', 'leave'],
      ['Bourem Island', 'all-clear'],
    ]);
  });

  test('“is advised to leave” still holds when another place is clear', () => {
    const words = 'U.S. citizens are advised to leave Mopti. The threat in Bourem is over.';
    expect(notice('Mopti', words).map(({ place, told }) => [place, told])).toEqual([
      ['ml-mopti', 'leave'],
      ['Bourem', 'all-clear'],
    ]);
  });
});
