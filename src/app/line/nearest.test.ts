import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const words = ['serve', 'check', 'who', 'watch import', 'backup', 'restore'];

test.each([
  ['sevre', 'serve'],
  ['chek', 'check'],
  ['CHECK', 'check'],
  ['watch-import', 'watch import'],
  ['restroe', 'restore'],
  ['wh', 'who'],
  ['quite different', null],
  ['', null],
])('%j is nearest to %j', (word, expected) => expect(nearest(word, words)).toBe(expected));
