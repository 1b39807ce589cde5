import { expect, test } from 'vitest';
import { field } from '../../../test/make-picture.ts';
import type { Relation } from '../../core/text/reading.ts';
import { relationSentence } from './picture.ts';

const at = (start: number, text: string, value: string) => ({ ...field(text, value), start, end: start + text.length });
const rivals: Relation = {
  subject: at(0, 'ISIS-K', 'Islamic State-Khorasan'),
  relation: 'rival-of',
  object: at(31, 'Taliban', 'Taliban'),
  words: field('is a sworn enemy of the', null),
  speaker: field('President Joe Biden', 'Joe Biden'),
  text: 'ISIS-K is a sworn enemy of the Taliban',
  start: 0,
  end: 38,
};

test('a relation is told in the words of the document, with who says so', () => {
  expect(relationSentence(rivals)).toBe('Islamic State-Khorasan is a sworn enemy of the Taliban, says Joe Biden.');
  expect(relationSentence({ ...rivals, speaker: null })).not.toContain('says');
});

test('of two in the other order the words stay between them', () => {
  const { subject, object } = rivals;
  const swapped: Relation = { ...rivals, relation: 'recognised-by', subject: object, object: subject, speaker: null };
  expect(relationSentence({ ...swapped, words: field('recognised', null) })).toBe(
    'Islamic State-Khorasan recognised Taliban.',
  );
});

test('a place is named as the document names it, and an older reading has our words', () => {
  const { words: _, ...older } = rivals;
  const kunar = at(31, 'Kunar', 'AF-KNR');
  expect(relationSentence({ ...older, relation: 'operates-in', object: kunar, speaker: null })).toBe(
    'Islamic State-Khorasan operates in Kunar.',
  );
});
