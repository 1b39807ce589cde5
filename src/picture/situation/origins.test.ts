import { describe, expect, test } from 'vitest';
import { at } from '../../../test/make.ts';
import {
  advised,
  field,
  makeClaim,
  makeEvent,
  makePart,
  makeWarning,
  read,
  smallGazetteer,
} from '../../../test/make-picture.ts';
import type { ReadingView, Situation } from '../../core/situation.ts';
import type { TimeField } from '../../core/text/reading.ts';
import { situationsOf } from '../situations.ts';

const embassy = advised('us', 1, '2021-08-23T23:00:00Z', 'US', [makePart({ tells: [['avoid', 'Stay away.']] })]);
const ask = (readings: readonly ReadingView[], valid: string): Situation | undefined =>
  situationsOf({ alerts: [embassy], readings }, { valid: at(valid), seq: 99 }, smallGazetteer)[0];

const day = (value: string): TimeField => ({ ...field(value, value), modifier: null, basis: 'document-date' });
const risk = 'every day brings an acute and growing risk of an attack';

/** A report of the President's words; `time` is the day that it gives them. */
function told(id: string, seq: number, hour: string, time: TimeField | null = null, more: Partial<ReadingView> = {}) {
  const trend = field('Acute and growing  risk', 'rising' as const);
  const around = { ...field(risk, null), start: trend.start - 20, end: trend.end + 20 };
  return read(
    id,
    seq,
    hour,
    {
      claims: [makeClaim('c1', 'Joe Biden', risk, ['KBL'], { time, content: { ...around, value: risk } })],
      warnings: [makeWarning('w1', { speaker: field('Biden', 'Joe Biden'), trend, words: around })],
    },
    more,
  );
}
const statement = told('statement', 2, '2021-08-24T22:00:00Z');
const copy = told('copy', 3, '2021-08-26T21:00:00Z');
const copyOfCopy = told('third', 4, '2021-08-27T21:00:00Z');
const trendOf = (readings: readonly ReadingView[], valid: string) => ask(readings, valid)?.trend?.cite.report ?? null;

describe('the same words in another report', () => {
  const all = [copyOfCopy, copy, statement];

  test('are cited from where they came, and are news no longer than there', () => {
    expect(trendOf(all, '2021-08-26T21:30:00Z')).toBe('r-statement');
    expect(trendOf(all, '2021-08-26T22:30:00Z')).toBeNull();
    expect(trendOf(all, '2021-08-28T07:00:00Z')).toBeNull();
    // Who never heard the first takes the second for it.
    expect(trendOf([copyOfCopy, copy], '2021-08-28T07:00:00Z')).toBe('r-copy');
  });

  test('are one claim, at the hour of the first', () => {
    for (const readings of [all, all.toReversed()])
      expect(ask(readings, '2021-08-28T07:00:00Z')?.claims).toMatchObject([
        { speaker: 'Joe Biden', cite: { report: 'r-statement' }, at: at('2021-08-24T22:00:00Z') },
      ]);
  });

  test('said again on a later day, as the report dates them, are a new word', () => {
    const again = told('again', 5, '2021-08-27T20:00:00Z', day('2021-08-27'));
    expect(trendOf([...all, again], '2021-08-28T07:00:00Z')).toBe('r-again');
    const ofThatDay = told('dated', 5, '2021-08-27T20:00:00Z', day('2021-08-24'));
    expect(trendOf([...all, ofThatDay], '2021-08-28T07:00:00Z')).toBeNull();
  });

  test('are a new word of an official source that says them itself', () => {
    const official = told('official', 5, '2021-08-27T20:00:00Z', null, { trust: 'from-origin' });
    expect(trendOf([...all, official], '2021-08-28T07:00:00Z')).toBe('r-official');
  });

  test('of another speaker, or other words, are no copy', () => {
    const other = told('other', 5, '2021-08-27T20:00:00Z');
    const byOther = (name: string): ReadingView => ({
      ...other,
      said: {
        ...other.said,
        claims: other.said.claims.map((claim) => ({ ...claim, speaker: field(name, name) })),
        warnings: other.said.warnings.map((warning) => ({ ...warning, speaker: field(name, name) })),
      },
    });
    const found = ask([...all, byOther('Marise Payne')], '2021-08-28T07:00:00Z');
    expect(found?.trend).toMatchObject({ speaker: 'Marise Payne', cite: { report: 'r-other' } });
    expect(found?.claims.map(({ speaker }) => speaker)).toEqual(['Marise Payne', 'Joe Biden']);
  });
});

describe('a copy of a whole article', () => {
  const article = (id: string, seq: number, hour: string) =>
    read(id, seq, hour, {
      claims: [
        makeClaim('c1', 'Joe Biden', 'the risk of an attack on the airport is acute', ['KBL']),
        makeClaim('c2', 'a spokesman', 'it is a nuisance', [], { stance: 'plays-down', contradicts: 'c1' }),
      ],
      events: [makeEvent('e1', 'attack', 'gunfire', 'KBL', { status: 'denied', text: 'there was no gunfire' })],
      unknowns: [{ about: 'details', text: 'No details were given.', start: 1, end: 23 }],
      disagreements: [{ between: ['c2', 'c1'], about: 'gravity' }],
    });
  const shots = read('shots', 2, '2021-08-24T21:00:00Z', { events: [makeEvent('e1', 'attack', 'gunfire', 'KBL')] });
  const first = article('first', 3, '2021-08-24T22:00:00Z');
  const again = article('again', 4, '2021-08-26T21:00:00Z');
  const newsAt = (valid: string) => {
    const found = ask([shots, first, again], valid);
    const cited = (report: string | undefined) => report ?? 'computed';
    return {
      disagreements: found?.disagreements.map(({ about, sides }) => [about, sides[1]?.cite.report]),
      details: found?.unknowns.filter(({ about }) => about === 'details').map(({ cite }) => cited(cite?.report)),
    };
  };

  test('makes neither its denials nor what it does not know news again', () => {
    expect(newsAt('2021-08-26T21:30:00Z')).toEqual({
      disagreements: [
        ['gravity', 'r-first'],
        ['fact', 'r-first'],
      ],
      details: ['r-first'],
    });
    expect(newsAt('2021-08-26T22:30:00Z')).toEqual({ disagreements: [], details: [] });
  });
});

describe('a day ahead in a report', () => {
  const deadline = day('2021-08-31');

  test('orders nothing: its words count from when they were published', () => {
    const ahead = told('ahead', 3, '2021-08-25T10:00:00Z', deadline);
    const later = read('later', 4, '2021-08-26T10:00:00Z', {
      claims: [makeClaim('c1', 'Ben Wallace', 'an attack on the airport is likely', ['KBL'])],
    });
    const found = ask([ahead, later], '2021-08-26T12:00:00Z');
    expect(found?.claims.map(({ speaker, at: said }) => [speaker, said])).toEqual([
      ['Ben Wallace', at('2021-08-26T10:00:00Z')],
      ['Joe Biden', at('2021-08-25T10:00:00Z')],
    ]);
    expect(trendOf([ahead, later], '2021-08-27T09:00:00Z')).toBe('r-ahead');
    expect(trendOf([ahead, later], '2021-08-27T11:00:00Z')).toBeNull();
  });

  test('makes a copy no new word', () => {
    const ahead = told('ahead', 3, '2021-08-26T21:00:00Z', deadline);
    expect(trendOf([statement, ahead], '2021-08-27T12:00:00Z')).toBeNull();
    expect(trendOf([statement, ahead], '2021-08-31T12:00:00Z')).toBeNull();
  });

  test('read as when it was published counts from when it came', () => {
    const published = { publishedAt: at('2021-08-31T00:00:00Z') };
    const ahead = told('ahead', 3, '2021-08-25T10:00:00Z', null, published);
    const found = ask([ahead], '2021-08-25T12:00:00Z');
    expect(found?.claims).toMatchObject([{ at: ahead.recorded.at }]);
    expect(found?.trend?.cite.report).toBe('r-ahead');
    expect(trendOf([ahead], '2021-08-31T12:00:00Z')).toBeNull();
  });
});
