/** Where what is said begins and ends. */
import type { Range } from '../passages.ts';
import { prepositions, pronouns, timeWords, verbal } from '../words/closed.ts';
import { judging, minding, saying, weak } from '../words/speech.ts';
import type { Sheet } from './sheet.ts';

export const participial = (low: string): boolean =>
  low.endsWith('ing') &&
  (saying.has(low) || judging.has(low) || minding.has(low)) &&
  !/^(see|continu|show|find|learn|seek|call|plan|post|rul|play)ing$/.test(low);

const relative = /^(who|which|where|when|while|as|after|before|although|though|but|and|a|an|the|calling|for)$/;

/** End of content that stands right of its verb: the sentence's end, or the next attribution. */
export function rightEnd(sheet: Sheet, start: number, high: number, object: boolean): number {
  let end = high;
  for (let at = start + 1; at < high; at++) {
    if (sheet.quote(at) >= 0) continue;
    const stops =
      (object && sheet.low(at) === 'which' && !prepositions.has(sheet.low(at - 1))) ||
      sheet.text(at) === ';' ||
      sheet.text(at) === '—' ||
      stopsAtComma(sheet, at, object) ||
      stopsAtAnd(sheet, at);
    if (!stops) continue;
    end = at;
    break;
  }
  return trimmedEnd(sheet, start, end);
}

export function trimmedEnd(sheet: Sheet, start: number, from: number): number {
  let end = from;
  while (end > start && sheet.quote(end - 1) < 0 && /^([.,;:?!—–-]|and|but)$/.test(sheet.low(end - 1))) end--;
  return end;
}

function stopsAtComma(sheet: Sheet, at: number, object: boolean): boolean {
  if (sheet.text(at) !== ',') return false;
  const [next, second] = [sheet.low(at + 1), sheet.low(at + 2)];
  if (next === 'according' || participial(next)) return true;
  if (saying.has(next) && !next.endsWith('ing') && !weak.has(next)) return true;
  if (/^(though|although)$/.test(next)) return true;
  if (/^(and|but)$/.test(next) && speaksNext(sheet, at + 2)) return true;
  if (object && next === 'for') return second === 'which';
  return object && sheet.quote(at + 1) < 0 && relative.test(next);
}

/** “, but the ambassador says”: somebody else begins to speak. */
function speaksNext(sheet: Sheet, from: number): boolean {
  for (let at = from; at < from + 7; at++) {
    if (strong(sheet.low(at)) && (at - from < 2 || /(ed|said|says|told)$/.test(sheet.low(at)))) return true;
    if (!/[\p{L}\p{N}]/u.test(sheet.text(at)) || verbal(sheet.low(at), sheet.low(at - 1))) return false;
  }
  return false;
}

const strong = (low: string): boolean => saying.has(low) && !weak.has(low);
const past = (low: string): boolean => /ed$|^said$|^told$|^says$/.test(low) && (saying.has(low) || judging.has(low));

/** “… and promised to go on”. */
function stopsAtAnd(sheet: Sheet, at: number): boolean {
  if (!/^(and|but)$/.test(sheet.low(at)) || !past(sheet.low(at + 1))) return false;
  const after = sheet.low(at + 2);
  return (
    /^(said|says|added|adds|told)$/.test(sheet.low(at + 1)) ||
    /^(to|that|the|them|it|him|her)$/.test(after) ||
    sheet.quote(at + 2) >= 0
  );
}

/** Content left of its speaker: a quotation with all its sentences, or the clause from the sentence's start. */
export function leftContent(sheet: Sheet, low: number, end: number): Range | null {
  const number = sheet.quote(end) >= 0 ? sheet.quote(end) : sheet.quote(end - 1);
  const inQuote = number >= 0;
  if (!inQuote && !/^[,—–]$/.test(sheet.text(end))) return null;
  const quote = sheet.passage.quotes[number];
  const to = quote ? quote.to : end;
  const opens =
    quote !== undefined && (quote.from - low < 2 || /^[,:.”"]$/.test(sheet.text(quote.from - 1)) || low > quote.from);
  if (quote && sheet.whole(number) && opens) return quote;
  const from = leftStart(sheet, low, to);
  return to > from ? { from, to: trimmedEnd(sheet, from, to) } : null;
}

export function leftStart(sheet: Sheet, low: number, end: number): number {
  let from = low;
  for (let at = low; at < end; at++) if (sheet.taken(at)) from = at + 1;
  while (from < end && sheet.quote(from) < 0 && /^([,;:.–—-]|and|but|so|yet|also)$/.test(sheet.low(from))) from++;
  return from;
}

/** Past “the BBC”, “reporters in Kabul”: whom they told. */
export function pastListener(sheet: Sheet, start: number, high: number): number {
  if (/^(him|her|them|me|us|you|it|reporters|journalists|parliament|lawmakers)$/.test(sheet.low(start)))
    return start + 1;
  let at = start;
  while (at < high && at - start < 8 && sheet.quote(at) < 0 && /[\p{L}\p{N}&]/u.test(sheet.text(at))) {
    if (/^(that|to|how|if|whether|what|why|there|he|she|they|it|we|not|on|in|at|during)$/.test(sheet.low(at))) break;
    at++;
  }
  return at;
}

/** Past “on Tuesday”, “in a statement”, “at a briefing in Kabul”. */
export function pastTime(sheet: Sheet, start: number, high: number): number {
  let at = start;
  for (let guard = 0; guard < 4; guard++) {
    if (/^(in|on|during|at|via|through|after|to)$/.test(sheet.low(at))) {
      let next = at + 1;
      while (next < high && next - at < 9 && sheet.quote(next) < 0 && goesOn(sheet, next)) next++;
      const done =
        /^(that|,|:)$/.test(sheet.low(next)) || timeWords.has(sheet.low(next - 1)) || pronouns.has(sheet.low(next));
      if (next > at + 1 && (done || sheet.quote(next) >= 0) && sheet.low(at) !== 'to') at = next;
      else return at;
    } else if (
      timeWords.has(sheet.low(at)) &&
      !/^(the|a)$/.test(sheet.low(at + 1)) &&
      !/^(last|this|next|may|then)$/.test(sheet.low(at))
    )
      at++;
    else if (/^(last|this|next)$/.test(sheet.low(at)) && timeWords.has(sheet.low(at + 1))) at += 2;
    else return at;
  }
  return at;
}

const goesOn = (sheet: Sheet, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(sheet.text(at)) &&
  !pronouns.has(sheet.low(at)) &&
  !/^(that|there)$/.test(sheet.low(at)) &&
  !timeWords.has(sheet.low(at - 1));
