import { describe, expect, test } from 'vitest';
import { makeStated, type PartGiven } from '../../test/advice.ts';
import { at, makePerson, makeView, standing } from '../../test/make.ts';
import type { AlertView, Match, Stay } from '../core/model.ts';
import { infosCovering, matcher, unresolvedAreas } from './match.ts';

const now = at('2026-03-02T07:00:00Z');
const rules = { tellHours: 24, positionHours: 72 };
const frame = {
  ...{ office: 'Office', issuer: 'GB', sender: 'gov.example', series: 'gov/xx', identifier: 'xx' },
  ...{ sent: '2026-03-02T06:00:00Z', title: 'Advice' },
};
const advice = (...parts: PartGiven[]): AlertView => makeView(makeStated({ ...frame, parts }));
const whole = (part: Partial<PartGiven> = {}): PartGiven => ({
  ...{ place: 'AF', areas: [{ name: 'Afghanistan' }], words: 'Do not go.' },
  ...part,
});
const point: PartGiven = {
  ...{ place: 'KBL', areas: [{ name: 'Airport', at: [34.5, 69.2] }], words: 'Move away.' },
  instruction: 'leave',
};
const inAf = (stay: Partial<Stay> = {}) => makePerson('ana', { stay: { ...standing(30, 60), country: 'AF', ...stay } });
const match = (view: AlertView, stay: Partial<Stay> = {}, before: AlertView | null = null): Match =>
  matcher(view, now, rules, 'new', before)(inAf(stay));
const codes = ({ why }: Match): string[] => why.map(({ code }) => code);

describe('advice on a whole country', () => {
  test('is shown to whoever is in it by their stay, and told to nobody', () => {
    expect(match(advice(whole({ level: 4 })))).toMatchObject({
      show: true,
      tell: false,
      info: 0,
      why: [
        { code: 'in-country', info: 0, country: 'AF' },
        { code: 'standing', info: 0 },
      ],
    });
    expect(match(advice(whole()), { country: 'PK' })).toMatchObject({ show: false, why: [{ code: 'outside' }] });
    expect(match(advice(whole()), { country: ' af ' }).show).toBe(true);
    expect(match(advice(whole()), { country: 'Afghanistan' }).show).toBe(false);
  });

  test.each<[string, Partial<PartGiven>, PartGiven, boolean]>([
    ['a level rising to 4', { level: 3 }, whole({ level: 4 }), true],
    ['a level stated for the first time, as 4', {}, whole({ level: 4 }), true],
    ['a level that rises to 3', { level: 2 }, whole({ level: 3 }), false],
    ['a level 4 that stays', { level: 4 }, whole({ level: 4 }), false],
    ['a level that falls', { level: 4 }, whole({ level: 3 }), false],
    ['an instruction that becomes leave', { instruction: 'avoid' }, whole({ instruction: 'leave' }), true],
    ['an instruction that is still to leave', { instruction: 'leave' }, whole({ instruction: 'leave' }), false],
    ['from leave to shelter', { instruction: 'leave' }, whole({ instruction: 'shelter' }), false],
    ['an instruction that becomes avoid', {}, whole({ instruction: 'avoid' }), false],
    ['what was said of a part is said of the whole', { level: 4, scope: 'part' }, whole({ level: 4 }), true],
  ])('tells when it became urgent by a change: %s', (_, was, is, tell) => {
    const result = match(advice(is), {}, advice(whole(was)));
    expect(result.tell).toBe(tell);
    expect(codes(result)).toEqual(tell ? ['in-country'] : ['in-country', 'standing']);
  });

  test('a part of a country is not the whole of it: nobody is inside, and the desk is asked', () => {
    const view = advice(whole({ scope: 'part', level: 4 }));
    expect(match(view, {}, advice(whole()))).toMatchObject({ show: false, tell: false });
    expect(unresolvedAreas(view)).toHaveLength(1);
    expect(unresolvedAreas(advice(whole()))).toEqual([]);
  });

  test('a notice that asks all the country to shelter tells at its first reading', () => {
    expect(match(advice(whole({ family: 'attack', instruction: 'shelter' }))).tell).toBe(true);
    expect(match(advice(whole({ family: 'unrest', instruction: 'avoid' }))).tell).toBe(false);
  });

  test('at the airport the airport speaks', () => {
    const view = advice(whole({ level: 4 }), point);
    const result = match(view, { at: { lat: 34.5, lon: 69.2 } }, advice(whole({ level: 3 })));
    expect(result).toMatchObject({
      tell: true,
      info: 1,
      why: [{ code: 'inside', info: 1, area: 0, shape: 'circle', ours: { radiusMeters: 5000 } }],
    });
    expect(infosCovering(view, inAf({ at: { lat: 34.5, lon: 69.2 } }).person, now).toSorted()).toEqual([0, 1]);
  });

  test('without a position the country is enough for what is said of the country', () => {
    expect(codes(match(advice(whole()), { at: null }))).toEqual(['in-country', 'standing']);
    expect(match(advice(whole({ level: 4 })), { at: null }, advice(whole({ level: 3 }))).tell).toBe(true);
    expect(codes(match(advice(whole(), point), { at: null }))).toEqual(['no-position', 'in-country', 'standing']);
    expect(codes(match(advice(whole()), { at: null, country: null }))).toEqual(['no-position']);
    expect(codes(match(advice(whole()), { at: null, country: 'PK' }))).toEqual(['outside']);
  });

  test('an old position makes an old country', () => {
    expect(codes(match(advice(whole()), { positionAt: at('2026-02-20T00:00:00Z') }))).toEqual(['old-position']);
  });

  test('a rise that may concern somebody whose country is not stated is no “outside”', () => {
    const [high, low] = [advice(whole({ level: 4 })), advice(whole({ level: 3 }))];
    expect(codes(match(high, { country: null }, low))).toEqual(['no-position']);
    expect(codes(match(low, { country: null }))).toEqual(['outside']);
  });

  test('who can’t be reached is counted only when there is something to tell', () => {
    const mute = makePerson('mute', { channels: [], stay: { ...standing(30, 60), country: 'AF' } });
    const of = (before: AlertView | null) => matcher(advice(whole({ level: 4 })), now, rules, 'new', before)(mute);
    expect(codes(of(null))).toEqual(['in-country', 'standing']);
    expect(codes(of(advice(whole({ level: 3 }))))).toEqual(['in-country', 'no-channel']);
  });
});
