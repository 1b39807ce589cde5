/** Ways out of areas that bend, and back into them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers } from '../covers.ts';
import type { Point, Polygon, Shape } from '../shape.ts';
import { comesBack } from './return.ts';
import { straightWay } from './straight.ts';

const points = (...pairs: readonly (readonly [number, number])[]): readonly Point[] =>
  pairs.map(([lat, lon]) => ({ lat, lon }));
/** A U that is open to the north: its arms from 10 to 11 and from 12 to 13 east. */
const bent = points([10, 10], [10, 13], [11, 13], [11, 12], [10.2, 12], [10.2, 11], [11, 11], [11, 10], [10, 10]);
const u: Polygon = { kind: 'polygon', ring: bent };
const moved = (by: number): Polygon => ({
  kind: 'polygon',
  ring: bent.map(({ lat, lon }) => ({ lat, lon: lon + by > 180 ? lon + by - 360 : lon + by })),
});

test.each<[string, Shape, Point, Point, boolean]>([
  ['through the gap and the other arm', u, { lat: 10.5, lon: 10.9 }, { lat: 10.5, lon: 13.1 }, true],
  ['into the gap', u, { lat: 10.5, lon: 10.9 }, { lat: 10.5, lon: 11.5 }, false],
  ['along the bottom and out', u, { lat: 10.1, lon: 10.9 }, { lat: 10.1, lon: 13.1 }, false],
  ['out to the west', u, { lat: 10.5, lon: 10.9 }, { lat: 10.5, lon: 9 }, false],
  ['from the edge outward', u, { lat: 10.5, lon: 11 }, { lat: 10.5, lon: 11.5 }, false],
  ['over the antimeridian', moved(168.5), { lat: 10.5, lon: 179.4 }, { lat: 10.5, lon: -178.4 }, true],
  ['into its gap there', moved(168.5), { lat: 10.5, lon: 179.4 }, { lat: 10.5, lon: -179.8 }, false],
  [
    'from one part into another',
    {
      kind: 'multipolygon',
      polygons: [moved(0), { kind: 'polygon', ring: points([8, 10], [8, 11], [9, 11], [8, 10]) }],
    },
    { lat: 10.1, lon: 10.8 },
    { lat: 7, lon: 10.8 },
    true,
  ],
  [
    'out of a hole’s rim and over the hole',
    {
      ...u,
      ring: points([0, 0], [0, 3], [3, 3], [3, 0], [0, 0]),
      holes: [points([1, 1], [1, 2], [2, 2], [2, 1], [1, 1])],
    },
    { lat: 1.5, lon: 0.5 },
    { lat: 1.5, lon: 4 },
    true,
  ],
  [
    'out of a circle',
    { kind: 'circle', center: { lat: 0, lon: 0 }, radiusMeters: 5000 },
    { lat: 0, lon: 0 },
    { lat: 0, lon: 9 },
    false,
  ],
])('%s', (_, shape, from, to, expected) => {
  expect(covers(shape, from)).toBe(true);
  expect(comesBack(straightWay(from, to), shape)).toBe(expected);
});

test('parts that share an edge are one area', () => {
  const halves: Shape = {
    kind: 'multipolygon',
    polygons: [
      { kind: 'polygon', ring: points([0, 0], [0, 1], [1, 1], [1, 0], [0, 0]) },
      { kind: 'polygon', ring: points([0, 1], [0, 2], [1, 2], [1, 1], [0, 1]) },
    ],
  };
  expect(comesBack(straightWay({ lat: 0.5, lon: 0.5 }, { lat: 0.5, lon: 3 }), halves)).toBe(false);
});

test('it is what walking the way finds, over rings made up', () => {
  const degree = fc.noBias(fc.integer({ min: 0, max: 3_000_000 })).map((n) => n / 1e6);
  const corner = fc.record({ lat: degree, lon: degree });
  let [returns, stays] = [0, 0];
  const cases = fc.tuple(fc.array(corner, { minLength: 4, maxLength: 9 }), corner, corner);
  fc.assert(
    fc.property(cases, ([made, from, to]) => {
      const shape: Polygon = { kind: 'polygon', ring: [...made, made[0] ?? from] };
      if (!covers(shape, from) || covers(shape, to)) return;
      const walked = (steps: number): boolean => {
        const [lat, lon] = [(to.lat - from.lat) / steps, (to.lon - from.lon) / steps];
        let isOut = false;
        for (let i = 1; i <= steps; i++) {
          const isIn = covers(shape, { lat: from.lat + lat * i, lon: from.lon + lon * i });
          if (isIn && isOut) return true;
          isOut = !isIn;
        }
        return false;
      };
      const expected = walked(200) || walked(4000);
      expect(comesBack({ kind: 'corridor', line: [from, to], radiusMeters: 0 }, shape)).toBe(expected);
      if (expected) returns++;
      else stays++;
    }),
    { numRuns: 1500, seed: 5, endOnFailure: true },
  );
  expect(Math.min(returns, stays)).toBeGreaterThan(20);
});
