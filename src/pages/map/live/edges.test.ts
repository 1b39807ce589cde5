import { expect, test } from 'vitest';
import type { Polygon } from '../../../core/geo/shape.ts';
import { geometryOf } from '../../feeds/geometry.ts';
import { edgesApart, edgesOf } from './edges.ts';

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

test('what stands by a code is the last member of its collection, or all of the geometry', () => {
  const [one, other] = [geometryOf([box(0, 0, 1, 1)]), geometryOf([box(4, 4, 6, 6)])];
  if (!one || !other) throw new Error('both are drawn');
  const both = { type: 'GeometryCollection', geometries: [{ type: 'Point' }, one, other] };
  expect(edgesApart(both, 'part')).toEqual({ drawn: edgesOf(one), coded: edgesOf(other) });
  expect(edgesApart(one, 'whole')).toEqual({ drawn: [], coded: edgesOf(one) });
  expect(edgesApart(one, 'none')).toEqual({ drawn: edgesOf(one), coded: [] });
});
