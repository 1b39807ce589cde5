import { describe, expect, test } from 'vitest';
import { documentOfText } from './document/text.ts';
import { sentencesOf } from './sentences.ts';

function cut(text: string): string[] {
  const { document } = documentOfText(`${text}\n`);
  return sentencesOf(document).map(({ start, end }) => document.text.slice(start, end));
}

describe('where sentences end', () => {
  test.each([
    ['He came. She left! Why? Nobody knows.', ['He came.', 'She left!', 'Why?', 'Nobody knows.']],
    ['“It is bad. Go now.” He left.', ['“It is bad. Go now.”', 'He left.']],
    ['"It is bad. Go now," he said. She left.', ['"It is bad. Go now," he said.', 'She left.']],
    ['He said “no. She left.', ['He said “no.', 'She left.']],
    [
      'Gen. Hank Taylor met Mr. J. Smith at 3 p.m. on Aug. 31. They spoke.',
      ['Gen. Hank Taylor met Mr. J. Smith at 3 p.m. on Aug. 31.', 'They spoke.'],
    ],
    ['They left the U.S. The others stayed.', ['They left the U.S.', 'The others stayed.']],
    [
      'The U.S. Embassy is shut until 3 p.m. Officials said so.',
      ['The U.S. Embassy is shut until 3 p.m.', 'Officials said so.'],
    ],
    ['A hospital in Kabul., where 16 died.', ['A hospital in Kabul., where 16 died.']],
    ['It rose 3.5 percent. Then it fell.', ['It rose 3.5 percent.', 'Then it fell.']],
    ['• Keep away. • Leave.', ['Keep away.', '• Leave.']],
  ])('%s', (text, sentences) => expect(cut(text)).toEqual(sentences));
  test('say their block, its zone and whether it says the same again', () => {
    const { document } = documentOfText(
      'A title\n\nPeople at the gate there (PHOTO: AP)\nPeople at the gate there (PHOTO: AP)\n\nOne. Two.',
    );
    expect(sentencesOf(document).map(({ block, zone, duplicate }) => [block, zone, duplicate])).toEqual([
      ...[
        [0, 'title', false],
        [1, 'caption', false],
        [2, 'caption', true],
        [3, 'body', false],
        [3, 'body', false],
      ],
    ]);
  });
});
