/** Who was told of what: what a decision must know of it, and what pages show as of a commit. */
import type { DeliveryState, NoticeKind } from '../../core/model.ts';
import { among, type Store, type Tx } from '../open.ts';

/** A person has a notice about one info of one alert; null for an alert without any, such as a bare Cancel. */
export interface ToldOf {
  readonly person: string;
  readonly alert: string;
  readonly info: number | null;
}

/** Each once, whatever came of the sending. */
export async function toldOf(store: Store, desk: string, alerts: readonly string[], seq: number): Promise<ToldOf[]> {
  if (alerts.length === 0) return [];
  const rows = await store.db
    .selectFrom('notice')
    .select(['person', 'alert', 'info'])
    .distinct()
    .where('desk', '=', desk)
    .where(among('alert', alerts))
    .where('seq', '<=', seq)
    .where('person', '<>', 'desk')
    .orderBy('person')
    .execute();
  return rows.map(({ person, alert, info }) => ({ person, alert: alert ?? '', info }));
}

/** The last notice a person got (or was to get) about one situation. */
export interface Told {
  readonly person: string;
  readonly situation: string;
  readonly notice: string;
  readonly kind: NoticeKind;
  readonly alert: string;
  readonly info: number | null;
  /** Whether any copy of it or of an earlier one may have left: accepted, under way, or tried. */
  readonly mayHaveGone: boolean;
  /** No channel took it, and it was taken out of the queue on what was left: they were gone, or it was needless. */
  readonly isOut: boolean;
  /** The last revision of it that a far side took for them: what they know. null when none was. */
  readonly heard: { readonly alert: string; readonly info: number | null } | null;
}

/**
 * For each person and situation the last notice; of `people` only, when they are given. Locks the outbox rows concerned until the
 * transaction ends, so that a notice can't be leased between this look and what is decided on it.
 */
export async function lastTold(
  tx: Tx,
  desk: string,
  situations: readonly string[],
  people: readonly string[] | null,
): Promise<Told[]> {
  let query = tx
    .selectFrom('notice')
    .select(['id', 'person', 'situation', 'kind', 'alert', 'info'])
    .where('desk', '=', desk)
    .where(among('situation', situations))
    .where('person', '<>', 'desk');
  if (people) query = query.where(among('person', people));
  const rows = await query.orderBy('seq').orderBy('id').execute();
  if (rows.length === 0) return [];
  const sent = await lockSent(
    tx,
    desk,
    rows.map((row) => row.id),
  );
  const last = new Map<string, Told>();
  for (const row of rows) {
    const key = `${row.person} ${row.situation}`;
    const earlier = last.get(key);
    const isWarning = row.kind === 'alert' || row.kind === 'update';
    const own = isWarning && sent.accepted.has(row.id) ? { alert: row.alert ?? '', info: row.info } : null;
    // Taken out and put in again, so that the newest stands last.
    last.delete(key);
    last.set(key, {
      person: row.person,
      situation: row.situation,
      notice: row.id,
      kind: row.kind as NoticeKind,
      alert: row.alert ?? '',
      info: row.info,
      isOut: sent.out.has(row.id),
      mayHaveGone: (earlier?.mayHaveGone ?? false) || sent.tried.has(row.id),
      heard: own ?? earlier?.heard ?? null,
    });
  }
  return [...last.values()];
}

/** Which notices were tried on some channel, and which were taken on one. */
async function lockSent(tx: Tx, desk: string, notices: readonly string[]) {
  const rows = await tx
    .selectFrom('outbox')
    .select(['notice', 'state', 'attempts'])
    .where('desk', '=', desk)
    .where(among('notice', notices))
    .orderBy('notice')
    .orderBy('channel')
    .forUpdate()
    .execute();
  const those = (when: (row: (typeof rows)[number]) => boolean): Set<string> =>
    new Set(rows.filter(when).map((row) => row.notice));
  return {
    tried: those((row) => row.attempts > 0),
    accepted: those((row) => row.state === 'accepted'),
    out: outAmong(rows),
  };
}

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
    .where(among('alert', alerts))
    .where('seq', '<=', seq)
    .where('person', '<>', 'desk')
    .groupBy('alert')
    .execute();
  return new Map(rows.map((row) => [row.alert ?? '', Number(row.people)]));
}

/** Which info of an alert somebody was told last; null when they were told of none. */
export async function infoTold(store: Store, desk: string, person: string, alert: string): Promise<number | null> {
  const row = await store.db
    .selectFrom('notice')
    .select('info')
    .where('desk', '=', desk)
    .where('alert', '=', alert)
    .where('person', '=', person)
    .where('kind', 'in', ['alert', 'update'] satisfies NoticeKind[])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.info ?? null;
}

const reaching: readonly string[] = ['queued', 'standby', 'leased', 'accepted', 'spared'] satisfies DeliveryState[];

/** Notices that no channel took, and that were taken out of the queue on what was left. */
function outAmong(rows: readonly { readonly notice: string; readonly state: string }[]): Set<string> {
  const open = new Set(rows.flatMap(({ notice, state }) => (reaching.includes(state) ? [notice] : [])));
  const replaced = rows.flatMap(({ notice, state }) => (state === 'replaced' ? [notice] : []));
  return new Set(replaced.filter((notice) => !open.has(notice)));
}

/** Of those that exist: whether each was taken out before any channel took it. */
export async function noticesOut(tx: Tx, desk: string, notices: readonly string[]): Promise<Map<string, boolean>> {
  const made = tx.selectFrom('notice').select('id').where('desk', '=', desk).where(among('id', notices));
  const rows = tx
    .selectFrom('outbox')
    .select(['notice', 'state'])
    .where('desk', '=', desk)
    .where(among('notice', notices));
  const out = outAmong(await rows.execute());
  return new Map((await made.execute()).map(({ id }) => [id, out.has(id)]));
}
