import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPoint } from '../point.ts';
import {
  capitalOf,
  countryIn,
  countryNamed,
  countryOfSeat,
  demonym,
  mentionsIn,
  placeById,
  placesNamed,
  placesShortened,
} from './gazetteer.ts';
import { allNamed, byId, countries } from './names.ts';

const found = (text: string): string[] => mentionsIn(text).map(({ start, end }) => text.slice(start, end));
const ids = (text: string): string[] => mentionsIn(text).map(({ places }) => places.map(({ id }) => id).join());

describe('the tables', () => {
  test('give every place its own id, a point, a name and a known country', () => {
    expect(byId.size).toBe(allNamed.length);
    for (const { place, names } of allNamed) {
      expect(isPoint(place.point), place.id).toBe(true);
      expect(
        names.every((name) => name.trim() === name && name !== ''),
        place.id,
      ).toBe(true);
      if (place.country !== '') expect(placeById(place.country)?.kind, place.id).toBe('country');
      if (place.admin1 !== null) expect(placeById(place.admin1)?.kind, place.id).toBe('admin1');
      if (place.within !== null) expect(placeById(place.within), place.id).not.toBeNull();
    }
  });
  test('hold the countries of the world and the provinces of Afghanistan', () => {
    expect(countries.length).toBeGreaterThan(230);
    expect(allNamed.filter(({ place }) => place.kind === 'admin1' && place.country === 'AF')).toHaveLength(34);
  });
  test('put the gates in the airport and the hotel beside it', () => {
    expect(placeById('KBL')).toMatchObject({
      name: 'Kabul airport',
      kind: 'airport',
      within: null,
      point: { lat: 34.5659, lon: 69.2123 },
    });
    for (const gate of ['abbey', 'east', 'north', 'south', 'panjshir'])
      expect(placeById(`kbl-${gate}-gate`)).toMatchObject({ kind: 'building', within: 'KBL' });
    expect(placeById('kabul-baron-hotel')).toMatchObject({ kind: 'building', within: null });
  });
});

describe('looking up', () => {
  test.each([
    ['KABUL', 'af-kabul'],
    ['são paulo', 'br-sao-paulo'],
    ['Sao Paulo', 'br-sao-paulo'],
    ['U.K.', 'GB'],
    ['Côte d’Ivoire', 'CI'],
    ['Burma', 'MM'],
    ['hkia', 'KBL'],
    ['London Heathrow', 'LHR'],
    ['Islamabad airport', 'ISB'],
    ['middle east', 'middle-east'],
  ])('%s by name', (name, id) => expect(placesNamed(name).map((place) => place.id)).toContain(id));
  test('a name nobody bears', () => expect(placesNamed('Nowhere at all')).toEqual([]));
  test('countries, capitals and nationalities', () => {
    expect(countryNamed('the Gambia')?.id).toBe('GM');
    expect(countryNamed('Kabul')).toBeNull();
    expect(capitalOf('AF')?.id).toBe('af-kabul');
    expect(countryOfSeat(placeById('us-washington') ?? expect.fail())?.id).toBe('US');
    expect(
      ['Afghan', 'Afghans', 'American', 'British', 'Australians', 'French', 'U.S.', 'UK', 'us', 'kabul'].map(demonym),
    ).toEqual([...['AF', 'AF', 'US', 'GB', 'AU', 'FR', 'US', 'GB', null, null]]);
    expect(placesShortened('Ky.').map(({ id }) => id)).toEqual(['US-KY']);
  });
  test('the country in a shape, when there is one', () => {
    expect(countryIn([{ kind: 'circle', center: { lat: 34.43, lon: 70.45 }, radiusMeters: 20_000 }])).toBe('AF');
    expect(countryIn([{ kind: 'circle', center: { lat: 34.2, lon: 71.2 }, radiusMeters: 60_000 }])).toBeNull();
    expect(countryIn([{ kind: 'circle', center: { lat: 0, lon: -30 }, radiusMeters: 1000 }])).toBeNull();
  });
});

describe('names in running text', () => {
  test.each([
    ['Kabul’s airport and Kabul’s streets', ['Kabul’s airport', 'Kabul']],
    ['Hamid Karzai International Airport (HKIA).', ['Hamid Karzai International Airport (HKIA)']],
    ['Kabul, Hamid Karzai International Airport', ['Kabul', 'Hamid Karzai International Airport']],
    [
      'the South (Airport Circle) gate and the gate near the Panjshir Petrol station',
      ['South (Airport Circle) gate', 'gate near the Panjshir Petrol station'],
    ],
    ['in the Middle\nEast', ['Middle\nEast']],
    ['St. Petersburg and Washington, D.C.', ['St. Petersburg', 'Washington, D.C.']],
    ['told us that turkey and reading are nice', []],
    ['New York and New Jersey', ['New York', 'New Jersey']],
    ['an Afghan in KABUL', ['KABUL']],
    ['Kabuliwala', []],
  ])('%s', (text, names) => expect(found(text)).toEqual(names));
  test('keep all that a name may mean', () => expect(ids('Georgia')).toEqual(['GE,US-GA']));
  test('never fail, never overlap', () => {
    const words = fc.constantFrom(
      'Kabul',
      '’s',
      'airport',
      '(',
      ')',
      ',',
      '.',
      'U.S.',
      'New',
      'York',
      '\ud800',
      '\n',
      'the',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((all) => all.join(' ')),
        ),
        (text) => {
          let last = 0;
          for (const { start, end, places } of mentionsIn(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(places.length).toBeGreaterThan(0);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
