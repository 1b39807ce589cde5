/** First-level divisions of Natural Earth: their names in many languages, and which one a point lies in. */
import type { Entry, EntryName } from '../../../src/core/geo/gazetteer/whole/file/entry.ts';
import type { Point } from '../../../src/core/geo/shape.ts';
import { type Admin1, admin1, type Properties, text } from '../divisions/admin1.ts';
import { source } from './sources.ts';

const languages = 'ar bn de el es fa fr he hi hu id it ja ko nl pl pt ru sv tr uk ur vi zh'.split(' ');

interface Found {
  /** Its code of ISO 3166-2; where none is certain, Natural Earth's own number. */
  readonly id: string;
  readonly country: string;
  readonly division: Admin1;
}

export class Divisions {
  readonly #byCountry = new Map<string, Found[]>();
  readonly #idByGeonames = new Map<string, Set<string>>();
  readonly #found: readonly Found[];

  constructor() {
    this.#found = admin1().flatMap((division) => {
      const { code, number, names, properties } = division;
      // One whose code is of another country (Crimea) belongs to the country of the code: ISO 3166-2 says so.
      const country = code?.slice(0, 2) ?? text(properties, 'iso_a2');
      // An island with an ISO 3166-1 entry of its own is a country, not a division.
      if (code?.length === 2) return [];
      return /^[A-Z]{2}$/.test(country) && text(names, 'name') !== ''
        ? [{ id: code ?? number, country, division }]
        : [];
    });
    for (const one of this.#found) {
      push(this.#byCountry, one.country, one);
      const code = text(one.division.properties, 'gn_a1_code');
      if (code !== '') this.#idByGeonames.set(code, (this.#idByGeonames.get(code) ?? new Set()).add(one.id));
    }
  }

  /** One for each code. Where Natural Earth divides further than ISO 3166-2, the parts' names are left out and the largest part places it. */
  entries(weightOf: (country: string, divisions: number) => number): Entry[] {
    const byId = new Map<string, Found[]>();
    for (const one of this.#found) push(byId, one.id, one);
    return [...byId].map(([id, parts]) => {
      const { division, country } = parts.toSorted((a, b) => rank(a) - rank(b))[0] as Found;
      const { names, properties } = division;
      const name = text(names, 'name');
      const point = { lat: Number(properties['latitude']), lon: Number(properties['longitude']) };
      return {
        place: {
          ...{ id, name, kind: 'admin1' as const, country, admin1: id, point },
          ...{ within: null, population: 0, fuzzy: false },
        },
        names: namesOf(names, name),
        weight: weightOf(country, this.#byCountry.get(country)?.length ?? 1),
        source: source.naturalEarth,
      };
    });
  }

  /** The code of the division a town lies in; of what GeoNames says where its shore or border is drawn too coarsely; else null. */
  idAt(country: string, point: Point, geonamesAdmin1: string): string | null {
    const inside = this.#byCountry.get(country)?.find(({ division }) => contains(division, point));
    if (inside) return inside.id;
    const [one, other] = this.#idByGeonames.get(geonamesAdmin1) ?? [];
    return other === undefined ? (one ?? null) : null;
  }
}

const rank = ({ division }: Found): number => Number(division.properties['labelrank'] ?? 99);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function namesOf(properties: Properties, name: string): EntryName[] {
  const stated = languages.flatMap((language) => {
    const one = text(properties, `name_${language}`);
    return one === '' || one === name ? [] : [{ text: one, language }];
  });
  const known = new Set([name, ...stated.map((one) => one.text)]);
  const others = ['name_en', 'gn_name', ...['name_local']].map((key) => text(properties, key));
  const unstated = [...others, ...text(properties, 'name_alt').split('|')]
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
