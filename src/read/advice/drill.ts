/** Whether a notice calls itself a drill. Only its own plain words count: a drill taken for real is mended by a call, a real one taken for a drill is not. */
import type { Reading } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import { sentencesOf } from '../sentences.ts';

/** A whole sentence: “This is a drill.”, “This message is only a test.”, “Exercise exercise exercise”. */
const whole =
  /^\W*(?:(?:this|the following)(?: (?:message|alert|notice|warning))? is (?:only |just )?(?:an? )?(?:(?:training|evacuation|emergency|test) )?(?:drill|exercise|test)(?: (?:message|alert|only))?|(?:exercise|drill)(?:[\s,.!–—-]+(?:exercise|drill)){1,3}(?: only)?|(?:for )?(?:exercise|training|drill|test)(?: purposes)? only)\W*$/i;
/** A title that begins with the word in capitals or brackets: “EXERCISE – Security Alert”, “[Test] …”, “Test message”. */
const titled = [
  /^\W*(?:EXERCISE|DRILL|TEST)(?: (?:ONLY|MESSAGE|ALERT))?(?:\s*[\])}:–—]|\s+-\s|$)/,
  /^\W*[[({](?:exercise|drill|test)[\])}]/i,
  /^\W*test message\b/i,
];
/** Said anywhere, this outweighs all the rest. */
const real = /\b(?:not|no|isn[’']t|never) (?:an? )?(?:\w+ )?(?:drill|exercise|test)\b|\bnever a drill\b/i;
/** What may be meant so: “This was part of an exercise”, “Exercise: …”, “Security Alert (EXERCISE)”. */
const perhaps = [
  /\b(?:this|the following)(?: (?:message|alert|notice|warning))? (?:is|was) (?:only |just |part of )?(?:an? )?(?:\w+ )?(?:drill|exercise|test)\b(?! of\b)/i,
  /\b(?:exercise|drill)(?:[\s,.!–—-]+(?:exercise|drill)){2}\b/i,
];
const perhapsTitled = [
  /^\W*(?:exercise|drill|test)(?: (?:only|message|alert))?(?:\s*[:–—]|\s+-\s)/i,
  /[[({](?:exercise|drill|test)(?: only)?[\])}]|[–—:-]\s*(?:EXERCISE|DRILL|TEST)(?: ONLY)?\W*$/,
];

export interface Drill extends Span {
  /** false: it may be meant so, and counts as real. */
  readonly isPlain: boolean;
}

/** Where it says so in its title or in a sentence of its own; null when it says nothing of the kind. */
export function drillIn({ document }: Reading): Drill | null {
  const sentences = sentencesOf(document)
    .filter(({ zone }) => zone !== 'boilerplate' && zone !== 'related')
    .map(({ start, end, zone, block }) => ({
      ...{ start, end, words: document.text.slice(start, end), isTitle: zone === 'title' },
      isLead: (zone === 'body' || zone === 'list') && document.blocks[block]?.path !== 'location',
    }));
  const own = sentences.filter(({ words }) => !real.test(words));
  const says = (inTitle: readonly RegExp[], anywhere: readonly RegExp[]) =>
    own.find(({ words, isTitle }) => [...(isTitle ? inTitle : []), ...anywhere].some((one) => one.test(words)));
  // “The embassy will sound its sirens at noon. This is only a test.”: later in a text “this” may be what was spoken of before.
  const first = sentences.find(({ isLead }) => isLead);
  const isOfNotice = ({ start, words }: (typeof sentences)[number]): boolean =>
    start === first?.start || !/^\W*this is\b/i.test(words);
  const plain = own.find(
    (one) =>
      (one.isTitle && titled.some((title) => title.test(one.words))) || (whole.test(one.words) && isOfNotice(one)),
  );
  const found = plain ?? says(perhapsTitled, perhaps);
  return found
    ? { start: found.start, end: found.end, isPlain: found === plain && own.length === sentences.length }
    : null;
}
