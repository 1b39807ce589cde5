/** A street-level map file of the operator's, dropped into the desk's folder: drawn over the ground, ticked off, its author named. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, Position } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Tile, writePmtiles } from '../../scripts/data/map/write-pmtiles.ts';
import { loadAssets } from '../../src/web/assets.ts';
import { mapFiles } from '../../src/web/map/files.ts';
import { noBrowser, openBrowser, type Served, serveDesk } from '../pages/browser.ts';
import { liveSituations } from '../pages/live.ts';

const root = join(import.meta.dirname, '../..');
const drawn = liveSituations.find(({ place }) => place.shapes.length > 0);

/** Ways a few hundred metres apart, a lake and a name around a point, in the layers of the OpenMapTiles schema, zooms 8 to 14. */
function streetFile(lon: number, lat: number): Uint8Array {
  const feature = (geometry: Feature['geometry'], properties: Feature['properties']): Feature => ({
    type: 'Feature',
    geometry,
    properties,
  });
  const steps = Array.from({ length: 41 }, (_, n) => (n - 20) * 0.005);
  const line = (coordinates: Position[]): Feature =>
    feature({ type: 'LineString', coordinates }, { class: 'residential' });
  const ways = steps.flatMap((step) => [
    line([
      [lon - 0.1, lat + step],
      [lon + 0.1, lat + step],
    ]),
    line([
      [lon + step, lat - 0.1],
      [lon + step, lat + 0.1],
    ]),
  ]);
  const [west, south] = [lon + 0.02, lat + 0.02];
  const lake: Position[] = [
    [west, south],
    [west + 0.03, south],
    [west + 0.03, south + 0.03],
    [west, south + 0.03],
    [west, south],
  ];
  const names = { name: 'Chicken Street', 'name:fa': 'کوچه مرغ‌ها' };
  const layers = {
    transportation: ways,
    water: [feature({ type: 'Polygon', coordinates: [lake] }, { class: 'lake' })],
    place: [feature({ type: 'Point', coordinates: [lon - 0.03, lat + 0.03] }, names)],
  };
  const tiles = [8, 9, 10, 11, 12, 13, 14].flatMap((zoom): Tile[] => {
    const options = { maxZoom: zoom, indexMaxZoom: 0, buffer: 64 };
    const indexes = Object.entries(layers).map(([name, features]) => {
      const data = { type: 'FeatureCollection' as const, features };
      return [name, new GeoJSONVT(data, options)] as const;
    });
    const [x0, x1] = [lon - 0.1, lon + 0.1].map((one) => Math.floor(((one + 180) / 360) * 2 ** zoom));
    const row = (at: number): number =>
      Math.floor((0.5 - Math.asinh(Math.tan((at * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** zoom);
    const found: Tile[] = [];
    for (let x = x0 ?? 0; x <= (x1 ?? 0); x++)
      for (let y = row(lat + 0.1); y <= row(lat - 0.1); y++) {
        const own = indexes.flatMap(([name, index]) => {
          const tile = index.getTile(zoom, x, y);
          return tile ? [[name, tile] as const] : [];
        });
        const vectors = Object.fromEntries(own) as Parameters<typeof fromGeojsonVt>[0];
        if (own.length > 0) found.push({ z: zoom, x, y, data: fromGeojsonVt(vectors, { version: 2, extent: 4096 }) });
      }
    return found;
  });
  return writePmtiles(tiles, {
    attribution: '<a href="https://streets.example">Streets of the test</a>',
    vector_layers: Object.keys(layers).map((id) => ({ id })),
  });
}

describe.skipIf(noBrowser !== null)(`streets in a browser${noBrowser === null ? '' : ` (${noBrowser})`}`, () => {
  const data = mkdtempSync(join(tmpdir(), 'tocsin-streets-'));
  let served: Served;
  let browser: BrowserContext;
  let page: Page;
  const wrong: string[] = [];

  beforeAll(async () => {
    mkdirSync(join(data, 'map'));
    const [ring] = (drawn?.place.shapes ?? []).flatMap((shape) => (shape.kind === 'polygon' ? [shape.ring] : []));
    const at = ring?.[0] ?? { lat: 34.5, lon: 69.2 };
    writeFileSync(join(data, 'map/kabul-streets.pmtiles'), streetFile(at.lon, at.lat));
    writeFileSync(join(data, 'map/broken.pmtiles'), 'this is no map');
    served = await serveDesk({ assets: await loadAssets(root), maps: () => mapFiles(root, data) });
    browser = await openBrowser();
    page = await browser.newPage();
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(served.url) && !/^(blob|data):/.test(request.url())) wrong.push(request.url());
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(data, { recursive: true });
  });

  /** The map when it does not change any more. */
  const still = async (): Promise<Buffer> => {
    const picture = (): Promise<Buffer> => page.locator('.livemap').screenshot();
    let last = await picture();
    await expect
      .poll(async () => {
        const next = await picture();
        const same = next.equals(last);
        last = next;
        return same;
      })
      .toBe(true);
    return last;
  };

  test('they are drawn, can be ticked off, and whoever made them is named; a file that is none is left out', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${served.url}/situations/${drawn?.id}`);
    await page.locator('figure[data-live-map]').scrollIntoViewIfNeeded();
    await page.waitForSelector('figure[data-live=yes] .livemark');
    expect(await page.locator('.livecredit').textContent()).toBe('Streets of the test');
    const boxes = page.locator('.livechoice input');
    expect(await boxes.count()).toBe(1);
    const box = page.getByLabel('kabul-streets');
    expect(await box.isChecked()).toBe(true);
    // The controls lie over the canvas: with the box focused they look the same each time.
    await box.focus();
    const streets = await still();
    await box.press('Space');
    const ground = await still();
    expect(ground.equals(streets)).toBe(false);
    await box.press('Space');
    expect((await still()).equals(streets)).toBe(true);
  });

  test('their names are in the reader’s language, in a font of this desk', async () => {
    const fonts: string[] = [];
    page.on('response', (answer) => {
      if (answer.url().includes('.woff2')) fonts.push(new URL(answer.url()).pathname.replace(/-\w+\.woff2/, ''));
    });
    await page.reload();
    await page.locator('figure[data-live-map]').scrollIntoViewIfNeeded();
    await page.waitForSelector('figure[data-live=yes] .livemark');
    const before = await still();
    expect(fonts).not.toContain('/assets/noto-sans-arabic');
    await page.getByLabel('Names in').selectOption('fa-AF');
    await page.waitForSelector('.livemap[data-names=fa-AF]');
    expect(fonts).toContain('/assets/noto-sans-arabic');
    expect((await still()).equals(before)).toBe(false);
    expect(wrong).toEqual([]);
  });
});
