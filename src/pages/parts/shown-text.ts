/** Makes a stranger's text safe to look at: nothing in it can reorder, hide or overrun the words around it. */

/** Subtags of languages that are written from right to left. */
const rightToLeft = /^(ar|arc|bal|ckb|dv|fa|fas|glk|he|ks|lrc|mzn|pbt|pbu|prs|ps|pus|sd|syr|ug|ur|urd|uz-AF|yi)(-|$)/i;
const tag = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i;

/** A language tag that may stand in `lang`, else undefined. */
export const langOf = (language: string | null): string | undefined => {
  const text = language?.trim() ?? '';
  return tag.test(text) ? text : undefined;
};

/** `rtl` where the language says so; otherwise the browser looks at the first strong letter. */
export const dirOf = (language: string | null): 'rtl' | 'auto' =>
  rightToLeft.test(language?.trim() ?? '') ? 'rtl' : 'auto';

const named = (char: string): string =>
  `\u27e8U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}\u27e9`;

/** Controls that have no business in a sentence (tab and line ends have). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb]/g;

/**
 * The text with every override and every unmatched closing mark written out, and every open embedding or isolate closed.
 * Marks that are used well (a left-to-right number in a Dari sentence) stay.
 */
export function calm(text: string): string {
  const open: string[] = [];
  let out = '';
  for (const char of text.replace(controls, named)) {
    if (char === '\u202d' || char === '\u202e') out += named(char);
    else if (char === '\u202a' || char === '\u202b') out += opened(char, '\u202c');
    else if (char === '\u2066' || char === '\u2067' || char === '\u2068') out += opened(char, '\u2069');
    else if (char === '\u202c' || char === '\u2069') out += open.at(-1) === char ? (open.pop() ?? '') : named(char);
    else out += char;
  }
  return out + open.reverse().join('');

  function opened(char: string, closing: string): string {
    open.push(closing);
    return char;
  }
}

/** Every bidirectional control written out: for a source's bytes, where what stands there is the point. */
export const laidBare = (text: string): string =>
  text.replace(controls, named).replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, named);

/** At most `max` characters, cut between words where there are words, with an ellipsis. White space becomes one space. */
export function clipped(text: string, max: number): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  const points = [...plain.slice(0, max * 2)];
  if (points.length <= max && plain.length <= max * 2) return plain;
  const cut = points.slice(0, max - 1).join('');
  const word = cut.lastIndexOf(' ');
  return `${cut.slice(0, word > cut.length / 2 ? word : undefined).trimEnd()}…`;
}

const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name of theirs in a sentence of ours, at most `max` characters: one from right to left is kept apart from the words around it. */
export function isolated(text: string, max: number): string {
  const shown = calm(clipped(text, max));
  return fromRight.test(shown) ? `\u2068${shown}\u2069` : shown;
}

/** A source's words in the marks of the direction they begin in, where the marks are part of the line. */
export function inMarks(text: string, max: number): string {
  const shown = calm(clipped(text, max));
  const [first = ''] = /\p{L}/u.exec(shown) ?? [];
  const [open, close] = fromRight.test(first) ? ['«', '»'] : ['“', '”'];
  return `${open}${shown}${close}`;
}

/** The marks that stand around a source's words. Guillemets turn with the text; the English ones do not. */
export const quotesOf = (language: string | null): readonly [string, string] =>
  dirOf(language) === 'rtl' ? ['«', '»'] : ['“', '”'];
