/** The desk's own places, as an operator types them: listed, shown, warned of, named to whoever is inside, taken off. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { write as writeCap } from '../../src/core/cap/index.ts';
import { makeAlert, makeInfo, stamp } from '../make.ts';
import { csv, type DeskFolder, deskFolder, withOperator } from './desk.ts';

let folder: DeskFolder;
beforeAll(() => {
  folder = deskFolder();
});
afterAll(() => folder.remove());

const list = [
  'id,name,kind,lat,lon,capacity,note,source,space,name:fa-AF',
  'school,School of Ana,shelter,34.75,69.2,120,Ring twice.,Ana,,مکتب آنا',
  'gate,North gate,gate,34.55,69.2,,,,,',
  'bad,Nowhere,gate,,,,,,,',
  'tent,Drill tent,shelter,34.75,69.2,,,,drill,',
].join('\n');

test('bad rows are named by line, the others are listed once, each in its space', async () => {
  const path = join(folder.folder, 'places.csv');
  writeFileSync(path, list);
  const first = await folder.run(['places', 'import', path]);
  expect(first).toMatchObject({ code: 1, stdout: '4 rows: 3 new, 0 changed, 0 as known, 1 left out.\n' });
  expect(first.stderr).toContain('places.csv:4: error places.row.position The row says nowhere');
  const again = await folder.run(['places', 'import', '-'], list.replace('North gate', 'South gate'));
  expect(again.stdout).toBe('4 rows: 0 new, 1 changed, 2 as known, 1 left out.\n');
  expect((await folder.run(['places', 'list'])).stdout).toBe(
    'school\tshelter\tSchool of Ana\t34.75,69.2\ta point\ngate\tgate\tSouth gate\t34.55,69.2\ta point\n',
  );
  expect((await folder.run(['places', 'list', '--space', 'drill'])).stdout).toMatch(/^tent\t/);
  expect((await folder.run(['places', 'list', '--space', 'dril'])).code).toBe(2);
  expect((await folder.run(['places', 'import', 'missing.csv'])).code).toBe(2);
});

test('a confirmed warning over a gate wakes the desk, and names the shelter to whoever is inside', async () => {
  const ana = await withOperator(folder);
  const people = [{ id: 'in', name: 'Inga', role: 'Driver', lat: 34.5, lon: 69.2 }];
  expect((await folder.run(['watch', 'import', '-'], csv(people))).code).toBe(0);
  const desk = await folder.start();
  const at = (ms: number) => stamp(`${new Date(Date.now() + ms).toISOString().slice(0, 19)}-00:00`);
  const cap = writeCap(makeAlert({ sent: at(-60_000), infos: [makeInfo({ expires: at(3_600_000) })] }));
  const { id } = await ana.report(desk, cap);
  await ana.post(desk, `/api/v1/alerts/${id}/confirm`);
  const wakes = async () =>
    (await ana.get<{ wakes: { sentence: string }[] }>(desk, '/api/v1/wakes')).wakes.map(({ sentence }) => sentence);
  await vi.waitFor(async () => expect(await wakes()).toContainEqual(expect.stringContaining('of this desk')), 10_000);
  expect((await wakes()).find((one) => one.includes('of this desk'))).toMatch(
    /^1 place of this desk lies in an area of .*\. The page of the alert names it to operators/,
  );
  expect(await (await fetch(`${desk.url}/alerts/${id}`)).text()).toContain('One place of this desk’s own inside');
  for (const path of ['/', `/alerts/${id}`, '/places', '/api/v1/wakes', '/api/v1/situations'])
    expect(await (await fetch(desk.url + path)).text()).not.toContain('South gate');
  const [inga] = (await ana.get<{ people: { id: string }[] }>(desk, '/api/v1/people')).people;
  const nearest = await ana.get<{ kind: string; places: { id: string; kind: string; note: string | null }[] }>(
    desk,
    `/api/v1/people/${inga?.id}/nearest-outside`,
  );
  expect(nearest.kind).toBe('outside');
  expect(nearest.places[0]).toMatchObject({ id: 'own/school', kind: 'shelter', note: 'Ring twice.' });
  expect(nearest.places.slice(1).map(({ kind }) => kind)).toEqual(Array(5).fill('town'));
  const before = await ana.get<{ seq: number }>(desk, '/api/v1/alerts');
  expect((await folder.run(['places', 'remove', 'school'])).code).toBe(0);
  expect((await folder.run(['places', 'remove', 'school'])).code).toBe(1);
  const search = async (moment: string) =>
    (
      await ana.get<{ places: { id: string }[] }>(desk, `/api/v1/places?q=${encodeURIComponent('مکتب آنا')}${moment}`)
    ).places.map((one) => one.id);
  expect(await search('')).not.toContain('own/school');
  expect(await search(`&seq=${before.seq}`)).toContain('own/school');
  expect(await desk.stop()).toBe(0);
});
