/** The box of latitudes and longitudes around a shape, for coarse sieving. */
import { greatestRadiusMeters, leastRadiusMeters } from './distance.ts';
import { edgesOfLine, halfAngle, pointAt } from './edges/edge.ts';
import { isWorldBand, poleInside, runOf } from './ring.ts';
import type { Circle, Corridor, Point, Shape } from './shape.ts';

/** Degrees. `west` is greater than `east` when the box lies across the antimeridian; −180 to 180 is all longitudes. */
export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/**
 * A box that holds every point the shape covers: exact for a point and a polygon, a little wider than a circle or a corridor. A shape
 * without any point has a box that is south of itself and holds nothing.
 */
export function boundsOf(shape: Shape): Bounds {
  switch (shape.kind) {
    case 'polygon':
      return ringBounds(shape.ring);
    case 'circle':
      return circleBounds(shape);
    case 'multipolygon':
      return boundsAround(shape.polygons.map(({ ring }) => ringBounds(ring)));
    case 'corridor':
      return corridorBounds(shape);
    case 'point':
      return { south: shape.point.lat, west: shape.point.lon, north: shape.point.lat, east: shape.point.lon };
  }
}

const nothing: Bounds = { south: 90, west: 0, north: -90, east: 0 };

/** The narrowest box around several: it leaves out the widest gap of longitudes between them. */
function boundsAround(all: readonly Bounds[]): Bounds {
  const boxes = all.filter(({ south, north }) => south <= north);
  const [first] = boxes;
  if (first === undefined) return nothing;
  const south = extent(boxes, (box) => box.south).least;
  const north = extent(boxes, (box) => box.north).greatest;
  if (boxes.length === 1) return first;
  return { south, north, ...longitudesAround(boxes) };
}

/** A gap narrower than this is taken for rounding: there is none. */
const leastGap = 1e-9;

function longitudesAround(boxes: readonly Bounds[]): { west: number; east: number } {
  const fromWest = boxes.toSorted((a, b) => a.west - b.west);
  // The eastern end is kept as its box has it: a turn there and back would round it.
  let [reach, end, gap] = [Number.NEGATIVE_INFINITY, 180, { wide: leastGap, west: -180, east: 180 }];
  // Twice around: a box across the antimeridian reaches over those that begin behind it.
  for (const turn of [-360, 0])
    for (const { west, east } of fromWest) {
      const from = west + turn;
      if (turn === 0 && from - reach > gap.wide) gap = { wide: from - reach, west, east: end };
      const to = east + turn + (east < west ? 360 : 0);
      if (to > reach || (to === reach && east > end)) [reach, end] = [to, east];
    }
  return { west: gap.west, east: gap.east };
}

/** A longitude −180 … 180; 180 keeps its name, so that a box that ends there does not begin there. */
const turnedIn = (lon: number): number => (lon < -180 ? lon + 360 : lon > 180 ? lon - 360 : lon);

export function boundsCover(bounds: Bounds, point: Point): boolean {
  if (!(point.lat >= bounds.south && point.lat <= bounds.north)) return false;
  if (Math.abs(point.lat) === 90) return true;
  const { west, east } = bounds;
  const within = (lon: number): boolean => (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);
  return within(point.lon) || (Math.abs(point.lon) === 180 && within(-point.lon));
}

function ringBounds(ring: readonly Point[]): Bounds {
  const lats = extent(ring, (p) => p.lat);
  const pole = poleInside(ring);
  if (pole === 'north') return { south: lats.least, west: -180, north: 90, east: 180 };
  if (pole === 'south') return { south: -90, west: -180, north: lats.greatest, east: 180 };
  return { south: lats.least, north: lats.greatest, ...ringLongitudes(ring) };
}

function extent<T>(items: readonly T[], of: (item: T) => number): { least: number; greatest: number } {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    least = Math.min(least, of(item));
    greatest = Math.max(greatest, of(item));
  }
  return { least, greatest };
}

/** Follows the ring eastward and westward, counting turns over the antimeridian, and keeps the outermost vertices. */
function ringLongitudes(ring: readonly Point[]): { west: number; east: number } {
  const worldBand = isWorldBand(ring);
  let turns = 0;
  let west = { lon: ring[0]?.lon ?? 0, turns };
  let east = west;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as Point;
    const b = ring[i] as Point;
    if (runOf(a, b, worldBand) === 'across') turns += Math.sign(a.lon);
    const here = { lon: b.lon, turns };
    if (eastOf(here, west) < 0) west = here;
    if (eastOf(here, east) > 0) east = here;
  }
  return isAllAround(west, east) ? { west: -180, east: 180 } : { west: west.lon, east: east.lon };
}

/** A longitude after so many turns eastward over the antimeridian. */
interface Turned {
  readonly lon: number;
  readonly turns: number;
}

/** Greater than 0 where `a` is further east. Nothing rounds where the two are near each other: 180 is taken from what lies beside it. */
function eastOf(a: Turned, b: Turned): number {
  const more = a.turns - b.turns;
  if (more === 0) return a.lon - b.lon;
  if (more === 1) return a.lon + 180 - (b.lon - 180);
  return more === -1 ? a.lon - 180 - (b.lon + 180) : more;
}

function isAllAround(west: Turned, east: Turned): boolean {
  const more = east.turns - west.turns;
  return more === 1 ? east.lon >= west.lon : more > 1 || east.lon - west.lon >= 360;
}

/**
 * The circle lies within the spherical circle of the least radius of curvature (see distance.ts), whose box is known:
 * half its width in longitude is asin(sin δ / cos φ), or everything when a pole is inside.
 */
function circleBounds({ center, radiusMeters }: Circle): Bounds {
  const degrees = 180 / Math.PI;
  const angle = (radiusMeters / leastRadiusMeters) * (1 + 1e-9) + (radiusMeters > 0 ? 1e-9 : 0);
  const south = center.lat - angle * degrees;
  const north = center.lat + angle * degrees;
  if (south <= -90 || north >= 90)
    return { south: Math.max(-90, south), west: -180, north: Math.min(90, north), east: 180 };
  const half = Math.asin(Math.min(1, Math.sin(angle) / Math.cos(center.lat / degrees))) * degrees * (1 + 1e-9);
  if (half >= 180) return { south, west: -180, north, east: 180 };
  return { south, west: turnedIn(center.lon - half), north, east: turnedIn(center.lon + half) };
}

/** A circle around the middle of each edge that reaches over its ends by the radius. */
function corridorBounds({ line, radiusMeters }: Corridor): Bounds {
  return boundsAround(
    edgesOfLine(line).map((edge) => {
      const { lat, lon } = pointAt(edge, 0.5);
      return circleBounds({
        kind: 'circle',
        center: { lat, lon: turnedIn(lon) },
        // Never 0: distances round, and the box has to hold whatever the corridor covers.
        radiusMeters: radiusMeters + halfAngle(edge) * greatestRadiusMeters + 1e-6,
      });
    }),
  );
}
