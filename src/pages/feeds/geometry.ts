/**
 * Shapes as GeoJSON (RFC 7946): outer rings counter-clockwise (3.1.6), cut at the antimeridian (3.1.9), longitude before latitude.
 * What a ring encloses is as core/geo/ring.ts holds it, a pole inside included.
 */
import { circleOutline } from '../../core/geo/drawing/outline.ts';
import { cutAtAntimeridian, type PlaneRing, type Position } from '../../core/geo/drawing/plane.ts';
import type { DrawnShape } from '../../core/geo/shape.ts';

export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'Polygon'; readonly coordinates: readonly PlaneRing[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly PlaneRing[])[] }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly Geometry[] };

/** All shapes together; null when there is nothing to draw. A circle of radius 0 is a point. */
export function geometryOf(shapes: readonly DrawnShape[]): Geometry | null {
  const points = shapes.flatMap((shape) => (shape.kind === 'circle' && shape.radiusMeters === 0 ? [shape.center] : []));
  const polygons = shapes.flatMap(ringsOf).map((ring) => [ring]);
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

function ringsOf(shape: DrawnShape): PlaneRing[] {
  if (shape.kind === 'polygon') return cutAtAntimeridian(shape.ring);
  const outline = shape.radiusMeters === 0 ? null : circleOutline(shape);
  return outline === null ? [] : cutAtAntimeridian(outline);
}
