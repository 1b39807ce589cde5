import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '../../core/refusal.ts';
import { attach } from './connection.ts';
import { holdFolder } from './lock.ts';
import { type PostgresOptions, type PostgresServer, startPostgres } from './postgres.ts';
import { processesOf, shutdownLimits, waitUntil } from './postmaster.ts';

let root: string;
let folder: string;
let servers: PostgresServer[] = [];
let children: ChildProcessWithoutNullStreams[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tocsin-pg-'));
  folder = join(root, 'data');
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(servers.map((server) => server.stop()));
  for (const pid of existsSync(join(folder, 'pg')) ? processesOf(join(folder, 'pg')) : []) process.kill(pid, 'SIGKILL');
  servers = [];
  children = [];
  rmSync(root, { recursive: true, force: true });
});

async function start(options: Partial<PostgresOptions> = {}): Promise<PostgresServer> {
  const server = await startPostgres({ folder, ...options });
  if (isRefusal(server)) throw new Error(server.refused);
  servers.push(server);
  return server;
}

const refusal = async (options: Partial<PostgresOptions> = {}): Promise<string> => {
  const server = await startPostgres({ folder, ...options });
  if (!isRefusal(server)) servers.push(server);
  return isRefusal(server) ? server.refused : 'started';
};

async function query(
  server: Pick<PostgresServer, 'connection'>,
  sql: string,
  values: unknown[] = [],
): Promise<unknown> {
  const client = new pg.Client({ ...server.connection, password: '' });
  // The server may go away while we are connected; the query then fails, which is what the test looks at.
  client.on('error', () => {});
  await client.connect();
  try {
    return Object.values((await client.query(sql, values)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

interface Other {
  readonly child: ChildProcessWithoutNullStreams;
  line(): Promise<string>;
}

/** Another Tocsin process on the same folder. */
function other(): Other {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'postgres.fixture.ts'), folder]);
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, line: async () => String((await lines.next()).value) };
}

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  it('starts on an empty folder, keeps what was committed, and starts again', async () => {
    const first = await start();
    expect(await query(first, "select current_setting('fsync') || current_setting('listen_addresses')")).toBe('on');
    expect(
      await query(
        first,
        "select lower('É') || pg_encoding_to_char(encoding) from pg_database where datname = current_database()",
      ),
    ).toBe('éUTF8');
    expect(await query(first, "select string_agg(w, '' order by w) from unnest(array['b', 'B', 'é', 'a']) w")).toBe(
      'Babé',
    );
    await query(first, 'create table kept as select 7 as n');
    for (const part of ['pg', 'run', 'log']) expect(statSync(join(folder, part)).mode & 0o777).toBe(0o700);
    const { pid } = first;
    await first.stop();
    await first.stop();
    expect(await first.exited).toMatchObject({ wanted: true });
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(await first.restart()).toEqual({ refused: 'PostgreSQL was stopped and is not started again.' });
    expect(await query(await start(), 'select n from kept')).toBe(7);
  });

  it('is refused to a second Tocsin, which may attach to it while it runs', async () => {
    expect(await attach(folder)).toBeNull();
    const server = await start({ about: { address: 'http://127.0.0.1:7140' } });
    expect(await refusal()).toContain(`(desk, process ${process.pid} at http://127.0.0.1:7140)`);
    expect(await attach(folder)).toEqual(server.connection);
    await server.stop();
    expect(await attach(folder)).toBeNull();
  });

  it('leaves a lock to the caller who holds it', async () => {
    const lock = await holdFolder(folder);
    if (isRefusal(lock)) throw new Error(lock.refused);
    await (await start({ lock })).stop();
    expect(await refusal()).toContain('is in use by another Tocsin');
    lock.release();
    expect(await refusal()).toBe('started');
  });

  it('stops what a killed Tocsin left running, and no acknowledged row is lost', async () => {
    const dying = other();
    const { pid } = JSON.parse(await dying.line());
    let acknowledged = 0;
    while (acknowledged < 50) acknowledged = Number(await dying.line());
    dying.child.kill('SIGKILL');
    await once(dying.child, 'exit');
    for (let line = await dying.line(); line !== 'undefined'; line = await dying.line()) acknowledged = Number(line);
    expect(processesOf(join(folder, 'pg'))).toContain(pid);
    const server = await start();
    expect(processesOf(join(folder, 'pg'))).not.toContain(pid);
    expect(processesOf(join(folder, 'pg'))).toContain(server.pid);
    expect(Number(await query(server, 'select count(*) from kept where n <= $1', [acknowledged]))).toBe(acknowledged);
  });

  it('says that it died, and comes back at the same place with what was committed', async () => {
    const server = await start();
    await query(server, 'create table kept as select 7 as n');
    const { pid, exited } = server;
    // A child that is busy computing does not notice that its postmaster is gone.
    const busy = query(server, 'select count(*) from generate_series(1, 1000000000000)').catch(() => 'gone');
    expect(
      await waitUntil(
        async () =>
          Number(
            await query(
              server,
              "select count(*) from pg_stat_activity where query like 'select count(*) from generate_series%'",
            ),
          ) > 0,
        10_000,
      ),
    ).toBe(true);
    process.kill(pid, 'SIGKILL');
    expect(await exited).toMatchObject({ wanted: false });
    expect(await server.restart()).toBeNull();
    expect(await busy).toBe('gone');
    expect(server.pid).not.toBe(pid);
    expect(await query(server, 'select n from kept')).toBe(7);
  });

  it('stops for good although a restart is under way', async () => {
    const server = await start();
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
    const restarted = server.restart();
    expect(await waitUntil(() => processesOf(join(folder, 'pg')).length > 0, 10_000)).toBe(true);
    await server.stop();
    expect(await restarted).toBeNull();
    expect(processesOf(join(folder, 'pg'))).toEqual([]);
    expect(await attach(folder)).toBeNull();
  });

  it('stops at once while it recovers from the crash of a child', async () => {
    const server = await start();
    const log = join(folder, 'log', 'postgres.log');
    const child = query(server, 'select pg_sleep(60)').catch(() => 'gone');
    const find = "select pid from pg_stat_activity where query like 'select pg_sleep%'";
    expect(await waitUntil(async () => Number((await query(server, find)) ?? 0) > 0, 10_000)).toBe(true);
    process.kill(Number(await query(server, find)), 'SIGKILL');
    expect(await child).toBe('gone');
    expect(await waitUntil(() => readFileSync(log, 'utf8').includes('reinitializing'), 10_000)).toBe(true);
    const asked = performance.now();
    await server.stop();
    expect(performance.now() - asked).toBeLessThan(shutdownLimits.fastMs);
    expect(await query(await start(), 'select 1')).toBe(1);
  });

  it.each([
    ['another program', () => process.pid],
    ['nobody', () => 2 ** 22 + 1],
  ])('is not hindered by an old pid file whose pid belongs to %s', async (_, pid) => {
    const server = await start();
    const file = join(folder, 'pg', 'postmaster.pid');
    const text = readFileSync(file, 'utf8');
    await server.stop();
    writeFileSync(file, text.replace(/^\d+/, String(pid())), { mode: 0o600 });
    await query(await start(), 'select 1');
    expect(process.kill(process.pid, 0)).toBe(true);
  });

  it('uses a folder among the temporary files for its socket when the name of the data folder is long', async () => {
    folder = join(root, 'a'.repeat(60), 'b'.repeat(60));
    const dying = other();
    const { connection } = JSON.parse(await dying.line());
    expect(dirname(connection.host)).toBe(realpathSync(tmpdir()));
    expect(statSync(connection.host).mode & 0o777).toBe(0o700);
    expect(await attach(folder)).toEqual(connection);
    dying.child.kill('SIGKILL');
    await once(dying.child, 'exit');
    const server = await start();
    expect(existsSync(connection.host)).toBe(false);
    expect(await query(server, 'select 1')).toBe(1);
    await server.stop();
    expect(existsSync(server.connection.host)).toBe(false);
  });

  it('runs in a folder with blanks, commas, quotes and other scripts in its name', async () => {
    folder = join(root, `با ", '\\ x`);
    const server = await start();
    expect(await query(server, 'select 1')).toBe(1);
    expect(await attach(folder)).toEqual(server.connection);
  });

  it('never takes half a cluster for a whole one', async () => {
    mkdirSync(join(folder, 'pg.new', 'base'), { recursive: true });
    writeFileSync(join(folder, 'pg.new', 'PG_VERSION'), '18\n');
    await (await start()).stop();
    expect(existsSync(join(folder, 'pg.new'))).toBe(false);
    writeFileSync(join(folder, 'pg', 'PG_VERSION'), '14\n');
    expect(await refusal()).toMatch(/was written by PostgreSQL 14, and this one is 18; .* make a backup/);
    rmSync(join(folder, 'pg', 'PG_VERSION'));
    expect(await refusal()).toContain('is not a folder of PostgreSQL');
  });

  it('says in its own words why it does not start, and gives the folder back', async () => {
    expect(await refusal({ settings: { max_connections: 'many' } })).toMatch(
      /^PostgreSQL did not start: FATAL:.*max_connections/,
    );
    expect(await refusal({ binaries: join(root, 'nowhere') })).toMatch(/nowhere\/initdb cannot be run/);
    expect(await refusal()).toBe('started');
  });

  it.skipIf(process.platform !== 'linux')('is out of reach of Ctrl-C in our terminal', async () => {
    const server = await start();
    const sessionOf = (pid: number): string | undefined =>
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[3];
    expect(sessionOf(server.pid)).toBe(String(server.pid));
  });

  it('logs no value and no statement, whatever fails', async () => {
    const server = await start();
    const canary = 'canary-7f3a';
    await query(server, 'create table kept (n text primary key, j jsonb)');
    await query(server, 'insert into kept values ($1)', [canary]);
    const failing: [string, unknown[]][] = [
      ['insert into kept values ($1)', [canary]],
      ['insert into kept values ($1, $2)', ['x', `{"${canary}`]],
      ['select $1::integer', [canary]],
      [`select '${canary}' frm`, []],
      [`do $$ begin raise exception '${canary}'; end $$`, []],
      [`do $$ begin raise warning '${canary}'; end $$`, []],
    ];
    for (const [sql, values] of failing)
      await query(server, sql, values).catch((error) => expect(error).toBeInstanceOf(Error));
    const victim = query(server, `select pg_sleep(60), '${canary}'`).catch(() => 'gone');
    const find = "select pid from pg_stat_activity where query like 'select pg_sleep%'";
    expect(await waitUntil(async () => Number((await query(server, find)) ?? 0) > 0, 10_000)).toBe(true);
    process.kill(Number(await query(server, find)), 'SIGKILL');
    expect(await victim).toBe('gone');
    await server.stop();
    const log = readFileSync(join(folder, 'log', 'postgres.log'), 'utf8');
    expect(log).toContain('was terminated by signal 9');
    expect(log).not.toContain(canary);
  });
});
