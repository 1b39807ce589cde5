/** A text in XML source, whatever way it is written, and where each of its characters stands. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Findings } from '../../finding.ts';
import type { Span } from '../../text/span.ts';
import { Places } from '../xml/places.ts';
import { parseXml, type XmlNode } from '../xml/tree.ts';
import { innerText, moved } from './inner.ts';

const source = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[ a-z\nü😀]{0,8}$/u),
      fc.constantFrom('&lt;', '&gt;', '&amp;', '&quot;', '&apos;', '&#60;', '&#x1F600;', '\r\n', '\r'),
      fc.constantFrom('<!-- &amp; -->', '<?go on?>', '<![CDATA[<a>&amp;\r\nb\r]]>', '<![CDATA[]]>'),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

test('the text is what a parser says it is, and no place is outside or behind the next', () => {
  fc.assert(
    fc.property(source, (words) => {
      const around = `<x>${words}</x>`;
      const node = parseXml(new Places(around), new Findings());
      const { text, outer } = innerText(around, { start: 3, end: 3 + words.length });
      expect(text).toBe(node?.children.join(''));
      let at = 0;
      let last = 3;
      for (const character of text) {
        const start = outer.start(at);
        at += character.length;
        const end = outer.end(at);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        const stands = around.slice(start, end);
        if (!/^[&\r]/.test(stands)) expect(stands).toBe(character);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(3 + words.length);
    }),
    { numRuns: 500 },
  );
});

test('elements of an escaped document stand where their words do', () => {
  const inner = '<alert>\n<b c="1">x &amp; y</b><d/></alert>';
  const escaped = inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const around = `<x><!-- 1 -->${escaped}</x>`;
  const { text, outer } = innerText(around, { start: 3, end: around.length - 4 });
  expect(text).toBe(inner);
  const root = parseXml(new Places(text), new Findings());
  if (!root) throw new Error('it is well-formed');
  const spans = new Map<XmlNode, Span>();
  const node = moved(root, outer, spans);
  expect([...spans]).toEqual([[node, { start: 0, end: inner.length }]]);
  const [, b, d] = node.children;
  if (typeof b !== 'object' || typeof d !== 'object') throw new Error('they are elements');
  const words = (start: number, end: number): string => around.slice(start, end);
  expect(words(node.start, node.end)).toBe(escaped);
  expect(words(b.start, b.contentStart)).toBe('&lt;b c=&quot;1&quot;>');
  expect(words(b.contentStart, b.contentEnd)).toBe('x &amp;amp; y');
  expect(words(d.start, d.end)).toBe('&lt;d/>');
  expect(d.contentEnd).toBe(d.contentStart);
});
