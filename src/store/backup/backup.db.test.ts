import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeWithDatabase, freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type BackupSummary, backup } from './backup.ts';
import { checkBackup } from './read.ts';
import { restore } from './restore.ts';

let databases: TestDatabase[] = [];
let pools: pg.Pool[] = [];
let house: pg.Pool;
const createdAt = Date.UTC(2021, 7, 26, 12);

beforeEach(async () => {
  house = await newHouse();
});
afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await Promise.all(databases.map((database) => database.drop()));
  databases = [];
  pools = [];
});

/** A migrated, empty database, with one table more: of all that is awkward to carry over. */
async function newHouse(settings = ''): Promise<pg.Pool> {
  const database = await freshDatabase();
  databases.push(database);
  const pool = new pg.Pool({ connectionString: database.url, options: settings });
  pools.push(pool);
  pool.on('error', () => {});
  await pool.query(
    `create table "awk""ward" (id integer primary key, "select" text, raw bytea, doc jsonb, at timestamptz(3),
       fraction double precision, list text[], twice integer generated always as (id * 2) stored, gone text)`,
  );
  await pool.query('alter table "awk""ward" drop column gone');
  return pool;
}

const awkward: unknown[][] = [
  ['', Buffer.alloc(0), {}, '2021-08-26T12:00:00.123+04:30', 0.1, []],
  [null, null, null, null, null, null],
  ['\\N', Buffer.from('\\N'), { a: '\\n', b: '"\u0001' }, '0001-01-01T00:00:00Z', -0, [null, '', 'NULL', '{}', ',"']],
  [
    'tab\tline\nreturn\rback\\slash\\.\n\\.\n',
    Buffer.from([0, 1, 9, 10, 13, 92, 255]),
    ['\\.'],
    'infinity',
    5e-324,
    ['\\'],
  ],
  [
    'کابل 🚨 é e\u0301 \u202e\u2028\ufeff',
    Buffer.from('کابل'),
    { کابل: '🚨' },
    '294276-01-01T00:00:00Z',
    Number.MAX_VALUE,
    ['🚨'],
  ],
  ['x'.repeat(300_000), randomBytes(200_000), { long: 'y'.repeat(100_000) }, null, Number.NaN, null],
];

async function fill(pool: pg.Pool): Promise<void> {
  const insert =
    'insert into "awk""ward" (id, "select", raw, doc, at, fraction, list) values ($1, $2, $3, $4, $5, $6, $7)';
  for (const [id, [text, raw, doc, ...rest]] of awkward.entries()) {
    await pool.query(insert, [id, text, raw, doc === null ? null : JSON.stringify(doc), ...rest]);
  }
  await pool.query("insert into key_check (fingerprint) values ('f00d')");
  await pool.query(
    "insert into blob select 'live', n::text, decode(repeat(md5(n::text), 50), 'hex') from generate_series(1, 500) n",
  );
}

/** Every row of every table as text, under settings of its own. */
async function contents(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query(
    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  const all = rows.map(({ relname }) =>
    pool.query(
      `select t::text as row from ${pg.escapeIdentifier(relname)} t where '${relname}' <> 'migration' order by 1`,
    ),
  );
  return JSON.stringify((await Promise.all(all)).map((result, i) => [rows[i].relname, result.rows]));
}

/** Takes all that is written to it; `each` is waited for after every piece. */
function collector(each: () => Promise<unknown> = async () => {}): { sink: Writable; bytes: () => Buffer } {
  const pieces: Buffer[] = [];
  const write = (piece: Buffer, _: string, done: (error?: Error) => void): void => {
    pieces.push(piece);
    each().then(() => done(), done);
  };
  return { sink: new Writable({ write, highWaterMark: 1024 }), bytes: () => Buffer.concat(pieces) };
}

async function take(pool: pg.Pool): Promise<{ file: Buffer; summary: BackupSummary }> {
  const { sink, bytes } = collector();
  const summary = await backup(pool, sink, { createdAt });
  if (isRefusal(summary)) throw new Error(summary.refused);
  return { file: bytes(), summary };
}

/** The file in pieces of a length that fits nothing in it. */
const from =
  (file: Buffer, piece = 4099) =>
  (): Readable =>
    Readable.from(
      (function* () {
        for (let i = 0; i < file.length; i += piece) yield file.subarray(i, i + piece);
      })(),
    );

describeWithDatabase('a backup', () => {
  it('brings back every row of every table, whatever is in it and whatever the settings of the servers', async () => {
    await fill(house);
    const { file, summary } = await take(house);
    expect(summary).toMatchObject({
      rows: awkward.length + 501,
      bytes: file.length,
      header: { createdAt: '2021-08-26T12:00:00.000Z', key: 'f00d' },
    });
    expect(summary.tables).toBe(summary.header.tables.length);
    expect(file.subarray(0, 16).toString()).toBe('TOCSIN-BACKUP 1\n');
    expect(file.subarray(-65).toString()).toBe(`${summary.hash}\n`);
    const other = await newHouse(
      '-c datestyle=German -c timezone=Asia/Kabul -c bytea_output=escape -c extra_float_digits=-3 -c intervalstyle=iso_8601',
    );
    expect(await restore(other, from(file), { key: 'f00d' })).toEqual(summary);
    const again = await take(other);
    expect(again.summary.rows).toBe(summary.rows);
    const third = await newHouse();
    expect(await restore(third, from(again.file))).toEqual(again.summary);
    expect(await contents(third)).toBe(await contents(house));
  });

  it('of an empty house restores too', async () => {
    const { file, summary } = await take(house);
    expect(summary).toMatchObject({ rows: 0, header: { key: null } });
    expect(await restore(await newHouse(), from(file, 1))).toEqual(summary);
  });

  it('is of one moment, although others write all the while', async () => {
    await fill(house);
    await house.query('create table a_first (n integer); create table z_last (n integer)');
    let n = 0;
    const both = (): Promise<unknown> =>
      house.query(`insert into a_first values (${++n}); insert into z_last values (${n})`);
    await both();
    const { sink, bytes } = collector(both);
    let writtenByTheLastTable = 0;
    const progress = ({ table }: { table: string }): void => {
      if (table === 'z_last') writtenByTheLastTable = n;
    };
    const summary = await backup(house, sink, { createdAt, progress });
    expect(summary).not.toHaveProperty('refused');
    expect(writtenByTheLastTable).toBeGreaterThan(1);
    const other = await newHouse();
    await other.query('create table a_first (n integer); create table z_last (n integer)');
    expect(await restore(other, from(bytes()))).toEqual(summary);
    const { rows } = await other.query(
      'select (select array_agg(n) from a_first) as a, (select array_agg(n) from z_last) as z',
    );
    expect(rows[0]).toEqual({ a: [1], z: [1] });
  });

  it('reads no faster than the sink takes it', { timeout: 60_000 }, async () => {
    await house.query(
      "insert into blob select 'live', n::text, decode(string_agg(md5(n::text || i::text), ''), 'hex') from generate_series(1, 200) n, generate_series(1, 4000) i group by n",
    );
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { sink, bytes } = collector(() => gate);
    let read = 0;
    const going = backup(house, sink, {
      createdAt,
      progress: (progress) => {
        read = progress.bytes;
      },
    });
    // The sink stands still; the writer goes on until all between is full, and then stands still too.
    for (let last = -1; last !== read || read === 0; ) {
      last = read;
      for (let i = 0; i < 100; i++) await house.query('select 1');
    }
    expect(read).toBeLessThan(2 * 2 ** 20);
    open();
    expect(await going).toMatchObject({ rows: 200 });
    expect(read).toBeGreaterThan(20 * 2 ** 20);
    expect(await checkBackup(from(bytes())())).toMatchObject({ rows: 200 });
  });

  it('that fails half-way is refused, and so is what it wrote by then', { timeout: 60_000 }, async () => {
    await fill(house);
    const full = collector(async () => {
      if (full.bytes().length > 50_000)
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
    });
    expect(await backup(house, full.sink, { createdAt })).toEqual({
      refused: 'The backup could not be finished: ENOSPC: no space left on device, write.',
    });
    expect(await checkBackup(from(full.bytes())())).toEqual({
      refused: 'This is not a whole backup: it is cut short. Use another copy of it.',
    });
    const lost = collector(async () => {
      if (lost.bytes().length > 50_000)
        await house.query("select pg_terminate_backend(pid) from pg_stat_activity where query like 'copy %'");
    });
    const outcome = await backup(house, lost.sink, { createdAt });
    expect(outcome).toMatchObject({
      refused: expect.stringMatching(
        /^The backup could not be finished: (the database went away|PostgreSQL answered 57P01)\.$/,
      ),
    });
    expect((await house.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    const closed = new Writable();
    closed.destroy();
    await once(closed, 'close');
    expect(await backup(house, closed, { createdAt })).toHaveProperty('refused');
    await house.query('create sequence unknown_to_backups');
    await expect(backup(house, collector().sink, { createdAt })).rejects.toThrow('unknown_to_backups');
  });
});

describeWithDatabase('a restore', () => {
  it('refuses a file cut anywhere and a file with any byte altered, and the database stays as it was', {
    timeout: 120_000,
  }, async () => {
    await house.query("insert into blob values ('live', 'h', 'bytes'), ('live', 'i', 'more')");
    const { file, summary } = await take(house);
    expect(await checkBackup(from(file)())).toEqual(summary);
    for (let length = 0; length < file.length; length++) {
      const outcome = await checkBackup(from(file.subarray(0, length))());
      expect(outcome, `cut to ${length}`).toMatchObject({
        refused: expect.stringMatching(/^This is not a whole backup: /),
      });
    }
    for (let at = 0; at < file.length; at++) {
      const altered = Buffer.from(file);
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
      const outcome = await checkBackup(from(altered)());
      expect(outcome, `byte ${at}`).toMatchObject({ refused: expect.stringMatching(/^This is not a whole backup: /) });
    }
    expect(await checkBackup(from(Buffer.concat([file, Buffer.from('x')]))())).toHaveProperty('refused');
    const other = await newHouse();
    const before = await contents(other);
    expect(await restore(other, from(file.subarray(0, -1)))).toHaveProperty('refused');
    expect(await contents(other)).toBe(before);
  });

  it('changes nothing when the file is another at the second reading', async () => {
    await fill(house);
    const { file } = await take(house);
    await house.query('delete from blob');
    const { file: later } = await take(house);
    for (const second of [later, file.subarray(0, -100), file.subarray(0, 200)]) {
      const other = await newHouse();
      const before = await contents(other);
      const sources = [from(file), from(second)];
      expect(await restore(other, () => (sources.shift() ?? from(file))())).toHaveProperty('refused');
      expect(await contents(other)).toBe(before);
    }
  });

  it('needs an empty database unless it may replace what is there', async () => {
    await fill(house);
    const { file, summary } = await take(house);
    const other = await newHouse();
    await other.query("insert into desk (desk, seq, at) values ('live', 0, 0)");
    expect(await restore(other, from(file))).toEqual(summary);
    expect((await other.query('select * from desk')).rowCount).toBe(0);
    await other.query("insert into blob values ('live', 'own', 'bytes')");
    const before = await contents(other);
    expect(await restore(other, from(file))).toMatchObject({
      refused: expect.stringContaining('This database is not empty (table awk"ward)'),
    });
    expect(await contents(other)).toBe(before);
    expect(await restore(other, from(file), { replace: true })).toEqual(summary);
    expect(await contents(other)).toBe(await contents(house));
  });

  it('names the migrations when they differ, and the keys when they do', async () => {
    await house.query("insert into key_check (fingerprint) values ('f00d')");
    const { file, summary } = await take(house);
    expect(await restore(house, from(file), { key: 'beef' })).toMatchObject({
      refused: expect.stringMatching(/sealed with key f00d, this one is beef;/),
    });
    const newer = await newHouse();
    await newer.query("insert into migration (id, at) values ('9999-later', 0)");
    const migrations = summary.header.migrations.join(', ');
    expect(await restore(newer, from(file))).toMatchObject({
      refused: expect.stringContaining(
        `made with the migrations ${migrations}, this database has ${migrations}, 9999-later;`,
      ),
    });
    const odd = await newHouse();
    await odd.query('create table odd (n integer)');
    expect(await restore(odd, from(file))).toMatchObject({
      refused: expect.stringContaining('are not those of the backup'),
    });
  });

  it('into a database in use is refused', async () => {
    const { file } = await take(house);
    const other = await newHouse();
    const client = await other.connect();
    await client.query('begin; select * from fact');
    expect(await restore(other, from(file))).toEqual({
      refused: 'Nothing was restored: the database is in use, stop the desk that runs on it.',
    });
    await client.query('rollback');
    client.release();
  });
});
