/** Files that are made to be looked over again and again: a check of one eight times as long may take little more for each byte. */
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
  'many joined documents': (n) => '<a>x</a>'.repeat(n),
};

/** Milliseconds for each byte, the least of some rounds: others may be at work beside. */
function costOf(bytes: Uint8Array): number {
  const costs = Array.from({ length: 3 }, () => {
    const since = performance.now();
    check(bytes, { countryOf: () => null });
    return (performance.now() - since) / bytes.length;
  });
  return Math.min(...costs);
}

test.each(Object.entries(shapes))('%s', (_, made) => {
  const [small, large] = [500, 4000].map((n) => encoder.encode(made(n))) as [Uint8Array, Uint8Array];
  check(small);
  expect(costOf(large) / costOf(small)).toBeLessThan(4);
});
