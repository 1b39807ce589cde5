/** Notices as decisions write them, and as pages read them. A notice and its outbox rows are written in one transaction. */
import type { Selectable } from 'kysely';
import type { Delivery, DeliveryState, Notice, NoticeKind, NoticeView, Receipt, ReceiptKind } from '../core/model.ts';
import type { Recorded } from '../core/time/time.ts';
import type { Store, Tx } from './open.ts';
import type { Tables } from './schema.ts';

/** A notice to write, with its channels in order of preference. */
export interface NewNotice {
  readonly notice: Notice;
  readonly channels: readonly string[];
}

export const noticeOf = (row: Selectable<Tables['notice']>): Notice => ({
  id: row.id,
  desk: row.desk,
  person: row.person,
  situation: row.situation,
  alert: row.alert,
  info: row.info,
  before: row.before,
  kind: row.kind as NoticeKind,
  why: row.why,
  changes: row.changes,
  urgent: row.urgent,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  sentence: row.sentence,
});

/**
 * Writes notices with their outbox rows; one that exists already is left as it is, so nobody gets it twice. Urgent: all channels
 * at once. Otherwise the first is due and the others stand by. Gives the number of notices that were new.
 */
export async function writeNotices(tx: Tx, recorded: Recorded, written: readonly NewNotice[]): Promise<number> {
  let count = 0;
  for (let i = 0; i < written.length; i += 2000) count += await writeSome(tx, recorded, written.slice(i, i + 2000));
  return count;
}

async function writeSome(tx: Tx, recorded: Recorded, written: readonly NewNotice[]): Promise<number> {
  const rows = written.map(({ notice }) => ({
    desk: notice.desk,
    id: notice.id,
    person: notice.person,
    situation: notice.situation,
    alert: notice.alert,
    info: notice.info,
    before: notice.before,
    kind: notice.kind,
    why: JSON.stringify(notice.why),
    changes: JSON.stringify(notice.changes),
    urgent: notice.urgent,
    made_at: notice.madeAt,
    expires_at: notice.expiresAt,
    sentence: notice.sentence,
    seq: recorded.seq,
  }));
  if (rows.length === 0) return 0;
  const inserted = await tx
    .insertInto('notice')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute();
  const fresh = new Set(inserted.map((row) => row.id));
  const deliveries = written
    .filter(({ notice }) => fresh.has(notice.id))
    .flatMap(({ notice, channels }) =>
      channels.map((channel, rank) => ({
        desk: notice.desk,
        notice: notice.id,
        channel,
        rank,
        state: (notice.urgent || rank === 0 ? 'queued' : 'standby') satisfies DeliveryState,
        due_at: notice.madeAt,
        lease_by: null,
        lease_until: null,
        attempts: 0,
        words: null,
      })),
    );
  if (deliveries.length > 0) await tx.insertInto('outbox').values(deliveries).execute();
  return fresh.size;
}

/** The last notice a person got (or was to get) about a situation. */
export interface Told {
  readonly person: string;
  readonly situation: string;
  readonly notice: string;
  readonly kind: NoticeKind;
  readonly alert: string;
  readonly info: number | null;
  /** Whether any copy may have left: accepted, under way, or tried. */
  readonly mayHaveGone: boolean;
}

/**
 * For each person the last notice about these situations. Locks the outbox rows concerned until the transaction ends, so that a
 * notice can't be leased between this look and what is decided on it.
 */
export async function lastTold(tx: Tx, desk: string, situations: readonly string[]): Promise<Told[]> {
  const rows = await tx
    .selectFrom('notice')
    .select(['id', 'person', 'situation', 'kind', 'alert', 'info'])
    .where('desk', '=', desk)
    .where('situation', 'in', [...situations])
    .where('person', '<>', 'desk')
    .orderBy('seq')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const gone = await goneNotices(
    tx,
    desk,
    rows.map((row) => row.id),
  );
  const last = new Map<string, Told>();
  for (const row of rows) {
    const earlier = last.get(row.person)?.mayHaveGone ?? false;
    last.set(row.person, {
      person: row.person,
      situation: row.situation,
      notice: row.id,
      kind: row.kind as NoticeKind,
      alert: row.alert ?? '',
      info: row.info,
      mayHaveGone: earlier || gone.has(row.id),
    });
  }
  return [...last.values()];
}

async function goneNotices(tx: Tx, desk: string, notices: readonly string[]): Promise<Set<string>> {
  const gone = new Set<string>();
  for (let i = 0; i < notices.length; i += mostIds) {
    const rows = await tx
      .selectFrom('outbox')
      .select(['notice', 'state', 'attempts'])
      .where('desk', '=', desk)
      .where('notice', 'in', notices.slice(i, i + mostIds))
      .orderBy('notice')
      .orderBy('channel')
      .forUpdate()
      .execute();
    for (const row of rows) if (row.attempts > 0) gone.add(row.notice);
  }
  return gone;
}

/** A statement carries at most 65,535 parameters. */
const mostIds = 10_000;

/** What has not left yet and is overtaken by a later revision will not be sent. */
export async function replaceQueued(tx: Tx, desk: string, notices: readonly string[]): Promise<void> {
  for (let i = 0; i < notices.length; i += mostIds)
    await tx
      .updateTable('outbox')
      .set({ state: 'replaced' satisfies DeliveryState })
      .where('desk', '=', desk)
      .where('notice', 'in', notices.slice(i, i + mostIds))
      .where('state', 'in', ['queued', 'standby'])
      .execute();
}

export interface NoticeQuery {
  readonly alert?: string;
  /** Only notices made before this one. */
  readonly before?: string;
  readonly limit: number;
  readonly seq: number;
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
  return withDeliveries(store, desk, rows.map(noticeOf));
}

async function withDeliveries(store: Store, desk: string, notices: readonly Notice[]): Promise<NoticeView[]> {
  if (notices.length === 0) return [];
  const ids = notices.map((notice) => notice.id);
  const [outbox, receipts] = await Promise.all([
    store.db
      .selectFrom('outbox')
      .selectAll()
      .where('desk', '=', desk)
      .where('notice', 'in', ids)
      .orderBy('rank')
      .execute(),
    store.db
      .selectFrom('receipt')
      .selectAll()
      .where('desk', '=', desk)
      .where('notice', 'in', ids)
      .orderBy('at')
      .orderBy('n')
      .execute(),
  ]);
  return notices.map((notice) => ({
    ...notice,
    deliveries: outbox.filter((row) => row.notice === notice.id).map(deliveryOf),
    receipts: receipts.filter((row) => row.notice === notice.id).map(receiptOf),
  }));
}

const deliveryOf = (row: Selectable<Tables['outbox']>): Delivery => ({
  notice: row.notice,
  channel: row.channel,
  rank: row.rank,
  state: row.state as DeliveryState,
  dueAt: row.due_at,
  attempts: row.attempts,
  words: row.words,
});

const receiptOf = (row: Selectable<Tables['receipt']>): Receipt => ({
  notice: row.notice,
  channel: row.channel,
  kind: row.kind as ReceiptKind,
  at: row.at,
  words: row.words,
});

/** How many people each alert has notices for. */
export async function toldCounts(
  store: Store,
  desk: string,
  alerts: readonly string[],
  seq: number,
): Promise<Map<string, number>> {
  if (alerts.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('notice')
    .select(({ fn }) => ['alert', fn.count<number>('person').distinct().as('people')])
    .where('desk', '=', desk)
    .where('alert', 'in', [...alerts])
    .where('seq', '<=', seq)
    .where('person', '<>', 'desk')
    .groupBy('alert')
    .execute();
  return new Map(rows.map((row) => [row.alert ?? '', Number(row.people)]));
}
