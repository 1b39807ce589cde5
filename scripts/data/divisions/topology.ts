/**
 * Rings on a grid of whole steps, cut where three or more borders meet, so that neighbours share the line between them. Divisions
 * are joined by leaving out what they share.
 */

/** Steps of the grid east of Greenwich and north of the equator. */
export type Corner = readonly [x: number, y: number];
/** The outer ring first, counter-clockwise, then its holes, clockwise; the last corner equal to the first. */
export type Area = readonly (readonly Corner[])[];
/** Arcs in order; `~n` is arc n from its end to its start. */
export type Ring = readonly number[];
export type Polygon = readonly Ring[];

export interface Topology {
  readonly arcs: readonly (readonly Corner[])[];
  /** What became of each area, in order. */
  readonly polygons: readonly Polygon[];
}

const keyOf = ([x, y]: Corner): number => (x + 2_000_000) * 4_000_000 + (y + 1_000_000);

/** Twice the area of a ring, positive when it runs counter-clockwise. */
export function twiceArea(ring: readonly Corner[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as Corner, ring[i] as Corner];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum;
}

export function topologyOf(areas: readonly Area[]): Topology {
  const junctions = junctionsOf(areas.flat());
  const arcs: (readonly Corner[])[] = [];
  const known = new Map<string, number>();
  const refOf = (line: readonly Corner[]): number => {
    const [first, second] = [line[0], line[1]] as [Corner, Corner];
    const [last, before] = [line.at(-1), line.at(-2)] as [Corner, Corner];
    const forward = known.get(`${keyOf(first)} ${keyOf(second)}`);
    if (forward !== undefined) return forward;
    known.set(`${keyOf(first)} ${keyOf(second)}`, arcs.length);
    known.set(`${keyOf(last)} ${keyOf(before)}`, ~arcs.length);
    return arcs.push(line) - 1;
  };
  const polygons = areas.map((area) => area.map((ring) => cut(ring, junctions).map(refOf)));
  return { arcs, polygons };
}

/** Corners where a ring has other neighbours than another ring has there. */
function junctionsOf(rings: readonly (readonly Corner[])[]): Set<number> {
  const neighbours = new Map<number, readonly [number, number]>();
  const junctions = new Set<number>();
  for (const ring of rings) {
    const corners = ring.slice(0, -1).map(keyOf);
    corners.forEach((corner, i) => {
      const before = corners.at(i - 1) as number;
      const after = corners[(i + 1) % corners.length] as number;
      const pair = [Math.min(before, after), Math.max(before, after)] as const;
      const known = neighbours.get(corner);
      if (known === undefined) neighbours.set(corner, pair);
      else if (known[0] !== pair[0] || known[1] !== pair[1]) junctions.add(corner);
    });
  }
  return junctions;
}

/** The arcs of a ring. One without a junction is a single arc, from its least corner, the way that begins with the lesser neighbour. */
function cut(ring: readonly Corner[], junctions: ReadonlySet<number>): (readonly Corner[])[] {
  const corners = ring.slice(0, -1);
  const isJunction = (corner: Corner): boolean => junctions.has(keyOf(corner));
  const first = corners.findIndex(isJunction);
  const start = first >= 0 ? first : leastOf(corners);
  const turned = [...corners.slice(start), ...corners.slice(0, start), corners[start] as Corner];
  const arcs: (readonly Corner[])[] = [];
  let from = 0;
  for (let i = 1; i < turned.length; i++) {
    if (i < turned.length - 1 && !isJunction(turned[i] as Corner)) continue;
    arcs.push(turned.slice(from, i + 1));
    from = i;
  }
  return arcs;
}

const leastOf = (corners: readonly Corner[]): number =>
  corners.reduce((least, corner, i) => (keyOf(corner) < keyOf(corners[least] as Corner) ? i : least), 0);

/** One ring as its corners. */
export const cornersOf = (ring: Ring, arcs: Topology['arcs']): Corner[] =>
  ring.flatMap((ref, i) => {
    const line = arcs[ref < 0 ? ~ref : ref] as readonly Corner[];
    const way = ref < 0 ? line.toReversed() : line;
    return i === 0 ? way : way.slice(1);
  });

/** Polygons joined: the arcs that one has from each side are inside and go; the rest close into outer rings and holes. */
export function joined(polygons: readonly Polygon[], arcs: Topology['arcs']): Polygon[] {
  if (polygons.length < 2) return [...polygons];
  const left = new Map<number, number>();
  for (const ref of polygons.flat(2)) {
    const opposite = left.get(~ref) ?? 0;
    if (opposite > 0) left.set(~ref, opposite - 1);
    else left.set(ref, (left.get(ref) ?? 0) + 1);
  }
  return nested(
    closed(
      [...left].flatMap(([ref, count]) => Array<number>(count).fill(ref)),
      arcs,
    ),
    arcs,
  );
}

/** Arcs put end to end until they come back. As many arrive at every corner as leave it, so that each way closes. */
function closed(refs: readonly number[], arcs: Topology['arcs']): Ring[] {
  const ends = (ref: number): [number, number] => {
    const line = arcs[ref < 0 ? ~ref : ref] as readonly Corner[];
    const [a, b] = [keyOf(line[0] as Corner), keyOf(line.at(-1) as Corner)];
    return ref < 0 ? [b, a] : [a, b];
  };
  const leaving = new Map<number, number[]>();
  for (const ref of refs) leaving.set(ends(ref)[0], [...(leaving.get(ends(ref)[0]) ?? []), ref]);
  const rings: Ring[] = [];
  const take = (corner: number): number | undefined => leaving.get(corner)?.pop();
  for (const start of leaving.keys()) {
    for (let ref = take(start); ref !== undefined; ref = take(start)) {
      const ring = [ref];
      for (let at = ends(ref)[1]; at !== start; ) {
        const next = take(at);
        if (next === undefined) throw new Error('A border does not close');
        ring.push(next);
        at = ends(next)[1];
      }
      rings.push(ring);
    }
  }
  return rings;
}

/** Holes (clockwise rings) put into the smallest outer ring around them. */
function nested(rings: readonly Ring[], arcs: Topology['arcs']): Polygon[] {
  const all = rings.map((ring) => ({ ring, corners: cornersOf(ring, arcs), polygon: [ring] }));
  const sized = all.map((each) => ({ ...each, size: twiceArea(each.corners) }));
  const outers = sized.filter(({ size }) => size > 0).sort((a, b) => a.size - b.size);
  for (const { ring, corners, size } of sized) {
    if (size >= 0) continue;
    const around = outers.find((outer) => outer.size > -size && encloses(outer.corners, corners));
    if (!around) throw new Error('A hole lies in nothing');
    around.polygon.push(ring);
  }
  return outers.map(({ polygon }) => polygon);
}

/** Decided by a corner of the inner ring that is none of the outer; rings that share all theirs are taken as one in the other. */
function encloses(outer: readonly Corner[], inner: readonly Corner[]): boolean {
  const own = new Set(outer.map(keyOf));
  const apart = inner.find((corner) => !own.has(keyOf(corner)));
  return apart === undefined ? inner.every((corner) => own.has(keyOf(corner))) : holds(outer, apart);
}

function holds(ring: readonly Corner[], [x, y]: Corner): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as Corner, ring[i] as Corner];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}
