import { appendFileSync, closeSync, mkdtempSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepRotated, lastWords, logCapBytes, openLog, rotate } from './server-log.ts';

let root: string;
let path: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tocsin-log-'));
  path = join(root, 'log', 'postgres.log');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(root, { recursive: true });
});

it('keeps a log and the one before it, while its writer holds it open', () => {
  const log = openLog(path);
  writeSync(log.file, 'a'.repeat(60));
  rotate(path, 50);
  writeSync(log.file, 'b');
  expect(readFileSync(path, 'utf8')).toBe('b');
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('a'.repeat(60));
  rotate(path, 50);
  expect(readFileSync(path, 'utf8')).toBe('b');
  for (const file of [path, `${path}.1`]) expect(statSync(file).mode & 0o077).toBe(0);
  closeSync(log.file);
});

it('rotates a log that is too long when it is opened and every minute after', () => {
  closeSync(openLog(path).file);
  appendFileSync(path, 'x'.repeat(logCapBytes + 1));
  const log = openLog(path);
  expect(log.startsAt).toBe(0);
  vi.useFakeTimers();
  const end = keepRotated(path);
  writeSync(log.file, 'y'.repeat(logCapBytes + 1));
  vi.advanceTimersByTime(60_000);
  expect(statSync(path).size).toBe(0);
  rmSync(path);
  vi.advanceTimersByTime(60_000);
  end();
  expect(vi.getTimerCount()).toBe(0);
  closeSync(log.file);
});

it('gives the reason the server named last, from a place on', () => {
  const log = openLog(path);
  const old = '2026-01-01 00:00:00 UTC [1] FATAL:  an old reason\n';
  const lines = [
    'LOG:  starting',
    'FATAL:  could not write: No space left on device',
    'LOG:  database system is shut down',
  ];
  writeSync(log.file, old + lines.map((line) => `2026-01-01 00:00:00.000 UTC [2] ${line}\n`).join(''));
  expect(lastWords(path, old.length)).toBe('FATAL:  could not write: No space left on device');
  expect(lastWords(path, 0)).toBe('FATAL:  could not write: No space left on device');
  expect(lastWords(join(root, 'none'), 0)).toBe('');
  closeSync(log.file);
});
