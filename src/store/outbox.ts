/**
 * The outbox: leases, attempts, outcomes and receipts. A lease and its attempt are committed before a send, the outcome after it;
 * so a crash in between costs at most one more copy and never a notice.
 */
import { sql } from 'kysely';
import type { DeliveryState, Notice, ReceiptKind } from '../core/model.ts';
import { type Instant, second } from '../core/time/time.ts';
import { noticeOf } from './notices.ts';
import type { Store, Tx } from './open.ts';
import { transact } from './transact.ts';

/** Longer than any send may take; after it another holder may try again. */
export const leaseLasts = 90 * second;

export interface Lease {
  readonly notice: Notice;
  readonly channel: string;
  readonly rank: number;
  /** Number of this attempt, from 1. */
  readonly attempt: number;
}

interface Key {
  readonly desk: string;
  readonly notice: string;
  readonly channel: string;
}

/**
 * Takes up to `limit` due rows, urgent first, and writes the attempt. Rows whose lease ran out are taken again. A row waits while an
 * earlier notice to the same person about the same situation is under way on its channel, so a cancel never overtakes its alert.
 */
export async function claim(store: Store, desk: string, limit: number, skip: readonly string[]): Promise<Lease[]> {
  const now = store.clock.now();
  return transact(store, async (tx) => {
    const due = await tx
      .selectFrom('outbox')
      .innerJoin('notice', (join) =>
        join.onRef('notice.desk', '=', 'outbox.desk').onRef('notice.id', '=', 'outbox.notice'),
      )
      .selectAll('notice')
      .select(['outbox.channel', 'outbox.rank', 'outbox.attempts'])
      .where('outbox.desk', '=', desk)
      .where(({ or, and, eb }) =>
        or([
          and([eb('outbox.state', '=', 'queued'), eb('outbox.due_at', '<=', now)]),
          and([eb('outbox.state', '=', 'leased'), eb('outbox.lease_until', '<=', now)]),
        ]),
      )
      .$if(skip.length > 0, (query) => query.where('outbox.channel', 'not in', [...skip]))
      .where(
        sql<boolean>`not exists (
          select 1 from outbox other join notice earlier on earlier.desk = other.desk and earlier.id = other.notice
          where other.desk = notice.desk and earlier.situation = notice.situation and earlier.person = notice.person
            and other.channel = outbox.channel and other.state = 'leased' and other.lease_until > ${now}
            and earlier.seq < notice.seq)`,
      )
      .orderBy('notice.urgent', 'desc')
      .orderBy('outbox.due_at')
      .limit(limit)
      .forUpdate('outbox')
      .skipLocked()
      .execute();
    for (const row of due) {
      const key = { desk, notice: row.id, channel: row.channel };
      await closeLost(tx, key, now);
      await tx
        .updateTable('outbox')
        .set({ state: 'leased', lease_by: store.holder, lease_until: now + leaseLasts, attempts: row.attempts + 1 })
        .where(matches(key))
        .execute();
      const attempt = { ...key, n: row.attempts + 1, started_at: now, ended_at: null, outcome: null, words: null };
      await tx.insertInto('attempt').values(attempt).execute();
    }
    return due.map((row) => ({
      notice: noticeOf(row),
      channel: row.channel,
      rank: row.rank,
      attempt: row.attempts + 1,
    }));
  });
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

const matches =
  (key: Key) =>
  // biome-ignore lint/suspicious/noExplicitAny: one condition for three tables that share these columns
  (eb: any) =>
    eb.and({ desk: key.desk, notice: key.notice, channel: key.channel });

/**
 * At start: this folder's earlier process is gone, so what it had leased is due at once; and so is what waits for another try, since
 * what stood in its way (a relay not set up, a machine without network) may be what the restart is about.
 */
export async function resumeQueue(store: Store, desk: string): Promise<number> {
  const now = store.clock.now();
  const done = await store.db
    .updateTable('outbox')
    .set({ state: 'queued', lease_by: null, lease_until: null, due_at: now })
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

/** True when a later notice about the same situation was decided for the same person: this one need not leave any more. */
export async function isOvertaken(store: Store, notice: Notice): Promise<boolean> {
  const later = await store.db
    .selectFrom('notice')
    .select('id')
    .where('desk', '=', notice.desk)
    .where('situation', '=', notice.situation)
    .where('person', '=', notice.person)
    .where('kind', '<>', 'wake')
    .where(({ selectFrom, eb }) =>
      eb('seq', '>', selectFrom('notice').select('seq').where('desk', '=', notice.desk).where('id', '=', notice.id)),
    )
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}

/** How an attempt ended. `dueAt` is set for another try. */
export interface Settlement {
  readonly state: Extract<DeliveryState, 'queued' | 'accepted' | 'refused' | 'expired' | 'replaced' | 'dead'>;
  readonly outcome: 'accepted' | 'retry' | 'refused' | 'expired' | 'replaced';
  readonly words: string;
  readonly dueAt: Instant | null;
}

export interface Settled {
  /** Every channel of the notice has ended, and none was accepted. */
  readonly failed: boolean;
}

/** Failed tries of a channel after which the next one is used too. */
const triesBeforeFailover = 3;

/** Commits the outcome of a lease. Someone else's lease (ours ran out) is left alone; the receipt of an acceptance is kept even then. */
export async function settle(store: Store, lease: Lease, settlement: Settlement): Promise<Settled> {
  const key = { desk: lease.notice.desk, notice: lease.notice.id, channel: lease.channel };
  return transact(store, async (tx) => {
    await lockChannels(tx, key);
    const now = store.clock.now();
    await tx
      .updateTable('attempt')
      .set({ ended_at: now, outcome: settlement.outcome, words: settlement.words })
      .where(matches(key))
      .where('n', '=', lease.attempt)
      .execute();
    if (settlement.outcome === 'accepted') await addReceipt(tx, key, 'accepted', now, settlement.words);
    const row = {
      state: settlement.state,
      words: settlement.words,
      lease_by: null,
      lease_until: null,
      ...(settlement.dueAt === null ? {} : { due_at: settlement.dueAt }),
    };
    const update = tx.updateTable('outbox').set(row).where(matches(key)).where('state', '=', 'leased');
    const mine = await update.where('attempts', '=', lease.attempt).executeTakeFirst();
    if (mine.numUpdatedRows === 0n) return { failed: false };
    if (settlement.state === 'accepted') await spareOthers(tx, key);
    else if (settlement.state !== 'queued' || lease.attempt >= triesBeforeFailover) await nextChannel(tx, key, now);
    return { failed: await hasFailed(tx, key) };
  });
}

/**
 * Locks every channel of a notice, in one order. Two channels may settle at the same moment; each must see how the other ended, or both
 * would think that the other may still reach the person.
 */
async function lockChannels(tx: Tx, key: Key): Promise<{ channel: string; state: string }[]> {
  return tx
    .selectFrom('outbox')
    .select(['channel', 'state'])
    .where('desk', '=', key.desk)
    .where('notice', '=', key.notice)
    .orderBy('channel')
    .forUpdate()
    .execute();
}

async function spareOthers(tx: Tx, key: Key): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'spared' })
    .where('desk', '=', key.desk)
    .where('notice', '=', key.notice)
    .where('state', '=', 'standby')
    .execute();
}

async function nextChannel(tx: Tx, key: Key, now: Instant, from: DeliveryState = 'standby'): Promise<void> {
  const next = await tx
    .selectFrom('outbox')
    .select('channel')
    .where('desk', '=', key.desk)
    .where('notice', '=', key.notice)
    .where('state', '=', from)
    .orderBy('rank')
    .limit(1)
    .executeTakeFirst();
  if (!next) return;
  const row = { state: 'queued', due_at: now };
  await tx
    .updateTable('outbox')
    .set(row)
    .where(matches({ ...key, channel: next.channel }))
    .execute();
}

const ended: readonly DeliveryState[] = ['refused', 'expired', 'dead'];

async function hasFailed(tx: Tx, key: Key): Promise<boolean> {
  const rows = await tx
    .selectFrom('outbox')
    .select('state')
    .where('desk', '=', key.desk)
    .where('notice', '=', key.notice)
    .execute();
  return rows.every((row) => ended.includes(row.state as DeliveryState));
}

async function addReceipt(tx: Tx, key: Key, kind: ReceiptKind, at: Instant, words: string): Promise<void> {
  const last = await tx
    .selectFrom('receipt')
    .select(({ fn }) => fn.max('n').as('n'))
    .where(matches(key))
    .executeTakeFirst();
  await tx
    .insertInto('receipt')
    .values({ ...key, n: (last?.n ?? 0) + 1, kind, at, words })
    .execute();
}

/**
 * Keeps what came back later, once. A bounce means that the acceptance was worth nothing: the channel counts as refused and one that
 * was spared is used. null when there is no such notice on this channel.
 */
export async function keepReceipt(store: Store, key: Key, kind: ReceiptKind, words: string): Promise<Settled | null> {
  return transact(store, async (tx) => {
    const row = (await lockChannels(tx, key)).find(({ channel }) => channel === key.channel);
    if (!row) return null;
    const same = tx
      .selectFrom('receipt')
      .select('n')
      .where(matches(key))
      .where('kind', '=', kind)
      .where('words', '=', words);
    if (await same.executeTakeFirst()) return { failed: false };
    await addReceipt(tx, key, kind, store.clock.now(), words);
    if (kind !== 'bounced' || row.state !== 'accepted') return { failed: false };
    await tx.updateTable('outbox').set({ state: 'refused', words }).where(matches(key)).execute();
    await nextChannel(tx, key, store.clock.now(), 'spared');
    return { failed: await hasFailed(tx, key) };
  });
}

export async function noticeById(store: Store, desk: string, id: string): Promise<Notice | null> {
  const row = await store.db
    .selectFrom('notice')
    .selectAll()
    .where('desk', '=', desk)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? noticeOf(row) : null;
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
