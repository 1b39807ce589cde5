/** Whether a shape covers a point. The rules for rings are in ring.ts. */
import { distanceMeters, greatestRadiusMeters, leastRadiusMeters, sphereAngle } from './distance.ts';
import { placeIn } from './edges/inside.ts';
import { isWithin } from './edges/nearest.ts';
import { isPoint, samePlace } from './point.ts';
import type { Circle, Corridor, Point, Polygon, Shape } from './shape.ts';

/** True when the point is inside the shape or on its edge. A point or shape that is none covers nothing. */
export function covers(shape: Shape, point: Point): boolean {
  if (!isPoint(point)) return false;
  switch (shape.kind) {
    case 'polygon':
      return polygonCovers(shape, point);
    case 'circle':
      return circleCovers(shape, point);
    case 'multipolygon':
      return shape.polygons.some((polygon) => polygonCovers(polygon, point));
    case 'corridor':
      return corridorCovers(shape, point);
    case 'point':
      return isPoint(shape.point) && samePlace(shape.point, point);
  }
}

/** The edge of a hole is inside, as every edge is. With a hole that is no ring the polygon is none: what it leaves out is not known. */
function polygonCovers({ ring, holes }: Polygon, point: Point): boolean {
  const place = placeIn(ring, point);
  if (place === 'out' || place === 'none' || holes === undefined) return place === 'in' || place === 'on';
  for (const hole of holes) {
    const within = placeIn(hole, point);
    if (within === 'in' || within === 'none') return false;
  }
  return true;
}

/** Radius 0 is the centre alone. The haversine bounds decide all but a rim of one percent without a geodesic. */
function circleCovers(circle: Circle, point: Point): boolean {
  const { center, radiusMeters } = circle;
  if (!isPoint(center) || !(radiusMeters >= 0)) return false;
  if (samePlace(center, point)) return true;
  if (radiusMeters === 0) return false;
  const angle = sphereAngle(center, point);
  // One metre covers the rounding of the haversine, which is worst (0.1 m) at the antipode.
  if (radiusMeters < angle * leastRadiusMeters - 1) return false;
  if (radiusMeters > angle * greatestRadiusMeters + 1) return true;
  return distanceMeters(center, point) <= radiusMeters;
}

const corridorCovers = ({ line, radiusMeters }: Corridor, point: Point): boolean =>
  radiusMeters >= 0 && line.every(isPoint) && isWithin(point, line, radiusMeters);
