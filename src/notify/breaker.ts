/** Stops knocking at an endpoint that does not answer, for a while that grows; others are not slowed. */
import { type Instant, minute, second } from '../core/time/time.ts';

const failuresToOpen = 5;
const firstPause = 5 * second;
const longestPause = 2 * minute;

export interface Breaker {
  /** Until when the endpoint is left alone, or null when it may be tried. */
  openUntil(endpoint: string, now: Instant): Instant | null;
  /** Call after each try: whether it answered at all, whatever it said. */
  report(endpoint: string, answered: boolean, now: Instant): void;
}

export function createBreaker(): Breaker {
  const failing = new Map<string, { failures: number; until: Instant }>();
  return {
    openUntil(endpoint, now) {
      const until = failing.get(endpoint)?.until ?? 0;
      return until > now ? until : null;
    },
    report(endpoint, answered, now) {
      if (answered) {
        failing.delete(endpoint);
        return;
      }
      const failures = (failing.get(endpoint)?.failures ?? 0) + 1;
      const pause =
        failures < failuresToOpen ? 0 : Math.min(longestPause, firstPause * 2 ** (failures - failuresToOpen));
      failing.set(endpoint, { failures, until: now + pause });
    },
  };
}
