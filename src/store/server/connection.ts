/** How to reach the embedded server, and what its database needs before first use. */
import pg from 'pg';
import { clusterOf, user } from './cluster.ts';
import { readHolder } from './lock.ts';
import { readPidFile } from './postmaster.ts';

/** All of it is stated, so that no PG* variable of the environment has a say. Fits pg.PoolConfig. */
export interface PostgresConnection {
  /** The socket's folder. */
  readonly host: string;
  readonly port: 5432;
  readonly user: string;
  readonly database: string;
  readonly ssl: false;
}

const database = 'tocsin';

export const connectionTo = (socketFolder: string): PostgresConnection => ({
  host: socketFolder,
  port: 5432,
  user,
  database,
  ssl: false,
});

/** The database every cluster has. */
const maintenance = 'postgres';

function clientOf(connection: PostgresConnection): pg.Client {
  const client = new pg.Client({ ...connection, database: maintenance, password: '' });
  // The server may end while we are connected: the query under way then fails, and the process must not.
  client.on('error', () => {});
  return client;
}

/** Does the server take connections now? */
export async function answers(connection: PostgresConnection): Promise<boolean> {
  const client = clientOf(connection);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Makes the database `tocsin` when it is missing. The errors of our own sessions reach us and are kept out of the server's
 * log: they can quote the values of a row.
 */
export async function ensureDatabase(connection: PostgresConnection): Promise<void> {
  const client = clientOf(connection);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
    await client.query(`alter role ${user} set log_min_messages = 'log'`);
  } finally {
    await client.end();
  }
}

/**
 * The connection to the server of a Tocsin that holds this data folder now and whose PostgreSQL answers; null when there is
 * none, or when it is another user's.
 */
export async function attach(folder: string): Promise<PostgresConnection | null> {
  const socketFolder = socketFolderOfLiving(folder);
  if (socketFolder === null) return null;
  const connection = connectionTo(socketFolder);
  return (await answers(connection)) ? connection : null;
}

function socketFolderOfLiving(folder: string): string | null {
  try {
    return readHolder(folder) === null ? null : (readPidFile(clusterOf(folder))?.socketFolder ?? null);
  } catch {
    return null;
  }
}
