/** Whatever is cited in a text, however spans overlap: every character stays, once and in order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../core/text/span.ts';
import { type Piece, piecesOf } from './spans.ts';

interface Named extends Span {
  readonly id: number;
}

const textOf = (pieces: readonly Piece<Named>[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : textOf(piece.inside))).join('');

/** What each span covers, put together from all its parts. */
function covered(pieces: readonly Piece<Named>[], found = new Map<number, string>()): Map<number, string> {
  for (const piece of pieces) {
    if (typeof piece === 'string') continue;
    found.set(piece.span.id, (found.get(piece.span.id) ?? '') + textOf(piece.inside));
    covered(piece.inside, found);
  }
  return found;
}

const parts = (pieces: readonly Piece<Named>[]): Exclude<Piece<Named>, string>[] =>
  pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece, ...parts(piece.inside)]));

const textAndSpans = fc.string({ unit: 'binary', maxLength: 60 }).chain((text) =>
  fc.record({
    text: fc.constant(text),
    spans: fc.array(
      fc
        .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
      { maxLength: 12 },
    ),
  }),
);

describe('spans in a text', () => {
  test('leave it as it was, split where they cross, never within a character', () => {
    fc.assert(
      fc.property(textAndSpans, ({ text, spans }) => {
        const named = spans.map((span, id): Named => ({ ...span, id }));
        const pieces = piecesOf(text, 0, text.length, named);
        expect(textOf(pieces)).toBe(text);
        const said = covered(pieces);
        for (const { id, start, end } of named) {
          const own = said.get(id) ?? '';
          // A span that begins or ends within a character takes in the whole of its beginning and leaves the whole of its end.
          if (text.slice(start, end).isWellFormed()) expect(own).toBe(text.slice(start, end));
          if (text.isWellFormed()) expect(own.isWellFormed()).toBe(true);
        }
        for (const id of said.keys()) {
          const own = parts(pieces).filter(({ span }) => span.id === id);
          expect(own.filter(({ first }) => first)).toHaveLength(1);
          expect(own.filter(({ last }) => last)).toHaveLength(1);
          expect([own[0]?.first, own.at(-1)?.last]).toEqual([true, true]);
        }
      }),
    );
  });

  test('of a block are cut at its edges; what lies outside is left out', () => {
    const text = 'One block. Another block.';
    const pieces = piecesOf(text, 11, 25, [
      { id: 0, start: 0, end: 3 },
      { id: 1, start: 4, end: 18 },
    ]);
    expect(textOf(pieces)).toBe('Another block.');
    expect(covered(pieces)).toEqual(new Map([[1, 'Another']]));
    expect(parts(pieces)[0]).toMatchObject({ first: false, last: true });
  });

  test('nest where one holds the other', () => {
    const pieces = piecesOf('abcdef', 0, 6, [
      { id: 0, start: 2, end: 4 },
      { id: 1, start: 1, end: 5 },
    ]);
    expect(pieces).toMatchObject([
      'a',
      { span: { id: 1 }, inside: ['b', { span: { id: 0 }, inside: ['cd'] }, 'e'] },
      'f',
    ]);
  });
});
