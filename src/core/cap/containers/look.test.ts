/** What the look takes for CAP, the reader can say something of; what is prose or another's data it leaves alone. */
import { expect, test } from 'vitest';
import { cap12Namespace } from '../layout.ts';
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
])('%s', (_, text) => {
  expect(looksLikeCap(text)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['prose', `It began: ${alert}`],
  ['a page', `${html}<p>An alert</p></body></html>`],
  ['a page that prints one', `${html}<pre>${escaped}</pre></body></html>`],
  ['a feed of news', rss(`${far}<item><title>Alert</title><link>https://a.example/1</link></item>`)],
  ['a broken feed of news', rss('<item>a & b</item>')],
  ['another’s element of that name', `<page>${'<alert>x</alert>'}</page>`],
  ['a calendar', 'BEGIN:VCALENDAR'],
])('not %s', (_, text) => {
  expect(looksLikeCap(text)).toBe(false);
});
