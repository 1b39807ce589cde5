/** Text as it came, without what no reader can see or what only a machine obeys. Spans are offsets into what this gives. */
import type { Findings } from '../../core/finding.ts';

/** Longer texts are cut here, in UTF-16 units. */
export const longestText = 4 * 1024 * 1024;

/** C0 and C1 controls but tab and line feed, and surrogates without their half. */
const control = '[\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f]|\\p{Cs}';
/** Marks that turn the direction of text and so can make it show other words than it holds. */
const turning = '[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u206f]';
/** Marks without width that can hide in a word. The joiners U+200C and U+200D are letters' own in many scripts and stay. */
const unseen = '[\\u00ad\\u180e\\u200b\\u2060-\\u2064\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]';
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
    const to = from.replace(what, () => {
      count++;
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

/** Never ends in half a character. */
export function cutTo(longest: number, text: string, findings: Findings): string {
  if (text.length <= longest) return text;
  findings.add(
    'warning',
    'document.cut',
    `The document has ${text.length} characters; only the first ${longest} were read. Look at the source for the rest.`,
  );
  const high = text.charCodeAt(longest - 1);
  return text.slice(0, high >= 0xd800 && high <= 0xdbff ? longest - 1 : longest);
}
