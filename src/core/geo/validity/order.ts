/**
 * The edges that a sweep line crosses, from below to above: a splay tree by number of edge, threaded. Whatever is put in
 * and taken out in whatever order, m steps on n edges take O(m log n).
 */

export const none = -1;

export class SweepOrder {
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  readonly #parent: Int32Array;
  readonly #below: Int32Array;
  readonly #above: Int32Array;
  #root = none;

  /** Edges are numbered from 0 to `size` − 1. */
  constructor(size: number) {
    const links = (): Int32Array => new Int32Array(size).fill(none);
    this.#left = links();
    this.#right = links();
    this.#parent = links();
    this.#below = links();
    this.#above = links();
  }

  /** The edge next below one of the order, or `none`. */
  below = (edge: number): number => at(this.#below, edge);
  above = (edge: number): number => at(this.#above, edge);

  /** Puts an edge in; `isAbove` says whether it belongs above one that is there, the same for all that lie on one line. */
  insert(edge: number, isAbove: (edge: number, other: number) => boolean): void {
    let parent = none;
    let below = none;
    let above = none;
    for (let node = this.#root; node !== none; ) {
      parent = node;
      if (isAbove(edge, node)) {
        below = node;
        node = at(this.#right, node);
      } else {
        above = node;
        node = at(this.#left, node);
      }
    }
    this.#parent[edge] = parent;
    if (parent !== none) (parent === below ? this.#right : this.#left)[parent] = edge;
    this.#thread(below, edge);
    this.#thread(edge, above);
    this.#splay(edge);
  }

  /** Takes an edge out; its neighbours become each other's. */
  remove(edge: number): void {
    this.#splay(edge);
    const below = at(this.#below, edge);
    this.#thread(below, at(this.#above, edge));
    const left = at(this.#left, edge);
    const right = at(this.#right, edge);
    if (right !== none) this.#parent[right] = none;
    this.#root = right;
    if (left !== none) {
      this.#parent[left] = none;
      // The greatest of the left part comes to its root, and has nothing on its right.
      this.#splay(below);
      this.#right[below] = right;
      if (right !== none) this.#parent[right] = below;
    }
    this.#clear(edge);
  }

  /** Puts `next` in the place of `edge`, which goes out. */
  replace(edge: number, next: number): void {
    const left = at(this.#left, edge);
    const right = at(this.#right, edge);
    const parent = at(this.#parent, edge);
    this.#left[next] = left;
    this.#right[next] = right;
    this.#parent[next] = parent;
    if (left !== none) this.#parent[left] = next;
    if (right !== none) this.#parent[right] = next;
    if (parent === none) this.#root = next;
    else (at(this.#left, parent) === edge ? this.#left : this.#right)[parent] = next;
    this.#thread(at(this.#below, edge), next);
    this.#thread(next, at(this.#above, edge));
    this.#clear(edge);
  }

  #thread(below: number, above: number): void {
    if (below !== none) this.#above[below] = above;
    if (above !== none) this.#below[above] = below;
  }

  #clear(edge: number): void {
    this.#left[edge] = none;
    this.#right[edge] = none;
    this.#parent[edge] = none;
    this.#below[edge] = none;
    this.#above[edge] = none;
  }

  /** Brings a node to the root of its tree (Sleator and Tarjan 1985). */
  #splay(node: number): void {
    for (let parent = at(this.#parent, node); parent !== none; parent = at(this.#parent, node)) {
      const grand = at(this.#parent, parent);
      if (grand !== none) {
        const inLine = (at(this.#left, grand) === parent) === (at(this.#left, parent) === node);
        this.#rotate(inLine ? parent : node);
      }
      this.#rotate(node);
    }
    this.#root = node;
  }

  /** Lifts a node above its parent. */
  #rotate(node: number): void {
    const parent = at(this.#parent, node);
    const grand = at(this.#parent, parent);
    const isLeft = at(this.#left, parent) === node;
    const near = isLeft ? this.#left : this.#right;
    const far = isLeft ? this.#right : this.#left;
    const inner = at(far, node);
    near[parent] = inner;
    if (inner !== none) this.#parent[inner] = parent;
    far[node] = parent;
    this.#parent[parent] = node;
    this.#parent[node] = grand;
    if (grand !== none) (at(this.#left, grand) === parent ? this.#left : this.#right)[grand] = node;
  }
}

const at = (links: Int32Array, index: number): number => (index === none ? none : (links[index] as number));
