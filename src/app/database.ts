/** Finds the database a command works on: the embedded one in the data folder, one that a running desk serves, or DATABASE_URL. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { isRefusal, type Refusal } from '../core/refusal.ts';
import type { Clock } from '../core/time/time.ts';
import { createSealer } from '../seal/envelope.ts';
import { loadMasterKey } from '../seal/master-key.ts';
import { migrate } from '../store/migrations/migrate.ts';
import { isSealed, openPool, openStore, type Store } from '../store/open.ts';
import { attach } from '../store/server/connection.ts';
import { holdFolder, readHolder } from '../store/server/lock.ts';
import { type PostgresServer, startPostgres } from '../store/server/postgres.ts';
import { openDesk } from '../store/transact.ts';
import type { Config } from './config.ts';
import { randomBytes } from './random.ts';

/** `desk` and `alone` hold the data folder; `guest` works beside a running desk when there is one. */
export type Role = 'desk' | 'alone' | 'guest';

export interface Database {
  readonly pool: pg.Pool;
  /** The embedded server when it is ours; null for DATABASE_URL and for guests. */
  readonly server: PostgresServer | null;
  /** Resolves when the data folder is not ours any more: stop at once. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

/** Opens the database for `role`; `what` and `address` are what a second Tocsin is told. The schema is brought up to date. */
export async function openDatabase(
  config: Config,
  clock: Clock,
  role: Role,
  what: string,
  onError: (error: Error) => void,
): Promise<Database | Refusal> {
  const opened = await connect(config, role, what, onError);
  if (isRefusal(opened)) return opened;
  try {
    const refusal = await migrate(opened.pool, clock.now());
    if (!refusal) return opened;
    await opened.close();
    return refusal;
  } catch (error) {
    await opened.close();
    return {
      refused: `The database does not answer: ${(error as Error).message || String(error)}. Check DATABASE_URL and that the server runs.`,
    };
  }
}

const never = new Promise<void>(() => {});

async function connect(
  config: Config,
  role: Role,
  what: string,
  onError: (error: Error) => void,
): Promise<Database | Refusal> {
  const { databaseUrl, data } = config;
  if (role === 'guest') {
    const running =
      databaseUrl === null ? (readHolder(data) ? await attach(data) : null) : { connectionString: databaseUrl };
    if (running) return guest(openPool(running, onError));
  }
  const lock = await holdFolder(data, { what });
  if (isRefusal(lock)) return lock;
  const server = databaseUrl === null ? await startPostgres({ folder: data, lock }) : null;
  if (isRefusal(server)) {
    lock.release();
    return server;
  }
  const pool = openPool(server ? server.connection : { connectionString: databaseUrl ?? '' }, onError);
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await pool.end();
    await server?.stop();
    lock.release();
  };
  return {
    pool,
    server,
    lost: lock.lost,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function guest(pool: pg.Pool): Database {
  return { pool, server: null, lost: never, close: () => pool.end() };
}

export interface OpenedStore {
  readonly store: Store;
  readonly database: Database;
}

/** The database with its keys: what every command but backup and restore works on. */
export async function openWhole(
  config: Config,
  clock: Clock,
  role: Role,
  what: string,
  onError: (error: Error) => void,
): Promise<OpenedStore | Refusal> {
  const database = await openDatabase(config, clock, role, what, onError);
  if (isRefusal(database)) return database;
  const store = await unlock(config, clock, database);
  if (isRefusal(store)) {
    await database.close();
    return store;
  }
  for (const desk of ['live', 'drill']) await openDesk(store, desk);
  return { store, database };
}

async function unlock(config: Config, clock: Clock, database: Database): Promise<Store | Refusal> {
  // With DATABASE_URL a command may be the first to need the folder: of the key, and of the name that leases are taken under.
  const noFolder = makeFolder(config.data);
  if (noFolder) return noFolder;
  // A missing key is made only for a database that no key has sealed yet.
  const create = !(await isSealed(database.pool));
  const master = loadMasterKey({ key: config.key, file: config.keyFile, create, random: randomBytes });
  if (isRefusal(master)) return master;
  return openStore(database.pool, { clock, sealer: createSealer(master, randomBytes), holder: holderOf(config.data) });
}

function makeFolder(data: string): Refusal | null {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    return null;
  } catch (error) {
    return {
      refused: `The data folder ${data} can’t be made (${(error as NodeJS.ErrnoException).code}); set TOCSIN_DATA to another.`,
    };
  }
}

/** A random name that stays with the data folder, under which leases are taken. */
function holderOf(data: string): string {
  const file = join(data, 'instance');
  if (!existsSync(file)) writeFileSync(file, `desk-${Buffer.from(randomBytes(8)).toString('hex')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
