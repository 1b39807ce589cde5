// Whatever the text: no throw, every field is the text at its span, and time grows with length only.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf, readReport, readText } from './read.fixture.ts';

const parts = [
  ...[
    'President Joe Biden said that ',
    'according to SITE, ',
    '“acute and growing risk”',
    '“',
    '”',
    '"',
    ' he added.',
    ', said the minister.',
  ],
  ...[
    'U.S. citizens should leave immediately. ',
    'Do not travel to Kabul airport. ',
    'an explosion at the Abbey Gate',
    'there was no ',
    '\n',
    '\n\n',
  ],
  ...[
    '• ',
    '(',
    ')',
    ' and ',
    ', ',
    '. ',
    '? ',
    'from thousands of fighters to 500',
    ' by 31 August 2021',
    'the group ',
    'Казань ',
    '爆炸 ',
    '🙂',
    '\u202e',
  ],
];
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 12 })), { maxLength: 40 })
    .map((list) => list.join('')),
);

test('every field is the text at its span', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { document, ...said } = readText(text);
      for (const field of fieldsOf(said)) expect(document.text.slice(field.start, field.end)).toBe(field.text);
    }),
  );
});

test('the same text gives the same reading', () => {
  const once = readReport('explainer-2021-08-26.html');
  expect(readReport('explainer-2021-08-26.html')).toEqual(once);
});

test.each([
  ['one endless sentence', 'the risk of an attack and the threat of a '.repeat(30_000)],
  ['quotations that never close', '“a risk '.repeat(60_000)],
  ['nothing but verbs of saying', 'said that told '.repeat(40_000)],
  ['commas', 'said, and, '.repeat(40_000)],
  ['orders', 'Leave now and do not travel to Kabul airport, or stay indoors. '.repeat(8_000)],
  ['titles', 'President General Minister '.repeat(20_000)],
])('%s is read in bounded time', (_, text) => {
  const { claims, findings } = readText(text);
  expect(claims.length).toBeLessThanOrEqual(2000);
  expect(findings.length).toBeLessThan(200);
});
