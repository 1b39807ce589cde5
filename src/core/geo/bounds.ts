/** The box of latitudes and longitudes around a shape, for coarse sieving. */
import { leastRadiusMeters } from './distance.ts';
import { isWorldBand, poleInside, runOf } from './ring.ts';
import type { Circle, Point, Shape } from './shape.ts';

/** Degrees. `west` is greater than `east` when the box lies across the antimeridian; −180 to 180 is all longitudes. */
export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** A box that holds every point the shape covers; exact for a polygon, a little wider than a circle. */
export const boundsOf = (shape: Shape): Bounds =>
  shape.kind === 'circle' ? circleBounds(shape) : ringBounds(shape.ring);

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

function extent(ring: readonly Point[], of: (p: Point) => number): { least: number; greatest: number } {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const p of ring) {
    least = Math.min(least, of(p));
    greatest = Math.max(greatest, of(p));
  }
  return { least, greatest };
}

/** Follows the ring eastward and westward, counting turns over the antimeridian, and keeps the outermost vertices. */
function ringLongitudes(ring: readonly Point[]): { west: number; east: number } {
  const worldBand = isWorldBand(ring);
  let turns = 0;
  let west = { lon: ring[0]?.lon ?? 0, far: ring[0]?.lon ?? 0 };
  let east = west;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as Point;
    const b = ring[i] as Point;
    if (runOf(a, b, worldBand) === 'across') turns += Math.sign(a.lon);
    const here = { lon: b.lon, far: b.lon + 360 * turns };
    if (here.far < west.far) west = here;
    if (here.far > east.far) east = here;
  }
  return east.far - west.far >= 360 ? { west: -180, east: 180 } : { west: west.lon, east: east.lon };
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
  const turn = (lon: number): number => (lon < -180 ? lon + 360 : lon > 180 ? lon - 360 : lon);
  return { south, west: turn(center.lon - half), north, east: turn(center.lon + half) };
}
