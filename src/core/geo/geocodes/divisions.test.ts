/** The file of shapes: whole, and refused when it is another. */
import { describe, expect, test } from 'vitest';
import { divisions } from '../../../../test/divisions.ts';
import { isPoint, samePlace } from '../point.ts';
import { type DivisionTable, openDivisions } from './divisions.ts';

describe('the shapes that come with Tocsin', () => {
  test.each<[DivisionTable, number]>([
    ['ISO 3166-1', 249],
    ['ISO 3166-2', 3661],
    ['FIPS', 3287],
  ])('%s: %i, each of closed rings of places on earth', (table, count) => {
    const codes = divisions.codes(table);
    const broken = codes.filter((code) => {
      const polygons = divisions.find(table, code)?.shape().polygons ?? [];
      const rings = polygons.flatMap(({ ring, holes = [] }) => [ring, ...holes]);
      const isRing = (ring: (typeof rings)[number]): boolean => {
        const [first, last] = [ring[0], ring.at(-1)];
        return (
          ring.length >= 4 && ring.every(isPoint) && first !== undefined && last !== undefined && samePlace(first, last)
        );
      };
      return rings.length === 0 || !rings.every(isRing);
    });
    expect(codes.length).toBe(count);
    expect(broken).toEqual([]);
  });

  test('a shape is read once, and a code that is none gives none', () => {
    expect(divisions.find('ISO 3166-1', 'AF')?.shape()).toBe(divisions.find('ISO 3166-1', 'AF')?.shape());
    expect(divisions.find('ISO 3166-1', 'AFG')).toBeNull();
    expect(divisions.ownCountryOf('constructor')).toBeNull();
  });

  test('how exact each is was measured', () => {
    const tables: readonly DivisionTable[] = ['ISO 3166-1', 'ISO 3166-2', 'FIPS'];
    const meters = tables.map((table) =>
      divisions.codes(table).map((code) => divisions.find(table, code)?.withinMeters ?? 0),
    );
    expect(meters.map((each) => Math.min(...each))).toEqual([700, 700, 300]);
    expect(Math.max(...meters.flat())).toBeLessThanOrEqual(11_000);
    // Irpin lies 2.6 km inside its outline, Atlantic City 1 km outside.
    expect(divisions.find('ISO 3166-2', 'UA-30')?.withinMeters).toBeGreaterThan(2561);
    expect(divisions.find('FIPS', '34001')?.withinMeters).toBeGreaterThan(900);
    expect(divisions.find('ISO 3166-1', 'AF')?.withinMeters).toBe(700);
    expect(divisions.find('ISO 3166-1', 'DK')?.lacks).toEqual(['Christiansø']);
    expect(divisions.unshaped('UA-74')).toEqual({ name: expect.stringContaining('Chernihiv'), why: 'inexact' });
  });

  test('other bytes are refused', () => {
    expect(() => openDivisions(new TextEncoder().encode('TOCSIN'))).toThrow('not divisions in format 2');
    expect(() => openDivisions(new Uint8Array())).toThrow('not divisions in format 2');
  });
});
