/**
 * Areas as maps and GeoJSON have them (RFC 7946, 3.1.9): on the plane of longitudes −180 to 180, cut at the antimeridian, a pole inside
 * drawn as the edge of the plane. For display and export, never for matching: a cut rounds.
 */
import { isWorldBand, poleInside, runOf } from '../ring.ts';
import type { Point } from '../shape.ts';

/** Longitude and latitude in degrees. */
export type Position = readonly [number, number];
/** Closed; counter-clockwise. */
export type PlaneRing = readonly Position[];

/** The parts of a ring that lie on one turn of the earth each. Where it crosses the cut more than twice, parts touch along the cut. */
export function cutAtAntimeridian(ring: readonly Point[]): PlaneRing[] {
  const run = runningOn(ring);
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [lon] of run) [west, east] = [Math.min(west, lon), Math.max(east, lon)];
  const parts: PlaneRing[] = [];
  for (let turn = Math.floor((west + 180) / 360); turn * 360 - 180 < east; turn++) {
    const edge = turn * 360 - 180;
    const inside = side(side(run, edge, 1), edge + 360, -1).map(([lon, lat]): Position => [lon - turn * 360, lat]);
    const part = counterClockwise(closed(inside));
    if (part !== null) parts.push(part);
  }
  return parts;
}

/** Longitudes that run on past 180, without the closing point; a ring with a pole inside is led along that pole. */
export function runningOn(ring: readonly Point[]): PlaneRing {
  const worldBand = isWorldBand(ring);
  let turned = 0;
  const run = ring.map((point, i): Position => {
    const before = ring[i - 1];
    if (before && runOf(before, point, worldBand) === 'across') turned += point.lon < before.lon ? 360 : -360;
    return [point.lon + turned, point.lat];
  });
  const pole = poleInside(ring);
  const [first, last] = [run[0], run.at(-1)];
  if (pole === null || first === undefined || last === undefined) return run.slice(0, -1);
  const lat = pole === 'north' ? 90 : -90;
  return [...run, [last[0], lat], [first[0], lat]];
}

/** What of a ring lies at or east (`sign` 1) or west (−1) of a meridian (Sutherland and Hodgman 1974). */
function side(ring: PlaneRing, edge: number, sign: 1 | -1): PlaneRing {
  const kept: Position[] = [];
  for (const [i, here] of ring.entries()) {
    const before = ring[(i + ring.length - 1) % ring.length] as Position;
    const [was, is] = [(before[0] - edge) * sign, (here[0] - edge) * sign];
    if ((was < 0 && is > 0) || (was > 0 && is < 0))
      kept.push([edge, before[1] + ((here[1] - before[1]) * was) / (was - is)]);
    if (is >= 0) kept.push(here);
  }
  return kept;
}

function closed(ring: PlaneRing): PlaneRing {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return [];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}

/** null for what has no area: fewer than four points, or all on one line. */
function counterClockwise(ring: PlaneRing): PlaneRing | null {
  const [origin] = ring;
  if (ring.length < 4 || origin === undefined) return null;
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] as Position, ring[i] as Position];
    twice += (ax - origin[0]) * (by - origin[1]) - (bx - origin[0]) * (ay - origin[1]);
  }
  // The two wings of a bow tie may cancel out; what is flat has no width either.
  if (twice === 0 && isFlat(ring, origin)) return null;
  return twice < 0 ? ring.toReversed() : ring;
}

function isFlat(ring: PlaneRing, [x, y]: Position): boolean {
  const far = ring.find(([lon, lat]) => lon !== x || lat !== y);
  if (far === undefined) return true;
  return ring.every(([lon, lat]) => (lon - x) * (far[1] - y) === (lat - y) * (far[0] - x));
}
