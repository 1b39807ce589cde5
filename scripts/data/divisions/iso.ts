/** The lists of ISO 3166-1 and 3166-2, as the package that keeps them has them. */
import { packageFile } from '../packages.ts';

export interface IsoCountry {
  readonly alpha2: string;
  readonly alpha3: string;
  readonly numeric: string;
  readonly name: string;
}

export interface IsoDivision {
  readonly code: string;
  /** The country, or the division that this is a part of. */
  readonly parent: string;
  readonly name: string;
}

const moduleOf = async <T>(path: string): Promise<T> =>
  (await import(
    `data:text/javascript,${encodeURIComponent(packageFile('iso-3166@4.4.0', path).toString('utf8'))}`
  )) as T;

export async function isoCountries(): Promise<readonly IsoCountry[]> {
  const { iso31661 } = await moduleOf<{ iso31661: readonly IsoCountry[] }>('1.js');
  return iso31661;
}

export async function isoDivisions(): Promise<readonly IsoDivision[]> {
  const { iso31662 } = await moduleOf<{ iso31662: readonly IsoDivision[] }>('2.js');
  return iso31662;
}
