/** Feeds against the rules of their formats (RFC 4287, RSS 2.0), and whatever alert they hold read back as it was. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeView } from '../../../test/make.ts';
import { base, desk } from '../../../test/pages/ask.ts';
import { views } from '../../../test/pages/picture.ts';
import { type CapAlert, read, write } from '../../core/cap/index.ts';
import { alertsOf } from '../../core/cap/write.fixture.ts';
import { Places } from '../../core/cap/xml/places.ts';
import { parseXml, type XmlNode } from '../../core/cap/xml/tree.ts';
import { Findings } from '../../core/finding.ts';
import type { Report } from '../../core/model.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function treeOf(path: string): Promise<XmlNode> {
  const held = [...Object.values(views), { ...views.hostile, id: 'a-0000000000000012', trust: 'operator' as const }];
  const text = await (await desk({ alerts: async () => held }).ask(path)).text();
  const findings = new Findings();
  const root = parseXml(new Places(text), findings);
  expect(findings.list()).toEqual([]);
  if (root === null) throw new Error(`${path} is no XML`);
  return root;
}
const all = (node: XmlNode, local: string, namespace = node.namespace): XmlNode[] =>
  node.children.filter(
    (child): child is XmlNode => typeof child !== 'string' && child.local === local && child.namespace === namespace,
  );
const words = (node: XmlNode): string => node.children.filter((child) => typeof child === 'string').join('');
const attribute = (node: XmlNode, name: string): string | undefined =>
  node.attributes.find((one) => one.name === name)?.value;

const dated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const atom = 'http://www.w3.org/2005/Atom';

describe('Atom, RFC 4287', () => {
  /** Elements of which there is exactly one, with what stands in each. */
  const once: readonly (readonly [string, RegExp])[] = [
    ['id', /^urn:uuid:[0-9a-f-]{36}$/],
    ['title', /\S/],
    ['updated', dated],
  ];

  test('a feed and each entry have what they must, once', async () => {
    const feed = await treeOf('/feeds/alerts.atom');
    expect([feed.name, feed.namespace]).toEqual(['feed', atom]);
    const entries = all(feed, 'entry');
    expect(entries).toHaveLength(3);
    for (const node of [feed, ...entries]) {
      for (const [name, form] of once) {
        expect(all(node, name), name).toHaveLength(1);
        expect(words(all(node, name)[0] as XmlNode)).toMatch(form);
      }
      const author = all(node, 'author')[0] as XmlNode;
      expect(words(all(author, 'name')[0] as XmlNode)).toMatch(/\S/);
      // 4.1.1: no two alternates of one type and language; 4.2.7: each has an address.
      const alternates = all(node, 'link').filter((link) => attribute(link, 'rel') === 'alternate');
      expect(alternates.map((link) => attribute(link, 'type'))).toEqual(['text/html']);
      for (const link of all(node, 'link')) expect(URL.canParse(attribute(link, 'href') ?? '')).toBe(true);
    }
    expect(all(feed, 'link').filter((link) => attribute(link, 'rel') === 'self')).toHaveLength(1);
    const ids = [feed, ...entries].map((node) => words(all(node, 'id')[0] as XmlNode));
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of entries) {
      expect(all(entry, 'summary')).toHaveLength(1);
      for (const category of all(entry, 'category')) expect(attribute(category, 'term')).toMatch(/\S/);
      // 4.1.3.1: content of type xhtml is one div.
      const [content] = all(entry, 'content');
      expect(all(content as XmlNode, 'div', 'http://www.w3.org/1999/xhtml')).toHaveLength(1);
    }
    const newest = entries.map((entry) => words(all(entry, 'updated')[0] as XmlNode));
    expect(newest).toEqual(newest.toSorted().toReversed());
  });
});

describe('RSS 2.0', () => {
  test('the channel and each item have what they must, once', async () => {
    const rss = await treeOf('/feeds/alerts.rss');
    expect([rss.name, attribute(rss, 'version')]).toEqual(['rss', '2.0']);
    const [channel, ...more] = all(rss, 'channel');
    if (!channel) throw new Error('there is no channel');
    expect(more).toEqual([]);
    for (const name of ['title', 'link', 'description', 'language', 'lastBuildDate'])
      expect(all(channel, name), name).toHaveLength(1);
    const items = all(channel, 'item');
    expect(items).toHaveLength(3);
    for (const item of items) {
      for (const name of ['title', 'link', 'guid', 'pubDate', 'description'])
        expect(all(item, name), name).toHaveLength(1);
      expect(attribute(all(item, 'guid')[0] as XmlNode, 'isPermaLink')).toBe('false');
      expect(words(all(item, 'pubDate')[0] as XmlNode)).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
      expect(attribute(all(item, 'link', atom)[0] as XmlNode, 'type')).toBe('application/cap+xml');
      // Once the XML is read it is read as HTML: no tag of theirs may be left in it.
      expect(words(all(item, 'description')[0] as XmlNode)).not.toMatch(/[<>]/);
    }
  });
});

test('whatever an alert says: followed from a feed it is the same', async () => {
  const said = ({ at: _, ...rest }: CapAlert): unknown => rest;
  await fc.assert(
    fc.asyncProperty(
      alertsOf('sound'),
      fc.constantFrom('/feeds/alerts.atom', '/feeds/alerts.rss'),
      async (made, path) => {
        const text = write({
          ...made,
          status: 'Actual',
          msgType: 'Alert',
          scope: 'Public',
          addresses: null,
          restriction: null,
        });
        const [alert] = read(bytesOf(text)).alerts;
        fc.pre(alert !== undefined);
        const view = makeView({ id: 'a-0000000000000001', alert: alert as CapAlert });
        const { ask } = desk({
          alerts: async () => [view],
          alert: async () => view,
          report: async (id) => ({ id, hash: id }) as Report,
          bytes: async () => bytesOf(text),
        });
        const { links, findings } = read(await (await ask(path)).bytes(), { base: base + path });
        expect(findings).toEqual([]);
        expect(links).toHaveLength(1);
        const answer = await (await ask(links[0]?.href.slice(base.length) ?? '')).bytes();
        expect(read(answer).alerts.map(said)).toEqual([said(alert as CapAlert)]);
      },
    ),
    { numRuns: 60 },
  );
});
