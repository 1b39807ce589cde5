/**
 * Airports with their codes. Heliports, balloon ports and closed ones are left out, and so are small ones that neither IATA nor ICAO gave a
 * code: fields of farms and clubs.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Entry, EntryName } from '../../../src/core/geo/gazetteer/whole/file/entry.ts';
import { nameFor } from '../../../src/core/geo/gazetteer/whole/language.ts';
import { packagePath } from '../packages.ts';
import { source } from './sources.ts';

interface Row {
  readonly ident: string;
  readonly iata: string | null;
  readonly gps: string | null;
  readonly name: string;
  readonly type: keyof typeof weights;
  readonly lat: number;
  readonly lon: number;
  readonly country: string;
  readonly state: string | null;
  readonly city: string | null;
}

const weights = { large_airport: 200_000, medium_airport: 30_000, small_airport: 500, seaplane_base: 200 } as const;

export interface Airport extends Entry {
  /** The town it serves, as it is called there. */
  readonly city: string;
  readonly isLarge: boolean;
  /** Its division as the source has it. */
  readonly label: string;
}

export function airportEntries(): Airport[] {
  const file = packagePath('airport-db@0.3.1', join('dist', 'assets', 'airports.sqlite'));
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database
    .prepare(
      `SELECT icao ident, iata, faa gps, name, type, latitude lat, longitude lon, country_code country, state, city FROM airports
       WHERE type IN ('large_airport', 'medium_airport', 'small_airport', 'seaplane_base') ORDER BY icao`,
    )
    .all() as unknown as Row[];
  database.close();
  const known = rows.filter(({ type, iata, gps, ident }) => isLarge(type) || iata !== null || icao.test(gps ?? ident));
  return known.map((row) => ({
    place: {
      ...{ id: idOf(row), name: row.name.trim(), kind: 'airport', country: row.country },
      ...{
        admin1: null,
        point: { lat: row.lat, lon: row.lon },
      },
      ...{ within: null, population: 0, fuzzy: false },
    },
    names: [...new Set(namesOf(row))].map((text) => ({ text, language: null })),
    aliases: row.iata !== null && icao.test(row.ident) ? [row.ident] : [],
    ...{ weight: weights[row.type], source: source.airports },
    ...{ city: row.city ?? '', isLarge: isLarge(row.type), label: `airport/${row.state ?? ''}` },
  }));
}

const isLarge = (type: Row['type']): boolean => type === 'large_airport' || type === 'medium_airport';
const icao = /^[A-Z]{4}$/;

/** Identifiers that are neither IATA's nor ICAO's would be taken for them. */
const idOf = ({ iata, ident }: Row): string => iata ?? (icao.test(ident) ? ident : `ap-${ident}`);

function namesOf({ ident, iata, gps, name, city, type }: Row): string[] {
  const codes = [iata, gps, ident].filter((code) => code !== null && (code === iata || icao.test(code)));
  const ofCity =
    city !== null && city !== '' && iata !== null && type !== 'small_airport' ? [`${city.trim()} Airport`] : [];
  return [name.trim(), ...ofCity, ...(codes as string[])];
}

/** “Hamid Karzai International Airport” is said without its last word too; “Kabul Airport” is not, for that is Kabul. */
export function withShortNames<E extends Entry>(entry: E): E {
  const known = new Set(entry.names.map(({ text }) => text));
  const short = entry.names.flatMap(({ text, language }) => {
    const shortened = /^(.+ (?:International|Regional|Municipal)) Airport$/.exec(text)?.[1];
    return shortened === undefined || known.has(shortened) ? [] : [{ text: shortened, language }];
  });
  return { ...entry, names: [...entry.names, ...short] };
}

/** How an airport is called by its town, in the languages spoken there; {} is the town's name in that language. */
const patterns: readonly (readonly [countries: string, language: string, pattern: string])[] = [
  ['AF', 'fa', 'میدان هوایی {}'],
  ['AF', 'ps', 'د {} هوايي ډګر'],
  ['IR', 'fa', 'فرودگاه {}'],
  ['PK', 'ur', '{} ہوائی اڈا'],
  ['AE BH DJ DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE', 'ar', 'مطار {}'],
  ['BY KG KZ RU TJ TM UZ', 'ru', 'Аэропорт {}'],
  ['UA', 'uk', 'Аеропорт {}'],
];

/** Names that we put together from the town's. */
export const nativeNames = (country: string, town: readonly EntryName[]): EntryName[] =>
  patterns.flatMap(([countries, language, pattern]) => {
    if (!countries.split(' ').includes(country)) return [];
    const name = nameFor(
      town.map((one) => ({ text: one.text, language: one.language ?? '' })),
      language,
    );
    return name === null ? [] : [{ text: pattern.replace('{}', name), language }];
  });
