/** Whether edges meet, or come within a distance of each other. */
import { orient2d } from 'robust-predicates';
import { greatestRadiusMeters, leastRadiusMeters, sphereAngle } from '../distance.ts';
import type { Point } from '../shape.ts';
import { type Edge, pointAt, spanned } from './edge.ts';
import { nearestOn } from './nearest.ts';
import { EdgeTree } from './tree.ts';

/** Whether an edge of one list shares a point with one of the other. */
export const isMeetingAny = (edges: readonly Edge[], others: readonly Edge[]): boolean =>
  new EdgeTree(edges).some(new EdgeTree(others), meet);

/** Whether any point of one list of edges is at most `meters` from any of the other. O(n·m), nearly all of it by latitudes alone. */
export function isAnyWithin(edges: readonly Edge[], others: readonly Edge[], meters: number): boolean {
  const halves = others.map(spanned);
  return edges.some((edge) => {
    const { middle, half } = spanned(edge);
    return halves.some((other) => {
      const north = Math.abs(middle.lat - other.middle.lat) * (Math.PI / 180);
      if ((north - half - other.half) * leastRadiusMeters - 1 > meters) return false;
      const angle = sphereAngle(middle, other.middle);
      if ((angle - half - other.half) * leastRadiusMeters - 1 > meters) return false;
      if (angle * greatestRadiusMeters + 1 < meters) return true;
      return isMeeting(edge, other.edge) || gapMeters(edge, other.edge) <= meters;
    });
  });
}

/** On the plane of latitude and longitude; a longitude and one a turn further are the same. */
function isMeeting(one: Edge, other: Edge): boolean {
  return meet(one, other) || meet(one, turned(other, 360)) || meet(one, turned(other, -360));
}

const turned = ({ a, b }: Edge, by: number): Edge => ({
  a: { lat: a.lat, lon: a.lon + by },
  b: { lat: b.lat, lon: b.lon + by },
});

/** On the plane of latitude and longitude. */
export function meet({ a, b }: Edge, { a: c, b: d }: Edge): boolean {
  if (isApart(a.lat, b.lat, c.lat, d.lat) || isApart(a.lon, b.lon, c.lon, d.lon)) return false;
  const side = (p: Point, q: Point, r: Point): number => Math.sign(orient2d(p.lon, p.lat, q.lon, q.lat, r.lon, r.lat));
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

const isApart = (a: number, b: number, c: number, d: number): boolean =>
  Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b);

/**
 * Between two edges that do not meet. Nearly always an end of one is nearest to the other; as neither is a geodesic, two middles can be,
 * and are found by going from one edge to the nearest point of the other and back for as long as that comes nearer.
 */
function gapMeters(one: Edge, other: Edge): number {
  const starts = [0, 0.5, 1].map((along) => pointAt(one, along));
  for (const end of [other.a, other.b]) starts.push(pointAt(one, nearestOn(one, end).along));
  return Math.min(...starts.map((start) => settled(one, other, start)));
}

function settled(one: Edge, other: Edge, start: Point): number {
  let [best, from] = [Number.POSITIVE_INFINITY, start];
  for (let round = 0; round < 50; round++) {
    const there = nearestOn(other, from);
    const back = nearestOn(one, pointAt(other, there.along));
    const gained = best - back.meters;
    best = Math.min(best, back.meters);
    if (!(gained > 1e-4)) break;
    from = pointAt(one, back.along);
  }
  return best;
}
