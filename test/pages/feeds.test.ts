/** Feeds and CAP opened in Chromium: a page that can be read, by day and by night, and a drill that looks like one. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read, write } from '../../src/core/cap/index.ts';
import type { Report } from '../../src/core/model.ts';
import { noBrowser, openBrowser, type Served, serveDesk } from './browser.ts';
import { replay } from './kabul/desk.ts';
import { views } from './picture.ts';

describe.skipIf(noBrowser !== null)(`feeds in a browser${noBrowser === null ? '' : ` (${noBrowser})`}`, () => {
  let browser: BrowserContext;
  let live: Served;
  let drill: Served;
  beforeAll(async () => {
    [browser, live, drill] = await Promise.all([openBrowser(), serveDesk(), serveDesk(replay)]);
  });
  afterAll(async () => {
    await Promise.all([browser.close(), live.close(), drill.close()]);
  });

  const open = async (url: string, colorScheme: 'light' | 'dark'): Promise<Page> => {
    const page = await browser.newPage();
    await page.emulateMedia({ colorScheme });
    await page.goto(url);
    return page;
  };
  const look = (page: Page) =>
    page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      const band = getComputedStyle(document.documentElement, '::before').content;
      return { backgroundColor, color, band, text: (document.documentElement as HTMLElement).textContent };
    });

  const documents = ['/feeds/alerts.atom', '/feeds/alerts.rss', `/feeds/cap/${views.flood.id}.xml`];

  test.each(documents)('%s is laid out, light and dark', async (path) => {
    const seen = [];
    for (const scheme of ['light', 'dark'] as const) {
      const page = await open(live.url + path, scheme);
      const { backgroundColor, color, band, text } = await look(page);
      expect(band).toBe('none');
      expect(text).toContain('Flash flood on the Kunar river');
      seen.push([backgroundColor, color]);
      await page.close();
    }
    expect(seen).toEqual([
      ['rgb(246, 246, 244)', 'rgb(21, 23, 26)'],
      ['rgb(16, 18, 20)', 'rgb(241, 241, 238)'],
    ]);
  });

  test.each(['/feeds/alerts.atom', '/feeds/alerts.rss', '/feeds/cap/a-00000000000000a1.xml'])(
    '%s of a drill says so, in its colours',
    async (path) => {
      const page = await open(drill.url + path, 'light');
      const { backgroundColor, band, text } = await look(page);
      expect([backgroundColor, band]).toEqual(['rgb(220, 236, 248)', '"EXERCISE. This is not real."']);
      expect(text).toContain('EXERCISE, not real: ');
      await page.close();
    },
  );

  describe('signed, with a style sheet of its issuer’s', () => {
    const text = write(views.flood.alert)
      .replace('?>', '?><?xml-stylesheet type="text/xsl" href="#none"?>')
      .replace('</alert>', '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#">c2lnbmVk</Signature></alert>');
    const bytes = new TextEncoder().encode(text);
    const [alert = views.flood.alert] = read(bytes).alerts;
    const path = `/feeds/cap/${views.flood.id}.xml`;
    let served: Served;
    beforeAll(async () => {
      served = await serveDesk({
        alert: async () => ({ ...views.flood, alert }),
        report: async (id) => ({ id, hash: id }) as Report,
        bytes: async () => bytes,
      });
    });
    afterAll(() => served.close());

    test('an alert can be read, and had to the byte', async () => {
      const page = await open(served.url + path, 'light');
      const { backgroundColor, text: shown } = await look(page);
      expect(backgroundColor).toBe('rgb(246, 246, 244)');
      expect(shown).toContain('Flash flood on the Kunar river');
      const height = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
      expect(height).toBeGreaterThan(300);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByText('The CAP as a file').click(),
      ]);
      expect(download.suggestedFilename()).toBe(`${views.flood.id}.xml`);
      const saved = await readFile(await download.path());
      expect(new Uint8Array(saved)).toEqual(bytes);
      await page.close();
    });

    test('a program gets the very bytes', async () => {
      expect(await (await fetch(served.url + path)).text()).toBe(text);
    });
  });

  test('the links of an entry lead to the warning and to its CAP', async () => {
    const page = await open(`${live.url}/feeds/alerts.atom`, 'light');
    const entry = page.locator('entry', { hasText: 'Flash flood on the Kunar river' });
    await entry.getByText('As CAP').click();
    await page.waitForURL(`**/feeds/cap/${views.flood.id}.xml`);
    await page.goBack();
    await entry.getByText('The whole warning').click();
    await page.waitForURL(`**/alerts/${views.flood.id}`);
    await page.close();
  });
});
