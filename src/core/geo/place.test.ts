/** Which place lies in which. */
import { expect, test } from 'vitest';
import { placeById } from './gazetteer.ts';
import { liesIn } from './place.ts';

test.each([
  ['af-kabul', 'AF', true],
  ['KBL', 'AF', true],
  ['kbl-abbey-gate', 'KBL', true],
  ['kbl-abbey-gate', 'AF', true],
  ['af-jalalabad', 'AF-NAN', true],
  ['AF-NAN', 'AF', true],
  ['AF', 'AF', false],
  ['AF-NAN', 'AF-NAN', false],
  ['AF', 'af-kabul', false],
  ['KBL', 'af-kabul', false],
  ['af-jalalabad', 'AF-KAB', false],
  ['af-kabul', 'PK', false],
])('%s in %s: %s', (inner, outer, expected) => {
  const [one, whole] = [placeById(inner), placeById(outer)];
  expect(one !== null && whole !== null && liesIn(one, whole)).toBe(expected);
});
