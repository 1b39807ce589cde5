// The command line as a process: what it prints where, and the code it ends with.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';

const main = join(import.meta.dirname, '../../dist/main.js');
const folder = mkdtempSync(join(tmpdir(), 'tocsin-line-'));
afterAll(() => rmSync(folder, { recursive: true }));

const begin = (args: readonly string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, [main, ...args], { cwd: folder, env: { PATH: process.env['PATH'], ...env } });

async function run(
  args: readonly string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
) {
  const child = begin(args, env);
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}

test('output is the command’s alone', async () => {
  expect(await run(['version'])).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^tocsin \d+\.\d+\.\d+\n$/),
    stderr: '',
  });
});

test('wrong usage is said on standard error and ends with 2', async () => {
  const { code, stdout, stderr } = await run(['chekc', 'a.xml']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/did you mean check\?\)\.\n\.\/run --help/);
});

test('standard input is a file too', async () => {
  const { code, stdout } = await run(['check', '--json', '-'], { input: 'no XML' });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { file: '-', alerts: [{ verdicts: { xml: 'invalid', schema: null }, findings: [{ severity: 'error' }] }] },
  ]);
});

test('settings come from a file that is named, and a wrong one is refused', async () => {
  writeFileSync(join(folder, 'desk.json'), '{"port": 9}');
  expect((await run(['config', 'check', '--config', 'desk.json'])).stdout).toMatch(/TOCSIN_PORT +9 \(file\)/);
  const refused = await run(['serve'], { env: { TOCSIN_LISTEN: '0.0.0.0' } });
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain('TOCSIN_LISTEN must be a loopback address');
});

test('a replay says in one sentence what is wrong with the question, the story or its folder', async () => {
  const data = join(folder, 'data');
  const replay = (args: readonly string[] = []) => run(['replay', ...args], { env: { TOCSIN_DATA: data } });
  for (const [args, code, sentence] of [
    [['--at', 'noon'], 2, '--at is a date and time with an offset, such as 2021-08-26T12:00+04:30.'],
    [['--at', '2021-08-24T00:00Z'], 2, '--at must lie within the story, from 2021-08-25T00:00:00.000Z'],
    [['--story', 'nowhere'], 2, `There is no file ${join(folder, 'nowhere', 'story.json')}.`],
  ] as const) {
    const said = await replay(args);
    expect(said).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(`tocsin: ${sentence}`) });
  }
  mkdirSync(join(data, 'replay'), { recursive: true });
  writeFileSync(join(data, 'replay', 'mine.txt'), 'mine');
  expect(await replay()).toMatchObject({ code: 3, stderr: expect.stringContaining('no replay’s') });
  expect(readdirSync(join(data, 'replay'))).toEqual(['mine.txt']);
});

test('a reader that goes away is no error', async () => {
  const child = begin(['--help']);
  child.stdout.destroy();
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('Ctrl-C while it waits for input ends with 130', async () => {
  writeFileSync(join(folder, 'a.xml'), '');
  const child = begin(['check', 'a.xml', '-']);
  const closed = once(child, 'close');
  // The line about the first file shows that it got as far as reading the second.
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  expect((await closed)[0]).toBe(130);
});
