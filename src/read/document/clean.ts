/** Text as it came, without what no reader can see or what only a machine obeys. Spans are offsets into what this gives. */
import type { Findings } from '../../core/finding.ts';

/** Longer texts are cut here, in UTF-16 units. */
export const longestText = 6 * 1024 * 1024;

/** C0 and C1 controls but tab and line feed, and surrogates without their half. */
const control = '[\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f]|\\p{Cs}';
/** Marks that turn the direction of text and so can make it show other words than it holds. */
const turning = '[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u206f]';
/** Marks without width that can hide in a word. The joiners U+200C and U+200D are letters' own in many scripts; after Latin ones and digits they say nothing. */
const unseen =
  '[\\u00ad\\u180e\\u200b\\u2060-\\u2064\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]|(?<=[\\p{Script=Latin}\\p{Nd}])[\\u200c\\u200d]+';
/** What is no plain line feed but ends a line. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

const any = new RegExp(`${control}|${turning}|${unseen}`, 'u');
const controls = new RegExp(control, 'gu');
const turns = new RegExp(turning, 'gu');
const hidden = new RegExp(unseen, 'gu');

/** Never throws. Lines end with LF afterwards. */
export function cleanText(raw: string, findings: Findings): string {
  const text = cutTo(longestText, raw, findings).replace(lineEnds, '\n');
  if (!any.test(text)) return text;
  const without = (from: string, what: RegExp, code: string, message: (count: number) => string): string => {
    let count = 0;
    const to = from.replace(what, (found) => {
      count += [...found].length;
      return '';
    });
    if (count > 0) findings.add('info', code, message(count));
    return to;
  };
  const seen = without(
    text,
    turns,
    'document.direction-marks',
    (count) => `${count} marks that turn the direction of text were left out: they can make it show other words.`,
  );
  const plain = without(
    seen,
    hidden,
    'document.unseen-marks',
    (count) => `${count} marks without width were left out.`,
  );
  return without(plain, controls, 'document.controls', (count) => `${count} control characters were left out.`);
}

/** Never ends in half a character. `what` is cut: the text, or the markup that it stands in. */
export function cutTo(longest: number, text: string, findings: Findings, what: 'text' | 'markup' = 'text'): string {
  if (text.length <= longest) return text;
  const high = text.charCodeAt(longest - 1);
  const kept = text.slice(0, high >= 0xd800 && high <= 0xdbff ? longest - 1 : longest);
  noteCut(text.length, kept.length, findings, what);
  return kept;
}

/** Says how much was read of what. */
export function noteCut(whole: number, read: number, findings: Findings, what: 'text' | 'markup' = 'text'): void {
  const message = `The document’s ${what} is ${whole} characters long; only the first ${read} were read, the last ${whole - read} were not. Look at the source for them.`;
  findings.add('warning', 'document.cut', message);
}

/**
 * One finding for the text that a page holds and does not show. It is never read: who looks at the page would not know of it, and
 * whoever writes a warning shows it.
 */
export function noteUnshown(characters: number, findings: Findings): void {
  if (characters === 0) return;
  const message = `${characters} characters of text that the page does not show were not read: it hides them, or they stand in a drawing, in a form or for browsers without scripts. Look at the source for them.`;
  findings.add('info', 'document.unshown', message);
}
