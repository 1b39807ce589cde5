// No span begins or ends inside a word, and no two events share words: on the journey's reports, on real texts, on any run of words however long its sentences.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../core/text/reading.ts';
import { fieldsOf, readReport, readText, realText } from './read.fixture.ts';
import { overlaps } from './within.ts';

/** The letters right before and after an offset. */
const inWord = (text: string, offset: number): boolean =>
  /[\p{L}\p{N}]$/u.test(text.slice(0, offset).slice(-2)) && /^[\p{L}\p{N}]/u.test(text.slice(offset, offset + 2));

/** Fields that cut a word in two, each in brackets in the words around it. */
function cuts({ document: { text }, findings: _, ...said }: Reading): string[] {
  return fieldsOf(said)
    .filter(({ start, end }) => inWord(text, start) || inWord(text, end))
    .map(({ start, end }) =>
      [text.slice(start - 12, start), text.slice(start, end), text.slice(end, end + 12)].join('|'),
    );
}

/** Events that share words; those that are denied or taken back stand in one statement together. */
function shared({ events }: Reading): string[] {
  const told = events.filter(({ status }) => status === 'happened' || status === 'threatened');
  return told.flatMap((one, at) =>
    told.slice(0, at).flatMap((other) => (overlaps(one, other) ? [`${other.text} / ${one.text}`] : [])),
  );
}

const reports = join(import.meta.dirname, '../../assets/replay/kabul-2021/reports');
const files = readdirSync(reports).filter((file) => /\.(?:txt|html)$/.test(file));

describe('no span cuts a word', () => {
  test.each(files)('%s', (file) => {
    const reading = readReport(file);
    expect([...cuts(reading), ...shared(reading)]).toEqual([]);
  });

  const article = realText('seed/article.txt');
  test.skipIf(article === null)(
    article === null ? 'a real article (skipped: ../shared/data/seed is not at hand)' : 'a real article',
    () => expect(cuts(readText(article ?? '', { day: '2021-08-26' }))).toEqual([]),
  );

  const told =
    'explosions, gunshots and attackers at Kabul airports killed 16 residents, citizens should leave the areas immediately by 31 August 2021 because of acute and growing risks of bombings';
  test('where a long sentence is read in part', () => {
    for (let length = 1800; length <= 2000; length++)
      expect(cuts(readText(`News\n\nIn ${'a '.repeat(length / 2)}${length % 2 ? 'b ' : ''}${told}.\n`))).toEqual([]);
  });

  const words = fc.constantFrom(
    ...told.split(' '),
    ...'President Joe Biden said that the Taliban denied reports of gunfire U.S. Embassy told Afghans'.split(' '),
    ...[
      'at least',
      'killed',
      'tens of thousands of',
      'fighters',
      '500',
      'another',
      '“',
      '”',
      '(',
      ')',
      '– ',
      'F16',
      'has passed',
    ],
    ...['northern', 'parts of', 'Islamabad', 'before', 'withdraw its troops', 'until', 'is a sworn enemy of', 'ISIS-K'],
  );
  const marks = fc.constantFrom(' ', ' ', ' ', ' ', ' ', ' ', ', ', '. ', '; ', '\n', '\n\n', '-', '’s ', '/');
  test('whatever the words', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, marks), { maxLength: 500 }), (parts) => {
        const reading = readText(parts.flat().join(''));
        expect([...cuts(reading), ...shared(reading)]).toEqual([]);
      }),
    );
  });
});
