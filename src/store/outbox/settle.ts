/**
 * The outbox after a send: outcomes, receipts, the next channel, and the last word when none is left. All that follows from an answer
 * is one commit.
 */
import type { DeliveryState, Notice, ReceiptKind } from '../../core/model.ts';
import type { Instant } from '../../core/time/time.ts';
import { type NewNotice, noticeOf, writeNotices } from '../notices.ts';
import type { Store, Tx } from '../open.ts';
import { appendFacts, takeRecorded, transact } from '../transact.ts';
import { type Key, matches } from './key.ts';
import type { Lease } from './lease.ts';

/** How an attempt ended. `dueAt` is set for another try. */
export interface Settlement {
  readonly state: Extract<DeliveryState, 'queued' | 'accepted' | 'refused' | 'expired' | 'replaced' | 'dead'>;
  readonly outcome: 'accepted' | 'retry' | 'refused' | 'expired' | 'replaced';
  readonly words: string;
  readonly dueAt: Instant | null;
  /** Channels the person has now, of which the notice may not know yet. */
  readonly alsoTry?: readonly string[];
}

/** Makes the wake for a message that reached nobody, by its notices, at least one; null when nobody is to be woken for it. */
export type DeadLetter = (first: Notice, also: readonly Notice[]) => NewNotice | null;

/** Failed tries of a channel after which the next one is used too. */
const triesBeforeFailover = 3;

/** Commits the outcome of a lease, for all notices that its message carried. See {@link settleEach}. */
export const settle = (store: Store, lease: Lease, settlement: Settlement, deadLetter: DeadLetter): Promise<void> =>
  settleEach(
    store,
    [lease, ...lease.also].map((part) => ({ lease: part, settlement })),
    deadLetter,
  );

/** How it ended for one of the notices that went, or were to go, in one message. */
export interface Ended {
  readonly lease: Lease;
  readonly settlement: Settlement;
}

/**
 * Commits the outcomes of one message. Someone else's lease (ours ran out) is left alone; the receipt of an acceptance is kept even then.
 * Where every channel of a notice has ended and none was accepted, the dead letter is written with it; one for all notices of the message.
 */
export async function settleEach(store: Store, ended: readonly Ended[], deadLetter: DeadLetter): Promise<void> {
  // In one order, since two channels of one letter may settle at the same moment.
  const inOrder = ended.toSorted((a, b) => (a.lease.notice.id < b.lease.notice.id ? -1 : 1));
  await transact(store, async (tx) => {
    const lost = new Set<Lease>();
    for (const { lease, settlement } of inOrder) if (await settleOne(store, tx, lease, settlement)) lost.add(lease);
    const [first, ...also] = ended.flatMap(({ lease }) => (lost.has(lease) ? [lease.notice] : []));
    if (first) await writeDeadLetter(store, tx, deadLetter(first, also));
  });
}

/** true when with this the last channel of the notice has failed. */
async function settleOne(store: Store, tx: Tx, lease: Lease, settlement: Settlement): Promise<boolean> {
  const key = { desk: lease.notice.desk, notice: lease.notice.id, channel: lease.channel };
  await lockChannels(tx, key);
  const now = store.clock.now();
  await tx
    .updateTable('attempt')
    .set({ ended_at: now, outcome: settlement.outcome, words: settlement.words })
    .where(matches(key))
    .where('n', '=', lease.attempt)
    .execute();
  const bounced = settlement.outcome === 'accepted' && (await hasBounced(tx, key));
  if (settlement.outcome === 'accepted') await addReceipt(tx, key, 'accepted', now, settlement.words);
  const state = bounced ? 'refused' : settlement.state;
  const due = settlement.dueAt === null ? {} : { due_at: settlement.dueAt };
  const mine = await tx
    .updateTable('outbox')
    .set({ state, words: settlement.words, lease_by: null, lease_until: null, changed_at: now, ...due })
    .where(matches(key))
    .where('state', '=', 'leased')
    .where('attempts', '=', lease.attempt)
    .executeTakeFirst();
  if (mine.numUpdatedRows === 0n) return false;
  if (settlement.alsoTry) await addChannels(tx, key, lease.notice, settlement.alsoTry, now);
  if (state === 'accepted') await spareOthers(tx, key, now);
  else if (state !== 'queued' || lease.attempt >= triesBeforeFailover) await nextChannel(tx, key, now, 'standby');
  return hasFailed(tx, key);
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

/** A bounce can be quicker than the relay's own answer. */
async function hasBounced(tx: Tx, key: Key): Promise<boolean> {
  const bounce = tx.selectFrom('receipt').select('n').where(matches(key)).where('kind', '=', 'bounced').limit(1);
  return (await bounce.executeTakeFirst()) !== undefined;
}

async function addChannels(tx: Tx, key: Key, notice: Notice, channels: readonly string[], now: Instant): Promise<void> {
  for (const [rank, channel] of channels.entries())
    await tx
      .insertInto('outbox')
      .values({
        desk: key.desk,
        notice: key.notice,
        channel,
        rank,
        state: 'queued' satisfies DeliveryState,
        urgent: notice.urgent,
        due_at: now,
        lease_by: null,
        lease_until: null,
        attempts: 0,
        words: null,
        changed_at: now,
      })
      .onConflict((c) => c.doNothing())
      .execute();
}

async function spareOthers(tx: Tx, key: Key, now: Instant): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'spared', changed_at: now })
    .where('desk', '=', key.desk)
    .where('notice', '=', key.notice)
    .where('state', '=', 'standby')
    .execute();
}

async function nextChannel(tx: Tx, key: Key, now: Instant, from: 'standby' | 'spared'): Promise<void> {
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
  const row = { state: 'queued', due_at: now, changed_at: now };
  await tx
    .updateTable('outbox')
    .set(row)
    .where(matches({ ...key, channel: next.channel }))
    .execute();
}

const failedStates: readonly DeliveryState[] = ['refused', 'expired', 'dead'];

async function hasFailed(tx: Tx, key: Key): Promise<boolean> {
  const rows = await lockChannels(tx, key);
  return rows.every((row) => failedStates.includes(row.state as DeliveryState));
}

async function writeDeadLetter(store: Store, tx: Tx, wake: NewNotice | null): Promise<void> {
  if (!wake) return;
  const { desk, alert, id, madeAt } = wake.notice;
  const recorded = await takeRecorded(store, tx, desk);
  const wakes = await writeNotices(tx, recorded, [wake]);
  const body = { kind: 'decision' as const, decided: recorded.seq, notices: 0, wakes };
  await appendFacts(tx, desk, recorded, [{ subject: alert ?? id, interval: { from: madeAt, to: null }, body }]);
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
 * was spared is used. It is about the message, so about every notice of its letter. false when there is no such notice on this channel.
 */
export async function keepReceipt(
  store: Store,
  key: Key,
  kind: ReceiptKind,
  words: string,
  deadLetter: DeadLetter,
): Promise<boolean> {
  return transact(store, async (tx) => {
    const lost: Notice[] = [];
    let isKept = false;
    for (const row of await inLetterOf(tx, key)) {
      const kept = await keepOne(store, tx, { ...key, notice: row.id }, kind, words, row.id !== key.notice);
      isKept ||= kept !== 'none';
      if (kept === 'lost') lost.push(noticeOf(row));
    }
    const [first, ...also] = lost;
    if (first) await writeDeadLetter(store, tx, deadLetter(first, also));
    return isKept;
  });
}

/** The notice and the others of its letter, in one order. */
async function inLetterOf(tx: Tx, { desk, notice }: Key) {
  const own = tx.selectFrom('notice').selectAll().where('desk', '=', desk).where('id', '=', notice);
  const row = await own.executeTakeFirst();
  if (!row || row.letter === null) return row ? [row] : [];
  const all = tx.selectFrom('notice').selectAll().where('desk', '=', desk).where('letter', '=', row.letter);
  return all.orderBy('id').execute();
}

async function keepOne(
  store: Store,
  tx: Tx,
  key: Key,
  kind: ReceiptKind,
  words: string,
  isBeside: boolean,
): Promise<'none' | 'kept' | 'lost'> {
  const row = (await lockChannels(tx, key)).find(({ channel }) => channel === key.channel);
  // Another notice of its letter that did not go in the message, it says nothing of.
  if (!row || (isBeside && row.state !== 'accepted' && row.state !== 'leased')) return 'none';
  const same = tx
    .selectFrom('receipt')
    .select('n')
    .where(matches(key))
    .where('kind', '=', kind)
    .where('words', '=', words);
  if (await same.executeTakeFirst()) return 'kept';
  const now = store.clock.now();
  await addReceipt(tx, key, kind, now, words);
  if (kind !== 'bounced' || row.state !== 'accepted') return 'kept';
  await tx.updateTable('outbox').set({ state: 'refused', words, changed_at: now }).where(matches(key)).execute();
  await nextChannel(tx, key, now, 'spared');
  return (await hasFailed(tx, key)) ? 'lost' : 'kept';
}
