/** docs/read.schema.json is what programs go by: whatever `read --json` prints has to be of it, and every span in its text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { runCommandLine } from '../cli.ts';
import { exit } from '../line/command.ts';

const root = join(import.meta.dirname, '../../..');
const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(root, 'docs/read.schema.json'), 'utf8')));

async function jsonOf(path: string): Promise<unknown> {
  let stdout = '';
  const code = await runCommandLine({
    ...{ argv: ['read', '--json', path], env: {}, home: root, resolve },
    readFile: () => ({ refused: 'There is no file of settings.' }),
    stdin: () => Promise.reject(new Error('nothing is handed in')),
    stdout: (text) => (stdout += text),
    stderr: () => {},
    clock: { now: () => 0, wait: () => new Promise(() => {}) },
    signal: new AbortController().signal,
  });
  expect(code).not.toBe(exit.usage);
  return stdout === '' ? null : JSON.parse(stdout);
}

/** Every object anywhere in `value` that has words and a place. */
function* spans(value: unknown): Generator<{ text: string; start: number; end: number }> {
  if (typeof value !== 'object' || value === null) return;
  if ('text' in value && 'start' in value) yield value as { text: string; start: number; end: number };
  for (const member of Object.values(value)) yield* spans(member);
}

// What is broken, or only names alerts, holds nothing to print.
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => /\.(?:txt|html|json|rss|xml)$/.test(path) && !/expected\.json$|broken-|feed-of-links/.test(path));
const files = [...filesIn('assets/replay/kabul-2021/reports'), ...filesIn('src/sources')];

test.each(files)('%s', async (path) => {
  const read = await jsonOf(join(root, path));
  expect(schema.safeParse(read).error?.issues).toBeUndefined();
  const { report } = read as { report: { text: string } };
  for (const { text, start, end } of spans(read)) expect(report.text.slice(start, end)).toBe(text);
});

test('the schema lets nothing pass that it does not name, and misses what is not there', async () => {
  const read = (await jsonOf(join(root, files[0] ?? ''))) as { report: object; warnings: object[] };
  expect(schema.safeParse(read).success).toBe(true);
  expect(schema.safeParse({ ...read, alerts: [] }).success).toBe(false);
  expect(schema.safeParse({ ...read, report: { ...read.report, text: undefined } }).success).toBe(false);
  expect(
    schema.safeParse({ ...read, report: { ...read.report, blocks: [{ start: 0, end: 1, zone: 'sky' }] } }).success,
  ).toBe(false);
});
