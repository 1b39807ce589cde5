import { describe, expect, test } from 'vitest';
import { at } from '../../../test/make.ts';
import { advised, field, makeClaim, makeEvent, makePart, read, smallGazetteer } from '../../../test/make-picture.ts';
import type { AlertView } from '../../core/model.ts';
import type { ReadingView, Situation } from '../../core/situation.ts';
import { situationsOf } from '../situations.ts';

const ask = (
  alerts: readonly AlertView[],
  readings: readonly ReadingView[],
  valid: string,
  seq = 99,
): readonly Situation[] => situationsOf({ alerts, readings }, { valid: at(valid), seq }, smallGazetteer);

const embassy = advised('us', 2, '2021-08-25T23:00:00Z', 'US', [makePart({ tells: [['avoid', 'Stay away.']] })]);

describe('events', () => {
  const ministry = { url: 'https://ministry.example/1' };
  const outside = read('e1', 3, '2021-08-26T13:52:00Z', { events: [makeEvent('e1', 'bombing', 'explosion', 'KBL')] });
  const second = read(
    'e2',
    5,
    '2021-08-26T15:00:00Z',
    {
      claims: [makeClaim('c1', 'John Kirby', 'the explosion at the gate was part of a complex attack', ['abbey'])],
      events: [
        makeEvent('e1', 'bombing', 'explosion', 'abbey'),
        makeEvent('e2', 'attack', 'complex attack', 'abbey'),
        makeEvent('e3', 'bombing', 'explosion', 'baron', { text: 'one more explosion at the Baron Hotel' }),
      ],
    },
    ministry,
  );
  const shots = read('us', 4, '2021-08-26T14:35:00Z', {
    events: [makeEvent('e1', 'attack', 'gunfire', null, { text: 'gunfire has been reported' })],
  });
  const withdrawal = {
    events: [
      makeEvent('e1', 'bombing', 'explosion', 'baron', { status: 'withdrawn', text: 'there was no second explosion' }),
      makeEvent('e2', 'attack', 'complex attack', null, { status: 'withdrawn', text: 'a complex attack with gunfire' }),
    ],
  };
  const takenBy = (more: Partial<ReadingView>) => read('taken', 7, '2021-08-27T14:30:00Z', withdrawal, more);
  const taken = takenBy({ url: 'https://ministry.example/2' });
  const told = [outside, second, shots];
  const eventsOf = (found: readonly Situation[]) =>
    found[0]?.events.map(({ type, status, what, place }) => [type, status, what, place]);

  test('reports of one deed are one, with the narrower place; an attack without more is the bomb it was', () => {
    const found = ask([embassy], told, '2021-08-26T20:00:00Z');
    expect(found[0]?.happened).toBe(true);
    expect(eventsOf(found)).toEqual([
      ['bombing', 'happened', 'explosion', 'Abbey Gate'],
      ['bombing', 'happened', 'explosion', 'Baron Hotel'],
      ['attack', 'happened', 'gunfire', null],
    ]);
    expect(found[0]?.events[0]?.cites.map(({ report }) => report)).toEqual(['r-e2', 'r-e2', 'r-e1']);
  });

  test('what an older notice of a feed tells is not of today, though it states no time itself', () => {
    const noticeDay = (value: string) => ({ ...field(value, value), modifier: null, basis: 'document-date' as const });
    const told = (day: string) => ({ ...makeEvent('e1', 'bombing', 'explosion', 'KBL'), noticeDay: noticeDay(day) });
    const feed = (day: string) => read('f1', 3, '2021-08-26T13:52:00Z', { events: [told(day)] });
    expect(ask([embassy], [feed('2021-07-20')], '2021-08-26T20:00:00Z')[0]?.events).toEqual([]);
    expect(ask([embassy], [feed('2021-08-26')], '2021-08-26T20:00:00Z')[0]?.events).toHaveLength(1);
  });

  test('taken back by recorded time alone, the first bomb stands', () => {
    for (const valid of ['2021-08-26T20:00:00Z', '2021-08-27T18:00:00Z'])
      expect(eventsOf(ask([embassy], [...told, taken], valid))).toEqual([
        ['bombing', 'happened', 'explosion', 'Abbey Gate'],
        ['bombing', 'withdrawn', 'explosion', 'Baron Hotel'],
        ['attack', 'withdrawn', 'gunfire', null],
      ]);
    const [one] = ask([embassy], [...told, taken], '2021-08-27T18:00:00Z');
    expect(one?.events[1]?.withdrawnBy?.text).toBe('there was no second explosion');
    expect(one?.reports.at(-1)).toBe('r-taken');
    expect(eventsOf(ask([embassy], [...told, taken], '2021-08-27T18:00:00Z', 6))?.[1]?.[1]).toBe('happened');
  });

  test('what was told of a deed that stands and was taken back stays beside it, with who took it back', () => {
    const [one] = ask([embassy], [...told, taken], '2021-08-27T18:00:00Z');
    const [bomb, hotel, gunfire] = one?.events ?? [];
    expect(bomb?.status).toBe('happened');
    expect(bomb?.takenBack).toMatchObject([
      { cite: { report: 'r-e2', text: 'complex attack' }, withdrawnBy: { text: 'a complex attack with gunfire' } },
    ]);
    expect(bomb?.cites.map(({ text }) => text)).toEqual(['explosion', 'explosion']);
    expect([hotel?.takenBack, gunfire?.takenBack]).toEqual([[], []]);
    // As it was believed before, nothing is taken back.
    const [before] = ask([embassy], [...told, taken], '2021-08-27T18:00:00Z', 6);
    expect(before?.events[0]?.takenBack).toEqual([]);
    expect(before?.events[0]?.cites).toHaveLength(3);
  });

  test('words, speaker and hour belong together: those that say most and those of the first report', () => {
    const [bomb, hotel] = ask([embassy], told, '2021-08-26T20:00:00Z')[0]?.events ?? [];
    expect(bomb).toMatchObject({
      cite: { report: 'r-e2' },
      citeAt: at('2021-08-26T15:00:00Z'),
      first: { speaker: null, cite: { report: 'r-e1', text: 'explosion' } },
      at: at('2021-08-26T13:52:00Z'),
    });
    expect(hotel).toMatchObject({ citeAt: at('2021-08-26T15:00:00Z'), at: at('2021-08-26T15:00:00Z') });
    expect(hotel?.first).toEqual({ speaker: hotel?.speaker, cite: hotel?.cite });
  });

  test('what a stranger takes back stands, and the stranger beside it', () => {
    for (const more of [
      { url: 'https://elsewhere.example/1' },
      { url: null },
      { ...ministry, trust: 'unverified' as const },
    ]) {
      const [one] = ask([embassy], [...told, takenBy(more)], '2021-08-27T18:00:00Z');
      expect(one?.events.map(({ status }) => status)).toEqual(['happened', 'happened', 'happened']);
      expect(one?.disagreements.map(({ about, sides }) => [about, ...sides.map(({ cite }) => cite.text)])).toEqual([
        ['fact', 'one more explosion at the Baron Hotel', 'there was no second explosion'],
        ['fact', 'complex attack', 'a complex attack with gunfire'],
      ]);
    }
  });

  test.each([
    ['an official source', { trust: 'from-origin' as const }],
    ['the same publisher', { publisher: 'The Ministry' }],
  ])('%s takes it back', (_, more) => {
    const own = told.map((one) => (one === second ? { ...one, publisher: 'The Ministry' } : one));
    const [one] = ask([embassy], [...own, takenBy(more)], '2021-08-27T18:00:00Z');
    expect(one?.events.map(({ status }) => status)).toEqual(['happened', 'withdrawn', 'withdrawn']);
    expect(one?.disagreements).toEqual([]);
  });

  test('what an office says itself is not taken back as hearsay', () => {
    const own = read('us', 4, '2021-08-26T14:35:00Z', {
      events: [makeEvent('e1', 'attack', 'gunfire', null, { text: 'there is gunfire' })],
    });
    const [one] = ask([embassy], [outside, second, own, taken], '2021-08-27T18:00:00Z');
    expect(one?.events.map(({ what, status }) => [what, status])).toContainEqual(['gunfire', 'happened']);
  });

  test('when all is taken back nothing has happened', () => {
    const hotel = read(
      'e2',
      3,
      '2021-08-26T15:00:00Z',
      { events: [makeEvent('e', 'bombing', 'explosion', 'baron')] },
      ministry,
    );
    const [one] = ask([embassy], [hotel, taken], '2021-08-27T18:00:00Z');
    expect(one).toMatchObject({ happened: false, events: [{ status: 'withdrawn' }] });
  });

  test('somebody else’s denial takes nothing back: both stand', () => {
    const denial = makeEvent('e', 'bombing', 'explosion', 'KBL', { status: 'denied', text: 'there was no explosion' });
    const said: ReturnType<typeof makeClaim> = {
      ...makeClaim('c', 'a spokesman', denial.text, ['KBL'], { stance: 'denies' }),
      content: { ...field(denial.text, denial.text), start: denial.start, end: denial.end },
    };
    const denies = read('denies', 8, '2021-08-26T16:00:00Z', { claims: [said], events: [denial] });
    const [one] = ask([embassy], [outside, denies], '2021-08-26T20:00:00Z');
    expect(one).toMatchObject({ happened: true, events: [{ status: 'happened' }] });
    expect(one?.disagreements).toMatchObject([
      {
        about: 'fact',
        sides: [{ cite: { text: 'explosion' } }, { speaker: 'a spokesman', cite: { text: denial.text } }],
      },
    ]);
  });

  test('the next day’s bomb at the same gate is another one', () => {
    const on = (value: string) => ({ ...field(value, value), modifier: null, basis: 'stated' as const });
    const days = ['2021-08-22', '2021-08-26'].map((value, i) =>
      read(`d${i}`, i + 2, `${value}T15:00:00Z`, {
        events: [makeEvent('e', 'bombing', 'blast', 'abbey', { time: on(value) })],
      }),
    );
    expect(ask([embassy], days, '2021-08-26T20:00:00Z')[0]?.events).toHaveLength(2);
  });
});
