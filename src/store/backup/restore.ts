/** Loads a backup into a migrated database: all of it in one transaction, or nothing. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { BackupSummary, Progress } from './backup.ts';
import { BrokenBackup, type Frame, type Header } from './frames.ts';
import { checkBackup, readBackup, refuseBroken } from './read.ts';
import { onOneConnection } from './session.ts';
import { quoted, readMigrations, readTables, speakAlike } from './tables.ts';

export interface RestoreOptions {
  /** Replace what the database holds. Without it a database that holds anything of worth is refused. */
  readonly replace?: boolean;
  /** Fingerprint of the master key at hand: a backup that another key sealed is refused, since nobody could read it. */
  readonly key?: string;
  readonly progress?: (progress: Progress) => void;
}

/** What a Tocsin that was merely opened has written by itself. */
const housekeeping = new Set(['desk', 'decider', 'key_check']);

/**
 * Reads the backup twice: first to the end, to be sure that it is whole and unaltered, and only then into the database. Nothing of
 * the database changes when it refuses. No desk may run on the database meanwhile.
 */
export async function restore(
  pool: pg.Pool,
  source: () => Readable,
  options: RestoreOptions = {},
): Promise<BackupSummary | Refusal> {
  const checked = await checkBackup(source());
  if (isRefusal(checked)) return checked;
  const { header } = checked;
  if (options.key !== undefined && header.key !== null && header.key !== options.key) {
    return {
      refused: `The backup was sealed with key ${header.key}, this one is ${options.key}; set TOCSIN_KEY_FILE or TOCSIN_KEY to the key it was made with.`,
    };
  }
  const work = (client: pg.PoolClient): Promise<BackupSummary | Refusal> => load(client, checked, source, options);
  return onOneConnection(pool, work, (why) => `Nothing was restored: ${why}.`);
}

async function load(
  client: pg.PoolClient,
  checked: BackupSummary,
  source: () => Readable,
  options: RestoreOptions,
): Promise<BackupSummary | Refusal> {
  await client.query("begin; set local lock_timeout = '3s'");
  await speakAlike(client);
  const unfit = await whyUnfit(client, checked.header, options.replace ?? false);
  if (unfit) return unfit;
  await client.query(`truncate ${quoted(checked.header.tables.map(({ table }) => table))}`);
  const again = await refuseBroken(() => loadRows(client, source(), checked.header, options));
  if (isRefusal(again)) return again;
  if (again.hash !== checked.hash) return { refused: 'The backup changed while it was read; restore again.' };
  try {
    await client.query('commit');
  } catch {
    return {
      refused:
        'The connection broke just as the restore was made final; look whether the database holds the backup, and restore again if not.',
    };
  }
  // The planner knows nothing of rows that came this way; should this fail, it learns of them by itself in time.
  await client.query('analyze').catch(() => {});
  return checked;
}

async function whyUnfit(client: pg.PoolClient, header: Header, replace: boolean): Promise<Refusal | null> {
  const here = await readMigrations(client);
  const names = (migrations: readonly string[]): string => migrations.join(', ') || 'none';
  if (names(here) !== names(header.migrations)) {
    return {
      refused: `The backup was made with the migrations ${names(header.migrations)}, this database has ${names(here)}; restore it with the Tocsin that made it, and then start this one on it.`,
    };
  }
  const tables = await readTables(client);
  if (JSON.stringify(tables) !== JSON.stringify(header.tables)) {
    return {
      refused:
        'The tables of this database are not those of the backup, although their migrations are the same; restore into a new database.',
    };
  }
  await client.query(`lock table ${quoted(tables.map(({ table }) => table))} in access exclusive mode`);
  for (const { table } of replace ? [] : tables) {
    if (housekeeping.has(table)) continue;
    const { rowCount } = await client.query(`select 1 from ${quoted([table])} limit 1`);
    if (rowCount !== 0)
      return {
        refused: `This database is not empty (table ${table}); restore into an empty one, or add --replace to lose what it holds.`,
      };
  }
  return null;
}

async function loadRows(
  client: pg.PoolClient,
  source: Readable,
  header: Header,
  options: RestoreOptions,
): Promise<BackupSummary> {
  const reading = readBackup(source);
  const columnsOf = new Map(header.tables.map(({ table, columns }) => [table, columns]));
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reading.next();
      if (done) return value;
      if (value.kind !== 'table') continue;
      const { table } = value;
      const copy = client.query(copyFrom(`copy ${quoted([table])} (${quoted(columnsOf.get(table) ?? [])}) from stdin`));
      const counted = { rows: 0 };
      const data = rowsOf(reading, counted, (length) => {
        bytes += length;
        options.progress?.({ table, bytes });
      });
      await pipeline(Readable.from(data), copy);
      if (copy.rowCount !== counted.rows)
        throw new BrokenBackup(`of table ${table} only ${copy.rowCount} rows came back`);
    }
  } finally {
    await reading.return?.(undefined as never);
  }
}

/** The data of one table, up to its end, which tells how many rows there were. */
async function* rowsOf(
  reading: AsyncGenerator<Frame, BackupSummary>,
  counted: { rows: number },
  passed: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for (;;) {
    const { done, value } = await reading.next();
    if (done || (value.kind !== 'data' && value.kind !== 'tableEnd')) return;
    if (value.kind === 'tableEnd') counted.rows = value.rows;
    if (value.kind === 'tableEnd') return;
    passed(value.data.length);
    yield value.data;
  }
}
