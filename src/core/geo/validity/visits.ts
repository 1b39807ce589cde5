/** Whether the visits that a ring pays to one place cross each other there. */

/**
 * The indexes of two visits of which each lies on both sides of the other, or null. `ways` has two directions for each visit, where it
 * comes from and where it goes; `compare` orders directions around the place and gives 0 for those that are the same: a way along another
 * is on neither side. O(m log m).
 */
export function alternating(
  ways: Int32Array,
  compare: (a: number, b: number) => number,
): readonly [number, number] | null {
  const slots = slotsOf(ways, compare);
  // The lower and the higher slot of each visit.
  for (let i = 0; i < slots.length; i += 2) {
    const a = slots[i] as number;
    const b = slots[i + 1] as number;
    slots[i] = Math.min(a, b);
    slots[i + 1] = Math.max(a, b);
  }
  const low = (visit: number): number => slots[2 * visit] as number;
  const high = (visit: number): number => slots[2 * visit + 1] as number;
  const inOrder = numbered(ways.length / 2).sort((a, b) => low(a) - low(b) || high(b) - high(a) || a - b);
  const open = new Int32Array(inOrder.length);
  let count = 0;
  for (let i = 0; i < inOrder.length; i++) {
    const visit = inOrder[i] as number;
    while (count > 0 && high(open[count - 1] as number) <= low(visit)) count--;
    const around = open[count - 1] as number;
    if (count > 0 && low(around) < low(visit) && high(around) < high(visit)) return [around, visit];
    open[count++] = visit;
  }
  return null;
}

/** For each direction which one around the place it is, from 0; the same for the same. */
function slotsOf(ways: Int32Array, compare: (a: number, b: number) => number): Int32Array {
  const way = (i: number): number => ways[i] as number;
  const around = numbered(ways.length).sort((a, b) => compare(way(a), way(b)));
  const slots = new Int32Array(ways.length);
  for (let i = 1, slot = 0; i < around.length; i++) {
    const here = around[i] as number;
    if (compare(way(around[i - 1] as number), way(here)) !== 0) slot++;
    slots[here] = slot;
  }
  return slots;
}

function numbered(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
}
