/**
 * What a ring of latitudes and longitudes encloses. CAP says only that a polygon is a list of WGS84 points, the last equal
 * to the first (CAP-v1.2-os, area.polygon); where it is silent this is what we hold:
 *
 * - An edge is straight in latitude and longitude. One that spans more than 180° of longitude goes the short way, across
 *   the antimeridian. (A ring whose every vertex lies ON the antimeridian would then enclose nothing; there the edges
 *   run the long way, so that the box −180 … 180 is a band around the world.)
 * - A ring that goes around the earth has a pole inside: that of the smaller part of the plane of latitude and longitude.
 * - The edge and the vertices are inside.
 * - Where the ring crosses itself, a point is inside when the ring winds around it (nonzero rule). Both wings of a bow tie
 *   and the overlap of two loops are inside, so that nobody the issuer went around is left out; a hole that is drawn as
 *   a keyhole stays a hole, and no point outside the drawn outline is ever inside.
 *
 * Straight in latitude and longitude is how RFC 7946 (3.1.1) has it and how maps draw it; a geodesic between the same corners runs
 * poleward of it. The two are furthest apart along a parallel, by about L² · tan φ / 8R at the middle (L the length, φ the
 * latitude, R 6371 km; 5 % more over 1000 km at 70°), and never along a meridian or the equator:
 *
 *     latitude    1 km     10 km    100 km    300 km    1000 km
 *       30°       1 cm     1.1 m     113 m    1.0 km    11.3 km
 *       45°       2 cm     2.0 m     196 m    1.8 km    19.6 km
 *       60°       3 cm     3.4 m     339 m    3.0 km    33.9 km
 *       70°       5 cm     5.4 m     537 m    4.8 km    53.6 km
 *
 * Held against GeographicLib in edges/nearest.test.ts.
 */
import type { Point } from './shape.ts';

/** How an edge runs. `plain`: as its longitudes say. `across`: over the antimeridian. */
export type Run = 'plain' | 'across';

const onAntimeridian = (p: Point): boolean => Math.abs(p.lon) === 180;

/** True when all edges run as written, though some span 360°: every vertex lies on the antimeridian. */
export const isWorldBand = (ring: readonly Point[]): boolean => ring.every(onAntimeridian);

export const runOf = (a: Point, b: Point, worldBand: boolean): Run =>
  !worldBand && Math.abs(a.lon - b.lon) > 180 ? 'across' : 'plain';

/** Which pole a ring has inside, if it goes around the earth. */
export function poleInside(ring: readonly Point[]): 'north' | 'south' | null {
  if (isWorldBand(ring)) return null;
  let turns = 0;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as Point;
    const b = ring[i] as Point;
    let step = b.lon - a.lon;
    if (Math.abs(step) > 180) {
      const turn = Math.sign(a.lon);
      turns += turn;
      step += 360 * turn;
    }
    sum += (a.lat + b.lat) * step;
  }
  if (turns === 0) return null;
  // A ring along the equator itself has no smaller part; it counts as the northern half.
  return sum * turns >= 0 ? 'north' : 'south';
}
