/** Whether a sentence says that something happened, may happen, did not, or is taken back. */
import type { EventRead } from '../../../core/text/reading.ts';

const takenBack =
  /\b(?:withdrawn|withdr[ae]ws?|retract\w*|no longer (?:believes?|thinks?|stands?|assumes?)|(?:earlier|previous|initial|first) (?:reports?|statements?|accounts?|claims?)\b[^.;]{0,80}\b(?:wrong|incorrect|false|mistaken|inaccurate|in error|not true))\b/i;
export const correcting = /\b(?:correct(?:s|ed|ing|ion)?|withdr[ae]ws?|retract\w*)\b/i;
const negated =
  /\b(?:no|not|never|without|neither|nor)\s+(?:\p{L}+\s+){0,3}$|\b(?:did|was|were|has|had|have|is)(?:n['’]t| not| never) (?:\p{L}+ ){0,4}$/iu;
const ahead =
  /\b(?:risks?|threats?|threaten(?:s|ed|ing)?|danger|could|may|might|would|will|likely|possible|possibly|possibility|potential|planned|plans?|planning|plot(?:s|ted|ting)?|expected|imminent|fears?|feared|warn(?:s|ed|ing)?|prevent|avoid|against|if|another attack is|try to|in case of|preparing|intend\w*|under threat)\b/i;
const behind = /\b(?:likely|possible|imminent|expected|feared|may|might|could|will|would|planned)\b/i;
const past =
  /\b(?:was|were|has|have|had|took place|occurred|happened|killed|injured|wounded|confirmed|reported|blamed|carried out|claimed|suffered|opened|after|since|credited|part of|hit|struck|there (?:was|were|has been|have been))\b/i;

/** `before` and `after` are the sentence (or what is said in it) around the word that names the event; `title` is the document's. */
export function statusOf(before: string, after: string, denies: boolean, title: string): EventRead['status'] {
  const whole = `${before} ${after}`;
  if (takenBack.test(whole)) return 'withdrawn';
  const not = negated.test(before.slice(-60)) || denies;
  if (not) return correcting.test(title) || takenBack.test(title) ? 'withdrawn' : 'denied';
  const near = before.slice(-70);
  if (
    ahead.test(near.replace(/\b(?:may|will) \d/gi, '')) &&
    !/\b(?:killed|confirmed|after|blamed for|credited with)\b[^,;]{0,50}$/i.test(near)
  )
    return 'threatened';
  const follows = /^[^,;.:]{0,60}/.exec(after)?.[0] ?? '';
  if (behind.test(follows)) return 'threatened';
  return past.test(whole) || !/\b(?:is|are)\b/i.test(whole) ? 'happened' : 'happened';
}
