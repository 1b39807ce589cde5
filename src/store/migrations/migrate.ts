/** Brings a database to the newest schema. Each migration runs once, in its own transaction, in order. */
import type pg from 'pg';
import type { Refusal } from '../../core/refusal.ts';
import type { Instant } from '../../core/time/time.ts';
import house from './0001-house.sql?raw';
import readings from './0002-readings.sql?raw';
import readingsByTime from './0003-readings-by-time.sql?raw';
import reportsByPage from './0004-reports-by-page.sql?raw';
import letters from './0005-letters.sql?raw';
import statesByTime from './0006-states-by-time.sql?raw';
import alertsByCommit from './0007-alerts-by-commit.sql?raw';
import geocodes from './0008-geocodes.sql?raw';
import places from './0009-places.sql?raw';
import readingsBegun from './0010-readings-begun.sql?raw';

/** In order; an id never changes once released. */
export const migrations: readonly { readonly id: string; readonly sql: string }[] = [
  { id: '0001-house', sql: house },
  { id: '0002-readings', sql: readings },
  { id: '0003-readings-by-time', sql: readingsByTime },
  { id: '0004-reports-by-page', sql: reportsByPage },
  { id: '0005-letters', sql: letters },
  { id: '0006-states-by-time', sql: statesByTime },
  { id: '0007-alerts-by-commit', sql: alertsByCommit },
  { id: '0008-geocodes', sql: geocodes },
  { id: '0009-places', sql: places },
  { id: '0010-readings-begun', sql: readingsBegun },
];

/**
 * Refuses a database that a newer Tocsin has already migrated. Two processes may call it at once: the table lock makes the
 * second wait and then find nothing to do.
 */
export async function migrate(pool: pg.Pool, now: Instant): Promise<Refusal | null> {
  const client = await pool.connect();
  try {
    await createTable(client);
    for (const migration of migrations) await apply(client, migration, now);
    const { rows } = await client.query<{ id: string }>('select id from migration');
    const unknown = rows.map((row) => row.id).find((id) => !migrations.some((known) => known.id === id));
    if (unknown === undefined) return null;
    return {
      refused: `This database was written by a newer Tocsin (its migration ${unknown} is unknown here). Start that version, or restore a backup made by this one.`,
    };
  } finally {
    client.release();
  }
}

/** `create table if not exists` can still collide when two run at once; the loser tries again. */
async function createTable(client: pg.PoolClient): Promise<void> {
  const create = 'create table if not exists migration (id text primary key, at bigint not null)';
  await client.query(create).catch((error: { code?: string }) => {
    if (error.code !== '23505' && error.code !== '42P07') throw error;
    return client.query(create);
  });
}

async function apply(client: pg.PoolClient, migration: { id: string; sql: string }, now: Instant): Promise<void> {
  await client.query('begin');
  try {
    await client.query('lock table migration in exclusive mode');
    const done = await client.query('select 1 from migration where id = $1', [migration.id]);
    if (done.rowCount === 0) {
      await client.query(migration.sql);
      await client.query('insert into migration (id, at) values ($1, $2)', [migration.id, now]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
