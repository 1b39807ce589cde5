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

const word = fc.constantFrom('reports', 'of', 'gunfire', 'explosion', 'in', 'Köln', 'انفجار', 'विस्फोट', '𝔸𝔹', '😀');
const between = fc.constantFrom(' ', ', ', '. ', '\n', '-', '“', ' 3,000 ');
const prose = fc.array(fc.tuple(word, between), { minLength: 1, maxLength: 14 }).map((all) => all.flat().join(''));
const proseAndSpans = prose.chain((text) =>
  fc.tuple(
    fc.constant(text),
    fc.array(fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length })), { maxLength: 10 }),
  ),
);
/** The edges of every mark, as offsets into the text. */
function edges(pieces: readonly Piece<Named>[], at = 0): number[] {
  return pieces.flatMap((piece) => {
    const from = at;
    at += typeof piece === 'string' ? piece.length : textOf(piece.inside).length;
    return typeof piece === 'string' ? [] : [from, at, ...edges(piece.inside, from)];
  });
}

describe('spans in a text', () => {
  test('of words: no mark begins or ends within one, and each is as wide as its words and no wider', () => {
    fc.assert(
      fc.property(proseAndSpans, ([text, spans]) => {
        const named = spans.map(([a, b], id): Named => ({ start: Math.min(a, b), end: Math.max(a, b), id }));
        const pieces = piecesOf(text, 0, text.length, named);
        expect(textOf(pieces)).toBe(text);
        for (const edge of edges(pieces))
          expect(/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, edge)) && /^[\p{L}\p{M}\p{N}]/u.test(text.slice(edge))).toBe(
            false,
          );
        const said = covered(pieces);
        for (const { id, start, end } of named) {
          const own = said.get(id) ?? '';
          if (start === end) expect(own).toBe('');
          const more = own.length - (end - start);
          if (start < end) expect(own).toContain(text.slice(start, end));
          // The longest of the words above has nine letters: one may be cut on either side.
          expect(more).toBeLessThanOrEqual(start === end ? 0 : 16);
        }
      }),
    );
  });

  test('that cross at a word: both are reached, and the word stays whole', () => {
    const text = 'there were reports of gunfire and an explosion';
    const pieces = piecesOf(text, 0, text.length, [
      { id: 0, start: 11, end: 29 },
      { id: 1, start: 22, end: 43 },
      { id: 2, start: 37, end: 46 },
    ]);
    expect(textOf(pieces)).toBe(text);
    expect(covered(pieces)).toEqual(
      new Map([
        [0, 'reports of gunfire'],
        [1, 'gunfire and an explosion'],
        [2, 'explosion'],
      ]),
    );
    for (const piece of parts(pieces)) expect(textOf(piece.inside)).not.toMatch(/explos$|^ion/);
  });

  test('of a script without spaces stay as they are', () => {
    const pieces = piecesOf('機場附近發生爆炸', 0, 8, [{ id: 0, start: 2, end: 4 }]);
    expect(pieces).toMatchObject(['機場', { span: { id: 0 }, inside: ['附近'] }, '發生爆炸']);
  });

  test('leave it as it was, split where they cross, never within a character', () => {
    fc.assert(
      fc.property(textAndSpans, ({ text, spans }) => {
        const named = spans.map((span, id): Named => ({ ...span, id }));
        const pieces = piecesOf(text, 0, text.length, named);
        expect(textOf(pieces)).toBe(text);
        const said = covered(pieces);
        for (const { id, start, end } of named) {
          const own = said.get(id) ?? '';
          // Whoever begins or ends within a character or a word takes in the whole of it.
          expect(start === end ? '' : own).toContain(text.slice(start, end));
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
    const pieces = piecesOf('a b c d e f', 0, 11, [
      { id: 0, start: 4, end: 7 },
      { id: 1, start: 2, end: 9 },
    ]);
    expect(pieces).toMatchObject([
      'a ',
      { span: { id: 1 }, inside: ['b ', { span: { id: 0 }, inside: ['c d'] }, ' e'] },
      ' f',
    ]);
  });
});
