/**
 * PostGIS in a cluster of its own on a socket, removed at the end. Only its own work counts: it adds up the ids it finds and sends the sum,
 * where the others give a list. null where it is not installed.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { isRefusal } from '../../src/core/refusal.ts';
import { startPostgres } from '../../src/store/server/postgres.ts';
import type { Area, Data } from './data.ts';

const installed = '/usr/lib/postgresql/15';

export interface Found {
  readonly count: number;
  readonly sum: number;
}

export interface PostGIS {
  readonly version: string;
  readonly buildMs: { readonly people: number; readonly live: number };
  readonly bytesEach: { readonly people: number; readonly live: number };
  within(area: Area): Promise<Found>;
  /** All positions of the data at once, joined with the live warnings. */
  covering(): Promise<Found>;
  /** CPU milliseconds that its backend has used so far. */
  cpuMs(): number;
  stop(): Promise<void>;
}

export async function startPostGIS(data: Data): Promise<PostGIS | null> {
  if (!existsSync(join(installed, 'lib/postgis-3.so'))) return null;
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-match-'));
  // Nothing is written while it is measured, and all of it fits into memory.
  const settings = { fsync: 'off', shared_buffers: '512MB', max_parallel_workers_per_gather: '0', jit: 'off' };
  const server = await startPostgres({ folder, about: { what: 'bench' }, binaries: join(installed, 'bin'), settings });
  if (isRefusal(server)) throw new Error(server.refused);
  const client = new pg.Client({ ...server.connection, database: 'postgres' });
  const stop = async (): Promise<void> => {
    await client.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await client.connect();
    return { ...(await fill(client, data)), ...(await questions(client)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function fill(client: pg.Client, data: Data): Promise<Pick<PostGIS, 'version' | 'buildMs' | 'bytesEach'>> {
  await client.query('create extension postgis');
  const { rows } = await client.query('select postgis_lib_version() as version');
  const people = await table(client, 'people', pointsOf(data.people));
  const live = await table(client, 'live', areasOf(data.live));
  await table(client, 'position', pointsOf(data.positions));
  return {
    version: rows[0]?.version,
    buildMs: { people: people.ms, live: live.ms },
    bytesEach: { people: people.bytesEach, live: live.bytesEach },
  };
}

/** Rows of id and geometry, with an index on it. */
async function table(
  client: pg.Client,
  name: string,
  rows: Iterable<string>,
): Promise<{ ms: number; bytesEach: number }> {
  const begin = performance.now();
  await client.query(`create unlogged table ${name} (id integer, shape geometry)`);
  await pipeline(Readable.from(rows), client.query(from(`copy ${name} from stdin`)));
  await client.query(`create index on ${name} using gist (shape)`);
  await client.query(`vacuum analyze ${name}`);
  const ms = performance.now() - begin;
  const size = await client.query(`select pg_total_relation_size('${name}')::float8 / count(*) as each from ${name}`);
  return { ms, bytesEach: size.rows[0]?.each };
}

function* pointsOf(points: Float64Array): Generator<string> {
  for (let i = 0; i < points.length; i += 2) yield `${i / 2}\tPOINT(${points[i]} ${points[i + 1]})\n`;
}

function* areasOf(areas: readonly Area[]): Generator<string> {
  for (const [i, area] of areas.entries()) yield `${i}\t${textOf(area)}\n`;
}

/** Well-known text. */
function textOf({ coordinates }: Area): string {
  const rings = coordinates.map((polygon) =>
    polygon.map((ring) => `(${ring.map(([lon, lat]) => `${lon} ${lat}`).join(',')})`).join(','),
  );
  return `MULTIPOLYGON(${rings.map((polygon) => `(${polygon})`).join(',')})`;
}

const sums = 'count(*)::float8 as count, coalesce(sum(p.id), 0)::float8 as sum';

async function questions(client: pg.Client): Promise<Pick<PostGIS, 'within' | 'covering' | 'cpuMs'>> {
  const backend = (await client.query('select pg_backend_pid() as pid')).rows[0]?.pid;
  const texts = new WeakMap<Area, string>();
  const textFor = (area: Area): string => {
    const text = texts.get(area) ?? textOf(area);
    texts.set(area, text);
    return text;
  };
  const within = `select ${sums} from people p where st_covers($1::text::geometry, p.shape)`;
  const covering = `select count(*)::float8 as count, coalesce(sum(p.id * 7 + a.id), 0)::float8 as sum from position p join live a on st_covers(a.shape, p.shape)`;
  return {
    within: async (area) => (await client.query({ name: 'within', text: within, values: [textFor(area)] })).rows[0],
    covering: async () => (await client.query({ name: 'covering', text: covering })).rows[0],
    // User and system time in ticks of 10 ms, behind the name in brackets.
    cpuMs: () => {
      const fields = readFileSync(`/proc/${backend}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
  };
}
