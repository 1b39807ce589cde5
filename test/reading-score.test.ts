// What the figures of the reader are made of.
import { expect, test } from 'vitest';
import { f1, matched, overlapOf, share } from '../bench/reading/score.ts';

const stated = { name: 'a figure', definition: 'as it is counted' };

test('F1 of what was found, missed and read besides; the most frequent case first', () => {
  const figure = f1(stated, { found: 2, missed: ['a', 'b', 'b'], extra: ['c'] });
  expect(figure.value).toBe(4 / 8);
  expect(figure.counts).toBe('found 2, missed 3, not marked 1');
  expect(figure.worst).toEqual(['missed: b (2 times)', 'missed: a', 'not marked: c']);
  expect(f1(stated, { found: 0, missed: [], extra: [] }).value).toBe(0);
});

test('a share of items that are right', () => {
  const items = [
    { right: true, what: 'one' },
    { right: false, what: 'two' },
  ];
  expect(share(stated, items)).toMatchObject({ value: 0.5, counts: 'right 1 of 2', worst: ['two'] });
});

test('spans overlap by what they share of what they cover', () => {
  expect(overlapOf({ start: 0, end: 10 }, { start: 5, end: 15 })).toBe(5 / 15);
  expect(overlapOf({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(0);
});

test('each marked item has one that was read, the closest pair first', () => {
  const closeness = (a: number, b: number) => Math.max(0, 3 - Math.abs(a - b));
  const { pairs, missed, extra } = matched([1, 2, 9], [2, 4], closeness);
  expect(pairs).toEqual([[2, 2]]);
  expect([missed, extra]).toEqual([[1, 9], [4]]);
});
