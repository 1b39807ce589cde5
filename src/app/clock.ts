/** The clock of the machine. The only place that reads it; all else is given a Clock. */
import type { AbortSignalLike, Clock } from '../core/time/time.ts';

/** The longest that one timer can wait (2^31 − 1 ms, about 25 days); a longer one would fire at once. */
const longest = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  async wait(ms, signal) {
    for (let left = ms; left > 0 && !signal?.aborted; left -= longest) await timer(Math.min(left, longest), signal);
  },
};

function timer(ms: number, signal: AbortSignalLike | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(handle);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const handle = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
}
