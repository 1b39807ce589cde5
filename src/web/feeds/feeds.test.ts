/** Feeds as programs get them: what stands in them, and what they never say. */
import { describe, expect, test } from 'vitest';
import { makeArea, makeInfo, referenceTo, square, stamp } from '../../../test/make.ts';
import { base, codes, desk, feeds } from '../../../test/pages/ask.ts';
import { now } from '../../../test/pages/picture.ts';
import { type CapAlert, read, write } from '../../core/cap/index.ts';
import { day } from '../../core/time/time.ts';
import type { WebDeps } from '../deps.ts';
import { bytesOf, holding, later, said, warning } from './held.fixture.ts';

describe('read back by our own reader', () => {
  const held = [
    warning(1),
    warning(2, {
      infos: [
        makeInfo({ expires: later, language: 'prs-AF', headline: 'سیلاب', areas: [makeArea(null)] }),
        makeInfo({ expires: later }),
      ],
    }),
    warning(3, {
      identifier: 'words',
      infos: [
        makeInfo({
          expires: later,
          event: 'a]]>b & <b>',
          headline: '\u202egnihton\u202c &amp; "so"',
          instruction: 'l1\r\nl2\tx',
        }),
      ],
    }),
  ];

  test.each(['/feeds/alerts.atom', '/feeds/alerts.rss'])('%s leads to every alert, word for word', async (path) => {
    const { ask } = holding(held);
    const feed = await (await ask(path)).bytes();
    const reading = read(feed, { base: `${base}${path}` });
    expect(reading.findings).toEqual([]);
    expect(reading.container).toBe(path.endsWith('atom') ? 'atom' : 'rss');
    const found: CapAlert[] = [];
    for (const { href } of reading.links) {
      expect(href).toMatch(/^http:\/\/localhost:8080\/feeds\/cap\/a-[0-9a-f]{16}\.xml$/);
      const answer = await ask(href.slice(base.length));
      expect(answer.headers.get('content-type')).toBe('application/cap+xml');
      found.push(...read(await answer.bytes()).alerts);
    }
    const byName = (a: CapAlert, b: CapAlert): number => (a.identifier < b.identifier ? -1 : 1);
    const asRead = held.flatMap(({ alert }) => read(bytesOf(write(alert))).alerts);
    expect(found.toSorted(byName).map(said)).toEqual(asRead.toSorted(byName).map(said));
    expect(found).toHaveLength(3);
  });
});

describe('what is passed on', () => {
  const idsIn = (text: string): string[] =>
    [...new Set([...text.matchAll(/cap\/(a-[0-9a-f]{16})\.xml/g)].map(([, id = '']) => id))].toSorted();

  test('is what is in force, may tell, and is for everybody', async () => {
    const { ask } = holding([
      warning(1),
      warning(2, {}, { trust: 'unverified' }),
      warning(3, {}, { trust: 'reported' }),
      warning(4, { scope: 'Restricted', restriction: 'staff' }),
      warning(5, { scope: 'Private', addresses: 'somebody' }),
      warning(6, {}, { state: 'expired' }),
      warning(7, {}, { state: 'superseded' }),
      warning(8, { status: 'Exercise' }, { state: 'not-actual' }),
      warning(9, {}, { trust: 'signed' }),
      warning(10, {}, { trust: 'from-origin' }),
    ]);
    for (const path of ['/feeds/alerts.atom', '/feeds/alerts.rss', '/feeds/alerts.geojson'])
      expect(idsIn(await (await ask(path)).text()), path).toEqual(
        [1, 9, 10].map((n) => `a-${n.toString(16).padStart(16, '0')}`),
      );
    const status = async (n: number) => (await ask(`/feeds/cap/a-${n.toString(16).padStart(16, '0')}.xml`)).status;
    expect(await Promise.all([1, 9, 10].map(status))).toEqual([200, 200, 200]);
    expect(await Promise.all([2, 3, 4, 5, 8, 11].map(status))).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await Promise.all([6, 7].map(status))).toEqual([410, 410]);
    expect(await codes(await ask('/feeds/cap/a-0000000000000006.xml'))).toEqual(['feed.alert.ended']);
    // A stranger can't tell one that nobody vouches for from one that is not there.
    const [unverified, none] = await Promise.all([
      ask('/feeds/cap/a-0000000000000002.xml'),
      ask('/feeds/cap/a-000000000000000b.xml'),
    ]);
    expect(await unverified.text()).toBe(await none.text());
  });

  test('also a Cancel, as long as what it ended would hold; no map shows it', async () => {
    const ended = warning(1, {}, { state: 'cancelled', endedBy: 'a-0000000000000002', enders: ['a-0000000000000002'] });
    const cancel = warning(
      2,
      {
        msgType: 'Cancel',
        references: [referenceTo(ended.alert)],
        infos: [],
        sent: stamp('2026-07-28T09:00:00-00:00'),
      },
      { state: 'not-a-warning' },
    );
    const { ask } = holding([ended, cancel]);
    const atom = await (await ask('/feeds/alerts.atom')).text();
    expect(idsIn(atom)).toEqual([cancel.id]);
    expect(atom).toContain('Cancelled: Flash flood on the Sample river');
    const [told] = read(await (await ask(`/feeds/cap/${cancel.id}.xml`)).bytes()).alerts;
    expect(told?.references).toEqual([referenceTo(ended.alert)]);
    expect(await (await ask('/feeds/alerts.geojson')).json()).toMatchObject({ features: [] });
    const over = holding([ended, cancel], {
      resolveAsOf: async () => ({ valid: now + 2 * day, seq: 5, at: now, isPast: false, heardUntil: now }),
    });
    expect(idsIn(await (await over.ask('/feeds/alerts.atom')).text())).toEqual([]);
    expect((await over.ask(`/feeds/cap/${cancel.id}.xml`)).status).toBe(410);
  });

  test('of a warning with several infos only what has not ended', async () => {
    const infos = [
      makeInfo({ expires: stamp('2026-07-28T10:30:00-00:00'), headline: 'Over' }),
      makeInfo({ expires: later, headline: 'Goes on' }),
    ];
    const { ask } = holding([warning(1, { infos })]);
    const atom = await (await ask('/feeds/alerts.atom')).text();
    expect(atom).toContain('Goes on');
    expect(atom).not.toContain('Over');
    expect(atom.match(/<updated>[^<]*/g)).toEqual([
      '<updated>2026-07-28T10:30:00.000Z',
      '<updated>2026-07-28T10:30:00.000Z',
    ]);
    const { features } = (await (await ask('/feeds/alerts.geojson')).json()) as {
      features: { properties: { headline: string } }[];
    };
    expect(features.map(({ properties }) => properties.headline)).toEqual(['Goes on']);
  });
});

describe('words that would break out', () => {
  const hostile = warning(1, {
    infos: [
      makeInfo({
        expires: later,
        language: 'en"><x',
        headline: `]]> & </title><script>x</script> \u0000\u0008\ud800\ufffe \u202egnp`,
        event: '\udc00',
        description: '&lt;b&gt; ]]>',
        senderName: '<a>"\'',
      }),
    ],
  });

  test.each(['/feeds/alerts.atom', '/feeds/alerts.rss'])(
    '%s stays XML, and no mark of theirs becomes one of ours',
    async (path) => {
      const text = await (await holding([hostile]).ask(path)).text();
      const { findings, links } = read(bytesOf(text), { base });
      expect(findings).toEqual([]);
      expect(links).toHaveLength(1);
      expect(text).not.toContain('<script');
      expect(text.isWellFormed()).toBe(true);
      expect(['\u0000', '\u0008', '\ufffe', '\u202e'].filter((mark) => text.includes(mark))).toEqual([]);
    },
  );

  test('GeoJSON stays JSON', async () => {
    const answer = await holding([hostile]).ask('/feeds/alerts.geojson');
    expect(answer.headers.get('content-type')).toBe('application/geo+json');
    expect(await answer.json()).toMatchObject({
      type: 'FeatureCollection',
      features: [{ properties: { senderName: '<a>"\'' } }],
    });
  });

  test('an answer lets nothing run and nothing be fetched but its style', async () => {
    for (const path of feeds) {
      const { headers } = await desk().ask(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'; font-src 'self';/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

test('names stay: of a desk, its feed and its alerts, whatever name of the desk was asked', async () => {
  const idsOf = async (more: Partial<WebDeps>, host: string): Promise<string[]> => {
    const text = await (await holding([warning(1)], more).ask('/feeds/alerts.atom', { headers: { host } })).text();
    expect(text).toContain(
      `<link rel="self" type="application/atom+xml" href="http://${host.toLowerCase()}/feeds/alerts.atom"/>`,
    );
    return [...text.matchAll(/<id>([^<]*)/g)].map(([, id = '']) => id);
  };
  const ids = await idsOf({}, 'localhost:8080');
  expect(new Set(ids).size).toBe(2);
  expect(await idsOf({}, '127.0.0.1:8080')).toEqual(ids);
  expect((await idsOf({ identity: 'fedcba9876543210' }, 'localhost:8080')).filter((id) => ids.includes(id))).toEqual(
    [],
  );
});

test('a past moment is answered as it was, and its links stay in it', async () => {
  const text = await (await desk().ask('/feeds/alerts.atom?valid=2026-07-28T06:00:00Z&seq=200')).text();
  const { links } = read(bytesOf(text), { base });
  expect(links.length).toBeGreaterThan(0);
  for (const { href } of links) expect(href).toContain('?valid=2026-07-28T06:00:00.000Z&seq=200');
});

test('pages and the list of alerts name the feeds', async () => {
  const html = await (await desk().ask('/alerts')).text();
  for (const [path, type] of [
    ['atom', 'atom+xml'],
    ['rss', 'rss+xml'],
    ['geojson', 'geo+json'],
  ]) {
    expect(html).toContain(`<link rel="alternate" type="application/${type}" href="/feeds/alerts.${path}"`);
    expect(html).toContain(`<a href="/feeds/alerts.${path}">`);
  }
  expect(await (await desk().ask('/people')).text()).toContain('href="/feeds/alerts.atom"');
});

test('shapes of the made-up picture come out as GeoJSON', async () => {
  const { features } = (await (await desk().ask('/feeds/alerts.geojson')).json()) as {
    features: { id: string; geometry: { type: string } | null; properties: { unresolved: string[] } }[];
  };
  expect(features.map(({ geometry }) => geometry?.type ?? null)).toEqual(['Polygon', 'Polygon', null]);
  expect(features.filter(({ geometry }) => geometry === null).map(({ properties }) => properties.unresolved)).toEqual([
    ['Helmand and Kandahar'],
  ]);
});

test('GeoJSON says that an info of an alert names no area, or one that can be drawn in part only', async () => {
  const polygon = square(34.5, 69.2, 0.1);
  const half = { ...makeArea(polygon), areaDesc: 'Valley' };
  const areas = [{ ...half, polygons: [...half.polygons, { text: '1,2', shape: null }] }];
  const infos = [makeInfo({ areas: [], expires: later }), makeInfo({ areas, expires: later })];
  const { features } = (await (await holding([warning(1, { infos })]).ask('/feeds/alerts.geojson')).json()) as {
    features: { geometry: object | null; properties: { unresolved: string[] } }[];
  };
  expect(features.map(({ properties }) => properties.unresolved)).toEqual([['no area named'], ['Valley']]);
  expect(features.map(({ geometry }) => geometry === null)).toEqual([true, false]);
});
