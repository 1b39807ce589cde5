/** Map files that this desk serves: the base map that it comes with, and what its operator put into the folder `map` of its data. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Range } from './range.ts';

export interface MapFile {
  /** Such as `kabul.pmtiles`. */
  readonly name: string;
  readonly bytes: number;
  /** A strong entity tag: another file has another. */
  readonly etag: string;
  read(range: Range): ReadableStream<Uint8Array>;
}

export const baseName = 'base.pmtiles';
/** Letters, digits, dot, dash and underscore, so that a name is the same in an address. */
const named = /^[\w-][\w.-]{0,99}\.pmtiles$/;

/**
 * Looked up anew at each call: a file that is dropped in is there at once. The operator's follow by name; one that can't be looked at, or is called like the
 * base map, is left out.
 */
export async function mapFiles(root: string, dataFolder: string): Promise<MapFile[]> {
  const own = join(dataFolder, 'map');
  const dropped = (await readdir(own).catch(() => [])).filter((name) => named.test(name) && name !== baseName).sort();
  const files = [[baseName, join(root, 'assets/map', baseName)], ...dropped.map((name) => [name, join(own, name)])];
  const found = await Promise.all(files.map(([name = '', path = '']) => mapFile(name, path)));
  return found.filter((file) => file !== null);
}

async function mapFile(name: string, path: string): Promise<MapFile | null> {
  const about = await stat(path).catch(() => null);
  if (!about?.isFile()) return null;
  return {
    name,
    bytes: about.size,
    etag: `"${about.size.toString(36)}-${Math.round(about.mtimeMs).toString(36)}"`,
    read: (range) => Readable.toWeb(createReadStream(path, range)) as ReadableStream<Uint8Array>,
  };
}
