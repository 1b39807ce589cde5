/** Search as one types, in a real browser with the built script: by keys, by touch, in Arabic script, read aloud, and with the desk gone. */
import { join } from 'node:path';
import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadAssets } from '../../src/web/assets.ts';
import { noBrowser, openBrowser, type Served, serveDesk } from '../pages/browser.ts';
import { cookie } from '../pages/desk.ts';

if (noBrowser) process.stderr.write(`${noBrowser}\n`);

describe.skipIf(noBrowser !== null)('search as one types', () => {
  let context: BrowserContext;
  let desk: Served;
  let page: Page;
  beforeAll(async () => {
    desk = await serveDesk({ assets: await loadAssets(join(import.meta.dirname, '../..')) });
    context = await openBrowser();
    await context.addCookies([
      { name: 'tocsin-session', value: cookie, url: desk.url, httpOnly: true, sameSite: 'Strict' },
    ]);
    page = await context.newPage();
  }, 60_000);
  afterAll(async () => {
    await context?.close();
    await desk?.close(0);
  });

  const field = () => page.getByRole('combobox');
  const options = () => page.getByRole('option');
  const typed = async (words: string): Promise<void> => {
    await page.goto(`${desk.url}/places`);
    await field().fill(words);
    await options().first().waitFor();
  };

  test('by keys: down, round, away and in', async () => {
    await typed('kandah');
    expect(await field().getAttribute('aria-expanded')).toBe('true');
    expect(await options().first().textContent()).toContain('Kandahar');
    await page.keyboard.press('ArrowUp');
    expect(await options().last().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const active = await field().getAttribute('aria-activedescendant');
    expect(await options().first().getAttribute('id')).toBe(active);
    await page.keyboard.press('Escape');
    expect([await options().count(), await field().getAttribute('aria-expanded')]).toEqual([0, 'false']);
    expect(await field().inputValue()).toBe('kandah');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/places\?q=kandah&place=/);
    expect(await page.locator('figure.map svg title').textContent()).toContain('Kandahar');
  });

  test('by touch, in Arabic script, with the desk’s own place first', async () => {
    await typed('دروازه');
    expect(await options().first().textContent()).toContain('Canary place bridge');
    await options().first().click();
    await page.waitForURL(/place=own%2Fbridge/);
    expect(await page.locator('figure.map figcaption').textContent()).toContain('Canary place bridge');
  });

  test('nothing for axe to find while the list is open, day and night, and its options are large enough', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await typed('kabul');
      await page.keyboard.press('ArrowDown');
      const found: string[] = await page.evaluate(
        `(() => { ${axe.source}; return axe.run(document, { resultTypes: ['violations'] }) })().then((found) =>
          found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')))`,
      );
      expect(found).toEqual([]);
      expect((await options().first().boundingBox())?.height).toBeGreaterThanOrEqual(44);
      expect(await page.getByRole('status').textContent()).toMatch(/^\d+ places found\.$/);
    }
    await page.emulateMedia({ colorScheme: null });
  });

  test('when answers fail, the form asks as it does without a script', async () => {
    await page.route('**/api/v1/places**', (route) => route.abort());
    await page.goto(`${desk.url}/places`);
    const failed = page.waitForEvent('requestfailed');
    await field().fill('Herat');
    await failed;
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/places\?q=Herat$/);
    expect(await page.locator('.found li').first().textContent()).toContain('Herat');
    await page.unroute('**/api/v1/places**');
  });
});
