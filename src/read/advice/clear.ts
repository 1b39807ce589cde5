/**
 * Whether a notice is an all-clear and nothing else. Only such a one ends a warning by itself: a word too many may mean that part of the
 * danger is left, that somebody else said it, or that it is no longer true. So words are allowed one by one, and whatever is
 * worded otherwise is left for a person.
 */
import { familyIn } from '../../core/hazard.ts';
import { toldIn } from '../rules/warnings/instructions.ts';
import { sentencesOf } from '../sentences.ts';
import { withoutPassed } from '../words/passed.ts';

/** What an all-clear is made of, beside names, days, hours and dangers. */
const allowed = new Set(
  [
    'a an the this that these there it its our we us all clear given gives give issued issues declared declares sounded sounds',
    'is are was were has have been be now since today tonight hereby also therefore normal',
    'at in for from of to on near around by with and as am pm utc local time',
    'threat threats danger dangers risk emergency hazard hazards alert alerts warning warnings notice notices advice advisory advisories',
    'security order orders instruction instructions recommendation recommendations earlier previous shelter shelter-in-place place',
    'leave avoid evacuate evacuation depart stay away inside indoors attack attacks',
    'passed ended over past lifted cancelled canceled withdrawn rescinded removed resolved subsided averted contained safe situation returned',
    'may can return go back resume travel enter use come home homes outside reopen open reopened operations activities movement',
    'citizens citizen americans people residents everyone everybody public travelers travellers you your',
    'embassy consulate government authorities police city province district area areas town airport port station gate gates road roads',
    'center centre building hotel river valley coast country region island',
  ].flatMap((line) => line.split(' ')),
);

/** Asks to go on being careful, which takes nothing back. */
const careful =
  /,?\s*(?:\b(?:but|and)\s+)?(?:\b(?:U\.\s?S\. citizens|citizens|people|residents|everyone|you)\s+)?\b(?:please |should |are advised to |are urged to )*(?:continue to )?(?:remain|stay|be) (?:vigilant|alert|cautious)\b|,?\s*(?:\band\s+)?(?:\bshould\s+)?(?:continue to )?monitor (?:the )?(?:local )?(?:media|news)(?: for updates)?/gi;

/** What such words in another sentence could take back. */
const reserve =
  /\b(?:not|until|unless|except(?:ing)?|however|still|again|only|another|further|second|remains? (?:in|under|a|an|the|high)|if|false|fake|rumou?rs?|hoax)\b|n['’]t\b|\b(?:may|can|safe)\b.*\b(?:tomorrow|tonight|later|soon|once|after|before|when)\b/i;

/** What was announced and then taken back. */
const takenBack = /\ball[- ]clear\b.*\b(?:withdrawn|lifted|cancell?ed|rescinded|removed|ended|over|past|passed)\b/i;

/** `words`: the text of one notice, its title left out. */
export function isPlainClear(words: string): boolean {
  const text = words.replaceAll('’', "'");
  const block = { start: 0, end: text.length, zone: 'body' as const };
  const sentences = sentencesOf({
    ...{ text, blocks: [block], title: null, language: null, publisher: null, publishedAt: null, day: null },
  }).map(({ start, end }) => text.slice(start, end));
  let isClear = false;
  for (const sentence of sentences) {
    const values = toldIn(sentence).map(({ value }) => value);
    if (values.includes('all-clear')) {
      if (values.some((value) => value !== 'all-clear' && value !== 'monitor') || !isPlain(sentence)) return false;
      isClear = true;
    } else if (values.some((value) => value !== 'monitor') || takesBack(sentence)) return false;
  }
  return isClear;
}

function isPlain(sentence: string): boolean {
  if (/[?"“”«»;]/.test(sentence) || takenBack.test(sentence)) return false;
  const rest = sentence
    .replace(careful, ' ')
    .replace(/\bno longer\b|\bU\.\s?S\.|\bat this time\b|\b(?:with )?immediate effect\b/gi, ' ')
    .replace(/\bexists?\b/gi, ' ');
  const words = rest.match(/[\p{L}\p{N}'-]+/gu) ?? [];
  return words.every((word, index) => {
    const small = word.toLowerCase();
    const isName = index > 0 && /^\p{Lu}/u.test(word);
    return allowed.has(small) || /\d/.test(word) || isName || familyIn(word) !== null || small === 'all-clear';
  });
}

/** It names a danger that it does not say to be over, or holds something back. */
const takesBack = (sentence: string): boolean => {
  const open = withoutPassed(sentence);
  return (
    /\b(?:threats?|dangers?|dangerous|risks?|hazards?)\b/i.test(open) ||
    familyIn(open) !== null ||
    reserve.test(sentence)
  );
};
