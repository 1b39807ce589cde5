/** The folder of Tocsin, where package.json and assets/ are: the same from src/ and from dist/. */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Gazetteer, openGazetteer } from '../core/geo/gazetteer/whole/open.ts';
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

let gazetteer: Promise<Gazetteer | null> | null = null;

/** The gazetteer that comes with Tocsin, opened once and only when it is asked for; null where its file is missing. */
export function shippedGazetteer(): Promise<Gazetteer | null> {
  gazetteer ??= readFile(join(rootFolder(), 'assets/geo/gazetteer.bin')).then(
    (bytes) => openGazetteer(new Uint8Array(bytes)),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
  return gazetteer;
}
