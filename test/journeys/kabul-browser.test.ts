/** The replay in a real browser: what scripts add to its pages, and the picture of it that the README shows. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axeCore from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../pages/browser.ts';
import { type Desk, type DeskFolder, deskFolder } from './desk.ts';

const root = join(import.meta.dirname, '../..');
const shot = 'docs/screens/picture.png';
const beforeTheBomb = '2021-08-26T07:30:00Z';

describe.skipIf(noBrowser !== null)(`the replay in a browser${noBrowser === null ? '' : ` (${noBrowser})`}`, () => {
  let folder: DeskFolder;
  let desk: Desk;
  let browser: BrowserContext;
  const wrong: string[] = [];
  let page: Page;

  beforeAll(async () => {
    folder = deskFolder();
    desk = await folder.start(['replay']);
    browser = await openBrowser();
    page = await browser.newPage();
    page.on('console', (message) => {
      // Drivers of a screen that is not there talk about their speed.
      if (['error', 'warning'].includes(message.type()) && !/GL Driver Message/.test(message.text()))
        wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(desk.url) && !/^(blob|data):/.test(request.url())) wrong.push(request.url());
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    folder?.remove();
  });

  const open = async (path: string, width = 1280): Promise<void> => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(desk.url + path);
  };
  const liveMap = async (): Promise<void> => {
    await page.locator('figure[data-live-map]').scrollIntoViewIfNeeded();
    await page.waitForSelector('figure[data-live=yes] .livemark');
  };
  const axe = (): Promise<string[]> =>
    page.evaluate(`(() => { ${axeCore.source}; return axe.run(document, { resultTypes: ['violations'] }) })().then((found) =>
      found.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`);

  test.each([360, 1280])(
    'at %d px the map moves, its signs are links in the page, and axe finds nothing',
    async (width) => {
      await open(`/?at=${beforeTheBomb}`, width);
      await liveMap();
      const names = await page
        .locator('.livemark')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
      expect(names[0]).toBe('4 Kabul airport: Threat of attack, Kabul airport. Advice 4, extreme');
      expect(names).toHaveLength(4);
      expect(await axe()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      const first = page.locator('.livemark').first();
      await first.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/situations\/s-/);
      expect(await page.locator('h1').textContent()).toContain('Threat of attack, Kabul airport');
    },
  );

  test('the map that moves takes the place of the drawn one and shifts nothing', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const figure = async () => page.locator('figure.map').evaluate((one) => one.getBoundingClientRect().height);
    const still = await browser.newPage();
    await still.setViewportSize({ width: 1280, height: 900 });
    await still.route('**/*.js', (route) => route.abort());
    await still.goto(`${desk.url}/?at=${beforeTheBomb}`);
    const drawn = await still.locator('figure.map').evaluate((one) => one.getBoundingClientRect().height);
    await still.close();
    await open(`/?at=${beforeTheBomb}`);
    expect(await figure()).toBe(drawn);
    await liveMap();
    expect(await figure()).toBe(drawn);
    expect(await page.locator('.livemark svg.sign').count()).toBe(4);
    expect(await page.locator('figure.map > svg').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('figure.map > svg').isVisible()).toBe(true);
    expect(await page.locator('.livemap').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  test.each(['light', 'dark'] as const)(
    'the ground comes by ranges from this desk alone, with names in the reader’s language, in the %s',
    async (colorScheme) => {
      const ranges: string[] = [];
      const note = (answer: { url(): string; status(): number }): void => {
        if (answer.url().includes('.pmtiles')) ranges.push(`${new URL(answer.url()).pathname} ${answer.status()}`);
      };
      page.on('response', note);
      await page.emulateMedia({ colorScheme });
      await open(`/?at=${beforeTheBomb}`);
      await liveMap();
      page.off('response', note);
      expect(ranges.length).toBeGreaterThan(1);
      expect(ranges.length).toBeLessThan(40);
      expect([...new Set(ranges)]).toEqual(['/map/base.pmtiles 206']);
      const canvas = page.locator('.livemap canvas');
      const language = page.getByLabel('Names in');
      const pictures = new Map<string, Buffer>();
      for (const tag of ['en', 'fa-AF', 'ar', 'en']) {
        await language.selectOption(tag);
        await page.waitForSelector(`.livemap[data-names=${tag}]`);
        const picture = await canvas.screenshot();
        // Drawn again in the same language it is the same picture: what differs below is its names.
        if (pictures.has(tag)) expect(picture.equals(pictures.get(tag) ?? Buffer.alloc(0))).toBe(true);
        pictures.set(tag, picture);
      }
      expect(new Set([...pictures.values()].map(String)).size).toBe(3);
      const shades = await page.evaluate(
        async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          const pen = Object.assign(document.createElement('canvas'), {
            width: image.width,
            height: image.height,
          }).getContext('2d');
          pen?.drawImage(image, 0, 0);
          return new Set(
            new Uint32Array(pen?.getImageData(0, 0, image.width, image.height).data.buffer ?? new ArrayBuffer()),
          ).size;
        },
        `data:image/png;base64,${pictures.get('en')?.toString('base64')}`,
      );
      expect(shades).toBeGreaterThan(100);
      await page.emulateMedia({ colorScheme: null });
    },
  );

  test('keys alone go through slider and map and out of them, by what can be seen and is large enough', async () => {
    await open(`/?at=${beforeTheBomb}`);
    await liveMap();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const seen: string[] = [];
    for (let presses = 0; presses < 160 && !seen.at(-1)?.startsWith('foot'); presses++) {
      await page.keyboard.press('Tab');
      seen.push(
        await page.evaluate(() => {
          const on = document.activeElement;
          if (!(on instanceof HTMLElement)) return 'nothing';
          const ring = Number.parseFloat(getComputedStyle(on).outlineWidth);
          const { width, height } = on.getBoundingClientRect();
          const large = on.matches('.livemap button, .livemap select') ? Math.min(width, height) >= 44 : true;
          const where = on.closest('.livemap') ? 'map' : on.closest('.foot') ? 'foot' : on.tagName.toLowerCase();
          const kind = on.matches('input[type=range]') ? 'slider' : where;
          return `${kind}${ring >= 3 ? '' : ' without a ring'}${large ? '' : ' too small'}`;
        }),
      );
    }
    expect(seen.filter((one) => / without| too/.test(one))).toEqual([]);
    expect(seen.filter((one) => one === 'slider')).toHaveLength(1);
    // The map itself, two buttons, the language of its names, a link for each sign.
    expect(seen.filter((one) => one === 'map')).toHaveLength(8);
    expect(seen.at(-1)).toBe('foot');
  });

  test('nothing glides where motion is not wanted', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(`/?at=${beforeTheBomb}`);
    await liveMap();
    const places = (): Promise<string[]> =>
      page.locator('.livemark').evaluateAll((all) => all.map((one) => (one as HTMLElement).style.transform));
    const before = await places();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    // Two frames later it is there: what comes after does not move it on.
    const settled = await page.evaluate(
      () =>
        new Promise<string[]>((done) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              done([...document.querySelectorAll<HTMLElement>('.livemark')].map((one) => one.style.transform)),
            ),
          ),
        ),
    );
    expect(settled).not.toEqual(before);
    await page.waitForLoadState('networkidle');
    expect(await places()).toEqual(settled);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  test('the slider shows the page at any moment by keyboard, says the time in words, and keeps it in the address', async () => {
    await open(`/?at=${beforeTheBomb}`);
    const slider = page.getByRole('slider', { name: 'Moment of the story' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('26 Aug, 12:00 in Kabul');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => location.search.includes('2021-08-26T07%3A40%3A00.000Z'));
    expect(await slider.getAttribute('aria-valuetext')).toBe('26 Aug, 12:10 in Kabul');
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('leave') === false);
    expect(new URL(page.url()).searchParams.get('at')).toBe('2021-08-25T00:00:00.000Z');
    await page.keyboard.press('End');
    await page.waitForFunction(() => document.querySelector('main')?.textContent?.includes('Attack, Kabul airport'));
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('range');
    await page.reload();
    expect(await page.locator('main').textContent()).toContain('Attack, Kabul airport');
  });

  test('without scripts the drawn map and the plain form are there', async () => {
    const still = await browser.newPage();
    await still.route('**/*.js', (route) => route.abort());
    await still.goto(`${desk.url}/?at=${beforeTheBomb}`);
    expect(await still.locator('figure.map svg').first().isVisible()).toBe(true);
    expect(await still.locator('input[type=range]').count()).toBe(0);
    await still.getByLabel(/Go to a moment/).selectOption('2021-08-26T20:00:00Z');
    await still.getByRole('button', { name: 'Go' }).click();
    expect(await still.locator('main').textContent()).toContain('Attack, Kabul airport');
    await still.close();
  });

  test('the README shows this picture', async () => {
    await open(`/?at=${beforeTheBomb}`);
    if (process.env['README_SHOT']) await page.screenshot({ path: join(root, shot) });
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(shot);
    expect(existsSync(join(root, shot))).toBe(true);
  });

  test('nothing went wrong in the page, and nothing was asked of anybody else', () => expect(wrong).toEqual([]));
});
