/** Several areas drawn as one, without lines where they overlap. For display only, never for matching: joining rounds. */
import { difference, type Geom, union as joined } from 'polyclip-ts';
import { edgesOfRing } from '../edges/edge.ts';
import { meet } from '../edges/gap.ts';
import { EdgeTree } from '../edges/tree.ts';
import type { MultiPolygon, Point, Polygon, Shape } from '../shape.ts';
import { circleOutline, corridorOutlines } from './outline.ts';
import { cutAtAntimeridian, type PlaneRing } from './plane.ts';

/**
 * The outline of all shapes together, cut at the antimeridian as for a map. Where no outline can be found, or
 * edges meet in more than some thousand places, the shapes' own, side by side.
 * A ring that winds around a place twice leaves a gap there; points have no area and are left out, as is a circle wider than 10,000 km.
 */
export function union(shapes: readonly Shape[]): MultiPolygon {
  try {
    if (isTooTangled(shapes)) return sideBySide(shapes);
    const [first, ...more] = shapes.flatMap(onPlane);
    if (first === undefined) return { kind: 'multipolygon', polygons: [] };
    return fromPlane(joined(first, ...more) as [number, number][][][]);
  } catch {
    return sideBySide(shapes);
  }
}

const sideBySide = (shapes: readonly Shape[]): MultiPolygon => ({
  kind: 'multipolygon',
  polygons: shapes.flatMap(partsOf),
});

/** What joining takes grows with the places where edges meet, and soon not by their number alone: these many are a second at most. */
const mostMeetings = 5000;
const mostEdges = 100_000;

function isTooTangled(shapes: readonly Shape[]): boolean {
  const edges = shapes.flatMap(partsOf).flatMap(({ ring, holes = [] }) => [ring, ...holes].flatMap(edgesOfRing));
  if (edges.length > mostEdges) return true;
  const tree = new EdgeTree(edges);
  // Each edge meets itself and the two beside it, and each pair is found twice.
  let left = 2 * mostMeetings + 3 * edges.length;
  return tree.some(tree, (edge, other) => meet(edge, other) && --left < 0);
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
