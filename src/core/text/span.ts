/** Spans of a source's text, and fields that are cited by one. */

/** UTF-16 offsets into a text; end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place a person can find in an editor; both count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A span of a machine format, with its path. */
export interface Located extends Span, Position {}

/**
 * A value together with the words it was read from. `text` is always the source's text from `start` to `end`;
 * `zone` is the block's zone in prose (`title`, `body` …) or the path in a machine format.
 */
export interface Field<T> extends Span {
  readonly text: string;
  readonly zone: string;
  readonly value: T;
}

/** The field over `span` of `source`; its text can't be anything but the source's own. */
export function fieldOf<T>(source: string, span: Span, zone: string, value: T): Field<T> {
  return { text: source.slice(span.start, span.end), start: span.start, end: span.end, zone, value };
}

/** Offsets at which each line starts. A line ends with LF, CRLF or CR. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  // Texts with a CR that no LF follows are rare; without them every line ends at an LF, which indexOf finds faster.
  if (text.includes('\r') && /\r(?!\n)/.test(text))
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line and column of an offset, by binary search over `lineStarts`. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 };
}
