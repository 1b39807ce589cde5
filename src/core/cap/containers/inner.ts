/**
 * A document that stands as text in another: escaped, as CDATA, or in base64. It is parsed by itself, and its elements get
 * the offsets they have in the document around it, so that every place leads to what a person sees there.
 */
import type { Span } from '../../text/span.ts';
import type { XmlNode } from '../xml/tree.ts';

/** Where offsets of the inner text stand in the outer one. */
export interface Outer {
  start(offset: number): number;
  /** Of a span that ends before `offset`. */
  end(offset: number): number;
}

/** For a text that is the outermost. */
export const outermost: Outer = { start: (offset) => offset, end: (offset) => offset };

/** For a text that begins `by` behind the start of the inner one. */
export const shifted = (outer: Outer, by: number): Outer =>
  by === 0 ? outer : { start: (offset) => outer.start(offset + by), end: (offset) => outer.end(offset + by) };

/** Where a span of the inner text stands. */
export function spanIn(outer: Outer, span: Span): Span {
  const start = outer.start(span.start);
  return { start, end: Math.max(start, outer.end(span.end)) };
}

/** For what can't be followed character by character (base64): every place is the whole of it. */
export const wholeOf = (span: Span): Outer => ({ start: () => span.start, end: () => span.end });

/** What stands between two characters that mean themselves: a reference, a section, what is no text at all, an end of line. */
const markup = /&([^;]*);|<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|\r\n?/g;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The text of an element that holds nothing but text, read from its well-formed source between two offsets, and where each
 * of its characters stands there. Time and space are linear.
 */
export function innerText(source: string, { start, end }: Span): { readonly text: string; readonly outer: Outer } {
  const pieces = new Pieces();
  const raw = source.slice(start, end);
  let at = 0;
  for (const match of raw.matchAll(markup)) {
    pieces.add(raw.slice(at, match.index), start + at);
    const [whole, reference, section] = match;
    at = match.index + whole.length;
    if (reference !== undefined) pieces.add(characterOf(reference), start + match.index, start + at);
    else if (section !== undefined) addLines(pieces, section, start + match.index + '<![CDATA['.length);
    else if (whole.startsWith('\r')) pieces.add('\n', start + match.index, start + at);
  }
  pieces.add(raw.slice(at), start + at);
  return { text: pieces.text(), outer: pieces };
}

/** XML reads every end of line as LF. */
function addLines(pieces: Pieces, section: string, start: number): void {
  let at = 0;
  for (const match of section.matchAll(/\r\n?/g)) {
    pieces.add(section.slice(at, match.index), start + at);
    at = match.index + match[0].length;
    pieces.add('\n', start + match.index, start + at);
  }
  pieces.add(section.slice(at), start + at);
}

function characterOf(reference: string): string {
  if (!reference.startsWith('#')) return named[reference] ?? '';
  const code = reference.startsWith('#x') ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return String.fromCodePoint(code);
}

/** Runs of text with where each began and ended. */
class Pieces implements Outer {
  readonly #words: string[] = [];
  readonly #inner: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #length = 0;

  add(words: string, start: number, end = start + words.length): void {
    if (words === '') return;
    this.#words.push(words);
    this.#inner.push(this.#length);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#length += words.length;
  }

  text(): string {
    return this.#words.join('');
  }

  start(offset: number): number {
    if (offset >= this.#length) return this.#ends.at(-1) ?? 0;
    const piece = this.#pieceWith(offset);
    return (this.#starts[piece] ?? 0) + offset - (this.#inner[piece] ?? 0);
  }

  end(offset: number): number {
    if (offset <= 0) return this.#starts[0] ?? 0;
    const piece = this.#pieceWith(offset - 1);
    const isLast = offset >= (this.#inner[piece + 1] ?? this.#length);
    return isLast ? (this.#ends[piece] ?? 0) : (this.#starts[piece] ?? 0) + offset - (this.#inner[piece] ?? 0);
  }

  #pieceWith(offset: number): number {
    let low = 0;
    let high = this.#inner.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#inner[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/**
 * A copy of an element, and of all in it, with its offsets in the outer text. `spans` is told where each element `alert`, by
 * its copy, stands in the inner one.
 */
export function moved(node: XmlNode, outer: Outer, spans: Map<XmlNode, Span>): XmlNode {
  const content = spanIn(outer, { start: node.contentStart, end: node.contentEnd });
  const copy: XmlNode = {
    ...node,
    start: outer.start(node.start),
    contentStart: content.start,
    contentEnd: content.end,
    end: outer.end(node.end),
    children: node.children.map((child) => (typeof child === 'string' ? child : moved(child, outer, spans))),
  };
  if (node.local === 'alert') spans.set(copy, { start: node.start, end: node.end });
  return copy;
}
