/** Cuts a text at the spans that are cited in it, so that whatever they are, however they overlap, every character stays once and in order. */
import type { Span } from '../../core/text/span.ts';

/** A stretch of text, or a span (or a part of one) with what stands inside it. */
export type Piece<S extends Span> =
  | string
  | {
      readonly span: S;
      /** The part begins, ends with the span itself: a span that crosses another is cut in two. */
      readonly first: boolean;
      readonly last: boolean;
      readonly inside: readonly Piece<S>[];
    };

interface Part<S extends Span> {
  readonly span: S;
  readonly start: number;
  readonly end: number;
}

/**
 * The pieces of `text` from `from` to `to` (UTF-16 offsets). Spans outside are left out, those that reach in are cut; one that begins or
 * ends within a word is shown with the whole of it, so that no mark and no letter stands inside a word.
 */
export function piecesOf<S extends Span>(text: string, from: number, to: number, spans: readonly S[]): Piece<S>[] {
  const parts = spans
    .filter(({ start, end }) => start < end && start < to && end > from)
    .map((span) => ({ span, ...edgesOf(text, span) }))
    .map(({ span, start, end }) => ({ span, start: Math.max(start, from), end: Math.min(end, to) }));
  return nested(text, from, to, parts);
}

/** Scripts that put no space between words, where the next edge may be a sentence away. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const ofWord = /[\p{L}\p{M}\p{N}]/u;
/** Longer than any word of a language: beyond it a mark stands where its span says. */
const longest = 40;

function edgesOf(text: string, { start, end }: Span): Span {
  const [first, last] = [wordAt(text, start), wordAt(text, end)];
  return { start: first.start, end: last.end };
}

/** The word an offset stands within; at an edge, or in no word, nothing. Never between the two halves of one character. */
function wordAt(text: string, offset: number): Span {
  const own = { start: backTo(text, offset), end: onTo(text, offset) };
  let { start, end } = own;
  if (!isWithin(text, start) && start === end) return own;
  while (isWithin(text, start) && own.start - start < longest) start = backTo(text, start - 1);
  while (isWithin(text, end) && end - own.end < longest) end = onTo(text, end + 1);
  return isWithin(text, start) || isWithin(text, end) ? own : { start, end };
}

const isHalf = (text: string, offset: number): boolean => {
  const [before, code] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
};
const backTo = (text: string, offset: number): number => (isHalf(text, offset) ? offset - 1 : offset);
const onTo = (text: string, offset: number): number => (isHalf(text, offset) ? offset + 1 : offset);

/** Between two characters of one word. */
function isWithin(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = String.fromCodePoint(text.codePointAt(backTo(text, offset - 1)) ?? 32);
  const after = String.fromCodePoint(text.codePointAt(backTo(text, offset)) ?? 32);
  return [before, after].every((char) => ofWord.test(char) && !unspaced.test(char));
}

function nested<S extends Span>(text: string, from: number, to: number, parts: readonly Part<S>[]): Piece<S>[] {
  const waiting = [...parts].sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Piece<S>[] = [];
  let at = from;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { span, start, end } = next;
    if (start > at) pieces.push(text.slice(at, start));
    const inside: Part<S>[] = [];
    const beyond: Part<S>[] = [];
    while (waiting[0] !== undefined && waiting[0].start < end) {
      const other = waiting.shift() as Part<S>;
      inside.push({ ...other, end: Math.min(other.end, end) });
      if (other.end > end) beyond.push({ ...other, start: end });
    }
    pieces.push({
      span,
      first: start === edgesOf(text, span).start,
      last: end === edgesOf(text, span).end,
      inside: nested(text, start, end, inside),
    });
    waiting.push(...beyond);
    waiting.sort((a, b) => a.start - b.start || b.end - a.end);
    at = end;
  }
  if (at < to) pieces.push(text.slice(at, to));
  return pieces;
}
