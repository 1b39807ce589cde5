/** The borders that are kept are whole, small, and where they ought to be; cut at a frame they stay inside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOfRing, type Corner, clippedRing, readBorders } from './borders.ts';
import { countriesIn } from './land.tsx';
import { frameOf } from './projection.ts';

const file = join(import.meta.dirname, '../../../assets/map/borders.json');
const text = readFileSync(file, 'utf8');
const borders = readBorders(text);

describe('the kept borders', () => {
  test('are small enough to fetch on a bad line, name their source, and know nearly every country by its code', () => {
    expect(text.length).toBeLessThan(400_000);
    expect(borders.attribution).toContain('Natural Earth');
    expect(borders.countries.length).toBeGreaterThan(230);
    expect(borders.countries.filter(({ code }) => code === '').map(({ name }) => name).length).toBeLessThan(8);
    const codes = borders.countries.map(({ code }) => code).filter((code) => code !== '');
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Z]{2}$/);
  });

  test.each([
    ['AF', 60.5, 74.9, 29.4, 38.5],
    ['CH', 5.9, 10.5, 45.8, 47.8],
    ['LK', 79.7, 81.9, 5.9, 9.8],
  ])('%s lies where it lies, within a tenth of a degree', (code, west, east, south, north) => {
    const [ring = []] = borders.countries.find((country) => country.code === code)?.rings ?? [];
    const box = boxOfRing(ring);
    for (const [found, true_] of [
      [box.west, west],
      [box.east, east],
      [box.south, south],
      [box.north, north],
    ] as const)
      expect(Math.abs(found - true_)).toBeLessThan(0.1);
  });

  test('have closed rings only', () => {
    for (const { rings, name } of borders.countries)
      for (const ring of rings) expect(ring.at(-1), name).toEqual(ring[0]);
  });

  test('drawn for one country are small, and name its neighbours', () => {
    const frame = frameOf({ west: 60.5, east: 74.9, south: 29.4, north: 38.5 }, 560, 424);
    const drawn = countriesIn(borders, frame);
    expect(drawn.map(({ country }) => country.code)).toEqual(expect.arrayContaining(['AF', 'PK', 'IR', 'TM', 'TJ']));
    expect(drawn.reduce((sum, { path }) => sum + path.length, 0)).toBeLessThan(30_000);
  });
});

test('a ring cut at a frame stays inside it, whatever it was', () => {
  const corner = fc.tuple(
    fc.double({ min: -500, max: 900, noNaN: true }),
    fc.double({ min: -500, max: 900, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(corner, { maxLength: 12 }), (ring) => {
      for (const [x, y] of clippedRing(ring as Corner[], 0, 0, 100, 80)) {
        expect(x).toBeGreaterThanOrEqual(-1e-9);
        expect(x).toBeLessThanOrEqual(100 + 1e-9);
        expect(y).toBeGreaterThanOrEqual(-1e-9);
        expect(y).toBeLessThanOrEqual(80 + 1e-9);
      }
    }),
  );
  expect(
    clippedRing(
      [
        [10, 10],
        [20, 10],
        [20, 20],
      ],
      0,
      0,
      100,
      80,
    ),
  ).toHaveLength(3);
  expect(
    clippedRing(
      [
        [-10, -10],
        [-20, -10],
        [-20, -20],
      ],
      0,
      0,
      100,
      80,
    ),
  ).toEqual([]);
});
