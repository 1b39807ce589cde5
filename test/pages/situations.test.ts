/** The pages of a replay and of the live picture in a real browser: every width, day and night. */
import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebDeps } from '../../src/web/deps.ts';
import { noBrowser, openBrowser, type Served, serveDesk } from './browser.ts';
import * as dari from './dari.ts';
import { extreme, theCrowded } from './extreme.ts';
import { letters, replay } from './kabul/desk.ts';
import { documents } from './kabul/documents.ts';
import { floodReport, theAirport, theFlood } from './kabul/situations.ts';
import { liveSituations } from './live.ts';
import { wakes } from './people.ts';
import { now } from './picture.ts';

if (noBrowser) process.stderr.write(`${noBrowser}\n`);

const then = '?at=2021-08-26T07:30:00Z';
const paths = {
  'replay-picture': `/${then}`,
  'replay-picture-later': '/',
  'replay-empty': '/?at=2021-08-25T01:30:00Z',
  'replay-situation': `/situations/${theAirport}${then}`,
  'replay-situation-later': `/situations/${theAirport}`,
  'replay-flood': `/situations/${theFlood}${then}`,
  'replay-not-then': `/situations/${theAirport}?at=2021-08-25T01:30:00Z`,
  'replay-brief': `/situations/${theAirport}/brief${then}`,
  'replay-brief-later': `/situations/${theAirport}/brief`,
  'replay-report': `/reports/${documents.explainer.id}${then}`,
  'replay-advice-report': `/reports/${documents.us25.id}${then}`,
  'replay-cap-report': `/reports/${floodReport}${then}`,
  'replay-alerts': `/alerts${then}`,
  'replay-people': '/people',
  'replay-notices': `/notices${then}`,
  'replay-inbox': '/inbox',
  'replay-letter': `/inbox/${letters[0]?.id}`,
  'replay-missing': '/nowhere',
} as const;

const shots = process.env['PAGE_SHOTS'];

/** The live desk's own pages, in colour, and what nobody wants to see. */
const livePaths = {
  'live-picture': '/',
  'live-situation': `/situations/${liveSituations[0]?.id}`,
  'live-unvouched': `/situations/${liveSituations[2]?.id}`,
  'live-hostile': `/situations/${liveSituations[1]?.id}`,
  'live-past': '/?at=2026-07-27T12:00:00Z',
  'live-brief': `/situations/${liveSituations[0]?.id}/brief`,
} as const;
const colours = {
  'colour-picture': `/${then}`,
  'colour-situation': `/situations/${theAirport}${then}`,
  'colour-report': `/reports/${documents.explainer.id}${then}`,
  'colour-brief': `/situations/${theAirport}/brief${then}`,
} as const;
const empty = { 'empty-picture': '/', 'empty-alerts': '/alerts' } as const;
const nothing: Partial<WebDeps> = {
  ...{ situations: async () => [], alerts: async () => [], wakes: async () => [] },
  people: async () => ({ people: [], erased: 0 }),
  resolveAsOf: async () => ({ valid: now, seq: 0, at: 0, isPast: false, heardUntil: now }),
};
/** What an office writes in Dari, on the picture and in a sentence to the desk. */
const flooded = 'سیلاب ناگهانی در دریای کنر: به جای بلند بروید';
const inDari: Partial<WebDeps> = {
  situations: async () =>
    liveSituations.map((one, n) =>
      n > 0 ? one : { ...one, event: flooded, place: { ...one.place, name: 'دره کنر، ننگرهار' } },
    ),
  wakes: async () =>
    wakes.map((wake) => ({ ...wake, sentence: `They were not told of \u2068«${flooded}»\u2069 from “Met Office”.` })),
};
const hard = {
  'extreme-picture': '/',
  'extreme-situation': `/situations/${theCrowded}`,
  'extreme-brief': `/situations/${theCrowded}/brief`,
} as const;

const faults = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => { ${axe.source}; return axe.run(document, { resultTypes: ['violations'] }) })().then((found) =>
    found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')))`);

const looks = [
  { width: 360, scheme: 'light' },
  { width: 768, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 360, scheme: 'dark' },
] as const;

async function lookAt(page: Page, url: string, name: string): Promise<void> {
  for (const { width, scheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    const answer = await page.goto(url);
    expect([200, 404]).toContain(answer?.status());
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (shots) await page.screenshot({ path: `${shots}/${name}-${width}-${scheme}.png`, fullPage: true });
    expect(over, `${url} at ${width}`).toBeLessThanOrEqual(0);
    expect(await faults(page), `${url} at ${width}, ${scheme}`).toEqual([]);
  }
  expect(await page.locator('h1').count()).toBe(1);
}

describe.skipIf(noBrowser !== null)('pages of situations in a browser', () => {
  let context: BrowserContext;
  const desks: Record<string, Served> = {};

  beforeAll(async () => {
    desks['replay'] = await serveDesk(replay);
    desks['live'] = await serveDesk();
    desks['colour'] = await serveDesk({ ...replay, exercise: null });
    desks['empty'] = await serveDesk(nothing);
    desks['dari'] = await serveDesk(inDari);
    desks['allDari'] = await serveDesk(dari.inDari);
    desks['hard'] = await serveDesk({ situations: async () => extreme });
    context = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await context?.close();
    await Promise.all(Object.values(desks).map((desk) => desk.close(0)));
  });

  const every: readonly (readonly [string, string, string])[] = [
    ...Object.entries(paths).map(([name, path]) => [name, 'replay', path] as const),
    ...Object.entries(livePaths).map(([name, path]) => [name, 'live', path] as const),
    ...Object.entries(colours).map(([name, path]) => [name, 'colour', path] as const),
    ...Object.entries(hard).map(([name, path]) => [name, 'hard', path] as const),
    ...Object.entries(empty).map(([name, path]) => [name, 'empty', path] as const),
    ['dari-picture', 'dari', '/'],
    ['dari-situation', 'allDari', `/situations/${dari.flood.id}`],
    ['dari-brief', 'allDari', `/situations/${dari.flood.id}/brief`],
    ['dari-report', 'allDari', `/reports/${dari.report}`],
  ];
  test.each(every)(
    '%s: nothing for axe to find and no sideways scroll, at every width, by day and night',
    { timeout: 120_000 },
    async (name, at, path) => {
      const page = await context.newPage();
      await lookAt(page, `${desks[at]?.url}${path}`, name);
      if (at === 'replay') {
        expect(await page.locator('h1').innerText()).toMatch(/^Exercise: /);
        expect(await page.title()).toMatch(/^Exercise: /);
        expect(await page.locator('body.drill .drillband').innerText()).toContain('This is not real');
      } else expect(await page.locator('.drill:not(.inset)').count()).toBe(0);
      // The look for faults leaves marks of its own.
      await page.reload();
      expect(await page.locator('script, iframe, img, [style], [onclick], [onerror]').count()).toBe(0);
      await page.close();
    },
  );

  test('words from right to left keep their own order and marks, and leave that of the page alone', async () => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${desks['dari']?.url}/`);
    const quotes = page.locator('.sits > li:first-child h3 q');
    const seen = await quotes.evaluateAll((all) =>
      all.map((one) => {
        const { direction, unicodeBidi, quotes } = getComputedStyle(one);
        const box = [...one.getClientRects()].at(-1);
        return { style: [direction, unicodeBidi, quotes], left: box?.left ?? 0, right: box?.right ?? 0 };
      }),
    );
    expect(seen.map(({ style }) => style)).toEqual(Array(2).fill(['rtl', 'isolate', '"«" "»"']));
    // What happens stands before where, as the page writes it.
    expect(seen[0]?.left).toBeLessThan(seen[1]?.left ?? 0);
    const inSentence = page.locator('.log.one q').filter({ hasText: flooded }).first();
    expect(await inSentence.evaluate((one) => getComputedStyle(one).fontFamily)).toContain('Plex Serif');
    await page.close();
  });

  test('names from right to left stay where the sentence has them, and what is quoted whole begins at the right', async () => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${desks['allDari']?.url}/situations/${dari.flood.id}`);
    // Who says it stands before what is said, from the left as the page runs.
    const said = page.locator('.facts small', { hasText: 'Nobody else is taken' });
    const [name, quote] = await said.evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one.firstChild as Node);
      return [range.getBoundingClientRect().left, one.querySelector('q')?.getClientRects()[0]?.left ?? 0];
    });
    expect(name).toBeLessThan(quote ?? 0);
    const whole = page.locator('.warner blockquote p').first();
    expect(await whole.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
    expect(await whole.innerText()).toMatch(/^«.*»/);
    await page.goto(`${desks['allDari']?.url}/reports/${dari.report}`);
    const text = page.locator('.blk .txt').first();
    expect(await text.evaluate((one) => [(one as HTMLElement).lang, getComputedStyle(one).direction])).toEqual([
      'fa-AF',
      'rtl',
    ]);
    // What the desk says in the margin is no Dari.
    expect(
      await page
        .locator('.notes')
        .first()
        .evaluate((one) => one.closest('[lang]')?.getAttribute('lang')),
    ).toBe('en');
    await page.close();
  });

  test('what stands at the head has the width of the page, and a document’s title is larger than its text', async () => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${desks['colour']?.url}${colours['colour-situation']}`);
    expect((await page.locator('.mast .txt').boundingBox())?.width).toBeGreaterThan(900);
    await page.goto(`${desks['colour']?.url}${colours['colour-report']}`);
    const sizeOf = (of: string): Promise<number> =>
      page
        .locator(of)
        .first()
        .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    expect(await sizeOf('.txt.z-title')).toBeGreaterThan((await sizeOf('.txt.z-body')) * 1.3);
    await page.close();
  });

  test('letters of twice the size, and a screen of 320 px, need no sideways scroll', { timeout: 120_000 }, async () => {
    const page = await context.newPage();
    const seen = [
      ['replay', paths['replay-picture']],
      ['replay', paths['replay-picture-later']],
      ['replay', paths['replay-inbox']],
      ['live', '/'],
      ['live', '/notices/desk'],
      ['empty', '/'],
    ] as const;
    for (const [at, path] of seen)
      for (const [width, size] of [
        [320, '100%'],
        [360, '200%'],
        [640, '100%'],
        [1280, '200%'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${desks[at]?.url}${path}`);
        await page.evaluate((to) => {
          document.documentElement.style.fontSize = to;
          for (const fold of document.querySelectorAll('details')) fold.open = true;
        }, size);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (shots) await page.screenshot({ path: `${shots}/zoom-${at}-${width}-${size}.png`, fullPage: true });
        expect(over, `${path} at ${width}, ${size}`).toBeLessThanOrEqual(0);
      }
    await page.close();
  });

  test('what is folded opens by key, and on paper by itself', async () => {
    const page = await context.newPage();
    await page.goto(`${desks['replay']?.url}${paths['replay-inbox']}`);
    const [fold, link] = [page.locator('summary').first(), page.locator('details a').first()];
    expect(await link.isVisible()).toBe(false);
    await fold.focus();
    expect(await fold.evaluate((one) => getComputedStyle(one).outlineWidth)).toBe('3px');
    await page.keyboard.press('Enter');
    expect(await link.isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.reload();
    await page.emulateMedia({ media: 'print' });
    expect((await link.boundingBox())?.height).toBeGreaterThan(10);
    await page.close();
  });

  test('a number leads to its passage, the passage to its words, which light with their note', {
    timeout: 60_000,
  }, async () => {
    const page = await context.newPage();
    // A page that glides to its anchor is still under way when the next click comes.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${desks['colour']?.url}/situations/${theAirport}${then}`);
    const lit = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((node) => getComputedStyle(node).backgroundColor);
    await page.locator('.facts a.cite', { hasText: '5d' }).click();
    await page.waitForURL(/#c5d$/);
    expect(await lit('#c5d')).not.toBe('rgba(0, 0, 0, 0)');
    await page.locator('#c5d a').click();
    await page.waitForURL(/\/reports\/.*#s\d+-\d+$/);
    const anchor = new URL(page.url()).hash;
    expect(await page.locator(anchor).innerText()).toContain('acute and increasing risk');
    expect(await lit(anchor)).not.toBe('rgba(0, 0, 0, 0)');
    expect(await lit(anchor.replace('#s', '#n'))).toBe(await lit(anchor));
    await page.locator(`${anchor.replace('#s', '#n')} .m a`).click();
    await page.waitForURL(/\/situations\/.*#c5d$/);
    await page.close();
  });

  test('both halves of words that cross others light together', { timeout: 60_000 }, async () => {
    const page = await context.newPage();
    const start = documents.explainer.document.text.indexOf('The United States, Great Britain');
    await page.goto(`${desks['colour']?.url}/reports/${documents.explainer.id}${then}`);
    const anchor = await page.locator(`mark[id^="s${start}-"]`).getAttribute('id');
    const pair = (await page.locator(`mark[id="${anchor}"]`).getAttribute('class'))?.split(' ').at(-1);
    await page.goto(`${desks['colour']?.url}/reports/${documents.explainer.id}${then}#${anchor}`);
    const block = page.locator('.blk', { has: page.locator(`mark[id="${anchor}"]`) });
    const colours = await block
      .locator(`mark.${pair}`)
      .evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).backgroundColor));
    expect(colours.length).toBeGreaterThan(1);
    expect(new Set(colours).size).toBe(1);
    expect(colours[0]).not.toBe('rgba(0, 0, 0, 0)');
    await page.close();
  });

  test('keys alone travel through a story, and every control is large enough', { timeout: 60_000 }, async () => {
    const page = await context.newPage();
    await page.goto(`${desks['replay']?.url}/${then}`);
    const focused = (): Promise<string> =>
      page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '');
    for (let presses = 0; presses < 30 && !(await focused()).startsWith('Later'); presses++)
      await page.keyboard.press('Tab');
    expect(await focused()).toContain('Later: 18:22');
    await page.keyboard.press('Enter');
    await page.waitForURL(/at=2021-08-26T13:52/);
    await page.getByLabel(/^Go to a moment/).selectOption({ label: '25 Aug, 06:00 – Before any notice' });
    await page.getByRole('button', { name: 'Go' }).press('Enter');
    await page.waitForURL(/at=2021-08-25T01/);
    await page.getByText('Before any notice:').waitFor();
    for (const name of ['select', 'button', '.story .go a', '.heard a']) {
      const box = await page.locator(name).first().boundingBox();
      if (box) expect(box.height, name).toBeGreaterThanOrEqual(44);
    }
    await page.close();
  });

  test('on paper nothing is cut, ways to go elsewhere are gone, and every number stands in a list', {
    timeout: 60_000,
  }, async () => {
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    for (const [name, path] of Object.entries(colours)) {
      await page.setViewportSize({ width: 680, height: 900 });
      await page.goto(`${desks['colour']?.url}${path}`);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (shots) await page.screenshot({ path: `${shots}/${name}-paper.png`, fullPage: true });
      expect(over, path).toBeLessThanOrEqual(0);
      expect(
        await page
          .locator('nav, form')
          .evaluateAll((nodes) => nodes.filter((node) => node.checkVisibility() && !node.matches('.crumb')).length),
      ).toBe(0);
    }
    await page.close();
  });
});
