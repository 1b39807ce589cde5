/** The divisions of Natural Earth and the counties of the U.S. Census Bureau, as areas on one grid. */
import { packageFile } from '../packages.ts';
import { type Admin1, admin1, type Properties, text } from './admin1.ts';
import { nobodys, recoded, strays } from './corrections.ts';
import { type Area, type Corner, twiceArea } from './topology.ts';

/** Steps of the grid to a degree: 11 metres of latitude. */
export const stepsPerDegree = 10_000;

/** One division as it is drawn. */
export interface Drawn {
  /** Of ISO 3166-2 as it is now, or null when it has none that is certain. */
  readonly code: string | null;
  /** The entry of ISO 3166-1 that it belongs to, or null. */
  readonly country: string | null;
  readonly name: string;
  /** Codes of larger divisions that the source itself puts it in. */
  readonly within: readonly string[];
  readonly areas: readonly Area[];
}

export const naturalEarth = (): Drawn[] => admin1().flatMap(drawnOf);

function drawnOf({ number, code, names, properties, polygons }: Admin1): Drawn[] {
  const areas = polygons
    .map((rings) => areaOf(rings.map((ring) => ring.map(onGrid))))
    .filter((area) => area.length > 0);
  const country = nobodys.includes(number) ? null : (code?.slice(0, 2) ?? text(properties, 'iso_a2'));
  // Of a code that was put right the list of ISO 3166-2 knows the name.
  const name = number in recoded ? '' : text(names, 'name');
  const drawn = { code, country, name, within: withinOf(properties), areas };
  const other = strays[number];
  if (!other) return [drawn];
  const isStray = ([outer]: Area): boolean => other.holds(degrees(outer?.[0] ?? [0, 0]));
  return [
    { ...drawn, areas: areas.filter((area) => !isStray(area)) },
    { ...drawn, code: other.code, name: other.name, areas: areas.filter(isStray) },
  ];
}

const degrees = ([x, y]: Corner): Corner => [x / stepsPerDegree, y / stepsPerDegree];

const kingdom: Readonly<Record<string, string>> = {
  England: 'GB-ENG',
  'Northern Ireland': 'GB-NIR',
  Scotland: 'GB-SCT',
  Wales: 'GB-WLS',
};

/** ISO's code of the region, where the source says it: in France and Italy, and the countries of the United Kingdom. */
function withinOf(properties: Properties): string[] {
  const country = text(properties, 'iso_a2');
  const region = text(properties, 'region_cod');
  if (country === 'IT') return [region];
  if (country === 'FR') return [region === 'FR-COR' ? 'FR-20R' : region];
  return country === 'GB' ? [kingdom[text(properties, 'geonunit')] ?? ''] : [];
}

interface Atlas {
  readonly transform: { readonly scale: Corner; readonly translate: Corner };
  readonly arcs: readonly (readonly Corner[])[];
  readonly objects: {
    readonly [name in 'counties' | 'states']: {
      readonly geometries: readonly {
        readonly type: 'Polygon' | 'MultiPolygon';
        readonly id: string;
        readonly properties: { readonly name: string };
        readonly arcs: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];
      }[];
    };
  };
}

/** Counties by FIPS code, and the names of the states by theirs. */
export function censusCounties(): { counties: Drawn[]; states: ReadonlyMap<string, string> } {
  const { transform, arcs, objects } = JSON.parse(
    packageFile('us-atlas@3.0.1', 'counties-10m.json').toString('utf8'),
  ) as Atlas;
  const lines = arcs.map((steps) => {
    let [x, y] = [0, 0];
    return steps.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return onGrid([x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]]);
    });
  });
  const ringOf = (refs: readonly number[]): Corner[] =>
    refs.flatMap((ref, i) => {
      const line = (ref < 0 ? lines[~ref]?.toReversed() : lines[ref]) ?? [];
      return i === 0 ? line : line.slice(1);
    });
  const counties = objects.counties.geometries.map(({ type, id, properties, arcs: own }): Drawn => {
    const polygons = (type === 'Polygon' ? [own] : own) as readonly (readonly (readonly number[])[])[];
    const areas = polygons.map((rings) => areaOf(rings.map(ringOf))).filter((area) => area.length > 0);
    return { code: id, country: null, name: properties.name, within: [], areas };
  });
  return { counties, states: new Map(objects.states.geometries.map(({ id, properties }) => [id, properties.name])) };
}

const onGrid = ([lon, lat]: Corner): Corner => [Math.round(lon * stepsPerDegree), Math.round(lat * stepsPerDegree)];

/** Rings without standing still and turning back, which the grid makes; holes that fall to nothing go, and so does an area that does. */
function areaOf(rings: readonly (readonly Corner[])[]): Area {
  const [outer, ...holes] = rings.map(cleaned);
  if (outer === undefined || outer.length < 4 || twiceArea(outer) === 0) return [];
  const isHole = (ring: readonly Corner[]): boolean => ring.length >= 4 && twiceArea(ring) !== 0;
  return [turned(outer, true), ...holes.filter(isHole).map((hole) => turned(hole, false))];
}

const turned = (ring: readonly Corner[], counterclockwise: boolean): readonly Corner[] =>
  twiceArea(ring) > 0 === counterclockwise ? ring : ring.toReversed();

function cleaned(ring: readonly Corner[]): Corner[] {
  const same = (a: Corner | undefined, b: Corner | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];
  const kept: Corner[] = [];
  for (const corner of ring.slice(0, -1)) {
    if (same(kept.at(-1), corner)) continue;
    if (kept.length > 1 && same(kept.at(-2), corner)) kept.pop();
    else kept.push(corner);
  }
  for (;;) {
    if (kept.length > 1 && same(kept[0], kept.at(-1))) kept.pop();
    else if (kept.length > 2 && same(kept[1], kept.at(-1))) kept.shift();
    else if (kept.length > 2 && same(kept[0], kept.at(-2))) kept.pop();
    else break;
  }
  return kept.length === 0 ? [] : [...kept, kept[0] as Corner];
}
