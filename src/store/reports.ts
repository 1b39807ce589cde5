/** Reports and their bytes. Bytes are stored before anything else happens to them. */
import { createHash } from 'node:crypto';
import { always, type FactOf, isFact } from '../core/fact.ts';
import type { Report, Trust } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { factOf } from './facts.ts';
import type { Store, Tx } from './open.ts';
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

/** Keeps the bytes and records the report in one commit. The same bytes from the same source are one report. */
export async function keepReport(
  store: Store,
  desk: string,
  report: NewReport,
): Promise<{ id: string; known: boolean }> {
  const hash = sha256(report.bytes);
  const id = reportId(sha256(`${report.source}\n${hash}`));
  return transact(store, async (tx) => {
    const kept = await tx
      .selectFrom('report')
      .select('id')
      .where('desk', '=', desk)
      .where('id', '=', id)
      .executeTakeFirst();
    if (kept) return { id, known: true };
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
        // PostgreSQL knows no NUL in a text.
        url: report.url?.replaceAll('\0', '') ?? null,
        type: report.type,
        fetched_at: report.fetchedAt,
        by_operator: report.by,
        size: report.bytes.length,
        ...recorded,
      })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return { id, known: true };
    const { source, by, trust } = report;
    const body = { kind: 'report' as const, source, by, ...(trust ? { trust } : {}) };
    await appendFacts(tx, desk, recorded, [{ subject: id, interval: always, body }]);
    return { id, known: false };
  });
}

/** The report with the findings of its newest reading, or null. */
export async function readReport(store: Store, desk: string, id: string): Promise<Report | null> {
  const row = await store.db
    .selectFrom('report')
    .selectAll()
    .where('desk', '=', desk)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const reading = await newestReading(store, desk, id);
  return {
    id,
    hash: row.hash,
    source: row.source,
    url: row.url,
    type: row.type,
    fetchedAt: row.fetched_at,
    by: row.by_operator,
    size: row.size,
    recorded: { seq: row.seq, at: row.at },
    findings: reading?.body.findings ?? [],
  };
}

export async function newestReading(store: Store, desk: string, id: string): Promise<FactOf<'reading'> | null> {
  const row = await store.db
    .selectFrom('fact')
    .selectAll()
    .where('desk', '=', desk)
    .where('subject', '=', id)
    .where('kind', '=', 'reading')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const fact = row ? factOf(row) : null;
  return fact && isFact(fact, 'reading') ? fact : null;
}

/** Whether a reader has read this report. */
export async function isRead(tx: Tx, desk: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('fact')
    .select('seq')
    .where('desk', '=', desk)
    .where('subject', '=', id)
    .where('kind', '=', 'reading')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
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
