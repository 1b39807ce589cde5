/** Style sheet, fonts and pictures under names that change with their content, so that a browser may keep them for ever. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import desk from '../pages/style/desk.css?raw';
import notReal from '../pages/style/not-real.svg?raw';
import situations from '../pages/style/situations.css?raw';
import tokens from '../pages/style/tokens.css?raw';
import type { Asset } from './deps.ts';

const fontFiles = ['plex-sans.woff2', 'plex-serif.woff2'] as const;

/**
 * Reads the fonts from `fontFolder` (the repository's or package's `assets/fonts`) and the borders beside it, and prepares everything the
 * pages ask for.
 */
export async function loadAssets(fontFolder: string): Promise<Asset[]> {
  const fonts = await Promise.all(
    fontFiles.map(async (name) => asset(name, 'font/woff2', new Uint8Array(await readFile(join(fontFolder, name))))),
  );
  const picture = asset('not-real.svg', 'image/svg+xml', encoded(notReal));
  const borders = asset(
    'borders.json',
    'application/json',
    new Uint8Array(await readFile(join(fontFolder, '../map/borders.json'))),
  );
  const named = [...fonts, picture];
  const css = named.reduce(
    (text, one) => text.replaceAll(`url(${one.name})`, `url(${one.path})`),
    tokens + desk + situations,
  );
  const sheet = asset('desk.css', 'text/css; charset=utf-8', encoded(css));
  return [sheet, ...named, borders].map(({ path, type, body }) => ({ path, type, body }));
}

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function asset(name: string, type: string, body: Uint8Array<ArrayBuffer>): Asset & { name: string } {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { name, path: `/assets/${name.replace('.', `-${hash}.`)}`, type, body };
}
