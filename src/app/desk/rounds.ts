/** When each loop last went round whole: for the heartbeat, readiness and metrics. */
import type { Clock, Instant } from '../../core/time/time.ts';

export type LoopName = 'gather' | 'decide' | 'notify';

export interface Rounds {
  mark(loop: LoopName): void;
  all(): Readonly<Record<LoopName, Instant>>;
}

export function createRounds(clock: Clock): Rounds {
  const at = { gather: clock.now(), decide: clock.now(), notify: clock.now() };
  return {
    mark(loop) {
      at[loop] = clock.now();
    },
    all: () => ({ ...at }),
  };
}
