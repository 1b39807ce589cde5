/** Whether a notice calls itself a drill. Only its own plain words count: a drill taken for real is mended by a call, a real one taken for a drill is not. */
import type { Reading } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import { sentencesOf } from '../sentences.ts';

/** A whole sentence: “This is a drill.”, “This message is only a test.”, “Exercise exercise exercise”. */
const whole =
  /^\W*(?:(?:this|the following)(?: (?:message|alert|notice|warning))? is (?:only |just )?(?:an? )?(?:(?:training|evacuation|emergency|test) )?(?:drill|exercise|test)(?: (?:message|alert|only))?|(?:exercise|drill)(?:[\s,.!–—-]+(?:exercise|drill)){1,3}(?: only)?|(?:for )?(?:exercise|training|drill|test)(?: purposes)? only)\W*$/i;
/** A title that begins with the word and a sign after it: “EXERCISE – Security Alert”, “[TEST] …”. */
const titled =
  /^\W*(?:exercise|drill|test)(?: (?:only|message|alert))?\s*[\])}:–—-]|^\W*(?:test|exercise) (?:message|alert)\b/i;
/** Said anywhere, this outweighs all the rest. */
const real = /\b(?:not|no|isn[’']t|never) (?:an? )?(?:\w+ )?(?:drill|exercise|test)\b|\bnever a drill\b/i;

/** Where it says so in its title or in a sentence of its own; null when it is real, or leaves any doubt. */
export function drillIn({ document }: Reading): Span | null {
  const sentences = sentencesOf(document).filter(({ zone }) => zone !== 'boilerplate' && zone !== 'related');
  const wordsOf = ({ start, end }: Span): string => document.text.slice(start, end);
  if (sentences.some((one) => real.test(wordsOf(one)))) return null;
  const found = sentences.find(
    (one) => whole.test(wordsOf(one)) || (one.zone === 'title' && titled.test(wordsOf(one))),
  );
  return found ? { start: found.start, end: found.end } : null;
}
