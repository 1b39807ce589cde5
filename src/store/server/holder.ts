/** Who holds a data folder: what a lock file says about a process, and whether that process still lives. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What stands in the lock file. `nonce` makes every taking of a folder a text of its own. */
export interface Holder {
  readonly nonce: string;
  readonly pid: number;
  /** When the process began, in clock ticks since boot; null where there is no /proc. */
  readonly startTicks: string | null;
  readonly bootId: string | null;
  /** The numbering its pid belongs to: containers have one each. */
  readonly pidSpace: string | null;
  readonly hostname: string;
  /** What it does with the folder: `desk`, `backup` … */
  readonly what: string;
  readonly address: string | null;
}

/** A holder whose process we can't look at counts as live while its lock file was touched within this time. */
export const untouchedLimitMs = 60_000;

const tryRead = (read: () => string): string | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

/** Field 22 of /proc/PID/stat. The second field is a name in brackets that may itself hold blanks and brackets. */
export function startTicksOf(pid: number): string | null {
  const stat = tryRead(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie has ended; only its parent has not noticed yet.
  return fields[0] === 'Z' ? null : (fields[19] ?? null);
}

export const describeSelf = (nonce: string, about: { what?: string; address?: string }): Holder => ({
  nonce,
  pid: process.pid,
  startTicks: startTicksOf(process.pid),
  bootId: tryRead(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
  pidSpace: tryRead(() => readlinkSync('/proc/self/ns/pid')),
  hostname: hostname(),
  what: about.what ?? 'desk',
  address: about.address ?? null,
});

/** null when the text is no lock file of ours, such as one cut short by a full disk. */
export function parseHolder(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Holder;
    return Number.isInteger(value.pid) && typeof value.hostname === 'string' ? value : null;
  } catch {
    return null;
  }
}

const pidExists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Does the holder live? On another host, or in a container with its own pids, only the age of its last touch can say;
 * here its pid, start and boot say it exactly, so that a pid given to another program since does not count.
 */
export function lives(holder: Holder, untouchedMs: number): boolean {
  const self = describeSelf('', {});
  if (holder.hostname !== self.hostname) return untouchedMs < untouchedLimitMs;
  if (holder.bootId !== self.bootId) return false;
  if (holder.pidSpace !== self.pidSpace) return untouchedMs < untouchedLimitMs;
  if (holder.startTicks === null) return pidExists(holder.pid);
  return startTicksOf(holder.pid) === holder.startTicks;
}
