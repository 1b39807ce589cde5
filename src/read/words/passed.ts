/** Words that a danger is no longer, or not, there: “the threat has passed”, “there is no current threat of an attack”. */

const danger = `(?:threats?|dangers?|risks?|emergency|hazard)`;
const kind = `(?:an? |any |longer |current(?:ly)? |immediate |known |specific |credible |further |imminent |present |ongoing |remaining |more |apparent |security |terrorist |terror |direct |active |such )*`;
/** What is no longer high may still be there. */
const graded = `(?:${kind}(?:high |severe |acute |serious |significant |real |growing |increased |heightened |elevated |and )){0,4}${kind}`;
/** The clause of the danger, up to another one. */
const rest = String.raw`(?:(?! (?:but|and|while|although|though|however|yet)\b)[^,;.:–—\n]){0,120}`;
const past = String.raw`(?:(?:has|have|had) (?:now |since )?(?:passed|ended|subsided|gone|disappeared|vanished|been (?:resolved|lifted|removed|averted|contained|eliminated))|(?:is|are|was|were) (?:now )?(?:over|past|gone)(?=\s*(?:[.,;:!?)”"]|$)|\s+(?:and|now|but|at|in|for|on|near)\b)|no longer exists?)\b`;
const over = String.raw`\b${danger}(?: (?!but\b|and\b|which\b|who\b|that\b)[\w’'-]+){0,8}? ${past}`;
const ended = String.raw`\b(?:no longer (?:is |are )?${kind}${danger}\b|${over})`;
const none = new RegExp(
  String.raw`\b(?:(?:no|not (?:a|any|aware of any)|never (?:a|any)) ${graded}${danger}\b${rest}|no longer (?:is |are )?(?:under|in|at) ${danger}\b${rest})|${ended}`,
  'giu',
);
const passed = new RegExp(ended, 'iu');
/** Looked for first: most sentences name no danger. */
const named = new RegExp(danger, 'i');

/** What stands before such words when they are not said for certain. */
export const unsure =
  /\b(?:not|no|nobody|none|never|until|unless|before|if|when|once|after|whether|assume|believe|think|hopes?|too early|claim\w*|rumou?r\w*|posts?|alleg\w*|a?wait\w*|expect\w*|will|would)\b|n['’]t\b/i;

const said = (words: string, index: number): boolean => !unsure.test(words.slice(Math.max(0, index - 80), index));

/** The same words with those blanked by which a danger is said not to be there; offsets stay. */
export const withoutPassed = (words: string): string =>
  named.test(words)
    ? words.replace(none, (found: string, index: number) => (said(words, index) ? ' '.repeat(found.length) : found))
    : words;

/** Whether they say that a danger was there and no longer is. */
export function hasPassed(words: string): boolean {
  const found = passed.exec(words);
  return found !== null && said(words, found.index);
}
