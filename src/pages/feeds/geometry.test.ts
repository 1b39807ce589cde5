/** Outlines as GeoJSON: turned, cut and closed as RFC 7946 asks, enclosing what core/geo says that the shape encloses. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers } from '../../core/geo/covers.ts';
import { distanceMeters } from '../../core/geo/distance.ts';
import type { PlaneRing as Ring } from '../../core/geo/drawing/plane.ts';
import type { DrawnShape, Point } from '../../core/geo/shape.ts';
import { type Geometry, geometryOf } from './geometry.ts';

const polygon = (...pairs: readonly (readonly [number, number])[]): DrawnShape => ({
  kind: 'polygon',
  ring: [...pairs, pairs[0] as readonly [number, number]].map(([lat, lon]) => ({ lat, lon })),
});
const circle = (lat: number, lon: number, radiusMeters: number): DrawnShape => ({
  kind: 'circle',
  center: { lat, lon },
  radiusMeters,
});

const ringsIn = (geometry: Geometry | null): Ring[] =>
  geometry?.type === 'Polygon'
    ? [...geometry.coordinates]
    : geometry?.type === 'MultiPolygon'
      ? geometry.coordinates.flat()
      : geometry?.type === 'GeometryCollection'
        ? geometry.geometries.flatMap(ringsIn)
        : [];

/** Whether a ring winds around a place of the plane. */
function winds(ring: Ring, { lat, lon }: Point): boolean {
  let turns = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] as readonly [number, number], ring[i] as readonly [number, number]];
    const left = (bx - ax) * (lat - ay) - (lon - ax) * (by - ay);
    if (ay <= lat && by > lat && left > 0) turns++;
    if (ay > lat && by <= lat && left < 0) turns--;
  }
  return turns !== 0;
}

const twiceArea = (ring: Ring): number =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0), 0);

test('a ring is turned counter-clockwise and stays what it was', () => {
  const clockwise = geometryOf([polygon([0, 0], [1, 0], [1, 1], [0, 1])]);
  expect(clockwise).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  });
  expect(geometryOf([polygon([0, 0], [0, 1], [1, 1], [1, 0])])).toEqual(clockwise);
});

test('across the antimeridian it is cut in two', () => {
  const geometry = geometryOf([polygon([-10, 170], [-10, -170], [10, -170], [10, 170])]);
  const box = (west: number, east: number) => [
    [
      [west, -10],
      [east, -10],
      [east, 10],
      [west, 10],
      [west, -10],
    ],
  ];
  expect(geometry).toEqual({ type: 'MultiPolygon', coordinates: [box(170, 180), box(-180, -170)] });
});

test('nothing to draw is null, a circle of radius 0 a point, several shapes one geometry', () => {
  expect(geometryOf([])).toBeNull();
  expect(geometryOf([polygon([0, 0], [0, 0], [0, 0])])).toBeNull();
  expect(geometryOf([polygon([0, 0], [1, 1], [2, 2])])).toBeNull();
  expect(geometryOf([circle(34, 69, 0)])).toEqual({ type: 'Point', coordinates: [69, 34] });
  expect(geometryOf([circle(34, 69, 11_000_000)])).toBeNull();
  const both = geometryOf([circle(34, 69, 0), polygon([0, 0], [0, 1], [1, 1])]);
  expect(both).toMatchObject({ type: 'GeometryCollection', geometries: [{ type: 'Polygon' }, { type: 'Point' }] });
});

test('a circle is drawn by points on it, nowhere further inside than it says', () => {
  for (const [lat, lon, radius] of [
    [34.5, 69.2, 5000],
    [0, 179.99, 20_000],
    [-77, 10, 300_000],
  ] as const) {
    const rings = ringsIn(geometryOf([circle(lat, lon, radius)]));
    const onCut = ([x]: readonly [number, number]): boolean => Math.abs(x) === 180;
    const corners = rings.flat().filter((one) => !onCut(one));
    expect(corners.length).toBeGreaterThan(70);
    for (const [x, y] of corners)
      expect(Math.abs(distanceMeters({ lat, lon }, { lat: y, lon: x }) - radius)).toBeLessThan(0.2);
  }
});

test('a ring around a pole, and a circle over one, hold it', () => {
  for (const shape of [polygon([70, 0], [70, 120], [70, -120]), circle(89, 30, 500_000)]) {
    const rings = ringsIn(geometryOf([shape]));
    expect(rings.some((ring) => winds(ring, { lat: 89.9, lon: 10 }))).toBe(true);
    expect(rings.some((ring) => winds(ring, { lat: 89.9, lon: -170 }))).toBe(true);
    expect(rings.some((ring) => winds(ring, { lat: 40, lon: 10 }))).toBe(false);
  }
  const south = ringsIn(geometryOf([polygon([-70, 0], [-70, -120], [-70, 120])]));
  expect(south.some((ring) => winds(ring, { lat: -80, lon: 55 }))).toBe(true);
});

test('the box from −180 to 180 is a band around the world', () => {
  const rings = ringsIn(geometryOf([polygon([-5, -180], [-5, 180], [5, 180], [5, -180])]));
  expect(rings).toHaveLength(1);
  expect(rings.some((ring) => winds(ring, { lat: 0, lon: 0 }))).toBe(true);
});

const point = fc.record({ lat: fc.integer({ min: -80, max: 80 }), lon: fc.integer({ min: -180, max: 180 }) });
const near = fc
  .tuple(
    point,
    fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -70, max: 70 })), {
      minLength: 3,
      maxLength: 9,
    }),
  )
  .map(([{ lat, lon }, steps]) => {
    const ring = steps.map(([dLat, dLon]) => ({ lat: lat + dLat, lon: ((lon + dLon + 540) % 360) - 180 }));
    return { kind: 'polygon' as const, ring: [...ring, ring[0] as Point] };
  });

test('whatever the ring: closed, on the globe, counter-clockwise, and the same places are inside', () => {
  fc.assert(
    fc.property(near, fc.array(point, { minLength: 20, maxLength: 20 }), (shape, places) => {
      const rings = ringsIn(geometryOf([shape]));
      for (const ring of rings) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1)).toEqual(ring[0]);
        expect(ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)).toBe(true);
        expect(twiceArea(ring)).toBeGreaterThanOrEqual(-1e-9);
      }
      for (const { lat, lon } of places) {
        // Off the lattice, where no edge of whole degrees can run through.
        const place = { lat: lat + 0.3141, lon: Math.max(-179.99, Math.min(179.99, lon + 0.2718)) };
        expect(rings.some((ring) => winds(ring, place))).toBe(covers(shape, place));
      }
    }),
    { numRuns: 400 },
  );
});
