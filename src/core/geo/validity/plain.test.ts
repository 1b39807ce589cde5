/** Rings that are known without a sweep: exactly those small ones of which the sweep says that nothing is wrong. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from '../shape.ts';
import { Sweep } from './meetings.ts';
import { Path } from './path.ts';
import { orientationOfPlain } from './plain.ts';

const closed = (points: readonly Point[]): readonly Point[] => [...points, points[0] as Point];
const ringOf = (...points: (readonly [lat: number, lon: number])[]): readonly Point[] =>
  closed(points.map(([lat, lon]) => ({ lat, lon })));

/** What the sweep says; null where anything is wrong. */
function orientationBySweep(ring: readonly Point[]): 'clockwise' | 'counterclockwise' | null {
  const path = new Path(ring);
  const { crossing, touching } = new Sweep(path).run();
  const isWrong = crossing !== null || touching !== null || path.repeated !== null || path.isFlat();
  if (isWrong || path.fromWest.some((vertex) => path.turnsBack(vertex))) return null;
  return path.turnAt(path.fromWest[0] ?? 0) > 0 ? 'counterclockwise' : 'clockwise';
}

/** A grid of few places, where rings touch and repeat themselves, and places anywhere, where they cross. */
const gridPoint = fc.record({ lat: fc.integer({ min: 0, max: 3 }), lon: fc.integer({ min: 0, max: 3 }) });
const degrees = fc.integer({ min: -80_000_000, max: 80_000_000 }).map((millionths) => millionths / 1e6);
const anyPoint = fc.record({ lat: degrees, lon: degrees });
/** Around a middle, so that the outline meets itself rarely. */
const starRing = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 60 }).map((radii) =>
  radii.map((radius, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return { lat: radius * Math.sin(angle), lon: radius * Math.cos(angle) };
  }),
);

test('both agree on every ring away from the antimeridian', () => {
  const ring = fc
    .oneof(
      fc.array(gridPoint, { minLength: 3, maxLength: 8 }),
      fc.array(anyPoint, { minLength: 3, maxLength: 8 }),
      starRing,
    )
    .map(closed);
  fc.assert(
    fc.property(ring, (points) => {
      expect(orientationOfPlain(points)).toBe(orientationBySweep(points));
    }),
    { numRuns: 2000, seed: 4 },
  );
});

test.each([
  ['a triangle', ringOf([0, 0], [0, 1], [1, 0]), 'counterclockwise'],
  ['the other way round', ringOf([0, 0], [1, 0], [0, 1]), 'clockwise'],
  ['a bow tie', ringOf([0, 0], [1, 1], [0, 1], [1, 0]), null],
  ['a point twice', ringOf([0, 0], [0, 0], [0, 1], [1, 0]), null],
  ['a first point twice', ringOf([0, 0], [0, 1], [1, 0], [0, 0]), null],
  ['a spike', ringOf([0, 0], [0, 2], [0, 1], [1, 1]), null],
  ['a corner on an edge', ringOf([0, 0], [0, 4], [2, 4], [0, 2], [2, 0]), null],
  ['a line', ringOf([0, 0], [0, 1], [0, 2]), null],
  ['one place', ringOf([0, 0], [0, 0], [0, 0]), null],
  ['over the antimeridian', ringOf([0, 179], [0, -179], [1, 179]), null],
  ['around the world', ringOf([0, 180], [0, -180], [1, -180], [1, 180]), null],
])('%s', (_, ring, orientation) => {
  expect(orientationOfPlain(ring)).toBe(orientation);
});
