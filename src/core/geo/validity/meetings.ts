/**
 * Where a ring crosses or touches itself: a sweep over its vertices (Shamos and Hoey 1976) with exact predicates, O(n log n)
 * for any ring. Edges are straight in latitude and longitude and run as ring.ts says, also across the antimeridian.
 */
import { none, SweepOrder } from './order.ts';
import type { Meeting, Path } from './path.ts';
import { alternating } from './visits.ts';

/** See faults.ts. */
export interface Meetings {
  readonly crossing: Meeting | null;
  readonly touching: Meeting | null;
}

export class Sweep {
  readonly #path: Path;
  readonly #order: SweepOrder;
  /** One for all, where each of its own would be thrown away at once. */
  readonly #isAbove: (edge: number, other: number) => boolean;
  #crossing: Meeting | null = null;
  #touching: Meeting | null = null;

  constructor(path: Path) {
    this.#path = path;
    this.#order = new SweepOrder(path.size);
    this.#isAbove = (edge, other) => path.isAbove(edge, other);
  }

  run(): Meetings {
    const path = this.#path;
    const vertices = path.fromWest;
    for (let from = 0; from < vertices.length && this.#crossing === null; ) {
      let to = from + 1;
      while (to < vertices.length && path.rankOf(vertices[from] as number) === path.rankOf(vertices[to] as number))
        to++;
      if (to - from > 1 || !this.#passOn(vertices[from] as number)) this.#visit(vertices.subarray(from, to));
      from = to;
    }
    return { crossing: this.#crossing, touching: this.#crossing === null ? this.#touching : null };
  }

  /** The common case: one edge ends here, one goes on, and no other edge is near. False, with nothing done, for all others. */
  #passOn(vertex: number): boolean {
    const before = this.#path.edgeBefore(vertex);
    const after = this.#path.edgeAfter(vertex);
    if (before === none || after === none) return false;
    const endsBefore = this.#path.eastEnd(before) === vertex;
    if (endsBefore === (this.#path.eastEnd(after) === vertex)) return false;
    const ending = endsBefore ? before : after;
    const beginning = endsBefore ? after : before;
    if (this.#holds(this.#order.below(ending), vertex) || this.#holds(this.#order.above(ending), vertex)) return false;
    this.#order.replace(ending, beginning);
    this.#lookAround(beginning);
    return true;
  }

  /** All vertices at one place. What ends there goes out before anything comes in. */
  #visit(here: Int32Array): void {
    const place = here[0] as number;
    const ending: number[] = [];
    const beginning: number[] = [];
    const sort = (edge: number): void => {
      if (edge === none) return;
      const ends = this.#path.rankOf(this.#path.eastEnd(edge)) === this.#path.rankOf(place);
      (ends ? ending : beginning).push(edge);
    };
    for (let i = 0; i < here.length; i++) {
      sort(this.#path.edgeBefore(here[i] as number));
      sort(this.#path.edgeAfter(here[i] as number));
    }
    let below = none;
    let above = none;
    for (let i = 0; i < ending.length; i++) {
      const edge = ending[i] as number;
      below = this.#order.below(edge);
      above = this.#order.above(edge);
      this.#order.remove(edge);
      this.#look(below, above);
    }
    for (let i = 0; i < beginning.length; i++) this.#order.insert(beginning[i] as number, this.#isAbove);
    for (let i = 0; i < beginning.length; i++) this.#lookAround(beginning[i] as number);
    const [first] = beginning;
    if (first !== undefined) [below, above] = this.#besideThose(first, place);
    // Those that pass through one place and do not cross there lie on one line: any of them stands for all.
    const through = [below, above].find((edge) => this.#holds(edge, place)) ?? none;
    if (here.length > 1 || through !== none) this.#meet(here, through);
  }

  /** The nearest edges below and above those that begin at a place. */
  #besideThose(first: number, place: number): [number, number] {
    const begins = (edge: number): boolean =>
      edge !== none && this.#path.rankOf(this.#path.westEnd(edge)) === this.#path.rankOf(place);
    let [below, above] = [first, first];
    while (begins(below)) below = this.#order.below(below);
    while (begins(above)) above = this.#order.above(above);
    return [below, above];
  }

  #meet(here: Int32Array, through: number): void {
    const path = this.#path;
    const place = here[0] as number;
    const ways = new Int32Array(2 * (here.length + (through === none ? 0 : 1)));
    for (let i = 0; i < here.length; i++) {
      ways[2 * i] = path.before(here[i] as number);
      ways[2 * i + 1] = path.behind(here[i] as number);
    }
    if (through !== none) ways.set([path.westEnd(through), path.eastEnd(through)], 2 * here.length);
    const other = through === none ? path.edgeAt(here[1] as number) : through;
    const meeting = (edge: number, with_: number): Meeting => path.meeting(edge, with_, path.pointOf(place));
    const crossed = alternating(ways, (a, b) => path.compareAround(place, a, b));
    if (crossed === null) this.#touching ??= meeting(path.edgeAt(place), other);
    else {
      const [a, b] = crossed.map((visit) => (visit < here.length ? path.edgeAt(here[visit] as number) : through));
      this.#crossing ??= meeting(a ?? none, b ?? none);
    }
  }

  #holds(edge: number, vertex: number): boolean {
    return edge !== none && this.#path.holds(edge, vertex);
  }

  #lookAround(edge: number): void {
    this.#look(this.#order.below(edge), edge);
    this.#look(edge, this.#order.above(edge));
  }

  /** Whether two edges that have become neighbours cross in their middles. */
  #look(below: number, above: number): void {
    if (below === none || above === none || this.#crossing !== null) return;
    this.#crossing = this.#path.crossing(below, above);
  }
}
