/**
 * A real PostgreSQL as a child process, reached by a socket that only its own user can enter. What a killed Tocsin left
 * running is stopped first, and the data folder is held for as long as the server is meant to run.
 */
import { existsSync } from 'node:fs';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { findBinaries } from './binaries.ts';
import { clearSocketFolder, clusterOf, ensureCluster, logOf, makeSocketFolder } from './cluster.ts';
import { connectionTo, ensureDatabase, type PostgresConnection } from './connection.ts';
import { type Exit, type Launch, launch, type Run } from './launch.ts';
import { type About, type FolderLock, holdFolder } from './lock.ts';
import { readPidFile, stopOrphans } from './postmaster.ts';
import { chooseRunAs, type RunAs } from './run-as.ts';

export interface PostgresOptions {
  /** The data folder: `pg`, `run` and `log` in it are the server's. */
  readonly folder: string;
  /** A `bin` folder of PostgreSQL; without it the programs that npm brought. */
  readonly binaries?: string;
  /** A lock on the folder that is held already and stays the caller's; without it the server holds the folder itself. */
  readonly lock?: FolderLock;
  /** What the lock says about us, when the server takes it. */
  readonly about?: About;
  /** Settings beside or instead of ours. Only tests turn fsync off. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How to run it; without it the first way that works here. */
  readonly runAs?: RunAs;
}

export interface PostgresServer {
  /** The same after a restart. */
  readonly connection: PostgresConnection;
  /** The postmaster's pid in this run. */
  readonly pid: number;
  /** Resolves when this run of the server ends; `wanted` is false when it died by itself. */
  readonly exited: Promise<Exit>;
  /** Starts it again, after it has died or in spite of its running. Refuses after stop(). */
  restart(): Promise<Refusal | null>;
  /** Ends it and gives the folder back. Idempotent; waits for a start under way. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL on the data folder, making the cluster at the first time, and waits until it takes connections. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer | Refusal> {
  const lock = options.lock ?? (await holdFolder(options.folder, options.about));
  if (isRefusal(lock)) return lock;
  const release = (): void => {
    if (!options.lock) lock.release();
  };
  try {
    const started = await start(options, release);
    if (isRefusal(started)) release();
    return started;
  } catch (error) {
    release();
    const { code, path, message } = error as NodeJS.ErrnoException;
    if (code === undefined || path === undefined) throw error;
    return { refused: `PostgreSQL could not be started on ${options.folder}: ${message}` };
  }
}

async function start(options: PostgresOptions, release: () => void): Promise<PostgresServer | Refusal> {
  const { folder } = options;
  const binaries = findBinaries(options.binaries);
  if (isRefusal(binaries)) return binaries;
  const as = options.runAs ?? (await chooseRunAs(folder, binaries.postgres));
  if (isRefusal(as)) return as;
  const blocked = (await stopEarlier(folder)) ?? (await ensureCluster(folder, binaries, as));
  if (blocked) return blocked;
  const socket = makeSocketFolder(folder, as);
  if (isRefusal(socket)) return socket;
  const how: Launch = {
    program: binaries.postgres,
    as,
    cluster: clusterOf(folder),
    connection: connectionTo(socket.path),
    log: logOf(folder),
    settings: options.settings ?? {},
  };
  const cleanUp = (): void => {
    clearSocketFolder(socket.path, socket.temporary);
    release();
  };
  const run = await launch(how);
  if (isRefusal(run)) {
    clearSocketFolder(socket.path, socket.temporary);
    return run;
  }
  try {
    await ensureDatabase(how.connection);
  } catch (error) {
    await run.end();
    throw error;
  }
  return serve(how, run, cleanUp);
}

/** Stops the server of a killed Tocsin, if it still runs, and removes the socket folder it had among the temporary files. */
async function stopEarlier(folder: string): Promise<Refusal | null> {
  if (!existsSync(clusterOf(folder))) return null;
  const socketFolder = readPidFile(clusterOf(folder))?.socketFolder;
  const blocked = await stopOrphans(clusterOf(folder));
  if (!blocked && socketFolder) clearSocketFolder(socketFolder, true);
  return blocked;
}

function serve(how: Launch, first: Run, cleanUp: () => void): PostgresServer {
  let run = first;
  let stopped: Promise<void> | null = null;
  // One after the other: a stop that comes during a restart waits for it and then ends what it started.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
  const restart = async (): Promise<Refusal | null> => {
    if (stopped) return { refused: 'PostgreSQL was stopped and is not started again.' };
    await run.end();
    const blocked = await stopOrphans(how.cluster);
    if (blocked) return blocked;
    clearSocketFolder(how.connection.host, false);
    const next = await launch(how);
    if (isRefusal(next)) return next;
    run = next;
    return null;
  };
  const stop = async (): Promise<void> => {
    await run.end();
    cleanUp();
  };
  return {
    connection: how.connection,
    get pid() {
      return run.pid;
    },
    get exited() {
      return run.exited;
    },
    restart: () => inTurn(restart),
    stop: () => {
      stopped ??= inTurn(stop);
      return stopped;
    },
  };
}
