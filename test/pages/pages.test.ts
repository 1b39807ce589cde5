/** Every page in a real browser: wide and narrow, by day and by night, for eyes, for keys and for a screen reader. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser, type Served, serveDesk } from './browser.ts';
import { cookie } from './desk.ts';
import { binaryReport, longReport, views } from './picture.ts';

if (noBrowser) process.stderr.write(`${noBrowser}\n`);

const paths = {
  live: '/',
  past: '/?at=2026-07-27T12:00:00Z',
  flood: `/alerts/${views.flood.id}`,
  unverified: `/alerts/${views.blast.id}`,
  unplaced: `/alerts/${views.heat.id}`,
  exercise: `/alerts/${views.exercise.id}`,
  expired: `/alerts/${views.dust.id}`,
  cancelled: `/alerts/${views.quake.id}`,
  hostile: `/alerts/${views.hostile.id}`,
  report: `/reports/${views.flood.report}`,
  faulty: `/reports/${views.roads.report}`,
  binary: `/reports/${binaryReport}`,
  long: `/reports/${longReport}`,
  people: '/people',
  notices: '/notices',
  'sign-in': '/sign-in',
  missing: '/nowhere',
} as const;

const shots = process.env['TOCSIN_SHOTS'];

describe.skipIf(noBrowser !== null)('pages in a browser', () => {
  let context: BrowserContext;
  let desk: Served;
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  beforeAll(async () => {
    desk = await serveDesk();
    context = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await context?.close();
    await desk?.close(0);
  });

  const signedIn = async (on: boolean): Promise<void> => {
    await context.clearCookies();
    if (on)
      await context.addCookies([
        { name: 'tocsin-session', value: cookie, url: desk.url, httpOnly: true, sameSite: 'Strict' },
      ]);
  };

  const opened = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(desk.url + path);
    return page;
  };

  const faults = (page: Page): Promise<string[]> =>
    page.evaluate(`(() => { ${axe}; return axe.run(document, { resultTypes: ['violations'] }) })().then((found) =>
      found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')))`);

  const looks = [
    { width: 360, scheme: 'light' },
    { width: 768, scheme: 'dark' },
    { width: 1280, scheme: 'light' },
    { width: 1280, scheme: 'dark' },
    { width: 360, scheme: 'dark' },
  ] as const;

  for (const [name, path] of Object.entries(paths)) {
    test(`${name}: nothing for axe to find, no sideways scroll, at every width and by day and night`, {
      timeout: 60_000,
    }, async () => {
      for (const operator of [false, true]) {
        await signedIn(operator);
        const page = await context.newPage();
        for (const { width, scheme } of looks) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme: scheme });
          await page.goto(desk.url + path);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
          expect(await faults(page), `${path} at ${width}, ${scheme}`).toEqual([]);
          if (shots && operator === (name === 'people' || name === 'unverified'))
            await page.screenshot({ path: `${shots}/${name}-${width}-${scheme}.png`, fullPage: true });
        }
        expect(await page.locator('h1').count()).toBe(1);
        await page.close();
      }
    });
  }
});
