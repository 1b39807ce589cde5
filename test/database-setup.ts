/** One throw-away PostgreSQL for a run of the tests, with a migrated database in it that every test's own is copied from. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { isRefusal } from '../src/core/refusal.ts';
import { migrate } from '../src/store/migrations/migrate.ts';
import { clusterOf } from '../src/store/server/cluster.ts';
import type { PostgresConnection } from '../src/store/server/connection.ts';
import { readHolder } from '../src/store/server/lock.ts';
import { type PostgresServer, startPostgres } from '../src/store/server/postgres.ts';
import { stopOrphans } from '../src/store/server/postmaster.ts';

/** What the tests are given: a server, or why there is none. */
export type TestServer =
  | { readonly connection: PostgresConnection; readonly template: string }
  | { readonly absent: string };

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

const folderName = 'tocsin-test-';
const template = 'tocsin_template';
/** Nothing here is worth keeping, so nothing waits for the disk. */
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/** Starts the server and gives the way to end it. `binaries`: a folder of PostgreSQL's programs; without it the embedded ones. */
export async function serveTests(project: TestProject, binaries?: string): Promise<() => Promise<void>> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), folderName));
  const about = { what: 'tests' };
  const server = await startPostgres(binaries ? { folder, about, settings, binaries } : { folder, about, settings });
  if (isRefusal(server)) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(server.refused);
  }
  const end = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await makeTemplate(server);
  } catch (error) {
    await end();
    throw error;
  }
  project.provide('testServer', { connection: server.connection, template });
  return end;
}

/** Tests of a run without server skip, and say why. */
export const absent = (project: TestProject, why: string): void => project.provide('testServer', { absent: why });

async function makeTemplate(server: PostgresServer): Promise<void> {
  const own = new pg.Pool({ ...server.connection, password: '' });
  await own.query(`create database ${template}`);
  await own.end();
  const pool = new pg.Pool({ ...server.connection, password: '', database: template });
  try {
    const refusal = await migrate(pool, 0);
    if (refusal) throw new Error(refusal.refused);
  } finally {
    await pool.end();
  }
}

/** Ends the servers of earlier runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(folderName))) {
    const folder = join(tmpdir(), name);
    // A folder without cluster may be one that is being made this moment.
    if (!existsSync(clusterOf(folder)) || readHolder(folder)) continue;
    await stopOrphans(clusterOf(folder));
    rmSync(folder, { recursive: true, force: true });
  }
}
