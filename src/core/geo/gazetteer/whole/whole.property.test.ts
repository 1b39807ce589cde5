import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers } from '../../covers.ts';
import { distanceMeters } from '../../distance.ts';
import type { Place } from '../../place.ts';
import type { Point, Shape } from '../../shape.ts';
import type { Entry } from './file/entry.ts';
import { packGazetteer } from './file/pack.ts';
import { foldedWords } from './file/spelling.ts';
import { openGazetteer } from './open.ts';

const kinds = ['country', 'admin1', 'region', 'town', 'airport', 'port', 'building'] as const;
const point: fc.Arbitrary<Point> = fc.record({
  lat: fc.oneof(fc.integer({ min: -900, max: 900 }), fc.constantFrom(-900, 900, 0)).map((tenths) => tenths / 10),
  lon: fc
    .oneof(fc.integer({ min: -1800, max: 1800 }), fc.constantFrom(-1800, 1800, -1799, 1799))
    .map((tenths) => tenths / 10),
});
const word = fc.constantFrom(
  'Kabul',
  'kabul',
  'Kābul',
  'کابل',
  'كابل',
  'Київ',
  '서울',
  'काबुल',
  'N’Djamena',
  'U.S.',
  'San',
  'José',
  'α',
  '𝒳y',
  '7',
);
const gap = fc.constantFrom(' ', '-', ', ', ' (', '\u200c', '/');
const name = fc
  .tuple(word, fc.array(fc.tuple(gap, word), { maxLength: 3 }))
  .map(([first, more]) => first + more.flat().join(''));
const entries: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      point,
      kind: fc.constantFrom(...kinds),
      names: fc.array(fc.record({ text: name, language: fc.constantFrom(null, 'fa', 'en') }), {
        minLength: 1,
        maxLength: 5,
      }),
      fuzzy: fc.boolean(),
      within: fc.constantFrom(null, 'p0'),
      radiusMeters: fc.constantFrom(undefined, 500),
      population: fc.nat(),
      admin1: fc.constantFrom(null, 'AF-KAB'),
      geonames: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((all) =>
    all.map(({ names, geonames, radiusMeters, ...rest }, i) => ({
      place: {
        ...rest,
        ...(radiusMeters !== undefined && { radiusMeters }),
        id: geonames ? `gn-${i + 1}` : `p${i}`,
        name: names[0]?.text ?? '',
        country: 'AF',
      },
      names,
      ...(geonames && { geonames: i + 1 }),
      ...{ weight: 100, source: `source ${i % 3}` },
    })),
  );
const opened = (all: readonly Entry[]) => openGazetteer(packGazetteer(all, 'whose'));
const byId = (a: Place, b: Place): number => (a.id < b.id ? -1 : 1);

describe('a gazetteer of anything', () => {
  test('gives every place back as it was, by its id and by each of its names', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const gazetteer = opened(all);
        for (const { place, names, source } of all) {
          expect(gazetteer.byId(place.id)).toEqual(place);
          expect(gazetteer.sourceOf(place)).toBe(source);
          for (const { text } of names) expect(gazetteer.named(text).map(({ id }) => id)).toContain(place.id);
        }
      }),
    );
  });
  test('names the same by name as a comparison of folded words does', () => {
    fc.assert(
      fc.property(entries, name, (all, asked) => {
        const key = foldedWords(asked).join(' ');
        const expected = all.filter(({ names }) => names.some(({ text }) => foldedWords(text).join(' ') === key));
        expect(opened(all).named(asked).toSorted(byId)).toEqual(expected.map(({ place }) => place).toSorted(byId));
      }),
    );
  });
  test('near: sorted, and complete against every distance', () => {
    const radius = fc.oneof(fc.constantFrom(0, 1, 20_003_930, 3e7), fc.double({ min: 0, max: 2e7, noNaN: true }));
    fc.assert(
      fc.property(
        entries,
        point,
        radius,
        fc.option(fc.integer({ min: 1, max: 5 })),
        (all, from, radiusMeters, limit) => {
          const expected = all
            .filter(({ place }) => !place.fuzzy)
            .map(({ place }) => distanceMeters(from, place.point))
            .filter((distance) => distance <= radiusMeters)
            .sort((a, b) => a - b);
          const near = opened(all).near(from, { radiusMeters, ...(limit !== null && { limit }) });
          expect(near.map((one) => one.distanceMeters)).toEqual(expected.slice(0, limit ?? expected.length));
          for (const one of near) expect(one.distanceMeters).toBe(distanceMeters(from, one.place.point));
        },
      ),
    );
  });
  test('within: just those whose point the shape covers', () => {
    const box = fc.tuple(point, point).map(([a, b]): Shape => {
      const corner = (lat: number, lon: number): Point => ({ lat, lon });
      return {
        kind: 'polygon',
        ring: [
          corner(a.lat, a.lon),
          corner(a.lat, b.lon),
          corner(b.lat, b.lon),
          corner(b.lat, a.lon),
          corner(a.lat, a.lon),
        ],
      };
    });
    const circle = fc.record({
      kind: fc.constant('circle' as const),
      center: point,
      radiusMeters: fc.constantFrom(0, 1e5, 5e6, 1.9e7),
    });
    fc.assert(
      fc.property(entries, fc.oneof(box, circle), (all, shape) => {
        const expected = all.map(({ place }) => place).filter((place) => !place.fuzzy && covers(shape, place.point));
        expect(opened(all).within(shape).toSorted(byId)).toEqual(expected.toSorted(byId));
      }),
    );
  });
  test('of the kinds asked for', () => {
    fc.assert(
      fc.property(entries, fc.subarray([...kinds]), (all, wanted) => {
        const near = opened(all).near({ lat: 0, lon: 0 }, { radiusMeters: 3e7, kinds: wanted });
        expect(near).toHaveLength(all.filter(({ place }) => !place.fuzzy && wanted.includes(place.kind)).length);
      }),
    );
  });
  test('finds what begins with what was typed, each place once, and a typo in a long word', () => {
    fc.assert(
      fc.property(entries, name, (all, typed) => {
        const hits = opened(all).search(typed, { limit: 100 });
        expect(new Set(hits.map(({ place }) => place.id)).size).toBe(hits.length);
        const words = foldedWords(typed);
        const begins = ({ names }: Entry): boolean =>
          names.some(({ text }) => {
            const others = foldedWords(text);
            return words.every((one) => others.some((other) => other.startsWith(one)));
          });
        expect(hits.map(({ place }) => place.id)).toEqual(
          expect.arrayContaining(all.filter(begins).map(({ place }) => place.id)),
        );
      }),
    );
    const one = opened([
      {
        ...(fc.sample(entries, { numRuns: 1, seed: 1 })[0]?.[0] as Entry),
        names: [{ text: 'Jalalabad', language: null }],
      },
    ]);
    for (const typed of ['jallalabad', 'jalalbad', 'jalalbaad', 'jalelabed', 'jalalabat'])
      expect(one.search(typed), typed).toHaveLength(1);
    for (const typed of ['jelelebed', 'dalalabad', 'jalalabadd abad']) expect(one.search(typed), typed).toHaveLength(0);
  });
  test('never throws on any text, point or shape', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), name);
    const number = fc.double();
    fc.assert(
      fc.property(entries, anything, number, number, number, (all, text, lat, lon, radiusMeters) => {
        const gazetteer = opened(all);
        const somewhere = { lat, lon };
        gazetteer.byId(text);
        gazetteer.named(text);
        expect(gazetteer.search(text, { near: somewhere, language: text, limit: lat }).length).toBeLessThanOrEqual(40);
        gazetteer.nameIn((all[0] as Entry).place, text);
        expect(gazetteer.near(somewhere, { radiusMeters, limit: lat }).length).toBeLessThanOrEqual(40);
        gazetteer.within({ kind: 'circle', center: somewhere, radiusMeters });
      }),
    );
  });
});

describe('places of the operator’s own', () => {
  const place: Place = {
    ...{ id: 'shelter-1', name: 'School of Ana', kind: 'building', country: 'AF', admin1: 'AF-KAB' },
    ...{
      point: { lat: 34.531_234_5, lon: 69.171_234_5 },
      within: 'af-kabul',
      population: 0,
      fuzzy: false,
      radiusMeters: 40,
    },
  };
  const town: Entry = {
    place: {
      ...place,
      id: 'gn-1',
      name: 'Ana',
      kind: 'town',
      within: null,
      population: 5e6,
      point: { lat: 34.53, lon: 69.17 },
    },
    names: [{ text: 'Ana', language: null }],
    ...{ geonames: 1, weight: 1, source: 'somebody' },
  };
  const gazetteer = openGazetteer(packGazetteer([town], 'whose')).beside([
    {
      place,
      names: [
        { text: 'Gathering point', language: null },
        { text: 'مکتب آنا', language: 'fa-AF' },
      ],
    },
  ]);

  test('are found by id, name, nearness, shape and search beside the others', () => {
    expect(gazetteer.size).toBe(2);
    expect(gazetteer.attribution).toBe('whose');
    expect(gazetteer.byId('shelter-1')).toEqual(place);
    for (const called of ['School of Ana', 'gathering point', 'مکتب انا'])
      expect(gazetteer.named(called)).toEqual([place]);
    expect(gazetteer.near(place.point, { radiusMeters: 1000 }).map((one) => one.place.id)).toEqual([
      'shelter-1',
      'gn-1',
    ]);
    expect(gazetteer.within({ kind: 'circle', center: place.point, radiusMeters: 1 })).toEqual([place]);
    expect(gazetteer.search('ana').map((hit) => hit.place.id)).toEqual(['shelter-1', 'gn-1']);
    expect(gazetteer.nameIn(place, 'fa')).toBe('مکتب آنا');
    expect(gazetteer.nameIn(place, 'fr')).toBe('School of Ana');
    expect(gazetteer.sourceOf(place)).toContain('operator');
  });
});
