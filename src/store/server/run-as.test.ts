/** Each way of running PostgreSQL. Only root can try them all: an ordinary user skips those that need it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '../../core/refusal.ts';
import { findBinaries } from './binaries.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';
import { chooseRunAs, otherUser, type RunAs, sameUser, useOtherUser, userNamespace } from './run-as.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65534;
const found = findBinaries();
const program = isRefusal(found) ? '' : found.postgres;

/** Can that user reach what a command line as that user needs? */
const othersPass = (path: string): boolean =>
  path === dirname(path) || ((statSync(path).mode & 0o001) !== 0 && othersPass(dirname(path)));
const namespaces = isRoot && (await probe());
async function probe(): Promise<boolean> {
  const as = await chooseRunAs(tmpdir(), program);
  return !isRefusal(as) && as.how === 'user-namespace';
}

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tocsin-as-'));
  folder = join(root, 'data');
  mkdirSync(folder, { mode: 0o700 });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function start(runAs?: RunAs): Promise<PostgresServer> {
  const server = await startPostgres(runAs ? { folder, runAs } : { folder });
  if (isRefusal(server)) throw new Error(server.refused);
  return server;
}

async function query(server: PostgresServer, sql: string): Promise<unknown> {
  const client = new pg.Client({ ...server.connection, password: '' });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return Object.values(rows[0] ?? {})[0];
}

/** The user the kernel knows the postmaster by. */
const realUser = (pid: number): number =>
  Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

describe('PostgreSQL', { timeout: 60_000 }, () => {
  it('runs directly for an ordinary user, and never as root', async () => {
    const as = await chooseRunAs(folder, program);
    expect(as).not.toHaveProperty('refused');
    expect((as as RunAs).how === 'same-user').toBe(!isRoot);
    if (isRoot) await expect(start(sameUser())).rejects.toThrow(/^PostgreSQL could not make its files .*root/);
  });

  it.skipIf(!namespaces)('runs for root in a user namespace, in a folder that only root can enter', async () => {
    chmodSync(root, 0o700);
    const server = await start();
    expect(realUser(server.pid)).toBe(0);
    expect(statSync(join(folder, 'pg')).uid).toBe(0);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await server.stop();
  });

  it.skipIf(!isRoot || !othersPass(dirname(program)))(
    'runs for root as another user where namespaces are barred',
    async () => {
      chmodSync(root, 0o711);
      expect(await useOtherUser(folder, program)).toEqual(otherUser());
      const server = await start(otherUser());
      expect(realUser(server.pid)).toBe(nobody);
      for (const part of ['pg', 'run']) {
        expect(statSync(join(folder, part))).toMatchObject({ uid: nobody, gid: nobody });
        expect(statSync(join(folder, part)).mode & 0o777).toBe(0o700);
      }
      expect(statSync(join(folder, 'log', 'postgres.log')).uid).toBe(0);
      await server.stop();
    },
  );

  it.skipIf(!namespaces || !othersPass(dirname(program)))(
    'goes on with files that another way of running has left',
    async () => {
      chmodSync(root, 0o711);
      await useOtherUser(folder, program);
      const first = await start(otherUser());
      await query(first, 'create table kept as select 7 as n');
      await first.stop();
      const second = await start(userNamespace());
      expect(await query(second, 'select n from kept')).toBe(7);
      await second.stop();
      const third = await start(otherUser());
      expect(await query(third, 'select n from kept')).toBe(7);
      await third.stop();
    },
  );

  it.skipIf(!isRoot)('is refused to root in a sentence when no way is open', async () => {
    chmodSync(root, 0o700);
    expect(await useOtherUser(folder, program)).toEqual({
      refused: `PostgreSQL does not run as root, and user ${nobody} cannot pass the folder ${root}; start Tocsin as an ordinary user, set TOCSIN_DATA to a folder that others can pass (such as /var/lib/tocsin), or set DATABASE_URL.`,
    });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    chmodSync(root, 0o711);
    expect(await useOtherUser(folder, '/bin/false')).toMatchObject({
      refused: expect.stringContaining('could not be run as user'),
    });
  });

  it.skipIf(!isRoot || !othersPass(import.meta.dirname) || !othersPass(process.execPath))(
    'runs for an ordinary user end to end',
    () => {
      chmodSync(root, 0o711);
      chownSync(folder, nobody, nobody);
      const script = join(import.meta.dirname, 'postgres.fixture.ts');
      const as = { uid: nobody, gid: nobody, cwd: '/', encoding: 'utf8', env: { PATH: process.env['PATH'] } } as const;
      const said = execFileSync(process.execPath, [script, folder, 'stop'], as);
      expect(JSON.parse(said).connection.host).toBe(join(folder, 'run'));
      expect(statSync(join(folder, 'pg')).uid).toBe(nobody);
    },
  );
});
