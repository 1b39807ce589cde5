import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, makeAlert, makeArea, makeInfo, makeView, square, stamp } from '../../test/make.ts';
import {
  advised,
  makeClaim,
  makeDeadline,
  makeEvent,
  makePart,
  makeWarning,
  read,
  smallGazetteer,
} from '../../test/make-picture.ts';
import { familyIn } from '../core/hazard.ts';
import { type AlertState, type AlertView, mayTell, type Trust } from '../core/model.ts';
import type { ReadingView } from '../core/situation.ts';
import { formatInstant, hour } from '../core/time/time.ts';
import { situationsOf } from './situations.ts';

const start = at('2021-08-25T00:00:00Z');
const last = 60;
const when = fc.nat(last - 1).map((hours) => formatInstant(start + hours * hour));
const asOf = { valid: start + last * hour, seq: 1000 };

const states: AlertState[] = ['in-force', 'in-force', 'in-force', 'expired', 'cancelled', 'superseded', 'not-actual'];
const trusts: Trust[] = ['from-origin', 'operator', 'unverified'];
const placeIds = ['KBL', 'abbey', 'baron', 'kabul', 'jalalabad', 'AF', 'PK', 'nowhere'];
const families = ['attack', 'unrest', 'flood', 'advice'];

interface Drawn {
  readonly seq: number;
  readonly sent: string;
  readonly state: AlertState;
  readonly trust: Trust;
  readonly place: string;
  readonly family: string;
  readonly lat: number;
  readonly lon: number;
  readonly chain: number;
  readonly isCap: boolean;
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  seq: fc.integer({ min: 1, max: 40 }),
  sent: when,
  state: fc.constantFrom(...states),
  trust: fc.constantFrom(...trusts),
  place: fc.constantFrom(...placeIds),
  family: fc.constantFrom(...families),
  lat: fc.double({ min: 34, max: 35, noNaN: true }),
  lon: fc.double({ min: 69, max: 71, noNaN: true }),
  chain: fc.nat(4),
  isCap: fc.boolean(),
});

function viewOf(one: Drawn, i: number): AlertView {
  const id = `a${i}`;
  const more = { state: one.state, trust: one.trust };
  const part = makePart({
    family: one.family,
    place: one.place,
    scope: one.place === 'AF' ? 'whole' : 'point',
    level: 3,
    tells: [['avoid', 'Keep away.']],
  });
  if (!one.isCap) return advised(id, one.seq, one.sent, ['US', 'GB', 'AU'][i % 3] ?? 'US', [part], more);
  const info = makeInfo({ event: `A ${one.family}`, expires: null, areas: [makeArea(square(one.lat, one.lon, 0.2))] });
  return makeView({
    id,
    report: `r-${id}`,
    advice: null,
    alert: makeAlert({ identifier: id, sent: stamp(one.sent), infos: [info] }),
    situation: `chain-${one.chain}`,
    situations: [`chain-${one.chain}`],
    recorded: { seq: one.seq, at: at(one.sent) + 1000 },
    ...more,
  });
}

function readingOf(one: Drawn, i: number): ReadingView {
  const claim = makeClaim('c1', one.isCap ? 'A minister' : null, `there may be ${one.family}s`, [one.place]);
  const denial = makeClaim('c2', 'A spokesman', 'it is nothing', [], { stance: 'plays-down', contradicts: 'c1' });
  const status = one.state === 'cancelled' ? 'withdrawn' : one.state === 'expired' ? 'denied' : 'happened';
  return read(`d${i}`, one.seq, one.sent, {
    claims: [claim, denial],
    events: [
      makeEvent('e1', one.chain > 2 ? 'bombing' : 'attack', 'explosion', one.chain > 3 ? null : one.place, { status }),
    ],
    warnings: [makeWarning('w1', { rises: 'rising' })],
    deadlines: [makeDeadline('2021-08-31', '31 August')],
    unknowns: [{ about: 'details', text: 'no details', start: 5, end: 15 }],
    disagreements: [{ between: ['c1', 'c2'], about: 'gravity' }],
  });
}

const world = fc
  .record({ alerts: fc.array(drawn, { maxLength: 14 }), readings: fc.array(drawn, { maxLength: 10 }) })
  .map(({ alerts, readings }) => ({ alerts: alerts.map(viewOf), readings: readings.map(readingOf) }));

/** Every text with a span in what was given, as `report start end text`. */
function fieldsIn(report: string, value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const { text, start: from, end } = value as { text?: unknown; start?: unknown; end?: unknown };
  if (typeof text === 'string' && typeof from === 'number') found.add([report, from, end, text].join(' '));
  for (const part of Object.values(value)) fieldsIn(report, part, found);
}

function citesIn(
  value: unknown,
  found: { report: string; text: string; start: number; end: number; zone: string }[],
): void {
  if (typeof value !== 'object' || value === null) return;
  if ('report' in value && 'text' in value && 'zone' in value) found.push(value as never);
  for (const part of Object.values(value)) citesIn(part, found);
}

describe('for any alerts and readings', () => {
  test('the order of what is given says nothing', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), ({ alerts, readings }, order) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((one) => ({ one, key: order.next().value as number }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one);
        const mixed = situationsOf({ alerts: shuffled(alerts), readings: shuffled(readings) }, asOf, smallGazetteer);
        expect(mixed).toEqual(situationsOf({ alerts, readings }, asOf, smallGazetteer));
      }),
    );
  });

  test('what was recorded later changes nothing', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 40 }), ({ alerts, readings }, seq) => {
        const known = {
          alerts: alerts.filter(({ recorded }) => recorded.seq <= seq),
          readings: readings.filter(({ recorded }) => recorded.seq <= seq),
        };
        const question = { ...asOf, seq };
        expect(situationsOf({ alerts, readings }, question, smallGazetteer)).toEqual(
          situationsOf(known, question, smallGazetteer),
        );
      }),
    );
  });

  test('no warning is lost: every alert in force stands in a situation, and what is not actual in none', () => {
    fc.assert(
      fc.property(world, (known) => {
        const found = situationsOf(known, asOf, smallGazetteer);
        const shown = new Set(found.flatMap(({ alerts }) => alerts));
        const heard = new Set(
          found.flatMap(({ issuers }) => issuers.flatMap(({ alert, earlier }) => [alert, ...earlier])),
        );
        for (const { id, state } of known.alerts) {
          if (state === 'in-force') expect(shown.has(id) && heard.has(id)).toBe(true);
          if (state === 'not-actual') expect(shown.has(id)).toBe(false);
        }
      }),
    );
  });

  test('every cite is words that were given', () => {
    fc.assert(
      fc.property(world, (known) => {
        const given = new Set<string>();
        for (const { report, said } of known.readings) fieldsIn(report, said, given);
        for (const { report, advice } of known.alerts) fieldsIn(report, advice, given);
        const cites: Parameters<typeof citesIn>[1] = [];
        citesIn(situationsOf(known, asOf, smallGazetteer), cites);
        const isPath = ({ zone }: { zone: string }): boolean => /^(?:info\[1\]\/\w+|sent$)/.test(zone);
        for (const cite of cites)
          if (!isPath(cite)) expect(given).toContain([cite.report, cite.start, cite.end, cite.text].join(' '));
      }),
    );
  });

  test('nobody is told wrongly: what decides was said by somebody who may tell', () => {
    fc.assert(
      fc.property(world, (known) => {
        const trusted = new Set(known.alerts.flatMap(({ report, trust }) => (mayTell(trust) ? [report] : [])));
        for (const { instruction, level, severity } of situationsOf(known, asOf, smallGazetteer))
          for (const one of [instruction, level, severity]) if (one) expect(trusted).toContain(one.cite.report);
      }),
    );
  });

  test('a situation is of one family and an id is given once', () => {
    fc.assert(
      fc.property(world, (known) => {
        const found = situationsOf(known, asOf, smallGazetteer);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        for (const { family, claims } of found)
          for (const { cite } of claims) expect([family, null]).toContain(familyIn(cite.text));
      }),
    );
  });
});

test('two thousand alerts and two thousand readings are one picture at once', () => {
  const alerts: Drawn[] = Array.from({ length: 2000 }, (_, i) => ({
    seq: i + 1,
    sent: formatInstant(start + (i % last) * hour),
    state: 'in-force',
    trust: 'from-origin',
    place: placeIds[i % placeIds.length] ?? 'KBL',
    family: families[i % families.length] ?? 'attack',
    lat: -60 + (i % 120),
    lon: -170 + ((i * 7) % 340),
    chain: i,
    isCap: i % 4 !== 0,
  }));
  const known = { alerts: alerts.map(viewOf), readings: alerts.map(readingOf) };
  const began = performance.now();
  const found = situationsOf(known, { ...asOf, seq: 9999 }, smallGazetteer);
  expect(found.length).toBeGreaterThan(500);
  // About 100 ms on an idle core; the limit is for a busy one.
  expect(performance.now() - began).toBeLessThan(2000);
});
