/** On any text whatever: nothing throws, every span is exact, blocks leave out white space only; and 5 MB take seconds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../core/text/reading.ts';
import { documentOfHtml } from './document/html.ts';
import { documentOfText } from './document/text.ts';
import { placesOf } from './places.ts';
import { sentencesOf } from './sentences.ts';
import { timesOf } from './times.ts';

const words = fc.constantFrom(
  ...[
    'Kabul',
    'airport',
    'the airport',
    'U.S.',
    'Washington',
    'said',
    'on Sunday',
    '31 August',
    '“',
    '”',
    '"',
    '. ',
    '\n',
    '\n\n',
    '• ',
    '(PHOTO: AP)',
  ],
  ...[
    '2014',
    'in',
    '\u202e',
    '\ud83d',
    '\u0000',
    'é',
    'last year',
    'Related',
    '12:00',
    '—',
    '<p>',
    '</p>',
    '<div hidden>',
    '</div>',
    '<h1>',
    '&amp;',
    '<li>',
  ],
);
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
  fc.array(words, { maxLength: 60 }).map((all) => all.join('')),
);
const readers = { text: documentOfText, html: documentOfHtml } as const;

function check(document: Document): void {
  const { text, blocks } = document;
  expect(text.isWellFormed()).toBe(true);
  let last = 0;
  blocks.forEach(({ start, end, duplicateOf }, number) => {
    expect(text.slice(last, start).trim()).toBe('');
    expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    expect(end).toBeGreaterThan(start);
    if (duplicateOf !== undefined) expect(duplicateOf).toBeLessThan(number);
    last = end;
  });
  expect(text.slice(last).trim()).toBe('');
  for (const fields of [timesOf(document), placesOf(document)]) {
    let before = 0;
    for (const { start, end, text: own } of fields) {
      expect(own).toBe(text.slice(start, end));
      expect(start).toBeGreaterThanOrEqual(before);
      before = end;
    }
  }
  for (const { start, end, block } of sentencesOf(document)) {
    expect(start).toBeGreaterThanOrEqual(blocks[block]?.start ?? Number.NaN);
    expect(end).toBeLessThanOrEqual(blocks[block]?.end ?? Number.NaN);
    expect(text.slice(start, end).trim()).not.toBe('');
  }
}

describe.each(Object.entries(readers))('any text read as %s', (_, read) => {
  test('holds', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(null, '2021-08-26'), (raw, day) => check({ ...read(raw).document, day })),
    );
  });
});

const size = 5_000_000;
const filled = (part: string): string => part.repeat(Math.ceil(size / part.length)).slice(0, size);
/** Ten times what it takes on a slow machine; what is quadratic takes hours. */
const patience = 30_000;

describe('5 MB of', () => {
  test.each([
    [
      'prose',
      'text',
      filled(
        'The United States said on Sunday that “Kabul airport” is closed until 31 August. The airport, the city. ',
      ),
    ],
    ['one word', 'text', filled('A')],
    ['digits', 'text', filled('1')],
    ['open quotations', 'text', filled('“a. ')],
    ['lists of places', 'text', filled('Kabul and ')],
    ['short lines', 'text', filled('A\n\n')],
    ['half a name', 'text', filled('New ')],
    ['elements that never close', 'html', filled('<div>')],
    ['ends of nothing', 'html', filled('<div></span>')],
    ['attributes', 'html', `<p ${filled('a=b ')}>x`],
    ['different attributes', 'html', `<p ${Array.from({ length: 500_000 }, (__, i) => `a${i}=1`).join(' ')}>x`],
    ['entities', 'html', filled('&amp;')],
    ['one entity', 'html', `&#${filled('1')}`],
    ['JSON within JSON', 'html', `<script type="application/ld+json">${filled('{"@graph":')}</script>`],
    ['open lists', 'html', filled('<ul><li>a')],
  ] as const)('%s', { timeout: patience }, (_, kind, raw) => {
    const { document, findings } = readers[kind](raw);
    const dated = { ...document, day: '2021-08-26' };
    expect(document.text.length).toBeLessThanOrEqual(raw.length);
    expect(findings.map(({ code }) => code)).not.toContain('document.cut');
    sentencesOf(dated);
    timesOf(dated);
    placesOf(dated);
  });
});
