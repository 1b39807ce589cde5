/** Makes `assets/geo/gazetteer.bin` and says whose data it is in `assets/geo/gazetteer.txt`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../src/core/geo/gazetteer/whole/file/entry.ts';
import { packGazetteer } from '../../src/core/geo/gazetteer/whole/file/pack.ts';
import { isoDivisions } from './divisions/iso.ts';
import { airportEntries, nativeNames, withShortNames } from './gazetteer/airports.ts';
import { Divisions } from './gazetteer/divisions.ts';
import { ByName, joined } from './gazetteer/join.ts';
import { withNativeNames } from './gazetteer/native-names.ts';
import { ownEntries } from './gazetteer/own.ts';
import { Placing } from './gazetteer/placing.ts';
import { attribution } from './gazetteer/sources.ts';
import { geonamesTowns, type Town } from './gazetteer/towns.ts';

const folder = join(import.meta.dirname, '..', '..', 'assets', 'geo');
/** Points are good to eleven metres: no source is better for a town. */
const perDegree = 1e4;
/** How far apart two sources may put one place. Our points of towns are good to a few kilometres, those of a division are anywhere in it. */
const sameTownMeters = 30_000;
const sameDivisionMeters = 300_000;
const sameAirportMeters = 10_000;

export async function makeGazetteer(): Promise<void> {
  const source = new Divisions(await isoDivisions());
  const own = ownEntries();
  const isOwn = (...kinds: string[]): Entry[] => own.filter(({ place }) => kinds.includes(place.kind));
  const divisions = joinDivisions(isOwn('admin1', 'region'), isOwn('country'), source);
  const towns = joinTowns(isOwn('town'), source);
  const airports = joinAirports(isOwn('airport'), towns, source);
  const others = own.filter(({ place }) => !['admin1', 'region', 'town', 'airport'].includes(place.kind));
  const entries = withNativeNames([...others, ...divisions, ...airports, ...towns]);
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
    ({ place, source }) => `${place.country}/${place.admin1}/${place.within}/${place.kind}/${source}`,
  ) as [string, string];
  if (one !== other) return one < other ? -1 : 1;
  return (a.geonames ?? 0) - (b.geonames ?? 0) || (a.place.id < b.place.id ? -1 : 1);
}

/**
 * A division's people are not stated: it counts as its share of the country's. Codes join; names do with what has no code of today, and
 * never a vague region.
 */
function joinDivisions(own: readonly Entry[], countries: readonly Entry[], source: Divisions): Entry[] {
  const people = new Map(countries.map(({ place }) => [place.id, place.population]));
  const stated = source.entries((country, count) => (people.get(country) ?? 0) / count);
  const byCode = new Map(stated.map((entry) => [entry.place.id, entry]));
  const codeless = new ByName(stated.filter(({ place }) => place.kind === 'region'));
  const taken = new Set<Entry>();
  const entries = own.map((ours) => {
    const like = ours.place.fuzzy ? null : codeless.like(ours, sameDivisionMeters, taken);
    const same = byCode.get(ours.place.id) ?? like;
    const place = ours.place.kind === 'admin1' ? { ...ours.place, ...source.parts(ours.place.id) } : ours.place;
    if (!same) return { ...ours, place };
    taken.add(same);
    return joined({ ...ours, place }, same);
  });
  return [...entries, ...stated.filter((entry) => !taken.has(entry))];
}

function joinTowns(own: readonly Entry[], divisions: Divisions): Entry[] {
  const listed = geonamesTowns().map((town) => ({ town, ...town.place, label: `geonames/${town.geonamesAdmin1}` }));
  const placing = new Placing(divisions, listed);
  const stated = listed.map(({ town, ...one }): Town => ({ ...town, place: { ...town.place, ...placing.of(one) } }));
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

function joinAirports(own: readonly Entry[], towns: readonly Entry[], divisions: Divisions): Entry[] {
  const byName = new ByName(towns);
  const listed = airportEntries().map((airport) => ({ airport, ...airport.place, label: airport.label }));
  const placing = new Placing(divisions, listed);
  const stated = listed.map(({ airport: { place, ...rest }, ...one }) => {
    const airport = { ...rest, place: { ...place, admin1: placing.of(one).admin1 } };
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

if (import.meta.main) await makeGazetteer();
