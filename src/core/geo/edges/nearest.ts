/**
 * The point of an edge that lies nearest, by geodesic. An edge straight in latitude and longitude is no geodesic, so its nearest point
 * has no formula: it is found on a sphere first, which is off by a few thousandths of the distance along the edge, and from there on
 * the ellipsoid by the angle at which the geodesic meets the edge. The distance is good to 1 mm up to 1000 km and to a metre beyond.
 */
import geographiclib from 'geographiclib-geodesic';
import { greatestRadiusMeters, leastRadiusMeters, sphereAngle } from '../distance.ts';
import type { Point } from '../shape.ts';
import { type Edge, edgesOfLine, pointAt, type Spanned, spanned, speedAt } from './edge.ts';

const { WGS84, DISTANCE, AZIMUTH } = geographiclib.Geodesic;
const radians = Math.PI / 180;

export interface Nearest {
  readonly meters: number;
  /** How far along the edge, 0 to 1. */
  readonly along: number;
}

/** Whether any point of the line is at most `radiusMeters` away. The bounds of distance.ts decide nearly all edges without a geodesic. */
export function isWithin(point: Point, line: readonly Point[], radiusMeters: number): boolean {
  for (const { edge, middle, half } of ready(line)) {
    const angle = sphereAngle(point, middle);
    if ((angle - half) * leastRadiusMeters - 1 > radiusMeters) continue;
    if (angle * greatestRadiusMeters + 1 < radiusMeters) return true;
    const places = lowOnSphere(edge, point);
    const lowest = angleOf(places);
    if (lowest * leastRadiusMeters - 1 > radiusMeters) continue;
    if (lowest * greatestRadiusMeters + 1 < radiusMeters) return true;
    if (nearestOf(places, edge, point).meters <= radiusMeters) return true;
  }
  return false;
}

/** Many points are held against one line, and lines never change. */
const readied = new WeakMap<readonly Point[], readonly Spanned[]>();

function ready(line: readonly Point[]): readonly Spanned[] {
  const known = readied.get(line) ?? edgesOfLine(line).map(spanned);
  readied.set(line, known);
  return known;
}

/** Metres to the nearest of the edges; Infinity when there is none. */
export function metersTo(edges: readonly Edge[], point: Point): number {
  let bound = Number.POSITIVE_INFINITY;
  const angles = edges.map((edge) => {
    const { middle, half } = spanned(edge);
    const angle = sphereAngle(point, middle);
    bound = Math.min(bound, angle * greatestRadiusMeters + 1);
    return angle - half;
  });
  let best = Number.POSITIVE_INFINITY;
  for (const [i, edge] of edges.entries()) {
    if ((angles[i] as number) * leastRadiusMeters - 1 > bound) continue;
    best = Math.min(best, nearestOn(edge, point).meters);
    bound = Math.min(bound, best);
  }
  return best;
}

export const nearestOn = (edge: Edge, point: Point): Nearest => nearestOf(lowOnSphere(edge, point), edge, point);

/** A place on an edge, and its angle from the point on the sphere of `sphereAngle`. */
interface Low {
  readonly along: number;
  readonly angle: number;
}

/** An edge may come near a point more than once: it is looked at in pieces of at most this, in degrees of latitude and longitude together. */
const pieceDegrees = 5;

function lowOnSphere(edge: Edge, point: Point): Low[] {
  const degrees = Math.abs(edge.b.lat - edge.a.lat) + Math.abs(edge.b.lon - edge.a.lon);
  const pieces = Math.max(1, Math.ceil(degrees / pieceDegrees));
  return Array.from({ length: pieces }, (_, i) => {
    const along = lowestOnSphere(edge, point, i / pieces, (i + 1) / pieces);
    return { along, angle: sphereAngle(point, pointAt(edge, along)) };
  });
}

const angleOf = (places: readonly Low[]): number =>
  places.reduce((least, { angle }) => Math.min(least, angle), Math.PI);

function nearestOf(places: readonly Low[], edge: Edge, point: Point): Nearest {
  const bound = angleOf(places) * greatestRadiusMeters + 1;
  let best: Nearest = { meters: Number.POSITIVE_INFINITY, along: 0 };
  for (const { along, angle } of places) {
    if (angle * leastRadiusMeters - 1 > bound) continue;
    const found = refined(edge, point, along);
    if (found.meters < best.meters) best = found;
  }
  return best;
}

/** Half the derivative of the squared chord along the edge, on a sphere: its sign says which way is nearer. */
function slope({ a, b }: Edge, point: Point, t: number): number {
  const lat = (a.lat + t * (b.lat - a.lat)) * radians;
  const east = (a.lon + t * (b.lon - a.lon) - point.lon) * radians;
  const to = point.lat * radians;
  const half = Math.sin(east / 2);
  const byLat = Math.sin(lat - to) - 2 * Math.sin(lat) * Math.cos(to) * half * half;
  return byLat * (b.lat - a.lat) + Math.cos(lat) * Math.cos(to) * Math.sin(east) * (b.lon - a.lon);
}

/** Where the slope changes its sign between two places, by the Illinois rule (Dowell and Jarratt 1971); else the lower end. */
function lowestOnSphere(edge: Edge, point: Point, from: number, to: number): number {
  let [low, high] = [from, to];
  let [atLow, atHigh] = [slope(edge, point, low), slope(edge, point, high)];
  if (atLow >= 0) return low;
  if (atHigh <= 0) return high;
  let kept = 0;
  for (let round = 0; round < 60 && (high - low) * 1e12 > 1; round++) {
    const t = (low * atHigh - high * atLow) / (atHigh - atLow);
    const here = slope(edge, point, t);
    if (here === 0) return t;
    if (here < 0) {
      [low, atLow] = [t, here];
      if (kept === -1) atHigh /= 2;
      kept = -1;
    } else {
      [high, atHigh] = [t, here];
      if (kept === 1) atLow /= 2;
      kept = 1;
    }
  }
  return (low + high) / 2;
}

/** Steps to the foot of the perpendicular for as long as that comes nearer. */
function refined(edge: Edge, point: Point, start: number): Nearest {
  let best: Nearest = { along: start, meters: Number.POSITIVE_INFINITY };
  let along = start;
  let step = 0;
  for (let round = 0; round < 30; round++) {
    const here = pointAt(edge, along);
    const { s12: meters = Number.NaN, azi2: azimuth = 0 } = WGS84.Inverse(
      point.lat,
      point.lon,
      here.lat,
      here.lon,
      DISTANCE | AZIMUTH,
    );
    if (Number.isNaN(meters)) return best;
    const { north, east, meters: speed } = speedAt(edge, along);
    if (meters < best.meters) {
      best = { along, meters };
      if (meters === 0 || speed === 0) return best;
      const toward = (north * Math.cos(azimuth * radians) + east * Math.sin(azimuth * radians)) / speed;
      step = -foot(meters, toward) / speed;
    } else step /= 2;
    const next = Math.min(1, Math.max(0, best.along + step));
    if (Math.abs(next - best.along) * speed < 1e-4) return best;
    along = next;
  }
  return best;
}

/** How far back along a great circle its nearest point lies, that is met at an angle with this cosine. */
function foot(meters: number, cosine: number): number {
  const angle = Math.min(meters / leastRadiusMeters, 1.5);
  return leastRadiusMeters * Math.atan(Math.tan(angle) * cosine);
}
