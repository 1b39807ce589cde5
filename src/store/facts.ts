/** Reading facts, and the moments they were recorded at. */
import type { Selectable } from 'kysely';
import type { Fact, FactBody } from '../core/fact.ts';
import type { AsOf, Instant, Recorded } from '../core/time/time.ts';
import type { Tables } from './migrations/schema.ts';
import type { Store } from './open.ts';

export const factOf = (row: Selectable<Tables['fact']>): Fact => ({
  subject: row.subject,
  interval: { from: row.valid_from, to: row.valid_to },
  recorded: { seq: row.seq, at: row.at },
  body: row.body as FactBody,
});

/** The number of the newest commit, and the time that the next one will not go below. */
export async function currentRecorded(store: Store, desk: string): Promise<Recorded> {
  const row = await store.db.selectFrom('desk').select(['seq', 'at']).where('desk', '=', desk).executeTakeFirst();
  return row ?? { seq: 0, at: 0 };
}

/**
 * What a question about a time means here: recorded defaults to the newest commit; `valid` to the recorded time or the time of the
 * commit that is asked for, and to now when neither is.
 */
export interface Question {
  readonly valid?: Instant;
  readonly recorded?: Instant;
  readonly seq?: number;
}

export interface Moment extends AsOf {
  /** When commit `seq` was recorded. */
  readonly at: Instant;
  readonly isPast: boolean;
  /** What was heard after this is not part of the answer: the moment asked about, and no later than the next commit. */
  readonly heardUntil: Instant;
}

/**
 * A recorded time before now names a closed set of commits: its answer never changes, whatever is committed meanwhile and by whose
 * clock. Now, and any time ahead, means the newest commit. Whatever is asked: `seq` and `valid` of the moment, asked for again, are
 * that moment; and `seq` alone always means the same.
 */
export async function momentOf(store: Store, desk: string, question: Question): Promise<Moment> {
  const now = store.clock.now();
  const current = await currentRecorded(store, desk);
  const seq = await seqFor(store, desk, question, current, now);
  const at = await atOf(store, desk, seq);
  const stated = question.valid ?? question.recorded ?? (question.seq === undefined ? undefined : at);
  const valid = stated ?? now;
  const next = seq < current.seq ? await nextAt(store, desk, seq) : null;
  const heardUntil = Math.min(valid, next ?? valid);
  return { valid, seq, at, isPast: stated !== undefined, heardUntil };
}

async function seqFor(store: Store, desk: string, q: Question, current: Recorded, now: Instant): Promise<number> {
  if (q.seq !== undefined) return Math.min(q.seq, current.seq);
  if (q.recorded === undefined || q.recorded >= Math.max(now, current.at)) return current.seq;
  return (q.recorded < current.at ? null : await close(store, desk, q.recorded)) ?? lastSeqAt(store, desk, q.recorded);
}

/**
 * Closes the time up to and with `at`: no later commit gets it, also not one that is under way or one by a clock that is behind. Gives
 * the newest commit, or null when one recorded after `at` has come in between.
 */
async function close(store: Store, desk: string, at: Instant): Promise<number | null> {
  const closed = await store.db
    .updateTable('desk')
    .set({ at: at + 1 })
    .where('desk', '=', desk)
    .where('at', '<=', at)
    .returning('seq')
    .executeTakeFirst();
  return closed?.seq ?? null;
}

/** The last commit at or before `at`: 0 when there was none. */
async function lastSeqAt(store: Store, desk: string, at: Instant): Promise<number> {
  const row = await store.db
    .selectFrom('fact')
    .select('seq')
    .where('desk', '=', desk)
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** When the first commit after `seq` was recorded. */
async function nextAt(store: Store, desk: string, seq: number): Promise<Instant | null> {
  const row = await store.db
    .selectFrom('fact')
    .select('at')
    .where('desk', '=', desk)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** When commit `seq` was recorded; of a number that no fact bears, the one before it. */
async function atOf(store: Store, desk: string, seq: number): Promise<Instant> {
  const row = await store.db
    .selectFrom('fact')
    .select('at')
    .where('desk', '=', desk)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? 0;
}
