/** How somebody stands to what he says. */
import type { Stance } from '../../core/text/reading.ts';
import { hasPassed } from '../words/passed.ts';

const denying =
  /\b(den(y|ies|ied|ying)|dismiss(es|ed|ing)?|reject(s|ed|ing)?|refut(es?|ed|ing)|rul(es?|ed|ing) out|disput(es?|ed|ing))\b/i;
const asking =
  /\b(ask(s|ed|ing)?|urg(es?|ed|ing)|call(s|ed|ing)? (only )?(for|on)|demand(s|ed|ing)?|appeal(s|ed|ing)?|request(s|ed|ing)?|advis(es?|ed|ing)|order(s|ed|ing)?|recommend(s|ed|ing)?|caution(s|ed|ing)? against)\b/i;
const wanting =
  /\b(want(s|ed|ing)?|wish(es|ed|ing)?|hop(es?|ed|ing)|intend(s|ed|ing)?|plan(s|ned|ning)?|promis(es?|ed|ing)|vow(s|ed|ing)?|pledg(es?|ed|ing)|seek(s|ing)?|sought|threaten(s|ed|ing)?|prefer(s|red)?)\b/i;
/** Words that make a danger small. */
const belittling =
  /\b(nuisances?|exaggerat\w+|overblown|under control|nothing (more|but|to worry|to fear)|no (more than|cause for|reason (for|to) (alarm|panic|concern|worry|fear)|need to (panic|worry))|trivial|isolated incident|play(s|ed|ing)? down|downplay\w*)\b/i;
const onlyOf = /\b(only|merely|just|simply)\b/i;
const negation =
  /^(that )?(there (was|were|is|are|has been|had been) (no|not|never)\b|it (was|is) not\b|no (\w+ ){1,3}(has|have|had|was|were|is|are)\b)/i;
/** That it never happened: “the explosion did not happen”, “reports of an attack are false”. */
const untrue =
  /\b(?:did not|didn['’]t|has not|had not|have not|never) (?:happen|occur|take place|attack|bomb|shell|strike|carry out|open fire|fire|taken place|happened|occurred|attacked|bombed|shelled|struck|carried out|fired)\b|\b(?:was|were) not (?:behind|involved|responsible)\b|\b(?:reports?|rumou?rs?|claims?|allegations?|accusations?|videos?)\b[^.;,]{0,80}\b(?:is|are|was|were) (?:false|untrue|wrong|incorrect|not true|unfounded|baseless|fake|a lie|lies|a hoax|fabricated)\b/i;

/** `cue` and `content` as they stand in the text. */
export function stanceOf(cue: string, content: string): Stance {
  if (belittling.test(content) || belittling.test(cue)) return 'plays-down';
  if (/\b(spoke|speaks?|talked|talks?) /i.test(cue) && onlyOf.test(cue)) return 'plays-down';
  if (denying.test(cue) || negation.test(content) || untrue.test(content) || hasPassed(content)) return 'denies';
  if (asking.test(cue)) return 'asks';
  return wanting.test(cue) ? 'wants' : 'asserts';
}
