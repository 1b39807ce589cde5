import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers } from './covers.ts';
import { overlap } from './overlap.ts';
import type { Polygon, Shape } from './shape.ts';

const box = (south: number, west: number, north: number, east: number): Polygon => ({
  kind: 'polygon',
  ring: [
    { lat: south, lon: west },
    { lat: south, lon: east },
    { lat: north, lon: east },
    { lat: north, lon: west },
    { lat: south, lon: west },
  ],
});
const circle = (lat: number, lon: number, radiusMeters: number): Shape => ({
  kind: 'circle',
  center: { lat, lon },
  radiusMeters,
});

describe('shapes that share a point', () => {
  test.each<[string, Shape, Shape, boolean]>([
    ['one inside the other', box(0, 0, 10, 10), box(4, 4, 5, 5), true],
    ['a cross, no vertex inside', box(4, 0, 5, 10), box(0, 4, 10, 5), true],
    ['side by side', box(0, 0, 1, 1), box(0, 1.01, 1, 2), false],
    ['at an edge', box(0, 0, 1, 1), box(0, 1, 1, 2), true],
    ['their boxes meet and they do not', box(0, 0, 10, 10), circle(11, 11, 120_000), false],
    ['a circle that looks over an edge', box(0, 0, 10, 10), circle(11, 5, 120_000), true],
    ['a circle within', box(0, 0, 10, 10), circle(5, 5, 10), true],
    ['two circles', circle(0, 0, 60_000), circle(0, 1, 60_000), true],
    ['two circles apart', circle(0, 0, 50_000), circle(0, 1, 50_000), false],
    ['across the antimeridian', box(0, 179, 1, -179), box(0.2, -179.5, 0.8, -178), true],
    ['a cross on the antimeridian', box(4, 175, 5, -175), box(0, 179.5, 10, -179.5), true],
    ['a circle across the antimeridian', box(0, 178, 1, 179.9), circle(0.5, -179.9, 30_000), true],
    ['on either side of the world', box(0, 178, 1, 179), box(0, -179, 1, -178), false],
  ])('%s', (_, a, b, expected) => {
    expect(overlap(a, b)).toBe(expected);
    expect(overlap(b, a)).toBe(expected);
  });

  test('whoever covers one point of another overlaps it', () => {
    const degree = fc.double({ min: -5, max: 5, noNaN: true });
    const shape = fc.oneof(
      fc.tuple(degree, degree, fc.nat(500_000)).map(([lat, lon, radius]) => circle(lat, lon, radius)),
      fc
        .tuple(degree, degree, fc.double({ min: 0.1, max: 4, noNaN: true }))
        .map(([s, w, by]) => box(s, w, s + by, w + by)),
    );
    fc.assert(
      fc.property(shape, shape, degree, degree, (a, b, lat, lon) => {
        const point = { lat, lon };
        if (covers(a, point) && covers(b, point)) expect(overlap(a, b)).toBe(true);
        expect(overlap(a, b)).toBe(overlap(b, a));
      }),
      { numRuns: 500 },
    );
  });
});
