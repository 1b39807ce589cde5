import { describe, expect, test } from 'vitest';
import { at, makeAlert, makeArea, makeInfo, makeView, square, stamp } from '../../test/make.ts';
import {
  advised,
  field,
  makeClaim,
  makeDeadline,
  makeEvent,
  makePart,
  makeWarning,
  read,
  smallGazetteer,
} from '../../test/make-picture.ts';
import type { CapInfo } from '../core/cap/model.ts';
import type { DrawnShape } from '../core/geo/shape.ts';
import type { AlertView } from '../core/model.ts';
import type { ReadingView, Situation } from '../core/situation.ts';
import { situationsOf } from './situations.ts';

const ask = (
  alerts: readonly AlertView[],
  readings: readonly ReadingView[] = [],
  valid = '2021-08-26T08:00:00Z',
  seq = 99,
): readonly Situation[] => situationsOf({ alerts, readings }, { valid: at(valid), seq }, smallGazetteer);

const placesOf = (found: readonly Situation[]): string[] => found.map(({ family, place }) => `${family} ${place.name}`);

const embassy = advised('us', 2, '2021-08-25T23:00:00Z', 'US', [
  makePart({ tells: [['avoid', 'Stay away from the airport.']] }),
  makePart({ place: 'abbey', tells: [['leave', 'Whoever is at the gate should leave immediately.', 'now']] }),
  makePart({ place: 'north', tells: [['leave', 'Whoever is at the gate should leave immediately.', 'now']] }),
]);
const britain = advised('gb', 1, '2021-08-25T21:30:00Z', 'GB', [
  makePart({
    family: 'advice',
    place: 'AF',
    scope: 'whole',
    level: 4,
    tells: [['avoid', 'Do not go to Afghanistan.']],
  }),
  makePart({ tells: [['leave', 'Move away to a safe place.']] }),
]);
const australia = advised('au', 3, '2021-08-26T00:25:00Z', 'AU', [
  makePart({ family: 'advice', place: 'AF', scope: 'whole', level: 4, tells: [['avoid', 'Do not travel.']] }),
  makePart({ tells: [['leave', 'Near the airport, move away to a safe place.']] }),
]);

const cap = (
  id: string,
  seq: number,
  shape: DrawnShape | null,
  info: Partial<CapInfo> = {},
  view: Partial<AlertView> = {},
): AlertView =>
  makeView({
    id,
    report: `r-${id}`,
    advice: null,
    alert: makeAlert({
      identifier: id,
      sent: stamp('2021-08-26T05:50:00Z'),
      infos: [makeInfo({ areas: [makeArea(shape)], expires: stamp('2021-08-26T13:30:00Z'), ...info })],
    }),
    situation: `chain-${id}`,
    situations: [`chain-${id}`],
    recorded: { seq, at: at('2021-08-26T05:52:00Z') },
    ...view,
  });
const flood = cap('flood', 4, square(34.44, 70.46, 0.1), { responseTypes: ['Avoid', 'Prepare'], urgency: 'Expected' });

describe('anchors', () => {
  test('a gate belongs to its airport, and advice on the country is a situation of its own', () => {
    const found = ask([embassy, britain]);
    expect(placesOf(found)).toEqual(['attack Kabul airport', 'advice Afghanistan']);
    expect(found[0]?.place).toMatchObject({ id: 'KBL', kind: 'airport', country: 'AF', ours: true });
    expect(found[0]?.place.shapes).toHaveLength(1);
    expect(found[0]?.issuers[0]?.places).toEqual(['Kabul airport', 'Abbey Gate', 'North Gate']);
    expect(found[1]?.issuers.map(({ instructions }) => instructions)).toEqual([['avoid']]);
  });

  test('advice on the whole country gives its level to every danger in it and joins no two of them', () => {
    const found = ask([britain, flood]);
    expect(placesOf(found)).toEqual(['attack Kabul airport', 'flood River bank', 'advice Afghanistan']);
    for (const { level } of found) expect(level).toMatchObject({ value: 4, issuer: 'GB', scope: 'whole' });
    expect(found[1]?.issuers.map(({ issuer }) => issuer)).toEqual(['Sample Water Office']);
    expect(found[1]?.place.country).toBe('AF');
    expect(found[1]?.reports).toEqual(['r-gb', 'r-flood']);
  });

  test('a hotel inside the airport’s circle joins it, the middle of the town beside it does not', () => {
    const hotel = advised('h', 3, '2021-08-26T01:00:00Z', 'FR', [makePart({ place: 'baron' })]);
    const town = advised('t', 4, '2021-08-26T01:00:00Z', 'DE', [makePart({ place: 'kabul' })]);
    expect(placesOf(ask([embassy, hotel, town]))).toEqual(['attack Kabul airport', 'attack Kabul']);
  });

  test('an anchor does not grow: who meets only a member stands apart', () => {
    const near = cap('near', 5, square(34.44, 70.64, 0.1));
    const far = cap('far', 6, square(34.44, 70.82, 0.1));
    const found = ask([flood, near, far]);
    expect(found.map(({ alerts }) => alerts)).toEqual([['far'], ['flood', 'near']]);
  });

  test('references bind harder than place', () => {
    const moved = cap('moved', 5, square(40, 40, 0.1), {}, { situations: ['chain-flood'], situation: 'chain-flood' });
    const old: AlertView = { ...flood, state: 'superseded', enders: ['moved'], endedBy: 'moved' };
    const [one, ...rest] = ask([old, moved]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ alerts: ['flood', 'moved'], issuers: [{ alert: 'moved', earlier: ['flood'] }] });
    expect(one?.place.shapes).toEqual([square(40, 40, 0.1)]);
  });

  test('one code or one sender’s area without a shape is one place; other families stay apart', () => {
    const coded = (id: string, seq: number, event: string, desc: string): AlertView =>
      cap(id, seq, null, {
        event,
        areas: [makeArea(null, { areaDesc: desc, geocodes: [{ valueName: 'UGC', value: 'X1' }] })],
      });
    const found = ask([
      coded('a', 1, 'Flood', 'North'),
      coded('b', 2, 'Flash flood', 'N.'),
      coded('c', 3, 'Gale', 'North'),
    ]);
    expect(found.map(({ alerts }) => alerts).toSorted()).toEqual([['a', 'b'], ['c']]);
  });

  test('a stranger’s drawing gathers nothing that others vouch for, and decides nothing', () => {
    const stranger = cap(
      'stranger',
      1,
      square(34.44, 70.46, 5),
      { responseTypes: ['Evacuate'] },
      { trust: 'unverified' },
    );
    const [official, unknown] = ask([stranger, flood]);
    expect(official).toMatchObject({ alerts: ['flood'], instruction: { value: 'avoid' } });
    expect(unknown).toMatchObject({ alerts: ['stranger'], instruction: null, severity: null });
    expect(unknown?.issuers).toMatchObject([{ trust: 'unverified', instructions: ['leave'] }]);
  });

  test('a stranger can’t speak in an issuer’s name', () => {
    const fake = advised('x', 9, '2021-08-26T07:00:00Z', 'US', [makePart({ tells: [['all-clear', 'All is well.']] })], {
      trust: 'unverified',
    });
    const [one] = ask([embassy, fake]);
    expect(one?.issuers.map(({ trust, alert }) => [trust, alert])).toEqual([
      ['unverified', 'x'],
      ['from-origin', 'us'],
    ]);
    expect(one?.instruction?.value).toBe('leave');
  });
});

describe('what counts most', () => {
  const [airport, country] = ask([britain, embassy, australia]);

  test('of equal instructions the one that says at once, of equal levels the newer', () => {
    expect(airport?.instruction).toMatchObject({ value: 'leave', issuer: 'US', immediate: true });
    expect(airport?.instruction?.cite.text).toBe('Whoever is at the gate should leave immediately.');
    expect(airport?.level).toMatchObject({ value: 4, issuer: 'AU', cite: { report: 'r-au', text: 'Level 4' } });
    expect(country?.instruction).toMatchObject({ value: 'avoid', issuer: 'AU', immediate: false });
  });

  test('issuers come newest first, each with the words of the place and the level of the country', () => {
    expect(airport?.issuers.map(({ issuer, level, scope }) => [issuer, level, scope])).toEqual([
      ['AU', 4, 'whole'],
      ['US', null, null],
      ['GB', 4, 'whole'],
    ]);
    expect(airport?.issuers[2]?.words.text).toBe('Move away to a safe place.');
    expect(airport?.issuers[1]?.instructions).toEqual(['leave', 'avoid']);
  });

  const missing = { issuer: null, cite: null, speaker: null, at: null };
  test('what is missing is said: no end, no safe place, no level by one of them', () => {
    expect(airport?.unknowns).toEqual([
      { ...missing, about: 'end' },
      { ...missing, about: 'safe-place' },
      { ...missing, about: 'level', issuer: 'US' },
    ]);
  });

  test('CAP is cited by the path of its elements', () => {
    const [one] = ask([flood]);
    expect(one).toMatchObject({
      event: 'Flash flood',
      instruction: { value: 'avoid', cite: { text: 'Avoid', zone: 'info[1]/responseType[1]' } },
      severity: { value: 'Severe', cite: { text: 'Severe', zone: 'info[1]/severity' } },
      issuers: [{ words: { zone: 'info[1]/instruction' }, expires: at('2021-08-26T13:30:00Z') }],
    });
  });

  test('advice for parts of a country is not advice for the whole of it', () => {
    const parts = advised('p', 1, '2021-08-26T01:00:00Z', 'CA', [
      makePart({ family: 'advice', place: 'AF', scope: 'part', level: 4 }),
      makePart({ family: 'advice', place: 'AF', scope: 'whole', level: 3 }),
    ]);
    for (const { level } of ask([parts, flood])) expect(level).toMatchObject({ value: 3, scope: 'whole' });
  });

  test('none rated sinks below an instruction, standing advice never drowns a place', () => {
    const unrated = cap('unrated', 8, square(10, 10, 1), { responseTypes: [], severity: 'Extreme' });
    const clear = cap('clear', 9, square(-10, 10, 1), { responseTypes: ['AllClear'] });
    expect(ask([britain, flood, unrated, clear]).map(({ place, alerts }) => `${place.kind} ${alerts}`)).toEqual([
      'airport gb',
      'area flood',
      'country gb',
      'area unrated',
      'area clear',
    ]);
  });
});

describe('two times', () => {
  const later = advised('us-2', 5, '2021-08-26T14:30:00Z', 'US', [makePart({ tells: [['avoid', 'Stay away.']] })]);
  const ended: AlertView = { ...embassy, state: 'superseded', endedBy: 'us-2', enders: ['us-2'] };

  test('what was sent later counts later, and what it took the place of stands until then', () => {
    expect(ask([ended, later])[0]?.issuers).toMatchObject([{ alert: 'us', earlier: [] }]);
    expect(ask([ended, later], [], '2021-08-26T14:30:00Z')[0]?.issuers).toMatchObject([
      { alert: 'us-2', earlier: ['us'] },
    ]);
  });

  test('an ended danger leaves the picture', () => {
    expect(ask([{ ...flood, state: 'expired' }])).toEqual([]);
    expect(ask([{ ...flood, state: 'cancelled', enders: ['gone'] }])).toEqual([]);
  });

  test('a situation keeps its id whatever moment is asked for', () => {
    const ids = ['2021-08-26T08:00:00Z', '2021-08-27T08:00:00Z'].map((valid) => ask([ended, later], [], valid)[0]?.id);
    expect(ids[0]).toMatch(/^s-[0-9a-f]{16}$/);
    expect(ids[1]).toBe(ids[0]);
  });
});

describe('readings', () => {
  const risk = makeClaim('c1', 'Joe Biden', 'the airport faces a growing risk of an attack', ['KBL']);
  const president = read('president', 1, '2021-08-24T22:10:00Z', {
    claims: [risk, makeClaim('c2', 'Joe Biden', 'the sooner it is done the better', [])],
    warnings: [makeWarning('w1', { speaker: field('Biden', 'Joe Biden'), rises: 'rising' })],
    deadlines: [makeDeadline('2021-08-31', '31 August')],
  });

  test('leave 30 days after they were heard, unless they are the word of an alert in force', () => {
    const word = makeClaim('c1', 'U.S. Embassy Kabul', 'an attack on the airport is possible', ['KBL']);
    const own = read('us', 3, '2021-08-25T23:00:00Z', { claims: [word] }, { report: 'r-us' });
    const speakers = (valid: string) =>
      ask([embassy], [president, own], valid)[0]?.claims.map(({ cite }) => cite.report);
    expect(speakers('2021-09-20T00:00:00Z')).toEqual(['r-us', 'r-president']);
    expect(speakers('2021-12-24T00:00:00Z')).toEqual(['r-us']);
  });

  test('before any notice a claim is a situation: no instruction, no issuer, and nothing computed to be missing', () => {
    const found = ask([], [president], '2021-08-25T01:30:00Z');
    expect(found).toMatchObject([
      {
        family: 'attack',
        place: { id: 'KBL' },
        instruction: null,
        level: null,
        issuers: [],
        unknowns: [],
        trend: { value: 'rising', speaker: 'Joe Biden' },
        deadlines: [{ value: '2021-08-31', cites: [{ text: '31 August' }] }],
        claims: [{ speaker: 'Joe Biden', cite: { text: risk.content.text } }],
      },
    ]);
  });

  test('what is said of it is news for 48 hours, the deadline stays, and after a week of silence it is gone', () => {
    const [after] = ask([], [president], '2021-08-26T22:10:01Z');
    expect(after).toMatchObject({ trend: null, deadlines: [{ value: '2021-08-31' }] });
    expect(ask([], [president], '2021-09-02T00:00:00Z')).toEqual([]);
  });

  test('no situation is made of the narrator’s words, a country, a vague region, the past, or a denial', () => {
    const past = { ...field('last year', '2020'), modifier: null, basis: 'document-date' as const };
    const none = read('none', 1, '2021-08-26T05:00:00Z', {
      claims: [
        makeClaim('c1', null, 'soldiers saw flares against missiles', ['KBL']),
        makeClaim('c2', 'A minister', 'attacks are likely', ['AF']),
        makeClaim('c3', 'A minister', 'attacks are likely', ['east']),
        makeClaim('c4', 'A minister', 'gunmen attacked a hospital', ['kabul'], { time: past }),
        makeClaim('c5', 'A spokesman', 'there is no threat of attack', ['kabul'], { stance: 'denies' }),
      ],
      events: [makeEvent('e1', 'attack', 'attack', 'kabul', { time: past })],
    });
    expect(ask([], [none])).toEqual([]);
  });

  test('a denial stands beside what it denies, by the words quoted', () => {
    const explainer = read('explainer', 4, '2021-08-26T05:00:00Z', {
      claims: [
        makeClaim('c1', 'Joe Biden', 'the risk of an attack on the airport is acute', ['KBL']),
        makeClaim('c2', 'a Taliban spokesman', 'only of a nuisance that might make trouble', [], {
          stance: 'plays-down',
          contradicts: 'c1',
          quoted: field('nuisance', null),
        }),
      ],
      warnings: [makeWarning('w1', { speaker: field('Biden', 'Joe Biden'), rises: 'rising' })],
      unknowns: [{ about: 'details', text: 'Neither has given details.', start: 1, end: 27 }, { about: 'end' }],
      disagreements: [
        { between: ['c2', 'c1'], about: 'gravity' },
        { between: ['e1.min', 'e1.max'], about: 'number' },
      ],
    });
    const [one] = ask([embassy], [explainer, president]);
    expect(one?.disagreements).toMatchObject([
      {
        about: 'gravity',
        sides: [
          { speaker: 'Joe Biden', cite: { text: 'it is rising' } },
          { speaker: 'a Taliban spokesman', cite: { text: 'nuisance' } },
        ],
      },
    ]);
    expect(one?.claims.map(({ speaker }) => speaker)).toEqual(['Joe Biden', 'a Taliban spokesman', 'Joe Biden']);
    expect(one?.unknowns.map(({ about }) => about)).toEqual(['details', 'end']);
    expect(ask([embassy], [explainer], '2021-08-28T06:00:00Z')[0]?.disagreements).toEqual([]);
  });

  test('opposite orders stand side by side, also one that stands in a warning only', () => {
    const stay = makeClaim('c1', 'the police', 'people at the airport should stay indoors against an attack', ['KBL']);
    const leave = makeWarning('w1', { issuer: field('U.S. Embassy', 'US'), said: 'Leave the airport now.' });
    const said = read('both', 4, '2021-08-26T05:00:00Z', {
      claims: [stay],
      warnings: [leave],
      disagreements: [{ between: ['c1', 'w1'], about: 'instruction' }],
    });
    expect(ask([embassy], [said])[0]?.disagreements).toMatchObject([
      {
        about: 'instruction',
        sides: [
          { speaker: 'the police', cite: { text: stay.content.text } },
          { speaker: 'U.S. Embassy', cite: { text: 'Leave the airport now.' } },
        ],
      },
    ]);
  });

  test('what a medium reports of an issuer counts only while it has no word of its own here', () => {
    const tells = {
      ...field('leave', 'leave' as const),
      places: [],
      immediate: false,
      sentence: field('Leave.', null),
    };
    const warn = (id: string, issuer: string) =>
      makeWarning(id, { issuer: field(`Office of ${issuer}`, issuer), instructions: [tells] });
    const news = read('news', 4, '2021-08-26T05:00:00Z', { warnings: [warn('w1', 'US'), warn('w2', 'AU')] });
    const [one] = ask([embassy], [news]);
    expect(one?.issuers.map(({ issuer, trust, alert }) => [issuer, trust, alert])).toEqual([
      ['AU', 'reported', null],
      ['US', 'from-origin', 'us'],
    ]);
    expect(ask([], [news])[0]).toMatchObject({ instruction: null, issuers: [{ issuer: 'AU' }, { issuer: 'US' }] });
  });

  test('deadlines and estimates of several readings are one, cited newest first', () => {
    const estimate = {
      id: 'e1',
      of: field('fighters', 'fighters'),
      min: 500,
      max: null,
      unit: 'people',
      source: null,
      asOf: null,
    };
    const { start, end, text } = field('thousands to 500', null);
    const again = read('again', 4, '2021-08-26T05:00:00Z', {
      claims: [risk],
      deadlines: [makeDeadline('2021-08-31', 'August 31'), makeDeadline('2021-08-31', 'Aug. 31')],
      estimates: [{ ...estimate, start, end, text }],
    });
    const [one] = ask([], [president, again]);
    expect(one?.deadlines).toMatchObject([{ cites: [{ text: 'August 31' }, { text: '31 August' }] }]);
    expect(one?.estimates).toMatchObject([{ of: 'fighters', min: 500, max: null, cite: { text: 'thousands to 500' } }]);
  });
});
