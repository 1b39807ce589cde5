/** A real Chromium for page tests, or the reason why there is none. */
import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { loadAssets } from '../../src/web/assets.ts';
import { type Listening, listen, loopbackHosts } from '../../src/web/server.ts';
import { createWeb } from '../../src/web/web.ts';
import { type FakeDesk, fakeDesk } from './desk.ts';

const executablePath = '/usr/bin/chromium';

/** null, or why no page is opened. */
export const noBrowser: string | null = (() => {
  try {
    accessSync(executablePath, constants.X_OK);
    return null;
  } catch {
    return `no Chromium at ${executablePath}: page tests are skipped (apt-get install chromium)`;
  }
})();

export const openBrowser = (): Promise<BrowserContext> =>
  chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'tocsin-pages-')), {
    executablePath,
    headless: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface Served extends Listening {
  readonly desk: FakeDesk;
  readonly url: string;
}

/** The made-up desk on a free port of this machine. */
export async function serveDesk(more: Partial<FakeDesk> = {}): Promise<Served> {
  let port = 0;
  // Pages have to be whole without scripts; what these add is looked at by a journey.
  const all = await loadAssets(join(import.meta.dirname, '../..'));
  const assets = all.filter(({ type }) => !type.startsWith('text/javascript'));
  const desk = fakeDesk({ assets, hosts: () => loopbackHosts(port), ...more });
  const listening = await listen(createWeb(desk), { host: '127.0.0.1', port: 0 });
  port = listening.port;
  return { ...listening, desk, url: `http://127.0.0.1:${port}` };
}
