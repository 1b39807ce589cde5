/** Beside a boundary that is known to be inexact: nobody is told, and nobody is passed over. */
import { expect, test } from 'vitest';
import { divisions } from '../../test/divisions.ts';
import { at, makeAlert, makeArea, makeInfo, makePerson, makeView, standing } from '../../test/make.ts';
import { covers } from '../core/geo/covers.ts';
import { resolvedAreas } from '../core/geo/geocodes/areas.ts';
import { openGeocodes } from '../core/geo/geocodes/geocodes.ts';
import { distanceToEdgeMeters } from '../core/geo/measure/to-edge.ts';
import type { Point, Polygon, Shape } from '../core/geo/shape.ts';
import { matcher } from './match.ts';
import { nearEdgeOf } from './near-edge.ts';

const ring = (...pairs: readonly (readonly [number, number])[]): readonly Point[] =>
  pairs.map(([lat, lon]) => ({ lat, lon }));

test.each<[string, Polygon, Point, boolean]>([
  [
    '200 m off',
    { kind: 'polygon', ring: ring([0, 0], [0, 1], [1, 1], [1, 0], [0, 0]) },
    { lat: 0.5, lon: 1.0018 },
    true,
  ],
  [
    '400 m off',
    { kind: 'polygon', ring: ring([0, 0], [0, 1], [1, 1], [1, 0], [0, 0]) },
    { lat: 0.5, lon: 1.0036 },
    false,
  ],
  [
    'beyond the antimeridian',
    { kind: 'polygon', ring: ring([0, 179], [0, 180], [1, 180], [1, 179], [0, 179]) },
    { lat: 0.5, lon: -179.9982 },
    true,
  ],
  [
    'across it',
    { kind: 'polygon', ring: ring([0, 179], [0, -179], [1, -179], [1, 179], [0, 179]) },
    { lat: 1.0018, lon: -179.5 },
    true,
  ],
  [
    'in a hole',
    {
      kind: 'polygon',
      ring: ring([0, 0], [0, 3], [3, 3], [3, 0], [0, 0]),
      holes: [ring([1, 1], [1, 2], [2, 2], [2, 1], [1, 1])],
    },
    { lat: 1.0018, lon: 1.5 },
    true,
  ],
])('%s', (_, shape, point, expected) => {
  expect(nearEdgeOf(shape, 300)(point)).toBe(expected);
});

test('it is what the distance to the edge says, along a real boundary', () => {
  const shape: Shape | undefined = divisions.find('FIPS', '48113')?.shape();
  if (!shape) throw new Error('the county is there');
  const points = Array.from({ length: 400 }, (_, n) => ({
    lat: 32.53 + (n % 20) * 0.024,
    lon: -97.06 + (n / 20) * 0.029,
  }));
  const near = points.map(nearEdgeOf(shape, 700));
  expect(near).toEqual(points.map((point) => distanceToEdgeMeters(shape, point) <= 700));
  expect(new Set(near).size).toBe(2);
});

test('whoever is just outside a county by code may be inside: they are not told, and the reason says so', () => {
  const shape = divisions.find('FIPS', '48113')?.shape();
  const area = makeArea(null, { geocodes: [{ valueName: 'SAME', value: '048113' }] });
  const alert = makeAlert({ infos: [makeInfo({ areas: [area] })] });
  const view = makeView({ alert, resolved: resolvedAreas(alert, openGeocodes(divisions)) });
  const match = matcher(view, at('2026-03-02T07:00:00Z'), { tellHours: 24, positionHours: 72 }, 'new');
  // From the middle of the county west until it ends.
  let lon = -96.8;
  while (shape && covers(shape, { lat: 32.78, lon })) lon -= 0.0005;
  const codes = (west: number) => {
    const { tell, why } = match(makePerson('ana', { stay: standing(32.78, west) }));
    return [tell, ...why.map(({ code }) => code)];
  };
  expect(codes(-96.8)).toEqual([true, 'inside']);
  expect(codes(lon)).toEqual([false, 'outside', 'near-edge']);
  expect(codes(lon - 0.01)).toEqual([false, 'outside']);
});
