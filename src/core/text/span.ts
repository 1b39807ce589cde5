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

/** Offsets at which each line starts, up to the first behind `until`. A line ends with LF, CRLF or CR. */
export function lineStarts(text: string, until = text.length): number[] {
  const starts = [0];
  let [feed, carriage] = [text.indexOf('\n'), text.indexOf('\r')];
  for (let at = 0; at <= until && (feed >= 0 || carriage >= 0); starts.push(at)) {
    const endsInCarriage = carriage >= 0 && (feed < 0 || carriage + 1 < feed);
    at = 1 + (endsInCarriage ? carriage : feed);
    if (feed >= 0 && feed < at) feed = text.indexOf('\n', at);
    if (carriage >= 0 && carriage < at) carriage = text.indexOf('\r', at);
  }
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
