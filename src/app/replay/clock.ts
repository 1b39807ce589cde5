/** The clock of a replay: story time, moved by the player only. Waiting is about sockets and processes, so that is real. */
import type { Clock, Instant } from '../../core/time/time.ts';

export interface StoryClock extends Clock {
  /** Goes on to `at`. A story never goes back: what was recorded would lie ahead. */
  goTo(at: Instant): void;
}

export function createStoryClock(real: Clock, start: Instant): StoryClock {
  let now = start;
  return {
    now: () => now,
    wait: (ms, signal) => real.wait(ms, signal),
    goTo(at) {
      if (at < now) throw new Error(`the story's clock stands at ${now} and can't go back to ${at}`);
      now = at;
    },
  };
}
