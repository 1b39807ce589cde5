/**
 * Shapes as GeoJSON (RFC 7946): outer rings counter-clockwise (3.1.6), cut at the antimeridian (3.1.9), longitude before latitude.
 * What a ring encloses is as core/geo/ring.ts holds it, a pole inside included.
 */
import { circleOutline } from '../../core/geo/drawing/outline.ts';
import { cutAtAntimeridian, type PlaneRing, type Position } from '../../core/geo/drawing/plane.ts';
import { union } from '../../core/geo/drawing/union.ts';
import type { Point, Shape } from '../../core/geo/shape.ts';

export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'Polygon'; readonly coordinates: readonly PlaneRing[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly PlaneRing[])[] }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly Geometry[] };

/** All shapes together; null when there is nothing to draw. A circle of radius 0 is a point. */
export function geometryOf(shapes: readonly Shape[]): Geometry | null {
  const points = shapes.flatMap(pointOf);
  const polygons = shapes.flatMap(polygonsOf);
  const [first] = polygons;
  const areas: Geometry[] =
    first === undefined
      ? []
      : [
          polygons.length === 1
            ? { type: 'Polygon', coordinates: first }
            : { type: 'MultiPolygon', coordinates: polygons },
        ];
  const all = [...areas, ...points.map(({ lat, lon }): Geometry => ({ type: 'Point', coordinates: [lon, lat] }))];
  return all.length > 1 ? { type: 'GeometryCollection', geometries: all } : (all[0] ?? null);
}

function pointOf(shape: Shape): Point[] {
  if (shape.kind === 'point') return [shape.point];
  return shape.kind === 'circle' && shape.radiusMeters === 0 ? [shape.center] : [];
}

function polygonsOf(shape: Shape): (readonly PlaneRing[])[] {
  switch (shape.kind) {
    case 'point':
      return [];
    case 'polygon':
      return shape.holes?.length ? joined(shape) : cutAtAntimeridian(shape.ring).map((ring) => [ring]);
    case 'multipolygon':
      return shape.polygons.flatMap(polygonsOf);
    case 'corridor':
      return joined(shape);
    case 'circle': {
      const outline = shape.radiusMeters === 0 ? null : circleOutline(shape);
      return outline === null ? [] : cutAtAntimeridian(outline).map((ring) => [ring]);
    }
  }
}

/** Holes and overlapping pieces have to be cut together. Holes run clockwise (3.1.6). */
const joined = (shape: Shape): PlaneRing[][] =>
  union([shape]).polygons.map(({ ring, holes = [] }) => [
    onPlane(ring),
    ...holes.map((hole) => onPlane(hole).toReversed()),
  ]);

/** On the plane already, but for which way round they run. */
function onPlane(ring: readonly Point[]): PlaneRing {
  const positions = ring.map(({ lat, lon }): Position => [lon, lat]);
  const twice = positions.reduce((sum, [x, y], n) => {
    const [toX, toY] = positions[n + 1] ?? [x, y];
    return sum + x * toY - toX * y;
  }, 0);
  return twice < 0 ? positions.toReversed() : positions;
}
