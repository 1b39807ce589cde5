/** The words of XML between its marks: entities expanded and line ends made one (XML 1.0, 2.11, 3.3.3 and 4.6). */
import { XmlFault } from './fault.ts';

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** No reference that XML itself knows is longer. */
const longestReference = 40;

/** Text of an element. `at` is its offset, for faults. */
export function textOf(raw: string, at: number): string {
  const end = raw.indexOf(']]>');
  if (end >= 0) throw new XmlFault('“]]>” stands in text and has to be escaped', at + end, at + end + 3);
  return raw.includes('&') ? expanded(raw, at, oneLineEnd) : oneLineEnd(raw);
}

/** What gives the words of a piece of this text as `textOf` does, and looks only for what stands anywhere in it. */
export function wordsOfPieces(text: string): (raw: string, at: number) => string {
  if (text.includes(']]>')) return textOf;
  const plain = text.includes('\r') ? oneLineEnd : asItStands;
  if (!text.includes('&')) return plain;
  return (raw, at) => (raw.includes('&') ? expanded(raw, at, plain) : plain(raw));
}

const asItStands = (raw: string): string => raw;

/** Value of an attribute: every kind of white space that is written as itself is a space. */
export function attributeText(raw: string, at: number): string {
  if (!raw.includes('&')) return spaced(raw);
  return expanded(raw, at, spaced);
}

/** A carriage return, with or without its line feed, is a line feed. What stands between two tags mostly begins with one and has no other. */
export function oneLineEnd(raw: string): string {
  const from = raw.startsWith('\r\n') ? 1 : 0;
  if (raw.includes('\r', from)) return raw.replace(/\r\n?/g, '\n');
  return from === 0 ? raw : raw.slice(from);
}

const otherSpace = /[\t\n\r]/;
const spaced = (raw: string): string => (otherSpace.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw);

function expanded(raw: string, at: number, plain: (piece: string) => string): string {
  let words = '';
  let from = 0;
  for (let mark = raw.indexOf('&'); mark >= 0; mark = raw.indexOf('&', from)) {
    const end = raw.indexOf(';', mark);
    const isOne = end > 0 && end - mark < longestReference;
    const reference = isOne ? raw.slice(mark + 1, end) : '';
    words += plain(raw.slice(from, mark)) + (referred(reference) ?? unknown(raw, mark, isOne ? end + 1 : mark + 1, at));
    from = end + 1;
  }
  return words + plain(raw.slice(from));
}

/** null for what XML does not know. */
function referred(reference: string): string | null {
  if (!reference.startsWith('#')) return Object.hasOwn(predefined, reference) ? (predefined[reference] ?? null) : null;
  const [, decimal, hex] = /^#(?:([0-9]+)|x([0-9a-fA-F]+))$/.exec(reference) ?? [];
  const point = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : -1;
  return isCharacter(point) ? String.fromCodePoint(point) : null;
}

function unknown(raw: string, mark: number, end: number, at: number): never {
  const reference = raw.slice(mark, end);
  const place = { start: at + mark, end: at + end };
  if (reference.startsWith('&#'))
    throw new XmlFault('a character is written by a number that is no character', place.start, place.end);
  if (!/^&[^\s&<;]+;$/.test(reference)) throw new XmlFault('an “&” has to be written as &amp;', place.start, place.end);
  throw new XmlFault(
    `${reference} is not defined in XML; only &amp; &lt; &gt; &quot; and &apos; are. Ask for a corrected file.`,
    place.start,
    place.end,
    'xml.entity',
  );
}

/** XML 1.0, production 2. */
const isCharacter = (point: number): boolean =>
  point === 0x9 ||
  point === 0xa ||
  point === 0xd ||
  (point >= 0x20 && point <= 0xd7ff) ||
  (point >= 0xe000 && point <= 0xfffd) ||
  (point >= 0x10000 && point <= 0x10ffff);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for.
const illegal = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
/** Those that a text of characters below 256 may have: among such a few at a time are found many times faster than all at once. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for.
const illegalNarrow = [/[\0-\x08\x0b\x0c]/, /[\x0e-\x17]/, /[\x18-\x1f]/];
const wide = /[\u0100-\uffff]/;
const loneSurrogate = /\p{Cs}/u;

/** Where the first character stands that XML does not allow; behind the end when there is none. */
export function illegalAt(text: string): number {
  if (!wide.test(text) && !illegalNarrow.some((few) => few.test(text))) return text.length + 1;
  const at = text.search(illegal);
  const lone = text.isWellFormed() ? -1 : text.search(loneSurrogate);
  const found = [at, lone].filter((one) => one >= 0);
  return found.length === 0 ? text.length + 1 : Math.min(...found);
}

/** What is looked for in the whole of a text, and so once for all documents in it. */
export interface Known {
  readonly illegal: number;
  readonly wordsOf: (raw: string, at: number) => string;
}

export const knownOf = (text: string): Known => ({ illegal: illegalAt(text), wordsOf: wordsOfPieces(text) });
