/** Which codes of an area count, and which are only the frame of others. */
import { describe, expect, test } from 'vitest';
import { divisions } from '../../../../test/divisions.ts';
import { area, geocodes, zones } from '../../../../test/geocoded.ts';
import { geocodedArea, openGeocodes } from './geocodes.ts';

describe('what codes of an area are a frame', () => {
  test('a country beside a division of it, with a shape or without', () => {
    expect(area(null, ['ISO 3166-1:US', 'ISO 3166-2:US-TX'])).toEqual([
      ['US-TX Texas'],
      [],
      ['US United States', 'US —'],
    ]);
    expect(area(null, ['ISO 3166-1:PAK', 'ISO 3166-2:PK-KP'])).toEqual([[], ['PK-KP —'], ['PAK Pakistan']]);
    expect(area(null, ['ISO 3166:AF', 'ISO 3166:AF-KAB'])).toEqual([['AF-KAB Kabul'], [], ['AF Afghanistan']]);
    expect(area(null, ['ISO 3166-1:US', 'SAME:072001'])).toEqual([
      ['072001 Adjuntas'],
      [],
      ['US United States', 'US —'],
    ]);
    expect(area(null, ['ISO 3166-1:PR', 'SAME:072001'])).toEqual([['072001 Adjuntas'], [], ['PR Puerto Rico']]);
  });

  test('none of codes that lie elsewhere', () => {
    const none: string[] = [];
    expect(area(null, ['ISO 3166-1:FR', 'ISO 3166-2:US-TX'])).toEqual([['FR France', 'US-TX Texas'], none, none]);
    expect(area(null, ['ISO 3166-2:US-NY', 'SAME:009001'])).toEqual([
      ['US-NY New York', '009001 Fairfield'],
      none,
      none,
    ]);
    expect(area(null, ['SAME:006037', 'UGC:NYC061'])).toEqual([['006037 Los Angeles', 'NYC061 New York'], none, none]);
    expect(area(null, ['ISO 3166-2:CA-QC', 'profile_CAP-CP_Location_0.3:35'])).toEqual([
      ['CA-QC Québec', '35 Ontario'],
      none,
      none,
    ]);
    expect(area(null, ['ISO 3166-1:FR', 'NUTS:ES511'])).toEqual([['FR France'], ['ES511 —'], none]);
    // Their zone lies in the first county only.
    expect(area(null, ['SAME:030049', 'SAME:006037', 'UGC:MTZ014'], zones)).toEqual([
      ['006037 Los Angeles', 'MTZ014 Zone'],
      none,
      ['030049 Lewis and Clark'],
    ]);
  });

  test('one of which the codes do not say it, unless the shapes say otherwise', () => {
    const own = (lat: number) =>
      openGeocodes(divisions, [
        {
          ...{ scheme: 'Own', source: 'own', edition: '2026' },
          find: () => ({ name: 'Own', shape: { kind: 'circle', center: { lat, lon: -74 }, radiusMeters: 1000 } }),
        },
      ]);
    const codes = ['ISO 3166-2:US-NY', 'Own:1'];
    expect(area(null, codes)).toEqual([[], ['1 —'], ['US-NY New York']]);
    expect(area(null, codes, own(43))).toEqual([['1 Own'], [], ['US-NY New York']]);
    expect(area(null, codes, own(20))).toEqual([['US-NY New York', '1 Own'], [], []]);
  });

  test('of very many codes are found all the same', () => {
    const junk = (list: string, of: (n: number) => string) =>
      Array.from({ length: 20 }, (_, part) => ({
        valueName: list,
        value: Array.from({ length: 3500 }, (__, n) => of(part * 3500 + n)).join(' '),
      }));
    const given = [
      ...junk('ISO 3166-2', (n) => `${String.fromCharCode(65 + (n % 26))}Q-${n % 1000}`),
      ...junk('SAME', (n) => String(148_000 + n)),
      ...junk('UGC', (n) => `TXZ001${n}`),
      ...junk('Own', String),
    ];
    const found = geocodedArea({ polygons: [], circles: [], geocodes: given }, geocodes, {}, { left: 1_000_000 });
    expect(found?.unresolved.length).toBe(3 * 70_000 + 20);
  });
});
