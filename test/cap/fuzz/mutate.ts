/** Mutations of documents: of bytes, of words and numbers, of whole elements, of encodings, and by repetition. */
import type { Chance } from './chance.ts';
import { elementNames, numbers, valueNames, words } from './words.ts';

/** No input is larger, except now and then one of a megabyte, where time would show. */
const usual = 48 * 1024;
const rare = 1024 * 1024;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

type Change<T> = (of: T, chance: Chance, other: T) => T;

/** One to four changes. `other` is a second document, to take parts from. */
export function mutate(document: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  let bytes = document;
  for (let left = 1 + chance.below(4); left > 0; left--) {
    if (chance.oneIn(4)) bytes = chance.of(ofBytes)(bytes, chance, other);
    else if (chance.oneIn(12)) bytes = recoded(decoder.decode(bytes), chance);
    else {
      const change = chance.of(chance.oneIn(3) ? ofValue : ofText);
      bytes = encoder.encode(change(decoder.decode(bytes), chance, decoder.decode(other)));
    }
  }
  return bytes.length > usual && !(bytes.length <= rare && chance.oneIn(30)) ? bytes.slice(0, usual) : bytes;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const ofBytes: readonly Change<Uint8Array>[] = [
  (bytes, chance) => {
    const copy = bytes.slice();
    const at = chance.below(copy.length);
    if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8));
    return copy;
  },
  (bytes, chance) => {
    const at = chance.below(bytes.length);
    return joined(
      bytes.subarray(0, at),
      Uint8Array.of(chance.of([0, 0xff, 0xfe, 0xc0, 0x80, 0x3c, 0x26])),
      bytes.subarray(at),
    );
  },
  (bytes, chance) => {
    const [start, end] = chance.range(bytes.length);
    return joined(bytes.subarray(0, start), bytes.subarray(end));
  },
  (bytes, chance) => bytes.slice(0, chance.below(bytes.length)),
  (bytes, chance, other) =>
    joined(bytes.subarray(0, chance.below(bytes.length)), other.subarray(chance.below(other.length))),
];

/** In another encoding, or with a mark or a declaration of one. */
function recoded(text: string, chance: Chance): Uint8Array {
  const wide = new Uint8Array(Buffer.from(`${chance.oneIn(2) ? '\uFEFF' : ''}${text}`, 'utf16le'));
  if (chance.oneIn(3)) return wide;
  if (chance.oneIn(2))
    return new Uint8Array(
      Buffer.from(wide)
        .subarray(0, wide.length & ~1)
        .swap16(),
    );
  const encoding = chance.of(['UTF-8', 'UTF-16', 'ISO-8859-1', 'windows-1252', 'Shift_JIS', 'x']);
  const declared = `<?xml version="1.${chance.oneIn(3) ? 1 : 0}" encoding="${encoding}"?>${text.replace(/^\s*<\?xml[^>]*>/, '')}`;
  return chance.oneIn(2) ? encoder.encode(declared) : new Uint8Array(Buffer.from(declared, 'latin1'));
}

const put = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

/** A match, from a random place on; null when there is none behind it. */
function anyMatch(text: string, pattern: RegExp, chance: Chance): { start: number; end: number; words: string } | null {
  const sticky = new RegExp(pattern, 'g');
  sticky.lastIndex = chance.below(text.length);
  const match = sticky.exec(text) ?? new RegExp(pattern, 'g').exec(text);
  return match && { start: match.index, end: match.index + match[0].length, words: match[0] };
}

/** An element with all in it, as far as names tell; null when the text has none. */
function anyElement(text: string, chance: Chance): { start: number; end: number; words: string } | null {
  const open = anyMatch(text, /<[A-Za-z_][^\s<>/]*/, chance);
  if (!open) return null;
  const close = `</${open.words.slice(1)}>`;
  const at = text.indexOf(close, open.end);
  const end = at < 0 ? open.end : at + close.length;
  return { start: open.start, end, words: text.slice(open.start, end) };
}

/**
 * The text of an element whose name is drawn from those that CAP has, each of that name as likely as the others; null when there
 * is none of some.
 */
function anyValue(text: string, chance: Chance): { start: number; end: number; words: string } | null {
  for (let left = 4; left > 0; left--) {
    const name = chance.of(valueNames);
    const found = [...text.matchAll(new RegExp(`(?<=<(?:\\w+:)?${name}>)[^<]*(?=</)`, 'g'))];
    if (found.length === 0) continue;
    const { index, 0: words } = chance.of(found);
    return { start: index, end: index + words.length, words };
  }
  return null;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const bare = (text: string): string => text.replace(/^\s*<\?xml[^>]*>/, '');

/** A document as another holds it: as XML, escaped, or as a section of characters. */
export const held: readonly ((text: string) => string)[] = [
  bare,
  escaped,
  (text) => `<![CDATA[${text.replaceAll(']]>', '')}]]>`,
];

const feedOf = (contents: readonly string[]): string => {
  const entries = contents.map((content) => `<entry><content>${content}</content></entry>`);
  return `<feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`;
};

const envelopeOf = (content: string, text: string, chance: Chance): string => {
  const base64 = Buffer.from(text).toString('base64');
  const inside = chance.of([
    `<xmlContent><embeddedXMLContent>${content}</embeddedXMLContent></xmlContent>`,
    `<nonXMLContent><mimeType>text/xml</mimeType><contentData>${base64}</contentData></nonXMLContent>`,
  ]);
  const status = chance.of(['Actual', 'Exercise', 'Test', '']);
  return `<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><distributionStatus>${status}</distributionStatus><contentObject>${inside}</contentObject></EDXLDistribution>`;
};

/** The value of one element, whose name is drawn first, so that rare ones are reached as often as others. */
const ofValue: readonly Change<string>[] = [
  (text, chance) => {
    const found = anyValue(text, chance);
    return found ? put(text, found.start, found.end, chance.of(chance.oneIn(3) ? numbers : words)) : text;
  },
  (text, chance) => {
    const found = anyValue(text, chance);
    if (!found || found.words === '') return text;
    const most = chance.oneIn(40) ? rare : 8 * 1024;
    return put(text, found.start, found.end, found.words.repeat(Math.ceil(chance.below(most) / found.words.length)));
  },
];

const ofText: readonly Change<string>[] = [
  // Words and numbers.
  (text, chance) => {
    const at = chance.below(text.length);
    return put(text, at, at, chance.of(words));
  },
  (text, chance) => {
    const found = anyMatch(text, />[^<]*(?=<)/, chance);
    return found ? put(text, found.start + 1, found.end, chance.of(words)) : text;
  },
  (text, chance) => {
    const found = anyMatch(text, /-?\d+(?:\.\d+)?/, chance);
    return found ? put(text, found.start, found.end, chance.of(numbers)) : text;
  },
  (text, chance) => {
    const found = anyMatch(text, /<\/?[A-Za-z_][^\s<>/]*/, chance);
    return found ? put(text, found.start, found.end, found.words.replace(/[^</]+/, chance.of(elementNames))) : text;
  },
  // Elements: taken out, doubled, moved, renamed, put in from another document.
  (text, chance) => {
    const found = anyElement(text, chance);
    return found ? put(text, found.start, found.end, '') : text;
  },
  (text, chance) => {
    const found = anyElement(text, chance);
    return found ? put(text, found.end, found.end, found.words.repeat(1 + chance.below(3))) : text;
  },
  (text, chance) => {
    const [one, two] = [anyElement(text, chance), anyElement(text, chance)];
    if (!one || !two || one.end > two.start) return text;
    return put(put(text, two.start, two.end, one.words), one.start, one.end, two.words);
  },
  (text, chance) => {
    const [found, name] = [anyElement(text, chance), chance.of(elementNames)];
    return found ? put(text, found.start, found.end, `<${name}>${found.words}</${name}>`) : text;
  },
  (text, chance) => {
    const [found, name] = [anyElement(text, chance), chance.of(elementNames)];
    return found ? put(text, found.start, found.start, `<${name}>${chance.of(words)}</${name}>`) : text;
  },
  (text, chance, other) => {
    const [found, part] = [anyElement(text, chance), anyElement(other, chance)];
    if (!found || !part) return text;
    return put(text, found.start, chance.oneIn(2) ? found.end : found.start, part.words);
  },
  (text, chance) => {
    const found = anyMatch(text, />[^<]+(?=<)/, chance);
    return found ? put(text, found.start + 1, found.end, `<![CDATA[${found.words.slice(1)}]]>`) : text;
  },
  (text, chance) => text.replaceAll('\n', chance.of(['\r', '\r\n', '', ' '])),
  // Documents around documents.
  (text, chance, other) =>
    chance.oneIn(4) ? feedOf([text, other].map((one) => chance.of(held)(one))) : text + bare(other),
  (text, chance) => (chance.oneIn(4) ? envelopeOf(chance.of(held)(text), text, chance) : text),
  // Repetition, which shows where time is not in proportion.
  (text, chance) => {
    const found = anyMatch(text, />[^<]+(?=<)/, chance);
    if (!found) return text;
    const most = chance.oneIn(40) ? rare : 8 * 1024;
    const words = found.words.slice(1);
    return put(text, found.start + 1, found.end, words.repeat(Math.ceil(chance.below(most) / words.length)));
  },
  (text, chance) => {
    const [start, end] = chance.range(text.length);
    const most = chance.oneIn(40) ? rare : 8 * 1024;
    const times = Math.min(1 << chance.below(14), Math.floor(most / Math.max(1, end - start)));
    return put(text, start, end, text.slice(start, end).repeat(times));
  },
  (text, chance) => {
    const found = anyElement(text, chance);
    if (!found) return text;
    const most = chance.oneIn(40) ? rare : 8 * 1024;
    const times = Math.min(1 << chance.below(14), Math.floor(most / Math.max(1, found.words.length)));
    return put(text, found.start, found.end, found.words.repeat(times));
  },
];
