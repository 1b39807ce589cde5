/** The names of a gazetteer's file as columns, and which names are made of which folded words. */
import type { ByteReader } from './bytes.ts';
import { Dictionary } from './dictionary.ts';
import { gapMark } from './entry.ts';
import { foldedWords, forms, inForm } from './spelling.ts';

const remembered = 4096;

export class NameColumns {
  readonly dictionary: Dictionary;
  readonly size: number;
  /** Names of place p: from firstOf[p] up to, without, firstOf[p + 1]. */
  readonly firstOf: Uint32Array;
  readonly placeOf: Uint32Array;
  /** Folded words of name n: words[start[n]] up to, without, words[start[n + 1]]. */
  readonly start: Uint32Array;
  readonly words: Uint32Array;
  /** Names that have folded word w: containing[from[w]] up to, without, containing[from[w + 1]]. A name stands there once for each time. */
  readonly from: Uint32Array;
  readonly containing: Uint32Array;
  readonly #gaps: readonly (readonly string[])[];
  readonly #languages: readonly string[];
  readonly #pattern: Uint32Array;
  readonly #language: Uint8Array;
  readonly #written: Uint32Array;
  readonly #wordOfWritten: Uint32Array;
  /** One of `forms`, or beyond them where the text of the word begins. */
  readonly #formOfWritten: Uint32Array;
  readonly #reader: ByteReader;
  /** Names by the hash of their folded words: the first, and for each name the next. One more than the name; 0 ends. */
  readonly #heads: Uint32Array;
  readonly #next: Uint32Array;

  /** Texts of the words read last, by their number's last digits, and which word each is: one more than its number; 0 for none. */
  readonly #textOf = new Array<string>(remembered).fill('');
  readonly #writtenOf = new Uint32Array(remembered);

  /** `weight`: of each place. */
  constructor(reader: ByteReader, weight: Float32Array) {
    const places = weight.length;
    this.#reader = reader;
    this.#gaps = reader.texts().map((pattern) => pattern.split(gapMark));
    this.#languages = reader.texts();
    const length = reader.number();
    this.dictionary = new Dictionary(reader.bytes.subarray(reader.at, reader.at + length));
    reader.at += length;
    const writtens = reader.number();
    this.#wordOfWritten = new Uint32Array(writtens);
    this.#formOfWritten = new Uint32Array(writtens);
    this.#readWritten();
    this.size = reader.number();
    this.firstOf = new Uint32Array(places + 1);
    this.placeOf = new Uint32Array(this.size);
    this.start = new Uint32Array(this.size + 1);
    this.#pattern = new Uint32Array(this.size);
    this.#language = new Uint8Array(this.size).fill(this.#languages.indexOf(''));
    const words = reader.number();
    this.#written = new Uint32Array(words);
    this.words = new Uint32Array(words);
    this.#readNames(places);
    this.from = new Uint32Array(this.dictionary.size + 1);
    this.containing = new Uint32Array(words);
    this.#fillContaining();
    this.#heads = new Uint32Array(2 ** Math.ceil(Math.log2(this.size + 1)));
    this.#next = new Uint32Array(this.size);
    this.#fillHashes(lightestFirst(weight));
  }

  #readWritten(): void {
    const reader = this.#reader;
    let written = 0;
    for (let word = 0; word < this.dictionary.size; word++)
      for (let more = 1; more === 1; ) {
        const head = reader.number();
        const form = head >> 1;
        more = head & 1;
        this.#wordOfWritten[written] = word;
        this.#formOfWritten[written++] = form === forms.stated ? forms.stated + reader.at : form;
        if (form === forms.stated) reader.skip();
      }
  }

  #readNames(places: number): void {
    const reader = this.#reader;
    const words = this.#gaps.map((gaps) => gaps.length - 1);
    let name = 0;
    let at = 0;
    for (let place = 0; place < places; place++) {
      this.firstOf[place] = name;
      let before = 0;
      for (let left = reader.number(); left > 0; left--) {
        const head = reader.number();
        const pattern = head >> 1;
        this.#pattern[name] = pattern;
        if (head % 2 === 1) this.#language[name] = reader.number();
        this.placeOf[name] = place;
        this.start[name++] = at;
        before += reader.signed();
        this.#written[at++] = before;
        for (let more = words[pattern] ?? 1; more > 1; more--) this.#written[at++] = reader.number();
      }
    }
    this.firstOf[places] = name;
    this.start[name] = at;
    for (let i = 0; i < at; i++) this.words[i] = this.#wordOfWritten[this.#written[i] as number] as number;
  }

  /** A counting sort: `from` counts, then runs, and ends where the next word begins. */
  #fillContaining(): void {
    const { from, words, containing } = this;
    for (let i = 0; i < words.length; i++) (from[words[i] as number] as number)++;
    for (let word = 1; word < from.length; word++) (from[word] as number) += from[word - 1] as number;
    for (let name = this.size - 1; name >= 0; name--)
      for (let i = this.start[name] as number; i < (this.start[name + 1] as number); i++) {
        const word = words[i] as number;
        from[word] = (from[word] as number) - 1;
        containing[from[word] as number] = name;
      }
  }

  /** What comes in last stands first in its chain: the names of the place of most weight, one after the other. */
  #fillHashes(order: Uint32Array): void {
    const slots = new Uint32Array(this.size);
    for (let name = 0; name < this.size; name++) {
      let hash = 0;
      for (let i = this.start[name] as number; i < (this.start[name + 1] as number); i++)
        hash = mixed(hash, this.words[i] as number);
      slots[name] = hash & (this.#heads.length - 1);
    }
    for (const place of order)
      for (let name = this.firstOf[place] as number; name < (this.firstOf[place + 1] as number); name++) {
        const slot = slots[name] as number;
        this.#next[name] = this.#heads[slot] as number;
        this.#heads[slot] = name + 1;
      }
  }

  /** At most so many places that bear a name of these words and no others, however written; those of most weight first, each once. */
  bearers(text: string, limit: number): number[] {
    const found: number[] = [];
    const words = foldedWords(text).map((word) => this.dictionary.find(word));
    if (words.length === 0 || words.includes(-1)) return found;
    const slot = words.reduce(mixed, 0) & (this.#heads.length - 1);
    for (
      let next = this.#heads[slot] as number;
      next > 0 && found.length < limit;
      next = this.#next[next - 1] as number
    ) {
      const place = this.placeOf[next - 1] as number;
      // Names of one place follow each other in a chain.
      if (place !== found.at(-1) && this.#isOf(next - 1, words)) found.push(place);
    }
    return found;
  }

  #isOf(name: number, words: readonly number[]): boolean {
    const from = this.start[name] as number;
    return (
      (this.start[name + 1] as number) - from === words.length &&
      words.every((word, i) => this.words[from + i] === word)
    );
  }

  /** As it was written. */
  text(name: number): string {
    const gaps = this.#gaps[this.#pattern[name] as number] ?? [];
    const from = this.start[name] as number;
    let text = gaps[0] ?? '';
    for (let i = from; i < (this.start[name + 1] as number); i++)
      text += this.#wordText(this.#written[i] as number) + (gaps[i - from + 1] ?? '');
    return text;
  }

  #wordText(written: number): string {
    const slot = written % remembered;
    if (this.#writtenOf[slot] !== written + 1) {
      this.#textOf[slot] = this.#readWord(written);
      this.#writtenOf[slot] = written + 1;
    }
    return this.#textOf[slot] as string;
  }

  #readWord(written: number): string {
    const form = this.#formOfWritten[written] as number;
    if (form < forms.stated) return inForm(this.dictionary.at(this.#wordOfWritten[written] as number), form);
    this.#reader.at = form - forms.stated;
    return this.#reader.text();
  }

  /** BCP 47; empty where nobody said. */
  language = (name: number): string => this.#languages[this.#language[name] as number] ?? '';
}

const mixed = (hash: number, word: number): number => {
  const next = Math.imul(hash ^ word, 0x9e3779b1);
  return next ^ (next >>> 15);
};

/** Of two of one weight the later one first. By halves of the bits: those of floats that are not negative are in order. */
function lightestFirst(weight: Float32Array): Uint32Array {
  const bits = new Uint32Array(weight.buffer, weight.byteOffset, weight.length);
  const latestFirst = Uint32Array.from(bits, (_, i) => bits.length - 1 - i);
  const half = (shift: number) => (place: number) => ((bits[place] as number) >>> shift) & 0xffff;
  return sortedBy(sortedBy(latestFirst, half(0)), half(16));
}

/** A counting sort that keeps the order of equals. */
function sortedBy(order: Uint32Array, keyOf: (place: number) => number): Uint32Array {
  const ends = new Uint32Array(0x10000);
  for (const place of order) (ends[keyOf(place)] as number)++;
  for (let key = 1; key < ends.length; key++) (ends[key] as number) += ends[key - 1] as number;
  const sorted = new Uint32Array(order.length);
  for (let i = order.length - 1; i >= 0; i--) {
    const key = keyOf(order[i] as number);
    ends[key] = (ends[key] as number) - 1;
    sorted[ends[key] as number] = order[i] as number;
  }
  return sorted;
}
