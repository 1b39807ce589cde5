/** Style sheet, fonts and pictures under names that change with their content, so that a browser may keep them for ever. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import desk from '../pages/style/desk.css?raw';
import feed from '../pages/style/feed.css?raw';
import feedDrill from '../pages/style/feed-drill.css?raw';
import icon from '../pages/style/icon.svg?raw';
import notReal from '../pages/style/not-real.svg?raw';
import situations from '../pages/style/situations.css?raw';
import tokens from '../pages/style/tokens.css?raw';
import type { Asset } from './deps.ts';

const fontFiles = ['plex-sans.woff2', 'plex-serif.woff2', 'noto-sans-arabic.woff2'] as const;

/**
 * Reads the fonts and the borders of `root` (the repository or the package), and what was built for browsers if it was (dist/web), and
 * prepares everything the pages ask for.
 */
export async function loadAssets(root: string): Promise<Asset[]> {
  const read = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await readFile(join(root, path)));
  const fonts = await Promise.all(
    fontFiles.map(async (name) => asset(name, 'font/woff2', await read(`assets/fonts/${name}`))),
  );
  const picture = asset('not-real.svg', 'image/svg+xml', encoded(notReal));
  const bell = asset('icon.svg', 'image/svg+xml', encoded(icon));
  const borders = asset('borders.json', 'application/json', await read('assets/map/borders.json'));
  const still = asset('still.json', 'application/json', await read('assets/map/still.json'));
  const named = [...fonts, picture];
  const sheet = (name: string, css: string) => {
    const linked = named.reduce((text, one) => text.replaceAll(`url(${one.name})`, `url(${one.path})`), css);
    return asset(name, 'text/css; charset=utf-8', encoded(linked));
  };
  // Its namespaces have to come first.
  const feeds = feed + tokens;
  const sheets = [
    sheet('desk.css', tokens + desk + situations),
    sheet('feed.css', feeds),
    // No element of XML has a class: there the colours of a drill are those of the whole document.
    sheet('feed-drill.css', feeds.replaceAll('.drill {', ':root {') + feedDrill),
  ];
  const own = [...sheets, ...named, bell, borders, still].map(({ path, type, body }) => ({ path, type, body }));
  return [...own, ...(await builtAssets(join(root, 'dist/web')))];
}

const builtTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** What runs in the reader's browser; its names hold the hash of their content already. Without a build the pages do without. */
async function builtAssets(folder: string): Promise<Asset[]> {
  const names = await readdir(folder).catch(() => []);
  const kept = names.filter((name) => extname(name) in builtTypes);
  return Promise.all(
    kept.map(async (name) => ({
      path: `/assets/${name}`,
      type: builtTypes[extname(name)] ?? '',
      body: new Uint8Array(await readFile(join(folder, name))),
    })),
  );
}

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function asset(name: string, type: string, body: Uint8Array<ArrayBuffer>): Asset & { name: string } {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { name, path: `/assets/${name.replace('.', `-${hash}.`)}`, type, body };
}
