/** Map files come by ranges, and nothing else of the disk does. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PMTiles, type RangeResponse, type Source } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeDesk } from '../../../test/pages/desk.ts';
import { createWeb } from '../web.ts';
import { mapFiles } from './files.ts';
import { rangeOf } from './range.ts';

const root = join(import.meta.dirname, '../../..');
const data = mkdtempSync(join(tmpdir(), 'tocsin-maps-'));
const web = createWeb(fakeDesk({ maps: () => mapFiles(root, data) }));
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  web.fetch(new Request(`http://127.0.0.1:8080${path}`, { method, headers: { host: '127.0.0.1:8080', ...headers } }));
const street = '/map/kabul-streets.pmtiles';
const text = async (answer: Response): Promise<string> => new TextDecoder().decode(await answer.arrayBuffer());

beforeAll(() => {
  mkdirSync(join(data, 'map'));
  writeFileSync(join(data, 'map/kabul-streets.pmtiles'), '0123456789');
  writeFileSync(join(data, 'map/empty.pmtiles'), '');
  writeFileSync(join(data, 'map/base.pmtiles'), 'not the base map');
  writeFileSync(join(data, 'map/notes.txt'), 'secret');
  writeFileSync(join(data, 'secret.pmtiles'), 'secret');
});
afterAll(() => rmSync(data, { recursive: true }));

test.each([
  [undefined, 'whole'],
  ['bytes=0-4', { start: 0, end: 4 }],
  ['bytes=5-', { start: 5, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-30', { start: 0, end: 9 }],
  ['bytes=8-99', { start: 8, end: 9 }],
  ['bytes=10-', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=5-4', 'whole'],
  ['bytes=0-1,3-4', 'whole'],
  ['lines=0-4', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=a-b', 'whole'],
] as const)('%s of ten bytes', (header, expected) => expect(rangeOf(header, 10)).toEqual(expected));

describe('a map file', () => {
  test('comes whole, in part, or not at all', async () => {
    const whole = await ask(street);
    expect([whole.status, whole.headers.get('accept-ranges'), await text(whole)]).toEqual([200, 'bytes', '0123456789']);
    const part = await ask(street, { range: 'bytes=2-4' });
    expect([
      part.status,
      part.headers.get('content-range'),
      part.headers.get('content-length'),
      await text(part),
    ]).toEqual([206, 'bytes 2-4/10', '3', '234']);
    const none = await ask(street, { range: 'bytes=10-12' });
    expect([none.status, none.headers.get('content-range'), await text(none)]).toEqual([416, 'bytes */10', '']);
    expect((await ask('/map/empty.pmtiles')).status).toBe(200);
  });

  test('HEAD says how long it is and sends nothing, whatever range it names', async () => {
    const head = await ask(street, { range: 'bytes=2-4' }, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await text(head)]).toEqual([200, '10', '']);
  });

  test('a range of another edition is answered with the whole of this one', async () => {
    const etag = (await ask(street)).headers.get('etag') ?? '';
    expect((await ask(street, { range: 'bytes=2-4', 'if-range': etag })).status).toBe(206);
    expect((await ask(street, { range: 'bytes=2-4', 'if-range': '"another"' })).status).toBe(200);
    expect((await ask(street, { range: 'bytes=2-4', 'if-range': 'Wed, 25 Nov 2026 00:00:00 GMT' })).status).toBe(200);
    expect((await ask(street, { 'if-none-match': `"x", W/${etag}` })).status).toBe(304);
  });

  test.each([
    '/map/../secret.pmtiles',
    '/map/..%2fsecret.pmtiles',
    '/map/%2e%2e%2fsecret.pmtiles',
    '/map/..%5csecret.pmtiles',
    '/map/notes.txt',
    '/map/secret.pmtiles',
    '/map/',
  ])('%s is nothing of this desk', async (path) => expect((await ask(path)).status).toBe(404));

  test('is for those who ask this desk by its name', async () =>
    expect((await ask(street, { host: 'elsewhere.example' })).status).toBe(421));
});

test('the list has the base map first, and not the file that only has its name', async () => {
  const { maps } = (await (await ask('/api/v1/maps')).json()) as {
    maps: { path: string; bytes: number; base: boolean }[];
  };
  expect(maps.map(({ path, base }) => [path, base])).toEqual([
    ['/map/base.pmtiles', true],
    ['/map/empty.pmtiles', false],
    [street, false],
  ]);
  expect(maps[0]?.bytes).toBeGreaterThan(1e6);
});

test('a reader of PMTiles finds Kabul in the base map, by ranges alone', async () => {
  const asked: string[] = [];
  const source: Source = {
    getKey: () => 'base',
    async getBytes(offset, length): Promise<RangeResponse> {
      asked.push(`${offset}`);
      const answer = await ask('/map/base.pmtiles', { range: `bytes=${offset}-${offset + length - 1}` });
      expect(answer.status).toBe(206);
      return { data: await answer.arrayBuffer() };
    },
  };
  const archive = new PMTiles(source);
  // The tile of zoom 6 that holds 34.5° N, 69.2° E.
  const tile = await archive.getZxy(6, 44, 25);
  const words = new TextDecoder().decode(tile?.data);
  for (const name of ['Kabul', 'کابل', 'كابل', 'name:fa', 'Bamyan', 'بامیان'])
    expect(words.includes(name) ? name : `no ${name}`).toBe(name);
  expect(asked.length).toBeLessThan(6);
});
