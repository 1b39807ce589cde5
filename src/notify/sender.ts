/** The loop out: takes what is due as places become free, so that a far side that is slow holds up only itself. */
import { channels } from '../channels/index.ts';
import { claim } from '../store/outbox/lease.ts';
import { type Delivering, deliver } from './deliver.ts';

export interface Sender {
  /** Leases what is due and has a place, and starts it. true when something was started. */
  round(): Promise<boolean>;
  /** Resolves when nothing is under way any more. Rejects with the first error of what was. */
  settled(): Promise<void>;
}

/** Notices under way at once: mail shares a few lines to one relay, webhooks go to as many far sides as there are. */
const places: Readonly<Record<string, number>> = { mail: 10 };
const placesElsewhere = 200;

/** `onDone` is called when a place has become free. */
export function createSender(d: Delivering, onDone: () => void): Sender {
  const underWay = new Map<string, Set<Promise<void>>>(channels.map(({ id }) => [id, new Set()]));
  let failure: { error: unknown } | null = null;
  const start = (flying: Set<Promise<void>>, work: Promise<void>): void => {
    const flight = work
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => {
        flying.delete(flight);
        onDone();
      });
    flying.add(flight);
  };
  const fail = (): void => {
    const { error } = failure ?? {};
    if (!failure) return;
    failure = null;
    throw error;
  };
  return {
    async round() {
      fail();
      let started = false;
      for (const [channel, flying] of underWay) {
        const free = (places[channel] ?? placesElsewhere) - flying.size;
        // One relay carries all mail, so while it is silent mail is not even leased.
        const isSilent = channel === 'mail' && d.breaker.openUntil('mail', d.store.clock.now()) !== null;
        if (free <= 0 || isSilent) continue;
        for (const lease of await claim(d.store, d.desk, channel, free)) {
          started = true;
          start(flying, deliver(d, lease));
        }
      }
      return started;
    },
    async settled() {
      await Promise.all([...underWay.values()].flatMap((flying) => [...flying]));
      fail();
    },
  };
}
