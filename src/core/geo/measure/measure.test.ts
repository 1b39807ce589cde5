/** Areas against GeographicLib's, of the same shapes with so many corners that its edges and ours are the same; distances to edges. */
import geographiclib from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { distanceMeters } from '../distance.ts';
import { edgesOfRing, pointAt } from '../edges/edge.ts';
import type { Point, Polygon, Shape } from '../shape.ts';
import { areaOf, hasArea } from './area.ts';
import { distanceToEdgeMeters } from './to-edge.ts';

const at = (lat: number, lon: number): Point => ({ lat, lon });
const polygon = (...pairs: readonly (readonly [number, number])[]): Polygon => ({
  kind: 'polygon',
  ring: pairs.map(([lat, lon]) => at(lat, lon)),
});
const { WGS84 } = geographiclib.Geodesic;

/** Geodesic edges between corners that lie `steps` times as dense on ours. */
function areaByGeographicLib(ring: readonly Point[], steps: number): number {
  const area = WGS84.Polygon(false);
  for (const edge of edgesOfRing(ring))
    for (let n = 0; n < steps; n++) {
      const { lat, lon } = pointAt(edge, n / steps);
      area.AddPoint(lat, lon);
    }
  return Math.abs(area.Compute(false, true).area ?? Number.NaN);
}

const box = polygon([30, 60], [30, 70], [40, 70], [40, 60], [30, 60]);
const earth = 510_065_621_724_088;

describe('the area of a ring', () => {
  test.each<[string, Polygon]>([
    ['a box', box],
    ['a slanted one', polygon([10, 10], [20, 60], [-45, 40], [-10, 5], [10, 10])],
    ['a small one', polygon([34.5, 69.2], [34.5, 69.21], [34.51, 69.205], [34.5, 69.2])],
    ['across the antimeridian', polygon([-20, 175], [-22, -178], [-15, -177], [-14, 176], [-20, 175])],
    ['around the north pole', polygon([70, 0], [65, 90], [72, 180], [60, -90], [70, 0])],
    ['around the south pole', polygon([-70, 0], [-72, -90], [-60, 180], [-65, 90], [-70, 0])],
    ['up to a pole', polygon([70, 10], [90, 10], [90, 50], [70, 50], [70, 10])],
  ])('%s', (_, shape) => {
    const ours = areaOf(shape);
    expect(ours / areaByGeographicLib(shape.ring, 2000)).toBeCloseTo(1, 6);
    expect(areaOf({ ...shape, ring: shape.ring.toReversed() }) / ours).toBeCloseTo(1, 12);
  });

  test('of a hemisphere and of a band around the world', () => {
    const equator = [0, 90, 180, -90, 0].map((lon): [number, number] => [0, lon]);
    expect(areaOf(polygon(...equator)) / (earth / 2)).toBeCloseTo(1, 12);
    const world = polygon([-90, -180], [-90, 180], [90, 180], [90, -180], [-90, -180]);
    expect(areaOf(world) / earth).toBeCloseTo(1, 9);
  });
});

test('holes are taken off, parts are added up, points have none', () => {
  const hole = polygon([32, 62], [32, 64], [34, 64], [34, 62], [32, 62]);
  const holed: Polygon = { ...box, holes: [hole.ring] };
  expect(areaOf(holed)).toBeCloseTo(areaOf(box) - areaOf(hole), 3);
  expect(areaOf({ kind: 'multipolygon', polygons: [holed, hole] })).toBeCloseTo(areaOf(box), 3);
  expect(areaOf({ kind: 'point', point: at(1, 1) })).toBe(0);
  expect(areaOf({ kind: 'multipolygon', polygons: [] })).toBe(0);
});

describe('the area of a circle', () => {
  const rim = (lat: number, radius: number, corners: number): number => {
    const area = WGS84.Polygon(false);
    for (let n = 0; n < corners; n++) {
      const { lat2 = 0, lon2 = 0 } = WGS84.Direct(lat, 20, (360 * n) / corners, radius);
      area.AddPoint(lat2, lon2);
    }
    return Math.abs(area.Compute(false, true).area ?? Number.NaN);
  };

  test.each([
    [0, 1000],
    [45, 50_000],
    [89.9, 300_000],
    [-30, 5_000_000],
  ])('at latitude %d, of radius %d m', (lat, radiusMeters) => {
    const ours = areaOf({ kind: 'circle', center: at(lat, 20), radiusMeters });
    expect(ours / rim(lat, radiusMeters, 20_000)).toBeCloseTo(1, 6);
  });

  test('never more than the earth', () => {
    expect(areaOf({ kind: 'circle', center: at(10, 20), radiusMeters: 19_800_000 }) / earth).toBeCloseTo(1, 3);
    expect(areaOf({ kind: 'circle', center: at(10, 20), radiusMeters: 30_000_000 })).toBeCloseTo(earth, -3);
    expect(areaOf({ kind: 'circle', center: at(10, 20), radiusMeters: 0 })).toBe(0);
  });
});

test('the area of a corridor is its length by its width and its round ends', () => {
  const line = [at(34, 69), at(34, 70)];
  const length = 92_384; // One degree of the parallel of 34° (a·cos φ/√(1 − e²·sin²φ) by a radian).
  const expected = length * 2000 + Math.PI * 1000 * 1000;
  expect(areaOf({ kind: 'corridor', line, radiusMeters: 1000 }) / expected).toBeCloseTo(1, 4);
  expect(areaOf({ kind: 'corridor', line: [], radiusMeters: 1000 })).toBe(0);
});

describe('the distance to the edge', () => {
  const [inside, outside] = [at(35, 61), at(35, 59)];
  const hole = polygon([34.9, 61.1], [35.1, 61.1], [35.1, 61.3], [34.9, 61.1]);

  test('is the same on either side of a polygon, and counts its holes and all parts', () => {
    expect(distanceToEdgeMeters(box, inside)).toBeCloseTo(distanceMeters(at(35, 60), inside), -2);
    expect(distanceToEdgeMeters(box, outside)).toBeCloseTo(distanceToEdgeMeters(box, inside), 6);
    const holed = { ...box, holes: [hole.ring] };
    expect(distanceToEdgeMeters(holed, inside)).toBeCloseTo(distanceToEdgeMeters(hole, inside), 9);
    expect(distanceToEdgeMeters({ kind: 'multipolygon', polygons: [box, hole] }, inside)).toBe(
      distanceToEdgeMeters(hole, inside),
    );
    expect(distanceToEdgeMeters(box, at(30, 65))).toBeLessThan(1e-6);
  });

  test.each<[Shape, number]>([
    [{ kind: 'point', point: at(35, 60) }, 91_288],
    [{ kind: 'circle', center: at(35, 60), radiusMeters: 100_000 }, 8_712],
    [{ kind: 'circle', center: at(35, 60), radiusMeters: 90_000 }, 1_288],
    [{ kind: 'corridor', line: [at(34, 60), at(36, 60)], radiusMeters: 100_000 }, 8_716],
    [{ kind: 'multipolygon', polygons: [] }, Number.POSITIVE_INFINITY],
  ])('%o', (shape, meters) => {
    const found = distanceToEdgeMeters(shape, inside);
    expect(found === meters || Math.abs(found - meters) < 10).toBe(true);
  });
});

test.each<[string, boolean, Shape]>([
  ['a circle', true, { kind: 'circle', center: at(41.7, -124.2), radiusMeters: 1 }],
  ['a circle of radius 0', false, { kind: 'circle', center: at(41.7, -124.2), radiusMeters: 0 }],
  ['four equal points', false, polygon([1, 1], [1, 1], [1, 1], [1, 1])],
  ['there and back', false, polygon([0.1, 0.1], [0.2, 0.2], [0.3, 0.3], [0.1, 0.1])],
  ['there and back over the antimeridian', false, polygon([0, 179.9], [0, -179.9], [0, 179.95], [0, 179.9])],
  ['a bow tie, whose wings cancel out', true, polygon([0, 0], [1, 1], [1, 0], [0, 1], [0, 0])],
  ['a metre wide', true, polygon([0, 0], [0, 1], [0.00001, 1], [0, 0])],
  ['a parallel all around the pole', true, polygon([80, 0], [80, 120], [80, -120], [80, 0])],
  ['no ring', false, { kind: 'polygon', ring: [] }],
])('%s has an area: %s', (_, expected, shape) => {
  expect(hasArea(shape)).toBe(expected);
  expect(hasArea({ kind: 'multipolygon', polygons: shape.kind === 'polygon' ? [shape] : [] })).toBe(
    expected && shape.kind === 'polygon',
  );
});
