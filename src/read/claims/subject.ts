/** The noun phrase that speaks: left of its verb, or right of one that stands before it. */

import { titles, unnamed } from '../names/titles.ts';
import type { Range } from '../passages.ts';
import { adverb, alsoNouns, clauseWords, determiners, prepositions, timeWords, verbal } from '../words/closed.ts';
import { isFirstForm } from '../words/forms.ts';
import { capitalised } from '../words/tokens.ts';
import type { Sheet } from './sheet.ts';

const pronoun = /^(he|she|they|we|i|it|you|who)$/;
const never = /^(me|him|them|us|himself|herself|themselves|itself|which|that|there|what|whom|this)$/;
const longestSubject = 30;

/** `end` is where the verb begins, `low` the first word that may belong to it. */
export function subjectLeft(sheet: Sheet, end: number, low: number): Range | null {
  let last = end - 1;
  if (last < low || sheet.quote(last) >= 0 || sheet.taken(last)) return null;
  if (pronoun.test(sheet.low(last))) return { from: last, to: last + 1 };
  const described = sheet.text(last) === ',' ? beforeDescription(sheet, last, low) : null;
  if (sheet.text(last) === ',' && described === null) return null;
  if (described !== null) last = described;
  if (sheet.text(last) === ')') {
    const open = backTo(sheet, last, low, '(', 8);
    if (open !== null && open > low) last = open - 1;
  }
  while (last > low && timeWords.has(sheet.low(last)) && !/^\d/.test(sheet.low(last))) {
    last--;
    if (/^(on|this|last|earlier|late|early)$/.test(sheet.low(last))) last--;
  }
  if (pronoun.test(sheet.low(last)) && !sheet.taken(last)) return { from: last, to: last + 1 };
  const from = trimmedStart(sheet, phraseStart(sheet, last, low), last);
  if (from === null || (from === last && never.test(sheet.low(from)))) return null;
  return last - from < longestSubject && nominal(sheet, from, last) && !order(sheet, from, last)
    ? { from, to: last + 1 }
    : null;
}

/** The comma before “, a description,” minus one, or null when no description stands there. */
function beforeDescription(sheet: Sheet, comma: number, low: number): number | null {
  let at = comma - 1;
  while (at > low && sheet.text(at) !== ',' && sheet.quote(at) < 0 && comma - at < 22) at--;
  if (at <= low || sheet.text(at) !== ',' || at + 1 === comma) return null;
  const first = sheet.low(at + 1);
  const describes = /^(a|an|the|who|which|whose|his|her|one|former)$/.test(first) || titles.has(first);
  return describes ? at - 1 : null;
}

function backTo(sheet: Sheet, from: number, low: number, mark: string, most: number): number | null {
  for (let at = from; at >= low && from - at < most; at--) if (sheet.text(at) === mark) return at;
  return null;
}

/** Walks left over what may be one noun phrase, lists of names and a participle with its complement included. */
function phraseStart(sheet: Sheet, last: number, low: number): number {
  let at = last;
  let listed = false;
  while (at >= low && last - at < longestSubject) {
    if (sheet.quote(at) >= 0 || sheet.taken(at)) break;
    const word = sheet.low(at);
    if (word === 'and' && at > low && joins(sheet, at)) listed = true;
    else if (sheet.text(at) === ',') {
      if (!(listed && namedAt(sheet, at - 1) && namedAt(sheet, at + 1))) break;
    } else if (/^[()&’']$/.test(sheet.text(at))) {
      // part of a name
    } else if (
      !/[\p{L}\p{N}]/u.test(sheet.text(at)) ||
      (clauseWords.has(word) && !/^(after|before|since|until)$/.test(word))
    )
      break;
    else if (
      verbal(word, sheet.low(at - 1)) &&
      !titles.has(word) &&
      !capitalisedInside(sheet, at) &&
      !nounHere(sheet, at)
    ) {
      const reduced = /(ed|en)$/.test(word) && prepositions.has(sheet.low(at + 1)) && at < last;
      if (!reduced || (verbal(sheet.low(at - 1), sheet.low(at - 2)) && !nounHere(sheet, at - 1))) break;
    }
    at--;
  }
  return at + 1;
}

/** “a group comment posted”: no object follows, so it is no verb here. */
const nounHere = (sheet: Sheet, at: number): boolean =>
  alsoNouns.has(sheet.low(at)) &&
  !determiners.has(sheet.low(at + 1)) &&
  !/^(that|to|he|she|they|it|we)$/.test(sheet.low(at + 1));

const namedAt = (sheet: Sheet, at: number): boolean => {
  const word = sheet.word(at);
  return word !== undefined && (capitalised(word) || unnamed.has(word.low));
};
/** “Armed Forces Minister”: no verb. */
const capitalisedInside = (sheet: Sheet, at: number): boolean =>
  namedAt(sheet, at) && ((at > 0 && namedAt(sheet, at - 1)) || namedAt(sheet, at + 1));

/** “Britain and Australia”, “officials and residents”, “the army and the police”. */
const joins = (sheet: Sheet, at: number): boolean =>
  (namedAt(sheet, at - 1) || unnamed.has(sheet.low(at - 1))) &&
  (namedAt(sheet, at + 1) || sheet.low(at + 1) === 'other' || determiners.has(sheet.low(at + 1)));

/** Leaves out “and”, “meanwhile”, “on Sunday”, “in Kabul” before the phrase; null when nothing is left. */
function trimmedStart(sheet: Sheet, start: number, last: number): number | null {
  let from = start;
  while (from <= last) {
    const word = sheet.low(from);
    const conjunction = /^(and|or|but|so|then|yet|also|,)$/.test(word) || !/[\p{L}\p{N}]/u.test(sheet.text(from));
    if (!conjunction && !(adverb(word) && from < last) && !(timeWords.has(word) && from < last)) break;
    from++;
  }
  if (from > last) return null;
  if (!prepositions.has(sheet.low(from))) return from;
  for (let at = last; at > from + 1; at--) {
    if (timeWords.has(sheet.low(at - 1)) && !timeWords.has(sheet.low(at))) return at;
    if (determiners.has(sheet.low(at)) && !prepositions.has(sheet.low(at - 1))) return at;
  }
  return null;
}

/** “Exercise caution”: a lone first word that is a verb. */
const order = (sheet: Sheet, from: number, last: number): boolean =>
  from === last && from === sheet.sentenceStart(from) && isFirstForm(sheet.low(from));

function nominal(sheet: Sheet, from: number, last: number): boolean {
  for (let at = from; at <= last; at++) {
    const word = sheet.word(at);
    if (word && /\p{L}/u.test(word.text) && !determiners.has(word.low) && !prepositions.has(word.low)) return true;
    if (/^(many|some|others|both|most|one|several|few|each|all)$/.test(sheet.low(at))) return true;
  }
  return false;
}

/** “said President Joe Biden on Sunday”: up to what can't belong to the phrase. */
export function subjectRight(sheet: Sheet, start: number, high: number): Range | null {
  let at = start;
  if (at >= high || never.test(sheet.low(at)) || !/[\p{L}\p{N}]/u.test(sheet.text(at))) return null;
  if (pronoun.test(sheet.low(at))) return { from: at, to: at + 1 };
  while (at < high && at - start < longestSubject && sheet.quote(at) < 0) {
    const word = sheet.low(at);
    const inside = at > start;
    if (!/[\p{L}\p{N}&]/u.test(sheet.text(at))) break;
    if (
      inside &&
      /^(in|on|at|during|after|before|to|while|as|when|by|via|about|because|since|following|that)$/.test(word)
    )
      break;
    if (inside && timeWords.has(word)) break;
    if (verbal(word, sheet.low(at - 1)) && !titles.has(word)) break;
    at++;
  }
  while (at > start + 1 && (/^(and|or|but)$/.test(sheet.low(at - 1)) || prepositions.has(sheet.low(at - 1)))) at--;
  return at > start && nominal(sheet, start, at - 1) ? { from: start, to: at } : null;
}
