/** A stranger's words made fit to stand among ours: nothing in them can hide, reorder, break out of their line or go on for ever. */

/**
 * Controls, marks that override the direction of text, invisible tags. Marks that Arabic and Indic scripts need
 * (joiners, left-to-right and right-to-left marks) stay.
 */
const harmful = /[\p{Cc}\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const rightToLeftLetter =
  /[\u200f\u061c\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Paragraphs as written, without anything harmful; line ends are LF, at most one empty line stands in a row. */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').replace(harmful, '').replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The same on one line, at most `most` characters. */
export function oneLine(text: string, most: number): string {
  const line = plain(text).replace(/\s+/g, ' ');
  return line.length <= most ? line : `${line.slice(0, endOfWord(line, most - 1)).trimEnd()}…`;
}

/** The text up to a fair place (the end of a sentence, else of a word) and how many characters were left out. */
export function cutFairly(text: string, most: number): { text: string; leftOut: number } {
  if (text.length <= most) return { text, leftOut: 0 };
  const head = text.slice(0, most);
  const sentences = [...head.matchAll(/[.!?。؟।]["”»)]?\s|\n/g)];
  const last = sentences.at(-1);
  const endOfSentence = last ? last.index + last[0].length : 0;
  const end = endOfSentence > most / 2 ? endOfSentence : endOfWord(text, most);
  const kept = text.slice(0, end).trimEnd();
  return { text: kept, leftOut: text.length - kept.length };
}

/** Where to cut so that no word and no character falls apart. */
function endOfWord(text: string, most: number): number {
  const space = text.lastIndexOf(' ', most);
  if (space > most / 2) return space;
  const before = text.charCodeAt(most - 1);
  return before >= 0xd800 && before <= 0xdbff ? most - 1 : most;
}

/** By the first letter, as browsers do: what the words are tells more than the language they are labelled with. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return rightToLeftLetter.test(letter) ? 'rtl' : 'ltr';
}

const doubleMark = '["“”„‟«»＂〝〞〟″‶ʺˮ˝]';
const opening = new RegExp(`(^|[\\s([{‘—–-])${doubleMark}`, 'gu');
const anyDouble = new RegExp(doubleMark, 'gu');

/** Quotation marks within a quotation become single ones, so that no words can end their own. */
const single = (text: string): string =>
  text
    .replace(opening, '$1‘')
    .replace(anyDouble, '’')
    .replace(/['‘’‛‚`´′]{2,}/gu, (run) => run.slice(0, 1)); // two in a row look like a double one

/** In quotation marks that fit the direction: guillemets turn with Arabic and Hebrew text, the English ones do not. */
export const quoted = (text: string): string =>
  directionOf(text) === 'rtl' ? `«${single(text)}»` : `“${single(text)}”`;

/** Keeps right-to-left words from reordering our own around them; other words stay as they are. */
export const isolated = (text: string): string => (rightToLeftLetter.test(text) ? `\u2068${text}\u2069` : text);

/** A language tag (BCP 47 by its form) that may stand in an attribute, or '' for unknown. */
export const languageTag = (language: string | null): string => {
  const tag = language?.trim() ?? '';
  return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag) ? tag : '';
};
