/** How far a point is from the edge of a shape. */
import { distanceMeters } from '../distance.ts';
import { edgesOfLine, edgesOfRing } from '../edges/edge.ts';
import { metersTo } from '../edges/nearest.ts';
import type { Point, Shape } from '../shape.ts';

/**
 * Metres by geodesic, on either side, to the nearest edge as drawn: of any polygon and any hole, also where another polygon covers it.
 * Infinity for a shape without points. Inside a corridor it is the least that it can be: where a corridor bends around the point, its
 * edge may lie further. Good to what edges/nearest.ts states.
 */
export function distanceToEdgeMeters(shape: Shape, point: Point): number {
  switch (shape.kind) {
    case 'point':
      return distanceMeters(shape.point, point);
    case 'circle':
      return Math.abs(distanceMeters(shape.center, point) - shape.radiusMeters);
    case 'corridor':
      return Math.abs(metersTo(edgesOfLine(shape.line), point) - shape.radiusMeters);
    case 'polygon':
      return metersTo([shape.ring, ...(shape.holes ?? [])].flatMap(edgesOfRing), point);
    case 'multipolygon':
      return shape.polygons.reduce(
        (least, polygon) => Math.min(least, distanceToEdgeMeters(polygon, point)),
        Number.POSITIVE_INFINITY,
      );
  }
}
