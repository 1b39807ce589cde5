/**
 * Holds a data folder for one process. The lock is a file that names its holder, taken with link(2), which either makes
 * the whole file or fails. A dead holder is succeeded without a gap: the right to replace ITS file is itself a file that
 * only one process can make, so of any number of successors exactly one gets the folder.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Refusal } from '../../core/refusal.ts';
import { describeSelf, type Holder, lives, parseHolder } from './holder.ts';

export interface FolderLock {
  readonly folder: string;
  /** Resolves when the folder is ours no more although we live (this machine slept, its disk went away): stop at once. */
  readonly lost: Promise<void>;
  /** Gives the folder back. Idempotent. */
  release(): void;
}

export interface About {
  /** What holds the folder, for the other's refusal: `desk` (default), `backup`, `restore` … */
  readonly what?: string;
  /** Where the holder answers, such as `http://127.0.0.1:7140`. */
  readonly address?: string;
}

const touchEveryMs = 10_000;
const lockName = 'tocsin.lock';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** Makes the folder (0700) when it is missing and holds it, or says in one sentence who does. Never waits. */
export function holdFolder(folder: string, about: About = {}): Promise<FolderLock | Refusal> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return Promise.resolve(take(folder, about));
  } catch (error) {
    return Promise.resolve({ refused: cannotHold(folder, codeOf(error)) });
  }
}

/** The process that holds the folder and lives, or null. Throws when the folder can't be read (EACCES). */
export function readHolder(folder: string): Holder | null {
  const found = look(join(folder, lockName), Date.now());
  return found?.live ? found.holder : null;
}

function cannotHold(folder: string, code: string): string {
  if (code === 'ENOSPC') return `The disk of the data folder ${folder} is full; make room there.`;
  const unlockable = ['EPERM', 'ENOSYS', 'EOPNOTSUPP', 'ENOTSUP'].includes(code);
  return unlockable
    ? `The data folder ${folder} is on a disk that cannot be locked (${code}); set TOCSIN_DATA to a folder on a local disk.`
    : `The data folder ${folder} cannot be used (${code}); give this user the right to write there, or set TOCSIN_DATA to another folder.`;
}

interface Look {
  readonly path: string;
  readonly text: string;
  readonly holder: Holder | null;
  readonly live: boolean;
}

/** What a lock file says now; null when there is none. `now` is the time of the folder's own disk where that is known. */
function look(path: string, now: number): Look | null {
  try {
    const text = readFileSync(path, 'utf8');
    const holder = parseHolder(text);
    return { path, text, holder, live: holder !== null && lives(holder, now - statSync(path).mtimeMs) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** false when the name is taken. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function tryUnlink(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function take(folder: string, about: About): FolderLock | Refusal {
  const nonce = randomUUID();
  const text = `${JSON.stringify(describeSelf(nonce, about))}\n`;
  const draft = join(folder, `${lockName}.draft-${nonce}`);
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    const live = claim(draft, join(folder, lockName), statSync(draft).mtimeMs);
    if (live) return { refused: held(folder, live) };
    sweep(folder);
    return keep(folder, text);
  } finally {
    tryUnlink(draft);
  }
}

/** Makes `lock` ours; gives the live holder that stands in the way, or null. */
function claim(draft: string, lock: string, now: number): Holder | null {
  // Each further turn means that another process got on; a name that is taken yet never there is no lock file.
  for (let turn = 0; turn < 10_000; turn++) {
    if (tryLink(draft, lock)) return null;
    const outcome = succeed(draft, lock, now);
    if (outcome !== 'changed') return outcome;
  }
  throw Object.assign(new Error(`${lock} can be neither read nor made`), { code: 'ELOOP' });
}

/**
 * Succeeds a dead holder. Whoever links the name made of the dead one's text may replace the lock; when that one has died
 * too, in between, the right passes on along the chain by the same rule. All of it is looked at again before it counts.
 */
function succeed(draft: string, lock: string, now: number): Holder | null | 'changed' {
  const dead: Look[] = [];
  let path = lock;
  for (;;) {
    const found = look(path, now);
    if (!found) return 'changed';
    if (found.live) return found.holder;
    dead.push(found);
    path = `${lock}.after-${createHash('sha256').update(found.text).digest('hex').slice(0, 32)}`;
    if (tryLink(draft, path)) break;
  }
  const still = dead.every((was) => {
    const is = look(was.path, now);
    return is !== null && is.text === was.text && !is.live;
  });
  if (still) renameSync(draft, lock);
  for (const claimed of still ? [path, ...dead.slice(1).map((one) => one.path)] : [path]) tryUnlink(claimed);
  return still ? null : 'changed';
}

/** Removes what processes killed while taking the folder have left: nobody can use it once we hold the lock. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${lockName}.after-`)) tryUnlink(join(folder, name));
    if (!name.startsWith(`${lockName}.draft-`)) continue;
    const found = look(join(folder, name), Date.now());
    // A draft without text is one being written this moment; its own process removes it.
    if (found?.holder && !found.live) tryUnlink(found.path);
  }
}

function keep(folder: string, text: string): FolderLock {
  const lock = join(folder, lockName);
  const file = openSync(lock, 'r+');
  const ours = (): boolean => look(lock, Date.now())?.text === text;
  let reportLost: () => void = () => {};
  const lost = new Promise<void>((resolve) => {
    reportLost = resolve;
  });
  // Writing the same bytes again moves the file's time by the clock of its disk, which every host sees alike.
  const touch = setInterval(() => {
    try {
      writeSync(file, text, 0);
      if (!ours()) reportLost();
    } catch {
      reportLost();
    }
  }, touchEveryMs).unref();
  let released = false;
  const release = (): void => {
    if (released) return;
    released = true;
    clearInterval(touch);
    closeSync(file);
    if (ours()) tryUnlink(lock);
  };
  return { folder, lost, release };
}

function held(folder: string, holder: Holder): string {
  const there = holder.hostname === hostname() ? '' : ` on ${holder.hostname}`;
  const at = holder.address === null ? '' : ` at ${holder.address}`;
  return `The data folder ${folder} is in use by another Tocsin (${holder.what}, process ${holder.pid}${there}${at}); stop that one, or set TOCSIN_DATA to another folder.`;
}
