/** Where a country or its capital acts or is dealt with, its government is meant: “Washington criticised”, “a deal between Washington and the Taliban”. */
import type { Span } from '../../core/text/span.ts';

const acts = new RegExp(
  `^(?:${[
    'accus|acknowledg|advis|agree|announc|appeal|appoint|approv|argu|ask|assert|assur|back|ban|blam|block|boycott|call|cancel|caution|claim|close|condemn|confirm|consider|continu|criticis|criticiz|cut|declar|declin|defend|demand|deni|deny|denounc|deploy|design|dismiss|donat|downplay|ease|end|endors|ensur|evacuat|expel|express|extend|fail|fear|fund|halt|help|hop|impos|insist|intend|intervene|invad|invit|issu|join|keep|kept|launch|lift|maintain|mov|negotiat|offer|oppos|order|pledg|plan|prais|prepar|press|prioritis|prioritiz|promis|propos|protest|provid|pull|push|recall|recognis|recogniz|recommend|reduc|refus|reiterat|reject|release|remind|renew|repeat|report|request|reserv|respond|retaliat|reveal|sanction|seek|send|shut|sign|stop|stress|strengthen|suggest|summon|supply|support|suspect|suspend|threaten|train|tri|try|urg|veto|vow|wait|want|warn|welcom|withdraw|withhold|wish|work',
  ].join(
    '',
  )})(?:e|es|s|ed|d|ied|ies|ing|led|ted|ned|ped|red|nes|sts)?$|^(?:said|says|say|saying|told|tells|tell|sought|sent|thinks?|thought|believes?|believed|knows?|knew|made|makes|make|takes?|took|taken|led|leads|gave|gives|given|spoke|speaks|spoken|met|meets|withdrew|withdrawn|held|holds|wrote|writes|set|put|puts|chose|backs|broke|left|leaves|brought|bought|sold|fought|fights?|struck|strikes?|bombed|attacked|attacks|invaded|stands|stood|let|lets|forced|forces|hosted|hosts|votes?|voted|decides?|decided|begun|began|begins|pace|track|course|due|ready|able|willing|committed|determined)$`,
);
const auxiliary =
  /^(?:has|have|had|will|would|shall|should|could|can|may|might|must|is|are|was|were|does|do|did|been|being|be|not|never|also|now|still|already|again|repeatedly|reportedly|long|since|later|then|itself|quickly|formally|officially|strongly|recently|first|only|to|on|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
/** After these a place is where something is. */
const locative =
  /\b(?:in|at|from|near|around|across|outside|inside|within|into|over|throughout|through|of|to|toward|towards|for|on|between|via|leaving|left|visit(?:s|ed|ing)?|reach(?:es|ed|ing)?|enter(?:s|ed|ing)?|capital(?: city)?(?: of)?)(?: the| nearby| neighbou?ring| parts of)? $/i;
const agent = /\b(?:by|according to) (?:the )?$/i;
const dealings =
  'deals?|agreements?|pacts?|accords?|talks|negotiations?|relations|relationship|ties|treat(?:y|ies)|tensions?|disputes?|wars?|rift|alliance|dialogue|differences|contacts?|understanding|partnership|cooperation|ceasefire|truce';
const dealt = new RegExp(`\\b(?:${dealings})\\b(?: \\w+){0,3} (?:with|between|against)(?: [\\p{L}’'-]+){0,4} $`, 'iu');
const addressed =
  /\b(?:tell|tells|told|ask|asks|asked|urg(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|warn(?:s|ed|ing)?|blam(?:e|es|ed|ing)|press(?:es|ed|ing)?|call(?:s|ed|ing)? on|criticis(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing)|thank(?:s|ed|ing)?|allied with|loyal to|pressure on|anger at|betray(?:s|ed|ing)?) (?:the )?$/i;
const offices =
  /^['’]s?\s+(?:[\p{L}-]+\s+){0,2}(?:government|president|prime minister|premier|chancellor|minister|ministers|ministry|parliament|embassy|military|army|navy|air force|armed forces|forces|troops|officials?|authorities|ambassador|envoy|diplomats?|decision|policy|position|stance|demands?|statement|spokes\w+|foreign|defen[cs]e|interior|state department|intelligence|withdrawal|commitment|allies|ally|rulers?|leaders?|administration)\b/iu;

interface Named extends Span {
  /** The name is “US”, “U.K.” or the like. */
  readonly short: boolean;
}

const furthest = 90;

/** `of` is a country or its seat. `others` are all places named, in order, and `number` is its place among them. */
export function isMetonym(text: string, others: readonly Span[], number: number): boolean {
  const span = others[number];
  if (!span) return false;
  const named: Named = { ...span, short: /^(?:US|U\.S\.|USA|UK|U\.K\.)$/.test(text.slice(span.start, span.end)) };
  const before = text.slice(Math.max(0, listStart(text, others, number) - furthest), listStart(text, others, number));
  const own = text.slice(Math.max(0, span.start - furthest), span.start);
  const after = text.slice(listEnd(text, others, number), listEnd(text, others, number) + furthest);
  if (offices.test(text.slice(span.end, span.end + furthest))) return true;
  if (agent.test(own) || dealt.test(own) || addressed.test(own)) return true;
  if (
    named.short &&
    isAttribute(own, text.slice(span.end, span.end + furthest), others[number + 1]?.start === span.end + 5)
  )
    return true;
  if (locative.test(before)) return false;
  return actsNext(after);
}

/** “US troops”, “U.S. and allied officials”: what comes next is theirs. */
function isAttribute(before: string, after: string, placeFollows: boolean): boolean {
  if (
    /\bthe $/i.test(before) &&
    !/^[ -]+(?:\p{Lu}\p{L}+|government|military|army|embassy|state|administration|forces|troops|president|citizens?|officials?|side|led)\b/u.test(
      after,
    )
  )
    return false;
  if (/^-(?:led|backed|based|made|born|trained|funded|sponsored|\p{Ll})/u.test(after)) return true;
  if (placeFollows && /^ (?:and|or) /.test(after)) return false;
  return /^ (?!(?:in|on|at|by|for|from|with|after|before|since|until|when|where|which|who|is|was|has|have|had|were|are|but|as|than|that|this|there|last|next|if|while)\b)[\p{L}“"]/u.test(
    after,
  );
}

/** Longer lists are looked at in part. */
const longestList = 8;
const joint = /^(?:,| and|, and|,? or| &)(?: the)? $/;
function listStart(text: string, others: readonly Span[], number: number): number {
  let at = number;
  while (
    at > 0 &&
    number - at < longestList &&
    joint.test(text.slice(others[at - 1]?.end ?? 0, others[at]?.start).slice(0, 10))
  )
    at--;
  return others[at]?.start ?? 0;
}
function listEnd(text: string, others: readonly Span[], number: number): number {
  let at = number;
  while (
    at + 1 < others.length &&
    at - number < longestList &&
    joint.test(text.slice(others[at]?.end ?? 0, others[at + 1]?.start).slice(0, 10))
  )
    at++;
  return others[at]?.end ?? text.length;
}

/** The next words are a verb of doing or saying, alone or after auxiliaries and adverbs. */
function actsNext(after: string): boolean {
  const inserted = after.replace(/^, [^,.;]{3,60},/, '');
  const words = /^[ ](.*)/su.exec(inserted)?.[1]?.split(/\s+/) ?? [];
  for (const word of words.slice(0, 5)) {
    const low = word.toLowerCase().replace(/[,;:]$/, '');
    if (acts.test(low)) return true;
    if (!auxiliary.test(low)) return false;
  }
  return false;
}
