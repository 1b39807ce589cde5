/** What to do if something should happen is not for now. Only where a condition surely speaks of that: any other (“if you are at the airport”, “when you get this”) leaves its order standing. */
import { familyIn } from '../../core/hazard.ts';
import type { InstructionField } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';

const ordered = `(?:told|ordered|instructed|directed|asked|advised|notified|warned|attacked|threatened|approached|evacuated)`;
/** “Leave at once” and “even if it is calm” bind nothing to a case. */
const connector =
  /(?<![\p{L}’'-])(?<!\b(?:even|as|regardless of|no matter) )(?:in (?:the )?(?:event|case) (?:of|that)|in case|if and when|if|when|whenever|(?<!\bat )once(?= (?:the|an?|all|any|you|they|it|there|told|ordered|instructed)\b)|(?=should)(?<=(?:^|[,;:•*–-]|\b(?:and|but))\s*)should(?= (?:an?|any|there|the|you|they|[a-z]+s)\b))(?![\p{L}’'-])/giu;

/** What nobody has to wait for: a message that has come, a chance to go. */
const isHere = String.raw`(?! (?:this|our|the|an?|any) (?:(?:\w+ )?(?:message|alert|notice|warning|advice|e-?mail|text|sms|letter|opportunit\w+|chance|way|gap)\b|safe\w*\b)| opportunit\w+\b)`;
/** Something that happens to people, or that they are told later. */
const happens = new RegExp(
  String.raw`^(?:in (?:the )?(?:event|case) of\b|(?:[\w.]+ ){1,4}?(?:hears?|sees?|feels?|notices?|smells?|experiences?|receives?|encounters?)\b${isHere}|(?:\w+(?: and when)?) (?:so )?(?:${ordered}|necessary|needed|required)\b|(?:\w+(?: and when)?) (?:(?:[\w.]+ ){0,2}(?:you|they|citizens|people|anyone)|\w+ \w+) (?:are|is|have been|has been|come|comes) (?:\w+ly )?(?:${ordered}|caught|under (?:attack|fire)))`,
  'i',
);
/** “If you are at the airport and hear gunfire”. */
const andHears =
  /\b(?:and|or) (?:you |they )?(?:hear|see|feel|notice|smell|experience|receive|encounter|are (?:told|ordered|instructed|asked))\b/i;
const people = String.raw`(?:you(?:['’]re|['’]ve)?|your|they(?:['’]re)?|their|those|people|citizens|nationals|families|everyone|anyone|anybody|residents|travell?ers|u\.\s?s\.|americans|britons)`;
/** Who is meant, and that they can: the danger may be named there (“if you are near the attack”). */
const selects = new RegExp(
  [
    String.raw`^[a-z]+(?: and when)? (?:not|currently|still|now|already|(?:(?:any|all|some|other|american|british|australian|u\.\s?s\.) )*${people}|in|at|near|on|inside|outside|within|around|close|there (?:is|are) no|(?:travell?|go|stay|liv|work|driv|visit|leav|return|wait|shelter)ing)(?![\p{L}’'-])`,
    String.raw`\b(?:possible|safe|safely|able|feasible|permits?|permitted|allows?|practical|can do so)\b`,
  ].join('|'),
  'iu',
);
/** What may come, beside the dangers that have a name. */
const comes =
  /\b(?:sirens?|alarms?|signals?|shots?|shooting|gunfire|smoke|violence|clash(?:es)?|fire|water|looting|panic|orders?|instructions?|worsen\w*|worse|deteriorat\w*|escalat\w*|tensions?|emergenc(?:y|ies)|danger\w*|threat\w*|(?:begin|start|resume|erupt|occur|happen|explode|rise|sound|break|strike|hit|change|approache?)s?)\b/i;
/** “When the fighting began” tells what was. */
const told =
  /\b(?:was|were|had|did|began|broke|came|took|fell|went|hit|struck|blew|got)\b|(?<!\b(?:is|are|be|been|being|has|have)(?: \w+ly)? )\b\p{Ll}{2,}ed\b/iu;

const isCase = (clause: string): boolean => {
  const words = clause.replace(/^in (?:the )?(?:(?:event|case) that|case(?! of\b))/i, 'if');
  if (happens.test(words) || andHears.test(words)) return true;
  if (selects.test(words) || (/^(?:when|whenever|once)\b/i.test(words) && told.test(words))) return false;
  return familyIn(words) !== null || comes.test(words);
};

/** No instruction stands further from the head of its sentence. */
const reach = 2500;

/** `all`: the instructions of its issuer. A condition holds for what follows it where it leads, else for the one before it. */
export function isForACase(
  { value, start, end, sentence }: InstructionField,
  all: readonly (Span & { readonly sentence: Span })[],
): boolean {
  if (value === 'all-clear' || value === 'prepare' || value === 'monitor') return false;
  const text = sentence.text.slice(0, reach);
  const own = { start: start - sentence.start, end: end - sentence.start };
  const others = all
    .filter((one) => one.sentence.start === sentence.start && one.start !== start)
    .map((one) => ({ start: one.start - sentence.start, end: one.end - sentence.start }));
  const leads = (at: number): boolean => {
    const before = text.slice(0, at).trimEnd();
    if (/^[\s•*–-]*$|[;:]$/.test(before)) return true;
    const isSetOff = /(?:,|\b(?:and|but|that))$/i.test(before);
    if (!isSetOff) return others.concat(own).every((one) => one.start > at) && connectorAtStart.test(text);
    const next = others.concat(own).filter((one) => one.start > at);
    return next.length > 0 && text.slice(at, Math.min(...next.map((one) => one.start))).includes(',');
  };
  return [...text.matchAll(connector)].some(({ index: at }) => {
    if (!isCase(clauseAt(text, at))) return false;
    if (leads(at)) return own.start > at && !text.slice(at, own.start).includes(';');
    const isPrecaution = /^in case (?!of\b|that\b)/i.test(text.slice(at));
    return at >= own.end && !isPrecaution && !otherClause.test(text.slice(own.end, at)) && nearest(at, own, others);
  });
}

const connectorAtStart = /^[\s•*–-]*(?:in (?:the )?(?:event|case)|if|when|whenever|once|should)\b/i;

/** “Leave, and call us if …” binds the call; “leave now” is for now, whatever follows. */
const otherClause =
  /\bto (?:be|stay|remain|keep|avoid|ensure|protect|make|help)\b|\bnow\b|\b(?:and|or|then|but)\s+(?!(?:the|its|all|any|other|nearby|surrounding|your|their|\w+ly)\b|\p{Lu})\S|,\s*\S|[;:]/u;

const nearest = (at: number, own: Span, others: readonly Span[]): boolean =>
  !others.some((one) => one.start > own.start && one.start < at);

/** Up to its comma, or the end of what it could reach. */
const clauseAt = (text: string, at: number): string => /^[^,;:–—]{0,200}/.exec(text.slice(at))?.[0] ?? '';
