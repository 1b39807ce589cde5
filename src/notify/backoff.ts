/** When to try again: full jitter over a doubling ceiling, the far side's own wish respected, never after the notice expires. */
import { type Instant, minute, second } from '../core/time/time.ts';

const firstCeiling = 2 * second;
const lastCeiling = 10 * minute;
/** A last try is made this long before the end rather than none. */
const lastTryBefore = 5 * second;

/**
 * The next due time after failed attempt number `attempt` (from 1), or null when no time is left. `random` gives [0, 1).
 * `afterMs` is what Retry-After asked for.
 */
export function nextTry(
  now: Instant,
  attempt: number,
  afterMs: number | null,
  expiresAt: Instant,
  random: () => number,
): Instant | null {
  const ceiling = Math.min(lastCeiling, firstCeiling * 2 ** Math.min(attempt - 1, 20));
  const due = now + Math.max(afterMs ?? 0, second + Math.floor(random() * ceiling));
  if (due < expiresAt) return due;
  const last = expiresAt - lastTryBefore;
  // The far side said when it will listen again, and that is too late.
  return afterMs === null && last > now + second ? last : null;
}
