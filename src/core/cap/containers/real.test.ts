/**
 * Feeds and envelopes as their issuers gave them, which lie beside the repository in ../shared/data and are not part of it.
 * The tests skip, and say so, where they are absent.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCap } from '../read.ts';

const data = '../shared/data';
const present = existsSync(join(data, 'cap/feeds')) && existsSync(join(data, 'feeds'));
const why = present ? '' : ' (skipped: ../shared/data is not here)';

interface Expected {
  readonly kind: string;
  readonly alerts: number;
  readonly links: number;
  /** Of findings of the document, not of what stands in an alert. */
  readonly codes?: readonly string[];
}

const files: readonly (readonly [string, Expected])[] = [
  ['cap/feeds/google_amber.atom', { kind: 'atom', alerts: 1, links: 0 }],
  ['cap/feeds/google_bushfire_valid.edxlde', { kind: 'edxl-de', alerts: 7, links: 0 }],
  // One alert of seven lacks all that it can't do without.
  ['cap/feeds/google_bushfire_invalid.edxlde', { kind: 'edxl-de', alerts: 6, links: 0, codes: ['cap.alert.unread'] }],
  ['cap/feeds/google_canada_signed.atom', { kind: 'atom', alerts: 1, links: 0 }],
  ['cap/feeds/google_empty_weather_index.atom', { kind: 'atom', alerts: 0, links: 0 }],
  ['cap/feeds/google_no_entries.atom', { kind: 'atom', alerts: 1, links: 0, codes: ['cap.entry.outside'] }],
  ['cap/feeds/google_no_id.atom', { kind: 'atom', alerts: 0, links: 0, codes: ['cap.entry.unread'] }],
  ['cap/feeds/google_no_link.atom', { kind: 'atom', alerts: 0, links: 0, codes: ['cap.entry.unread'] }],
  ['cap/feeds/google_no_title.atom', { kind: 'atom', alerts: 0, links: 0, codes: ['cap.entry.unread'] }],
  ['cap/feeds/google_weather.atom', { kind: 'atom', alerts: 1, links: 0 }],
  ['cap/feeds/google_weather_index.atom', { kind: 'atom', alerts: 0, links: 2 }],
  ['cap/feeds/google_weather_invalid.atom', { kind: 'atom', alerts: 1, links: 0 }],
  ['feeds/meteoalarm/ireland_sample.xml', { kind: 'atom', alerts: 0, links: 16 }],
  ['feeds/meteoalarm/uk_sample.xml', { kind: 'atom', alerts: 0, links: 4 }],
  ['feeds/meteoalarm/ireland_sample_detail.xml', { kind: 'alert', alerts: 1, links: 0 }],
  ['feeds/cap-atom/alberta-emergency-alert.atom', { kind: 'atom', alerts: 0, links: 1 }],
];

describe.skipIf(!present)(`real feeds${why}`, () => {
  test.each(files)('%s', (file, { kind, alerts, links, codes = [] }) => {
    const reading = readCap(new Uint8Array(readFileSync(join(data, file))), { base: 'https://feed.example/all' });
    expect([reading.container, reading.alerts.length, reading.links.length]).toEqual([kind, alerts, links]);
    const ofDocument = reading.findings.filter(({ code }) => /^xml\.|^cap\.(?:\w+\.unread|entry|edxl|link)/.test(code));
    expect(ofDocument.map(({ code }) => code)).toEqual(codes);
    for (const { at, identifier } of reading.alerts) {
      const words = reading.text?.slice(at['identifier']?.start, at['identifier']?.end);
      expect(words).toBe(identifier);
    }
    for (const { href } of reading.links) expect(href).toMatch(/^https?:\/\/[^/]+\//);
  });

  test('of a feed of disasters every entry leads to its alert', () => {
    for (const file of ['feeds/gdacs/rss-24h.xml', 'feeds/gdacs/fixture-1.xml']) {
      const { links, findings } = readCap(new Uint8Array(readFileSync(join(data, file))));
      expect(links.length).toBeGreaterThan(0);
      expect(links.every(({ href }) => /\/cap_\d+\.xml$/.test(href))).toBe(true);
      expect(findings).toEqual([]);
    }
  });

  test('of news nothing is taken for an alert', () => {
    for (const name of ['guardian.rss', 'reddit-atom.rss', 'rss-1.rss', 'content-encoded.rss']) {
      const { alerts, links, findings } = readCap(new Uint8Array(readFileSync(join(data, 'feeds/news-feeds', name))));
      expect([alerts, links]).toEqual([[], []]);
      expect(findings.some(({ code }) => code === 'cap.entry.unread')).toBe(true);
    }
  });
});
