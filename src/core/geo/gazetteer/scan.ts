/** Finds names of places in running text: the longest known one at each word that begins with a capital letter. Linear time. */
import type { Place } from '../place.ts';
import { fold, nameWord } from './fold.ts';
import { allNamed, byName } from './names.ts';
import { wordEnd, wordStart } from './words.ts';

/** A name that stands in a text, with all places that bear it. */
export interface NameFound {
  readonly start: number;
  readonly end: number;
  readonly places: readonly Place[];
}

interface Entry {
  /** The words after the first, folded. */
  readonly rest: readonly string[];
  /** Written in capitals only: “US” is a country and “us” is not. */
  readonly capitals: boolean;
  /** The name itself begins with a small letter: “new Ministry of the Interior”. */
  readonly small: boolean;
  /** Marks that stand in the name itself, of those that otherwise end one. */
  readonly marks: string;
  readonly places: readonly Place[];
}

/** The names that begin with one word: those that are no longer, and the others by their second word, longest first. */
interface Opening {
  readonly alone: Entry[];
  readonly longer: Map<string, Entry[]>;
}

/** “Kabul’s” is Kabul, and the name ends before its apostrophe. */
const possessive = /['’]s?$/i;

const openings = new Map<string, Opening>();
const added = new Set<string>();
for (const { names } of allNamed)
  for (const name of names) {
    const words = name.match(nameWord) ?? [];
    const [first = '', ...rest] = words.map(fold);
    const capitals = words.length === 1 && /^(?:\p{Lu}\.?)+$/u.test(name);
    const small = /^\p{Ll}/u.test(name);
    const marks = name.replace(/[^,()/]/g, '');
    const key = [first, ...rest].join(' ');
    const sort = `${key}/${capitals}/${small}/${marks}`;
    if (first === '' || added.has(sort)) continue;
    added.add(sort);
    const opening: Opening = openings.get(first) ?? { alone: [], longer: new Map() };
    openings.set(first, opening);
    const entry: Entry = { rest, capitals, small, marks, places: byName.get(key) ?? [] };
    const second = words[1] === undefined ? undefined : fold(words[1].replace(possessive, ''));
    if (second === undefined) opening.alone.push(entry);
    else opening.longer.set(second, [...(opening.longer.get(second) ?? []), entry]);
  }
for (const { longer } of openings.values())
  for (const list of longer.values()) list.sort((a, b) => b.rest.length - a.rest.length);

/** What a word of the text may begin: names that have it whole, or one that ends with it before its possessive. */
interface Begins {
  readonly whole: Opening | null;
  readonly owner: Entry | null;
  readonly small: boolean;
  readonly upper: boolean;
  /** Length without the possessive. */
  readonly bare: number;
}
const longestWord = 40;

export function mentionsIn(text: string): NameFound[] {
  const scanner = new Scanner(text);
  const found: NameFound[] = [];
  for (let start = wordStart(text, 0); start < text.length; ) {
    const end = wordEnd(text, start);
    const mention = end - start > longestWord ? null : scanner.longestAt(start, end);
    if (mention) found.push(mention);
    start = wordStart(text, mention ? mention.end : end);
  }
  return found;
}

/** One text, and what its words were found to be: most come again. */
class Scanner {
  readonly #text: string;
  readonly #begins = new Map<string, Begins>();
  readonly #folded = new Map<string, string>();

  constructor(text: string) {
    this.#text = text;
  }

  longestAt(start: number, end: number): NameFound | null {
    const begins = this.#beginsWith(this.#text.slice(start, end));
    const { whole, owner, bare, small, upper } = begins;
    const fits = (entry: Entry): boolean => (!entry.capitals || upper) && (entry.small || !small);
    if (whole && whole.longer.size > 0)
      for (const { rest, marks, places } of whole.longer.get(this.#wordAfter(end))?.filter(fits) ?? []) {
        const until = this.#restEnd(rest, marks, end);
        if (until !== null) return { start, end: until, places };
      }
    const one = whole?.alone.find(fits);
    if (one) return { start, end, places: one.places };
    return owner && fits(owner) ? { start, end: start + bare, places: owner.places } : null;
  }

  #beginsWith(word: string): Begins {
    const before = this.#begins.get(word);
    if (before) return before;
    const bare = word.replace(possessive, '');
    const result = {
      whole: openings.get(fold(word)) ?? null,
      owner: bare === word ? null : (openings.get(fold(bare))?.alone[0] ?? null),
      small: /^\p{Ll}/u.test(word),
      upper: bare === bare.toUpperCase(),
      bare: bare.length,
    };
    this.#begins.set(word, result);
    return result;
  }

  /** Folded and without its possessive, for it may end the name; nothing when no word of a name can follow. */
  #wordAfter(from: number): string {
    const start = afterGap(this.#text, from, ',()/');
    if (start === null) return '';
    const stop = wordEnd(this.#text, start);
    return stop - start > longestWord ? '' : this.#fold(this.#text.slice(start, stop).replace(possessive, ''));
  }

  /** Where the rest of a name ends, or null when other words stand there. */
  #restEnd(rest: readonly string[], marks: string, from: number): number | null {
    const text = this.#text;
    let end = from;
    for (let number = 0; number < rest.length; number++) {
      const start = afterGap(text, end, marks);
      if (start === null) return null;
      const stop = wordEnd(text, start);
      if (stop - start > longestWord) return null;
      const next = text.slice(start, stop);
      if (this.#fold(next) === rest[number]) end = stop;
      else {
        const bare = next.replace(possessive, '');
        if (number < rest.length - 1 || bare === next || this.#fold(bare) !== rest[number]) return null;
        end = start + bare.length;
      }
    }
    return rest.length > 0 && text[end] === ')' && text.slice(from, end).includes('(') ? end + 1 : end;
  }

  #fold(word: string): string {
    const before = this.#folded.get(word);
    if (before !== undefined) return before;
    const folded = fold(word);
    this.#folded.set(word, folded);
    return folded;
  }
}

/** What may stand between two words of one name: a space, a line's end, a hyphen, the dot of “St.”, and the name's own marks. */
const gap = /(\.?)[ \t\u00a0]?([-–/(,)\n]?)[ \t\u00a0]?(\(?)/uy;
function afterGap(text: string, from: number, marks: string): number | null {
  if (text[from] === ' ' && wordEnd(text, from + 1) > from + 1) return from + 1;
  gap.lastIndex = from;
  const [whole = '', dot, mark = '', bracket = ''] = gap.exec(text) ?? [];
  if (whole === '' || (bracket !== '' && !marks.includes('('))) return null;
  if (/[/(,)]/.test(mark) && !marks.includes(mark)) return null;
  if (dot && !/\b(?:St|Ft|Mt|Pt)$/.test(text.slice(Math.max(0, from - 3), from))) return null;
  return from + whole.length;
}
