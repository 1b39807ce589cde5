/** The contract of sources, over the samples beside. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { samplesIn } from '../../../test/samples.ts';
import { sourceContract } from '../contract.ts';
import { usEmbassy } from './source.ts';

const envelope = { url: null, type: null, fetchedAt: Date.parse('2020-03-05T00:00:00Z') };
const samples = samplesIn(join(import.meta.dirname, 'samples'), envelope);

describe('the source contract', () => {
  for (const { name, run } of sourceContract(usEmbassy, samples)) test(name, run);
});

const parse = (text: string, url: string | null = null) =>
  usEmbassy.parse(new TextEncoder().encode(text), { ...envelope, url });
const codesOf = (text: string, url: string | null = null): string[] =>
  parse(text, url)
    .findings.map(({ code }) => code)
    .filter((code) => /^(feed|us-embassy|xml)\./.test(code));
const notice = 'Event: A demonstration is planned.\nActions to Take:\n- Avoid crowds.';
const sample = (name: string) => new TextDecoder().decode(samples.find((one) => one.name === name)?.bytes);

test.each([
  ['https://us-embassy-kabul.example/alert/', 'U.S. Embassy Kabul'],
  ['https://pk.usembassy.gov/alert/', 'U.S. Embassy in Pakistan'],
])('a notice without a title is of the office whose site it stands on: %s', (url, office) => {
  const { alerts } = parse(notice, url);
  expect(alerts[0]?.advice?.office).toBe(office);
  expect(codesOf(notice, url)).not.toContain('us-embassy.office.unknown');
});

test('where nothing tells the office, it says so', () => {
  expect(codesOf(notice, 'https://elsewhere.example/')).toContain('us-embassy.office.unknown');
});

test('a broken feed gives what came whole, and says that it is broken', () => {
  expect(codesOf(sample('broken-cut-off'))).toEqual(expect.arrayContaining(['xml.not-well-formed', 'feed.cut']));
});

test('what stands under Assistance tells nobody what to do', () => {
  const { alerts, reading } = parse(`${notice}\nAssistance:\nPlease leave a message.`);
  expect(reading?.document.blocks.at(-1)?.zone).toBe('boilerplate');
  expect(alerts[0]?.alert.infos[0]?.responseTypes).toEqual(['Avoid']);
});

test('all notices of one office are one series, and no other office’s', () => {
  const series = (text: string): (string | undefined)[] => parse(text).alerts.map(({ advice }) => advice?.series);
  const of = (office: string) =>
    `Security Alert – U.S. Embassy ${office}\nLocation: Kabul airport\nEvent: A bomb exploded.`;
  expect(new Set(series(sample('feed-airport')))).toEqual(new Set(series(of('Kabul, Afghanistan'))));
  // Without a title the site tells the country, and the embassy there is the same.
  const [untitled] = parse(notice, 'https://af.usembassy.gov/alert/').alerts;
  expect(untitled?.advice?.series).toEqual(series(of('Kabul, Afghanistan'))[0]);
  expect(series(of('Islamabad, Pakistan'))).not.toEqual(series(of('Kabul, Afghanistan')));
});

test('a feed of very many alerts is read up to a limit', () => {
  const items = '<item><title>Security Alert – U.S. Embassy Kabul</title></item>'.repeat(201);
  const { alerts } = parse(`<rss version="2.0"><channel>${items}</channel></rss>`);
  expect(alerts).toHaveLength(200);
  expect(codesOf(`<rss version="2.0"><channel>${items}</channel></rss>`)).toContain('feed.too-many');
});

test('an item without words is no alert, and says so', () => {
  const item = '<item><pubDate>Thu, 26 Aug 2021 09:00:00 GMT</pubDate><guid>1</guid></item>';
  const feed = `<rss version="2.0"><channel>${item}</channel></rss>`;
  expect(parse(feed).alerts).toEqual([]);
  expect(codesOf(feed)).toContain('us-embassy.empty');
});

test('it asks for the feed of each post', () => {
  expect(usEmbassy.requests({ posts: 'af, PK' }).map(({ url }) => url)).toEqual([
    'https://af.usembassy.gov/category/alert/feed/',
    'https://pk.usembassy.gov/category/alert/feed/',
  ]);
  expect(usEmbassy.requests({})).toEqual([]);
});

test('a time that no notice states is null, whatever day the feed gives the notice', () => {
  const { reading } = parse(sample('feed-airport'));
  expect(reading?.document.text).toBeDefined();
  for (const { time } of [...(reading?.claims ?? []), ...(reading?.events ?? [])])
    expect(time?.zone).not.toBe('status');
  const untimed = [...(reading?.claims ?? []), ...(reading?.events ?? [])].filter(({ time }) => time === null);
  expect(untimed.length).toBeGreaterThan(0);
  expect(untimed.every(({ noticeDay }) => noticeDay?.zone === 'status')).toBe(true);
});

test('a notice of a feed that hides some of its text asks for a look', () => {
  const item = (hidden: string): string => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>U.S. Embassy</title><item>
<title>Security Alert – U.S. Embassy Kabul, Afghanistan</title><link>https://embassy.example/1/</link>
<pubDate>Thu, 26 Aug 2021 09:00:00 GMT</pubDate><guid>https://embassy.example/?p=1</guid>
<content:encoded><![CDATA[<p>Event: There is a threat.</p>${hidden}]]></content:encoded></item></channel></rss>`;
  const codes = (hidden: string) => parse(item(hidden)).findings.map(({ code }) => code);
  expect(codes('<div hidden><p>U.S. citizens should leave immediately.</p></div>')).toContain('us-embassy.hidden.cut');
  for (const name of ['del', 's', 'strike']) {
    const text = `<p>U.S. citizens should <${name}>leave</${name}> immediately.</p>`;
    expect(codes(text)).toContain('us-embassy.hidden.cut');
    expect(parse(item(text)).alerts[0]?.alert.infos[0]?.responseTypes).toEqual([]);
  }
  expect(codes('<p>U.S. citizens should leave immediately.</p>')).not.toContain('us-embassy.hidden.cut');
});

test('what was left out of a page’s markup is told', () => {
  const { findings } = parse(
    '<!doctype html><h1>Security Alert</h1><p>Event: A &#x202e;threat.</p><p hidden>Go</p><p>Actions to Take: Stay.</p>',
  );
  expect(findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['document.direction-marks', 'document.unshown']),
  );
});
