/** A desk moves house: from the embedded database to one by DATABASE_URL and back, by backup and restore, with its key. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write as writeCap } from '../../src/core/cap/index.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { type PostgresServer, startPostgres } from '../../src/store/server/postgres.ts';
import { makeAlert, makeInfo, stamp } from '../make.ts';
import { csv, type DeskFolder, deskFolder, type MailSink, mailSink, withOperator } from './desk.ts';

const debian = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql')
      .map(Number)
      .filter((version) => version >= 15)
      .toSorted((a, b) => b - a)[0]
  : undefined;
const name = 'a backup of the embedded database restores into Debian’s and back';

let sink: MailSink;
const folders: DeskFolder[] = [];
let server: PostgresServer | null = null;
const folderWith = (env: Record<string, string> = {}): DeskFolder => {
  const folder = deskFolder({ TOCSIN_SMTP_URL: `smtp://127.0.0.1:${sink.port}`, ...env });
  folders.push(folder);
  return folder;
};

beforeAll(async () => {
  sink = await mailSink();
});
afterAll(async () => {
  await server?.stop();
  await sink?.close();
  for (const folder of folders) folder.remove();
});

const giveKey = (from: DeskFolder, to: DeskFolder): void => {
  const key = (folder: DeskFolder): string => join(folder.env['TOCSIN_DATA'] ?? '', 'master.key');
  mkdirSync(dirname(key(to)), { recursive: true, mode: 0o700 });
  copyFileSync(key(from), key(to));
};

test.skipIf(debian === undefined)(
  debian === undefined ? `${name} (skipped: Debian’s PostgreSQL is not installed)` : name,
  async () => {
    const first = folderWith();
    const ana = await withOperator(first);
    await first.run(
      ['watch', 'import', '-'],
      csv([{ id: 'a', name: 'Anahit', email: 'a@people.example', lat: 34.5, lon: 69.2 }]),
    );
    const desk = await first.start();
    const at = (ms: number) => stamp(`${new Date(Date.now() + ms).toISOString().slice(0, 19)}-00:00`);
    const alert = makeAlert({ sent: at(-60_000), infos: [makeInfo({ expires: at(3_600_000) })] });
    const { id } = await ana.report(desk, writeCap(alert));
    await ana.post(desk, `/api/v1/alerts/${id}/confirm`);
    await sink.until((mails) => mails.length === 1);
    /** All that pages show, without the moment of asking. */
    const pictureOf = async (running: typeof desk): Promise<unknown[]> => {
      const wanted = [`/api/v1/alerts/${id}`, '/api/v1/people', `/api/v1/notices?alert=${id}`];
      const answers = wanted.map((path) => ana.get<Record<string, unknown>>(running, path));
      return (await Promise.all(answers)).map(({ valid: _, ...answer }) => answer);
    };
    await expect
      .poll(async () => JSON.stringify(await pictureOf(desk)), { timeout: 10_000 })
      .toContain('"state":"accepted"');
    const before = await pictureOf(desk);
    const file = join(first.folder, 'one.backup');
    expect((await first.run(['backup', file])).code).toBe(0);
    expect(await desk.stop()).toBe(0);

    const home = folderWith();
    const started = await startPostgres({
      folder: join(home.folder, 'debian'),
      binaries: `/usr/lib/postgresql/${debian}/bin`,
    });
    if (isRefusal(started)) throw new Error(started.refused);
    server = started;
    const url = `postgres://tocsin@localhost/tocsin?host=${encodeURIComponent(started.connection.host ?? '')}`;
    const second = folderWith({ DATABASE_URL: url });
    const keyless = await second.run(['restore', file]);
    expect(keyless).toMatchObject({ code: 0, stderr: expect.stringContaining('put the master key') });
    expect((await second.run(['serve'])).code).toBe(3);
    giveKey(first, second);
    const moved = await second.start();
    expect(await pictureOf(moved)).toEqual(before);
    const back = join(first.folder, 'two.backup');
    expect((await second.run(['backup', back])).code).toBe(0);
    expect(await moved.stop()).toBe(0);

    const third = folderWith();
    giveKey(first, third);
    expect((await third.run(['restore', back])).code).toBe(0);
    const again = await third.run(['restore', back]);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('--replace') });
    const home2 = await third.start();
    expect(await pictureOf(home2)).toEqual(before);
    expect(await home2.stop()).toBe(0);
    expect(sink.mails).toHaveLength(1);

    const altered = readFileSync(back);
    altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1;
    const broken = join(first.folder, 'broken.backup');
    writeFileSync(broken, altered);
    expect((await third.run(['restore', broken, '--replace'])).code).toBe(1);
  },
);
