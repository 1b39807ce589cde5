/**
 * Search as somebody types: every word typed begins a word of the name, in any order; where that finds too little, words may have a
 * typo (from four letters) or two (from eight). Rank: people (log10), more for the whole name, its beginning, whole words and nearness,
 * less for typos.
 */
import { sphereAngle } from '../../distance.ts';
import type { Point } from '../../shape.ts';
import type { NameColumns } from './file/names.ts';
import type { PlaceColumns } from './file/places.ts';
import { foldedWords } from './file/spelling.ts';
import { nearlyBeginning, type Range } from './typos.ts';

export interface Hit {
  readonly place: number;
  readonly name: number;
  readonly score: number;
}

const worth = { wholeName: 3, itsBeginning: 1.5, wholeWord: 0.5, typo: -2, here: 3 } as const;
const nearAngle = 100_000 / 6_371_000;
/** More than anybody types; the rest is passed over. */
const mostWords = 8;

export function searched(
  places: PlaceColumns,
  names: NameColumns,
  text: string,
  { limit, near }: { limit: number; near: Point | null },
): Hit[] {
  const typed = [...new Set(foldedWords(text))].slice(0, mostWords);
  if (typed.length === 0 || !(limit >= 1)) return [];
  const search = new Search(places, names, typed, limit, near);
  const { dictionary } = names;
  const exact = typed.map((word) => {
    const [low, high] = dictionary.beginningWith(word);
    return low < high ? [{ low, high, typos: 0 }] : [];
  });
  search.through(exact);
  if (!search.full) {
    const near = typed.map((word, i) => {
      const found = nearlyBeginning(dictionary, word);
      return found.length > 0 ? found : (exact[i] ?? []);
    });
    search.through(near);
  }
  return search.hits.toSorted((a, b) => b.score - a.score || a.place - b.place);
}

class Search {
  readonly #places: PlaceColumns;
  readonly #names: NameColumns;
  readonly #limit: number;
  readonly #near: Point | null;
  /** Folded words that are what was typed; −1 for none. */
  readonly #whole: readonly number[];
  readonly hits: Hit[] = [];
  #least = Number.NEGATIVE_INFINITY;

  constructor(places: PlaceColumns, names: NameColumns, typed: readonly string[], limit: number, near: Point | null) {
    this.#places = places;
    this.#names = names;
    this.#limit = limit;
    this.#near = near;
    this.#whole = typed.map((word) => names.dictionary.find(word));
  }

  get full(): boolean {
    return this.hits.length >= this.#limit;
  }

  /** Goes through the names that have the rarest of the words typed. */
  through(words: readonly (readonly Range[])[]): void {
    if (words.some((ranges) => ranges.length === 0)) return;
    const { from, containing } = this.#names;
    const uses = words.map((ranges) =>
      ranges.reduce((sum, { low, high }) => sum + (from[high] as number) - (from[low] as number), 0),
    );
    const rarest = uses.indexOf(Math.min(...uses));
    const { itsBeginning, wholeWord, wholeName } = worth;
    for (const { low, high } of words[rarest] ?? [])
      for (let word = low; word < high; word++) {
        const isWhole = word === this.#whole[rarest];
        const most = itsBeginning + wholeWord * (words.length - (isWhole ? 0 : 1)) + (isWhole ? wholeName : 0);
        for (let i = from[word] as number; i < (from[word + 1] as number); i++)
          this.#weigh(containing[i] as number, words, most);
      }
  }

  /** `most`: what the likeness can be worth by the word that the name was come upon. */
  #weigh(name: number, words: readonly (readonly Range[])[], most: number): void {
    const place = this.#names.placeOf[name] as number;
    const weight = this.#places.weight[place] as number;
    const best = weight + most;
    if (this.#near) {
      if (best + worth.here <= this.#least || best + this.#nearnessAtMost(place, this.#near) <= this.#least) return;
    } else if (best <= this.#least) return;
    const likeness = this.#likeness(name, words);
    if (likeness === null) return;
    const score = weight + likeness + (this.#near ? this.#nearness(place, this.#near) : 0);
    if (score > this.#least) this.#keep({ place, name, score });
  }

  /** How like the name is to what was typed; null where a word typed is not in it. */
  #likeness(name: number, words: readonly (readonly Range[])[]): number | null {
    const { start, words: all } = this.#names;
    const from = start[name] as number;
    const to = start[name + 1] as number;
    let worthOf = 0;
    let whole = to - from === words.length;
    for (let w = 0; w < words.length; w++) {
      const ranges = words[w] as readonly Range[];
      let found: Range | null = null;
      let at = from;
      for (let i = from; i < to; i++) {
        const range = rangeWith(ranges, all[i] as number);
        if (range && (!found || range.typos < found.typos)) {
          found = range;
          at = i;
        }
      }
      if (!found) return null;
      const isWhole = all[at] === this.#whole[w];
      whole &&= isWhole && at === from + w;
      worthOf +=
        found.typos * worth.typo + (isWhole ? worth.wholeWord : 0) + (w === 0 && at === from ? worth.itsBeginning : 0);
    }
    return worthOf + (whole ? worth.wholeName : 0);
  }

  /** As if it were on the same meridian. */
  #nearnessAtMost(place: number, near: Point): number {
    const north = Math.abs((this.#places.lat[place] as number) - near.lat) * (Math.PI / 180);
    return worth.here / (1 + north / nearAngle);
  }

  #nearness(place: number, near: Point): number {
    const point = { lat: this.#places.lat[place] as number, lon: this.#places.lon[place] as number };
    return worth.here / (1 + sphereAngle(near, point) / nearAngle);
  }

  /** A place stands once, by its best name. */
  #keep(hit: Hit): void {
    const same = this.hits.findIndex(({ place }) => place === hit.place);
    if (same >= 0) {
      if ((this.hits[same] as Hit).score >= hit.score) return;
      this.hits[same] = hit;
    } else if (this.hits.length < this.#limit) this.hits.push(hit);
    else this.hits[this.#worst()] = hit;
    if (this.hits.length >= this.#limit) this.#least = (this.hits[this.#worst()] as Hit).score;
  }

  #worst(): number {
    let worst = 0;
    for (let i = 1; i < this.hits.length; i++)
      if ((this.hits[i] as Hit).score < (this.hits[worst] as Hit).score) worst = i;
    return worst;
  }
}

/** Ranges are in order and apart. */
function rangeWith(ranges: readonly Range[], word: number): Range | null {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle] as Range;
    if (word < range.low) high = middle;
    else if (word >= range.high) low = middle + 1;
    else return range;
  }
  return null;
}
