/** PostgreSQL's own words, in a file that the server holds itself (so it may outlive us) and that never grows without end. */
import { copyFileSync, existsSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** The log and the one before it hold at most about this much each. */
export const logCapBytes = 4 * 2 ** 20;

/** Opens for appending; the caller closes. What was too long is moved to `.1` first. `startsAt`: where new lines begin. */
export function openLog(path: string): { file: number; startsAt: number } {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a', 0o600);
  rotate(path);
  return { file, startsAt: statSync(path).size };
}

/** The server appends, so after the cut it goes on at the new end. Lines written between copy and cut are lost. */
export function rotate(path: string, capBytes = logCapBytes): void {
  if (statSync(path).size <= capBytes) return;
  copyFileSync(path, `${path}.1`);
  truncateSync(path);
}

/** Rotates every minute, without keeping the process alive; gives the way to end that. */
export function keepRotated(path: string): () => void {
  const timer = setInterval(() => {
    try {
      rotate(path);
    } catch {
      // A full disk or a removed file: the log is no reason to disturb the server. Next minute again.
    }
  }, 60_000).unref();
  return () => clearInterval(timer);
}

/** The last line that says why the server could not go on, without its time stamp; or the last line at all. */
export function lastWords(path: string, from: number): string {
  if (!existsSync(path)) return '';
  const lines = readFileSync(path).subarray(from).toString('utf8').trim().split('\n');
  const line = lines.findLast((one) => /\b(FATAL|PANIC):/.test(one)) ?? lines.at(-1) ?? '';
  return line.replace(/^.*?\b(?=(FATAL|PANIC):)/, '').trim();
}
