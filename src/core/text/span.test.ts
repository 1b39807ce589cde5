import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldOf, lineStarts, positionAt } from './span.ts';

describe('spans', () => {
  test('a field holds exactly the words of its span', () => {
    expect(fieldOf('Leave now.', { start: 0, end: 5 }, 'body', 'leave')).toEqual({
      text: 'Leave',
      start: 0,
      end: 5,
      zone: 'body',
      value: 'leave',
    });
  });

  test('LF, CRLF and CR each end one line', () => {
    const text = 'a\nb\r\nc\rd';
    expect(lineStarts(text)).toEqual([0, 2, 5, 7]);
    expect(positionAt(lineStarts(text), text.indexOf('d'))).toEqual({ line: 4, column: 1 });
  });

  test('the position of every offset leads back to it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '😀'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(80), (source, n) => {
        const offset = Math.min(n, source.length);
        const starts = lineStarts(source);
        const { line, column } = positionAt(starts, offset);
        expect((starts[line - 1] ?? Number.NaN) + column - 1).toBe(offset);
      }),
    );
  });
});
