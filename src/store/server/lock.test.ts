import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isRefusal } from '../../core/refusal.ts';
import { describeSelf } from './holder.ts';
import { type FolderLock, holdFolder, readHolder } from './lock.ts';

let root: string;
let folder: string;
let children: ChildProcessWithoutNullStreams[] = [];
const lockFile = (): string => join(folder, 'tocsin.lock');
/** The file that gives the right to succeed the holder with this text. */
const claimFile = (text: string): string =>
  `${lockFile()}.after-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tocsin-lock-'));
  folder = root;
});
afterEach(() => {
  vi.useRealTimers();
  for (const child of children) child.kill('SIGKILL');
  children = [];
  rmSync(root, { recursive: true, force: true });
});

interface Rival {
  readonly child: ChildProcessWithoutNullStreams;
  say(word: string): void;
  answer(): Promise<string>;
}

/** Starts a process that is ready to try. */
async function rival(): Promise<Rival> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'lock.fixture.ts'), folder]);
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => String((await lines.next()).value);
  expect(await answer()).toBe('ready');
  return { child, say: (word) => void child.stdin.write(`${word}\n`), answer };
}

async function hold(): Promise<FolderLock> {
  const held = await holdFolder(folder, { address: 'http://127.0.0.1:7140' });
  if (isRefusal(held)) throw new Error(held.refused);
  return held;
}

const refusal = async (): Promise<string> => {
  const held = await holdFolder(folder);
  return isRefusal(held) ? held.refused : 'held';
};

/** Lets 20 processes try at the same moment and gives the one that won. */
async function race(): Promise<Rival> {
  const rivals = await Promise.all(Array.from({ length: 20 }, rival));
  for (const one of rivals) one.say('try');
  const answers = await Promise.all(rivals.map((one) => one.answer()));
  const winners = rivals.filter((_, i) => answers[i] === 'held');
  expect(winners).toHaveLength(1);
  const [winner] = winners as [Rival];
  // Most are told of the winner; one that came in the middle may be told of a rival that was just taking the folder and then lost.
  const pids = rivals.map(({ child }) => String(child.pid));
  const told = answers.filter((answer) =>
    pids.includes(/process (\d+) at http:\/\/127\.0\.0\.1:1/.exec(answer)?.[1] ?? ''),
  );
  expect(told).toHaveLength(19);
  expect(JSON.parse(readFileSync(lockFile(), 'utf8')).pid).toBe(winner.child.pid);
  for (const one of rivals) if (one !== winner) one.say('end');
  return winner;
}

describe('a data folder', () => {
  it('is held once, names its holder to others, and is free again after release', async () => {
    const lock = await hold();
    expect(await refusal()).toBe(
      `The data folder ${folder} is in use by another Tocsin (desk, process ${process.pid} at http://127.0.0.1:7140); stop that one, or set TOCSIN_DATA to another folder.`,
    );
    expect(readHolder(folder)).toMatchObject({ pid: process.pid, what: 'desk', address: 'http://127.0.0.1:7140' });
    lock.release();
    lock.release();
    expect(readHolder(folder)).toBeNull();
    (await hold()).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is made with 0700 when missing, and a folder that cannot be made is refused', async () => {
    folder = join(folder, 'made', 'here');
    const lock = await hold();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(lockFile()).mode & 0o777).toBe(0o600);
    lock.release();
    writeFileSync(join(folder, 'file'), '');
    folder = join(folder, 'file', 'below');
    expect(await refusal()).toMatch(/cannot be used \(ENOTDIR\)/);
  });

  it('goes to exactly one of 20 processes racing for it', { timeout: 60_000 }, async () => {
    (await race()).say('end');
  });

  it('goes to exactly one of 20 processes racing to succeed a killed holder', { timeout: 60_000 }, async () => {
    const first = await rival();
    first.say('try');
    expect(await first.answer()).toBe('held');
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    expect(existsSync(lockFile())).toBe(true);
    expect(readHolder(folder)).toBeNull();
    const winner = await race();
    expect(readdirSync(folder)).toEqual(['tocsin.lock']);
    winner.say('end');
  });

  it('passes on when a successor was killed half-way through succeeding', async () => {
    const dead = { ...describeSelf('dead', {}), startTicks: '1' };
    const text = JSON.stringify(dead);
    writeFileSync(lockFile(), text);
    writeFileSync(claimFile(text), JSON.stringify({ ...dead, nonce: 'dead too' }));
    const lock = await hold();
    expect(readdirSync(folder)).toEqual(['tocsin.lock']);
    lock.release();
  });

  it('waits for a living successor that has claimed and not yet replaced', async () => {
    const text = JSON.stringify({ ...describeSelf('dead', {}), startTicks: '1' });
    writeFileSync(lockFile(), text);
    writeFileSync(claimFile(text), JSON.stringify(describeSelf('alive', { what: 'successor' })));
    expect(await refusal()).toContain('(successor, process');
    expect(readFileSync(lockFile(), 'utf8')).toBe(text);
  });

  it.each([
    ['its pid belongs to another program now', { startTicks: '1' }],
    ['its pid is free', { pid: 2 ** 22 + 1 }],
    ['the machine was started anew', { bootId: 'another boot' }],
  ])('is free when %s', async (_, change) => {
    writeFileSync(lockFile(), JSON.stringify({ ...describeSelf('x', {}), ...change }));
    expect(readHolder(folder)).toBeNull();
    (await hold()).release();
  });

  it.each([
    ['another host', { hostname: 'elsewhere', pid: 2 ** 22 + 1 }],
    ['another container of this host', { pidSpace: 'pid:[1]', pid: 2 ** 22 + 1 }],
  ])('held from %s is free once untouched for 60 s', async (_, change) => {
    writeFileSync(lockFile(), JSON.stringify({ ...describeSelf('x', {}), ...change }));
    const ago = (seconds: number): void => utimesSync(lockFile(), 0, Date.now() / 1000 - seconds);
    ago(50);
    expect(await refusal()).toContain('is in use by another Tocsin');
    ago(61);
    (await hold()).release();
  });

  it('without a start time is held as long as the pid lives', async () => {
    const old = { ...describeSelf('x', {}), startTicks: null };
    writeFileSync(lockFile(), JSON.stringify(old));
    expect(await refusal()).toContain(`process ${process.pid}`);
    writeFileSync(lockFile(), JSON.stringify({ ...old, pid: 2 ** 22 + 1 }));
    (await hold()).release();
  });

  it('with a lock file cut short is free', async () => {
    writeFileSync(lockFile(), '{"pid":');
    (await hold()).release();
  });

  it('is touched every 10 s, and the holder learns when it was taken all the same', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const lock = await hold();
    const text = readFileSync(lockFile(), 'utf8');
    utimesSync(lockFile(), 0, 0);
    vi.advanceTimersByTime(10_000);
    expect(Date.now() - statSync(lockFile()).mtimeMs).toBeLessThan(5000);
    expect(readFileSync(lockFile(), 'utf8')).toBe(text);
    rmSync(lockFile());
    writeFileSync(lockFile(), JSON.stringify(describeSelf('thief', { what: 'thief' })));
    vi.advanceTimersByTime(10_000);
    await lock.lost;
    lock.release();
    expect(readHolder(folder)).toMatchObject({ what: 'thief' });
  });
});
