/** The file of shapes: whole, and refused when it is another. */
import { describe, expect, test } from 'vitest';
import { divisions } from '../../../../test/divisions.ts';
import { isPoint, samePlace } from '../point.ts';
import { type DivisionTable, openDivisions } from './divisions.ts';

describe('the shapes that come with Tocsin', () => {
  test.each<[DivisionTable, number]>([
    ['ISO 3166-1', 249],
    ['ISO 3166-2', 3686],
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

  test('other bytes are refused', () => {
    expect(() => openDivisions(new TextEncoder().encode('TOCSIN'))).toThrow('not divisions in format 1');
    expect(() => openDivisions(new Uint8Array())).toThrow('not divisions in format 1');
  });
});
