/** CAP's written shapes: what is read, and what is said of what is not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCircle, parsePolygon } from './parse.ts';

test.each(['1,2 3,4 5,6 1,2', '  1,2\n\t3,4\r\n5,6   1,2\n', '1, 2 3 ,4 5 , 6 1,2', '+1.0,2. 3,4 5,6 1e0,.2E1'])(
  'polygon %j',
  (text) => {
    const ring = [
      { lat: 1, lon: 2 },
      { lat: 3, lon: 4 },
      { lat: 5, lon: 6 },
      { lat: 1, lon: 2 },
    ];
    expect(parsePolygon(text)).toEqual({ shape: { kind: 'polygon', ring }, fault: null });
  },
);

test.each([
  ['', 'empty'],
  [' \n ', 'empty'],
  ['1,2 3,4 1,2', 'too-few-points'],
  ['1,2 3,4 5,6 7,8', 'not-closed'],
  ['91,2 3,4 5,6 91,2', 'out-of-range'],
  ['1,180.1 3,4 5,6 1,180.1', 'out-of-range'],
  ['1 2 3 4 5 6 1 2', 'not-numbers'],
  ['1,2,3,4 5,6 1,2', 'not-numbers'],
  ['1,2;3,4;5,6;1,2', 'not-numbers'],
  ['NaN,2 3,4 5,6 NaN,2', 'not-numbers'],
  ['0x1,2 3,4 5,6 0x1,2', 'not-numbers'],
  ['1,2 3,4 5,6 1,', 'not-numbers'],
  ['1,2 3,4 5,6 1', 'not-numbers'],
  ['1e999,2 3,4 5,6 1,2', 'not-numbers'],
  ['1e,2 3,4 5,6 1,2', 'not-numbers'],
  ['−1,2 3,4 5,6 −1,2', 'not-numbers'],
])('no polygon: %j is %s', (text, code) => {
  const reading = parsePolygon(text);
  expect(reading.shape).toBeNull();
  expect(reading.fault?.code).toBe(code);
  expect(reading.fault?.sentence).toMatch(/\.$/);
});

test('points over the limit are not kept', () => {
  expect(parsePolygon('1,2 3,4 5,6 1,2', 3).fault?.code).toBe('too-many-points');
  expect(parsePolygon('1,2 3,4 5,6 1,2', 4).fault).toBeNull();
});

test.each([
  ['34.5,69.2 5', 5000],
  ['34.5,69.2 0', 0],
  [' 34.5 , 69.2\n0.25 ', 250],
])('circle %j', (text, radiusMeters) => {
  const center = { lat: 34.5, lon: 69.2 };
  expect(parseCircle(text)).toEqual({ shape: { kind: 'circle', center, radiusMeters }, fault: null });
});

test.each([
  ['', 'empty'],
  ['34.5,69.2', 'not-numbers'],
  ['34.5 69.2 5', 'not-numbers'],
  ['34.5,69.2,5', 'not-numbers'],
  ['34.5,69.2 5 6', 'not-numbers'],
  ['34.5,69.2 5km', 'not-numbers'],
  ['34.5,69.2 -5', 'out-of-range'],
  ['134.5,69.2 5', 'out-of-range'],
])('no circle: %j is %s', (text, code) => {
  expect(parseCircle(text).fault?.code).toBe(code);
});

test('any text is read or refused, and what was written comes back', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(['polygon', undefined]).toContain(parsePolygon(text).shape?.kind);
      expect(['circle', undefined]).toContain(parseCircle(text).shape?.kind);
    }),
  );
  const number = (limit: number): fc.Arbitrary<number> => fc.double({ min: -limit, max: limit, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(number(90), number(180)), { minLength: 3 }), (pairs) => {
      const closed = [...pairs, pairs[0] as [number, number]];
      const ring = parsePolygon(closed.map(([lat, lon]) => `${lat},${lon}`).join(' ')).shape?.ring;
      expect(ring?.map((p) => [p.lat + 0, p.lon + 0])).toEqual(closed.map(([lat, lon]) => [lat + 0, lon + 0]));
    }),
  );
});

test('a megabyte of digits or of spaces takes no longer than its length asks', () => {
  const long = 1_000_000;
  expect(parsePolygon('1'.repeat(long)).fault?.code).toBe('not-numbers');
  expect(parsePolygon(`1${' '.repeat(long)}2`).fault?.code).toBe('not-numbers');
  expect(parseCircle(`${'1.'.repeat(long)}`).fault?.code).toBe('not-numbers');
});
