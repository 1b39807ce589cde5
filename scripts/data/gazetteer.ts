/** Makes `assets/geo/gazetteer.bin` and says whose data it is in `assets/geo/gazetteer.txt`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../src/core/geo/gazetteer/whole/file/entry.ts';
import { packGazetteer } from '../../src/core/geo/gazetteer/whole/file/pack.ts';
import { airportEntries, nativeNames, withShortNames } from './gazetteer/airports.ts';
import { Divisions } from './gazetteer/divisions.ts';
import { ByName, joined } from './gazetteer/join.ts';
import { ownEntries } from './gazetteer/own.ts';
import { attribution } from './gazetteer/sources.ts';
import { geonamesTowns, type Town } from './gazetteer/towns.ts';

const folder = join(import.meta.dirname, '..', '..', 'assets', 'geo');
/** Points are good to eleven metres: no source is better for a town. */
const perDegree = 1e4;
/** How far apart two sources may put one place. Our points of towns are good to a few kilometres, those of a division are anywhere in it. */
const sameTownMeters = 30_000;
const sameDivisionMeters = 300_000;
const sameAirportMeters = 10_000;

export function makeGazetteer(): void {
  const own = ownEntries();
  const isOwn = (kind: string): Entry[] => own.filter(({ place }) => place.kind === kind);
  const divisions = joinDivisions(isOwn('admin1'), isOwn('country'));
  const towns = joinTowns(isOwn('town'), divisions);
  const airports = joinAirports(isOwn('airport'), towns, divisions);
  const others = own.filter(({ place }) => !['admin1', 'town', 'airport'].includes(place.kind));
  const entries = [...others, ...divisions.entries, ...airports, ...towns];
  entries.sort(inFile);
  refuseDoubles(entries);
  const bytes = packGazetteer(entries, attribution, perDegree);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'gazetteer.bin'), bytes);
  writeFileSync(join(folder, 'gazetteer.txt'), `${attribution}\n`);
  const names = entries.reduce((sum, one) => sum + one.names.length, 0);
  console.log(`gazetteer.bin: ${entries.length} places, ${names} names, ${bytes.length} bytes`);
}

/** Neighbours are alike, which makes the file short; and the same data makes the same file. */
function inFile(a: Entry, b: Entry): number {
  const [one, other] = [a, b].map(
    ({ place, source }) => `${place.country}/${place.admin1}/${place.kind}/${source}`,
  ) as [string, string];
  if (one !== other) return one < other ? -1 : 1;
  return (a.geonames ?? 0) - (b.geonames ?? 0) || (a.place.id < b.place.id ? -1 : 1);
}

interface KnownDivisions {
  readonly entries: readonly Entry[];
  readonly source: Divisions;
  /** The id that the division of an ISO 3166-2 code has here, or null. */
  readonly idOf: (code: string) => string | null;
}

/** A division's people are not stated: it counts as its share of the country's. */
function joinDivisions(own: readonly Entry[], countries: readonly Entry[]): KnownDivisions {
  const source = new Divisions();
  const people = new Map(countries.map(({ place }) => [place.id, place.population]));
  const stated = source.entries((country, count) => (people.get(country) ?? 0) / count);
  const byCode = new Map(stated.map((entry) => [entry.place.id, entry]));
  const byName = new ByName(stated);
  const ownIds = new Set(own.map(({ place }) => place.id));
  const taken = new Map<string, string>();
  const entries = own.map((ours) => {
    const same = byCode.get(ours.place.id) ?? byName.like(ours, sameDivisionMeters);
    if (!same || taken.has(same.place.id) || (same.place.id !== ours.place.id && ownIds.has(same.place.id)))
      return ours;
    taken.set(same.place.id, ours.place.id);
    return joined(ours, same);
  });
  const others = stated.filter(({ place }) => !taken.has(place.id));
  const ids = new Set([...ownIds, ...others.map(({ place }) => place.id)]);
  return {
    entries: [...entries, ...others],
    source,
    idOf: (code) => taken.get(code) ?? (ids.has(code) ? code : null),
  };
}

function joinTowns(own: readonly Entry[], divisions: KnownDivisions): Entry[] {
  const stated = geonamesTowns().map((town): Town => {
    const { country, point } = town.place;
    const code = divisions.source.idAt(country, point, town.geonamesAdmin1);
    return { ...town, place: { ...town.place, admin1: code && divisions.idOf(code) } };
  });
  const byName = new ByName(stated);
  const taken = new Set<Town>();
  const entries = own.map((ours) => {
    const same = byName.like(ours, sameTownMeters, taken);
    if (!same) {
      console.log(`Only of our own: ${ours.place.id}`);
      return ours;
    }
    taken.add(same);
    return joined(ours, same);
  });
  return [...entries, ...stated.filter((town) => !taken.has(town))];
}

function joinAirports(own: readonly Entry[], towns: readonly Entry[], divisions: KnownDivisions): Entry[] {
  const byName = new ByName(towns);
  const stated = airportEntries(divisions.idOf).map((airport) => {
    const asked = { ...airport, names: [{ text: airport.city, language: null }] };
    const town = airport.isLarge && airport.city !== '' ? byName.like(asked, 80_000) : null;
    return town
      ? { ...airport, names: [...airport.names, ...nativeNames(airport.place.country, town.names)] }
      : airport;
  });
  const byId = new Map(stated.map((airport) => [airport.place.id, airport]));
  const airportsByName = new ByName(stated);
  const taken = new Set<Entry>();
  const entries = own.map((ours) => {
    const same = byId.get(ours.place.id) ?? airportsByName.like(ours, sameAirportMeters, taken);
    if (!same) {
      console.log(`Only of our own: ${ours.place.id}`);
      return ours;
    }
    taken.add(same);
    return joined(ours, same);
  });
  return [...entries, ...stated.filter((airport) => !taken.has(airport))].map(withShortNames);
}

function refuseDoubles(entries: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const { place } of entries) {
    if (seen.has(place.id)) throw new Error(`Two places have the id ${place.id}.`);
    seen.add(place.id);
  }
}

if (import.meta.main) makeGazetteer();
