/** Drawn maps as files: whole by themselves, never to be taken for real when they are not, with names in the reader's language. */
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { fakeDesk } from '../../../test/pages/desk.ts';
import { liveSituations } from '../../../test/pages/live.ts';
import { views } from '../../../test/pages/picture.ts';
import { Places } from '../../core/cap/xml/places.ts';
import { parseXml } from '../../core/cap/xml/tree.ts';
import { Findings } from '../../core/finding.ts';
import type { AlertView } from '../../core/model.ts';
import { labelLanguages } from '../../pages/map/labels.ts';
import { loadAssets } from '../assets.ts';
import { createWeb, type Web } from '../web.ts';

let web: Web;
beforeAll(async () => {
  web = createWeb(fakeDesk({ assets: await loadAssets(join(import.meta.dirname, '../../..')) }));
});
const ask = (path: string): Promise<Response> =>
  web.fetch(new Request(`http://127.0.0.1:8080${path}`, { headers: { host: '127.0.0.1:8080' } }));
const file = async (path: string): Promise<string> => {
  const answer = await ask(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  return answer.text();
};
const drawn = liveSituations.find(({ place }) => place.shapes.length > 0);
const situation = `/situations/${drawn?.id}/map.svg`;

describe('the map of a situation', () => {
  test('is well-formed XML that asks for nothing and runs nothing', async () => {
    const text = await file(situation);
    const parser = new SaxesParser({ xmlns: true });
    const names = new Set<string>();
    parser.on('opentag', ({ name }) => names.add(name));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(text).close();
    expect([...names].filter((name) => /script|image|use|foreignObject|link|^a$/.test(name))).toEqual([]);
    expect(text.match(/(?:href|src|@import|@font-face)\b|url\((?!#)/g)).toBeNull();
    expect(text).toContain('prefers-color-scheme: dark');
    expect(text.length).toBeLessThan(200_000);
  });

  test('names whom its ground is from, and shows nobody', async () => {
    const text = await file(situation);
    for (const word of ['Natural Earth', 'GeoNames', 'People are not on this map.', 'As of '])
      expect(text).toContain(word);
  });

  test('names towns in the language that is asked for, set so that letters run their own way', async () => {
    expect(await file(situation)).not.toMatch(/[\u0600-\u06ff]/);
    for (const lang of ['ar', 'fa-AF'])
      expect(await file(`${situation}?lang=${lang}`)).toMatch(/unicode-bidi="isolate"[^>]*>[\u0600-\u06ff]/);
    expect(await file(`${situation}?lang=xx`)).toBe(await file(situation));
  });
});

test('the map of an alert is a file too, on the same ground, in the same languages', async () => {
  const path = `/alerts/${views.flood.id}/map.svg`;
  const text = await file(path);
  for (const part of ['class="area"', 'class="land"', 'class="division"', 'Jalalabad', 'Natural Earth'])
    expect(text.includes(part) ? part : `no ${part}`).toBe(part);
  expect(await file(`${path}?lang=fa-AF`)).toContain('جلال آباد');
});

test.each([situation, `/alerts/${views.flood.id}/map.svg`])('its page links to %s, in each language', async (path) => {
  const page = await (await ask(path.replace('/map.svg', ''))).text();
  const links = [...page.matchAll(/href="([^"]*map\.svg[^"]*)"/g)].map(([, href = '']) => href);
  expect(links).toHaveLength(labelLanguages.length);
  expect(links.slice(0, 2)).toEqual([path, `${path}?lang=fa-AF`]);
});

test('what is an exercise says so on the map, in no warm colour', async () => {
  const { view } = { view: Object.values(views).find(({ state }) => state === 'not-actual') };
  const text = await file(`/alerts/${view?.id}/map.svg`);
  expect(text).toMatch(/This is not real/);
  expect(text).toContain('class="map drill"');
});

test.each(['/situations/s-0/map.svg', '/alerts/a-0/map.svg'])('%s is nothing of this desk', async (path) =>
  expect((await ask(path)).status).toBe(404),
);

describe('the map of an alert whose words are hostile', () => {
  const words = [
    ']]>',
    'a]]>b',
    '<![CDATA[x]]>',
    '-->',
    '&lt;&amp;',
    '<svg onload="x">',
    '\u202eevil',
    '\u0000\u0008',
    '\ud800',
    '\uffff',
  ];
  const { flood } = views;
  const said = (word: string) => ({
    ...flood,
    alert: {
      ...flood.alert,
      sender: word,
      infos: flood.alert.infos.map((info) => ({
        ...info,
        ...{ event: word, senderName: word },
        areas: info.areas.map((area) => ({ ...area, areaDesc: word })),
      })),
    },
  });

  test.each(words)('%j is well-formed XML, and turns nothing around', async (word) => {
    const alert = async (): Promise<AlertView> => said(word);
    const hostile = createWeb(fakeDesk({ alert }));
    const answer = await hostile.fetch(
      new Request(`http://127.0.0.1:8080/alerts/${flood.id}/map.svg`, { headers: { host: '127.0.0.1:8080' } }),
    );
    const text = await answer.text();
    const findings = new Findings();
    expect(parseXml(new Places(text), findings)?.name).toBe('svg');
    expect(findings.list()).toEqual([]);
    expect(text).not.toContain('\u202e');
  });
});

test('the map of an alert says what it is about', async () => {
  const [info] = views.flood.alert.infos;
  const text = await file(`/alerts/${views.flood.id}/map.svg`);
  const title = /<title id="file-title">([^<]*)</.exec(text)?.[1] ?? '';
  for (const word of [info?.event, info?.senderName, info?.areas[0]?.areaDesc, 'xtreme'])
    expect([title.includes(word ?? '?'), word]).toEqual([true, word]);
});
