/** Loops that go round when there is work, wait when there is none, and never die of one bad round. */
import type { Clock } from '../../core/time/time.ts';

/** Lets one loop wake others at once. A ring while nobody waits is remembered for the next who does. */
export interface Bell {
  ring(): void;
  wait(clock: Clock, ms: number, signal: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  const waiting = new Set<() => void>();
  let missed = false;
  return {
    ring() {
      missed = waiting.size === 0;
      for (const wake of [...waiting]) wake();
    },
    async wait(clock, ms, signal) {
      if (missed || signal.aborted) {
        missed = false;
        return;
      }
      const early = new AbortController();
      const wake = (): void => early.abort();
      waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
      await clock.wait(ms, early.signal);
      signal.removeEventListener('abort', wake);
      waiting.delete(wake);
    },
  };
}

export interface Loop {
  readonly clock: Clock;
  readonly bell: Bell;
  readonly signal: AbortSignal;
  /** How long to wait when a round found nothing to do. */
  readonly idleMs: number;
  /** One round; true when there may be more to do at once. */
  round(): Promise<boolean>;
  /** After each round without an error. */
  onRound(): void;
  onError(error: unknown): void;
}

const pauseAfterError = 1000;

/** Goes round until the signal; resolves when the last round has ended. */
export async function runLoop(loop: Loop): Promise<void> {
  while (!loop.signal.aborted) {
    try {
      const more = await loop.round();
      loop.onRound();
      if (!more) await loop.bell.wait(loop.clock, loop.idleMs, loop.signal);
    } catch (error) {
      if (loop.signal.aborted) return;
      loop.onError(error);
      await loop.clock.wait(pauseAfterError, loop.signal);
    }
  }
}
