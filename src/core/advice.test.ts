import { expect, test } from 'vitest';
import { type AdvicePart, type AdviceScope, levelsHere } from './advice.ts';

const field = { text: 'x', start: 0, end: 1, zone: 'body' as const };
const part = (place: string, scope: AdviceScope, level: 1 | 2 | 3 | 4 | null): AdvicePart => ({
  ...{ family: 'advice', place, scope, instructions: [], words: { ...field, value: null } },
  level: level === null ? null : { ...field, value: level },
});
const values = (parts: readonly AdvicePart[], info = 0): (number | null)[] => {
  const { sure, maybe } = levelsHere({ parts }, info);
  return [sure?.level?.value ?? null, maybe?.level?.value ?? null];
};

test.each([
  ['its own', [part('AF', 'whole', 3)], [3, null]],
  ['none', [part('KBL', 'point', null), part('AF', 'whole', null)], [null, null]],
  ['what is said of the country around', [part('KBL', 'point', null), part('AF', 'whole', 4)], [4, null]],
  ['the higher of both', [part('KBL', 'point', 2), part('AF', 'whole', 4)], [4, null]],
  ['its own where that is higher', [part('KBL', 'point', 4), part('AF', 'whole', 3)], [4, null]],
  ['perhaps a higher one for parts', [part('AF', 'whole', 3), part('AF', 'part', 4)], [3, 4]],
  [
    'perhaps only one for parts',
    [part('KBL', 'point', null), part('AF', 'whole', null), part('AF', 'part', 4)],
    [null, 4],
  ],
  ['not a lower one for parts', [part('AF', 'whole', 4), part('AF', 'part', 3)], [4, null]],
  ['a part’s own', [part('AF', 'part', 4), part('AF', 'whole', 3)], [4, null]],
  [
    'of two countries neither',
    [part('KBL', 'point', null), part('AF', 'whole', 4), part('PK', 'whole', 2)],
    [null, null],
  ],
])('the level at a place is %s', (_, parts, expected) => {
  expect(values(parts)).toEqual(expected);
});

test('of a part that is not there no level is known', () => {
  expect(values([], 0)).toEqual([null, null]);
});
