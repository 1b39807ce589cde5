/** Whether a sentence says that something happened, may happen, did not, or is taken back. */
import type { EventRead } from '../../../core/text/reading.ts';

/** Troops withdraw too: only a report, a statement, a claim or an account is taken back. */
const word = `(?:reports?|statements?|accounts?|claims?|allegations?|assertions?|versions?|stor(?:y|ies)|announcements?)`;
const takenBack = new RegExp(
  [
    String.raw`\b${word}\b[^.;]{0,80}\b(?:(?:is|are|was|were|been|being) (?:now )?(?:withdrawn|retracted|taken back)|wrong|incorrect|false|mistaken|inaccurate|in error|not true)\b`,
    String.raw`\b(?:withdr[ae]ws?|withdrawn|withdrawing|retract(?:s|ed|ing)?|takes? back|took back)\b (?:its|their|his|her|the|that|this|an?|all|any)?\s?(?:\p{L}+ ){0,2}${word}\b`,
    String.raw`\bno longer (?:believes?|thinks?|stands? by|assumes?)\b`,
  ].join('|'),
  'iu',
);
export const correcting = new RegExp(String.raw`\bcorrect(?:s|ed|ing|ion)?\b|${takenBack.source}`, 'iu');
const negated =
  /\b(?:no|not|never|without|neither|nor)\s+(?:\p{L}+\s+){0,3}$|\b(?:did|was|were|has|had|have|is)(?:n['’]t| not| never) (?:\p{L}+ ){0,4}$/iu;
const negatedAfter =
  /^[^,;.:]{0,60}?\b(?:did not|didn['’]t|never) (?:happen|occur|take place|happened|occurred|took place)\b/i;
const ahead =
  /\b(?:risks?|threats?|threaten(?:s|ed|ing)?|danger|could|may|might|would|will|likely|possible|possibly|possibility|potential|planned|plans?|planning|plot(?:s|ted|ting)?|expected|imminent|fears?|feared|warn(?:s|ed|ing)?|prevent|avoid|against|if|another attack is|try to|in case of|preparing|intend\w*|under threat)\b/i;
const behind = /\b(?:likely|possible|imminent|expected|feared|may|might|could|will|would|planned)\b/i;
/** `before` and `after` are the sentence (or what is said in it) around the word that names the event; `title` is the document's. */
export function statusOf(before: string, after: string, denies: boolean, title: string): EventRead['status'] {
  const whole = `${before} ${after}`;
  if (takenBack.test(whole)) return 'withdrawn';
  const not = negated.test(before.slice(-60)) || negatedAfter.test(after) || denies;
  if (not) return correcting.test(title) || takenBack.test(title) ? 'withdrawn' : 'denied';
  const near = before.slice(-70);
  if (
    ahead.test(near.replace(/\b(?:may|will) \d/gi, '')) &&
    !/\b(?:killed|confirmed|after|blamed for|credited with)\b[^,;]{0,50}$/i.test(near)
  )
    return 'threatened';
  const follows = /^[^,;.:]{0,60}/.exec(after)?.[0] ?? '';
  if (behind.test(follows)) return 'threatened';
  return 'happened';
}
