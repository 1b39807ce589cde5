import { expect, test } from 'vitest';
import type { Situation } from '../../core/situation.ts';
import { estimateText, insideText } from './picture.ts';
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
  expect(insideText(nobody, place)).toMatch(/^Where it is is not known here/);
  expect(insideText(nobody, { ...place, id: 'AF-NAN', kind: 'admin1' })).toMatch(
    /^How far it reaches is not known here/,
  );
  expect(insideText(nobody, { ...place, id: 'AF', kind: 'country' })).toBe('None of your people inside.');
});

test('an end of an estimate that is no figure is told in the words of its text, in their order', () => {
  expect(estimateText({ min: 500, max: null }, 'from thousands of active fighters to 500')).toBe(
    'from thousands to 500',
  );
  expect(estimateText({ min: null, max: 5000 }, 'between hundreds and 5,000 people')).toBe('from hundreds to 5,000');
  expect(estimateText({ min: null, max: null }, 'from hundreds to thousands of people')).toBe(
    'from hundreds to thousands',
  );
  expect(estimateText({ min: 500, max: 600 }, 'between 500 and 600 people')).toBe('500 to 600');
  expect(estimateText({ min: 1500, max: 1500 }, 'an estimated 1,500 people')).toBe('1,500');
});
