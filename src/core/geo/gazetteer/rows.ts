/** From the lines of the tables to places with their names. */
import type { Place, PlaceKind } from '../place.ts';
import type { Point } from '../shape.ts';
import { keyOf } from './fold.ts';

export interface Named {
  readonly place: Place;
  /** All names, the place's own first. */
  readonly names: readonly string[];
  /** Short forms that mean it only after a town, such as `Ky.`. */
  readonly short: readonly string[];
}

export interface CountryRow {
  readonly country: Named;
  readonly capital: Named | null;
  /** Adjectives and words for its people, as written. */
  readonly demonyms: readonly string[];
}

const linesOf = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => line.split('|'));

function pointOf(text: string | undefined): Point {
  const [lat = 0, lon = 0] = (text ?? '').split(',').map(Number);
  return { lat, lon };
}

const listOf = (text: string | undefined): string[] => (text ? text.split(',').map((one) => one.trim()) : []);
const slugOf = (name: string): string => keyOf(name).replaceAll(' ', '-');

interface Made {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly country: string;
  readonly point: Point;
  readonly admin1?: string | null;
  readonly within?: string | null;
  readonly population?: number;
  readonly fuzzy?: boolean;
}
const placeOf = ({ admin1 = null, within = null, population = 0, fuzzy = false, ...made }: Made): Place => ({
  ...made,
  admin1,
  within,
  population,
  fuzzy,
});

/** code|name|other names|point|thousands|demonyms|capital/other names|point|thousands */
export const countryRows = (table: string): CountryRow[] =>
  linesOf(table).map(
    ([code = '', name = '', others, point, people, demonyms, capitals, capitalPoint, capitalPeople]) => {
      const [capital, ...capitalNames] = capitals ? capitals.split('/') : [];
      const country = placeOf({
        id: code,
        name,
        kind: 'country',
        country: code,
        point: pointOf(point),
        population: thousands(people),
      });
      return {
        country: { place: country, names: [name, ...listOf(others)], short: [] },
        capital:
          capital === undefined
            ? null
            : {
                place: placeOf({
                  ...{ id: `${code.toLowerCase()}-${slugOf(capital)}`, name: capital, kind: 'town', country: code },
                  ...{ point: pointOf(capitalPoint), population: thousands(capitalPeople) },
                }),
                names: [capital, ...capitalNames],
                short: [],
              },
        demonyms: listOf(demonyms),
      };
    },
  );

const thousands = (text: string | undefined): number => Number(text ?? 0) * 1000;

/** Of a division's code: ISO 3166-2, or in small letters one of ours for what has none there. */
const countryOf = (code: string): string => code.slice(0, 2).toUpperCase();

/** code|name|other names|point|thousands; short forms in brackets. */
export const divisionRows = (table: string): Named[] =>
  linesOf(table).map(([code = '', name = '', others, point, people]) => {
    const all = listOf(others);
    const place = placeOf({
      ...{ id: code, name, kind: 'admin1', country: countryOf(code), admin1: code },
      ...{ point: pointOf(point), population: thousands(people) },
    });
    const isShort = (one: string): boolean => one.startsWith('[');
    return {
      place,
      names: [name, ...all.filter((one) => !isShort(one))],
      short: all.filter(isShort).map((one) => one.slice(1, -1)),
    };
  });

/** division or country|name|other names|point|thousands. The id is made of the country and the name, and of the division for a namesake. */
export function townRows(tables: readonly string[], taken: ReadonlySet<string>): Named[] {
  const ids = new Set(taken);
  return tables.flatMap(linesOf).map(([code = '', name = '', others, point, people]) => {
    const country = countryOf(code);
    const plain = `${country.toLowerCase()}-${slugOf(name)}`;
    const id = ids.has(plain) ? `${code.toLowerCase()}-${slugOf(name)}` : plain;
    ids.add(id);
    const admin1 = code.length > 2 ? code : null;
    const place = placeOf({
      id,
      name,
      kind: 'town',
      country,
      admin1,
      point: pointOf(point),
      population: thousands(people),
    });
    return { place, names: [name, ...listOf(others)], short: [] };
  });
}

/** code|city|country|point|own names. Everyone calls an airport by its city. */
export const airportRows = (table: string): Named[] =>
  linesOf(table).map(([code = '', city = '', country = '', point, others]) => {
    const name = `${city} airport`;
    const place = placeOf({ id: code, name, kind: 'airport', country, point: pointOf(point) });
    const usual = [name, `${city} International Airport`, `${city}’s airport`, `${city}’s International Airport`];
    return { place, names: [...usual, ...listOf(others)], short: [] };
  });

/** id|name|other names|point|kind|part of */
export const facilityRows = (table: string, country: string): Named[] =>
  linesOf(table).map(([id = '', name = '', others, point, kind, within]) => ({
    place: placeOf({ id, name, kind: kind as PlaceKind, country, point: pointOf(point), within: within || null }),
    names: [name, ...listOf(others)],
    short: [],
  }));

/** id|name|other names|point|country */
export const regionRows = (table: string): Named[] =>
  linesOf(table).map(([id = '', name = '', others, point, country = '']) => ({
    place: placeOf({ id, name, kind: 'region', country, point: pointOf(point), fuzzy: true }),
    names: [name, ...listOf(others)],
    short: [],
  }));
