import { expect, test } from 'vitest';
import { illegalAt } from './words.ts';

const isAllowed = (code: number): boolean =>
  code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xfffd && (code < 0xd800 || code > 0xdfff));

test('each character that XML does not allow is found, in texts of narrow characters and of wide ones', () => {
  for (const before of ['a', 'é', 'ā', 'ب'])
    for (let code = 0; code <= 0xffff; code++) {
      const text = `${before}${String.fromCharCode(code)}z`;
      const expected = isAllowed(code) ? text.length + 1 : 1;
      // One assertion for each would take longer than all else here.
      if (illegalAt(text) !== expected) expect([before, code, illegalAt(text)]).toEqual([before, code, expected]);
    }
  expect(illegalAt('a\ud83d\ude00z')).toBe(5);
});

test('of several the first counts', () => {
  expect(illegalAt('a\x1fb\0')).toBe(1);
  expect(illegalAt('ā\uffffb\0')).toBe(1);
  expect(illegalAt('ab\ud800c\x01')).toBe(2);
  expect(illegalAt('ab\x01c\ud800')).toBe(2);
});
