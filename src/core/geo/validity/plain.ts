/** Small rings with which nothing is wrong, as most are: known by holding each edge against each other, which for few takes less than a sweep. */
import { orient2d } from 'robust-predicates';
import { runOf } from '../ring.ts';
import type { Point } from '../shape.ts';

/** A larger ring has more pairs of edges than a sweep has steps. */
const maxPoints = 128;

/**
 * Which way a closed ring runs, if it has few points, none twice, does not cross the antimeridian and neither meets itself nor turns
 * back; null for any other. Exact.
 */
export function orientationOfPlain(ring: readonly Point[]): 'clockwise' | 'counterclockwise' | null {
  const edges = ring.length - 1;
  if (edges < 3 || edges >= maxPoints) return null;
  let west = 0;
  for (let i = 0; i < edges; i++) {
    const [a, b] = [ring[i] as Point, ring[i + 1] as Point];
    if (runOf(a, b, false) === 'across' || turnsBack(a, b, after(ring, i + 1)) || meetsLater(ring, i)) return null;
    if (isWestOf(a, ring[west] as Point)) west = i;
  }
  const before = ring[west === 0 ? edges - 1 : west - 1] as Point;
  return turn(before, ring[west] as Point, ring[west + 1] as Point) > 0 ? 'counterclockwise' : 'clockwise';
}

/** The point behind one, on over the last, which is the first again. */
const after = (ring: readonly Point[], i: number): Point => ring[i + 1 < ring.length ? i + 1 : 1] as Point;

/** Whether an edge meets one behind it that is not its neighbour. */
function meetsLater(ring: readonly Point[], i: number): boolean {
  const [a, b] = [ring[i] as Point, ring[i + 1] as Point];
  const west = Math.min(a.lon, b.lon);
  const east = Math.max(a.lon, b.lon);
  const south = Math.min(a.lat, b.lat);
  const north = Math.max(a.lat, b.lat);
  // The last edge is the neighbour of the first.
  const end = ring.length - (i === 0 ? 2 : 1);
  let d = ring[i + 2] as Point;
  for (let j = i + 3; j <= end; j++) {
    const c = d;
    d = ring[j] as Point;
    if ((c.lon < west && d.lon < west) || (c.lon > east && d.lon > east)) continue;
    if ((c.lat < south && d.lat < south) || (c.lat > north && d.lat > north)) continue;
    if (!isBeside(a, b, c, d) && !isBeside(c, d, a, b)) return true;
  }
  return false;
}

/** Whether c and d lie on one side of the line through a and b. */
function isBeside(a: Point, b: Point, c: Point, d: Point): boolean {
  const [first, second] = [turn(a, b, c), turn(a, b, d)];
  return (first > 0 && second > 0) || (first < 0 && second < 0);
}

/** Also where a and b, or b and c, are one place. */
const turnsBack = (a: Point, b: Point, c: Point): boolean =>
  turn(a, b, c) === 0 && (isWestOf(a, b) === isWestOf(c, b) || isWestOf(b, a) === isWestOf(b, c));

/** On one meridian the southern one counts as that. */
const isWestOf = (a: Point, b: Point): boolean => a.lon < b.lon || (a.lon === b.lon && a.lat < b.lat);

/** Positive when a, b, c turn to the left; robust-predicates counts y downwards. */
const turn = (a: Point, b: Point, c: Point): number => -orient2d(a.lon, a.lat, b.lon, b.lat, c.lon, c.lat);
