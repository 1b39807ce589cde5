/** Files that are made to be looked over again and again: a check of one sixteen times as long may take little more for each byte. */
import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { alertWith } from './examples/example.ts';

const encoder = new TextEncoder();
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

const shapes: Readonly<Record<string, (n: number) => string>> = {
  'infos under long names': (n) =>
    alertWith({ identifier: 'x'.repeat(10 * n), sender: 'y'.repeat(10 * n), info: null }).replace(
      '</alert>',
      `${'<info><area/></info>'.repeat(n)}</alert>`,
    ),
  'types of many prefixes': (n) =>
    alertWith({}).replace(
      '<info>',
      `${Array.from({ length: n }, (_, i) => `<code ${xsi} xsi:type="p${i}:string">x</code>`).join('')}<info>`,
    ),
  'many joined documents': (n) => `<a>${'x'.repeat(100)}</a>`.repeat(n),
};

/** Milliseconds for each byte. */
function costOf(bytes: Uint8Array): number {
  const since = performance.now();
  check(bytes, { countryOf: () => null });
  return (performance.now() - since) / bytes.length;
}

test.each(Object.entries(shapes))('%s', (_, made) => {
  const [small, large] = [500, 8000].map((n) => encoder.encode(made(n))) as [Uint8Array, Uint8Array];
  check(small);
  // Others may be at work beside: of some rounds the best says what it takes.
  const ratios = Array.from({ length: 5 }, () => costOf(large) / costOf(small));
  expect(Math.min(...ratios)).toBeLessThan(3);
});
