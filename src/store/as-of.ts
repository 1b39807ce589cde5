/** Alerts as of (valid, recorded): fetches the facts that bear on them and lets picture/ say what they mean. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { type AlertBody, type Fact, type FactBody, isFact } from '../core/fact.ts';
import { type AlertView, mayTell, type Space } from '../core/model.ts';
import { type AsOf, day, type Instant } from '../core/time/time.ts';
import { alertsOf, isLater } from '../picture/alerts.ts';
import { beginOf } from '../picture/anchor/time.ts';
import { factOf } from './facts.ts';
import { shapesOf } from './geocodes/shapes.ts';
import type { Tables } from './migrations/schema.ts';
import { among, type Store, type Tx } from './open.ts';

/** Alerts that ended longer ago than this leave the lists; each can still be asked for by id. */
export const shownAfterEnd = 30 * day;

type Db = Store['db'] | Tx;
type Where = (eb: ExpressionBuilder<Tables, 'fact'>) => Expression<SqlBool>;

/** All alerts that have not ended, or less than `shownAfterEnd` ago: by their own end, or by an update or cancel. */
export async function alertsAsOf(db: Db, desk: string, asOf: AsOf): Promise<AlertView[]> {
  const since = asOf.valid - shownAfterEnd;
  const isOpen: Where = (eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', since)]);
  const { found, begins } = await views(db, desk, asOf, isOpen);
  return found.filter(({ enders }) => !enders.some((id) => (begins.get(id) ?? asOf.valid) <= since));
}

export async function alertsById(db: Db, desk: string, asOf: AsOf, ids: readonly string[]): Promise<AlertView[]> {
  if (ids.length === 0) return [];
  return (await views(db, desk, asOf, () => among('subject', ids))).found;
}

/**
 * The number of the last commit up to `seq` that bears on an alert; 0 when there is none. While it is the same, only time changes what
 * `alertsAsOf` says. The kinds are those of the index fact_alert_change.
 */
export async function alertsChanged(db: Db, desk: string, seq: number): Promise<number> {
  const row = await db
    .selectFrom('fact')
    .select('seq')
    .where('desk', '=', desk)
    .where('seq', '<=', seq)
    .where(sql<boolean>`kind in ('alert', 'trust', 'referenced', 'resolved')`)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** The first of each chain that these speak for, however long ago it ended: since when a danger is known hangs on it. */
export async function chainsBegun(
  db: Db,
  desk: string,
  asOf: AsOf,
  alerts: readonly AlertView[],
): Promise<AlertView[]> {
  // A chain is called by the name key of its first.
  const names = new Set(alerts.flatMap(({ situations }) => situations.map((chain) => `t-${chain.slice(2)}`)));
  return alertsNamed(db, desk, asOf, [...names]);
}

/** Alerts that bear one of these name keys. */
export async function alertsNamed(db: Db, desk: string, asOf: AsOf, names: readonly string[]): Promise<AlertView[]> {
  const named = (await bySubject(db, desk, asOf.seq, names)).filter((fact) => isFact(fact, 'named'));
  return alertsById(
    db,
    desk,
    asOf,
    named.map((fact) => fact.body.alert),
  );
}

/** The alerts that an Update or Cancel names, as far as they are known. */
export async function alertsReferencedBy(db: Db, desk: string, asOf: AsOf, view: AlertView): Promise<AlertView[]> {
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('desk', '=', desk)
    .where('seq', '=', view.recorded.seq)
    .where('kind', '=', 'referenced')
    .execute();
  const named = rows.map(factOf).filter((fact) => isFact(fact, 'referenced') && fact.body.by === view.id);
  return alertsNamed(
    db,
    desk,
    asOf,
    named.map((fact) => fact.subject),
  );
}

/**
 * What the picture of a series looked like before this revision: the newest that it takes the place of, of those that may tell if any
 * may. null for the first of its series, and for an alert in CAP, which is compared with nothing.
 */
export async function revisionBefore(db: Db, desk: string, asOf: AsOf, view: AlertView): Promise<AlertView | null> {
  if (!view.advice) return null;
  const named = (await alertsReferencedBy(db, desk, asOf, view)).filter((other) => isLater(view, other));
  // What nobody vouched for is no word that this one could have changed.
  return named
    .filter(({ trust }) => mayTell(trust))
    .reduce<AlertView | null>((newest, one) => (newest && isLater(newest, one) ? newest : one), null);
}

const spaceOf = (desk: string): Space => (desk === 'drill' ? 'drill' : 'live');

/** A revision of a series, and when it was sent. */
export interface SeriesEntry {
  readonly alert: string;
  readonly sentAt: Instant;
}

/** All revisions of a series, the newest first; of those sent at the same time what was recorded last. */
export async function seriesAsOf(db: Db, desk: string, seq: number, series: string): Promise<SeriesEntry[]> {
  const facts = (await bySubject(db, desk, seq, [series])).filter((fact) => isFact(fact, 'series'));
  return facts
    .toReversed()
    .map(({ body }) => ({ alert: body.alert, sentAt: body.sentAt }))
    .toSorted((a, b) => b.sentAt - a.sentAt);
}

/** `begins`: when each of them and of what ended them began. */
async function views(
  db: Db,
  desk: string,
  asOf: AsOf,
  where: Where,
): Promise<{ readonly found: AlertView[]; readonly begins: ReadonlyMap<string, Instant> }> {
  const alerts = await alertFacts(db, desk, asOf.seq, where);
  const ids = new Set(alerts.map((fact) => fact.subject));
  const references = (
    await bySubject(
      db,
      desk,
      asOf.seq,
      alerts.map((fact) => fact.body.name),
    )
  ).filter((fact) => isFact(fact, 'referenced'));
  const enders = references.map((fact) => fact.body.by).filter((id) => !ids.has(id));
  const [ending, said] = await Promise.all([
    enders.length === 0 ? [] : alertFacts(db, desk, asOf.seq, () => among('subject', enders)),
    bySubject(db, desk, asOf.seq, [...ids, ...enders], ['trust', 'resolved']),
  ]);
  const shapes = await shapesOf(db, desk, hashesIn(said));
  const all = alertsOf([...alerts, ...ending, ...references, ...said], asOf, spaceOf(desk), shapes);
  return {
    found: all.filter((view) => ids.has(view.id)),
    begins: new Map(all.map((view) => [view.id, beginOf(view)])),
  };
}

const hashesIn = (facts: readonly Fact[]): string[] =>
  facts.flatMap((fact) =>
    isFact(fact, 'resolved') ? fact.body.areas.flatMap(({ resolved }) => resolved.map(({ shape }) => shape)) : [],
  );

async function alertFacts(db: Db, desk: string, seq: number, where: Where): Promise<Fact<AlertBody>[]> {
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('desk', '=', desk)
    .where('kind', '=', 'alert')
    .where('seq', '<=', seq)
    .where(where)
    .orderBy('seq')
    .orderBy('n')
    .execute();
  return rows.map(factOf).filter((fact) => isFact(fact, 'alert'));
}

async function bySubject(
  db: Db,
  desk: string,
  seq: number,
  subjects: readonly string[],
  kinds?: readonly FactBody['kind'][],
): Promise<Fact[]> {
  if (subjects.length === 0) return [];
  let query = db
    .selectFrom('fact')
    .selectAll()
    .where('desk', '=', desk)
    .where(among('subject', [...new Set(subjects)]))
    .where('seq', '<=', seq);
  // Alert facts are large and were fetched already.
  query = kinds ? query.where('kind', 'in', kinds) : query.where('kind', '<>', 'alert');
  return (await query.orderBy('seq').orderBy('n').execute()).map(factOf);
}
