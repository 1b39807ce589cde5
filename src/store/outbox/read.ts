/** Notices as pages read them, with what became of each by a moment: its place on each channel, and what the far sides said. */
import type { Selectable } from 'kysely';
import type { Delivery, DeliveryState, NoticeView, Receipt, ReceiptKind } from '../../core/model.ts';
import type { Instant } from '../../core/time/time.ts';
import type { Tables } from '../migrations/schema.ts';
import { noticeOf } from '../notices.ts';
import { among, type Store } from '../open.ts';

export interface NoticeQuery {
  readonly alert?: string;
  /** Only notices made before this one. */
  readonly before?: string;
  readonly limit: number;
  readonly seq: number;
  /** What became of them after this is not told. */
  readonly heardUntil: Instant;
  readonly wakes?: boolean;
}

/** Newest first, with where each stands on each channel and what the far sides said. */
export async function noticesOf(store: Store, desk: string, query: NoticeQuery): Promise<NoticeView[]> {
  let select = store.db
    .selectFrom('notice')
    .selectAll()
    .where('desk', '=', desk)
    .where('seq', '<=', query.seq)
    .where('person', query.wakes ? '=' : '<>', 'desk');
  if (query.alert !== undefined) select = select.where('alert', '=', query.alert);
  const before = query.before;
  if (before !== undefined)
    select = select.where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('seq', 'id'),
        '<',
        selectFrom('notice')
          .select(['seq', 'id'])
          .where('desk', '=', desk)
          .where('id', '=', before)
          .$asTuple('seq', 'id'),
      ),
    );
  const rows = await select.orderBy('seq', 'desc').orderBy('id', 'desc').limit(query.limit).execute();
  const notices = rows.map((row) => ({ ...noticeOf(row), letter: row.letter }));
  return withDeliveries(store, desk, notices, query.heardUntil);
}

async function withDeliveries(
  { db }: Store,
  desk: string,
  notices: readonly Omit<NoticeView, 'deliveries' | 'receipts'>[],
  until: Instant,
): Promise<NoticeView[]> {
  if (notices.length === 0) return [];
  const ids = among(
    'notice',
    notices.map((notice) => notice.id),
  );
  const [outbox, receipts, attempts] = await Promise.all([
    db.selectFrom('outbox').selectAll().where('desk', '=', desk).where(ids).orderBy('rank').execute(),
    db
      .selectFrom('receipt')
      .selectAll()
      .where('desk', '=', desk)
      .where(ids)
      .where('at', '<=', until)
      .orderBy('at')
      .orderBy('n')
      .execute(),
    db
      .selectFrom('attempt')
      .selectAll()
      .where('desk', '=', desk)
      .where(ids)
      .where('started_at', '<=', until)
      .orderBy('n')
      .execute(),
  ]);
  const ofOutbox = Map.groupBy(outbox, ({ notice }) => notice);
  const ofReceipts = Map.groupBy(receipts, ({ notice }) => notice);
  const ofAttempts = Map.groupBy(attempts, ({ notice }) => notice);
  return notices.map((notice) => ({
    ...notice,
    deliveries: (ofOutbox.get(notice.id) ?? []).map((row) => deliveryAt(row, ofAttempts.get(notice.id) ?? [], until)),
    receipts: (ofReceipts.get(notice.id) ?? []).map(receiptOf),
  }));
}

/** Where a notice stood on a channel at a moment: what the row says if it was so by then, else what the attempts up to then say. */
function deliveryAt(
  row: Selectable<Tables['outbox']>,
  attempts: readonly Selectable<Tables['attempt']>[],
  until: Instant,
): Delivery {
  const { notice, channel, rank } = row;
  if (row.changed_at <= until)
    return { notice, channel, rank, state: row.state as DeliveryState, attempts: row.attempts, words: row.words };
  const begun = attempts.filter((one) => one.channel === channel);
  const last = begun.at(-1);
  if (!last) {
    const state = row.urgent || rank === 0 ? 'queued' : 'standby';
    return { notice, channel, rank, state, attempts: 0, words: null };
  }
  const isOpen = last.ended_at === null || last.ended_at > until;
  const state = isOpen ? 'leased' : (stateAfter[last.outcome ?? ''] ?? 'queued');
  return { notice, channel, rank, state, attempts: begun.length, words: isOpen ? null : last.words };
}

/** An attempt that is to be made again leaves the notice queued. */
const stateAfter: Readonly<Record<string, DeliveryState>> = {
  accepted: 'accepted',
  refused: 'refused',
  expired: 'expired',
  replaced: 'replaced',
};

const receiptOf = (row: Selectable<Tables['receipt']>): Receipt => ({
  notice: row.notice,
  channel: row.channel,
  kind: row.kind as ReceiptKind,
  at: row.at,
  words: row.words,
});
