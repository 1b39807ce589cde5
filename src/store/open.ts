/** A store: one pool of connections to one database, with the clock, the keys and the name of who holds leases. */
import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Divisions } from '../core/geo/geocodes/divisions.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Clock } from '../core/time/time.ts';
import type { Sealer } from '../seal/envelope.ts';
import type { Tables } from './migrations/schema.ts';

export interface Store {
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly sealer: Sealer;
  /** Who takes leases: one name for one data folder, so that a restart frees its own at once. */
  readonly holder: string;
  /** The shapes of codes that come with Tocsin. */
  readonly divisions: Divisions;
}

export type Tx = Transaction<Tables>;

/** `column` is one of `values`, as one parameter however many they are. */
export const among = (column: string, values: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} = any(${values}::text[])`;

const int8 = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8 && format !== 'binary'
      ? Number
      : pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

/** A pool whose connections read bigint as number (our instants and counters stay far below 2^53). */
export function openPool(connection: pg.PoolConfig, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ max: 10, connectionTimeoutMillis: 10_000, ...connection, types });
  // A connection that breaks (the server went away) must not end the process, idle or in use; the next query says so anyway.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** Whether a master key has sealed this database already. The schema must be up to date. */
export async function isSealed(pool: pg.Pool): Promise<boolean> {
  return ((await pool.query('select 1 from key_check')).rowCount ?? 0) > 0;
}

/** Checks that the master key is the one that sealed the database (or makes it that one) and gives the store. */
export async function openStore(
  pool: pg.Pool,
  parts: Pick<Store, 'clock' | 'sealer' | 'holder' | 'divisions'>,
): Promise<Store | Refusal> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const wrongKey = await checkKey(db, parts.sealer.fingerprint);
  if (wrongKey) return wrongKey;
  return { db, pool, ...parts };
}

async function checkKey(db: Kysely<Tables>, fingerprint: string): Promise<Refusal | null> {
  await db
    .insertInto('key_check')
    .values({ fingerprint })
    .onConflict((c) => c.doNothing())
    .execute();
  const kept = await db.selectFrom('key_check').select('fingerprint').executeTakeFirstOrThrow();
  if (kept.fingerprint === fingerprint) return null;
  return {
    refused: `The master key does not fit this database: it was sealed with key ${kept.fingerprint}, this one is ${fingerprint}. Set TOCSIN_KEY_FILE or TOCSIN_KEY to the key it was made with.`,
  };
}

/** Whether an error says that the server is away or going, and nothing about what was asked of it. */
export function isAway(error: unknown): boolean {
  const { code, severity, syscall, message } = error as {
    code?: string;
    severity?: string;
    syscall?: string;
    message?: string;
  };
  if (severity !== undefined) return /^(08|53|57)/.test(code ?? '');
  return syscall !== undefined || /connection|timeout|not queryable/i.test(message ?? '');
}
