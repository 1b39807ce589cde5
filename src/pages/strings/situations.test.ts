import { expect, test } from 'vitest';
import type { Situation } from '../../core/situation.ts';
import { insideText } from './picture.ts';
import { titleOf } from './situations.ts';

const situation = (family: string, more: Partial<Situation> = {}, name = 'Kabul airport'): Situation =>
  ({ family, event: null, happened: false, place: { name }, ...more }) as Situation;

test.each([
  [situation('attack'), 'Threat of attack, Kabul airport'],
  [situation('attack', { happened: true }), 'Attack, Kabul airport'],
  [situation('flood', { event: 'Flash flood' }, 'River valley'), 'Flash flood, River valley'],
  [situation('advice', {}, 'Afghanistan'), 'Standing advice, Afghanistan'],
  [situation('flood'), 'Flood warning, Kabul airport'],
  [situation('locusts', {}, 'Nangarhar'), 'Locusts, Nangarhar'],
  [situation('', {}, ''), 'Warning'],
  [situation('constructor', {}, 'X'), 'Constructor, X'],
])('a title %#', (one, title) => {
  expect(titleOf(one)).toBe(title);
});

test('of a place nobody can find it is not said that none is inside', () => {
  const nobody = { inside: 0, unplaced: 0, insideTold: 0, told: 0 };
  const place = { id: null, name: 'Old Mill', kind: 'area', country: null, shapes: [], ours: false };
  expect(insideText(nobody, place)).toMatch(/nobody knows who of your people is inside/);
  expect(insideText(nobody, { ...place, id: 'AF', kind: 'country' })).toBe('None of your people inside.');
});
