/** Looks up the fields that lie in a span, among fields in order of their start. */
import type { Span } from '../core/text/span.ts';

/** `fields` have to be sorted by start. O(log n + found). */
export function within<T extends Span>(fields: readonly T[], { start, end }: Span): readonly T[] {
  let low = 0;
  let high = fields.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fields[middle] as T).start < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < fields.length; at++) {
    const field = fields[at] as T;
    if (field.start >= end) break;
    if (field.end <= end) found.push(field);
  }
  return found;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
