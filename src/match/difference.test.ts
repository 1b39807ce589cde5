/** What a revision changes, by cases made by hand. */
import { expect, test } from 'vitest';
import { makeStated } from '../../test/advice.ts';
import { at, makeAlert, makeArea, makeInfo, makePerson, makeView, square, stamp, standing } from '../../test/make.ts';
import type { CapAlert, CapInfo } from '../core/cap/model.ts';
import type { AlertView } from '../core/model.ts';
import { type Difference, difference } from './difference.ts';

const now = at('2026-03-02T07:00:00Z');
const rules = { tellHours: 24, positionHours: 72 };
const at692 = (lon: number, stay = {}) => ({ stay: { ...standing(34.5, lon), ...stay } });
const people = [
  makePerson('west', at692(69)),
  makePerson('middle', at692(69.2)),
  makePerson('east', at692(69.4)),
  makePerson('far', at692(75)),
  makePerson('aged', at692(69.2, { positionAt: at('2026-02-20T07:00:00Z') })),
  makePerson('gone', at692(69.2, { to: now })),
];
const over = (lon: number, half: number, info: Partial<CapInfo> = {}): CapInfo =>
  makeInfo({ areas: [makeArea(square(34.5, lon, half))], ...info });
const view = (infos: readonly CapInfo[], alert: Partial<CapAlert> = {}): AlertView =>
  makeView({ alert: makeAlert({ infos: [...infos], ...alert }) });
const between = (before: AlertView, after: AlertView): Difference => difference(before, after, people, now, rules);
const same: Difference = { came: [], left: [], unclear: [], changed: [] };

test('the same again changes nothing, and nothing where nobody is', () => {
  expect(between(view([over(69.2, 0.1)]), view([over(69.2, 0.1)]))).toEqual(same);
  expect(between(view([over(10, 1)]), view([over(20, 1, { severity: 'Extreme' })]))).toEqual(same);
});

test('an area that moves east: who is newly in, who is out, and who stays in another area', () => {
  expect(between(view([over(69.1, 0.15)]), view([over(69.3, 0.15)]))).toEqual({
    came: ['p-east'],
    left: ['p-west'],
    unclear: [],
    changed: [{ person: 'p-middle', changes: ['area'] }],
  });
});

test('of the same area: its severity, instruction and end', () => {
  const after = over(69.2, 0.1, {
    severity: 'Extreme',
    responseTypes: ['Shelter'],
    expires: stamp('2026-03-03T12:00:00+00:00'),
  });
  expect(between(view([over(69.2, 0.1)]), view([after]))).toEqual({
    ...same,
    changed: [{ person: 'p-middle', changes: ['instruction', 'severity', 'until'] }],
  });
});

test('of several infos the one that speaks for each: where the stronger one goes, the level falls there alone', () => {
  const wide = over(69.2, 0.5, { severity: 'Moderate', responseTypes: ['Monitor'] });
  const core = over(69.2, 0.1, { severity: 'Extreme' });
  const after = view([wide, over(75, 0.1, { severity: 'Extreme' })]);
  expect(between(view([wide, core]), after)).toEqual({
    ...same,
    came: ['p-far'],
    changed: [{ person: 'p-middle', changes: ['instruction', 'severity', 'area'] }],
  });
});

test('a cancel, and an update whose end has passed: whoever was in it is out', () => {
  const before = view([over(69.2, 0.2)]);
  const all = { ...same, left: ['p-west', 'p-middle', 'p-east'] };
  expect(between(before, view([over(69.2, 0.2)], { msgType: 'Cancel' }))).toEqual(all);
  expect(between(before, view([over(69.2, 0.2, { expires: stamp('2026-03-02T06:30:00+00:00') })]))).toEqual(all);
  expect(between(before, view([over(69.2, 0.2)], { msgType: 'Update' }))).toEqual(same);
});

test('where some of the later area has no shape, nobody is said to be out', () => {
  const areas = [makeArea(square(34.5, 69.2, 0.1)), makeArea(null)];
  expect(between(view([over(69.1, 0.15)]), view([makeInfo({ areas })]))).toEqual({
    ...same,
    unclear: ['p-west'],
    changed: [{ person: 'p-middle', changes: ['area'] }],
  });
});

test('what prose leaves out it has not taken back', () => {
  const frame = {
    ...{ office: 'Office', issuer: 'GB', sender: 'gov.example', series: 'gov/xx', identifier: 'xx' },
    ...{ sent: '2026-03-02T06:00:00Z', title: 'Notice' },
  };
  const notice = (lon: number): AlertView => {
    const part = {
      place: 'KBL',
      areas: [{ name: 'Airport', at: [34.5, lon] as [number, number] }],
      words: 'Move away.',
    };
    return makeView(makeStated({ ...frame, parts: [{ ...part, instruction: 'leave' }] }));
  };
  expect(between(notice(69), notice(69.4))).toEqual({ ...same, came: ['p-east'], unclear: ['p-west'] });
});

test('the same code with another boundary leaves open who is out; another code does not', () => {
  const byCode = (code: string, lon: number, scheme = 'EMMA_ID'): AlertView => {
    const resolved = [
      { kind: 'resolved' as const, scheme, code, name: code, shape: square(34.5, lon, 0.15), source: 's', edition: '' },
    ];
    const alert = makeAlert({ infos: [makeInfo({ areas: [makeArea(null)] })] });
    return makeView({ alert, resolved: [{ info: 0, area: 0, resolved, unresolved: [] }] });
  };
  const here = byCode('AF1', 69);
  expect(between(here, byCode('AF1', 69.4))).toMatchObject({ came: ['p-east'], left: [], unclear: ['p-west'] });
  expect(between(here, byCode('af1', 69.4, 'emma id'))).toMatchObject({ left: [], unclear: ['p-west'] });
  expect(between(here, byCode('AF2', 69.4))).toMatchObject({ came: ['p-east'], left: ['p-west'], unclear: [] });
});
