/** Where cities lie, by the outlines of the kept borders. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBorders } from './borders.ts';
import { countryAt } from './country-at.ts';

const file = join(import.meta.dirname, '../../../assets/map/borders.json');
const countryOf = countryAt(readBorders(readFileSync(file, 'utf8')));

test.each([
  ['Kabul', 34.53, 69.17, 'AF'],
  ['Wellington', -41.25, 174.9, 'NZ'],
  ['Suva’s island', -17.8, 178, 'FJ'],
  ['Chukotka, behind the antimeridian', 67, -175, 'RU'],
  ['Maseru, in the middle of another country', -29.4, 28, 'LS'],
  ['around Maseru', -29.1, 26.2, 'ZA'],
  ['the South Pole', -89, 50, 'AQ'],
  ['the Atlantic', 30, -40, null],
])('%s', (_, lat, lon, code) => {
  expect(countryOf({ lat, lon })).toBe(code);
});
