/** A database of its own for a test, migrated and empty. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, inject } from 'vitest';
import { waitUntil } from '../src/store/server/postmaster.ts';
import type { TestServer } from './database-setup.ts';

export interface TestDatabase {
  /** For pg and for DATABASE_URL: a socket, so the folder of it is in the query. */
  readonly url: string;
  /** Ends whoever is still connected, and removes it. */
  drop(): Promise<void>;
}

const server: TestServer = inject('testServer') ?? {
  absent: 'these tests run in the projects db-embedded and db-debian',
};

/** `describe` for tests that need a database; where there is none they are skipped and the name says why. */
export function describeWithDatabase(name: string, body: () => void): void {
  if ('absent' in server) describe.skip(`${name} (skipped: ${server.absent})`, body);
  else describe(name, body);
}

/** Copies the migrated template, in about 50 ms. */
export async function freshDatabase(): Promise<TestDatabase> {
  if ('absent' in server) throw new Error(server.absent);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await command(`create database ${name} template ${server.template}`);
  const { user, host } = server.connection;
  const url = `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}`;
  return { url, drop: () => drop(name) };
}

async function drop(name: string): Promise<void> {
  const connected = `select count(*)::integer as n from pg_stat_activity where datname = '${name}'`;
  // A pool says that it has ended while its connections are still closing; cut off just then they would report an error.
  await waitUntil(async () => (await command(connected))[0]?.['n'] === 0, 1000);
  await command(`drop database if exists ${name} with (force)`);
}

async function command(sql: string): Promise<Record<string, unknown>[]> {
  if ('absent' in server) throw new Error(server.absent);
  const client = new pg.Client({ ...server.connection, password: '' });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
