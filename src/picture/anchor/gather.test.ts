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
import type { ReadingView } from '../../core/situation.ts';
import { gather } from './gather.ts';

const embassy = advised('us', 1, '2021-08-25T23:00:00Z', 'US', [makePart({})]);
/** The ids of what joined each anchor. */
const joined = (readings: readonly ReadingView[], alerts = [embassy]) =>
  gather(alerts, readings, smallGazetteer).map(({ family, claims, events, warnings }) => ({
    family,
    ids: [
      ...claims.map((one) => one.claim.id),
      ...events.map((one) => one.event.id),
      ...warnings.map((one) => one.warning.id),
    ],
  }));
const time = (value: string | null) => ({ ...field('then', value), modifier: null, basis: 'stated' as const });
const told = '2021-08-26T05:00:00Z';

describe('which words of a reading join', () => {
  test('a claim without a word for the danger goes by the title, if a danger is there', () => {
    const claim = makeClaim('c1', 'A spokesman', 'nobody was near the gate', ['abbey']);
    const titled = read('n', 2, told, { claims: [claim] }, { title: 'On the explosion in Kabul' });
    expect(joined([titled])).toEqual([{ family: 'attack', ids: ['c1'] }]);
    expect(joined([titled], [])).toEqual([]);
    expect(joined([read('n', 2, told, { claims: [claim] })])[0]?.ids).toEqual([]);
  });

  test('that a danger is over founds nothing, and joins what is there', () => {
    const words = field('The threat has passed', 'all-clear' as const);
    const over = makeWarning('w1', {
      issuer: field('the embassy', 'US'),
      instructions: [{ ...words, places: ['KBL'], immediate: false, sentence: field('The threat has passed.', null) }],
    });
    const said = read('n', 2, told, { warnings: [over] });
    expect(joined([said], [])).toEqual([]);
    expect(joined([said])).toEqual([{ family: 'attack', ids: ['w1'] }]);
  });

  test('of the airport and the town it names, the airport is meant', () => {
    const claim = makeClaim('c1', 'A spokesman', 'an attack at the airport in Kabul', ['kabul', 'KBL']);
    expect(joined([read('n', 2, told, { claims: [claim] })], [])).toEqual([{ family: 'attack', ids: ['c1'] }]);
    expect(gather([], [read('n', 2, told, { claims: [claim] })], smallGazetteer)[0]?.spot).toMatchObject({
      root: { id: 'KBL' },
    });
  });

  test('a metonym is no place', () => {
    const claim = makeClaim('c1', 'A spokesman', 'Kabul fears attacks', []);
    const metonym = { ...field('Kabul', 'kabul'), kind: 'town', lat: 0, lon: 0, country: 'AF', metonym: true };
    expect(joined([read('n', 2, told, { claims: [{ ...claim, places: [metonym] }] })], [])).toEqual([]);
  });

  test('a warning that names no danger is of the one its reading speaks of there', () => {
    const claim = makeClaim('c1', 'A spokesman', 'an attack is likely', ['KBL']);
    const warning = makeWarning('w1', { said: 'Keep away from the airport.', hazard: null });
    expect(joined([read('n', 2, told, { claims: [claim], warnings: [warning] })])[0]?.ids).toEqual(['c1', 'w1']);
    expect(joined([read('n', 2, told, { warnings: [warning] })])[0]?.ids).toEqual([]);
  });

  test('a warning without a place is of the place its own claim names', () => {
    const claim = makeClaim('c1', 'A spokesman', 'an attack is likely', ['KBL']);
    const warning = makeWarning('w1', { area: null, words: { ...claim.content, value: null } });
    expect(joined([read('n', 2, told, { claims: [claim], warnings: [warning] })])[0]?.ids).toEqual(['c1', 'w1']);
  });

  test('a deed without a place belongs beside one that has it, not to what threatens there nor to years past', () => {
    const gunfire = makeEvent('e2', 'attack', 'gunfire', null);
    const beside = (status: 'happened' | 'threatened', more = {}) =>
      joined([
        read('n', 2, told, {
          events: [makeEvent('e1', 'bombing', 'explosion', 'abbey', { status }), { ...gunfire, ...more }],
        }),
      ])[0]?.ids;
    expect(beside('happened')).toEqual(['e1', 'e2']);
    expect(beside('threatened')).toEqual(['e1']);
    expect(beside('happened', { time: time(null) })).toEqual(['e1']);
    expect(beside('happened', { time: time('2016') })).toEqual(['e1']);
    expect(beside('happened', { start: 1e6 })).toEqual(['e1']);
  });

  test('a deed without a place belongs to the alert that was made of the same report', () => {
    const notice = read('us', 1, told, { events: [makeEvent('e1', 'attack', 'gunfire', null)] });
    expect(joined([notice])[0]?.ids).toEqual(['e1']);
  });

  test('a month later it is another danger at the same place', () => {
    const claim = (id: string) => makeClaim(id, 'A spokesman', 'an attack is likely', ['KBL']);
    const months = ['2021-06-26T05:00:00Z', '2021-08-26T05:00:00Z'].map((when, i) =>
      read(`n${i}`, i + 1, when, { claims: [claim(`c${i}`)] }),
    );
    expect(joined(months, [])).toEqual([
      { family: 'attack', ids: ['c0'] },
      { family: 'attack', ids: ['c1'] },
    ]);
  });
});

test('the first word recorded sets the anchor, at the facility that its place is a part of', () => {
  const first = read('first', 1, told, { claims: [makeClaim('c1', 'A spokesman', 'an attack is likely', ['abbey'])] });
  const later = { ...embassy, recorded: { seq: 2, at: at(told) } };
  const spots = gather([later], [first], smallGazetteer).map(({ spot }) => spot);
  expect(spots).toMatchObject([{ place: { id: 'abbey' }, root: { id: 'KBL' } }]);
});
