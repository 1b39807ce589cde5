/** Several areas drawn as one, without lines where they overlap. For display only, never for matching: joining rounds. */
import { difference, type Geom, union as joined } from 'polyclip-ts';
import type { MultiPolygon, Point, Polygon, Shape } from '../shape.ts';
import { circleOutline, corridorOutlines } from './outline.ts';
import { cutAtAntimeridian, type PlaneRing } from './plane.ts';

/**
 * The outline of all shapes together, cut at the antimeridian as for a map. Where no outline can be found the shapes' own, side by side.
 * A ring that winds around a place twice leaves a gap there; points have no area and are left out, as is a circle wider than 10,000 km.
 */
export function union(shapes: readonly Shape[]): MultiPolygon {
  try {
    const [first, ...more] = shapes.flatMap(onPlane);
    if (first === undefined) return { kind: 'multipolygon', polygons: [] };
    return fromPlane(joined(first, ...more) as [number, number][][][]);
  } catch {
    return { kind: 'multipolygon', polygons: shapes.flatMap(partsOf) };
  }
}

/** What of a shape has an outline, as polygons. */
function partsOf(shape: Shape): Polygon[] {
  const drawn = (ring: readonly Point[]): Polygon => ({ kind: 'polygon', ring });
  switch (shape.kind) {
    case 'polygon':
      return [shape];
    case 'multipolygon':
      return [...shape.polygons];
    case 'circle': {
      const outline = shape.radiusMeters > 0 ? circleOutline(shape) : null;
      return outline === null ? [] : [drawn(outline)];
    }
    case 'corridor':
      return corridorOutlines(shape).map(drawn);
    case 'point':
      return [];
  }
}

const onPlane = (shape: Shape): Geom[] =>
  partsOf(shape).flatMap(({ ring, holes = [] }): Geom[] => {
    const outer = cutAtAntimeridian(ring).map(polygonOf);
    const inner = holes.flatMap((hole) => cutAtAntimeridian(hole)).map(polygonOf);
    if (outer.length === 0) return [];
    return inner.length === 0 ? [outer] : [difference(outer, inner)];
  });

const polygonOf = (ring: PlaneRing): [number, number][][] => [ring.map(([lon, lat]) => [lon, lat])];

function fromPlane(joined: readonly (readonly [number, number][][])[]): MultiPolygon {
  const polygons = joined.map((rings): Polygon => {
    const [ring = [], ...holes] = rings.map(asDrawn);
    return { kind: 'polygon', ring, ...(holes.length > 0 && { holes }) };
  });
  return { kind: 'multipolygon', polygons };
}

/** Edges in steps of at most 90°: each goes the way it goes on the plane. */
function asDrawn(ring: PlaneRing): Point[] {
  const points: Point[] = [];
  for (const [i, [lon, lat]] of ring.entries()) {
    const [fromLon, fromLat] = ring[i - 1] ?? [lon, lat];
    const steps = Math.ceil(Math.abs(lon - fromLon) / 90);
    for (let step = 1; step < steps; step++)
      points.push({ lat: fromLat + ((lat - fromLat) * step) / steps, lon: fromLon + ((lon - fromLon) * step) / steps });
    points.push({ lat, lon });
  }
  return points;
}
