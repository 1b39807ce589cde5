/**
 * Words of the dictionary that begin with nearly what was typed. A letter too many, too few, wrong, or two exchanged is one typo
 * (optimal string alignment); the first letter has to be right. Words are gone through in their order; what begins as hopeless as the one
 * before is passed over.
 */
import { lengthOfLetter, letterAt } from './file/bytes.ts';
import type { Dictionary } from './file/dictionary.ts';

/** Folded words from `low` up to, without, `high` begin with what was typed but for some typos. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly typos: number;
}

/** How many typos a word may have: short ones would be any other. */
export const typosAllowed = (word: string): number => {
  const letters = [...word].length;
  return letters < 4 ? 0 : letters < 8 ? 1 : 2;
};

const longest = 64;

export function nearlyBeginning(dictionary: Dictionary, typed: string): Range[] {
  const most = typosAllowed(typed);
  const letters = [...typed].map((letter) => letter.codePointAt(0) as number);
  if (most === 0 || letters.length > longest) return [];
  const walk = new Walk(letters, most);
  const ranges: Range[] = [];
  const [low, high] = dictionary.beginningWith(String.fromCodePoint(letters[0] as number));
  dictionary.each(low, high, (index, word, shared, length) => {
    const typos = walk.next(word, shared, length);
    if (typos === null) return;
    const last = ranges.at(-1);
    if (last && last.high === index && last.typos === typos) ranges[ranges.length - 1] = { ...last, high: index + 1 };
    else ranges.push({ low: index, high: index + 1, typos });
  });
  return ranges;
}

/** One row of distances for each letter of a word; rows of what a word shares with the one before are kept. */
class Walk {
  readonly #typed: readonly number[];
  readonly #most: number;
  /** Row d, column i: typos between the first d letters of the word and the first i typed. */
  readonly #rows: Uint8Array[];
  /** The least typos between all that was typed and any beginning of the word up to letter d. */
  readonly #best: Uint8Array;
  readonly #letters: Uint32Array;
  /** Byte at which each letter begins. */
  readonly #begins: Uint32Array;
  /** Letters whose rows stand. */
  #depth = 0;
  /** Bytes after which the last word was settled, good or bad, whatever follows; 0 when it was read to its end. */
  #settledAt = 0;
  #typos: number | null = null;

  constructor(typed: readonly number[], most: number) {
    this.#typed = typed;
    this.#most = most;
    const deepest = typed.length + most + 1;
    this.#rows = Array.from({ length: deepest + 1 }, () => new Uint8Array(typed.length + 1));
    this.#rows[0]?.forEach((_, i, row) => {
      row[i] = i;
    });
    this.#best = new Uint8Array(deepest + 1).fill(typed.length);
    this.#letters = new Uint32Array(deepest + 1);
    this.#begins = new Uint32Array(deepest + 2);
  }

  /** Typos, or null for too many. */
  next(word: Uint8Array, shared: number, length: number): number | null {
    if (this.#settledAt > 0 && shared >= this.#settledAt) return this.#typos;
    while (this.#depth > 0 && (this.#begins[this.#depth] as number) > shared) this.#depth--;
    this.#settledAt = 0;
    while (this.#settledAt === 0 && (this.#begins[this.#depth] as number) < length) {
      const before = this.#begins[this.#depth] as number;
      const least = this.#row(++this.#depth, letterAt(word, before));
      const end = before + lengthOfLetter(word[before] as number);
      this.#begins[this.#depth] = end;
      // No later row is less than the least of this one.
      const hopeless = least >= (this.#best[this.#depth] as number) || least > this.#most;
      if (hopeless || this.#depth === this.#rows.length - 1) this.#settledAt = end;
    }
    const best = this.#best[this.#depth] as number;
    this.#typos = best <= this.#most ? best : null;
    return this.#typos;
  }

  /** Fills a row; gives its least. */
  #row(depth: number, letter: number): number {
    const typed = this.#typed;
    const row = this.#rows[depth] as Uint8Array;
    const above = this.#rows[depth - 1] as Uint8Array;
    const twoAbove = this.#rows[depth - 2];
    const before = this.#letters[depth - 1] as number;
    this.#letters[depth] = letter;
    row[0] = depth;
    let least = depth;
    for (let i = 1; i <= typed.length; i++) {
      const same = typed[i - 1] === letter;
      let typos = Math.min(
        (above[i - 1] as number) + (same ? 0 : 1),
        (above[i] as number) + 1,
        (row[i - 1] as number) + 1,
      );
      if (twoAbove && i > 1 && typed[i - 1] === before && typed[i - 2] === letter)
        typos = Math.min(typos, (twoAbove[i - 2] as number) + 1);
      row[i] = typos;
      least = Math.min(least, typos);
    }
    this.#best[depth] = Math.min(this.#best[depth - 1] as number, row[typed.length] as number);
    return least;
  }
}
