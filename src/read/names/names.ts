/** Who is named: actors of the lexicon, persons by title or by what they say, organisations by their last word. */
import { placeById } from '../../core/geo/gazetteer.ts';
import type { Document, NameField, NameType, PlaceField } from '../../core/text/reading.ts';
import { fieldOf, type Span } from '../../core/text/span.ts';
import type { Passage } from '../passages.ts';
import { within } from '../within.ts';
import { saying } from '../words/speech.ts';
import { capitalised, spanOf, type Word, wordsOf } from '../words/tokens.ts';
import { type Actor, actors } from './actors.ts';
import { bodies, noName, particles, titles } from './titles.ts';

interface Entry {
  readonly words: readonly string[];
  /** To be compared as written. */
  readonly exact: boolean;
  readonly actor: Actor;
}

const entries = new Map<string, Entry[]>();
for (const actor of actors)
  for (const alias of actor.aliases) {
    const exact = alias === alias.toUpperCase();
    const words = wordsOf(alias, 0).map(({ text, low }) => (exact ? text : low));
    const first = (words[0] as string).toLowerCase();
    const list = entries.get(first) ?? [];
    list.push({ words, exact, actor });
    entries.set(first, list);
  }
for (const list of entries.values()) list.sort((a, b) => b.words.length - a.words.length);

const known = new Map(actors.map((actor) => [actor.id, actor]));
/** The actor of the lexicon behind a name, or null. */
export const actorOf = (name: NameField): Actor | null => known.get(name.id) ?? null;

/** A word without its possessive. */
export const bare = (word: string): string => word.replace(/['’]s?$/u, '');

/** Where actors of the lexicon are named: their names are no places. In order. */
export function actorSpansIn(passages: readonly Passage[]): Span[] {
  const spans: Span[] = [];
  for (const { words } of passages)
    for (let at = 0; at < words.length; at++) {
      const found = actorAt(words, at);
      if (!found) continue;
      spans.push(spanOf(words, found.from, found.to));
      at = found.to - 1;
    }
  return spans;
}

/** In order, none inside another. `places` are left to the gazetteer and are no persons. */
export function namesOf(
  document: Document,
  passages: readonly Passage[],
  places: readonly PlaceField[],
): readonly NameField[] {
  const { text } = document;
  const found: NameField[] = [];
  const surnames = new Map<string, string>();
  const add = (words: readonly Word[], from: number, to: number, zone: string, name: Named): void => {
    const start = (words[from] as Word).start;
    const last = words[to - 1] as Word;
    const end = name.end ?? start + bare(text.slice(start, last.end)).length;
    const value = name.value ?? text.slice(start, end).replace(/\s+/g, ' ');
    const person = name.type === 'person';
    const full = person && !value.includes(' ') ? (surnames.get(value) ?? value) : value;
    if (person && value.includes(' ')) surnames.set(value.slice(value.lastIndexOf(' ') + 1), value);
    const id = name.id ?? `${name.type}:${full.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
    found.push({ ...fieldOf(text, { start, end }, zone, full), id, type: name.type });
  };
  const knows = (word: string): boolean => surnames.has(word);
  for (const passage of passages) {
    const { words, zone } = passage;
    const placed = within(places, passage);
    for (let at = 0; at < words.length; ) {
      const name = nameAt(words, at, placed, knows);
      if (!name) {
        at++;
        continue;
      }
      add(words, name.from, name.to, zone, name);
      at = name.to;
    }
  }
  return linked(found, surnames);
}

interface Named {
  readonly from: number;
  readonly to: number;
  readonly type: NameType;
  readonly id?: string;
  readonly value?: string;
  /** Where the name ends inside of its last word: “US-led”. */
  readonly end?: number;
}

/** “President Biden” that stands before the first “Joe Biden” is he too. */
const linked = (names: readonly NameField[], surnames: ReadonlyMap<string, string>): NameField[] =>
  names.map((name) => {
    const full = name.type === 'person' ? surnames.get(name.value) : undefined;
    return full === undefined
      ? name
      : { ...name, value: full, id: `person:${full.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}` };
  });

function nameAt(
  words: readonly Word[],
  at: number,
  places: readonly PlaceField[],
  knows: (surname: string) => boolean,
): Named | null {
  const word = words[at] as Word;
  const actor = actorAt(words, at);
  if (actor) return actor;
  const seat = places.find(({ start, metonym }) => metonym && start === word.start);
  if (seat) return governmentAt(words, at, seat);
  if (!capitalised(word)) return null;
  if (titles.has(word.low)) return null;
  const inPlace = places.some(({ start, end }) => start < word.end && word.start < end);
  const end = nameEnd(words, at);
  const organisation = organisationAt(words, at);
  if (organisation !== null) return { from: at, to: organisation, type: 'organisation' };
  if (inPlace || end === at) return null;
  const before = words[at - 1];
  if (before && titles.has(before.low)) return { from: at, to: end, type: 'person' };
  if (end - at > 1 && speaksOrIsDescribed(words, at, end)) return { from: at, to: end, type: 'person' };
  const alone = bare(word.text);
  return end - at === 1 && knows(alone) ? { from: at, to: end, type: 'person' } : null;
}

/** “Washington criticised”: a place that acts is its government. */
function governmentAt(words: readonly Word[], at: number, { end, country }: PlaceField): Named {
  let to = at + 1;
  while ((words[to]?.end ?? end + 1) <= end) to++;
  return { from: at, to, type: 'government', id: country, value: placeById(country)?.name ?? country, end };
}

function actorAt(words: readonly Word[], at: number): Named | null {
  const word = words[at] as Word;
  for (const { words: alias, exact, actor } of entries.get(bare(word.low)) ?? []) {
    const matches = alias.every((part, i) => {
      const one = words[at + i];
      return one !== undefined && bare(exact ? one.text : one.low) === part;
    });
    if (!matches || !(exact || capitalised(word) || alias.length > 1)) continue;
    // “WHAT IS KNOWN” is no group.
    if (exact && word.text.length < 3 && shouted(words, at)) continue;
    return { from: at, to: at + alias.length, type: actor.type, id: actor.id, value: actor.name };
  }
  return null;
}

const shouted = (words: readonly Word[], at: number): boolean =>
  [words[at - 1], words[at + 1]].some((word) => word !== undefined && /^\p{Lu}{3,}$/u.test(word.text));

const partOfName = (word: Word): boolean =>
  /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(word.text) && !noName.has(word.low) && !titles.has(word.low);

/** The end of the run of words that may be a person's name; `at` when there is none. */
function nameEnd(words: readonly Word[], at: number): number {
  let end = at;
  for (let next = at; next < words.length && next - at < 6; next++) {
    const word = words[next] as Word;
    if (partOfName(word) || /^\p{Lu}\.$/u.test(word.text)) end = next + 1;
    else if (!(next > at && particles.has(word.low))) break;
    if (/['’]s?$/u.test(word.text)) break;
  }
  return end;
}

/** Beside a verb of saying, or followed by “, a spokesman for …”. */
function speaksOrIsDescribed(words: readonly Word[], from: number, to: number): boolean {
  const after = words[to];
  const next = words[to + 1];
  const before = words[from - 1];
  if (after && saying.has(after.low) && !capitalised(after)) return true;
  if (before && saying.has(before.low) && /ed$|^said$|^says$|^told$/.test(before.low)) return true;
  return after?.text === ',' &&
    next !== undefined &&
    /^(a|an|the|who|whose|head|chief|director|spokes\w+)$/.test(next.low)
    ? words.slice(to + 1, to + 7).some(({ low }) => titles.has(low))
    : false;
}

/** The end of a run of capitalised words that ends with a word for a body, or null. */
function organisationAt(words: readonly Word[], at: number): number | null {
  let end: number | null = null;
  for (let next = at; next < words.length && next - at < 8; next++) {
    const word = words[next] as Word;
    if (capitalised(word) && (next === at ? !noName.has(word.low) : !/^(monday|tuesday)$/.test(word.low))) {
      if (bodies.has(bare(word.low)) && next > at) end = next + 1;
    } else if (!(next > at && /^(of|for|and|&)$/.test(word.low))) break;
    if (/['’]s?$/u.test(word.text)) break;
  }
  return end;
}
