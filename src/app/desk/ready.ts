/** Whether each thing the desk depends on answers, by name, with why not. */
import { minute, second } from '../../core/time/time.ts';
import { queueOf } from '../../store/outbox/lease.ts';
import type { DeskParts } from './parts.ts';

export interface Readiness {
  readonly name: string;
  readonly ok: boolean;
  readonly why: string;
}

/** A loop that has not gone round for this long stands still. */
const stillAfterMs = 2 * minute;

const relayLimitMs = 5 * second;
const noAnswer = { via: 'none', words: `Not within ${relayLimitMs / second} s.` } as const;

/** Never rejects. */
export async function readiness(parts: DeskParts): Promise<Readiness[]> {
  return [await database(parts), watchList(parts), ...loops(parts), await relay(parts)];
}

async function database({ store, desk }: DeskParts): Promise<Readiness> {
  try {
    const { waiting, oldestDueMs } = await queueOf(store, desk);
    return {
      name: 'database',
      ok: true,
      why: `It answers; ${waiting} notices wait, the oldest due for ${Math.round(oldestDueMs / 1000)} s.`,
    };
  } catch (error) {
    return { name: 'database', ok: false, why: `It does not answer: ${(error as Error).message}` };
  }
}

function watchList({ watch }: DeskParts): Readiness {
  const count = watch.unreadable();
  const why =
    count === 0
      ? 'Everybody on it can be read.'
      : `${count} on it can’t be read with this key; they are told of nothing.`;
  return { name: 'watch list', ok: count === 0, why };
}

function loops({ rounds, clock }: DeskParts): Readiness[] {
  return Object.entries(rounds.all()).map(([name, at]) => {
    const sinceMs = clock.now() - at;
    return {
      name: `loop ${name}`,
      ok: sinceMs < stillAfterMs,
      why: `It last went round ${Math.round(sinceMs / 1000)} s ago.`,
    };
  });
}

async function relay({ net, config, clock }: DeskParts): Promise<Readiness> {
  // Not set up is no fault of a dependency; the page and every waiting notice say it too.
  if (config.smtpUrl === null)
    return { name: 'mail', ok: true, why: 'No relay is set (TOCSIN_SMTP_URL): no mail goes out.' };
  // Behind a full queue a line to the relay may be long in coming; whoever asks is not kept waiting for it.
  const reply = await Promise.race([net.smtp.check(), clock.wait(relayLimitMs).then(() => noAnswer)]);
  const ok = reply.via === 'smtp' && reply.code < 400;
  return { name: 'mail', ok, why: ok ? 'The relay answers.' : `The relay does not answer: ${reply.words}` };
}
