import { expect, test } from 'vitest';
import { field, makeClaim, read } from '../../../test/make-picture.ts';
import { situation } from '../../../test/pages/kabul/situations.ts';
import { passagesOf } from './passages.ts';

const text = 'Minister James Heappey told the BBC of a plan. He said that an attack was possible.';
const span = (words: string, value: string) => {
  const start = text.indexOf(words);
  return { ...field(words, value), start, end: start + words.length };
};
const said = (speaker: string, words: string) => ({
  ...makeClaim('c1', 'James Heappey', words, []),
  speaker: span(speaker, 'James Heappey'),
  content: span(words, words),
});
const reading = read('uk', 1, '2021-08-26T07:00:00Z', {
  claims: [said('Minister James Heappey', 'a plan'), said('He', 'an attack was possible')],
});
const { report } = reading;
const citing = (words: string) => {
  const { start, end } = span(words, words);
  return { report, start, end, text: words, zone: 'body' };
};
const passages = passagesOf(situation({ reports: [report] }), [reading]);
const beside = (words: string): string[] => passages.beside(citing(words)).map((cite) => cite.text);

test('a pronoun stands with the words that name whom it means, a name by itself', () => {
  expect(beside('an attack was possible')).toEqual(['Minister James Heappey', 'He']);
  expect(beside('a plan')).toEqual(['Minister James Heappey']);
});
