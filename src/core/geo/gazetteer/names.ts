/** All places of the tables, by id and by name. */
import type { Place } from '../place.ts';
import { afghanProvinces, afghanTowns, kabulAirport } from './data/afghanistan.ts';
import { airports } from './data/airports.ts';
import { citiesOfTheAmericas } from './data/cities-americas.ts';
import { citiesOfTheEast } from './data/cities-east.ts';
import { citiesOfEurope } from './data/cities-europe.ts';
import { countriesAToK } from './data/countries-a-k.ts';
import { countriesLToZ } from './data/countries-l-z.ts';
import { neighbourProvinces, neighbourTowns } from './data/neighbours.ts';
import { regions } from './data/regions.ts';
import { states } from './data/states.ts';
import { keyOf } from './fold.ts';
import { airportRows, countryRows, divisionRows, facilityRows, type Named, regionRows, townRows } from './rows.ts';

export const countries = [countriesAToK, countriesLToZ].flatMap(countryRows);
const capitals = countries.flatMap(({ capital }) => capital ?? []);
const divisions = [afghanProvinces, neighbourProvinces, states].flatMap(divisionRows);
const taken = new Set(capitals.map(({ place }) => place.id));
const towns = townRows([afghanTowns, neighbourTowns, citiesOfTheAmericas, citiesOfEurope, citiesOfTheEast], taken);

/** The tables as they stand; a name may mean several. */
export const allNamed: readonly Named[] = [
  ...countries.map(({ country }) => country),
  ...capitals,
  ...divisions,
  ...towns,
  ...airportRows(airports),
  ...facilityRows(kabulAirport, 'AF'),
  ...regionRows(regions),
];

export const byId: ReadonlyMap<string, Place> = new Map(allNamed.map(({ place }) => [place.id, place]));

function indexed(namesOf: (named: Named) => readonly string[]): ReadonlyMap<string, readonly Place[]> {
  const index = new Map<string, Place[]>();
  for (const named of allNamed)
    for (const name of namesOf(named)) {
      const key = keyOf(name);
      const places = index.get(key);
      if (!places) index.set(key, [named.place]);
      else if (!places.includes(named.place)) places.push(named.place);
    }
  return index;
}

export const byName = indexed(({ names }) => names);
/** By what follows a town: `Ky.`, `TX`. */
export const byShort = indexed(({ short }) => short);
