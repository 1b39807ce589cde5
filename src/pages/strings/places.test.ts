import { expect, test } from 'vitest';
import { compassPoint } from '../../match/safe-places.ts';
import { compassWords, distanceText } from './places.ts';

test('distances are as exact as they are of use', () => {
  expect([4, 424, 994, 995, 5562, 9949, 9950, 37_061].map(distanceText)).toEqual([
    ...['10 m', '420 m', '990 m', '1.0 km', '5.6 km', '9.9 km', '10 km', '37 km'],
  ]);
});

test('sixteen directions, each in words of its own, opposite ones opposite', () => {
  expect(new Set(compassWords).size).toBe(16);
  expect([0, 45, 112.5, 180, 270, 348.7, 348.8].map((degrees) => compassWords[compassPoint(degrees)])).toEqual([
    ...['north', 'northeast', 'east-southeast', 'south', 'west', 'north-northwest', 'north'],
  ]);
});
