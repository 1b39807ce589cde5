/** The commands that work on people and alerts, as an operator types them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write as writeCap } from '../../src/core/cap/index.ts';
import { makeAlert, makeInfo, stamp } from '../make.ts';
import { csv, type DeskFolder, deskFolder, withOperator } from './desk.ts';

const at = (ms: number) => stamp(`${new Date(Date.now() + ms).toISOString().slice(0, 19)}-00:00`);
const flood = (part = {}) =>
  writeCap(makeAlert({ sent: at(-60_000), infos: [makeInfo({ expires: at(3_600_000) })], ...part }));
const people = [
  { id: 'a', name: 'Anahit', role: 'Driver', email: 'a@people.example', lat: 34.5, lon: 69.2 },
  { id: 'b', name: 'Baran', role: 'Nurse', email: 'b@people.example', lat: 35.5, lon: 69.2 },
  { id: 'c', name: 'Cyra', role: 'Guard', lat: 34.5, lon: 69.2 },
];

let folder: DeskFolder;
const file = (name: string, text: string): string => {
  const path = join(folder.folder, name);
  writeFileSync(path, text);
  return path;
};

beforeAll(() => {
  folder = deskFolder();
});
afterAll(() => folder.remove());

test('who says whom an alert would tell and why, and leaves no trace', async () => {
  const [alert, list] = [file('flood.xml', flood()), file('people.csv', csv(people))];
  const said = await folder.run(['who', alert, '--watch', list]);
  expect(said.code).toBe(0);
  expect(said.stdout).toMatch(/1 of 3 people would be told/);
  expect(said.stdout).toMatch(/^ {2}told {5} a \(Driver\): .*inside/im);
  expect(said.stdout).toMatch(/^ {2}not told {2}b \(Nurse\): .*outside/im);
  expect(said.stdout).toMatch(/^ {2}not told {2}c \(Guard\): .*address/im);
  const json = await folder.run(['who', alert, '--watch', list, '--json']);
  expect(
    json.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).tell),
  ).toEqual([true, false, false]);
  const drill = await folder.run(['who', file('drill.xml', flood({ status: 'Exercise' })), '--watch', list]);
  expect(drill.stdout).toMatch(/0 of 3 people would be told/);
  expect((await folder.run(['who', alert])).code).toBe(2);
  expect((await folder.run(['who', file('broken.xml', '<alert>'), '--watch', list])).code).toBe(1);
  expect((await folder.run(['token', 'list'])).stdout).toBe('');
});

test('the examples of the README do what it says', async () => {
  expect(await folder.run(['check', 'examples/flood.xml'])).toMatchObject({
    code: 0,
    stdout: `examples/flood.xml: XML valid, schema valid, specification valid\n1 file: 0 errors, 0 warnings, 0 notes\n`,
  });
  const said = await folder.run(['who', 'examples/flood.xml', '--watch', 'examples/people.csv']);
  expect(said.stdout).toMatch(/2 of 4 people would be told/);
});

test('watch import lists people once, names bad rows by line, and erase takes one away for good', async () => {
  const list = file('mixed.csv', csv([...people, { id: 'd', name: '', lat: 1, lon: 1 }]));
  const first = await folder.run(['watch', 'import', list]);
  expect(first).toMatchObject({ code: 1, stdout: '4 rows: 3 new, 0 changed, 0 as known, 1 left out.\n' });
  expect(first.stderr).toMatch(/mixed\.csv:5: error watch\.row\.no-name/);
  expect((await folder.run(['watch', 'import', list])).stdout).toMatch(/0 new, 0 changed, 3 as known/);
  const secret = await folder.run(['watch', 'secret', 'a']);
  expect(secret.stdout).toMatch(/^whsec_[A-Za-z0-9+/=]{43,}\n$/);
  expect((await folder.run(['watch', 'secret', 'b'])).stdout).not.toBe(secret.stdout);
  expect((await folder.run(['watch', 'secret', 'nobody'])).code).toBe(1);
  expect((await folder.run(['watch', 'erase', 'a', '--space', 'Drill'])).code).toBe(2);
  expect((await folder.run(['watch', 'erase', 'a'])).code).toBe(0);
  expect((await folder.run(['watch', 'erase', 'a'])).code).toBe(1);
  expect((await folder.run(['watch', 'import', file('gone.csv', 'name\nAna')])).code).toBe(1);
  expect((await folder.run(['watch', 'import', join(folder.folder, 'none.csv')])).code).toBe(2);
});

test('a token is shown once, belongs to one name for ever, and ends when it is revoked', async () => {
  const ana = await withOperator(folder, 'Ana');
  expect(await folder.run(['token', 'add', 'Ana'])).toMatchObject({ code: 1, stdout: '' });
  const desk = await folder.start();
  expect((await ana.report(desk, flood())).status).toBe(201);
  expect((await ana.report(desk, flood({ identifier: 'second' }))).status).toBe(201);
  expect((await folder.run(['token', 'list'])).stdout).toMatch(/^Ana\tadded .*\tin use\n$/);
  expect((await folder.run(['token', 'revoke', 'Ana'])).code).toBe(0);
  expect((await ana.report(desk, flood({ identifier: 'third' }))).status).toBe(401);
  expect(await folder.run(['token', 'add', 'Ana'])).toMatchObject({ code: 1 });
  expect(await folder.run(['confirm', 'a-0000000000000000', '--by', 'Ana'])).toMatchObject({ code: 2 });
  await withOperator(folder, 'Ben');
  expect(await folder.run(['confirm', 'a-0000000000000000', '--by', 'Ben'])).toMatchObject({ code: 1 });
  expect(await desk.stop()).toBe(0);
});

test('serve says in one sentence why it can’t start', async () => {
  const desk = await folder.start();
  const port = new URL(desk.url).port;
  const other = deskFolder({ TOCSIN_PORT: port });
  const busy = await other.run(['serve']);
  expect(busy).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining(`Port ${port}`) });
  expect((await other.run(['serve', '--listen', '0.0.0.0'])).code).toBe(2);
  const unreachable = deskFolder({ DATABASE_URL: 'postgres://tocsin@127.0.0.1:1/none' });
  expect(await unreachable.run(['serve'])).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('does not answer'),
  });
  expect(await desk.stop()).toBe(0);
  for (const one of [other, unreachable]) one.remove();
});
