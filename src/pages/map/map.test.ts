/** The map tells the truth about where things are and how large they are. */
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { area, circle, documented, info, polygon } from '../../../test/pages/document.ts';
import { drawingsOf } from '../../core/geo/drawing/drawings.ts';
import type { PlaneRing } from '../../core/geo/drawing/plane.ts';
import type { DrawnShape, Shape } from '../../core/geo/shape.ts';
import { AreaMap, type Drawn, drawnShapes, shapeText } from './area-map.tsx';
import { keepLegend } from './backdrop.tsx';
import { Taken } from './land.tsx';
import { boxOfDrawings } from './outline.tsx';
import { type Box, degrees, frameOf, gridLines, roughLength, scaleBar } from './projection.ts';

const around = (lat: number, lon: number, km: number): DrawnShape => circle(lat, lon, km).shape;
const boxAround = (...shapes: Shape[]): Box =>
  boxOfDrawings(drawingsOf(shapes)) ?? { west: 0, east: 0, south: 0, north: 0 };
const outline = (shape: Shape): PlaneRing => drawingsOf([shape])[0]?.polygons[0]?.[0] ?? [];

describe('the frame', () => {
  test('holds every shape with room about it, wherever it lies', () => {
    const somewhere = fc.record({
      lat: fc.double({ min: -80, max: 80, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      km: fc.double({ min: 0, max: 300, noNaN: true }),
    });
    fc.assert(
      fc.property(somewhere, ({ lat, lon, km }) => {
        const shape = around(lat, lon, km);
        const frame = frameOf(boxAround(shape), 480, 330);
        const [drawing] = drawingsOf([shape]);
        const corners = [...outline(shape), ...(drawing?.dots ?? [])];
        expect(corners.length).toBeGreaterThan(0);
        for (const [toEast, toNorth] of corners) {
          expect(frame.toX(toEast)).toBeGreaterThan(0);
          expect(frame.toX(toEast)).toBeLessThan(480);
          expect(frame.toY(toNorth)).toBeGreaterThan(0);
          expect(frame.toY(toNorth)).toBeLessThan(330);
        }
      }),
    );
  });

  test('draws a circle at its true size: the scale measures its diameter within 1 %', () => {
    const frame = frameOf(boxAround(around(34.5, 69.2, 10)), 480, 330);
    const east = Math.max(...outline(around(34.5, 69.2, 10)).map(([lon]) => frame.toX(lon)));
    const west = Math.min(...outline(around(34.5, 69.2, 10)).map(([lon]) => frame.toX(lon)));
    expect(Math.abs((east - west) * frame.metersPerUnit - 20_000)).toBeLessThan(200);
    const bar = scaleBar(frame, 110);
    expect(bar.text).toBe('5 km');
    expect(Math.abs(bar.units * frame.metersPerUnit - 5000)).toBeLessThan(1);
  });

  test('draws across the date line as one piece', () => {
    const box = boxAround(polygon('-17,179 -17,-179 -18,-179 -18,179 -17,179').shape);
    expect(box.east - box.west).toBeCloseTo(2);
    const both = boxAround(around(-17, 179, 10), around(-17, -179, 10));
    expect(both.east - both.west).toBeLessThan(3);
    expect(degrees(181, 'lon', 1)).toBe('179.0° W');
  });
});

test('grid lines are round and few', () => {
  expect(gridLines(34.2, 34.9, 2).values.map((value) => value.toFixed(1))).toEqual(['34.2', '34.4', '34.6', '34.8']);
  expect(gridLines(-100, 100, 3).values).toEqual([-90, -60, -30, 0, 30, 60, 90]);
});

test('shapes are told in words', () => {
  expect(shapeText(around(34.572, 69.146, 0.5))).toBe('Circle of about 500 m around 34.572° N, 69.146° E');
  expect(shapeText(around(-5, -70, 0))).toBe('Point at 5.000° S, 70.000° W');
  expect(shapeText(polygon('10,20 10,21 11,21 10,20').shape)).toBe(
    'Polygon with 3 corners, 10.00° N to 11.00° N, 20.00° E to 21.00° E; about 110 km wide, about 110 km high',
  );
  expect([roughLength(40), roughLength(12_345), roughLength(1_234_000)]).toEqual([
    'about 40 m',
    'about 12 km',
    'about 1,200 km',
  ]);
});

describe('every kind of shape', () => {
  const at = (lat: number, lon: number) => ({ lat, lon });
  const ring = (south: number, west: number, size: number) => [
    ...[at(south, west), at(south, west + size), at(south + size, west + size), at(south + size, west)],
    at(south, west),
  ];
  const square = (south: number, west: number, size: number) =>
    ({ kind: 'polygon', ring: ring(south, west, size) }) as const;
  const kinds: readonly (readonly [string, Shape, { paths: number; rings: number; dots: number }])[] = [
    ['Point at 34.500° N, 69.200° E', { kind: 'point', point: at(34.5, 69.2) }, { paths: 0, rings: 0, dots: 1 }],
    [
      'Polygon with 4 corners without one part inside',
      { ...square(30, 60, 4), holes: [ring(31, 61, 1)] },
      { paths: 1, rings: 2, dots: 0 },
    ],
    [
      '2 polygons',
      { kind: 'multipolygon', polygons: [square(30, 60, 1), square(32, 62, 1)] },
      { paths: 1, rings: 2, dots: 0 },
    ],
    [
      'About 50 km on each side of a line',
      { kind: 'corridor', line: [at(30, 60), at(32, 62), at(32, 64)], radiusMeters: 50_000 },
      { paths: 1, rings: 1, dots: 0 },
    ],
    [
      'Circle of about 12,000 km around 0.000° N, 0.000° E',
      { kind: 'circle', center: at(0, 0), radiusMeters: 12e6 },
      { paths: 1, rings: 2, dots: 0 },
    ],
  ];

  test.each(kinds)('%s is told and drawn', (words, shape, { paths, rings, dots }) => {
    expect(shapeText(shape).startsWith(words) ? words : shapeText(shape)).toBe(words);
    const drawn: Drawn[] = [{ number: 1, areaDesc: 'here', language: null, shape, path: 'info[1]/area[1]' }];
    const svg = renderToString(AreaMap({ drawn, extreme: false, borders: null }));
    const edges = [...svg.matchAll(/class="area" d="([^"]*)"/g)].map(([, d = '']) => d);
    expect(edges).toHaveLength(paths);
    expect(edges.flatMap((d) => d.match(/M/g) ?? [])).toHaveLength(rings);
    expect(svg.match(/class="point"/g) ?? []).toHaveLength(dots);
    expect(svg).not.toContain('NaN');
  });

  test('a shape without any point is no reason to draw none of the others', () => {
    const shapes: Shape[] = [{ kind: 'multipolygon', polygons: [] }, square(30, 60, 1)];
    expect(boxAround(...shapes)).toEqual({ west: 60, east: 61, south: 30, north: 31 });
    expect(shapeText(shapes[0] as Shape)).toBe('0 polygons, without any point');
  });
});

test('a shape that several languages repeat is drawn once; one that can’t be read is not drawn', () => {
  const ring = polygon('10,20 10,21 11,21 10,20');
  const infos = [
    info({ areas: [area('here', { polygons: [ring], circles: [circle(1, 2, 3)] })] }),
    info({ areas: [area('ici', { polygons: [ring, { text: 'nonsense', shape: null }] })] }),
  ];
  expect(drawnShapes(documented({ infos }).alert).map((one) => [one.number, one.path])).toEqual([
    [1, 'info[1]/area[1]/polygon[1]'],
    [2, 'info[1]/area[1]/circle[1]'],
  ]);
});

test('no name runs into the scale bar or the north arrow', () => {
  const frame = frameOf({ west: 69, east: 70, south: 34, north: 35 }, 480, 330);
  const taken = new Taken();
  keepLegend(frame, taken);
  expect(taken.take(400, 300, 60, 16)).toBe(false);
  expect(taken.take(472, 40, 20, 16)).toBe(false);
  expect(taken.take(240, 160, 60, 16)).toBe(true);
});
