/** The loops of a running desk: gather reads what is unread, decide decides, notify sends, and the heart beats when all of them go round. */
import type { Clock } from '../../core/time/time.ts';
import { type Deciding, decideNext } from '../../decide/decide.ts';
import { readUnread } from '../../gather/receive.ts';
import type { Http } from '../../net/http.ts';
import { type Delivering, deliverDue } from '../../notify/deliver.ts';
import { beat, heartbeatEvery } from '../../notify/heartbeat.ts';
import { queueOf } from '../../store/outbox.ts';
import { type Bell, createBell, runLoop } from './loop.ts';
import type { LoopName, Rounds } from './rounds.ts';

/** Facts that another process committed (a command of the operator's) are found at the latest after this. */
const pollMs = 500;
const gatherEveryMs = 15_000;
/** So that one slow far side does not hold up the rest. */
const senders = 3;

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
  const gather = run('gather', createBell(), gatherEveryMs, async () => {
    if ((await readUnread(l.deciding.store, l.deciding.desk)) > 0) facts.ring();
    return false;
  });
  const decide = run('decide', facts, pollMs, async () => {
    const decided = await decideNext(l.deciding);
    if (decided) outbox.ring();
    return decided;
  });
  const notify = Array.from({ length: senders }, () =>
    run('notify', outbox, pollMs, async () => (await deliverDue(l.delivering)) > 0),
  );
  return { facts, ended: Promise.all([gather, decide, ...notify, ...heart(l)]).then(() => {}) };
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
