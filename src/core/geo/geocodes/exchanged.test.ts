/** Files whose points have latitude and longitude exchanged are known by their codes' countries. */
import { expect, test } from 'vitest';
import { divisions } from '../../../../test/divisions.ts';
import { isExchanged, whereaboutsOf } from './exchanged.ts';
import type { GeocodeEntry } from './file.ts';

const entry = (code: string, lat: number, lon: number): GeocodeEntry => {
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ] as const;
  const ring = corners.map(([north, east]) => ({ lat: lat + north / 2, lon: lon + east / 2 }));
  return { code, name: code, shape: { kind: 'multipolygon', polygons: [{ kind: 'polygon', ring }] } };
};

test.each([
  ['NUTS', 'DE1', 48.5, 9],
  ['EMMA_ID', 'UK101', 52, -1],
  ['CISORP', '2102', 49.8, 15],
  ['ISO 3166-2', 'AF-KAB', 34.5, 69.2],
])('%s %s', (scheme, code, lat, lon) => {
  const right = whereaboutsOf(scheme, [entry(code, lat, lon)], divisions);
  const wrong = whereaboutsOf(scheme, [entry(code, lon, lat)], divisions);
  expect([right, isExchanged(right)]).toEqual([{ told: 1, asWritten: 1, exchanged: 0 }, false]);
  expect([wrong, isExchanged(wrong)]).toEqual([{ told: 1, asWritten: 0, exchanged: 1 }, true]);
});

test('one of several, and what lies off the coast, are no exchange; codes without a country say nothing', () => {
  const most = [entry('DE1', 48.5, 9), entry('DE2', 49, 11), entry('DE3', 9, 51)];
  expect(isExchanged(whereaboutsOf('NUTS', most, divisions))).toBe(false);
  expect(isExchanged(whereaboutsOf('EMMA_ID', [entry('DE801', 55, 4)], divisions))).toBe(false);
  expect(whereaboutsOf('Own', [entry('1', 9, 48)], divisions)).toEqual({ told: 0, asWritten: 0, exchanged: 0 });
});
