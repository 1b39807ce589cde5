/** Whether each thing the desk depends on answers, by name, with why not. */
import { minute, second } from '../../../core/time/time.ts';
import { queueOf } from '../../../store/outbox/lease.ts';
import { canWrite } from '../../../store/transact.ts';
import type { DeskParts } from '../parts.ts';

export interface Readiness {
  readonly name: string;
  readonly ok: boolean;
  readonly why: string;
}

/** A loop that has not gone round for this long stands still. */
const stillAfterMs = 2 * minute;

const limitMs = 5 * second;
const noAnswer = { via: 'none', words: `Not within ${limitMs / second} s.` } as const;

/** Never rejects. */
export async function readiness(parts: DeskParts): Promise<Readiness[]> {
  const own = [await database(parts), watchList(parts)];
  // A story that was played is still: nothing goes round, and nothing is sent.
  return parts.replay ? own : [...own, ...loops(parts), await relay(parts)];
}

/** A disk that is full can still be read, so readiness writes. */
async function database({ store, desk, clock }: DeskParts): Promise<Readiness> {
  try {
    const written = await Promise.race([canWrite(store, desk), clock.wait(limitMs).then(() => false)]);
    if (!written) return { name: 'database', ok: false, why: `It took no write within ${limitMs / second} s.` };
    const { waiting, oldestDueMs } = await queueOf(store, desk);
    const due = Math.round(oldestDueMs / 1000);
    return {
      name: 'database',
      ok: true,
      why: `It takes writes; ${waiting} notices wait, the oldest due for ${due} s.`,
    };
  } catch (error) {
    return { name: 'database', ok: false, why: `It takes no writes: ${(error as Error).message}` };
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
  const reply = await Promise.race([net.smtp.check(), clock.wait(limitMs).then(() => noAnswer)]);
  const ok = reply.via === 'smtp' && reply.code < 400;
  return { name: 'mail', ok, why: ok ? 'The relay answers.' : `The relay does not answer: ${reply.words}` };
}
