/**
 * Outlines cut where three lands meet, so that neighbours share their lines: whatever is thinned is thinned once, and no gap opens between
 * two countries. Holds for sources whose neighbours repeat each other's corners exactly, as Natural Earth's divisions do.
 */

/** [longitude, latitude] in degrees. */
export type Corner = readonly [number, number];

/** What a shape belongs to; shapes of one `owner` are drawn as one, lines within it are of `unit`s. */
export interface Land {
  readonly owner: string;
  /** Who holds it: a line between two units of one owner is disputed. */
  readonly unit: string;
  /** Rings of all its polygons, holes alike. */
  readonly rings: readonly (readonly Corner[])[];
}

export type LineKind = 'coast' | 'country' | 'disputed' | 'division' | 'seam';

export interface Arc {
  readonly line: readonly Corner[];
  readonly kind: LineKind;
}

export interface Outlines {
  readonly arcs: readonly Arc[];
  /** Numbers of arcs that bound each owner, in order, `~n` for arc n backwards; a ring after a ring. */
  readonly owners: ReadonlyMap<string, readonly (readonly number[])[]>;
}

/** Corners nearer than this are one, in degrees. */
const grid = 1e-5;
const most = 4e7;

/** What lies beside a line where no land does. */
const [sea, edge] = [-1, -2];

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  right: number;
}

export function outlinesOf(lands: readonly Land[]): Outlines {
  const corners: Corner[] = [];
  const ids = new Map<number, number>();
  const idOf = ([lon, lat]: Corner): number => {
    const [x, y] = [Math.round((lon + 180) / grid), Math.round((lat + 90) / grid)];
    const known = ids.get(x * most + y);
    if (known !== undefined) return known;
    ids.set(x * most + y, corners.length);
    corners.push([Math.round(lon / grid) * grid, Math.round(lat / grid) * grid]);
    return corners.length - 1;
  };
  const rings = lands.flatMap(({ rings: own }, land) =>
    own.map((ring) => ({ land, ids: distinct(ring.map(idOf)) })).filter((ring) => ring.ids.length > 2),
  );
  const edges = new Map<number, Edge>();
  for (const ring of rings)
    for (const [n, to] of ring.ids.entries()) {
      const from = ring.ids.at(n - 1) as number;
      const known = edges.get(keyOf(from, to));
      if (known) known.right = ring.land;
      else edges.set(keyOf(from, to), { from, to, left: ring.land, right: isSeam(corners, from, to) ? edge : sea });
    }
  const kindOf = (one: Edge): LineKind => kindBetween(lands, one);
  const isNode = nodesOf(edges, corners.length);
  const arcs: Arc[] = [];
  const starts: (readonly [number, number])[] = [];
  const arcOf = new Map<number, number>();
  const bounds = new Map<string, number[]>();
  for (const { land, ids: ring } of rings)
    for (const path of cutAt(ring, isNode)) {
      const [from = 0, to = 0] = path;
      const own = edges.get(keyOf(from, to)) as Edge;
      const n = arcOf.get(keyOf(from, to)) ?? arcs.length;
      if (n === arcs.length) {
        starts.push([from, to]);
        arcs.push({ line: path.map((id) => corners[id] as Corner), kind: kindOf(own) });
        for (const [at, id] of path.slice(1).entries()) arcOf.set(keyOf(path[at] as number, id), n);
      }
      if (ownerOf(lands, own.left) === ownerOf(lands, own.right)) continue;
      const owner = ownerOf(lands, land);
      const numbers = bounds.get(owner) ?? [];
      const isForward = starts[n]?.[0] === from && starts[n]?.[1] === to;
      numbers.push(isForward ? n : ~n);
      bounds.set(owner, numbers);
    }
  return { arcs, owners: new Map([...bounds].map(([owner, numbers]) => [owner, chained(numbers, arcs)])) };
}

const keyOf = (a: number, b: number): number => Math.min(a, b) * most + Math.max(a, b);
const ownerOf = (lands: readonly Land[], n: number): string => lands[n]?.owner ?? '';
/** Without repeats, and without the last that closes it. */
const distinct = (ids: readonly number[]): number[] => ids.filter((id, n) => id !== ids.at(n - 1));

/** At 180° and at the south pole land ends where the map does. */
function isSeam(corners: readonly Corner[], from: number, to: number): boolean {
  const [a, b] = [corners[from] as Corner, corners[to] as Corner];
  return (Math.abs(a[0]) > 179.999 && Math.abs(b[0]) > 179.999) || (a[1] < -89.9 && b[1] < -89.9);
}

function kindBetween(lands: readonly Land[], { left, right }: Edge): LineKind {
  const [one, other] = [lands[left], lands[right]];
  if (!other || !one) return right === edge ? 'seam' : 'coast';
  if (one.owner !== other.owner) return 'country';
  return one.unit === other.unit ? 'division' : 'disputed';
}

/** A corner where lines meet, or where what lies beside a line changes. */
function nodesOf(edges: ReadonlyMap<number, Edge>, count: number): (id: number) => boolean {
  const first = new Int32Array(count).fill(-9);
  const second = new Int32Array(count).fill(-9);
  const degree = new Uint8Array(count);
  for (const { from, to, left, right } of edges.values())
    for (const id of [from, to]) {
      const [low, high] = [Math.min(left, right), Math.max(left, right)];
      if (degree[id] === 0) [first[id], second[id]] = [low, high];
      const same = first[id] === low && second[id] === high;
      degree[id] = Math.min(200, (degree[id] ?? 0) + (same ? 1 : 3));
    }
  return (id) => degree[id] !== 2;
}

/** The stretches of a ring between nodes; a ring without any starts at its lowest corner, whichever land it is seen from. */
function cutAt(ring: readonly number[], isNode: (id: number) => boolean): number[][] {
  const nodes = ring.flatMap((id, n) => (isNode(id) ? [n] : []));
  if (nodes.length === 0) nodes.push(ring.indexOf(ring.reduce((a, b) => Math.min(a, b))));
  return nodes.map((start, n) => {
    const end = nodes[n + 1] ?? (nodes[0] ?? 0) + ring.length;
    return Array.from({ length: end - start + 1 }, (_, step) => ring[(start + step) % ring.length] as number);
  });
}

/** Arcs one after another into rings: each begins where the one before ends. */
function chained(numbers: readonly number[], arcs: readonly Arc[]): number[][] {
  const ends = (n: number): readonly [string, string] => {
    const line = arcs[n < 0 ? ~n : n]?.line ?? [];
    const [first, last] = [String(line[0]), String(line.at(-1))];
    return n < 0 ? [last, first] : [first, last];
  };
  const startingAt = new Map<string, number[]>();
  for (const n of numbers) startingAt.set(ends(n)[0], [...(startingAt.get(ends(n)[0]) ?? []), n]);
  const rings: number[][] = [];
  const used = new Set<number>();
  for (const n of numbers) {
    if (used.has(n)) continue;
    const ring: number[] = [];
    const [start] = ends(n);
    for (let next: number | undefined = n; next !== undefined; ) {
      used.add(next);
      ring.push(next);
      const at: string = ends(next)[1];
      next = at === start ? undefined : startingAt.get(at)?.find((one) => !used.has(one));
    }
    rings.push(ring);
  }
  return rings;
}
