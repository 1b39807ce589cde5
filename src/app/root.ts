/** The folder of Tocsin, where package.json and assets/ are: the same from src/ and from dist/. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Divisions, openDivisions } from '../core/geo/geocodes/divisions.ts';

export function rootFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

let divisions: Divisions | null = null;

/** The shapes of codes that come with Tocsin, opened once. */
export function shippedDivisions(): Divisions {
  divisions ??= openDivisions(new Uint8Array(readFileSync(join(rootFolder(), 'assets/geo/divisions.bin'))));
  return divisions;
}
