/** Finds the database a command works on: the embedded one in the data folder, one that a running desk serves, or DATABASE_URL. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { isRefusal, type Refusal } from '../core/refusal.ts';
import type { Clock } from '../core/time/time.ts';
import { createSealer } from '../seal/envelope.ts';
import { loadMasterKey } from '../seal/master-key.ts';
import { migrate } from '../store/migrations/migrate.ts';
import { isAway, isSealed, openPool, openStore, type Store } from '../store/open.ts';
import { resumeQueue } from '../store/outbox/lease.ts';
import { attach } from '../store/server/connection.ts';
import { didNotStart } from '../store/server/launch.ts';
import { type FolderLock, holdFolder, readHolder } from '../store/server/lock.ts';
import { type PostgresServer, startPostgres } from '../store/server/postgres.ts';
import { openDesk } from '../store/transact.ts';
import type { Config } from './config.ts';
import { randomBytes } from './random.ts';
import { shippedDivisions } from './root.ts';

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

/** Times that a start is tried anew when our own server goes away in the middle of it. */
const mostStarts = 5;

/** Opens the database for `role`; `what` is what a second Tocsin is told. The schema is brought up to date. */
export function openDatabase(
  config: Config,
  clock: Clock,
  role: Role,
  what: string,
  onError: (error: Error) => void,
): Promise<Database | Refusal> {
  return opening(
    config,
    role,
    what,
    onError,
    async (database) => (await migrate(database.pool, clock.now())) ?? database,
  );
}

/** Connects and does `work`; whatever comes of it, nothing is left open but what is given. */
async function opening<T>(
  config: Config,
  role: Role,
  what: string,
  onError: (error: Error) => void,
  work: (database: Database) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  for (let start = 1; ; start++) {
    let database: Database | Refusal | null = null;
    try {
      database = await connect(config, role, what, onError);
      if (isRefusal(database)) return database;
      const outcome = await work(database);
      if (isRefusal(outcome)) await database.close();
      return outcome;
    } catch (error) {
      if (database && !isRefusal(database)) await database.close();
      if (!isAway(error)) throw error;
      // Our own server, killed while it was being opened, is started anew; another's is its owner's to look after.
      if (config.databaseUrl === null && start < mostStarts) continue;
      const words = (error as Error).message || String(error);
      return { refused: `The database does not answer: ${words}. Check DATABASE_URL and that the server runs.` };
    }
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
  const server = databaseUrl === null ? await startHeld(data, lock) : null;
  if (isRefusal(server)) return server;
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

/** The server on a folder that we hold; whatever stands in its way, the folder is given back. */
async function startHeld(folder: string, lock: FolderLock): Promise<PostgresServer | Refusal> {
  try {
    let server = await startPostgres({ folder, lock });
    // One that ended before it answered may have been killed; a reason that stays stands in the last refusal.
    for (let start = 1; isRefusal(server) && server.refused.startsWith(didNotStart) && start < mostStarts; start++)
      server = await startPostgres({ folder, lock });
    if (isRefusal(server)) lock.release();
    return server;
  } catch (error) {
    lock.release();
    throw error;
  }
}

function guest(pool: pg.Pool): Database {
  return { pool, server: null, lost: never, close: () => pool.end() };
}

export interface OpenedStore {
  readonly store: Store;
  readonly database: Database;
}

/** The database with its keys: what every command but backup and restore works on. */
export function openWhole(
  config: Config,
  clock: Clock,
  role: Role,
  what: string,
  onError: (error: Error) => void,
): Promise<OpenedStore | Refusal> {
  return opening(config, role, what, onError, async (database): Promise<OpenedStore | Refusal> => {
    const store = (await migrate(database.pool, clock.now())) ?? (await unlock(config, clock, database));
    if (isRefusal(store)) return store;
    for (const desk of ['live', 'drill']) {
      await openDesk(store, desk);
      if (role === 'desk') await resumeQueue(store, desk);
    }
    return { store, database };
  });
}

async function unlock(config: Config, clock: Clock, database: Database): Promise<Store | Refusal> {
  // With DATABASE_URL a command may be the first to need the folder: of the key, and of the name that leases are taken under.
  const noFolder = makeFolder(config.data);
  if (noFolder) return noFolder;
  // A missing key is made only for a database that no key has sealed yet.
  const create = !(await isSealed(database.pool));
  const master = loadMasterKey({ key: config.key, file: config.keyFile, create, random: randomBytes });
  if (isRefusal(master)) return master;
  const sealer = createSealer(master, randomBytes);
  return openStore(database.pool, { clock, sealer, holder: holderOf(config.data), divisions: shippedDivisions() });
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
