/** What the look takes for CAP, the reader can say something of; what is prose or another's data it leaves alone. */
import { expect, test } from 'vitest';
import { cap12Namespace } from '../layout.ts';
import { readCap } from '../read.ts';
import { looksLikeCap } from './look.ts';

const alert = `<alert xmlns="${cap12Namespace}"><identifier>a</identifier></alert>`;
const escaped = alert.replaceAll('<', '&lt;');
const rss = (inside: string, more = ''): string =>
  `<rss version="2.0"${more}><channel><title>x</title>${inside}</channel></rss>`;
const far = `<description>${'The river is calm. '.repeat(3_000)}</description>`;
const html = '<!DOCTYPE html><html><body>';

test.each([
  ['an alert', alert],
  ['with a mark in an attribute', alert.replace('<alert', '<alert a=">"')],
  [
    'with a prefix, behind a declaration and a comment',
    `<?xml version="1.0"?><!-- > --><c:alert xmlns:c='${cap12Namespace}'/>`,
  ],
  ['of a version that nobody knows', alert.replace(':1.2', ':1.3')],
  ['without a namespace', '<alert><identifier>a</identifier></alert>'],
  ['cut off', alert.slice(0, 80)],
  ['with a DOCTYPE', `<!DOCTYPE alert [<!ENTITY a "b">]>${alert}`],
  ['behind a byte order mark and white space', `\uFEFF \n<?xml version="1.0"?>${alert}`],
  ['an EDXL-DE message', '<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"/>'],
  ['a wrapper', `<alerts>${alert}</alerts>`],
  ['a feed with an alert far behind its beginning', rss(`${far}<item>${alert}</item>`)],
  ['the same, escaped', rss(`${far}<item><description>${escaped}</description></item>`)],
  ['the same, as CDATA', rss(`${far}<item><description>a</description><x><![CDATA[${alert}]]></x></item>`)],
  ['a feed that declares CAP', rss('', ` xmlns:cap="${cap12Namespace}"`)],
  ['a feed of addresses', rss(`${far}<item><enclosure type="application/cap+xml" url="https://a.example/1"/></item>`)],
  ['a broken feed that names CAP', rss(`<item>a & b</item><item>${alert}</item>`)],
  [
    'a feed with an entity of HTML before an address',
    rss('<item>a&nbsp;b</item><item><enclosure type="application/cap+xml" url="https://a.example/1"/></item>'),
  ],
  ['the same, by the ending', rss('<item>a&nbsp;b</item><item><link>https://a.example/1.cap</link></item>')],
  [
    'a feed without a namespace',
    '<feed><entry><link type="application/cap+xml" href="https://a.example/1"/></entry></feed>',
  ],
])('%s', (_, text) => {
  expect(looksLikeCap(text)).toBe(true);
});

const whole =
  `<alert xmlns="${cap12Namespace}"><identifier>a</identifier><sender>s</sender><sent>2024-05-01T10:00:00-00:00</sent>` +
  '<status>Actual</status><msgType>Alert</msgType><scope>Public</scope></alert>';
const item = (inside: string): string => rss(`<item><title>Flood</title>${inside}</item>`);
const atom = (inside: string): string =>
  `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Flood</a:title>${inside}</a:entry></a:feed>`;
const edxl = (inside: string): string =>
  `<x><EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><contentObject>${inside}</contentObject></EDXLDistribution></x>`;

test.each([
  ['an alert behind another root', `<status/>\n${whole}`],
  ['several, one behind the other', `${whole}\n<?xml version="1.0"?>${whole}`],
  ['a feed of names that end in .cap', item('<link>https://a.example/1.cap</link>')],
  ['a feed of XML', item('<link>https://a.example/api/cap/1.xml</link>')],
  ['a feed of files of XML', item('<enclosure type="text/xml" url="https://a.example/1"/>')],
  ['Atom with a prefix', atom('<a:link type="application/cap+xml" href="https://a.example/1"/>')],
  ['Atom with XML', atom('<a:link type="application/xml" href="https://a.example/1"/>')],
  ['GDACS’s element', item('<cap xmlns="http://www.gdacs.org">https://a.example/1</cap>')],
  ['an envelope in another', edxl(`<embeddedXMLContent>${whole}</embeddedXMLContent>`)],
])('what is read looks like CAP: %s', (_, text) => {
  const { alerts, links } = readCap(new TextEncoder().encode(text));
  expect(alerts.length + links.length).toBeGreaterThan(0);
  expect(looksLikeCap(text)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['prose', `It began: ${alert}`],
  ['a page', `${html}<p>An alert</p></body></html>`],
  ['a page that prints one', `${html}<pre>${escaped}</pre></body></html>`],
  ['the same without a DOCTYPE', `<html><body><p>A flood.</p><pre>${escaped}</pre></body></html>`],
  ['the same in other elements', `<HTML><body><p>${escaped}</p></body></HTML>`],
  ['a part of a page that prints one', `<article><p>A flood.</p><pre><code>${escaped}</code></pre></article>`],
  ['a feed of news with a page that prints one', rss(`<item><x><pre>${escaped}</pre></x></item>`)],
  ['a feed of news', rss(`${far}<item><title>Alert</title><link>https://a.example/1</link></item>`)],
  ['a broken feed of news', rss('<item>a & b</item>')],
  ['another’s element of that name', `<page>${'<alert>x</alert>'}</page>`],
  ['a calendar', 'BEGIN:VCALENDAR'],
])('not %s', (_, text) => {
  expect(looksLikeCap(text)).toBe(false);
});

test('what has no sign of CAP to its end is looked at in bounded time', () => {
  const since = performance.now();
  for (const text of [
    `<a>${'<b c="d"/>'.repeat(150_000)}</a>`,
    `<a>${'&lt;'.repeat(2_000_000)}</a>`,
    `<rss>${'http:'.repeat(1_000_000)}`,
    `<rss>${'type="application/'.repeat(400_000)}`,
    '<a/>'.repeat(200_000),
  ])
    expect(looksLikeCap(text)).toBe(false);
  expect(performance.now() - since).toBeLessThan(5000);
});

test('a feed of news that leads to a file of XML once is no list of alerts', () => {
  const item = (link: string): string => `<item><title>Word</title><link>https://news.example/${link}</link></item>`;
  const feed = (items: string): string => `<rss version="2.0"><channel><title>News</title>${items}</channel></rss>`;
  expect(looksLikeCap(feed(item('one') + item('sitemap.xml')))).toBe(false);
  expect(looksLikeCap(feed(item('one') + item('alert.cap')))).toBe(true);
  expect(looksLikeCap(feed(item('a.xml') + item('b.xml')))).toBe(true);
});
