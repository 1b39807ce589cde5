/** Whether two shapes share a point. Exact for two circles; a polygon's edges are straight in latitude and longitude, as in ring.ts. */
import { orient2d } from 'robust-predicates';
import { type Bounds, boundsCover, boundsOf } from './bounds.ts';
import { covers } from './covers.ts';
import { distanceMeters } from './distance.ts';
import type { Circle, Point, Polygon, Shape } from './shape.ts';

export function overlap(a: Shape, b: Shape): boolean {
  if (!boundsOverlap(boundsOf(a), boundsOf(b))) return false;
  if (a.kind === 'circle') return b.kind === 'circle' ? circlesOverlap(a, b) : circleMeetsRing(a, b);
  return b.kind === 'circle' ? circleMeetsRing(b, a) : ringsOverlap(a, b);
}

/** Two boxes share a point; either may lie across the antimeridian. */
export function boundsOverlap(a: Bounds, b: Bounds): boolean {
  if (a.south > b.north || b.south > a.north) return false;
  const runs = (box: Bounds): (readonly [number, number])[] =>
    box.west <= box.east
      ? [[box.west, box.east]]
      : [
          [box.west, 180],
          [-180, box.east],
        ];
  return runs(a).some(([west, east]) => runs(b).some(([from, to]) => west <= to && from <= east));
}

const circlesOverlap = (a: Circle, b: Circle): boolean =>
  distanceMeters(a.center, b.center) <= a.radiusMeters + b.radiusMeters;

function circleMeetsRing(circle: Circle, polygon: Polygon): boolean {
  if (covers(polygon, circle.center)) return true;
  return edgesOf(polygon, circle.center.lon).some(([a, b]) => covers(circle, turned(nearest(a, b, circle.center))));
}

function ringsOverlap(a: Polygon, b: Polygon): boolean {
  if (hasVertexIn(a, b) || hasVertexIn(b, a)) return true;
  const around = a.ring[0]?.lon ?? 0;
  const others = edgesOf(b, around);
  return edgesOf(a, around).some((edge) => others.some((other) => cross(edge, other)));
}

function hasVertexIn(a: Polygon, b: Polygon): boolean {
  const bounds = boundsOf(b);
  return a.ring.some((point) => boundsCover(bounds, point) && covers(b, point));
}

type Edge = readonly [Point, Point];

/** The edges with longitudes within 180° of `around`, so that those across the antimeridian are whole. */
function edgesOf({ ring }: Polygon, around: number): Edge[] {
  const near = (lon: number, to: number): number => lon - 360 * Math.round((lon - to) / 360);
  return ring.slice(1).map((b, i) => {
    const from = ring[i] as Point;
    const lon = near(from.lon, around);
    return [
      { lat: from.lat, lon },
      { lat: b.lat, lon: near(b.lon, lon) },
    ];
  });
}

const turned = ({ lat, lon }: Point): Point => ({ lat, lon: lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon });

/** The point of an edge that lies nearest, with longitude shortened by latitude: good to a percent, at the size of a warning's circle. */
function nearest(a: Point, b: Point, to: Point): Point {
  const shrink = Math.cos((to.lat * Math.PI) / 180);
  const [dx, dy] = [(b.lon - a.lon) * shrink, b.lat - a.lat];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((to.lon - a.lon) * shrink * dx + (to.lat - a.lat) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return { lat: a.lat + t * (b.lat - a.lat), lon: a.lon + t * (b.lon - a.lon) };
}

/** Proper crossings only: an end that lies on the other ring is a vertex that it covers. */
function cross([a, b]: Edge, [c, d]: Edge): boolean {
  if (isApart(a.lat, b.lat, c.lat, d.lat) || isApart(a.lon, b.lon, c.lon, d.lon)) return false;
  const side = (p: Point, q: Point, r: Point): number => Math.sign(orient2d(p.lon, p.lat, q.lon, q.lat, r.lon, r.lat));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

const isApart = (a: number, b: number, c: number, d: number): boolean =>
  Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b);
