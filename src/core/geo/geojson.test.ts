/** GeoJSON geometries as shapes: what is read, what is refused and why, and what collections of broken files make of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers } from './covers.ts';
import { readGeoJson } from './geojson.ts';
import type { Shape } from './shape.ts';

type Pair = readonly [lon: number, lat: number];
const box: Pair[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
];
const hole: Pair[] = [
  [4, 4],
  [4, 6],
  [6, 6],
  [6, 4],
  [4, 4],
];
const polygon = (...coordinates: readonly (readonly Pair[])[]) => ({ type: 'Polygon', coordinates });
const shapeOf = (geometry: unknown): Shape => {
  const { shape, why } = readGeoJson(geometry);
  if (shape === null) throw new Error(why);
  return shape;
};
const holds = (geometry: unknown, lat: number, lon: number): boolean => covers(shapeOf(geometry), { lat, lon });

test('points, polygons with holes, several, and collections of them', () => {
  expect(shapeOf({ type: 'Point', coordinates: [69.2, 34.5, 1790] })).toEqual({
    kind: 'point',
    point: { lat: 34.5, lon: 69.2 },
  });
  expect(holds(polygon(box, hole), 5, 5)).toBe(false);
  expect(holds(polygon(box, hole), 5, 4)).toBe(true);
  const far = box.map(([lon, lat]): Pair => [lon + 20, lat]);
  const several = { type: 'MultiPolygon', coordinates: [[box, hole], [far]] };
  const collected = { type: 'GeometryCollection', geometries: [polygon(box, hole), polygon(far)] };
  for (const geometry of [several, collected]) {
    expect(holds(geometry, 1, 1)).toBe(true);
    expect(holds(geometry, 5, 5)).toBe(false);
    expect(holds(geometry, 5, 25)).toBe(true);
    expect(holds(geometry, 5, 15)).toBe(false);
  }
});

describe('around the earth', () => {
  test('a cap that is led along its pole is that cap, whichever hemisphere it ends in', () => {
    for (const edge of [-60, 10]) {
      const cap = polygon([
        [-180, edge],
        [-60, edge],
        [60, edge],
        [180, edge],
        [180, -90],
        [-180, -90],
        [-180, edge],
      ]);
      for (const lon of [-180, -100, 0, 77, 180]) {
        expect(holds(cap, edge - 1, lon)).toBe(true);
        expect(holds(cap, edge + 1, lon)).toBe(false);
        expect(holds(cap, -90, lon)).toBe(true);
      }
    }
  });

  test('longitudes that count on over the antimeridian go the way they say', () => {
    const fiji = polygon([
      [177, -20],
      [182, -20],
      [182, -16],
      [177, -16],
      [177, -20],
    ]);
    expect(holds(fiji, -18, -179)).toBe(true);
    expect(holds(fiji, -18, 179)).toBe(true);
    expect(holds(fiji, -18, 0)).toBe(false);
    const half = polygon([
      [180, 0],
      [360, 0],
      [360, 10],
      [180, 10],
      [180, 0],
    ]);
    expect(holds(half, 5, -90)).toBe(true);
    expect(holds(half, 5, 90)).toBe(false);
  });

  test('a band of the whole world is one', () => {
    const band = polygon([
      [-180, -10],
      [180, -10],
      [180, 20],
      [-180, 20],
      [-180, -10],
    ]);
    expect(holds(band, 0, 0)).toBe(true);
    expect(holds(band, 21, 0)).toBe(false);
  });

  test('what may go either way is refused', () => {
    const { why } = readGeoJson(
      polygon([
        [177, -20],
        [-178, -20],
        [-178, -16],
        [177, -16],
        [177, -20],
      ]),
    );
    expect(why).toBe(
      'The outer ring has more than 180° of longitude between positions 1 and 2, so that nobody can tell which way it goes; cut it at the antimeridian (RFC 7946, 3.1.9).',
    );
  });
});

test.each<[string, unknown, RegExp]>([
  ['nothing', null, /no geometry/],
  ['a word', 'Polygon', /no JSON object/],
  ['a list', [box], /no JSON object/],
  ['no type', {}, /has no type/],
  ['an unknown type', { type: 'polygon', coordinates: [box] }, /“polygon” is no type/],
  ['a line', { type: 'LineString', coordinates: box }, /no area/],
  ['a point of words', { type: 'Point', coordinates: ['69', '34'] }, /not made of numbers/],
  ['a point of one number', { type: 'Point', coordinates: [69] }, /no position/],
  ['a point off the globe', { type: 'Point', coordinates: [34, 190] }, /not on the globe/],
  ['no rings', polygon(), /no ring/],
  ['no coordinates', { type: 'Polygon' }, /no ring/],
  ['a ring that is none', { type: 'Polygon', coordinates: [3] }, /no list of positions/],
  ['a ring too short', polygon(box.slice(0, 3)), /fewer than four/],
  ['a ring left open', polygon(box.slice(0, 4)), /not closed/],
  ['a hole left open', polygon(box, hole.slice(0, 4)), /Hole 1 is not closed/],
  ['one place', polygon(Array.from({ length: 4 }, (): Pair => [1, 1])), /has no area/],
  ['several turns', polygon([...[0, 100, 200, 300], -100, 0].map((lon): Pair => [lon, 1])), /180°/],
  ['no polygons', { type: 'MultiPolygon', coordinates: [] }, /no polygon/],
  ['a broken one among others', { type: 'MultiPolygon', coordinates: [[box], [hole.slice(1)]] }, /not closed/],
  ['an empty collection', { type: 'GeometryCollection', geometries: [] }, /no polygon/],
  [
    'a collection in a collection',
    { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [] }] },
    /lies in a collection/,
  ],
  ['points and areas', { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 1] }] }, /mixes/],
])('refused: %s', (_, geometry, why) => {
  const reading = readGeoJson(geometry);
  expect(reading.shape).toBeNull();
  expect(reading.why).toMatch(why);
  expect(reading.why).toMatch(/[.)]$/);
});

test('whatever JSON it is, it is read or refused with a sentence', () => {
  const position = fc.oneof(fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 4 }), fc.jsonValue());
  const geometry = fc.record({
    type: fc.constantFrom('Point', 'Polygon', 'MultiPolygon', 'GeometryCollection', 'MultiPoint', 3, null),
    coordinates: fc.oneof(position, fc.array(position), fc.array(fc.array(position)), fc.jsonValue()),
    geometries: fc.jsonValue(),
  });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), geometry), (value) => {
      const { shape, why } = readGeoJson(value);
      expect(shape === null ? why : 'a shape').toMatch(/./);
      if (shape !== null) expect(typeof covers(shape, { lat: 1, lon: 1 })).toBe('boolean');
    }),
    { numRuns: 2000 },
  );
});

const hostile = join(import.meta.dirname, '../../../../shared/data/hostile');
const collections = ['geojson-invalid', 'geojsonhint'].map((name) => join(hostile, name));
const missing = collections.filter((folder) => !existsSync(folder));

/** All geometries in a text, however they are wrapped; undefined for what is no JSON. */
function geometriesIn(text: string): unknown[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { type, features, geometry } = (value ?? {}) as Record<string, unknown>;
  if (type === 'FeatureCollection')
    return (Array.isArray(features) ? features : []).map((one) => (one as { geometry?: unknown } | null)?.geometry);
  return [type === 'Feature' ? geometry : value];
}

describe.skipIf(missing.length > 0)('collections of broken files (skipped where they are not at hand)', () => {
  const files = collections.flatMap((folder) =>
    missing.length > 0
      ? []
      : readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.geojson'))
          .map((name) => ({ name, geometries: geometriesIn(readFileSync(join(folder, name), 'utf8')) })),
  );
  const refusals = (wanted: RegExp): string[] =>
    files
      .filter(({ name, geometries }) => wanted.test(name) && geometries?.some((one) => readGeoJson(one).shape === null))
      .map(({ name }) => name.slice(name.lastIndexOf('/') + 1).replace('.geojson', ''))
      .toSorted();

  test('every geometry gets a shape or a sentence', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const { geometries = [] } of files)
      for (const geometry of geometries) {
        const { shape, why } = readGeoJson(geometry);
        expect(shape === null ? why : shape.kind).toMatch(/^[A-Z“].*[.)]$|^(point|polygon|multipolygon)$/s);
      }
  });

  test('of broken geometries those without a meaning are refused', () => {
    expect(refusals(/^invalid_geometries/)).toEqual([
      'invalid_incorrect_geometry_data_type',
      'invalid_less_three_unique_nodes',
      'invalid_unclosed',
    ]);
    expect(refusals(/^problematic_geometries/)).toEqual([
      'problematic_crosses_antimeridian',
      'problematic_feature_null_geometry',
      'problematic_outside_lat_lon_boundaries',
      'problematic_zero_length_linestring',
    ]);
  });

  test('of sound ones only what has no area is refused', () => {
    const sound = files.filter(({ name }) => /^valid|\bgood\//.test(name));
    const reasons = sound.flatMap(({ geometries = [] }) => geometries.map((one) => readGeoJson(one).why ?? 'read'));
    expect(sound.length).toBeGreaterThan(30);
    expect(reasons.filter((why) => why === 'read').length).toBeGreaterThan(15);
    for (const why of reasons)
      expect(why).toMatch(
        /^read$|has no area|^Has no (geometry|polygon)|mixes points|-107\.2\d*\] is not on the globe/,
      );
  });
});
