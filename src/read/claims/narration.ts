/** What the text states itself and attributes to nobody: clauses that no attribution has taken. */
import type { Range } from '../passages.ts';
import { clauseWords, prepositions, pronouns, verbal } from '../words/closed.ts';
import { isFirstForm } from '../words/forms.ts';
import { trimmedEnd } from './edges.ts';
import type { Sheet } from './sheet.ts';

const fewest = 4;

/** Statements of a passage, as ranges of words; questions, orders and what was attributed are none. */
export function statementsIn(sheet: Sheet): Range[] {
  const found: Range[] = [];
  for (let start = 0; start < sheet.length; ) {
    const end = sheet.sentenceEnd(start);
    if (sheet.text(end - 1) !== '?')
      for (const clause of clausesIn(sheet, start, end)) if (states(sheet, clause)) found.push(clause);
    start = end;
  }
  return found;
}

/** Clauses between taken words, at semicolons and at “, but/and/where/which/while” before a verb. */
function clausesIn(sheet: Sheet, start: number, end: number): Range[] {
  const found: Range[] = [];
  let from = start;
  const close = (to: number): void => {
    let first = from;
    while (first < to && /^([,;:.–—-]|and|but|or)$/.test(sheet.low(first))) first++;
    first = pastConjunction(sheet, first, to);
    const last = trimmedEnd(sheet, first, to);
    if (last > first) found.push({ from: first, to: last });
  };
  for (let at = start; at < end; at++) {
    if (sheet.taken(at)) {
      close(at);
      while (at + 1 < end && sheet.taken(at + 1)) at++;
      from = at + 1;
    } else if (splits(sheet, at, end)) {
      close(at);
      from = at + 1;
    }
  }
  close(end);
  return found;
}

/** “where they killed”, “months after it declared”, “in which they won”: the statement itself. */
function pastConjunction(sheet: Sheet, from: number, to: number): number {
  if (/^(where|when|who)$/.test(sheet.low(from))) return from + (sheet.low(from) === 'who' ? 0 : 1);
  if (/^(in|of|to|by|for)$/.test(sheet.low(from)) && sheet.low(from + 1) === 'which') return from + 2;
  for (let at = from; at < Math.min(to, from + 3); at++)
    if (/^(after|before)$/.test(sheet.low(at)))
      return sheet.verbIn(at + 1, to) && !sheet.verbIn(from, at) && sheet.text(to) === ',' ? at + 1 : from;
  return from;
}

function splits(sheet: Sheet, at: number, end: number): boolean {
  const text = sheet.text(at);
  if (text === ';') return true;
  const next = sheet.low(at + 1);
  if (text === ',') {
    if (/^(in|of|to|by|for)$/.test(next) && sheet.low(at + 2) === 'which')
      return sheet.verbIn(at + 3, Math.min(end, at + 12));
    if (/^(but|and|where|which|while|who|when|so|though|although)$/.test(next))
      return sheet.verbIn(at + 2, Math.min(end, at + 12));
    return opensWithTime(sheet, at) && subjectVerb(sheet, at + 1, end);
  }
  if (sheet.low(at) === 'when' || sheet.low(at) === 'where')
    return sheet.verbIn(Math.max(sheet.sentenceStart(at), at - 14), at) && sheet.verbIn(at + 1, Math.min(end, at + 10));
  return (
    sheet.low(at) === 'and' &&
    verbal(next, '') &&
    !isFirstForm(next) &&
    !prepositions.has(sheet.low(at - 1)) &&
    sheet.verbIn(Math.max(0, at - 14), at) &&
    sheet.low(at + 2) !== 'and'
  );
}

/** “Months after it declared a state, fighters joined …”: two statements. */
const opensWithTime = (sheet: Sheet, comma: number): boolean => {
  const start = sheet.sentenceStart(comma);
  for (let at = start; at < Math.min(comma, start + 4); at++)
    if (/^(after|before|when|while|although|though|because|since|as)$/.test(sheet.low(at)))
      return sheet.verbIn(at + 1, comma);
  return false;
};

const subjectVerb = (sheet: Sheet, from: number, end: number): boolean =>
  !clauseWords.has(sheet.low(from)) && sheet.verbIn(from + 1, Math.min(end, from + 10));

function states(sheet: Sheet, { from, to }: Range): boolean {
  if (to - from < fewest) return false;
  const first = sheet.low(from);
  if (
    /^(if|as|while|although|though|because|unless|whether|please|do|don't|avoid|see|read|click|follow|watch)$/.test(
      first,
    )
  )
    return false;
  for (let at = from; at < to; at++) {
    if (!verbal(sheet.low(at), sheet.low(at - 1))) continue;
    // An order begins with its verb; a statement has a subject, or shares the one before “and”.
    return at > from || /^(and|but)$/.test(sheet.low(from - 1)) || pronouns.has(first);
  }
  return false;
}
