/** Whether a shape covers a point. The rules for rings are in ring.ts. */
import { orient2d } from 'robust-predicates';
import { distanceMeters, greatestRadiusMeters, leastRadiusMeters, sphereAngle } from './distance.ts';
import { isPoint, samePlace } from './point.ts';
import { isWorldBand, poleInside, runOf } from './ring.ts';
import type { Circle, Point, Polygon, Shape } from './shape.ts';

/** True when the point is inside the shape or on its edge. A point or shape that is none covers nothing. */
export function covers(shape: Shape, point: Point): boolean {
  if (!isPoint(point)) return false;
  return shape.kind === 'polygon' ? ringCovers(shape, point) : circleCovers(shape, point);
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

/** Longitude seen from the antimeridian, −180 … 180. Exact from 64° on: subtracting 180 loses no bit there. */
const fromAntimeridian = (lon: number): number => (lon > 0 ? lon - 180 : lon + 180);

/**
 * Counts how often the ring winds around the point: signed crossings of the meridian from the point to a pole that is
 * outside. `orient2d` is exact; edges across the antimeridian are seen from there, which rounds (by less than 2 nm) only
 * longitudes within 64° of Greenwich.
 */
function ringCovers(polygon: Polygon, point: Point): boolean {
  const { ring } = polygon;
  if (ring.length < 4 || !ring.every(isPoint)) return false;
  const pole = poleInside(ring);
  if (Math.abs(point.lat) === 90) return atPole(ring, point.lat, pole);
  const worldBand = isWorldBand(ring);
  const towardsSouth = pole !== 'south';
  let winding = 0;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as Point;
    const b = ring[i] as Point;
    const across = runOf(a, b, worldBand) === 'across';
    const side = sideOf(a, b, point, across);
    if (side === 'on') return true;
    if (side === 'beside') continue;
    const eastward = across ? fromAntimeridian(a.lon) < fromAntimeridian(b.lon) : a.lon < b.lon;
    if ((side === 'north') === towardsSouth) winding += eastward ? 1 : -1;
  }
  return winding !== 0;
}

/** A pole is one place with every longitude: it is inside with the ring around it, or on an edge that touches it. */
const atPole = (ring: readonly Point[], lat: number, pole: 'north' | 'south' | null): boolean =>
  pole === (lat > 0 ? 'north' : 'south') || ring.some((p) => p.lat === lat);

/**
 * Where the point lies of the edge a–b: `on` it, `north` or `south` of it on a meridian that the edge crosses, or
 * `beside` it. An edge crosses the meridians from its western end up to, without, its eastern end.
 */
function sideOf(a: Point, b: Point, point: Point, across: boolean): 'on' | 'north' | 'south' | 'beside' {
  if (samePlace(a, point) || samePlace(b, point)) return 'on';
  const ax = across ? fromAntimeridian(a.lon) : a.lon;
  const bx = across ? fromAntimeridian(b.lon) : b.lon;
  const x = across ? fromAntimeridian(point.lon) : point.lon === 180 ? -180 : point.lon;
  const y = point.lat;
  const low = Math.min(a.lat, b.lat);
  const high = Math.max(a.lat, b.lat);
  if (ax === bx) {
    const sameMeridian = ax === x || (!across && ax === 180 && x === -180);
    return sameMeridian && low <= y && y <= high ? 'on' : 'beside';
  }
  if (x < Math.min(ax, bx) || x >= Math.max(ax, bx)) return 'beside';
  if (y > high) return 'north';
  if (y < low) return 'south';
  // robust-predicates counts y downwards: negative is left of a→b, which is north of an eastward edge.
  const turn = orient2d(ax, a.lat, bx, b.lat, x, y);
  if (turn === 0) return 'on';
  return turn < 0 === ax < bx ? 'north' : 'south';
}
