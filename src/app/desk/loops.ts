/** The loops of a running desk: gather reads what is unread, decide decides, notify sends, and the heart beats when all of them go round. */
import type { Clock } from '../../core/time/time.ts';
import type { Deciding } from '../../decide/alert.ts';
import { decideNext, passOver } from '../../decide/decide.ts';
import { resolveWaiting } from '../../gather/geocodes.ts';
import { readUnread } from '../../gather/receive.ts';
import type { Http } from '../../net/http.ts';
import type { Delivering } from '../../notify/deliver.ts';
import { beat, heartbeatEvery } from '../../notify/heartbeat.ts';
import { createSender } from '../../notify/sender.ts';
import { isAway } from '../../store/open.ts';
import { queueOf } from '../../store/outbox/lease.ts';
import { type Bell, createBell, runLoop } from './loop.ts';
import type { LoopName, Rounds } from './rounds.ts';

/** Facts that another process committed (a command of the operator's) are found at the latest after this. */
const pollMs = 500;
const gatherEveryMs = 15_000;

export interface Loops {
  readonly deciding: Deciding;
  readonly delivering: Delivering;
  readonly clock: Clock;
  readonly rounds: Rounds;
  readonly heartbeat: { readonly url: string; readonly http: Http } | null;
  readonly signal: AbortSignal;
  onError(loop: LoopName, error: unknown): void;
  onSkippedBeat(why: string): void;
}

export interface RunningLoops {
  /** Something new was recorded: decide at once. */
  readonly facts: Bell;
  /** Resolves when every loop has ended, after the signal. */
  readonly ended: Promise<void>;
}

export function startLoops(l: Loops): RunningLoops {
  const { clock, signal } = l;
  const facts = createBell();
  const outbox = createBell();
  const run = (name: LoopName, bell: Bell, idleMs: number, round: () => Promise<boolean>): Promise<void> =>
    runLoop({
      clock,
      bell,
      signal,
      idleMs,
      round,
      onRound: () => l.rounds.mark(name),
      onError: (error) => l.onError(name, error),
    });
  let readUpTo = 0;
  let isResolved = false;
  const gather = run('gather', createBell(), gatherEveryMs, async () => {
    const look = await readUnread(l.deciding.store, l.deciding.desk, readUpTo);
    readUpTo = look.upTo;
    // What a newer Tocsin knows the shape of, and an import that was broken off.
    if (!isResolved && (await resolveWaiting(l.deciding.store, l.deciding.desk)) > 0) facts.ring();
    isResolved = true;
    if (look.read > 0) facts.ring();
    if (look.failures.length > 0)
      throw new AggregateError(look.failures, `${look.failures.length} reports can’t be read`);
    return false;
  });
  const tally = { failures: 0 };
  const decide = run('decide', facts, pollMs, async () => {
    const decided = await decideOrPass(l, tally);
    if (decided) outbox.ring();
    return decided;
  });
  const sender = createSender(l.delivering, () => outbox.ring());
  const notify = run('notify', outbox, pollMs, async () => {
    await sender.round();
    return false;
  });
  const loops = [
    gather,
    decide,
    notify.then(() => sender.settled().catch((error: unknown) => l.onError('notify', error))),
  ];
  return { facts, ended: Promise.all([...loops, ...heart(l)]).then(() => {}) };
}

/** Times that one commit may fail for reasons of its own before it is passed over. */
const mostFailures = 5;

/** A database that is away is waited for; a commit that fails again and again by itself is passed over, and the desk woken. */
async function decideOrPass(l: Loops, tally: { failures: number }): Promise<boolean> {
  try {
    const decided = await decideNext(l.deciding);
    tally.failures = 0;
    return decided;
  } catch (error) {
    if (isAway(error) || ++tally.failures < mostFailures) throw error;
    tally.failures = 0;
    const seq = await passOver(l.deciding);
    l.onError('decide', new Error(`commit ${seq} was passed over`, { cause: error }));
    return true;
  }
}

function heart(l: Loops): Promise<void>[] {
  const { heartbeat, clock, signal, rounds } = l;
  if (!heartbeat) return [];
  const vitals = async () => ({
    rounds: rounds.all(),
    oldestDueMs: (await queueOf(l.delivering.store, l.delivering.desk)).oldestDueMs,
  });
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      const since = clock.now();
      await clock.wait(heartbeatEvery, signal);
      if (signal.aborted) return;
      await beat({ ...heartbeat, clock, vitals, onSkipped: l.onSkippedBeat }, since).catch((error: unknown) =>
        l.onSkippedBeat(String(error)),
      );
    }
  };
  return [loop()];
}
