/** Places from west to east, on one meridian from south to north, and the rank of each. */

export interface Ranked {
  /** Indexes of the places, in order. */
  readonly order: Int32Array;
  /** By index; the same for the same place. */
  readonly rank: Int32Array;
}

/** Sorts into as many strips as there are places, then each strip: linear for places that are spread, O(n log n) for any. */
export function ranked(x: Float64Array, y: Float64Array): Ranked {
  const size = x.length;
  const compare = (a: number, b: number): number =>
    (x[a] as number) - (x[b] as number) || (y[a] as number) - (y[b] as number);
  const { order, ends } = strips(x);
  for (let strip = 0, from = 0; strip < size; strip++) {
    const to = ends[strip] as number;
    if (to - from > few) order.subarray(from, to).sort(compare);
    else sortFew(order, from, to, compare);
    from = to;
  }
  const rank = new Int32Array(size);
  for (let i = 1, last = 0; i < size; i++) {
    const before = order[i - 1] as number;
    const here = order[i] as number;
    if (compare(before, here) !== 0) last++;
    rank[here] = last;
  }
  return { order, rank };
}

/** Of so few a strip mostly holds, and to call the sort of the language for each of them takes longer than to sort. */
const few = 8;

/** By insertion: places that are equal stay in their order, as the other sort leaves them. */
function sortFew(order: Int32Array, from: number, to: number, compare: (a: number, b: number) => number): void {
  for (let i = from + 1; i < to; i++) {
    const one = order[i] as number;
    let at = i;
    for (; at > from && compare(order[at - 1] as number, one) > 0; at--) order[at] = order[at - 1] as number;
    order[at] = one;
  }
}

/** The places strip by strip, and where each strip ends. */
function strips(x: Float64Array): { order: Int32Array; ends: Int32Array } {
  const size = x.length;
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < size; i++) {
    const one = x[i] as number;
    if (one < west) west = one;
    if (one > east) east = one;
  }
  const perDegree = east > west ? (size - 1) / (east - west) : 0;
  const stripOf = (i: number): number => Math.min(size - 1, Math.floor(((x[i] as number) - west) * perDegree));
  const counts = new Int32Array(size);
  for (let i = 0; i < size; i++) counts[stripOf(i)] = (counts[stripOf(i)] as number) + 1;
  const ends = new Int32Array(size);
  for (let strip = 1; strip < size; strip++) ends[strip] = (ends[strip - 1] as number) + (counts[strip - 1] as number);
  const order = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const at = ends[stripOf(i)] as number;
    order[at] = i;
    ends[stripOf(i)] = at + 1;
  }
  return { order, ends };
}
