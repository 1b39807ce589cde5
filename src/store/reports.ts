/** Reports and their bytes. Bytes are stored before anything else happens to them. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { always, type FactOf, isFact } from '../core/fact.ts';
import type { Finding } from '../core/finding.ts';
import { mayTell, type Report, type Trust } from '../core/model.ts';
import { hour, type Instant } from '../core/time/time.ts';
import { factOf } from './facts.ts';
import { among, type Store, type Tx } from './open.ts';
import { appendFacts, takeRecorded, transact } from './transact.ts';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
export const reportId = (hash: string): string => `r-${hash.slice(0, 16)}`;

export interface NewReport {
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly url: string | null;
  readonly type: string | null;
  readonly fetchedAt: Instant;
  readonly by: string | null;
  /** As a story states it; only in a drill space. */
  readonly trust?: Trust | undefined;
}

/**
 * Keeps the bytes and records the report in one commit. The same bytes from the same source are one report, with all addresses that gave
 * them; not so when the page had other bytes in between, since then it says this anew, nor when somebody vouches for what nobody did.
 */
export async function keepReport(
  store: Store,
  desk: string,
  report: NewReport,
): Promise<{ id: string; known: boolean }> {
  const hash = sha256(report.bytes);
  // PostgreSQL knows no NUL in a text.
  const url = report.url?.replaceAll('\0', '') ?? null;
  return transact(store, async (tx) => {
    const same = await sameReport(tx, desk, { ...report, url }, hash);
    const { id } = same;
    if (same.known) {
      await keepAddress(store, tx, desk, id, { ...report, url });
      return same;
    }
    await tx
      .insertInto('blob')
      .values({ desk, hash, bytes: report.bytes })
      .onConflict((c) => c.doNothing())
      .execute();
    const recorded = await takeRecorded(store, tx, desk);
    const inserted = await tx
      .insertInto('report')
      .values({
        desk,
        id,
        hash,
        source: report.source,
        url,
        type: report.type,
        fetched_at: report.fetchedAt,
        by_operator: report.by,
        size: report.bytes.length,
        ...recorded,
      })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) {
      await keepAddress(store, tx, desk, id, { ...report, url });
      return { id, known: true };
    }
    const { source, by, trust } = report;
    const body = { kind: 'report' as const, source, by, ...(trust ? { trust } : {}) };
    await appendFacts(tx, desk, recorded, [{ subject: id, interval: always, body }]);
    return { id, known: false };
  });
}

/** Another page with the same bytes is a second origin, or the first: which of them is cited must be open to see. */
async function keepAddress(
  store: Store,
  tx: Tx,
  desk: string,
  id: string,
  { url, source, by }: Pick<NewReport, 'url' | 'source' | 'by'>,
): Promise<void> {
  if (url === null) return;
  const kept = await tx.selectFrom('report').select('url').where('desk', '=', desk).where('id', '=', id).execute();
  const known = [...kept.map((row) => row.url), ...(await addressesOf(tx, desk, id))];
  if (known.includes(url)) return;
  const body = { kind: 'report' as const, source, by, alsoAt: url };
  await appendFacts(tx, desk, await takeRecorded(store, tx, desk), [{ subject: id, interval: always, body }]);
}

/** Further addresses that gave the bytes of a report, up to commit `seq`. */
async function addressesOf(db: Store['db'] | Tx, desk: string, id: string, seq = newest): Promise<string[]> {
  const facts = (await reportFacts(db, desk, [id])).filter(({ recorded }) => recorded.seq <= seq);
  return [...new Set(facts.flatMap(({ body }) => body.alsoAt ?? []))];
}

async function reportFacts(db: Store['db'] | Tx, desk: string, ids: readonly string[]): Promise<FactOf<'report'>[]> {
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('desk', '=', desk)
    .where(among('subject', ids))
    .where('kind', '=', 'report')
    .orderBy('seq')
    .execute();
  return rows.map(factOf).filter((fact) => isFact(fact, 'report'));
}

/** The report that these bytes are, or the id of the one they become; the same for two who ask at once. */
async function sameReport(
  tx: Tx,
  desk: string,
  { source, url, trust, fetchedAt }: Pick<NewReport, 'source' | 'url' | 'trust' | 'fetchedAt'>,
  hash: string,
): Promise<{ id: string; known: boolean }> {
  const ofSource = tx
    .selectFrom('report')
    .select(['id', 'hash', 'fetched_at', 'seq'])
    .where('desk', '=', desk)
    .where('source', '=', source);
  const same = await ofSource.where('hash', '=', hash).orderBy('seq', 'desc').execute();
  const [kept] = same;
  if (!kept) return { id: reportId(sha256(`${source}\n${hash}`)), known: false };
  const isOver = await hasWarnedSince(tx, desk, source, kept.id);
  // What is handed in without an address has no page: soon after, with no other warning in between, it is the same hand trying again.
  const isRetry = url === null && !isOver && fetchedAt - kept.fetched_at < hour;
  const last = await (isRetry
    ? ofSource.where('id', '=', kept.id)
    : ofSource.where('url', url === null ? 'is' : '=', url)
  )
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  // A page that was once found to show what stood elsewhere has shown it since, if it has shown nothing else.
  const shown = await reportFacts(tx, desk, url === null ? [] : same.map(({ id }) => id));
  const copied = shown.findLast(({ body }) => body.alsoAt === url)?.recorded.seq ?? -1;
  const page = copied > (last?.seq ?? -1) ? kept : last;
  const isVouched = trust !== undefined && mayTell(trust);
  const stated = isVouched ? (await statedTrust(tx, desk, [kept.id])).get(kept.id) : undefined;
  // Elsewhere than before, after another warning of the same source: a warning given again is none that was fetched twice.
  const isAgain = page === undefined && isOver;
  const isNews =
    isAgain || (page !== undefined && page.hash !== hash) || (isVouched && !(stated !== undefined && mayTell(stated)));
  if (!isNews) return { id: kept.id, known: true };
  return { id: reportId(sha256([source, hash, kept.id, page?.id ?? ''].join('\n'))), known: false };
}

/** Whether a later report of the source than this one, which warned, was read as a warning too. */
async function hasWarnedSince(tx: Tx, desk: string, source: string, id: string): Promise<boolean> {
  const warned = tx
    .selectFrom('report')
    .innerJoin('fact', (join) => join.onRef('fact.desk', '=', 'report.desk').onRef('fact.subject', '=', 'report.id'))
    .select('report.id')
    .where('report.desk', '=', desk)
    .where('report.source', '=', source)
    .where('fact.kind', '=', 'reading')
    .where(sql<boolean>`jsonb_array_length(fact.body -> 'alerts') > 0`)
    .orderBy('report.seq', 'desc')
    .limit(1);
  const own = warned.where('report.id', '=', id);
  const last = await warned.executeTakeFirst();
  return last !== undefined && last.id !== id && (await own.executeTakeFirst()) !== undefined;
}

/** The trust that a story states of its reports; reports without one are not in it. */
export async function statedTrust(
  db: Store['db'] | Tx,
  desk: string,
  ids: readonly string[],
): Promise<Map<string, Trust>> {
  const facts = await reportFacts(db, desk, ids);
  return new Map(facts.flatMap(({ subject, body }) => (body.trust ? [[subject, body.trust] as const] : [])));
}

const newest = Number.MAX_SAFE_INTEGER;

/** The report with the findings of its newest reading, both as of commit `seq`; null when it was not known then. */
export async function readReport(store: Store, desk: string, id: string, seq = newest): Promise<Report | null> {
  const row = await store.db
    .selectFrom('report')
    .selectAll()
    .where('desk', '=', desk)
    .where('id', '=', id)
    .where('seq', '<=', seq)
    .executeTakeFirst();
  if (!row) return null;
  const [reading, alsoAt] = await Promise.all([
    newestReading(store, desk, id, seq),
    addressesOf(store.db, desk, id, seq),
  ]);
  return {
    id,
    hash: row.hash,
    source: row.source,
    url: row.url,
    alsoAt,
    type: row.type,
    fetchedAt: row.fetched_at,
    by: row.by_operator,
    size: row.size,
    recorded: { seq: row.seq, at: row.at },
    findings: reading?.body.findings ?? [],
  };
}

/** What was made of a report last, up to commit `seq`; null when nobody had read it by then. */
export async function newestReading(
  { db }: { readonly db: Store['db'] | Tx },
  desk: string,
  id: string,
  seq = newest,
): Promise<FactOf<'reading'> | null> {
  const row = await db
    .selectFrom('fact')
    .selectAll()
    .where('desk', '=', desk)
    .where('subject', '=', id)
    .where('kind', '=', 'reading')
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const fact = row ? factOf(row) : null;
  return fact && isFact(fact, 'reading') ? fact : null;
}

export async function readBytes(store: Store, desk: string, hash: string): Promise<Uint8Array | null> {
  const row = await store.db
    .selectFrom('blob')
    .select('bytes')
    .where('desk', '=', desk)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

/** Reports after commit `since` whose bytes were kept and that no reader has read: a crash came between. */
export async function unreadReports(store: Store, desk: string, since: number): Promise<string[]> {
  const rows = await store.db
    .selectFrom('report')
    .select('id')
    .where('desk', '=', desk)
    .where('seq', '>', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('fact')
            .select('fact.seq')
            .whereRef('fact.desk', '=', 'report.desk')
            .whereRef('fact.subject', '=', 'report.id')
            .where('fact.kind', '=', 'reading'),
        ),
      ),
    )
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.id);
}

/** The finding of a reading that is none: the reader failed on the document, not the document on its reader. */
export const readerFailed = 'report.reader-failed';

/** So is this: whoever began to read it was not heard of again, and it is not begun any more. */
export const readerDied = 'report.reader-died';

export const isFailed = ({ findings }: { readonly findings: readonly Finding[] }): boolean =>
  findings.some(({ code }) => code === readerFailed || code === readerDied);

/** Reports on which a reader failed and of which nobody has made more since. */
export async function failedReports(store: Store, desk: string): Promise<string[]> {
  const rows = await store.db
    .selectFrom('fact as failed')
    .select('subject')
    .where('desk', '=', desk)
    .where('kind', '=', 'reading')
    // A reading without prose, which has no time: few, and found by `fact_reading`.
    .where('valid_from', 'is', null)
    .where(sql<boolean>`body @> ${JSON.stringify({ findings: [{ code: readerFailed }] })}::jsonb`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('fact as later')
            .select('later.seq')
            .whereRef('later.desk', '=', 'failed.desk')
            .whereRef('later.subject', '=', 'failed.subject')
            .whereRef('later.seq', '>', 'failed.seq')
            .where('later.kind', '=', 'reading'),
        ),
      ),
    )
    .orderBy('seq')
    .execute();
  return rows.map(({ subject }) => subject);
}
