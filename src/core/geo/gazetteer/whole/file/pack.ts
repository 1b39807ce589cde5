/** Writes a gazetteer's file. A name is a pattern of gaps and the numbers of its written words; tables of texts stand before what uses them. */
import { fold } from '../../fold.ts';
import { ByteWriter, compareBytes } from './bytes.ts';
import { packWords } from './dictionary.ts';
import { type Entry, type EntryName, edition, gapMark, geonamesId, kinds, magic, weightSteps } from './entry.ts';
import { formOf, forms, spellingOf } from './spelling.ts';

/**
 * Any order of entries is right. A name without a letter or digit is left out. Points are rounded to one part of so many of a degree: a
 * centimetre where nothing is said.
 */
export function packGazetteer(entries: readonly Entry[], attribution: string, perDegree = 1e7): Uint8Array {
  const out = new ByteWriter();
  out.text(magic);
  out.number(edition);
  out.text(attribution);
  packPlaces(out, entries, perDegree);
  packNames(
    out,
    entries.map(({ names }) => names.map(writtenName).filter(({ words }) => words.length > 0)),
  );
  return out.done();
}

/** Writes the texts, commonest first so that their numbers are short, and gives the number of each. */
function packTable(out: ByteWriter, texts: readonly string[]): (text: string) => number {
  const uses = new Map<string, number>();
  for (const text of texts) uses.set(text, (uses.get(text) ?? 0) + 1);
  const table = [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([text]) => text);
  out.texts(table);
  const numbers = new Map(table.map((text, i) => [text, i]));
  return (text) => numbers.get(text) ?? 0;
}

/** What many places have in common. */
const classOf = ({ place, weight, source }: Entry, numberOf: (source: string) => number): string =>
  [
    ...[place.country, place.admin1 ?? '', place.within ?? '', kinds.indexOf(place.kind), place.fuzzy ? 1 : 0],
    ...[stepsOf(weight), numberOf(source)],
  ].join(gapMark);

const stepsOf = (people: number): number => Math.round(Math.log10(1 + people) * weightSteps);

function packPlaces(out: ByteWriter, entries: readonly Entry[], perDegree: number): void {
  out.number(perDegree);
  const source = packTable(
    out,
    entries.map((entry) => entry.source),
  );
  const number = packTable(
    out,
    entries.map((entry) => classOf(entry, source)),
  );
  out.number(entries.length);
  let before = { lat: 0, lon: 0, number: 0, geonames: 0 };
  for (const entry of entries) {
    const { place, geonames = 0 } = entry;
    const now = {
      lat: Math.round(place.point.lat * perDegree),
      lon: Math.round(place.point.lon * perDegree),
      number: number(classOf(entry, source)),
      geonames: place.id === geonamesId(geonames) ? geonames : 0,
    };
    out.signed(now.number - before.number);
    out.signed(now.lat - before.lat);
    out.signed(now.lon - before.lon);
    out.number(Math.round(place.population));
    out.signed(now.geonames - before.geonames);
    if (now.geonames === 0) out.text(place.id);
    before = now;
  }
  out.text(JSON.stringify(entries.flatMap(rareOf)));
}

/** What few places have. */
function rareOf({ place: { radiusMeters }, aliases = [] }: Entry, index: number): object[] {
  const rare = {
    ...(radiusMeters !== undefined && { radiusMeters }),
    ...(aliases.length > 0 && { aliases }),
  };
  return Object.keys(rare).length > 0 ? [{ index, ...rare }] : [];
}

interface WrittenName {
  readonly pattern: string;
  readonly words: readonly string[];
  /** Empty where nobody said. */
  readonly language: string;
}

function writtenName({ text, language }: EntryName): WrittenName {
  const { words, gaps } = spellingOf(text);
  return { words, pattern: gaps.join(gapMark), language: language ?? '' };
}

function packNames(out: ByteWriter, named: readonly (readonly WrittenName[])[]): void {
  const all = named.flat();
  const pattern = packTable(
    out,
    all.map((name) => name.pattern),
  );
  const language = packTable(
    out,
    all.map((name) => name.language),
  );
  const written = packWritten(
    out,
    all.flatMap(({ words }) => words),
  );
  out.number(all.length);
  out.number(all.reduce((sum, { words }) => sum + words.length, 0));
  const firstOf = ({ words: [first = ''] }: WrittenName): number => written.get(first) ?? 0;
  for (const [own, ...others] of named) {
    const names = own ? [own, ...others.sort((a, b) => firstOf(a) - firstOf(b))] : [];
    out.number(names.length);
    let before = 0;
    for (const name of names) {
      out.number(pattern(name.pattern) * 2 + (name.language === '' ? 0 : 1));
      if (name.language !== '') out.number(language(name.language));
      const [first = 0, ...others] = name.words.map((word) => written.get(word) ?? 0);
      out.signed(first - before);
      before = first;
      for (const other of others) out.number(other);
    }
  }
}

/** The folded words, and for each the ways it is written. Gives the number of each written word. */
function packWritten(out: ByteWriter, words: readonly string[]): ReadonlyMap<string, number> {
  const ways = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const key = fold(word);
    const others = ways.get(key);
    if (others) others.push(word);
    else ways.set(key, [word]);
  }
  const encoder = new TextEncoder();
  const keys = [...ways.keys()]
    .map((key) => ({ key, bytes: encoder.encode(key) }))
    .sort((a, b) => compareBytes(a.bytes, b.bytes));
  const dictionary = packWords(keys.map(({ bytes }) => bytes));
  out.number(dictionary.length);
  out.raw(dictionary);
  const numbers = new Map<string, number>();
  for (const { key } of keys) for (const word of (ways.get(key) ?? []).sort()) numbers.set(word, numbers.size);
  out.number(numbers.size);
  for (const { key } of keys) {
    const written = ways.get(key) ?? [];
    for (const [i, word] of written.entries()) {
      const form = formOf(word, key);
      out.number(form * 2 + (i < written.length - 1 ? 1 : 0));
      if (form === forms.stated) out.text(word);
    }
  }
  return numbers;
}
