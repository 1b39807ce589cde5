import { expect, test } from 'vitest';
import { readPlaces } from './places.ts';

const read = (text: string) => readPlaces(new TextEncoder().encode(text));
const codes = (text: string): string[] => read(text).findings.map(({ code, where }) => `${code}@${where.line}`);
const header = 'id,name,kind,lat,lon,radiusMeters,polygon,capacity,note,source,space';

test('every column, with names in other languages', () => {
  const { places, findings, rows } = read(
    `${header},name:fa-AF,name:ps\nschool, School of Ana ,Shelter,34.5,69.2,40,,120,"Ring, then wait.",Ana,drill,مکتب آنا,\n`,
  );
  expect(findings).toEqual([]);
  expect(rows).toBe(1);
  const point = { lat: 34.5, lon: 69.2 };
  expect(places).toEqual([
    {
      space: 'drill',
      place: {
        ...{ ref: 'school', name: 'School of Ana', kind: 'shelter', point },
        names: [{ text: 'مکتب آنا', language: 'fa-AF' }],
        shape: { kind: 'circle', center: point, radiusMeters: 40 },
        ...{ capacity: 120, note: 'Ring, then wait.', source: 'Ana' },
      },
    },
  ]);
});

test('a place is a point, a circle or a polygon; of a polygon alone one goes to its middle, or to a corner where that is outside', () => {
  const { places, findings } = read(
    [
      'id,name,kind,lat,lon,polygon',
      'gate,North gate,gate,34.5,69.2,',
      'yard,Yard,meeting-point,,,"0,0 0,2 2,2 2,0 0,0"',
      'hook,Hook,other,,,"0,0 0,9 1,9 1,1 9,1 9,0 0,0"',
      'far,Far side,office,,,"0,179 0,-179 2,-179 2,179 0,179"',
      'in,Camp,office,1,0.5,"0,0 0,2 2,2 2,0 0,0"',
    ].join('\n'),
  );
  expect(findings).toEqual([]);
  expect(places.map(({ place }) => [place.shape.kind, place.point.lat, place.point.lon])).toEqual([
    ['point', 34.5, 69.2],
    ['polygon', 1, 1],
    ['polygon', 0, 0],
    ['polygon', 1, 180],
    ['polygon', 1, 0.5],
  ]);
});

test('each bad row is named by its line and left out, the others are kept', () => {
  const text = [
    header,
    ',Nameless,gate,1,2',
    'a,,gate,1,2',
    'b,B,castle,1,2',
    'c,C,gate,,',
    'd,D,gate,1,',
    'e,E,gate,91,0',
    'f,F,gate,1,2,-5',
    'g,G,gate,,,50',
    'h,H,gate,1,2,50,"0,0 0,2 2,2 0,0"',
    'i,I,gate,,,,"0,0 0,2 2,2"',
    'j,J,gate,1,2,,,,,,moon',
    'k,K,gate,1,2',
    'k,K again,gate,1,2',
    `l,${'L'.repeat(201)},gate,1,2`,
    'm,"M,gate,1,2',
  ].join('\n');
  expect(codes(text)).toEqual([
    'places.row.not-csv@16',
    'places.row.no-id@2',
    'places.row.no-name@3',
    'places.row.kind@4',
    'places.row.position@5',
    'places.row.position@6',
    'places.row.position@7',
    'places.row.position@8',
    'places.row.position@9',
    'places.row.position@10',
    'places.row.polygon@11',
    'places.row.space@12',
    'places.row.twice@14',
    'places.row.too-long@15',
  ]);
  expect(read(text).places.map(({ place }) => place.ref)).toEqual(['k']);
  expect(read(text).rows).toBe(15);
});

test('what is odd and not wrong is said, and kept', () => {
  const text = `${header}\na,A,gate,5,5,,"0,0 0,2 2,2 2,0 0,0",many\n`;
  expect(codes(text)).toEqual(['places.row.position@2', 'places.row.capacity@2']);
  expect(read(text).places).toMatchObject([{ place: { point: { lat: 5, lon: 5 }, capacity: null } }]);
});

test('a list without its columns says which', () => {
  expect(codes('id,title\na,b\n')).toEqual([
    'places.column.unknown@1',
    'places.column.missing@1',
    'places.column.missing@1',
  ]);
  expect(codes('')).toEqual(['places.empty@undefined']);
});
