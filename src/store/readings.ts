/** Readings of prose as of a commit: what a report says, and the text in zones that every span of it points into. */
import { type FactOf, isFact } from '../core/fact.ts';
import type { ReadingView } from '../core/situation.ts';
import type { Document } from '../core/text/reading.ts';
import type { AsOf } from '../core/time/time.ts';
import { saidFor } from '../picture/anchor/time.ts';
import { factOf } from './facts.ts';
import { among, type Store, type Tx } from './open.ts';
import { sha256, statedTrust } from './reports.ts';
import { storableJson } from './transact.ts';

type Db = Store['db'] | Tx;

/** Keeps a document among the blobs, as JSON; gives the hash it lies under. */
export async function keepDocument(tx: Tx, desk: string, document: Document): Promise<string> {
  const { text, blocks, title, language, publisher, publishedAt, day } = document;
  const json = storableJson({ text, blocks, title, language, publisher, publishedAt, day });
  const bytes = new TextEncoder().encode(json);
  const hash = sha256(bytes);
  await tx
    .insertInto('blob')
    .values({ desk, hash, bytes })
    .onConflict((c) => c.doNothing())
    .execute();
  return hash;
}

/**
 * The newest reading of each report that has prose and can bear on the picture at `asOf.valid`, as known at `asOf.seq`, in the order the
 * reports were first read: what was said lately, what may take that back, and those of `reports`, however old.
 */
export async function readingsAsOf(
  db: Db,
  desk: string,
  { valid, seq }: AsOf,
  reports: readonly string[] = [],
): Promise<ReadingView[]> {
  const lately = await db
    .selectFrom('fact')
    .select('subject')
    .where('desk', '=', desk)
    .where('kind', '=', 'reading')
    .where('seq', '<=', seq)
    .where('valid_from', '>', valid - saidFor)
    .where('valid_from', '<=', valid + saidFor)
    .execute();
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('desk', '=', desk)
    .where(among('subject', [...new Set([...lately.map(({ subject }) => subject), ...reports])]))
    .where('kind', '=', 'reading')
    .where('seq', '<=', seq)
    .orderBy('seq')
    .orderBy('n')
    .execute();
  const newest = new Map<string, FactOf<'reading'>>();
  for (const fact of rows.map(factOf)) if (isFact(fact, 'reading')) newest.set(fact.subject, fact);
  const kept = await reportsById(db, desk, [...newest.keys()]);
  const trust = await statedTrust(db, desk, [...newest.keys()]);
  return [...newest].flatMap(([id, { body, recorded }]): ReadingView[] => {
    const report = kept.get(id);
    if (!body.prose || !report) return [];
    const { title, publisher, publishedAt, said } = body.prose;
    return [
      {
        report: id,
        source: report.source,
        url: report.url,
        trust: trust.get(id) ?? 'reported',
        title,
        publisher,
        publishedAt,
        fetchedAt: report.fetched_at,
        recorded,
        said,
      },
    ];
  });
}

async function reportsById(db: Db, desk: string, ids: readonly string[]) {
  const rows = await db
    .selectFrom('report')
    .select(['id', 'source', 'url', 'fetched_at'])
    .where('desk', '=', desk)
    .where(among('id', ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The text of a report as its newest reading at `asOf.seq` has it; null when there is none, or it has no prose. */
export async function documentOf(store: Store, desk: string, asOf: AsOf, report: string): Promise<Document | null> {
  const row = await store.db
    .selectFrom('fact')
    .selectAll()
    .where('desk', '=', desk)
    .where('subject', '=', report)
    .where('kind', '=', 'reading')
    .where('seq', '<=', asOf.seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const fact = row && factOf(row);
  const hash = fact && isFact(fact, 'reading') ? fact.body.prose?.document : undefined;
  if (hash === undefined) return null;
  const blob = await store.db
    .selectFrom('blob')
    .select('bytes')
    .where('desk', '=', desk)
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return JSON.parse(new TextDecoder().decode(blob.bytes)) as Document;
}

/** Before a report is read, in a commit of its own. Gives how often it was begun and not ended, this time counted in. */
export async function beginReading({ db }: Store, desk: string, id: string): Promise<number> {
  const { begun } = await db
    .updateTable('report')
    .set(({ eb }) => ({ begun: eb('begun', '+', 1) }))
    .where('desk', '=', desk)
    .where('id', '=', id)
    .returning('begun')
    .executeTakeFirstOrThrow();
  return begun;
}

/** Whoever read it lived, whatever came of it. */
export async function endReading({ db }: Store, desk: string, id: string): Promise<void> {
  await db.updateTable('report').set({ begun: 0 }).where('desk', '=', desk).where('id', '=', id).execute();
}
