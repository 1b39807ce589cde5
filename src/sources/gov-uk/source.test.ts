/** The contract of sources, over the samples beside. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { samplesIn } from '../../../test/samples.ts';
import { sourceContract } from '../contract.ts';
import { govUk } from './source.ts';

const envelope = {
  url: 'https://gov-uk.example/api/content/foreign-travel-advice/x',
  type: null,
  fetchedAt: Date.parse('2020-03-05T00:00:00Z'),
};
const samples = samplesIn(join(import.meta.dirname, 'samples'), envelope);

describe('the source contract', () => {
  for (const { name, run } of sourceContract(govUk, samples)) test(name, run);
});

const read = (name: string) => {
  const sample = samples.find((one) => one.name === name);
  return govUk.parse(sample?.bytes ?? new Uint8Array(0), envelope);
};
const findings = (name: string): string[] =>
  read(name)
    .findings.filter(({ code }) => code.startsWith('gov-uk.'))
    .map(({ severity, code, where }) => `${severity} ${code} ${where.path ?? ''}`.trim());

test('a level it does not know is said and never guessed; an empty list states none', () => {
  expect(findings('unknown-level')).toEqual([
    'warning gov-uk.place.unknown',
    'warning gov-uk.level.unknown details.alert_status[0]',
    'warning gov-uk.level.unknown details.alert_status[1]',
  ]);
  expect(findings('no-level-no-parts')).toEqual(['info gov-uk.level.none']);
  expect(findings('whole-country-and-airport')).toEqual([]);
});

test('what a change note says was lifted is no advice, and neither is what to do in an earthquake', () => {
  const { alerts } = read('whole-country-and-airport');
  expect(JSON.stringify(alerts)).not.toMatch(/no longer|earthquake/);
});

test('scripts of a part leave nothing', () => {
  expect(read('unknown-level').reading?.document.text).not.toContain('alert(1)');
});

test('it asks for each country by name', () => {
  expect(govUk.requests({ countries: 'afghanistan, cote-d-ivoire' }).map(({ url }) => url)).toEqual([
    'https://www.gov.uk/api/content/foreign-travel-advice/afghanistan',
    'https://www.gov.uk/api/content/foreign-travel-advice/cote-d-ivoire',
  ]);
  expect(govUk.requests({})).toEqual([]);
});

describe('what a page says for people stands before what it says for machines', () => {
  const wordsOf = (body: string, code: string): (string | undefined)[] => {
    const sample = samples.find(({ name }) => name === 'parts-of-the-country');
    const page = JSON.parse(new TextDecoder().decode(sample?.bytes));
    const details = { ...page.details, alert_status: [code], parts: [{ ...page.details.parts[0], body }] };
    const bytes = new TextEncoder().encode(JSON.stringify({ ...page, details }));
    const { alerts } = govUk.parse(bytes, envelope);
    return (alerts[0]?.advice?.parts ?? []).filter(({ level }) => level).map(({ words }) => words.text);
  };
  const travel = (what: string) => `<p>Look after yourself.</p><p>FCDO has warnings against ${what}.</p>`;

  test.each([
    ['avoid_all_travel_to_parts', 'all travel to some districts'],
    ['avoid_all_but_essential_travel_to_parts', 'all but essential travel to the hills'],
    ['avoid_all_but_essential_travel_to_whole_country', 'all but essential travel to Pakistan'],
    ['avoid_all_travel_to_whole_country', 'all travel to the whole of Pakistan'],
  ])('%s', (code, what) => {
    expect(wordsOf(travel(what), code)).toEqual([`FCDO has warnings against ${what}.`]);
  });

  test.each([
    ['avoid_all_travel_to_parts', 'all but essential travel to the hills'],
    ['avoid_all_travel_to_whole_country', 'all travel to parts of Pakistan'],
  ])('%s is left as it is where no sentence says it', (code, what) => {
    expect(wordsOf(travel(what), code)).toEqual([code]);
  });
});
