/** Writes a backup: every row of one moment, streamed, so that memory stays flat however large the house is. */
import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { formatInstant, type Instant } from '../../core/time/time.ts';
import { close, encode, type Header, type TableColumns, type Totals } from './frames.ts';
import { onOneConnection } from './session.ts';
import { quoted, readKey, readMigrations, readTables, speakAlike } from './tables.ts';

export interface Progress {
  readonly table: string;
  /** Of COPY text, in all tables so far. */
  readonly bytes: number;
}

export interface BackupOptions {
  readonly createdAt: Instant;
  readonly progress?: (progress: Progress) => void;
}

export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
  /** Length of the backup as written. */
  readonly bytes: number;
  /** SHA-256, in hex, of all of it but its closing line. */
  readonly hash: string;
  readonly header: Header;
}

/**
 * Writes the whole house as of one moment to `sink` and ends it; others go on writing to the database meanwhile. The master key is not
 * in it. Refused when the database or the sink fails half-way: what was written by then is no backup, and is refused as one.
 */
export async function backup(pool: pg.Pool, sink: Writable, options: BackupOptions): Promise<BackupSummary | Refusal> {
  const work = async (client: pg.PoolClient): Promise<BackupSummary> => {
    await client.query('begin isolation level repeatable read read only');
    await speakAlike(client);
    const summary = await write(client, sink, options);
    await client.query('commit');
    return summary;
  };
  // Also before the first byte, when nobody else listens yet.
  sink.on('error', () => {});
  const outcome = await onOneConnection(pool, work, (why) => `The backup could not be finished: ${why}.`);
  if (isRefusal(outcome)) sink.destroy();
  return outcome;
}

async function write(client: pg.PoolClient, sink: Writable, options: BackupOptions): Promise<BackupSummary> {
  const header: Header = {
    createdAt: formatInstant(options.createdAt),
    migrations: await readMigrations(client),
    key: await readKey(client),
    tables: await readTables(client),
  };
  const totals = { tables: header.tables.length, rows: 0, bytes: 0 };
  const file = { hash: '', bytes: 0 };
  await pipeline(
    Readable.from(frames(client, header, totals, options)),
    // Fast rather than small: what fills a backup is sealed or hashed, and hardly shrinks further.
    createGzip({ level: 1, chunkSize: 2 ** 16 }),
    (chunks: AsyncIterable<Buffer>) => close(chunks, (hash, bytes) => Object.assign(file, { hash, bytes })),
    sink,
  );
  return { tables: totals.tables, rows: totals.rows, ...file, header };
}

type Sums = { -readonly [K in keyof Totals]: Totals[K] };

async function* frames(
  client: pg.PoolClient,
  header: Header,
  sums: Sums,
  options: BackupOptions,
): AsyncGenerator<Buffer> {
  yield* encode({ kind: 'header', header });
  for (const table of header.tables) yield* rowsOf(client, table, sums, options);
  yield* encode({ kind: 'end', totals: sums });
}

async function* rowsOf(
  client: pg.PoolClient,
  { table, columns }: TableColumns,
  sums: Sums,
  options: BackupOptions,
): AsyncGenerator<Buffer> {
  yield* encode({ kind: 'table', table });
  // The number of rows comes after the last of them; the connection is idle when all has come.
  const idle = once(client, 'drain');
  idle.catch(() => {});
  const copy = client.query(copyTo(`copy ${quoted([table])} (${quoted(columns)}) to stdout`));
  for await (const data of copy) {
    sums.bytes += data.length;
    options.progress?.({ table, bytes: sums.bytes });
    yield* encode({ kind: 'data', data });
  }
  await idle;
  sums.rows += copy.rowCount;
  yield* encode({ kind: 'tableEnd', rows: copy.rowCount });
}
