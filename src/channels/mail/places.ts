/** The names of a warning's areas within a sentence of ours: each in its own quotation marks, and not all of many. */
import { oneLine } from '../foreign-text.ts';
import { type Sentence, theirs } from './letter.ts';
import * as en from './strings/en.ts';

/** Characters of all names together, and of the names in a subject. */
export const inSentence = 200;
export const inSubject = 60;

/** `“North valley”; “South valley” and 3 more`; null when there is no name. */
export function placesOf(names: readonly string[], language: string | null, most = inSentence): Sentence | null {
  const [first, ...others] = names;
  if (first === undefined) return null;
  const shown = [oneLine(first, most)];
  let length = shown.join('').length;
  for (const name of others) {
    length += name.length;
    if (length > most) break;
    shown.push(name);
  }
  return en.places(
    shown.map((name) => theirs(name, language)),
    names.length - shown.length,
  );
}
