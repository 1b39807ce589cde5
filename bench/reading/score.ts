/** What a measurement of the reader against marked texts gives, and how it is counted. */

/** One figure with the counts behind it. */
export interface Figure {
  readonly name: string;
  /** Exactly what is counted, in one or two sentences. */
  readonly definition: string;
  /** Between 0 and 1. */
  readonly value: number;
  /** `right 36 of 40`, or `found 16, missed 2, not marked 3`. */
  readonly counts: string;
  /** The cases that cost most, each one line. */
  readonly worst: readonly string[];
}

/** A set of marked texts. `path` is a folder or file under the shared data; without it the set is skipped, and says so. */
export interface MarkedSet {
  readonly name: string;
  readonly path: string;
  measure(read: (file: string) => string): Figure[];
}

type Stated = Pick<Figure, 'name' | 'definition'>;

/** Share of items that are right. */
export function share(stated: Stated, items: readonly { readonly right: boolean; readonly what: string }[]): Figure {
  const wrong = items.filter(({ right }) => !right);
  const right = items.length - wrong.length;
  return {
    ...stated,
    value: right / Math.max(1, items.length),
    counts: `right ${right} of ${items.length}`,
    worst: wrong.map(({ what }) => what),
  };
}

export interface Matched {
  readonly found: number;
  /** Marked and not read. */
  readonly missed: readonly string[];
  /** Read and not marked. */
  readonly extra: readonly string[];
}

/** F1 of what was read against what was marked. */
export function f1(stated: Stated, { found, missed, extra }: Matched): Figure {
  const counts = `found ${found}, missed ${missed.length}, not marked ${extra.length}`;
  const value = (2 * found) / Math.max(1, 2 * found + missed.length + extra.length);
  return {
    ...stated,
    value,
    counts,
    worst: [...often(missed).map((one) => `missed: ${one}`), ...often(extra).map((one) => `not marked: ${one}`)],
  };
}

/** Most frequent first, each with its number when there are several. */
function often(list: readonly string[]): string[] {
  const grouped = [...Map.groupBy(list, (one) => one)].sort(([, a], [, b]) => b.length - a.length);
  return grouped.map(([one, all]) => (all.length > 1 ? `${one} (${all.length} times)` : one));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Intersection over union of two spans. */
export function overlapOf(a: Span, b: Span): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Pairs each marked item with the best of those read that no other has taken; best pairs first. */
export function matched<M, R>(
  marked: readonly M[],
  read: readonly R[],
  /** 0: no match. */
  closeness: (one: M, other: R) => number,
): { readonly pairs: readonly (readonly [M, R])[]; readonly missed: readonly M[]; readonly extra: readonly R[] } {
  const all = marked.flatMap((one) => read.map((other) => ({ one, other, close: closeness(one, other) })));
  const [ones, others] = [new Set<M>(), new Set<R>()];
  const pairs: (readonly [M, R])[] = [];
  for (const { one, other } of all.filter(({ close }) => close > 0).sort((a, b) => b.close - a.close)) {
    if (ones.has(one) || others.has(other)) continue;
    ones.add(one);
    others.add(other);
    pairs.push([one, other]);
  }
  return {
    pairs,
    missed: marked.filter((one) => !ones.has(one)),
    extra: read.filter((other) => !others.has(other)),
  };
}
