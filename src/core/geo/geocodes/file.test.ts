/** An operator's GeoJSON as geocodes: which property, what is joined, and that nothing is left out without a word. */
import { describe, expect, test } from 'vitest';
import { covers } from '../covers.ts';
import { readGeocodeFile } from './file.ts';

const square = (lon: number): object => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, 0],
      [lon + 1, 0],
      [lon + 1, 1],
      [lon, 1],
      [lon, 0],
    ],
  ],
});
const feature = (properties: object | null, geometry: object | null = square(0)) => ({
  type: 'Feature',
  properties,
  geometry,
});
const bytesOf = (content: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(content));
const collection = (features: readonly unknown[], more: object = {}): Uint8Array =>
  bytesOf({ type: 'FeatureCollection', ...more, features });

function read(scheme: string, features: readonly unknown[], property?: string) {
  const { entries, findings, ...rest } = readGeocodeFile(scheme, collection(features), property);
  return {
    ...rest,
    names: entries.map(({ code, name }) => `${code} ${name}`),
    entries,
    said: findings.map(({ message }) => message),
    paths: findings.map(({ where }) => where.path),
  };
}

describe('the property with the code', () => {
  test.each([
    ['NUTS', { NUTS_ID: 'BE21', NUTS_NAME: 'Prov. Antwerpen', LEVL_CODE: 2 }, 'BE21 Prov. Antwerpen'],
    ['NUTS3', { nuts_id: 'be211' }, 'BE211 BE211'],
    ['EMMA_ID', { EMMA_ID: 'CZ02102', name: 'Beroun' }, 'CZ02102 Beroun'],
    ['UGC', { STATE_ZONE: 'TX123', NAME: 'Dallas' }, 'TXZ123 Dallas'],
    ['CISORP', { KOD_ORP: 2102, NAZEV: 'Beroun' }, '2102 Beroun'],
    ['profile:CAP-CP:Location:0.3', { CSDUID: '4718090', CSDNAME: 'x' }, '4718090 4718090'],
    ['Spásvæði', { spásvæði: 'Höfuðborgarsvæðið' }, 'HÖFUÐBORGARSVÆÐIÐ HÖFUÐBORGARSVÆÐIÐ'],
  ])('of %s is found', (scheme, properties, name) => {
    expect(read(scheme, [feature(properties)])).toMatchObject({ names: [name], said: [] });
  });

  test('can be stated, also a number or the id of the feature', () => {
    expect(read('GADM', [feature({ a: 1, b: 'x' })], 'a').names).toEqual(['1 1']);
    expect(read('GADM', [{ ...feature({}), id: 'AFG.1_1' }], 'id').names).toEqual(['AFG.1_1 AFG.1_1']);
  });

  test('is asked for when none is known', () => {
    expect(read('NUTS', [feature({ fid: 1, region: 'x' })])).toMatchObject({
      property: null,
      names: [],
      said: ['No property of the features is known to hold codes of NUTS; say which of them does: id, fid, region.'],
    });
  });
});

describe('features', () => {
  test('of one code are one shape', () => {
    const { entries, said } = read('NUTS', [feature({ NUTS_ID: 'A' }), feature({ NUTS_ID: 'A' }, square(5))]);
    expect(said).toEqual([]);
    expect(entries.map(({ shape }) => [0.5, 3, 5.5].map((lon) => covers(shape, { lat: 0.5, lon })))).toEqual([
      [true, false, true],
    ]);
  });

  test('of one code may have more polygons than a call has arguments', () => {
    const { coordinates } = square(0) as { coordinates: unknown };
    const many = { type: 'MultiPolygon', coordinates: Array.from({ length: 150_000 }, () => coordinates) };
    const { entries } = read('NUTS', [feature({ NUTS_ID: 'A' }), feature({ NUTS_ID: 'A' }, many)]);
    expect(entries.map(({ shape }) => shape.polygons.length)).toEqual([150_001]);
  });

  test('that can not be used are named by their number, and the others stay', () => {
    const { names, said, paths } = read('NUTS', [
      feature({ NUTS_ID: 'A' }),
      feature({ NUTS_ID: '  ' }),
      feature({ NUTS_ID: 'B' }, { type: 'Point', coordinates: [1, 2] }),
      feature({ NUTS_ID: 'C' }, null),
      feature(null),
      7,
    ]);
    expect(names).toEqual(['A A']);
    expect(said).toEqual([
      'Feature 6 is not a GeoJSON feature and was left out.',
      'Feature 2 has no code in “NUTS_ID” and was left out.',
      'Feature 3 (B) is a point, which covers nobody, and was left out.',
      'Feature 4 (C) was left out. Has no geometry; add one or leave it out.',
      'Feature 5 has no code in “NUTS_ID” and was left out.',
    ]);
    expect(paths).toEqual(['/features/6', '/features/2', '/features/3', '/features/4', '/features/5']);
  });

  test('a code that lost a part is left out whole: the rest would be less than it says', () => {
    const { names, said } = read('NUTS', [
      feature({ NUTS_ID: 'A' }),
      feature({ NUTS_ID: 'A' }, { type: 'LineString', coordinates: [] }),
      feature({ NUTS_ID: 'B' }),
    ]);
    expect(names).toEqual(['B B']);
    expect(said.at(-1)).toBe('Feature 2 is a part of A, which was left out whole for want of it.');
  });

  test('one alone is a file too', () => {
    expect(readGeocodeFile('NUTS', bytesOf(feature({ NUTS_ID: 'A' }))).entries.map(({ code }) => code)).toEqual(['A']);
  });
});

describe('files that are none', () => {
  const codes = (bytes: Uint8Array): string[] => readGeocodeFile('NUTS', bytes).findings.map(({ code }) => code);
  const crs = (name: string): object => ({ crs: { type: 'name', properties: { name } } });

  test.each([
    ['no JSON', new TextEncoder().encode('{'), 'geocodes.not-geojson'],
    ['no bytes', new Uint8Array(), 'geocodes.not-geojson'],
    ['a geometry', bytesOf(square(0)), 'geocodes.not-geojson'],
    ['no features', collection([]), 'geocodes.empty'],
    ['features that are no list', bytesOf({ type: 'FeatureCollection', features: {} }), 'geocodes.empty'],
    [
      'metres of a projection',
      collection([feature({ NUTS_ID: 'A' })], crs('urn:ogc:def:crs:EPSG::3035')),
      'geocodes.projected',
    ],
  ])('%s', (_, bytes, code) => {
    expect(codes(bytes)).toEqual([code]);
  });

  test('WGS84 under its old names is as meant', () => {
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326'])
      expect(codes(collection([feature({ NUTS_ID: 'A' })], crs(name)))).toEqual([]);
  });
});

describe('codes and names', () => {
  test('of counties as the Census writes them are those of SAME', () => {
    expect(read('SAME', [feature({ GEOID: '09110', NAME: 'Capitol' })]).names).toEqual(['009110 Capitol']);
    expect(read('SAME', [feature({ GEOID: 1001 })]).names).toEqual(['001001 001001']);
    expect(read('FIPS', [feature({ GEOID: 1001 })]).names).toEqual(['01001 01001']);
    expect(read('SAME', [feature({ GEOID: '0911' })])).toMatchObject({
      names: [],
      said: ['Feature 1 (0911) has no code of SAME, which has six digits, and was left out.'],
    });
  });

  test('that no database can hold are left out or cut, and the others are not lost', () => {
    const found = read('NUTS', [
      feature({ NUTS_ID: 'A\u0000B' }),
      feature({ NUTS_ID: 'x'.repeat(20_000) }),
      feature({ NUTS_ID: 'A\ud800' }),
      feature({ NUTS_ID: 'GOOD', NAME: 'one\u0000two\ud800' }),
      feature({ NUTS_ID: 'LONG', NAME: 'x'.repeat(300) }),
    ]);
    expect(found.names).toEqual(['GOOD one two\ufffd', `LONG ${'x'.repeat(200)}`]);
    expect(found.said).toEqual([
      'Feature 1 has a code with characters in it that can’t be written, and was left out.',
      'Feature 2 has a code of 20000 characters, longer than any is, and was left out.',
      'Feature 3 has a code with characters in it that can’t be written, and was left out.',
      'The name of feature 5 was cut: it has 300 characters.',
    ]);
  });
});

test.each([
  [{ type: 'link', properties: { href: 'https://grid.example/3857' } }, 0],
  [{ type: 'EPSG', properties: { code: 3857 } }, 0],
  [{ type: 'EPSG', properties: { code: 4326 } }, 1],
  [{ type: 'link', properties: { href: 'http://www.opengis.net/def/crs/EPSG/0/4326' } }, 1],
])('a grid by any form of its name: %o', (crs, stored) => {
  const { entries } = readGeocodeFile('NUTS', collection([feature({ NUTS_ID: 'BE1' })], { crs }));
  expect(entries.length).toBe(stored);
});
