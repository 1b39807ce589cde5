/**
 * The outbox before a send: leases and attempts are committed first, the outcome after it (settle.ts); so a crash in between costs at
 * most one more copy and never a notice.
 */
import { sql } from 'kysely';
import type { Notice } from '../../core/model.ts';
import { type Instant, minute } from '../../core/time/time.ts';
import { noticeOf } from '../notices.ts';
import { among, type Store, type Tx } from '../open.ts';
import { transact } from '../transact.ts';
import { type Key, matches } from './key.ts';

/** Longer than any send may take (a relay has ten minutes for its last word); after it another holder may try again. */
export const leaseLasts = 12 * minute;

export interface Lease {
  readonly notice: Notice;
  readonly channel: string;
  readonly rank: number;
  /** Number of this attempt, from 1. */
  readonly attempt: number;
  /** The other notices of its letter that go in the same message, in order. They are leased, and settled, each by itself. */
  readonly also: readonly Lease[];
}

/**
 * Takes up to `limit` due rows of a channel, urgent first, with all that waits in their letters, and writes the attempts. Rows whose
 * lease ran out are taken again. A row waits while an earlier notice to the same person about the same situation is under way on its
 * channel, so a cancel never overtakes its alert.
 */
export async function claim(store: Store, desk: string, channel: string, limit: number): Promise<Lease[]> {
  const now = store.clock.now();
  return transact(store, async (tx) => {
    await tx
      .updateTable('outbox')
      .set({ state: 'queued', lease_by: null, lease_until: null, changed_at: now })
      .where('desk', '=', desk)
      .where('state', '=', 'leased')
      .where('lease_until', '<=', now)
      .execute();
    const due = await free(tx, desk, channel)
      .where('outbox.due_at', '<=', now)
      .orderBy('outbox.urgent', 'desc')
      .orderBy('outbox.due_at')
      .orderBy('notice.part')
      .limit(limit)
      .execute();
    const rows = [...due, ...(await besides(tx, desk, channel, due))];
    for (const row of rows) await lease(store, tx, { desk, notice: row.id, channel }, row.attempts + 1, now);
    const letters = Map.groupBy(rows, (row) => row.letter ?? row.id);
    return [...letters.values()].flatMap((parts) => {
      const [first, ...also] = parts.toSorted((a, b) => a.part - b.part).map(leaseOf);
      return first ? [{ ...first, also }] : [];
    });
  });
}

/** Rows of a channel that wait and may go now; locked. */
const free = (tx: Tx, desk: string, channel: string) =>
  tx
    .selectFrom('outbox')
    .innerJoin('notice', (join) =>
      join.onRef('notice.desk', '=', 'outbox.desk').onRef('notice.id', '=', 'outbox.notice'),
    )
    .selectAll('notice')
    .select(['outbox.channel', 'outbox.rank', 'outbox.attempts'])
    .where('outbox.desk', '=', desk)
    .where('outbox.state', '=', 'queued')
    .where('outbox.channel', '=', channel)
    .where(
      sql<boolean>`not exists (
        select 1 from outbox other join notice earlier on earlier.desk = other.desk and earlier.id = other.notice
        where other.desk = notice.desk and other.state = 'leased' and other.channel = outbox.channel
          and earlier.situation = notice.situation and earlier.person = notice.person and earlier.seq < notice.seq)`,
    )
    .forUpdate('outbox')
    .skipLocked();

type Row = Awaited<ReturnType<ReturnType<typeof free>['execute']>>[number];

/** What waits in the same letters, due or not: one message is better than two. */
async function besides(tx: Tx, desk: string, channel: string, due: readonly Row[]): Promise<Row[]> {
  const letters = [...new Set(due.flatMap(({ letter }) => letter ?? []))];
  if (letters.length === 0) return [];
  const taken = new Set(due.map(({ id }) => id));
  const rows = await free(tx, desk, channel).where(among('notice.letter', letters)).execute();
  return rows.filter(({ id }) => !taken.has(id));
}

const leaseOf = (row: Row): Lease => ({
  notice: noticeOf(row),
  channel: row.channel,
  rank: row.rank,
  attempt: row.attempts + 1,
  also: [],
});

async function lease(store: Store, tx: Tx, key: Key, attempt: number, now: Instant): Promise<void> {
  await closeLost(tx, key, now);
  await tx
    .updateTable('outbox')
    .set({ state: 'leased', lease_by: store.holder, lease_until: now + leaseLasts, attempts: attempt, changed_at: now })
    .where(matches(key))
    .execute();
  await tx
    .insertInto('attempt')
    .values({ ...key, n: attempt, started_at: now, ended_at: null, outcome: null, words: null })
    .execute();
}

/** An attempt that never learned its outcome stays on record as that. */
async function closeLost(tx: Tx, key: Key, now: Instant): Promise<void> {
  await tx
    .updateTable('attempt')
    .set({ outcome: 'unknown', ended_at: now, words: 'The desk stopped before the answer came.' })
    .where(matches(key))
    .where('outcome', 'is', null)
    .execute();
}

/**
 * At start: this folder's earlier process is gone, so what it had leased is due at once; and so is what waits for another try, since
 * what stood in its way (a relay not set up, a machine without network) may be what the restart is about.
 */
export async function resumeQueue(store: Store, desk: string): Promise<number> {
  const now = store.clock.now();
  const done = await store.db
    .updateTable('outbox')
    .set({ state: 'queued', lease_by: null, lease_until: null, due_at: now, changed_at: now })
    .where('desk', '=', desk)
    .where(({ or, and, eb }) =>
      or([
        and([eb('state', '=', 'leased'), eb('lease_by', '=', store.holder)]),
        and([eb('state', '=', 'queued'), eb('due_at', '>', now)]),
      ]),
    )
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/**
 * True when a later notice to the same person makes this one needless or wrong: it is about what this one said (an update, a “left”, a
 * cancel), or this one says that something is over and a later one says that something holds. Revisions that stand beside each
 * other do not overtake each other.
 */
export async function isOvertaken(store: Store, notice: Notice): Promise<boolean> {
  const saysOver = notice.kind === 'left' || notice.kind === 'cancel';
  const later = await store.db
    .selectFrom('notice')
    .select('id')
    .where('desk', '=', notice.desk)
    .where('situation', '=', notice.situation)
    .where('person', '=', notice.person)
    .$if(!saysOver, (query) => query.where('before', '=', notice.alert))
    .where(({ selectFrom, eb }) =>
      eb('seq', '>', selectFrom('notice').select('seq').where('desk', '=', notice.desk).where('id', '=', notice.id)),
    )
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}

export interface Queue {
  /** Rows that wait to be sent or are being sent. */
  readonly waiting: number;
  /** How long the oldest due row has been due, in milliseconds; 0 when none is. */
  readonly oldestDueMs: number;
}

export async function queueOf(store: Store, desk: string): Promise<Queue> {
  const row = await store.db
    .selectFrom('outbox')
    .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('due_at').as('due')])
    .where('desk', '=', desk)
    .where('state', 'in', ['queued', 'leased'])
    .executeTakeFirstOrThrow();
  const oldestDueMs = row.due === null ? 0 : Math.max(0, store.clock.now() - row.due);
  return { waiting: Number(row.waiting), oldestDueMs };
}
