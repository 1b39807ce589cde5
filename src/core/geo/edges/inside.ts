/** Where a point lies of a ring, by the rules of ring.ts. */
import { orient2d } from 'robust-predicates';
import { isPoint } from '../point.ts';
import { isWorldBand, poleInside } from '../ring.ts';
import type { Point } from '../shape.ts';

/** `none`: this is no ring, so nothing can be said. */
export type Place = 'in' | 'on' | 'out' | 'none';

interface Ready {
  readonly isRing: boolean;
  readonly worldBand: boolean;
  readonly pole: 'north' | 'south' | null;
  readonly south: number;
  readonly north: number;
  readonly lats: Float64Array;
  readonly lons: Float64Array;
}

/** Millions of points are held against one ring: what is the same for all of them is worked out once. Rings never change. */
const readied = new WeakMap<readonly Point[], Ready>();

function ready(ring: readonly Point[]): Ready {
  const known = readied.get(ring);
  if (known) return known;
  const lats = Float64Array.from(ring, ({ lat }) => lat);
  const made: Ready = {
    isRing: ring.length >= 4 && ring.every(isPoint),
    worldBand: isWorldBand(ring),
    pole: poleInside(ring),
    south: lats.reduce((least, lat) => Math.min(least, lat), 90),
    north: lats.reduce((greatest, lat) => Math.max(greatest, lat), -90),
    lats,
    lons: Float64Array.from(ring, ({ lon }) => lon),
  };
  readied.set(ring, made);
  return made;
}

/** O(n), and O(1) for a point north or south of all of a ring that has no pole inside. */
export function placeIn(ring: readonly Point[], point: Point): Place {
  const made = ready(ring);
  if (!made.isRing) return 'none';
  const { lat } = point;
  if (Math.abs(lat) === 90) return atPole(made, lat);
  if (made.pole === null && (lat < made.south || lat > made.north)) return 'out';
  const turns = winding(made, lat, point.lon === 180 ? -180 : point.lon);
  return turns === null ? 'on' : turns === 0 ? 'out' : 'in';
}

/** A pole is one place with every longitude: it is inside with the ring around it, or on an edge that touches it. */
function atPole({ lats, pole }: Ready, lat: number): Place {
  if (lats.includes(lat)) return 'on';
  return pole === (lat > 0 ? 'north' : 'south') ? 'in' : 'out';
}

/** Longitude seen from the antimeridian, −180 … 180. Exact from 64° on: subtracting 180 loses no bit there. */
const fromAntimeridian = (lon: number): number => (lon > 0 ? lon - 180 : lon + 180);

/**
 * How often the ring winds around the point: signed crossings of the meridian from the point to a pole that is outside; null on the
 * ring. An edge crosses the meridians from its western end up to, without, its eastern end. `orient2d` is exact; edges across the
 * antimeridian are seen from there, which rounds (by less than 2 nm) only longitudes within 64° of Greenwich. `lon` is never 180.
 */
function winding({ lats, lons, worldBand, pole }: Ready, lat: number, lon: number): number | null {
  const southward = pole !== 'south';
  let turns = 0;
  let ax = lons[0] as number;
  let ay = lats[0] as number;
  for (let i = 1; i <= lons.length; i++) {
    if (ay === lat && (ax === lon || (ax === 180 && lon === -180))) return null;
    if (i === lons.length) break;
    const bx = lons[i] as number;
    const by = lats[i] as number;
    const across = !worldBand && Math.abs(ax - bx) > 180;
    const side = across
      ? sideOf(fromAntimeridian(ax), ay, fromAntimeridian(bx), by, fromAntimeridian(lon), lat)
      : sideOf(ax, ay, bx, by, ax === 180 && bx === 180 && lon === -180 ? 180 : lon, lat);
    if (side === on) return null;
    if (side !== beside && side > 0 === southward) turns += ax < bx !== across ? 1 : -1;
    ax = bx;
    ay = by;
  }
  return turns;
}

const on = 0;
const beside = 2;

/** Of the edge a–b the point x, y is `on` it, north (1) or south (−1) of it on a meridian that the edge crosses, or `beside` it. */
function sideOf(ax: number, ay: number, bx: number, by: number, x: number, y: number): -1 | 0 | 1 | 2 {
  if (ax === bx) return ax === x && (ay <= y ? y <= by : by <= y) ? on : beside;
  if (ax < bx ? x < ax || x >= bx : x < bx || x >= ax) return beside;
  if (y > ay && y > by) return 1;
  if (y < ay && y < by) return -1;
  // robust-predicates counts y downwards: negative is left of a→b, which is north of an eastward edge.
  const turn = orient2d(ax, ay, bx, by, x, y);
  if (turn === 0) return on;
  return turn < 0 === ax < bx ? 1 : -1;
}
