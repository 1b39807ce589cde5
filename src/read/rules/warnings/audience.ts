/** Whom a sentence speaks to: citizens of a country, or everyone. */
import type { Span } from '../../../core/text/span.ts';
import { countryWordsIn } from '../../names/countries.ts';

export interface Audience extends Span {
  readonly value: string;
}

const people = `(?:citizens|nationals|residents|subjects|travell?ers|passport holders)`;
const following = new RegExp(String.raw`^\s+(?:dual\s+|private\s+)?${people}\b`, 'i');
const own = /\b(?:their|its|our|his)(?: own)? (?:citizens|nationals|subjects|compatriots|people)\b/i;
const everyone =
  /\b(?:everyone|everybody|nobody|no one|anyone|all (?:people|residents|persons|visitors)|the public|members of the public)\b/i;
const plural = /(?:s|ese|ish)$/;

/** Offsets from the start of the sentence. `issuer` is the country code that “their citizens” belong to. */
export function audienceIn(sentence: string, issuer: string | null): Audience | null {
  for (const { start, end, code } of countryWordsIn(sentence)) {
    const after = following.exec(sentence.slice(end, end + 40));
    if (after) return { start, end: end + after[0].length, value: `citizens:${code}` };
    const alone =
      plural.test(sentence.slice(start, end)) &&
      !/^U/.test(sentence.slice(start, end)) &&
      /^\s+(?:who|in|near|at|should|must|to|are|still|not|there)\b/.test(sentence.slice(end, end + 12));
    if (alone) return { start, end, value: `citizens:${code}` };
  }
  const theirs = issuer === null ? null : own.exec(sentence);
  if (theirs) return { start: theirs.index, end: theirs.index + theirs[0].length, value: `citizens:${issuer}` };
  const all = everyone.exec(sentence);
  return all ? { start: all.index, end: all.index + all[0].length, value: 'everyone' } : null;
}
