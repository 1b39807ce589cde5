import { expect, test } from 'vitest';
import { unwrapped } from './letter-text.ts';

const wrapped = [
  'Leave now, says U.S. Embassy Kabul. If you cannot leave, stay where you are',
  'and stay away from windows.',
  'WHAT THEY SAY',
  '',
  '  “U.S. citizens who are now at the Abbey Gate, the East Gate or the North',
  '  Gate should leave immediately.',
  '  • Watch what happens around you at all times, above all in large crowds.',
  '  • Do as the local authorities say.”',
  'Read from its page of the day, which was fetched from the host that it names',
  '  indented otherwise',
];

test('breaks of length alone are undone, paragraphs and lists keep theirs', () => {
  expect(unwrapped(wrapped.join('\n')).split('\n')).toEqual([
    'Leave now, says U.S. Embassy Kabul. If you cannot leave, stay where you are and stay away from windows.',
    'WHAT THEY SAY',
    '',
    '  “U.S. citizens who are now at the Abbey Gate, the East Gate or the North Gate should leave immediately.',
    ...wrapped.slice(6),
  ]);
});

test('a short text stays as it is', () => expect(unwrapped('One.\nTwo.\n\nThree.')).toBe('One.\nTwo.\n\nThree.'));
