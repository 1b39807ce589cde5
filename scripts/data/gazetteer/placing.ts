/**
 * Which division a place lies in. Borders are drawn coarsely, and sources that list places say their division in codes of their own: what
 * such a code means is found by where most of its places lie, and then stands for all of them.
 */
import type { Point } from '../../../src/core/geo/shape.ts';
import type { Divisions, Found } from './divisions.ts';

/** A place as its source lists it. `label`: the source's code of the division, with the source. */
export interface Listed {
  readonly country: string;
  readonly point: Point;
  readonly label: string;
}

export interface Placed {
  /** A code of ISO 3166-2 of the first level, or null where none is certain. */
  readonly admin1: string | null;
  /** A code of a smaller division in that, where ISO 3166-2 has one. */
  readonly within: string | null;
}

/** Of the places under a label, as many have to lie in one division. */
const most = 0.7;

export class Placing {
  readonly #divisions: Divisions;
  readonly #meaning = new Map<string, string>();

  constructor(divisions: Divisions, listed: readonly Listed[]) {
    this.#divisions = divisions;
    const byLabel = new Map<string, Map<string, number>>();
    const byDivision = new Map<string, Map<string, number>>();
    for (const { country, point, label } of listed) {
      const found = divisions.at(country, point);
      if (!found) continue;
      count(byLabel, label, this.#firstOf(found));
      count(byDivision, this.#firstOf(found), label);
    }
    for (const [label, divisionsOf] of byLabel) {
      const [division, share] = commonest(divisionsOf);
      if (share >= most && commonest(byDivision.get(division) ?? new Map())[0] === label)
        this.#meaning.set(label, division);
    }
  }

  /** The division of the first level; of one that has no code its number. */
  #firstOf = ({ id, code }: Found): string => (code === 'none' ? null : this.#divisions.firstLevel(id)) ?? id;

  of({ country, point, label }: Listed): Placed {
    const found = this.#divisions.at(country, point);
    const meaning = this.#meaning.get(label);
    // A part may have changed where the whole has not: the first level is certain still.
    const drawn = found && (found.code === 'sure' || this.#firstOf(found) !== found.id) ? this.#firstOf(found) : null;
    const admin1 = meaning === undefined ? drawn : this.#divisions.firstLevel(meaning);
    const isPart = admin1 !== null && found?.code === 'sure' && found.id !== admin1 && this.#firstOf(found) === admin1;
    return { admin1, within: isPart ? found.id : null };
  }
}

function count(counts: Map<string, Map<string, number>>, key: string, what: string): void {
  const of = counts.get(key) ?? new Map<string, number>();
  counts.set(key, of.set(what, (of.get(what) ?? 0) + 1));
}

function commonest(counts: ReadonlyMap<string, number>): [what: string, share: number] {
  let [best, times, all] = ['', 0, 0];
  for (const [what, number] of counts) {
    all += number;
    if (number > times) [best, times] = [what, number];
  }
  return [best, times / Math.max(1, all)];
}
