/**
 * The server processes that use a cluster, found by the system's own word and not by a pid file alone: a killed Tocsin leaves
 * its PostgreSQL running, and a pid in an old file may belong to any other program by now.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Refusal } from '../../core/refusal.ts';

/** What PostgreSQL writes about itself: `postmaster.pid`, one value a line. */
export interface PidFile {
  readonly pid: number;
  readonly socketFolder: string | null;
  readonly ready: boolean;
}

const pidFileOf = (cluster: string): string => join(cluster, 'postmaster.pid');

/** null when there is none. Throws when it can't be read for another reason (EACCES). */
export function readPidFile(cluster: string): PidFile | null {
  try {
    const lines = readFileSync(pidFileOf(cluster), 'utf8').split('\n');
    return { pid: Number(lines[0]), socketFolder: lines[4] || null, ready: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const signal = (pid: number, name: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
};

/** The pids of all PostgreSQL processes that work in this cluster: the postmaster and its children. */
export function processesOf(cluster: string): number[] {
  const real = realpathSync(cluster);
  if (process.platform !== 'linux') {
    const pid = readPidFile(cluster)?.pid;
    return pid !== undefined && commandOf(pid).includes(` -D ${real}`) ? [pid] : [];
  }
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => linkOf(pid, 'cwd') === real && basename(linkOf(pid, 'exe')).startsWith('postgres'));
}

/** Empty when the process has ended or is another user's. */
function linkOf(pid: number, name: 'cwd' | 'exe'): string {
  try {
    return readlinkSync(`/proc/${pid}/${name}`);
  } catch {
    return '';
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until `done`, looking every 20 ms; false after `limitMs`. */
export async function waitUntil(done: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!(await done())) {
    if (performance.now() > end) return false;
    await pause(20);
  }
  return true;
}

/**
 * How long a shutdown may take: one that waits for clients, one that does not but writes a checkpoint, and an immediate one,
 * which costs no row but a recovery at the next start.
 */
export const shutdownLimits = { smartMs: 1000, fastMs: 15_000, immediateMs: 5000 };

/**
 * Ends whatever PostgreSQL still runs in this cluster: by a fast shutdown, by an immediate one when that takes too long, and
 * at last by SIGKILL, which PostgreSQL recovers from as from the others. Call it only while holding the data folder.
 */
export async function stopOrphans(cluster: string, limits = shutdownLimits): Promise<Refusal | null> {
  const left = (): number[] => processesOf(cluster);
  const gone = (): boolean => left().length === 0;
  const postmaster = readPidFile(cluster)?.pid;
  const orphan = left().find((pid) => pid === postmaster);
  // Children without their postmaster notice that by themselves, most of them within moments.
  if (orphan !== undefined) signal(orphan, 'SIGINT');
  if (await waitUntil(gone, orphan === undefined ? 2000 : limits.fastMs)) return freePidFile(cluster);
  for (const pid of left()) signal(pid, 'SIGQUIT');
  if (await waitUntil(gone, limits.immediateMs)) return freePidFile(cluster);
  for (const pid of left()) signal(pid, 'SIGKILL');
  if (await waitUntil(gone, limits.immediateMs)) return freePidFile(cluster);
  return {
    refused: `An earlier PostgreSQL (process ${left().join(', ')}) still uses ${cluster} and cannot be stopped; stop it by hand.`,
  };
}

/** A pid that no system gives to a process. */
const nobodysPid = 2 ** 22 + 1;

/**
 * PostgreSQL refuses to start when the pid in an old file is alive, whatever program that is. Only the pid is replaced: the
 * rest of the file is how PostgreSQL itself makes sure that no child of the old server is left.
 */
function freePidFile(cluster: string): null {
  const file = readPidFile(cluster);
  if (!file || !signal(file.pid, 0)) return null;
  const [, ...rest] = readFileSync(pidFileOf(cluster), 'utf8').split('\n');
  writeFileSync(pidFileOf(cluster), [nobodysPid, ...rest].join('\n'));
  return null;
}
