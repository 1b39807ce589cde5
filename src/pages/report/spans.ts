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

/** The pieces of `text` from `from` to `to` (UTF-16 offsets). Spans outside are left out, those that reach in are cut. */
export function piecesOf<S extends Span>(text: string, from: number, to: number, spans: readonly S[]): Piece<S>[] {
  const parts = spans
    .map((span) => ({
      span,
      start: whole(text, Math.max(span.start, from)),
      end: whole(text, Math.min(span.end, to)),
    }))
    .filter(({ start, end }) => start < end);
  return nested(text, from, to, parts);
}

/** Never between the two halves of one character. */
function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? offset + 1 : offset;
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
      first: start <= span.start || start === whole(text, span.start),
      last: end === whole(text, span.end),
      inside: nested(text, start, end, inside),
    });
    waiting.push(...beyond);
    waiting.sort((a, b) => a.start - b.start || b.end - a.end);
    at = end;
  }
  if (at < to) pieces.push(text.slice(at, to));
  return pieces;
}
