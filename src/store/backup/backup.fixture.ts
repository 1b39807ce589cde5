/** Houses for the tests of backups: full of what is awkward to carry over, and how to compare them. */
import { randomBytes } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type BackupSummary, backup } from './backup.ts';

let databases: TestDatabase[] = [];
let pools: pg.Pool[] = [];
export const createdAt = Date.UTC(2021, 7, 26, 12);

/** A migrated, empty database, with one table more: of all that is awkward to carry over. */
export async function newHouse(settings = ''): Promise<pg.Pool> {
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

export const awkward: unknown[][] = [
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

export async function fill(pool: pg.Pool): Promise<void> {
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
export async function contents(pool: pg.Pool): Promise<string> {
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
export function collector(each: () => Promise<unknown> = async () => {}): { sink: Writable; bytes: () => Buffer } {
  const pieces: Buffer[] = [];
  const write = (piece: Buffer, _: string, done: (error?: Error) => void): void => {
    pieces.push(piece);
    each().then(() => done(), done);
  };
  return { sink: new Writable({ write, highWaterMark: 1024 }), bytes: () => Buffer.concat(pieces) };
}

export async function take(pool: pg.Pool): Promise<{ file: Buffer; summary: BackupSummary }> {
  const { sink, bytes } = collector();
  const summary = await backup(pool, sink, { createdAt });
  if (isRefusal(summary)) throw new Error(summary.refused);
  return { file: bytes(), summary };
}

/** The file in pieces of a length that fits nothing in it. */
export const from =
  (file: Buffer, piece = 4099) =>
  (): Readable =>
    Readable.from(
      (function* () {
        for (let i = 0; i < file.length; i += piece) yield file.subarray(i, i + piece);
      })(),
    );

/** Ends all houses of a test. */
export async function endHouses(): Promise<void> {
  await Promise.all(pools.map((pool) => pool.end()));
  await Promise.all(databases.map((database) => database.drop()));
  databases = [];
  pools = [];
}
