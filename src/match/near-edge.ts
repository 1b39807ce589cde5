/** Who stands so near to a boundary that is known to be inexact that nobody can tell on which side of the true one they are. */
import { type Bounds, boundsCover, boundsOf } from '../core/geo/bounds.ts';
import { isWithin } from '../core/geo/edges/nearest.ts';
import { piecesOf } from '../core/geo/geocodes/areas.ts';
import type { Point, Shape } from '../core/geo/shape.ts';

/** A degree of latitude is longer than this everywhere, in metres. */
const degreeMeters = 110_000;

/** Tells whether any edge of the shape's polygons, of holes as well, is at most `meters` away. Most edges are passed over by their box. */
export function nearEdgeOf(shape: Shape, meters: number, bounds: Bounds = boundsOf(shape)): (point: Point) => boolean {
  const tall = meters / degreeMeters;
  const around = grown(bounds, tall);
  const rings = piecesOf(shape).flatMap((piece) =>
    piece.kind === 'polygon' ? [piece.ring, ...(piece.holes ?? [])] : [],
  );
  return (point) => boundsCover(around, point) && rings.some((ring) => runsNear(ring, point, tall, meters));
}

/** How many degrees of longitude are at least as long as `tall` degrees of latitude. */
const wideAt = (lat: number, tall: number): number => tall / Math.max(Math.cos((lat * Math.PI) / 180), 0.01);

function grown({ south, west, north, east }: Bounds, tall: number): Bounds {
  const wide = wideAt(Math.min(Math.max(Math.abs(south), Math.abs(north)) + tall, 90), tall);
  const width = west > east ? east - west + 360 : east - west;
  const box = { south: Math.max(south - tall, -90), north: Math.min(north + tall, 90) };
  if (width + 2 * wide >= 360) return { ...box, west: -180, east: 180 };
  return {
    ...box,
    west: west - wide < -180 ? west - wide + 360 : west - wide,
    east: east + wide > 180 ? east + wide - 360 : east + wide,
  };
}

function runsNear(ring: readonly Point[], point: Point, tall: number, meters: number): boolean {
  const [south, north] = [point.lat - tall, point.lat + tall];
  const wide = wideAt(point.lat, tall);
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as Point, ring[i] as Point];
    if ((a.lat < south && b.lat < south) || (a.lat > north && b.lat > north)) continue;
    if (isBeside(a.lon, b.lon, point.lon, wide) && isWithin(point, [a, b], meters)) return true;
  }
  return false;
}

function isBeside(a: number, b: number, lon: number, wide: number): boolean {
  const [west, east] = [Math.min(a, b) - wide, Math.max(a, b) + wide];
  // Across the antimeridian the box says nothing.
  if (east - west > 180) return true;
  return [lon, lon + 360, lon - 360].some((turned) => turned >= west && turned <= east);
}
