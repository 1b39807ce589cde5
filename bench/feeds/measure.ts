/**
 * A feed of 1,000 alerts over HTTP from a desk with an embedded PostgreSQL: asked for anew, and asked again with its ETag (304). Beside
 * it, in the same rounds, /healthz: what an answer costs at all. `people` facts lie on top, as on a desk at work.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pictureDeps } from '../../src/app/desk/answers/picture.ts';
import { shippedDivisions } from '../../src/app/root.ts';
import { always, type NewFact } from '../../src/core/fact.ts';
import { isRefusal, type Refusal } from '../../src/core/refusal.ts';
import { createSealer } from '../../src/seal/envelope.ts';
import { loadMasterKey } from '../../src/seal/master-key.ts';
import { alertsById, alertsChanged } from '../../src/store/as-of.ts';
import { momentOf } from '../../src/store/facts.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { openPool, openStore, type Store } from '../../src/store/open.ts';
import { startPostgres } from '../../src/store/server/postgres.ts';
import { appendFacts, openDesk, takeRecorded, transact } from '../../src/store/transact.ts';
import { listen, loopbackHosts } from '../../src/web/server.ts';
import { createWeb } from '../../src/web/web.ts';
import { makeAlert, makeInfo, stamp } from '../../test/make.ts';
import { fakeDesk } from '../../test/pages/desk.ts';

const alerts = 1000;
const people = 20_000;
const rounds = 300;
const kinds = ['atom', 'rss', 'geojson'] as const;
const clock = { now: () => Date.now(), wait: async () => {} };

const good = <T>(value: T | Refusal): T => {
  if (isRefusal(value)) throw new Error(value.refused);
  return value as T;
};

/** @public Loaded by name, through Vite. */
export async function run(): Promise<Record<string, number | string>> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-feeds-'));
  const server = good(await startPostgres({ folder, about: { what: 'bench' }, settings: {} }));
  const pool = openPool({ ...server.connection, database: 'postgres' }, () => {});
  try {
    const refusal = await migrate(pool, Date.now());
    if (refusal) throw new Error(refusal.refused);
    const key = randomBytes(32).toString('base64');
    const master = good(loadMasterKey({ key, file: '', create: false, random: randomBytes }));
    const sealer = createSealer(master, randomBytes);
    const store = good(await openStore(pool, { clock, sealer, holder: 'bench', divisions: shippedDivisions() }));
    await openDesk(store, 'live');
    await fill(store);
    return await measure(store);
  } finally {
    await pool.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(store: Store): Promise<void> {
  const keep = (facts: readonly NewFact[]): Promise<void> =>
    transact(store, async (tx) => appendFacts(tx, 'live', await takeRecorded(store, tx, 'live'), facts));
  const expires = stamp(`${new Date(Date.now() + 86_400_000).toISOString().slice(0, 19)}-00:00`);
  for (let n = 0; n < alerts; n++) {
    const alert = makeAlert({ identifier: `bench-${n}`, infos: [makeInfo({ expires })] });
    const of = { report: `r-${n}`, name: `t-${n}`, references: [], situations: [`s-${n}`] };
    const body = { kind: 'alert' as const, alert, trust: 'from-origin' as const, ...of };
    const id = `a-${n.toString(16).padStart(16, '0')}`;
    await keep([{ subject: id, interval: { from: null, to: expires.at }, body }]);
  }
  const body = { kind: 'person' as const, change: 'moved' as const };
  for (let n = 0; n < people; n += 100)
    await keep(Array.from({ length: 100 }, (_, i) => ({ subject: `p-${n + i}`, interval: always, body })));
}

async function measure(store: Store): Promise<Record<string, number | string>> {
  let port = 0;
  const web = createWeb(
    fakeDesk({
      ...pictureDeps({ store, desk: 'live', config: { positionHours: 72 } }),
      clock,
      hosts: () => loopbackHosts(port),
      resolveAsOf: (question) => momentOf(store, 'live', question),
      alert: async (asOf, id) => (await alertsById(store.db, 'live', asOf, [id]))[0] ?? null,
      alertsChanged: (seq) => alertsChanged(store.db, 'live', seq),
    }),
  );
  const listening = await listen(web, { host: '127.0.0.1', port: 0 });
  port = listening.port;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const figures: Record<string, number | string> = { alerts, rounds };
  for (const kind of kinds) {
    const path = `/feeds/alerts.${kind}`;
    const first = await ask(agent, port, path);
    const [again, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const answered = await ask(agent, port, path, first.etag);
      if (answered.status !== 304) throw new Error(`${path} answered ${answered.status} to its own ETag`);
      again.push(answered.ms);
      bare.push((await ask(agent, port, '/healthz')).ms);
    }
    figures[`${kind}, bytes`] = first.bytes;
    figures[`${kind}, written, ms`] = first.ms.toFixed(1);
    figures[`${kind}, 304, ms p50/p99`] = `${percentile(again, 0.5)} / ${percentile(again, 0.99)}`;
    figures[`${kind}, healthz, ms p50/p99`] = `${percentile(bare, 0.5)} / ${percentile(bare, 0.99)}`;
  }
  agent.destroy();
  await listening.close();
  return figures;
}

const percentile = (values: readonly number[], part: number): string =>
  (values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0).toFixed(2);

interface Asked {
  readonly status: number;
  readonly etag: string;
  readonly bytes: number;
  readonly ms: number;
}

function ask(agent: Agent, port: number, path: string, etag?: string): Promise<Asked> {
  const started = performance.now();
  const headers = etag === undefined ? {} : { 'if-none-match': etag };
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, path, headers }, (reply) => {
      let bytes = 0;
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          etag: reply.headers.etag ?? '',
          bytes,
          ms: performance.now() - started,
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}
