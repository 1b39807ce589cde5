/** Moments as machines write them. */
import { expect, test } from 'vitest';
import { formatInstant, parseInstant } from './time.ts';

test.each<[string, string | null]>([
  ['2021-08-26T07:30:00-00:00', '2021-08-26T07:30:00.000Z'],
  [' 2021-08-26T07:30+05:30 ', '2021-08-26T02:00:00.000Z'],
  ['2021-08-26T07:30:00.25Z', '2021-08-26T07:30:00.250Z'],
  ['2024-02-29T24:00:00-00:00', '2024-03-01T00:00:00.000Z'],
  ['2024-12-31T24:00:00.000+01:00', '2024-12-31T23:00:00.000Z'],
  ['2024-12-31T24:00Z', '2025-01-01T00:00:00.000Z'],
  ['2024-12-31T24:00:01Z', null],
  ['2024-12-31T24:01:00Z', null],
  ['2024-12-31T24:00:00.0001Z', null],
  ['2024-12-31T25:00:00Z', null],
  ['2023-02-29T10:00:00Z', null],
  ['2024-05-01T10:00:00', null],
])('%s: %s', (text, at) => {
  const read = parseInstant(text);
  expect(read === null ? null : formatInstant(read)).toBe(at);
});
