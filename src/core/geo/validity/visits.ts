/** Whether the visits that a ring pays to one place cross each other there. */

/** A way through the place: where it comes from and where it goes. */
export type Visit = readonly [number, number];

/**
 * The indexes of two visits of which each lies on both sides of the other, or null. `compare` orders directions around the place
 * and gives 0 for those that are the same: a way along another is on neither side. O(m log m).
 */
export function alternating(
  visits: readonly Visit[],
  compare: (a: number, b: number) => number,
): readonly [number, number] | null {
  const directions = visits.flat().toSorted(compare);
  const slots = new Map<number, number>();
  let slot = 0;
  for (const [i, direction] of directions.entries()) {
    if (i > 0 && compare(directions[i - 1] as number, direction) !== 0) slot++;
    slots.set(direction, slot);
  }
  const chords = visits.map(([from, to], visit) => {
    const [a, b] = [slots.get(from) ?? 0, slots.get(to) ?? 0];
    return { visit, low: Math.min(a, b), high: Math.max(a, b) };
  });
  const open: typeof chords = [];
  for (const chord of chords.toSorted((a, b) => a.low - b.low || b.high - a.high)) {
    while (open.length > 0 && (open.at(-1)?.high ?? 0) <= chord.low) open.pop();
    const around = open.at(-1);
    if (around && around.low < chord.low && around.high < chord.high) return [around.visit, chord.visit];
    open.push(chord);
  }
  return null;
}
