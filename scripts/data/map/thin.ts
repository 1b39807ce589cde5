/** Thins lines to what a zoom can show, and puts rings together again as polygons with holes. */
import type { Arc, Corner } from './arcs.ts';

/** The whole Earth is 1 wide; y grows to the south. */
export const mercator = ([lon, lat]: Corner): Corner => {
  const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI];
};

/** Ramer, Douglas and Peucker in Web Mercator; `tolerance` as a part of the Earth's width. The ends stay. */
export function thinned(line: readonly Corner[], tolerance: number): Corner[] {
  const flat = line.map(mercator);
  const keep = new Uint8Array(line.length);
  const last = line.length - 1;
  keep[0] = keep[last] = 1;
  const isRing = String(line[0]) === String(line[last]);
  const half = isRing ? farthest(flat, 0, last).at : 0;
  if (isRing) keep[half] = 1;
  const open: [number, number][] = isRing
    ? [
        [0, half],
        [half, last],
      ]
    : [[0, last]];
  for (let range = open.pop(); range; range = open.pop()) {
    const { at, away } = farthest(flat, ...range);
    if (away <= tolerance) continue;
    keep[at] = 1;
    open.push([range[0], at], [at, range[1]]);
  }
  return line.filter((_, n) => keep[n] === 1);
}

function farthest(flat: readonly Corner[], from: number, to: number): { at: number; away: number } {
  const [[ax, ay], [bx, by]] = [flat[from] as Corner, flat[to] as Corner];
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  let [at, away] = [from, 0];
  for (let n = from + 1; n < to; n++) {
    const [x, y] = flat[n] as Corner;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
    const d = Math.hypot(x - ax - t * dx, y - ay - t * dy);
    if (d > away) [at, away] = [n, d];
  }
  return { at, away };
}

/** Twice the area in Web Mercator; its sign tells the way round. */
export function signedArea(ring: readonly Corner[]): number {
  let sum = 0;
  let before = mercator(ring.at(-1) as Corner);
  for (const corner of ring) {
    const now = mercator(corner);
    sum += before[0] * now[1] - now[0] * before[1];
    before = now;
  }
  return sum;
}

export function holds(ring: readonly Corner[], [x, y]: Corner): boolean {
  let inside = false;
  for (let n = 0; n < ring.length; n++) {
    const [[ax, ay], [bx, by]] = [ring.at(n - 1) as Corner, ring[n] as Corner];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

/** Polygons of thinned arcs, outer ring first; what covers less than `least` of the map's square is left out. */
export function polygonsOf(
  rings: readonly (readonly number[])[],
  lines: readonly (readonly Corner[])[],
  least: number,
): Corner[][][] {
  const closed = rings
    .map((numbers) =>
      numbers.flatMap((n, at) => (n < 0 ? [...(lines[~n] ?? [])].reverse() : (lines[n] ?? [])).slice(at === 0 ? 0 : 1)),
    )
    .filter((ring) => ring.length > 3)
    .map((ring) => ({ ring, area: signedArea(ring) }))
    .filter(({ area }) => Math.abs(area) / 2 > least)
    .sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  const sign = Math.sign(closed[0]?.area ?? 1);
  const outer = closed.filter(({ area }) => Math.sign(area) === sign).map(({ ring }) => [ring]);
  for (const { ring } of closed.filter(({ area }) => Math.sign(area) !== sign)) {
    const around = outer.findLast(([own]) => own !== undefined && holds(own, middleOf(ring)));
    around?.push(ring);
  }
  return outer;
}

/** A point of the ring that is no corner: corners may be shared with what lies around it. */
const middleOf = (ring: readonly Corner[]): Corner => {
  const [a, b] = [ring[0] as Corner, ring[1] as Corner];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
};

/** The point of a polygon that is farthest from its edge, to some hundredths of its size: where a name may stand. */
export function nameSpot(ring: readonly Corner[]): Corner {
  const flat = ring.map(mercator);
  const xs = flat.map(([x]) => x);
  const ys = flat.map(([, y]) => y);
  const [west, east] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  const [north, south] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  let best: { away: number; at: Corner } = { away: -1, at: [(west + east) / 2, (north + south) / 2] };
  const steps = 36;
  for (let i = 1; i < steps; i++)
    for (let j = 1; j < steps; j++) {
      const at: Corner = [west + ((east - west) * i) / steps, north + ((south - north) * j) / steps];
      if (!holds(flat, at)) continue;
      let away = Infinity;
      // Names are wide: what is near above or below weighs less.
      for (const [x, y] of flat) away = Math.min(away, Math.hypot(x - at[0], (y - at[1]) * 2));
      if (away > best.away) best = { away, at };
    }
  const [x, y] = best.at;
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

export const linesOf = (arcs: readonly Arc[], tolerance: number): Corner[][] =>
  arcs.map(({ line }) => thinned(line, tolerance));
