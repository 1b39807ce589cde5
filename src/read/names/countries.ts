/** Words for what belongs to a country and for its people: “US”, “American”, “New Zealanders”. */
import { demonym } from '../../core/geo/gazetteer.ts';

/** The code behind “American” or “U.S.”, as written with capitals; null for any other word. */
export const countryOfWord = (word: string): string | null => (/^\p{Lu}/u.test(word) ? demonym(word) : null);

export interface CountryWord {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

const capitalised = /(?<![\p{L}.])(?:(?:\p{Lu}\. ?){2,3}|\p{Lu}\p{L}+)/gu;
const second = /^ (\p{Lu}\p{L}+)/u;

/** All such words in a text, by offsets from its start; of two that may be one, both together. */
export function countryWordsIn(text: string): CountryWord[] {
  const found: CountryWord[] = [];
  for (const { 0: match, index } of text.matchAll(capitalised)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const word = match.trimEnd();
    const next = second.exec(text.slice(index + word.length, index + word.length + 30))?.[0] ?? '';
    const both = next === '' ? null : demonym(word + next);
    const code = both ?? demonym(word.replaceAll(' ', ''));
    if (code !== null) found.push({ start: index, end: index + word.length + (both === null ? 0 : next.length), code });
  }
  return found;
}
