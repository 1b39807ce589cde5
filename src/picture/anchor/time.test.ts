import { describe, expect, test } from 'vitest';
import { at } from '../../../test/make.ts';
import { hour } from '../../core/time/time.ts';
import { fnv64 } from './fnv.ts';
import { stretchOf } from './time.ts';

describe('what an EDTF value covers', () => {
  test.each([
    ['2021-08-26', '2021-08-26T00:00:00Z', '2021-08-27T00:00:00Z'],
    ['2021-08-26T10:00Z', '2021-08-26T00:00:00Z', '2021-08-27T00:00:00Z'],
    ['2021-07', '2021-07-01T00:00:00Z', '2021-08-01T00:00:00Z'],
    ['2020~', '2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z'],
    ['2021-08-20/2021-08-22', '2021-08-20T00:00:00Z', '2021-08-23T00:00:00Z'],
  ])('%s', (value, from, to) => {
    expect(stretchOf(value)).toEqual({ from: at(from) - 12 * hour, to: at(to) + 12 * hour });
  });

  test.each(['201X', 'soon', '', '2021-08-26/..', '2022/2021'])('%s is no stretch', (value) => {
    expect(stretchOf(value)).toBeNull();
  });
});

// From the test vectors of the authors (isthe.com/chongo/src/fnv/test_fnv.c).
test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('FNV-1a of “%s”', (text, expected) => {
  expect(fnv64(text)).toBe(expected);
});
