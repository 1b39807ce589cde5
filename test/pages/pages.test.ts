/** Every page in a real browser: wide and narrow, by day and by night, for eyes, for keys and for a screen reader. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser, type Served, serveDesk } from './browser.ts';
import { cookie, token } from './desk.ts';
import { people } from './people.ts';
import { binaryReport, longReport, views } from './picture.ts';

if (noBrowser) process.stderr.write(`${noBrowser}\n`);

const paths = {
  live: '/',
  past: '/?at=2026-07-27T12:00:00Z',
  flood: `/alerts/${views.flood.id}`,
  unverified: `/alerts/${views.blast.id}`,
  cancel: `/alerts/${views.cancel.id}`,
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
  places: '/places',
  'place-found': '/places?q=kabul',
  nearest: `/alerts/${views.flood.id}/people/${people[0]?.id}`,
  notices: '/notices',
  wakes: '/notices/desk',
  'sign-in': '/sign-in',
  missing: '/nowhere',
} as const;

const shots = process.env['PAGE_SHOTS'];

describe.skipIf(noBrowser !== null)('pages in a browser', () => {
  let context: BrowserContext;
  let desk: Served;

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
    page.evaluate(`(() => { ${axe.source}; return axe.run(document, { resultTypes: ['violations'] }) })().then((found) =>
      found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')))`);

  const looks = [
    { width: 360, scheme: 'light' },
    { width: 768, scheme: 'dark' },
    { width: 1280, scheme: 'light' },
    { width: 1280, scheme: 'dark' },
    { width: 360, scheme: 'dark' },
  ] as const;

  /** Pages that show more to an operator; they are looked at as one too. */
  const shows: readonly (readonly [string, string, boolean])[] = [
    ...Object.entries(paths).map(([name, path]) => [name, path, false] as const),
    ...(['unverified', 'cancel', 'people', 'places', 'nearest', 'flood', 'notices'] as const).map(
      (name) => [`${name}-operator`, paths[name], true] as const,
    ),
  ];

  test.each(shows)(
    '%s: nothing for axe to find and no sideways scroll, at every width, by day and night',
    {
      timeout: 60_000,
    },
    async (name, path, operator) => {
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
        if (shots) await page.screenshot({ path: `${shots}/${name}-${width}-${scheme}.png`, fullPage: true });
      }
      expect(await page.locator('h1').count()).toBe(1);
      await page.close();
    },
  );

  test('hostile words are shown as words and run nothing', { timeout: 60_000 }, async () => {
    await signedIn(true);
    for (const path of ['/', paths.hostile, `/reports/${views.hostile.report}`, '/notices']) {
      const page = await context.newPage();
      const refused: string[] = [];
      page.on('console', (message) => refused.push(message.text()));
      page.on('dialog', (dialog) => refused.push(dialog.message()));
      page.on('request', (request) => {
        if (!request.url().startsWith(desk.url)) refused.push(request.url());
      });
      await page.goto(desk.url + path);
      expect(refused, path).toEqual([]);
      expect(await page.evaluate(() => 'ran' in window), path).toBe(false);
      expect(
        await page.locator('script, iframe, img, main a[href^="javascript"], [onclick], [onerror]').count(),
        path,
      ).toBe(0);
      expect(await page.evaluate(() => document.body.innerText.includes('\u202e')), path).toBe(false);
      await page.close();
    }
    const page = await opened(paths.hostile);
    expect(await page.locator('h1').innerText()).toContain('<img src=x onerror="window.ran=1">');
    await page.close();
  });

  test('keys alone reach the confirm button and confirm', { timeout: 60_000 }, async () => {
    await signedIn(true);
    const page = await opened(paths.unverified);
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      const on = await page.evaluate(() => document.activeElement?.textContent ?? '');
      if (on.startsWith('Confirm as asha')) break;
    }
    const button = page.getByRole('button', { name: /^Confirm as asha: tell 2 people/ });
    expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await button.evaluate((node) => getComputedStyle(node).outlineWidth)).toBe('3px');
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${paths.unverified}`);
    await page.locator('.facts').getByText('By asha').waitFor();
    expect(desk.desk.done).toContain(`confirm ${views.blast.id} asha`);
    expect(await page.getByRole('button', { name: /^Confirm/ }).count()).toBe(0);
    await page.close();
  });

  test('a token opens a session, and signing out ends it', { timeout: 60_000 }, async () => {
    await signedIn(false);
    const page = await opened('/sign-in?next=/people');
    await page.getByLabel('Your token').fill('tocsin_wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'That is no token of this desk' }).waitFor();
    await page.getByLabel('Your token').fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/people');
    await page.getByText('canary1@staff.example').waitFor();
    await page.getByRole('button', { name: 'Sign out asha' }).click();
    await page.waitForURL(`${desk.url}/`);
    await page.goto(`${desk.url}/people`);
    expect(await page.content()).not.toContain('canary');
    await page.close();
  });

  test('a form on a stranger’s page changes nothing, signed in or not', { timeout: 60_000 }, async () => {
    const target = `${desk.url}/alerts/${views.hostile.id}/confirm`;
    const trap = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<form method="post" action="${target}"><button>win</button></form>`);
    });
    await new Promise<void>((resolve) => {
      trap.listen(0, '127.0.0.1', resolve);
    });
    const { port } = trap.address() as AddressInfo;
    for (const host of ['127.0.0.1', 'localhost']) {
      await signedIn(true);
      const page = await context.newPage();
      await page.goto(`http://${host}:${port}/`);
      const [answer] = await Promise.all([page.waitForResponse(target), page.getByRole('button').click()]);
      expect(answer.status(), host).toBe(403);
      await page.close();
    }
    expect(desk.desk.done.filter((one) => one.includes(views.hostile.id))).toEqual([]);
    trap.close();
  });
});
