import { expect, test } from 'vitest';
import type { Polygon } from '../../../core/geo/shape.ts';
import { geometryOf } from '../../feeds/geometry.ts';
import { edgesOf } from './edges.ts';

const box = (south: number, west: number, north: number, east: number): Polygon => {
  const [a, b, c, d] = [
    { lat: south, lon: west },
    { lat: south, lon: east },
    { lat: north, lon: east },
    { lat: north, lon: west },
  ];
  return { kind: 'polygon', ring: [a, b, c, d, a] };
};
const edges = (...shapes: readonly Polygon[]) => edgesOf(geometryOf(shapes) ?? { type: 'none' });

test('an area across the antimeridian has no edge where it is cut, any other has all of its own', () => {
  const cut = edges(box(-20, 176, -15, -178));
  const steps = cut.flatMap((line) => line.slice(1).map((to, n) => [line[n], to] as const));
  expect(steps).toHaveLength(6);
  expect(steps.filter(([from, to]) => Math.abs(from?.[0] ?? 0) === 180 && Math.abs(to[0]) === 180)).toEqual([]);
  expect(edges(box(0, 0, 1, 1)).map((line) => line.length)).toEqual([5]);
  expect(edges({ ...box(0, 0, 9, 9), holes: [box(2, 2, 3, 3).ring] })).toHaveLength(2);
});

test('points have none, and areas beside points have theirs', () => {
  expect(edgesOf({ type: 'Point' })).toEqual([]);
  const both = geometryOf([{ kind: 'point', point: { lat: 5, lon: 5 } }, box(0, 0, 1, 1)]);
  expect(edgesOf(both ?? { type: 'none' })).toHaveLength(1);
});
