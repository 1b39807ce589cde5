/** Boundaries brought to a running desk: what waited for them tells whoever is inside, and a backup carries them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write as writeCap } from '../../src/core/cap/index.ts';
import { makeAlert, makeArea, makeInfo, stamp } from '../make.ts';
import { csv, type DeskFolder, deskFolder, type MailSink, mailSink, withOperator } from './desk.ts';

let sink: MailSink;
let folder: DeskFolder;
const file = (name: string, content: unknown): string => {
  const path = join(folder.folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const box = (code: string, south: number): object => {
  const corners = [0, 1, 2, 3, 0].map((n) => [n === 1 || n === 2 ? 10 : 8, n > 1 ? south + 1 : south]);
  return {
    type: 'Feature',
    properties: { EMMA_ID: code, NAME: `Region ${code}` },
    geometry: { type: 'Polygon', coordinates: [corners] },
  };
};

beforeAll(async () => {
  sink = await mailSink();
  folder = deskFolder({ TOCSIN_SMTP_URL: `smtp://127.0.0.1:${sink.port}` });
});
afterAll(async () => {
  folder.remove();
  await sink.close();
});

test('a warning by code waits, is resolved by an import beside the running desk, and tells who is inside', async () => {
  const ana = await withOperator(folder);
  const people = [
    { id: 'in', name: 'Inga', email: 'in@people.example', lat: 51.5, lon: 9 },
    { id: 'out', name: 'Otto', email: 'out@people.example', lat: 53.5, lon: 9 },
  ];
  expect((await folder.run(['watch', 'import', '-'], csv(people))).code).toBe(0);
  const desk = await folder.start();
  const at = (ms: number) => stamp(`${new Date(Date.now() + ms).toISOString().slice(0, 19)}-00:00`);
  const area = makeArea(null, { geocodes: [{ valueName: 'EMMA_ID', value: 'DE012' }] });
  const infos = [makeInfo({ expires: at(3_600_000), areas: [area] })];
  const { id } = await ana.report(desk, writeCap(makeAlert({ sent: at(-60_000), infos })));
  await ana.post(desk, `/api/v1/alerts/${id}/confirm`);
  expect((await folder.run(['geo', 'list'])).stdout).toBe('EMMA_ID\t1 without a boundary\t1 alert in force\n');

  const regions = file('regions.geojson', {
    type: 'FeatureCollection',
    features: [box('DE012', 51), box('DE013', 53), { type: 'Feature', properties: {}, geometry: null }],
  });
  const said = await folder.run(['geo', 'import', '--scheme', 'EMMA_ID', '--edition', '2025', regions]);
  expect(said).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /^2 codes of EMMA_ID stored, from regions\.geojson, 2025\. They lie between .*\. 1 alert is resolved further/,
    ),
    stderr: expect.stringMatching(/regions\.geojson: error geocodes\.no-code Feature 3 has no code/),
  });
  await sink.until((mails) => mails.length === 1);
  expect(sink.mails[0]?.to).toEqual(['in@people.example']);
  expect(sink.mails[0]?.raw).toMatch(/EMMA_ID DE012/);
  expect((await folder.run(['geo', 'list'])).stdout).toMatch(/^EMMA_ID\t2 codes\tregions\.geojson\t2025\t\S+Z\n$/);
  expect(await desk.stop()).toBe(0);

  const saved = join(folder.folder, 'saved.backup');
  expect((await folder.run(['backup', saved])).code).toBe(0);
  const other = deskFolder();
  expect(await other.run(['restore', saved])).toMatchObject({ code: 0 });
  other.remove();
});

test('what can’t be imported says why and changes nothing', async () => {
  const run = (...args: string[]) => folder.run(['geo', 'import', ...args]);
  expect(await run('none.geojson')).toMatchObject({ code: 2, stderr: expect.stringContaining('--scheme is missing') });
  expect(await run('--scheme', 'NUTS', 'none.geojson')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('can’t be read'),
  });
  expect(await run('--scheme', 'NUTS', file('bad.geojson', 'no JSON'))).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/geocodes\.not-geojson.*Nothing was imported\./s),
  });
});
