/** A ring as its sweep sees it: vertices without repetitions, counted on over the antimeridian, and the edges between them. */
import { orient2d } from 'robust-predicates';
import { isWorldBand, runOf } from '../ring.ts';
import type { Point } from '../shape.ts';
import { none } from './order.ts';
import { ranked } from './ranks.ts';

/** Two edges that meet, by number: edge `i` runs from point `i` of the ring to the next. */
export interface Meeting {
  readonly edges: readonly [number, number];
  /** Where they meet; rounded where it is no vertex. */
  readonly at: Point;
}

export class Path {
  /** Number of vertices. Edge k runs from vertex k to the next; the last one comes back to vertex 0 if the path is closed. */
  readonly size: number;
  /** False for a ring around the earth, and for a single place. */
  readonly isClosed: boolean;
  /** Index in the ring of the first point that repeats the one before. */
  readonly repeated: number | null = null;
  /** The vertices from west to east, on one meridian from south to north. */
  readonly fromWest: Int32Array;
  /** How far east each vertex stands; equal for the same place. */
  readonly rank: Int32Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  /** Index in the ring of each vertex, and of the one that closes it. */
  readonly #origin: Int32Array;

  constructor(ring: readonly Point[]) {
    const [x, y] = [new Float64Array(ring.length), new Float64Array(ring.length)];
    this.#origin = new Int32Array(ring.length);
    const worldBand = isWorldBand(ring);
    let [count, turns] = [0, 0];
    for (let i = 0; i < ring.length; i++) {
      const point = ring[i] as Point;
      const before = ring[i - 1];
      if (before && runOf(before, point, worldBand) === 'across') turns += Math.sign(before.lon);
      const along = point.lon + 360 * turns;
      if (count > 0 && along === x[count - 1] && point.lat === y[count - 1]) {
        this.repeated ??= i;
        continue;
      }
      x[count] = along;
      y[count] = point.lat;
      this.#origin[count++] = i;
    }
    this.isClosed = count > 1 && x[0] === x[count - 1] && y[0] === y[count - 1];
    this.size = this.isClosed ? count - 1 : count;
    this.#x = x;
    this.#y = y;
    ({ order: this.fromWest, rank: this.rank } = ranked(x.subarray(0, this.size), y.subarray(0, this.size)));
  }

  edgeAfter(vertex: number): number {
    return this.isClosed || vertex + 1 < this.size ? vertex : none;
  }

  edgeBefore(vertex: number): number {
    return vertex > 0 ? vertex - 1 : this.isClosed ? this.size - 1 : none;
  }

  /** The edge that begins at a vertex, or the last one of a path that does not close. */
  edgeAt(vertex: number): number {
    const after = this.edgeAfter(vertex);
    return after === none ? this.edgeBefore(vertex) : after;
  }

  westEnd(edge: number): number {
    const next = this.#next(edge);
    return this.rankOf(edge) < this.rankOf(next) ? edge : next;
  }

  eastEnd(edge: number): number {
    const next = this.#next(edge);
    return this.rankOf(edge) < this.rankOf(next) ? next : edge;
  }

  rankOf(vertex: number): number {
    return this.rank[vertex] as number;
  }

  /** The vertex before one; at the beginning of a path that does not close, the one behind it. */
  before(vertex: number): number {
    const before = this.edgeBefore(vertex);
    return before === none ? this.#next(vertex) : before;
  }

  /** The vertex behind one; at the end of a path that does not close, the one before it. */
  behind(vertex: number): number {
    return this.edgeAfter(vertex) === none ? this.edgeBefore(vertex) : this.#next(vertex);
  }

  /** Positive for a vertex above the line of an edge, 0 on it; exact. */
  side(edge: number, vertex: number): number {
    const next = this.#next(edge);
    return this.rankOf(edge) < this.rankOf(next) ? this.#turn(edge, next, vertex) : this.#turn(next, edge, vertex);
  }

  /** Whether an edge that begins now goes above another that the sweep line crosses there; true when they lie on one line. */
  isAbove(edge: number, other: number): boolean {
    return (this.side(other, this.westEnd(edge)) || this.side(other, this.eastEnd(edge))) >= 0;
  }

  /** The order of two vertices counterclockwise around a third, beginning at south; 0 for one direction. */
  compareAround(center: number, a: number, b: number): number {
    const rank = this.rankOf(center);
    const isWest = this.rankOf(a) < rank;
    if (isWest !== this.rankOf(b) < rank) return isWest ? 1 : -1;
    const turn = this.#turn(center, a, b);
    return turn > 0 ? -1 : turn < 0 ? 1 : 0;
  }

  turnsBack(vertex: number): boolean {
    if (!this.isClosed) return false;
    return this.compareAround(vertex, this.before(vertex), this.behind(vertex)) === 0;
  }

  /** Positive where a closed path turns to the left. */
  turnAt(vertex: number): number {
    return this.#turn(this.before(vertex), vertex, this.behind(vertex));
  }

  isFlat(): boolean {
    for (let vertex = 2; vertex < this.size; vertex++) if (this.#turn(0, 1, vertex) !== 0) return false;
    return true;
  }

  /** Whether a vertex lies on an edge that the sweep line crosses there. */
  holds(edge: number, vertex: number): boolean {
    const y = this.#y[vertex] as number;
    const from = this.#y[edge] as number;
    const to = this.#y[this.#next(edge)] as number;
    return (y < from ? y >= to : y === from || y <= to) && this.side(edge, vertex) === 0;
  }

  /** Where two edges cross in the middle of both; null when they don't. */
  crossing(a: number, b: number): Meeting | null {
    if (this.#areApart(a, b)) return null;
    const c = this.westEnd(b);
    const d = this.eastEnd(b);
    const from = this.side(a, c);
    const to = this.side(a, d);
    if (!(from < 0 ? to > 0 : from > 0 && to < 0)) return null;
    const west = this.side(b, this.westEnd(a));
    const east = this.side(b, this.eastEnd(a));
    if (!(west < 0 ? east > 0 : west > 0 && east < 0)) return null;
    const along = from / (from - to);
    const between = ({ [c]: first = 0, [d]: last = 0 }: Float64Array): number => first + along * (last - first);
    return this.meeting(a, b, onGlobe(between(this.#x), between(this.#y)));
  }

  /** With the edges as the ring numbers them, the smaller number first. */
  meeting(a: number, b: number, at: Point): Meeting {
    const [first, second] = [Math.min(a, b), Math.max(a, b)];
    return { edges: [this.#edgeInRing(first), this.#edgeInRing(second)], at };
  }

  pointOf(vertex: number): Point {
    return onGlobe(this.#x[vertex] as number, this.#y[vertex] as number);
  }

  /** Index in the ring: the first, where a point is repeated. */
  inRing(vertex: number): number {
    return this.#origin[vertex] as number;
  }

  /** An edge begins at the last of the points that its vertex stands for. */
  #edgeInRing(edge: number): number {
    return (this.#origin[edge + 1] as number) - 1;
  }

  /** One lies wholly south of the other: the common case. */
  #areApart(a: number, b: number): boolean {
    const a1 = this.#y[a] as number;
    const a2 = this.#y[this.#next(a)] as number;
    const b1 = this.#y[b] as number;
    const b2 = this.#y[this.#next(b)] as number;
    return (a1 < b1 && a1 < b2 && a2 < b1 && a2 < b2) || (b1 < a1 && b1 < a2 && b2 < a1 && b2 < a2);
  }

  #next(edge: number): number {
    return this.isClosed && edge === this.size - 1 ? 0 : edge + 1;
  }

  /** Positive when a, b, c turn to the left; robust-predicates counts y downwards. */
  #turn(a: number, b: number, c: number): number {
    const x = this.#x as { readonly [index: number]: number };
    const y = this.#y as { readonly [index: number]: number };
    return -orient2d(x[a] as number, y[a] as number, x[b] as number, y[b] as number, x[c] as number, y[c] as number);
  }
}

const onGlobe = (x: number, lat: number): Point => ({
  lat,
  lon: x > 180 || x < -180 ? x - 360 * Math.round(x / 360) : x,
});
