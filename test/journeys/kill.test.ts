/**
 * Kills the desk at random points, again and again, sometimes with its database, while reports come in and notices go out.
 * Nothing that was acknowledged may be lost, and no copy may come from anything but a kill.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write as writeCap } from '../../src/core/cap/index.ts';
import { attach } from '../../src/store/server/connection.ts';
import { makeAlert, makeInfo, stamp } from '../make.ts';
import { databaseSettings, describeJourney } from './database.ts';
import {
  csv,
  type Desk,
  type DeskFolder,
  deskFolder,
  type MailSink,
  mailSink,
  type Operator,
  withOperator,
} from './desk.ts';

const kills = process.env['TOCSIN_LONG'] === '1' ? 300 : 20;
const seed = Number(process.env['TOCSIN_SEED'] ?? 20260302);
const people = 15;

/** Mulberry32: the same seed, the same kills (as far as a machine repeats itself). */
function random(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
const chance = random(seed);

interface Answer {
  readonly recorded: string;
  readonly seq: number;
  readonly alerts: unknown;
}

let sink: MailSink;
let folder: DeskFolder;
let ana: Operator;

/** Called when a mail has come in whole and is not yet answered. */
let onMail = (): void => {};
const cap = (identifier: string): string => {
  const at = (ms: number) => stamp(`${new Date(Date.now() + ms).toISOString().slice(0, 19)}-00:00`);
  const infos = [makeInfo({ expires: at(3_600_000) })];
  return writeCap(makeAlert({ identifier, sent: at(-60_000), infos }));
};

// The one place where tests wait for time to pass: a kill at a random moment is what this is about.
const randomMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, chance() * 700));

/** Every other kill comes at a random moment; the others hit a mail that was taken and whose answer is still on its way. */
async function killAt(desk: Desk, working: Promise<void>): Promise<void> {
  const mailHit = new Promise<void>((resolve) => {
    let left = 1 + Math.floor(chance() * people);
    onMail = () => {
      if (--left === 0) resolve(desk.kill());
    };
  });
  // Work may end early, when the database was killed under it: then there may be no further mail to wait for.
  if (chance() < 0.5) await randomMoment();
  else await Promise.race([mailHit, working.then(randomMoment)]);
  await desk.kill();
}

const embedded = (): boolean => folder.env['DATABASE_URL'] === undefined;

async function killDatabaseAt(): Promise<void> {
  await randomMoment();
  const file = join(folder.env['TOCSIN_DATA'] ?? '', 'pg', 'postmaster.pid');
  // It may have ended by itself, after its desk was killed.
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Works until the kill; gives what was acknowledged. A call that the kill cuts short promises nothing. */
async function work(
  desk: Desk,
  name: string,
  kept: Set<string>,
  vouched: Set<string>,
  answers: Answer[],
): Promise<void> {
  try {
    for (let i = 0; ; i++) {
      const { status, id } = await ana.report(desk, cap(`${name}-${i}`));
      if (status !== 201) return;
      kept.add(id);
      const asked = new Date(Date.now() - 1).toISOString();
      const { status: ok } = await ana.post(desk, `/api/v1/alerts/${id}/confirm`);
      if (ok !== 200) return;
      vouched.add(id);
      const path = `/api/v1/alerts?recorded=${asked}&valid=2026-03-02T09:00:00Z`;
      const { seq, alerts } = await ana.get<{ seq: number; alerts: unknown }>(desk, path);
      if (alerts) answers.push({ recorded: path, seq, alerts });
    }
  } catch {
    // The desk is gone.
  }
}

describeJourney('a desk that is killed', () => {
  beforeAll(async () => {
    sink = await mailSink(() => {
      onMail();
      return null;
    });
    folder = deskFolder({
      ...(await databaseSettings()),
      TOCSIN_SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      TOCSIN_LOG_LEVEL: 'fatal',
    });
    ana = await withOperator(folder);
    const rows = Array.from({ length: people }, (_, i) => ({
      id: `p${i}`,
      name: `Person ${i}`,
      email: `p${i}@people.example`,
      lat: 34.5,
      lon: 69.2,
    }));
    await folder.run(['watch', 'import', '-'], csv(rows));
  });
  afterAll(async () => {
    await sink?.close();
    folder?.remove();
  });

  test(`after ${kills} kills nothing is lost and no copy is unexplained (seed ${seed})`, {
    timeout: 60_000 + kills * 15_000,
  }, async () => {
    const kept = new Set<string>();
    const vouched = new Set<string>();
    const answers: Answer[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const desk = await folder.start();
      const working = work(desk, `k${kill}`, kept, vouched, answers);
      const hit = killAt(desk, working);
      // A database that is not the desk's own is another's to look after.
      if (embedded() && chance() < 0.3) await Promise.all([hit, killDatabaseAt()]);
      await hit;
      await working;
    }
    const desk = await folder.start();
    const wanted = [...vouched];
    const { attempts, notices } = await untilSent(wanted);
    for (const id of kept) expect(await ana.get(desk, `/api/v1/alerts/${id}`)).toMatchObject({ alert: { id } });
    for (const answer of answers) {
      const { seq, alerts } = await ana.get<{ seq: number; alerts: unknown }>(desk, answer.recorded);
      expect({ seq, alerts }).toEqual({ seq: answer.seq, alerts: answer.alerts });
    }
    expect(answers.length).toBeGreaterThan(kills / 10);
    const copies = new Map<string, number>();
    for (const { messageId } of sink.mails) copies.set(messageId, (copies.get(messageId) ?? 0) + 1);
    const unexplained = notices.flatMap(({ id }) => {
      const [key] = [...copies.keys()].filter((messageId) => messageId.startsWith(`${id}.`));
      const sent = key === undefined ? 0 : (copies.get(key) ?? 0);
      const lost = attempts.filter((attempt) => attempt.notice === id && attempt.outcome === 'unknown').length;
      return sent >= 1 && sent <= 1 + lost ? [] : [{ id, sent, lost }];
    });
    expect(unexplained).toEqual([]);
    expect(notices.filter(({ alert }) => vouched.has(alert))).toHaveLength(vouched.size * people);
    expect(kept.size).toBeGreaterThan(kills / 2);
    // The kills must have met mails under way, or nothing was tested.
    expect(attempts.filter(({ outcome }) => outcome === 'unknown').length).toBeGreaterThan(kills / 4);
    expect(await desk.stop()).toBe(0);
    const repeated = [...copies.values()].filter((count) => count > 1).length;
    process.stderr.write(
      `${kills} kills: ${kept.size} reports, ${notices.length} notices, ${sink.mails.length} mails, ${repeated} sent more than once\n`,
    );
  });
});

interface Row {
  readonly notice: string;
  readonly outcome: string | null;
}

/** Waits until the outbox is empty and every vouched alert has its notices, then gives what is on record. */
async function untilSent(
  wanted: readonly string[],
): Promise<{ attempts: Row[]; notices: { id: string; alert: string }[] }> {
  const connection = embedded()
    ? await attach(folder.env['TOCSIN_DATA'] ?? '')
    : { connectionString: folder.env['DATABASE_URL'] };
  if (!connection) throw new Error('no server to look at');
  const client = new pg.Client(connection);
  await client.connect();
  const open = `select (select count(*) from outbox where state in ('queued', 'leased')) + greatest(0, $2 - (select count(*) from notice where alert = any($1))) as open`;
  for (let round = 0; round < 600; round++) {
    const { rows } = await client.query<{ open: string }>(open, [wanted, wanted.length * people]);
    if (rows[0]?.open === '0') break;
    await client.query('select pg_sleep(0.1)');
  }
  const attempts = await client.query<Row>('select notice, outcome from attempt');
  const notices = await client.query<{ id: string; alert: string }>(
    "select id, alert from notice where person <> 'desk'",
  );
  await client.end();
  return { attempts: attempts.rows, notices: notices.rows };
}
