/** Who stands so near to a boundary that is known to be inexact that nobody can tell on which side of the true one they are. */
import { isWithin } from '../core/geo/edges/nearest.ts';
import { piecesOf } from '../core/geo/geocodes/areas.ts';
import type { Point, Shape } from '../core/geo/shape.ts';

/** A degree of latitude is longer than this everywhere, in metres. */
const degreeMeters = 110_000;

/** Whether any edge of the shape's polygons, of holes as well, is at most `meters` away. Most edges are passed over by their box. */
export function isNearEdge(shape: Shape, point: Point, meters: number): boolean {
  const tall = meters / degreeMeters;
  const wide = tall / Math.max(Math.cos((point.lat * Math.PI) / 180), 0.01);
  const isNear = (a: Point, b: Point): boolean => {
    if (Math.min(a.lat, b.lat) - tall > point.lat || Math.max(a.lat, b.lat) + tall < point.lat) return false;
    const [west, east] = [Math.min(a.lon, b.lon) - wide, Math.max(a.lon, b.lon) + wide];
    // Across the antimeridian the box says nothing.
    const isBeside = east - west > 180 || [0, 360, -360].some((turn) => isBetween(point.lon + turn, west, east));
    return isBeside && isWithin(point, [a, b], meters);
  };
  const runsNear = (ring: readonly Point[]): boolean =>
    ring.some((b, i) => {
      const a = ring[i - 1];
      return a !== undefined && isNear(a, b);
    });
  return piecesOf(shape).some(
    (piece) => piece.kind === 'polygon' && [piece.ring, ...(piece.holes ?? [])].some(runsNear),
  );
}

const isBetween = (value: number, least: number, most: number): boolean => value >= least && value <= most;
