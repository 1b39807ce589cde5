/** What a sentence tells people to do. Negation turns or ends it; wishes, pasts, questions and orders to others are none. */
import type { Instruction } from '../../../core/instruction.ts';
import type { Span } from '../../../core/text/span.ts';
import { unsure } from '../../words/passed.ts';
import { againstTravel, allClear, anyPhrase, isOver, isPlace, isPublic, passives, phrases } from './phrases.ts';

/** Offsets count from the start of the sentence. */
export interface Told extends Span {
  readonly value: Instruction;
  readonly immediate: boolean;
}

const not =
  /(?:\b(?:do|should|must|shall|may|can)(?:es)? not|\b(?:don|shouldn|mustn)['’]t|\bcannot|\bnever|\bnot(?: to)?|\b(?:nobody|no one|none of \w+) (?:should|must|may)|\brefrain from)\s+(?:try to |attempt to |ever )?$/i;
const modal =
  /\b(?:should|must|ought to|needs? to|ha(?:ve|s) to|had better|shall|(?:are|is) to|please|will need to)\s+(?:not\s+)?(?:all\s+|also\s+|now\s+|still\s+|therefore\s+|\w+ly\s+)*$/i;
const asked =
  /\b(?:advis\w*|urg\w*|ask\w*|tell\w*|told|warn\w*|order\w*|instruct\w*|recommend\w*|request\w*|call\w* (?:up)?on|direct\w*|appeal\w*(?: to)?|encourag\w*|remind\w*|requir\w*)\s+([^;:]{0,80}?)\s*\b(?:not )?to (?:\w+ly )?(?:always )?$/i;
/** “It is vital that citizens leave”; what is not vital, or was, asks nothing. */
const vital =
  /\bit is (?:now |also |\w+ly )*(?:vital|essential|imperative|crucial|critical|important|necessary|urgent) (?:that\s+((?:[^.;:]|U\.\s?S\.){1,80}?)|(?:for ((?:[^.;:]|U\.\s?S\.){1,80}?) )?to)\s+(?:(?:should|must|all|now|\w+ly)\s+)*$/i;
const inDoubt = /\b(?:if|whether|unless|not|no|nobody|when|until|den(?:y|ies|ied))\b|n['’]t\b/i;
const joined = /(?:^|[\s,])(?:and|or|then|,)\s+(?:to\s+|should\s+|must\s+|then\s+|please\s+|also\s+|\w+ly\s+)*$/i;
const clauseStart =
  /(?:^|[;:•–—]\s*|[.!]\s+)(?:[-*•◦·]\s*|\d{1,2}[.)]\s*)?(?:please\s+|always\s+|now\s+|immediately\s+)?$/i;
const condition =
  /^(?:[-*•]\s*)?(?:should|if|when|whenever|where|because|due|in case|until|unless|for|as|during|before|after|once|while|at|in|on|otherwise)\b/i;
const addressed = /\b(?:our|the)\s+(?:\w+\s+){0,3}advice\b[^.]{0,40},\s*$/i;
const notAfter = /^\s+(?:is|was|are|were|has|had|have been|will be|would)\b/i;
const soon = /\b(?:immediately|at once|right away|without delay|urgently|straight away|right now)\b/i;

/** Sentences that speak of an instruction and give none: it is said to be false, was given in another year, or is over. */
const unsaid = [
  /\b(?:reports?|rumou?rs?|claims?|allegations?|suggestions?|messages?|posts?)\b[^;]*\b(?:false|untrue|wrong|incorrect|not true|unfounded|baseless|fake|hoax)\b/i,
  /\b(?:den(?:y|ies|ied)|disput(?:es?|ed)|refut(?:es?|ed)) (?:that|having|it had|telling|advising|(?:the )?reports?)\b/i,
  /\b(?:said|told|advised|warned|asked|urged|ordered|instructed|recommended)\b[^.;]{0,40}\bin (?:19|20)\d\d\b/i,
];
const over = new RegExp(
  String.raw`\b(?:warning|alert|order|advice|advisory|instruction|message|notice)s?\b[^;]*\b(?:has|have|is|are|was|were) (?:now |hereby |since )?(?:been )?(?:(?:lifted|cancelled|canceled|rescinded|revoked|withdrawn)\b|${isOver})`,
  'i',
);
/** What stands right before a verb that takes its force away. */
const needless =
  /\b(?:no longer (?:needs?|ha(?:ve|s)|required|obliged|asked|told|advised)|(?:do|does|did) not (?:need|have)|(?:do|does|did)n['’]t (?:need|have)|need not|needn['’]t|no need|not (?:required|necessary|obliged))\b[^.;,]{0,40}$/i;
const unasked =
  /(?:\b(?:no longer|not|never|neither|nor|previously|formerly|originally|once|stopped|ceased)|n['’]t)\s+(?:\w+ly\s+)?(?:been\s+)?$/i;
const whoever = /(?:^|[,;:]\s*|\band\s+)(?:if|when|whenever|should)\b[^,;:]*$/i;

/** Before words of an all-clear: nobody gives it, nobody knows, or it is said what it will sound like. */
const withheld =
  /\b(?:cannot|unable|refus\w+|declin\w+|too soon|premature\w*|as soon as|believed|hoped|appears?|seems?|likely|perhaps|may|might|could|some (?:say|think)|social media|unconfirmed|sirens?|tones?|signals?|horns?|alarms?)\b/i;
/** After them, in the same clause: it holds later, on a condition, not everywhere, or by mistake. */
const conditional =
  /^[^;:.!?]*?\b(?:if|unless|until|once|when|as soon as|provided|subject to|only|except|except for|with the exception|other than|apart from|in error|by mistake|mistakenly|prematurely|tomorrow|tonight|soon|(?:from|after|between) (?:\d|noon|midnight|dawn|dusk|sunrise|sunset)|(?:but|although|though|while|and)\b[^;:.!?]*\b(?:threats?|dangers?|risks?)\b[^;:.!?]*\b(?:remains?|persists?|continues?|still|exists?))\b|^[^;:.]*\?/i;
/** “All-clear withdrawn”, “All clear: not yet given.” */
const takenBack =
  /^[\s:–—-]*(?:(?:is|was|has been|not|now|again)\s+)*(?:not|no|never|withdrawn|revoked|rescinded|cancell?ed|denied|expected|pending|awaited|yet|false|wrong)\b/i;

/** “No longer a threat to the embassy”: whom or what it threatened. */
const threatTo =
  /\b(?:threats?|dangers?|risks?) to ((?:(?!(?:is|are|has|have|was|were|no)\b)[\p{L}\p{N}’'.-]+ ?){1,6})/iu;
/** So far around them is looked: an endless sentence must not cost more. */
const reach = 300;

function isWithheld(sentence: string, { 0: words, index }: RegExpExecArray): boolean {
  const end = index + words.length;
  const after = sentence.slice(end, end + reach);
  if (withheld.test(sentence.slice(Math.max(0, index - reach), index)) || conditional.test(after)) return true;
  const threatened = threatTo.exec(words + after)?.[1];
  if (threatened !== undefined && !isPublic(threatened) && !isPlace(threatened)) return true;
  return /all[- ]clear/i.test(words) && takenBack.test(after);
}

interface Candidate extends Span {
  readonly value: Instruction;
}

export function toldIn(sentence: string): Told[] {
  if (/\?["”»]?\s*$/.test(sentence) || unsaid.some((one) => one.test(sentence))) return [];
  const found: Candidate[] = [];
  const ended = overIn(sentence);
  if (ended) found.push(ended);
  // What was ordered before is what is over: only what stands behind it is told now.
  const from = ended?.end ?? 0;
  for (const match of sentence.matchAll(anyPhrase)) {
    const number = match.findIndex((group, i) => i > 0 && group !== undefined) - 1;
    const phrase = phrases[number];
    if (!phrase || match.index < from) continue;
    const left = sentence.slice(Math.max(0, match.index - 500), match.index).replace(/\bcontinue to $/i, '');
    if (needless.test(left)) continue;
    const negation = not.exec(left);
    const value = negation ? phrase.negated : phrase.value;
    const rest = sentence.slice(match.index + match[0].length);
    if (value === null || notAfter.test(rest) || phrase.before?.(rest) === false) continue;
    const lead = negation ? left.slice(0, negation.index) : left;
    if (!directive(lead, left, negation !== null, sentence, found.length > 0)) continue;
    const start = match.index - (negation ? left.length - negation.index : 0);
    found.push({ start, end: match.index + match[0].length, value });
  }
  for (const match of sentence.matchAll(againstTravel))
    if (match.index >= from && !unasked.test(sentence.slice(Math.max(0, match.index - 60), match.index)))
      found.push({ start: match.index, end: match.index + match[0].length, value: 'avoid' });
  for (const one of passiveIn(sentence))
    if (one.start >= from && !found.some(({ start, end }) => start < one.end && one.start < end)) found.push(one);
  const clear = ended ? null : allClear.exec(sentence);
  if (clear && !unsure.test(sentence.slice(0, clear.index)) && !isWithheld(sentence, clear))
    found.push({ start: clear.index, end: clear.index + clear[0].length, value: 'all-clear' });
  found.sort((a, b) => a.start - b.start);
  return found.map((one, at) => ({ ...one, immediate: immediate(sentence, found, at) }));
}

/** “The airport must be evacuated.” */
const passiveIn = (sentence: string): Candidate[] =>
  passives.flatMap(({ value, words, of }) =>
    [...sentence.matchAll(words)].flatMap(({ 0: match, index }) => {
      const before = sentence.slice(Math.max(0, index - reach), index);
      const subject = before.slice(before.search(/(?:[^,;:]|,(?=\s\p{Lu}))*$/u));
      if (inDoubt.test(subject) || !of(subject)) return [];
      return [{ start: index, end: index + match.length, value }];
    }),
  );

/** That an order or a warning is over, and nothing in the sentence holds it back. */
function overIn(sentence: string): Candidate | null {
  const ended = over.exec(sentence);
  const isOpen = /\b(?:not|no|until|before|if|when|but|however|still|instead|except)\b/i.test(sentence);
  if (!ended || isOpen || isWithheld(sentence, ended)) return null;
  return { start: ended.index, end: ended.index + ended[0].length, value: 'all-clear' };
}

/**
 * `lead` stands before the verb and its “do not”, `left` before the verb alone. The verb tells somebody to do it when it opens its
 * clause, when the public “should”, or when the public is asked to; or when it is joined to a verb that does.
 */
function directive(lead: string, left: string, negated: boolean, sentence: string, follows: boolean): boolean {
  if (follows && joined.test(lead)) return true;
  if (clauseStart.test(lead) && lead.length < 500 && (lead === sentence.slice(0, lead.length) || /[;:]\s*$/.test(lead)))
    return true;
  if (/(?:,\s*|\bthen\s+|\bplease\s+)$/.test(lead) && (condition.test(clauseOf(sentence, lead)) || follows))
    return true;
  if (negated && addressed.test(lead)) return true;
  const request = asked.exec(left);
  if (request) {
    const before = left.slice(0, request.index);
    if (unasked.test(before) || whoever.test(before)) return false;
    const whom = request[1]?.trim() ?? '';
    return whom === '' || /^(?:and|or) /.test(whom) ? isPublic(subjectOf(before)) : isPublic(whom);
  }
  const needed = vital.exec(lead);
  if (needed) return !inDoubt.test(left.slice(0, needed.index)) && isPublic(needed[1] ?? needed[2] ?? 'people');
  const should = modal.exec(left) ?? (negated ? /\b(?:should|must|may|nobody|no one)[^.]{0,14}$/i.exec(left) : null);
  return should !== null && isPublic(subjectOf(left.slice(0, should.index + should[0].length)));
}

/** The sentence's own beginning when the lead reaches back to it. */
const clauseOf = (sentence: string, lead: string): string => {
  const at = sentence.indexOf(lead);
  const from = Math.max(at, 0);
  const clause = sentence.slice(from, from + lead.length);
  const last = /(?:\band\s+|[:;]\s+|,\s+(?:and\s+)?)((?:if|when|unless|until|where|because)\b[^;:]*)$/i.exec(clause);
  return last?.[1] ?? sentence.slice(0, 40);
};

/** The words of the clause before the modal: whoever they name is to do it. */
function subjectOf(left: string): string {
  const clause = left.slice(Math.max(left.lastIndexOf(';'), left.lastIndexOf(': '), 0));
  const said = clause.search(
    /(?<!\b(?:were|was|been|are|is) )\b(?:said|says|saying|told|warned)(?: that)?\b(?!.*\b(?:said|says|saying|told|warned)\b)/i,
  );
  const whole = said < 0 ? clause : clause.slice(said);
  const conjunct = /,\s*(?:and|but)\s+([^,]{4,})$/i.exec(whole);
  return conjunct?.[1] ?? whole;
}

/** The sentence says so in this verb's own part: after it, or before it back to the last “and” or comma. */
function immediate(sentence: string, all: readonly Candidate[], at: number): boolean {
  const [one, next] = [all[at] as Candidate, all[at + 1]];
  const after = sentence.slice(one.end, next?.start ?? sentence.length);
  const between = sentence.slice(all[at - 1]?.end ?? 0, one.start);
  const before = at === 0 ? between : (between.split(/\band\b|\bor\b|[,;]/i).at(-1) ?? '');
  return soon.test(after) || soon.test(before) || /^[^,;]{0,40}\bnow\b/i.test(after) || /\bnow\s*$/i.test(before);
}
