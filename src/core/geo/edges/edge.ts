/** Edges that are straight in latitude and longitude, one by one. */
import geographiclib from 'geographiclib-geodesic';
import { isWorldBand, runOf } from '../ring.ts';
import type { Point } from '../shape.ts';

/** From a to b. The longitude of b is counted on from that of a, beyond ±180 where the edge lies across the antimeridian. */
export interface Edge {
  readonly a: Point;
  readonly b: Point;
}

/** The edges of an open line; each goes the short way. One point alone is an edge without length. */
export function edgesOfLine(line: readonly Point[]): Edge[] {
  const [first] = line;
  if (first !== undefined && line.length === 1) return [{ a: first, b: first }];
  return edges(line, false);
}

/** The edges of a ring, running as ring.ts says. */
export const edgesOfRing = (ring: readonly Point[]): Edge[] => edges(ring, isWorldBand(ring));

const edges = (points: readonly Point[], worldBand: boolean): Edge[] =>
  points.slice(1).map((b, i) => {
    const a = points[i] as Point;
    const turn = runOf(a, b, worldBand) === 'across' ? 360 * Math.sign(a.lon) : 0;
    return { a, b: turn === 0 ? b : { lat: b.lat, lon: b.lon + turn } };
  });

/** The point at `t`, 0 at a and 1 at b. */
export const pointAt = ({ a, b }: Edge, t: number): Point => ({
  lat: a.lat + t * (b.lat - a.lat),
  lon: a.lon + t * (b.lon - a.lon),
});

const radians = Math.PI / 180;
const { f: flattening, a: equatorMeters } = geographiclib.Geodesic.WGS84;
const squared = flattening * (2 - flattening);

/** Metres that one unit of `along` goes at that place: to the north, to the east, and together. */
export function speedAt({ a, b }: Edge, along: number): { north: number; east: number; meters: number } {
  const lat = (a.lat + along * (b.lat - a.lat)) * radians;
  const root = 1 - squared * Math.sin(lat) ** 2;
  const prime = equatorMeters / Math.sqrt(root);
  const north = ((prime * (1 - squared)) / root) * (b.lat - a.lat) * radians;
  const east = prime * Math.cos(lat) * (b.lon - a.lon) * radians;
  return { north, east, meters: Math.hypot(north, east) };
}

/** No point of the edge is further from its middle than this: an angle in radians on the sphere of `sphereAngle`. */
export function halfAngle({ a, b }: Edge): number {
  const crossesEquator = a.lat > 0 !== b.lat > 0;
  const widest = crossesEquator ? 1 : Math.cos(Math.min(Math.abs(a.lat), Math.abs(b.lat)) * radians);
  return (Math.hypot(b.lat - a.lat, (b.lon - a.lon) * widest) * radians) / 2;
}

/** An edge with what bounds its distance from anything. */
export interface Spanned {
  readonly edge: Edge;
  readonly middle: Point;
  readonly half: number;
}

export const spanned = (edge: Edge): Spanned => ({ edge, middle: pointAt(edge, 0.5), half: halfAngle(edge) });
