// A relation keeps the words of the text and whoever says so.
import { expect, test } from 'vitest';
import { printReading } from '../../print.ts';
import { readText } from '../../read.fixture.ts';

test.each([
  ['ISIS-K is a sworn enemy of the Taliban.', 'is a sworn enemy of the', null],
  ['President Joe Biden said that ISIS-K is a sworn enemy of the Taliban.', 'is a sworn enemy of the', 'Joe Biden'],
  ['“ISIS-K is a nemesis of the Taliban,” Joe Biden said.', 'is a nemesis of the', 'Joe Biden'],
  ['According to the UN, ISIS-K operates in Kunar.', 'operates in', 'United Nations'],
  ['ISIS recognised ISIS-K in 2015.', 'recognised', null],
  ['Boko Haram is a bitter rival of ISWAP. The army said that it is over.', 'is a bitter rival of', null],
])('%s', (text, words, speaker) => {
  const { document, relations } = readText(`News\n\n${text}\n`);
  expect(relations).toHaveLength(1);
  expect(relations.map((one) => [one.words?.text, one.speaker?.value ?? null])).toEqual([[words, speaker]]);
  for (const { words: own } of relations) expect(document.text.slice(own?.start, own?.end)).toBe(words);
});

test('who says so is printed beside the words, which nothing of ours replaces', () => {
  const reading = readText('News\n\nPresident Joe Biden said that ISIS-K is a sworn enemy of the Taliban.\n');
  const printed = printReading(reading, (words) => words);
  expect(printed).toContain('Joe Biden: ISIS-K is a sworn enemy of the Taliban');
  expect(printed).not.toContain('rival');
});
