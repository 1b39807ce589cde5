/** How a name is taken apart into words and put together again: what it is compared by, and how it was written. */
import { fold, nameWord } from '../../fold.ts';

export interface Spelling {
  /** The words as written. */
  readonly words: readonly string[];
  /** What stands before, between and after them, one more than there are words. */
  readonly gaps: readonly string[];
}

export function spellingOf(name: string): Spelling {
  const words: string[] = [];
  const gaps: string[] = [];
  let from = 0;
  for (const { 0: word, index } of name.matchAll(nameWord)) {
    if (fold(word) === '') continue;
    gaps.push(name.slice(from, index));
    words.push(word);
    from = index + word.length;
  }
  gaps.push(name.slice(from));
  return { words, gaps };
}

/** The words of a query or a name, folded. */
export const foldedWords = (text: string): string[] =>
  (text.match(nameWord) ?? []).map(fold).filter((word) => word !== '');

/** How a word as written comes of its folded form; `stated` keeps it whole. */
export const forms = { same: 0, title: 1, capitals: 2, composed: 3, stated: 4 } as const;

export function formOf(written: string, folded: string): number {
  for (const form of [forms.same, forms.title, forms.capitals, forms.composed])
    if (written === inForm(folded, form)) return form;
  return forms.stated;
}

/** Not for `stated`. */
export function inForm(folded: string, form: number): string {
  if (form === forms.title) {
    const first = String.fromCodePoint(folded.codePointAt(0) ?? 0);
    return first.toUpperCase() + folded.slice(first.length);
  }
  if (form === forms.capitals) return folded.toUpperCase();
  return form === forms.composed ? folded.normalize('NFC') : folded;
}
