/** A follower of a thousand links costs the desk one reading of the report they came in, however often and however many ask. */
import { expect, test } from 'vitest';
import { type CapAlert, read, write } from '../../core/cap/index.ts';
import { bytesOf, holding, said, warning } from './held.fixture.ts';
import { Lately } from './lately.ts';

test('a thousand alerts of one feed: the report is fetched once, and asked again nothing is', async () => {
  const held = Array.from({ length: 1000 }, (_, n) => ({ ...warning(n + 1), report: 'r-0000000000000001' }));
  const entries = held.map(
    ({ alert }) => `<entry><content type="text/xml">${write(alert).slice(39)}</content></entry>`,
  );
  const text = `<feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`;
  let fetched = 0;
  const { ask } = holding(held, {
    bytes: async () => {
      fetched++;
      return bytesOf(text);
    },
  });
  const paths = held.map(({ id }) => `/feeds/cap/${id}.xml`);
  const answers = await Promise.all(paths.map((path) => ask(path)));
  const found: CapAlert[] = [];
  for (const answer of answers) found.push(...read(await answer.bytes()).alerts);
  expect(found.map(said)).toEqual(held.map(({ alert }) => said(read(bytesOf(write(alert))).alerts[0] as CapAlert)));
  for (const [n, path] of paths.entries()) {
    const headers = { 'if-none-match': answers[n]?.headers.get('etag') ?? '' };
    expect((await ask(path, { headers })).status).toBe(304);
  }
  expect(fetched).toBe(1);
}, 30_000);

test('what is kept stays within its room; what nobody asked for longest goes first', () => {
  const lately = new Lately<string>(10);
  lately.keep('a', 'A', 4);
  lately.keep('b', 'B', 4);
  expect(lately.find('a')).toBe('A');
  lately.keep('c', 'C', 4);
  expect(['a', 'b', 'c'].map((key) => lately.find(key))).toEqual(['A', null, 'C']);
  lately.keep('a', 'AA', 6);
  expect(['a', 'c'].map((key) => lately.find(key))).toEqual(['AA', 'C']);
  lately.keep('d', 'D', 50);
  expect(['a', 'c', 'd'].map((key) => lately.find(key))).toEqual([null, null, 'D']);
});
