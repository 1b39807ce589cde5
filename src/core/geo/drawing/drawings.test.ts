/** What a frame shows of shapes: one piece across the antimeridian, holes in their ring, no edge across the whole map. */
import { describe, expect, test } from 'vitest';
import type { Point, Polygon, Shape } from '../shape.ts';
import { drawingsOf } from './drawings.ts';

const at = (lat: number, lon: number): Point => ({ lat, lon });
const box = (south: number, west: number, north: number, east: number): Polygon => ({
  kind: 'polygon',
  ring: [at(south, west), at(south, east), at(north, east), at(north, west), at(south, west)],
});
const rings = (shape: Shape) => drawingsOf([shape]).flatMap(({ polygons }) => polygons.flat());
const spanOf = (all: readonly (readonly (readonly [number, number])[])[]): [number, number] => {
  const lons = all.flat().map(([lon]) => lon);
  return [Math.min(...lons), Math.max(...lons)];
};

describe('across the antimeridian', () => {
  test('a ring, its hole, and the parts of a multipolygon are in one place', () => {
    const fiji: Polygon = { ...box(-20, 176, -15, -178), holes: [box(-18, -179.5, -17, -179).ring] };
    expect(spanOf(rings(fiji))).toEqual([176, 182]);
    expect(spanOf(rings({ kind: 'multipolygon', polygons: [box(60, 60, 70, 180), box(62, -180, 70, -170)] }))).toEqual([
      60, 190,
    ]);
    expect(spanOf(rings({ kind: 'multipolygon', polygons: [box(30, -120, 48, -70), box(51, 172, 53, 180)] }))).toEqual([
      -188, -70,
    ]);
  });

  test('shapes side by side are on the turn of the first; dots too', () => {
    const [first, second] = drawingsOf([box(-20, 176, -15, 179), { kind: 'point', point: at(-17, -178) }]);
    expect(spanOf(first?.polygons.flat() ?? [])).toEqual([176, 179]);
    expect(second).toEqual({ polygons: [], dots: [[182, -17]] });
  });
});

test('a ring around a pole is led along that pole, a band around the world is as wide as the world', () => {
  const arctic: Polygon = { kind: 'polygon', ring: [at(70, 0), at(70, 120), at(70, -120), at(70, 0)] };
  const [ring = []] = rings(arctic);
  expect(Math.max(...ring.map(([, lat]) => lat))).toBe(90);
  expect(spanOf([ring])).toEqual([0, 360]);
  expect(spanOf(rings(box(-10, -180, 10, 180)))).toEqual([-180, 180]);
});

test('a corridor is one outline, closed; without a width it is its line', () => {
  const line = [at(0, 0), at(0, 5), at(3, 8)];
  const wide = rings({ kind: 'corridor', line, radiusMeters: 20_000 });
  expect(wide).toHaveLength(1);
  expect(wide[0]?.at(-1)).toEqual(wide[0]?.[0]);
  expect(rings({ kind: 'corridor', line, radiusMeters: 0 })).toEqual([
    [
      [0, 0],
      [5, 0],
      [8, 3],
      [8, 3],
      [5, 0],
      [0, 0],
    ],
  ]);
});

test('a circle wider than half of the earth is the world without the other side; wider than all of it, the world', () => {
  const wide = (radiusMeters: number): Shape => ({ kind: 'circle', center: at(10, 20), radiusMeters });
  expect(rings(wide(12e6))).toHaveLength(2);
  expect(rings(wide(21e6))).toHaveLength(1);
  expect(rings(wide(0))).toEqual([]);
});

test('what has no point draws nothing', () => {
  expect(drawingsOf([{ kind: 'multipolygon', polygons: [] }])).toEqual([{ polygons: [], dots: [] }]);
  expect(drawingsOf([])).toEqual([]);
});
