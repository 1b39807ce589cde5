/** Which elements to move so that all stand in the order of a sequence: as few as possible. */

export interface Misplaced {
  /** Indexes of the element to move, and of the one that it must stand before or after. */
  readonly index: number;
  readonly anchor: number;
  readonly belongs: 'before' | 'after';
}

/**
 * `ranks` says for each element which place of the sequence (0 to `size` - 1) is its own. Time is linear in the elements,
 * times `size`.
 */
export function misplaced(ranks: readonly number[], size: number): readonly Misplaced[] {
  const inOrder = longestOrder(ranks, size);
  const first = new Array<number>(size).fill(Number.POSITIVE_INFINITY);
  const last = new Array<number>(size).fill(-1);
  for (const [i, rank] of ranks.entries()) {
    if (!inOrder.has(i)) continue;
    first[rank] = Math.min(first[rank] ?? i, i);
    last[rank] = i;
  }
  return [...ranks.entries()]
    .filter(([i]) => !inOrder.has(i))
    .map(([index, rank]): Misplaced => {
      const higher = Math.min(...first.slice(rank + 1));
      if (higher < index) return { index, anchor: higher, belongs: 'before' };
      return { index, anchor: Math.max(...last.slice(0, rank)), belongs: 'after' };
    });
}

/** The indexes of a longest row that is in order. */
function longestOrder(ranks: readonly number[], size: number): ReadonlySet<number> {
  // Of each rank: the length of the longest row that ends with it so far, and the element that row ends with.
  const length = new Array<number>(size).fill(0);
  const last = new Array<number>(size).fill(-1);
  const before: number[] = [];
  // Of rows of one length the one that ends first: so the later of two that are turned round is the one to move.
  const longest = (ranksBelow: number): number => {
    let best = 0;
    for (let rank = 1; rank < ranksBelow; rank++) {
      const more = (length[rank] ?? 0) - (length[best] ?? 0);
      if (more > 0 || (more === 0 && (last[rank] ?? 0) < (last[best] ?? 0))) best = rank;
    }
    return best;
  };
  for (const [i, rank] of ranks.entries()) {
    const best = longest(rank + 1);
    before.push(last[best] ?? -1);
    length[rank] = (length[best] ?? 0) + 1;
    last[rank] = i;
  }
  const row = new Set<number>();
  for (let i = last[longest(size)] ?? -1; i >= 0; i = before[i] ?? -1) row.add(i);
  return row;
}
