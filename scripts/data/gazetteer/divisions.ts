/** Divisions of Natural Earth under their codes of ISO 3166-2: their names in many languages, and which one a point lies in. */
import { distanceMeters } from '../../../src/core/geo/distance.ts';
import type { Entry, EntryName } from '../../../src/core/geo/gazetteer/whole/file/entry.ts';
import type { Point } from '../../../src/core/geo/shape.ts';
import { type Admin1, admin1, type Properties, text } from '../divisions/admin1.ts';
import type { IsoDivision } from '../divisions/iso.ts';
import { withBareNames } from './bare-names.ts';
import { keyOf } from './join.ts';
import { source } from './sources.ts';

const languages = 'ar bn de el es fa fr he hi hu id it ja ko nl pl pt ru sv tr uk ur vi zh'.split(' ');

/** A division that a point may lie in. */
export interface Found {
  /** Of ISO 3166-2; where it has none, Natural Earth's own number. */
  readonly id: string;
  readonly country: string;
  readonly division: Admin1;
  /** `sure`: the code is of this ground. `named`: of this name, while the ground has changed. `none`: it has no code of today. */
  readonly code: 'sure' | 'named' | 'none';
}

export class Divisions {
  readonly #byCountry = new Map<string, Found[]>();
  readonly #found: readonly Found[];
  readonly #iso: ReadonlyMap<string, IsoDivision>;

  constructor(list: readonly IsoDivision[]) {
    this.#iso = new Map(list.map((one) => [one.code, one]));
    const sure = new Set(admin1().flatMap(({ code }) => code ?? []));
    this.#found = admin1().flatMap((division): Found[] => {
      const { code, number, names, properties } = division;
      // One whose code is of another country (Crimea) belongs to the country of the code: ISO 3166-2 says so.
      const country = code?.slice(0, 2) ?? text(properties, 'iso_a2');
      // An island with an ISO 3166-1 entry of its own is a country, not a division.
      if (code?.length === 2 || !/^[A-Z]{2}$/.test(country) || text(names, 'name') === '') return [];
      if (code !== null && this.#iso.has(code)) return [{ id: code, country, division, code: 'sure' }];
      const stated = text(properties, 'iso_3166_2');
      return !sure.has(stated) && this.#bears(names, stated)
        ? [{ id: stated, country, division, code: 'named' }]
        : [{ id: number, country, division, code: 'none' }];
    });
    for (const one of this.#found) push(this.#byCountry, one.country, one);
  }

  #bears(names: Properties, code: string): boolean {
    const wanted = keyOf(this.#iso.get(code)?.name ?? '');
    const all = ['name', 'name_en', 'gn_name', 'name_alt'].flatMap((key) => text(names, key).split('|'));
    return wanted !== '' && all.some((name) => keyOf(name) === wanted);
  }

  /** The division of the first level that a code of ISO 3166-2 is or is a part of; null for a code that the list does not have. */
  firstLevel(code: string): string | null {
    const parent = this.#iso.get(code)?.parent;
    if (parent === undefined) return null;
    return parent.length === 2 ? code : this.firstLevel(parent);
  }

  /** One for each code. Where Natural Earth divides further than ISO 3166-2, the parts' names are left out and the largest part places it. */
  entries(weightOf: (country: string, divisions: number) => number): Entry[] {
    const byId = new Map<string, Found[]>();
    for (const one of this.#found) push(byId, one.id, one);
    const drawn = [...byId].map(([id, parts]) => {
      const found = parts.toSorted((a, b) => rank(a) - rank(b))[0] as Found;
      const weight = weightOf(found.country, this.#byCountry.get(found.country)?.length ?? 1);
      return this.#entry(found, id, weight);
    });
    return [...drawn, ...this.#larger(drawn)];
  }

  #entry({ country, division, code }: Found, id: string, weight: number): Entry {
    const { names, properties } = division;
    const name = text(names, 'name');
    const point = { lat: Number(properties['latitude']), lon: Number(properties['longitude']) };
    const isDivision = code !== 'none';
    return {
      place: {
        ...{ id, name, kind: isDivision ? 'admin1' : 'region', country, point, ...this.parts(id) },
        // Ground that is not divided so any more is no place to be in.
        ...{ population: 0, fuzzy: !isDivision },
      },
      names: withBareNames(namesOf(names, name, this.#iso.get(id)?.name ?? null)),
      ...{ weight, source: source.naturalEarth },
    };
  }

  /** Divisions of the first level that Natural Earth draws in parts only: where its part nearest to the middle of all is. */
  #larger(drawn: readonly Entry[]): Entry[] {
    const known = new Set(drawn.map(({ place }) => place.id));
    const parts = new Map<string, Entry[]>();
    for (const entry of drawn)
      if (entry.place.admin1 !== null && !known.has(entry.place.admin1)) push(parts, entry.place.admin1, entry);
    return [...parts].map(([id, list]) => {
      const name = this.#iso.get(id)?.name ?? id;
      const mean = (of: (entry: Entry) => number): number => list.reduce((sum, one) => sum + of(one), 0) / list.length;
      const middle = { lat: mean(({ place }) => place.point.lat), lon: mean(({ place }) => place.point.lon) };
      const away = ({ place }: Entry): number => distanceMeters(place.point, middle);
      const { place } = list.toSorted((a, b) => away(a) - away(b))[0] as Entry;
      return {
        place: { ...place, id, name, ...this.parts(id) },
        names: [{ text: name, language: null }],
        weight: list.reduce((sum, one) => sum + one.weight, 0),
        source: source.iso,
      };
    });
  }

  /** What a division lies in, itself for one of the first level. */
  parts(id: string): { admin1: string | null; within: string | null } {
    const first = this.firstLevel(id);
    return { admin1: first, within: first === id ? null : first };
  }

  at = (country: string, point: Point): Found | null =>
    this.#byCountry.get(country)?.find(({ division }) => contains(division, point)) ?? null;
}

const rank = ({ division }: Found): number => Number(division.properties['labelrank'] ?? 99);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function namesOf(properties: Properties, name: string, isoName: string | null): EntryName[] {
  const stated = languages.flatMap((language) => {
    const one = text(properties, `name_${language}`);
    return one === '' || one === name ? [] : [{ text: one, language }];
  });
  const known = new Set([name, ...stated.map((one) => one.text)]);
  const others = ['name_en', 'gn_name', ...['name_local']].map((key) => text(properties, key));
  const unstated = [...others, isoName ?? '', ...text(properties, 'name_alt').split('|')]
    .map((one) => one.trim())
    .filter((one) => one !== '' && !known.has(one));
  return [
    { text: name, language: null },
    ...stated,
    ...[...new Set(unstated)].map((one) => ({ text: one, language: null })),
  ];
}

const boxes = new WeakMap<Admin1, readonly [number, number, number, number]>();

function boxOf(division: Admin1): readonly [number, number, number, number] {
  const before = boxes.get(division);
  if (before) return before;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const ring of division.polygons.flat())
    for (const [lon = 0, lat = 0] of ring) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  const box = [west, south, east, north] as const;
  boxes.set(division, box);
  return box;
}

/** By the number of edges north of the point, holes and all. */
function contains(division: Admin1, { lat, lon }: Point): boolean {
  const [west, south, east, north] = boxOf(division);
  if (lon < west || lon > east || lat < south || lat > north) return false;
  let inside = false;
  for (const ring of division.polygons.flat())
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i - 1] ?? [];
      const [bx = 0, by = 0] = ring[i] ?? [];
      if (ax > lon !== bx > lon && lat < ay + ((lon - ax) / (bx - ax)) * (by - ay)) inside = !inside;
    }
  return inside;
}
