/**
 * From navigation until the map that moves is drawn, in Chromium with software rendering: at the zoom of the world, of a country and of a
 * city, and a replay of the same (its second visit, with a warm cache). The made-up desk serves it; build first, `npm run build`.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createServer } from 'vite';
import type { Situation } from '../src/core/situation.ts';
import type * as Assets from '../src/web/assets.ts';
import type * as Files from '../src/web/map/files.ts';
import type * as Browser from '../test/pages/browser.ts';
import type * as Kabul from '../test/pages/kabul/situations.ts';

const rounds = 7;
const root = join(import.meta.dirname, '..');

type Shape = Situation['place']['shapes'][number];
const around = (lat: number, lon: number, radiusMeters: number): Shape => ({
  kind: 'circle',
  center: { lat, lon },
  radiusMeters,
});
const area = (name: string, shapes: readonly Shape[]): Situation['place'] => ({
  ...{ id: null, name, kind: 'area', country: null, shapes, ours: false },
});
const country = (code: string): Situation['place'] => ({
  ...{ id: code, name: code, kind: 'country', country: code, shapes: [], ours: false },
});

const cases: Readonly<Record<string, readonly Situation['place'][]>> = {
  world: [
    ...['AF', 'BR', 'CA', 'CD', 'ET', 'HT', 'ID', 'ML', 'MX', 'PH', 'UA', 'YE'].map(country),
    ...Array.from({ length: 40 }, (_, n) => area(`Area ${n}`, [around(-50 + n * 3, -170 + n * 8, 40_000)])),
  ],
  country: [area('Province', [around(34.5, 66, 500_000)])],
  city: [area('Quarter', [around(34.53, 69.17, 3000)])],
};

export async function run(): Promise<Record<string, number | string>> {
  // The pages import their style sheets as the build does.
  const vite = await createServer({ root, server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' });
  const load = async <T>(path: string): Promise<T> => (await vite.ssrLoadModule(join(root, path))) as T;
  const { noBrowser, openBrowser, serveDesk } = await load<typeof Browser>('test/pages/browser.ts');
  const { situation } = await load<typeof Kabul>('test/pages/kabul/situations.ts');
  const { loadAssets } = await load<typeof Assets>('src/web/assets.ts');
  const { mapFiles } = await load<typeof Files>('src/web/map/files.ts');
  const figures: Record<string, number | string> = {};
  if (noBrowser !== null) return { skipped: noBrowser };
  let shown: readonly Situation[] = [];
  const served = await serveDesk({
    assets: await loadAssets(root),
    maps: () => mapFiles(root, join(root, 'no-such-folder')),
    situations: async () => shown,
  });
  try {
    for (const [name, places] of Object.entries(cases)) {
      shown = places.map((place, n) => situation({ id: `s-${String(n).padStart(16, '0')}`, place }));
      const [first, again]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round++) {
        const browser = await openBrowser();
        const page = await browser.newPage();
        await page.setViewportSize({ width: 1280, height: 900 });
        first.push(await drawn(page, served.url));
        again.push(await drawn(page, served.url));
        await browser.close();
      }
      figures[`${name}, ms (median)`] = middle(first);
      figures[`${name}, ms (slowest)`] = Math.max(...first);
      figures[`${name} again, ms (median)`] = middle(again);
    }
  } finally {
    await served.close();
    await vite.close();
  }
  return { rounds, ...figures };
}

/** Milliseconds by the page's own clock, from the start of navigation. */
async function drawn(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector('figure[data-live-map]', { state: 'attached' });
  await page.locator('figure[data-live-map]').scrollIntoViewIfNeeded();
  await page.waitForSelector('figure[data-live=yes]');
  return Math.round(await page.evaluate(() => performance.now()));
}

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
