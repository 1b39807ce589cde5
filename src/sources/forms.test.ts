/** A document that nobody names a source for goes to the one whose form it has, and to no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeXml } from '../core/cap/xml/decode.ts';
import { Findings } from '../core/finding.ts';
import { sourceByForm, sources } from './index.ts';

const textOf = (path: string): string => decodeXml(readFileSync(path), new Findings()) ?? '';

const samples = sources.flatMap(({ id, form }) => {
  const folder = join(import.meta.dirname, id, 'samples');
  return readdirSync(folder)
    .filter((name) => !name.startsWith('broken-'))
    .flatMap((name) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)))
    .filter((path) => /\/input\.\w+$/.test(path))
    .map((path) => ({ id, path, hasForm: form !== undefined && !/\.txt$|us-embassy.*\.html$/.test(path) }));
});

test.each(samples)('$path has the form of $id, or none', ({ id, path, hasForm }) => {
  expect(sourceByForm(textOf(path))?.id ?? null).toBe(hasForm ? id : null);
});

test('a feed that reports on a mission is not the mission’s', () => {
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>World news</title><item>
<title>The U.S. Embassy in Kabul warns</title><link>https://af.usembassy.gov/</link></item></channel></rss>`;
  expect(sourceByForm(feed)).toBeNull();
  expect(sourceByForm(feed.replace('World news', 'Alerts – U.S. Embassy in Afghanistan'))?.id).toBe('us-embassy');
});

test('what of CAP stands far behind a beginning, or behind a mark in an attribute, is no prose', () => {
  const alert = '<alert a=">" xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a</identifier></alert>';
  expect(sourceByForm(alert)?.id).toBe('cap-file');
  const far = `<description>${'x'.repeat(30_000)}</description>`;
  const feed = `<rss version="2.0"><channel><title>x</title>${far}<item>${alert}</item></channel></rss>`;
  expect(sourceByForm(feed)?.id).toBe('cap-file');
});

test('what quotes a form is not of it, and long text is looked at in bounded time', () => {
  expect(sourceByForm('It began: <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">')).toBeNull();
  const since = performance.now();
  for (const text of [
    '<rss>'.repeat(200_000),
    `{${'"base_path"'.repeat(100_000)}`,
    '<!-- '.repeat(200_000),
    '<!-- -->'.repeat(50),
  ])
    expect(sourceByForm(text)).toBeNull();
  expect(performance.now() - since).toBeLessThan(2000);
});
