/** Words and marks of a stretch of text, with their offsets. */
import type { Span } from '../../core/text/span.ts';

export interface Word extends Span {
  readonly text: string;
  readonly low: string;
}

/** Initials (`U.S.`), titles and months that are shortened, words with inner marks (`US-led`, `group’s`), then single marks. */
const word =
  /(?:\p{Lu}\.){2,8}|(?:Mr|Mrs|Ms|Dr|Gen|Maj|Col|Lt|Sgt|Capt|Adm|Sen|Rep|Gov|Prof|Hon|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|[\p{L}\p{N}\p{M}]+(?:(?:[-–’'&/]|(?<=\p{N})[.,:](?=\p{N}))[\p{L}\p{N}\p{M}]+)*|[^\s]/gu;

/** `from` is the offset of `text` in its document. */
export function wordsOf(text: string, from: number): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(word)) {
    const start = from + index;
    words.push({ text: found, low: found.toLowerCase().replaceAll('’', "'"), start, end: start + found.length });
  }
  return words;
}

export const capitalised = ({ text }: Word): boolean => /^\p{Lu}/u.test(text);
export const isMark = ({ text }: Pick<Word, 'text'>): boolean => !/[\p{L}\p{N}]/u.test(text);
export const endsSentence = ({ text }: Word): boolean => text === '.' || text === '!' || text === '?';

/** The beginning of a span, at most so long and never cut in a word. */
export function headOf(text: string, { start, end }: Span, most: number): string {
  let to = Math.min(end, start + most);
  if (to < end) while (to > start && !/\s/.test(text[to - 1] as string)) to--;
  return text.slice(start, to);
}

/** The end of a span in the same way. */
export function tailOf(text: string, { start, end }: Span, most: number): string {
  let from = Math.max(start, end - most);
  if (from > start) while (from < end && !/\s/.test(text[from] as string)) from++;
  return text.slice(from, end);
}

/** The span from the first to the last of some words, `end` exclusive. */
export const spanOf = (words: readonly Word[], start: number, end: number): Span => ({
  start: (words[start] as Word).start,
  end: (words[end - 1] as Word).end,
});
