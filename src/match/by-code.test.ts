/** Areas by code and the people at their edges: towns whose place and division are known, and what the watch list says of somebody. */
import { describe, expect, test } from 'vitest';
import { divisions } from '../../test/divisions.ts';
import { at, makeAlert, makeArea, makeInfo, makePerson, makeView, standing } from '../../test/make.ts';
import { resolvedAreas } from '../core/geo/geocodes/areas.ts';
import { openGeocodes } from '../core/geo/geocodes/geocodes.ts';
import type { Stay } from '../core/model.ts';
import { infosCovering, matcher } from './match.ts';

const now = at('2026-03-02T07:00:00Z');

function viewOf(codes: readonly string[]) {
  const geocodes = codes.map((code) => ({ valueName: code.split(':')[0] ?? '', value: code.split(':')[1] ?? '' }));
  const alert = makeAlert({ infos: [makeInfo({ areas: [makeArea(null, { geocodes })] })] });
  return makeView({ alert, resolved: resolvedAreas(alert, openGeocodes(divisions)) });
}

function asked(codes: readonly string[], stay: Partial<Stay>) {
  const view = viewOf(codes);
  const match = matcher(view, now, { tellHours: 24, positionHours: 72 }, 'new');
  const person = makePerson('ana', { stay: { ...standing(0, 0), ...stay } });
  const { tell, why } = match(person);
  expect(infosCovering(view, person.person, now).length > 0).toBe(tell);
  return { tell, why };
}

const stayAt = (lat: number, lon: number, more: Partial<Stay> = {}): Partial<Stay> => ({ at: { lat, lon }, ...more });

describe('a town is told of its own, or the desk knows', () => {
  test.each([
    ['ISO 3166-2:JP-46', 28.377, 129.494, 'Naze on Amami'],
    ['ISO 3166-2:JP-46', 27.05, 128.43, 'Yoron'],
    ['ISO 3166-2:UA-32', 50.5218, 30.2506, 'Irpin'],
    ['ISO 3166-2:UA-32', 50.389, 30.3705, 'Vyshneve'],
    ['ISO 3166-2:RU-KK', 53.7156, 91.4292, 'Abakan'],
    ['ISO 3166-2:PY-11', -25.3468, -57.6065, 'Lambaré'],
    ['ISO 3166-2:KR-27', 36.24, 128.57, 'Gunwi'],
    ['ISO 3166-2:CU-15', 22.7166, -83.0565, 'San Cristóbal'],
    ['ISO 3166-2:AR-R', -40.8135, -62.9967, 'Viedma'],
    ['ISO 3166-2:TZ-05', -2.6319, 31.3089, 'Biharamulo'],
    ['ISO 3166-2:EC-G', -2.19, -79.89, 'Guayaquil'],
    ['ISO 3166-1:EC', -2.19, -79.89, 'Guayaquil'],
    ['ISO 3166-1:KE', -4.04, 39.67, 'Mombasa'],
    ['ISO 3166-1:AU', -16.92, 145.77, 'Cairns'],
    ['ISO 3166-1:MY', 5.98, 116.07, 'Kota Kinabalu'],
    ['ISO 3166-1:IR', 27.19, 56.28, 'Bandar Abbas'],
    ['ISO 3166-1:KI', 1.33, 172.98, 'Tarawa'],
    ['ISO 3166-1:MH', 8.78, 167.737, 'Ebeye'],
    ['ISO 3166-1:TK', -9.2, -171.85, 'Nukunonu'],
    ['ISO 3166-1:NO', 69.65, 18.96, 'Tromsø'],
    ['SAME:034001', 39.36415, -74.42306, 'Atlantic City'],
  ])('%s: %d, %d (%s)', (code, lat, lon) => {
    const { tell, why } = asked([code], stayAt(lat, lon));
    expect(tell || why.some((one) => one.code === 'near-edge' || one.code === 'area-unresolved')).toBe(true);
  });

  test.each([
    ['ISO 3166-2:JP-47', 28.377, 129.494, 'Naze on Amami'],
    ['ISO 3166-2:KR-47', 36.24, 128.57, 'Gunwi'],
    ['ISO 3166-2:CU-01', 22.7166, -83.0565, 'San Cristóbal'],
    ['ISO 3166-2:TZ-27', -2.6319, 31.3089, 'Biharamulo'],
    ['ISO 3166-2:UA-74', 51.5225, 30.7181, 'Slavutych'],
  ])('%s does not tell %d, %d (%s)', (code, lat, lon) => {
    expect(asked([code], stayAt(lat, lon)).tell).toBe(false);
  });

  test('a country beside a division of it tells nobody elsewhere', () => {
    expect(asked(['ISO 3166-1:PK', 'ISO 3166-2:PK-KP'], stayAt(24.86, 67.05)).tell).toBe(false);
    expect(asked(['ISO 3166-1:US', 'ISO 3166-2:US-TX'], stayAt(47.6, -122.3)).tell).toBe(false);
    expect(asked(['ISO 3166-2:US-NY', 'SAME:009001'], stayAt(42.65, -73.76)).tell).toBe(true);
  });
});

describe('what the watch list says of where somebody is', () => {
  const codes = ({ tell, why }: ReturnType<typeof asked>) => [tell, ...why.map(({ code }) => code)];
  const guayaquil = [-2.19, -79.89] as const;

  test('counts where the boundary is not exact enough for their place', () => {
    expect(codes(asked(['ISO 3166-1:EC'], stayAt(...guayaquil)))).toEqual([false, 'outside', 'near-edge']);
    const { tell, why } = asked(['ISO 3166-1:ECU'], stayAt(...guayaquil, { country: 'ec' }));
    expect([tell, why]).toMatchObject([true, [{ code: 'inside', record: 'EC', geocode: { value: 'ECU' } }]]);
    expect(codes(asked(['ISO 3166-2:EC-G'], stayAt(...guayaquil, { country: 'EC', admin1: 'G' })))).toEqual([
      true,
      'inside',
    ]);
    expect(codes(asked(['ISO 3166-2:EC-G'], stayAt(...guayaquil, { admin1: 'EC-G' })))).toEqual([true, 'inside']);
    expect(codes(asked(['ISO 3166-2:EC-G'], stayAt(...guayaquil, { country: 'EC', admin1: 'P' })))[0]).toBe(false);
  });

  test('counts where their place is not known at all', () => {
    expect(codes(asked(['ISO 3166-1:EC'], { at: null, country: 'EC' }))).toEqual([true, 'inside']);
    expect(codes(asked(['ISO 3166-1:EC'], { at: null, country: 'PE' }))).toEqual([false, 'no-position']);
  });

  test('does not count against a place that is surely elsewhere: the desk hears of it', () => {
    const { tell, why } = asked(['ISO 3166-1:EC'], stayAt(-12.05, -77.04, { country: 'EC' }));
    expect([tell, why]).toMatchObject([false, [{ code: 'outside' }, { code: 'near-edge', record: 'EC' }]]);
    expect(codes(asked(['ISO 3166-1:EC'], stayAt(-12.05, -77.04, { country: 'PE' })))).toEqual([false, 'outside']);
  });

  test('is not what an alert by polygon or by county asks for', () => {
    expect(codes(asked(['SAME:000000'], stayAt(60, 0, { country: 'US' })))).toEqual([false, 'outside']);
  });
});
