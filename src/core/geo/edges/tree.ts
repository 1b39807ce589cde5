/**
 * Edges under boxes of two, four, eight and so on: one after the other in a ring, they lie near each other. What meets what is found without
 * looking at each pair, in about n log n where edges are short against all of them together.
 */
import type { Edge } from './edge.ts';

export class EdgeTree {
  readonly #edges: readonly Edge[];
  /** The first leaf; node i has the children 2i and 2i + 1, and the root is 1. */
  readonly #leaves: number;
  /** South, west, north, east of each node, longitudes as the edges have them; of none, a box that is apart from all. */
  readonly #boxes: Float64Array;

  constructor(edges: readonly Edge[]) {
    this.#edges = edges;
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, edges.length)));
    const boxes = new Float64Array(8 * this.#leaves);
    for (let node = 1; node < 2 * this.#leaves; node++)
      boxes.set(
        [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
        4 * node,
      );
    edges.forEach(({ a, b }, i) => {
      const south = Math.min(a.lat, b.lat);
      const west = Math.min(a.lon, b.lon);
      boxes.set([south, west, Math.max(a.lat, b.lat), Math.max(a.lon, b.lon)], 4 * (this.#leaves + i));
    });
    for (let node = this.#leaves - 1; node > 0; node--)
      for (let side = 0; side < 4; side++) {
        const [one, other] = [boxes[8 * node + side] as number, boxes[8 * node + 4 + side] as number];
        boxes[4 * node + side] = side < 2 ? Math.min(one, other) : Math.max(one, other);
      }
    this.#boxes = boxes;
  }

  /**
   * Whether `isIt` says so of any edge here with one of the other, of those whose boxes meet. A longitude and one a turn further are the
   * same: the other edges are handed over turned by −360, 0 or 360 degrees.
   */
  some(other: EdgeTree, isIt: (edge: Edge, other: Edge) => boolean): boolean {
    return [0, 360, -360].some((turn) => this.#descend(1, other, 1, turn, isIt));
  }

  #descend(
    node: number,
    other: EdgeTree,
    there: number,
    turn: number,
    isIt: (edge: Edge, other: Edge) => boolean,
  ): boolean {
    if (this.#isApart(4 * node, other.#boxes, 4 * there, turn)) return false;
    const isLeaf = node >= this.#leaves;
    if (isLeaf && there >= other.#leaves) {
      const [edge, its] = [this.#edges[node - this.#leaves], other.#edges[there - other.#leaves]];
      return edge !== undefined && its !== undefined && isIt(edge, turned(its, turn));
    }
    // The larger of the two, as far as their depths say.
    if (there >= other.#leaves || (!isLeaf && node <= there))
      return this.#descend(2 * node, other, there, turn, isIt) || this.#descend(2 * node + 1, other, there, turn, isIt);
    return this.#descend(node, other, 2 * there, turn, isIt) || this.#descend(node, other, 2 * there + 1, turn, isIt);
  }

  #isApart(at: number, others: Float64Array, there: number, turn: number): boolean {
    const boxes = this.#boxes;
    return (
      (boxes[at + 2] as number) < (others[there] as number) ||
      (boxes[at] as number) > (others[there + 2] as number) ||
      (boxes[at + 3] as number) < (others[there + 1] as number) + turn ||
      (boxes[at + 1] as number) > (others[there + 3] as number) + turn
    );
  }
}

const turned = (edge: Edge, by: number): Edge =>
  by === 0 ? edge : { a: { lat: edge.a.lat, lon: edge.a.lon + by }, b: { lat: edge.b.lat, lon: edge.b.lon + by } };
