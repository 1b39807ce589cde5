/** Who stands so near to a boundary that is known to be inexact that nobody can tell on which side of the true one they are. */
import { type Bounds, boundsCover, boundsOf } from '../core/geo/bounds.ts';
import { isWithin } from '../core/geo/edges/nearest.ts';
import { piecesOf } from '../core/geo/geocodes/areas.ts';
import { boundsOverlap, overlap } from '../core/geo/overlap.ts';
import type { Point, Shape } from '../core/geo/shape.ts';

/** A degree of latitude is longer than this everywhere, in metres. */
const degreeMeters = 110_000;

/** Tells whether any edge of the shape's polygons, of holes as well, is at most `meters` away. Most edges are passed over by their box. */
export function nearEdgeOf(shape: Shape, meters: number, bounds: Bounds = boundsOf(shape)): (point: Point) => boolean {
  const tall = meters / degreeMeters;
  const around = grown(bounds, tall);
  const rings = ringsOf(shape);
  let runs: readonly Run[] | null = null;
  return (point) => {
    if (!boundsCover(around, point)) return false;
    runs ??= rings.flatMap(runsOf);
    return runs.some((run) => runsNear(run, point, tall, meters));
  };
}

/** The same for all of a place: whether any point of it is at most `meters` from an edge. */
export function reachesEdge(place: Shape, shape: Shape, meters: number): boolean {
  const around = grown(boundsOf(shape), meters / degreeMeters);
  if (!boundsOverlap(around, boundsOf(place))) return false;
  return ringsOf(shape).some((line) => overlap(place, { kind: 'corridor', line, radiusMeters: meters }));
}

const ringsOf = (shape: Shape): (readonly Point[])[] =>
  piecesOf(shape).flatMap((piece) => (piece.kind === 'polygon' ? [piece.ring, ...(piece.holes ?? [])] : []));

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

/** A stretch of a ring, with its box. */
interface Run extends Readonly<Bounds> {
  readonly points: readonly Point[];
}

const edgesInRun = 32;

function runsOf(ring: readonly Point[]): Run[] {
  return Array.from({ length: Math.ceil((ring.length - 1) / edgesInRun) }, (_, i) => {
    const points = ring.slice(i * edgesInRun, (i + 1) * edgesInRun + 1);
    const [lats, lons] = [points.map(({ lat }) => lat), points.map(({ lon }) => lon)];
    const box = {
      south: Math.min(...lats),
      north: Math.max(...lats),
      west: Math.min(...lons),
      east: Math.max(...lons),
    };
    return { points, ...box };
  });
}

function runsNear(run: Run, point: Point, tall: number, meters: number): boolean {
  const [south, north] = [point.lat - tall, point.lat + tall];
  const wide = wideAt(point.lat, tall);
  if (run.north < south || run.south > north || !isBeside(run.west, run.east, point.lon, wide)) return false;
  const { points } = run;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
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
