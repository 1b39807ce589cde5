// Real notices and a real article, which lie beside the repository where the project is made and are no part of it.
import { describe, expect, test } from 'vitest';
import type { Reading } from '../core/text/reading.ts';
import { fieldsOf, readText, realText } from './read.fixture.ts';

const files = {
  au: 'kabul-2021/au-dfat-2021-08-26.txt',
  nz: 'kabul-2021/nz-safetravel-2021-08-26.txt',
  gb: 'kabul-2021/uk-fcdo-2021-08-25.txt',
  us25: 'kabul-2021/us-embassy-kabul-2021-08-25.txt',
  us26: 'kabul-2021/us-embassy-kabul-2021-08-26.txt',
  us28: 'kabul-2021/us-embassy-kabul-2021-08-28.txt',
  seed: 'seed/article.txt',
} as const;
const there = Object.values(files).every((file) => realText(file) !== null);
const skipped = there ? '' : ' (skipped: the real texts are not at hand)';

const issuers = {
  au: { code: 'AU', office: 'Smartraveller' },
  nz: { code: 'NZ', office: 'SafeTravel' },
  gb: { code: 'GB', office: 'Foreign, Commonwealth & Development Office' },
  us25: { code: 'US', office: 'U.S. Embassy Kabul' },
  us26: { code: 'US', office: 'U.S. Embassy Kabul' },
  us28: { code: 'US', office: 'U.S. Embassy Kabul' },
};
const read = (name: keyof typeof issuers): Reading => readText(realText(files[name]) ?? '', { issuer: issuers[name] });
const told = ({ warnings }: Reading) =>
  warnings.flatMap(({ instructions }) => instructions.map(({ value, places }) => [value, places.includes('KBL')]));

describe.skipIf(!there)(`real texts${skipped}`, () => {
  test('Australia: do not travel to the airport; whoever is there moves away', () => {
    const reading = read('au');
    expect(told(reading)).toEqual(
      expect.arrayContaining([
        ['leave', true],
        ['avoid', true],
      ]),
    );
    expect(reading.warnings.some(({ level }) => level?.text === 'very high')).toBe(true);
  });

  test('New Zealand: move away, then shelter; an attack at the gate happened', () => {
    const reading = read('nz');
    expect(told(reading)).toEqual(
      expect.arrayContaining([
        ['leave', true],
        ['shelter', true],
        ['avoid', true],
      ]),
    );
    expect(reading.events.map(({ status }) => status)).toEqual(['happened', 'happened', 'threatened']);
  });

  test('Britain: its office advises against all travel, its level is high', () => {
    const reading = read('gb');
    expect(
      reading.warnings.every(({ issuer }) => issuer?.value === 'GB' && issuer.text.includes('Development Office')),
    ).toBe(true);
    expect(reading.warnings.map(({ area }) => area?.value).sort()).toEqual(['AF', 'KBL']);
    expect(reading.warnings.find(({ area }) => area?.value === 'AF')?.instructions.map(({ value }) => value)).toEqual([
      'avoid',
      'avoid',
    ]);
  });

  test.each(['us25', 'us26', 'us28'] as const)(
    'the embassy, %s: leave at once, avoid, prepare, monitor; for citizens',
    (name) => {
      const { warnings } = read(name);
      const all = warnings.flatMap(({ instructions }) => instructions);
      expect(new Set(all.map(({ value }) => value))).toEqual(new Set(['leave', 'avoid', 'prepare', 'monitor']));
      expect(all.filter(({ value }) => value === 'leave').map(({ immediate }) => immediate)).toEqual([true]);
      expect(warnings.some(({ audience }) => audience?.value === 'citizens:US')).toBe(true);
      expect(warnings.every(({ level, trend }) => level === null && trend === null)).toBe(true);
    },
  );

  test('the article: three governments ask, the president’s words stay his, the spokesman belittles', () => {
    const { document, ...said } = readText(realText(files.seed) ?? '', { day: '2021-08-26' });
    for (const field of fieldsOf(said)) expect(document.text.slice(field.start, field.end)).toBe(field.text);
    const asking = said.warnings.filter(({ instructions }) => instructions.length > 0);
    expect(asking.map(({ issuer, audience, level, trend }) => [issuer?.value, audience?.value, level, trend])).toEqual([
      ['US', 'citizens:US', null, null],
      ['GB', 'citizens:GB', null, null],
      ['AU', 'citizens:AU', null, null],
    ]);
    expect(said.warnings.filter(({ trend }) => trend).map(({ speaker }) => speaker?.value)).toEqual(['Joe Biden']);
    expect(said.claims.find(({ stance }) => stance === 'plays-down')?.speaker?.value).toBe('a Taliban spokesperson');
    expect(said.estimates).toMatchObject([{ min: 500, max: null, source: { value: 'UN Security Council' } }]);
    expect(said.deadlines).toMatchObject([{ value: '2021-08-31', zone: 'caption' }]);
    expect(said.unknowns.map(({ about }) => about)).toEqual(expect.arrayContaining(['details', 'end', 'safe-place']));
  });

  test('the article against the figures aimed at first', () => {
    const gold = JSON.parse(realText('seed/gold.json') ?? '{"items":[]}') as { items: Gold[] };
    const { claims } = readText(realText(files.seed) ?? '', { day: '2021-08-26' });
    const wanted = gold.items.filter(({ kind }) => kind === 'claim');
    const narrated = (modality: string | undefined) => modality === 'narration' || modality === 'headline';
    const f1 = (narration: boolean): number => {
      const items = wanted.filter(({ modality }) => narrated(modality) === narration);
      const mine = claims.filter(({ modality }) => (modality === 'narration') === narration);
      const hits = items.filter(({ span }) => span && mine.some(({ content }) => overlap(content, span) >= 0.5)).length;
      return (2 * hits) / (items.length + mine.length);
    };
    expect(f1(false)).toBeGreaterThan(0.75);
    expect(f1(true)).toBeGreaterThan(0.65);
  });
});

interface Gold {
  readonly kind: string;
  readonly modality?: string;
  readonly span?: { readonly start: number; readonly end: number };
}
type At = { readonly start: number; readonly end: number };
const overlap = (a: At, b: At): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  (Math.max(a.end, b.end) - Math.min(a.start, b.start));
