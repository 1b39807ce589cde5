/** The map tells the truth about where things are and how large they are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { area, circle, documented, info, polygon } from '../../../test/pages/document.ts';
import type { DrawnShape } from '../../core/geo/shape.ts';
import { drawnShapes, shapeText } from './area-map.tsx';
import { boxOf, degrees, frameOf, gridLines, outline, roughLength, scaleBar } from './projection.ts';

const around = (lat: number, lon: number, km: number): DrawnShape => circle(lat, lon, km).shape;

describe('the frame', () => {
  test('holds every shape with room about it, wherever it lies', () => {
    const somewhere = fc.record({
      lat: fc.double({ min: -80, max: 80, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      km: fc.double({ min: 0, max: 300, noNaN: true }),
    });
    fc.assert(
      fc.property(somewhere, ({ lat, lon, km }) => {
        const ring = outline(around(lat, lon, km));
        const frame = frameOf(boxOf(ring), 480, 330);
        for (const point of ring) {
          expect(frame.toX(point.lon)).toBeGreaterThan(0);
          expect(frame.toX(point.lon)).toBeLessThan(480);
          expect(frame.toY(point.lat)).toBeGreaterThan(0);
          expect(frame.toY(point.lat)).toBeLessThan(330);
        }
      }),
    );
  });

  test('draws a circle at its true size: the scale measures its diameter within 1 %', () => {
    const frame = frameOf(boxOf(outline(around(34.5, 69.2, 10))), 480, 330);
    const east = Math.max(...outline(around(34.5, 69.2, 10)).map((point) => frame.toX(point.lon)));
    const west = Math.min(...outline(around(34.5, 69.2, 10)).map((point) => frame.toX(point.lon)));
    expect(Math.abs((east - west) * frame.metersPerUnit - 20_000)).toBeLessThan(200);
    const bar = scaleBar(frame, 110);
    expect(bar.text).toBe('5 km');
    expect(Math.abs(bar.units * frame.metersPerUnit - 5000)).toBeLessThan(1);
  });

  test('draws across the date line as one piece', () => {
    const ring = outline(polygon('-17,179 -17,-179 -18,-179 -18,179 -17,179').shape);
    const box = boxOf(ring);
    expect(box.east - box.west).toBeCloseTo(2);
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
