/** Attributions in one passage: who says it, by which words, what is said. Rules over words and marks, no tagger. */
import type { Passage, Range } from '../passages.ts';
import { adverb, auxiliaries, determiners, prepositions, verbal } from '../words/closed.ts';
import { goingOn, inverting, judging, minding, pairs, saying, telling, weak } from '../words/speech.ts';
import { capitalised, endsSentence } from '../words/tokens.ts';
import { leftContent, leftStart, participial, pastListener, pastTime, rightEnd, trimmedEnd } from './edges.ts';
import { type Draft, Sheet } from './sheet.ts';
import { subjectLeft, subjectRight } from './subject.ts';

interface Cue extends Range {
  readonly at: number;
  readonly saying: boolean;
  readonly minding: boolean;
  readonly judging: boolean;
}

export function attributionsIn(passage: Passage): Sheet {
  const sheet = new Sheet(passage);
  for (const side of ['left', 'right'] as const)
    for (let at = 0; at < sheet.length; at++) {
      if (sheet.taken(at) || sheet.quote(at) >= 0) continue;
      const cue = cueAt(sheet, at);
      if (cue) attribute(sheet, cue, side);
    }
  for (let at = 0; at < sheet.length; at++)
    if (sheet.low(at) === 'according' && sheet.low(at + 1) === 'to' && sheet.quote(at) < 0) according(sheet, at);
  alone(sheet);
  sheet.drafts.sort((a, b) => a.content.from - b.content.from);
  return sheet;
}

function cueAt(sheet: Sheet, at: number): Cue | null {
  const word = sheet.word(at);
  const low = sheet.low(at);
  if (!word || (capitalised(word) && at > 0 && !(sheet.quote(at - 1) >= 0))) return null;
  const skip = adverb(sheet.low(at + 1)) ? 1 : 0;
  const pair = pairs.find(([first, second]) => first.test(low) && second.test(sheet.low(at + 1 + skip)));
  const says = pair ? pair[2] === 'saying' : saying.has(low);
  const judges = pair ? pair[2] === 'judging' : judging.has(low);
  const minds = !pair && minding.has(low);
  if (!says && !judges && !minds) return null;
  let from = at;
  while (from > 0 && sheet.quote(from - 1) < 0 && !sheet.taken(from - 1) && helps(sheet.low(from - 1))) from--;
  while (from < at && /^(however|meanwhile|still|now|then|here|there|so|yet|later|earlier)$/.test(sheet.low(from)))
    from++;
  const to = at + 1 + (pair ? 1 + skip : 0);
  const cue = { at, from, to, saying: says, minding: minds, judging: judges };
  return plausible(sheet, cue) ? cue : null;
}

const helps = (low: string): boolean => auxiliaries.has(low) || adverb(low) || low === 'not';

/** Verbs that are nouns as often: not after an article, and only with a clause mark behind them. */
function plausible(sheet: Sheet, { at, from, to }: Cue): boolean {
  const before = sheet.low(at - 1);
  let passive = false;
  for (let word = from; word < at; word++) passive ||= /^(is|was|are|were|been|be|being)$/.test(sheet.low(word));
  if (passive && !sheet.low(at).endsWith('ing')) return false;
  const low = sheet.low(at);
  if (low === 'expected' && sheet.low(at + 1) === 'to') return false;
  const past = /(ed|said|told|spoke|wrote|found|thought|says)$/.test(low);
  if (before === 'to') return false;
  if ((determiners.has(before) || prepositions.has(before)) && !past) return false;
  if (determiners.has(before) && !/^(both|all|each|some|many|that|this|these|those)$/.test(before)) return false;
  const afterQuote = sheet.quote(at - 1) >= 0;
  if (!weak.has(low) || afterQuote || to > at + 1) return true;
  const marked = /^(to|that|:|if|whether)$/.test(sheet.low(at + 1)) || sheet.quote(at + 1) >= 0;
  return marked || from < at || (past && low !== 'reported') || telling.has(low);
}

function attribute(sheet: Sheet, cue: Cue, side: 'left' | 'right'): void {
  const low = sheet.sentenceStart(cue.at);
  const high = sheet.sentenceEnd(cue.at);
  const subject = subjectLeft(sheet, cue.from, low);
  if (side === 'left') {
    if (cue.saying && !inverted(sheet, cue, low, high)) trailing(sheet, cue, subject, low, high);
    return;
  }
  const start = contentStart(sheet, cue, subject, high);
  if (start === null) return;
  const speaker = subject ?? borrowed(sheet, cue);
  if (speaker === undefined) return;
  const object = cue.judging && !that(sheet, start);
  const to = rightEnd(sheet, start, high, object);
  // “Critics praised them” says nothing without its verb.
  const content = {
    from: to - start < 3 && cue.judging && sheet.quote(start) < 0 ? (subject?.from ?? start) : start,
    to,
  };
  const span: Range = { from: cue.from, to: cue.to };
  if (content.to - content.from < 1 || !sheet.free(content) || !sheet.free(span) || (subject && !sheet.free(subject)))
    return;
  sheet.take({ speaker, via: null, cue: span, content, kind: cue.judging && !cue.saying ? 'object' : 'clause' });
}

const that = (sheet: Sheet, start: number): boolean => sheet.low(start - 1) === 'that';

/** Without a subject of its own: “…, accusing them”, “… and promised to”. undefined when nobody can be meant. */
function borrowed(sheet: Sheet, { at, from }: Cue): Range | null | undefined {
  const previous = sheet.drafts.filter(({ content }) => content.from < at).at(-1);
  const before = sheet.low(from - 1);
  const joined = /^(and|but|,)$/.test(before) && (participial(sheet.low(at)) || before !== ',');
  if (!joined) return undefined;
  if (previous) return previous.speaker;
  return undefined;
}

/** “…,” said the minister. */
function inverted(sheet: Sheet, cue: Cue, low: number, high: number): boolean {
  const before = cue.from - 1;
  if (!inverting.has(sheet.low(cue.at)) || cue.from !== cue.at || before < low) return false;
  const quoted = sheet.quote(before) >= 0 || sheet.quote(before - 1) >= 0;
  if (sheet.quote(before) < 0 && !/^[,—–]$/.test(sheet.text(before))) return false;
  const speaker = subjectRight(sheet, cue.to, high);
  if (!speaker || (!quoted && verbal(sheet.low(speaker.to), sheet.low(speaker.to - 1)))) return false;
  if (!quoted && /^(that|he|she|they|it|we)$/.test(sheet.low(cue.to))) return false;
  const content = leftContent(sheet, low, before);
  if (!content || !sheet.free(content)) return false;
  sheet.take({ speaker, via: null, cue: { from: cue.from, to: cue.to }, content, kind: 'inverted' });
  brokenQuotation(sheet, speaker, speaker.to, high);
  return true;
}

/** “…, Kirby said.” and “…, Biden said, …”. */
function trailing(sheet: Sheet, cue: Cue, subject: Range | null, low: number, high: number): void {
  const gap = (subject?.from ?? cue.from) - 1;
  const quoted = sheet.quote(gap) >= 0 || sheet.quote(gap - 1) >= 0;
  if (gap <= low || !(sheet.quote(gap) >= 0 || /^[,—–]$/.test(sheet.text(gap)))) return;
  if (!subject && !(quoted && goingOn.has(sheet.low(cue.at)))) return;
  const tail = tailEnd(sheet, cue.to, high);
  if (tail === null && !quoted) return;
  const left = leftContent(sheet, low, gap);
  const span: Range = { from: cue.from, to: cue.to };
  const rest =
    tail !== null && sheet.text(tail) === ',' && sheet.quote(tail + 1) < 0 ? restOf(sheet, tail + 1, high) : null;
  const leads =
    left !== null && sheet.quote(gap) < 0 && (leadIn.test(sheet.low(left.from)) || !sheet.verbIn(left.from, left.to));
  if (leads && !rest) return;
  const content = leads ? rest : left;
  if (!content || !sheet.free(content)) return;
  if (leads) sheet.mark(left);
  sheet.take({ speaker: subject, via: null, cue: span, content, kind: 'trailing' });
  if (!leads && rest && /^(and|but)$/.test(sheet.low((tail as number) + 1)))
    sheet.take({ speaker: subject, via: null, cue: null, content: rest, kind: 'trailing' });
  brokenQuotation(sheet, subject, cue.to, high);
}

const leadIn =
  /^(each|every|when|if|as|while|after|before|since|although|though|in|on|at|for|with|until|unless|once|because|by|despite|during|asked|from)$/;

/** Where the sentence goes on after “said on Sunday”: a comma or its end; null when a clause follows instead. */
function tailEnd(sheet: Sheet, from: number, high: number): number | null {
  let at = from;
  while (at < high && sheet.quote(at) < 0 && /[\p{L}\p{N}]/u.test(sheet.text(at))) {
    if (sheet.low(at) === 'that' || verbal(sheet.low(at), sheet.low(at - 1)) || at - from > 12) return null;
    at++;
  }
  const word = sheet.word(at);
  if (!word || at >= high || endsSentence(word) || word.text === ',') return at;
  return sheet.quote(at) >= 0 && /^[.,:]$/.test(sheet.text(at - 1)) ? at : null;
}

/** The other half of a sentence that “Biden said” stands in the middle of, when it is a clause. */
function restOf(sheet: Sheet, start: number, high: number): Range | null {
  const from = leftStart(sheet, start, high);
  if (/^(who|which|as|when|while|after|before|a|an)$/.test(sheet.low(from)) || participial(sheet.low(from)))
    return null;
  const to = rightEnd(sheet, from, high, false);
  return to > from && sheet.verbIn(from, to) ? { from, to } : null;
}

/** “A,” she said, “B.” */
function brokenQuotation(sheet: Sheet, speaker: Range | null, from: number, high: number): void {
  for (let at = from; at < high; at++) {
    const quote = sheet.passage.quotes[sheet.quote(at)];
    if (sheet.taken(at)) return;
    if (!quote) continue;
    if (sheet.free(quote) && /^[,.:]$/.test(sheet.text(quote.from - 1)))
      sheet.take({ speaker, via: null, cue: null, content: quote, kind: 'alone' });
    return;
  }
}

/** Where what is said begins, right of the verb; null when nothing is said there. */
function contentStart(sheet: Sheet, cue: Cue, subject: Range | null, high: number): number | null {
  const low = sheet.low(cue.at);
  if (!subject && !participial(low) && !/^(and|but)$/.test(sheet.low(cue.from - 1))) return null;
  if (cue.judging && !cue.saying) return objectStart(sheet, cue.to, high);
  if (cue.minding && !cue.saying) return minded(sheet, cue.to, high);
  const limit = Math.min(high, cue.to + 14);
  for (let at = cue.to; at < limit; at++) {
    if (sheet.quote(at) >= 0) {
      const fits = at === cue.to || /^[,:]$/.test(sheet.text(at - 1)) || telling.has(low);
      if (fits) return at;
      break;
    }
    if (sheet.low(at) === 'that' && /[\p{L}\p{N},”"]/u.test(sheet.text(at - 1))) return at + 1;
    if (verbal(sheet.low(at), sheet.low(at - 1)) || /^[;.]$/.test(sheet.text(at))) break;
  }
  let at = telling.has(low) ? pastListener(sheet, cue.to, high) : cue.to;
  at = pastTime(sheet, at, high);
  if (/^[,:]$/.test(sheet.text(at))) at++;
  if (/^(if|whether|how|what|why|who|to|not)$/.test(sheet.low(at)))
    return /^(show|find|found|learn|continu|seem|see|saw|feel|felt|determine|observ)/.test(low) ? null : at;
  if (sheet.verbIn(at, Math.min(high, at + 14)) && !weak.has(low)) return at;
  return cue.judging ? objectStart(sheet, cue.to, high) : null;
}

const objectStart = (sheet: Sheet, from: number, high: number): number | null =>
  from < high &&
  (sheet.quote(from) >= 0 || (/[\p{L}\p{N}]/u.test(sheet.text(from)) && !/^(by|that)$/.test(sheet.low(from))))
    ? from
    : sheet.low(from) === 'that' && from + 1 < high
      ? from + 1
      : null;

function minded(sheet: Sheet, from: number, high: number): number | null {
  const at = pastTime(sheet, from, high);
  if (sheet.low(at) === 'that') return at + 1;
  return /^(to|if|whether|how|what|why)$/.test(sheet.low(at)) ? at : null;
}

/** “…, according to X”: the words of whoever speaks in the clause itself came through X. */
function according(sheet: Sheet, at: number): void {
  const low = sheet.sentenceStart(at);
  const high = sheet.sentenceEnd(at);
  let to = at + 2;
  while (
    to < high &&
    !(sheet.quote(to) < 0 && /^[,;:—–]$/.test(sheet.text(to))) &&
    !(to === high - 1 && /^[.?!]$/.test(sheet.text(to)))
  )
    to++;
  if (at - low < 2) to = pastName(sheet, to, high);
  const source: Range = { from: at + 2, to };
  if (to <= at + 2) return;
  const leads = at - low < 2;
  const inner = sheet.drafts.filter(
    ({ cue, content }) =>
      cue && content.from >= low && content.to <= high && (leads ? content.from > at : content.to <= at),
  );
  if (inner.length > 0) {
    for (const draft of inner) sheet.drafts[sheet.drafts.indexOf(draft)] = { ...draft, via: source };
    return;
  }
  const from = leads ? to + 1 : leftStart(sheet, low, at);
  const content: Range = leads
    ? { from, to: rightEnd(sheet, from, high, false) }
    : { from, to: trimmedEnd(sheet, from, at) };
  if (content.to - content.from > 1 && sheet.free(content))
    sheet.take({ speaker: source, via: null, cue: { from: at, to: at + 2 }, content, kind: 'according' });
}

/** “According to the coach, Jane Doe, …”: her name belongs to the source. */
function pastName(sheet: Sheet, comma: number, high: number): number {
  if (sheet.text(comma) !== ',') return comma;
  let at = comma + 1;
  while (at < high && at - comma < 5 && /^\p{Lu}\p{L}+/u.test(sheet.text(at))) at++;
  return at > comma + 2 && sheet.text(at) === ',' ? at : comma;
}

/** Quotations nobody claims: whoever spoke last goes on, or a paragraph that is one. */
function alone(sheet: Sheet): void {
  sheet.passage.quotes.forEach((quote, number) => {
    const opens = /^\p{Lu}/u.test(sheet.text(quote.from + 1));
    const fits = sheet.free(quote) && sheet.whole(number) && quote.to - quote.from > 6 && opens;
    if (fits && (quote.from === 0 || sheet.drafts.length > 0))
      sheet.take({ speaker: null, via: null, cue: null, content: quote, kind: 'alone' } satisfies Draft);
  });
}
