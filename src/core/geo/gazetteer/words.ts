/** The words of running text, one after the other: a scanner that does with a few comparisons what `nameWord` says. */

/** 1 letters and digits, 2 apostrophes, 0 the rest; ASCII. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[A-Za-z0-9]/.test(char) ? 1 : /['`]/.test(char) ? 2 : 0;
});
const apostrophes = '’‘ʻʼ´';
const inWord = /[\p{L}\p{M}\p{N}]/u;

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return kinds[code] as number;
  if (Number.isNaN(code)) return 0;
  if (apostrophes.includes(text[at] as string)) return 2;
  const point = text.codePointAt(at) as number;
  return inWord.test(String.fromCodePoint(point)) || (code >= 0xdc00 && code <= 0xdfff) ? 1 : 0;
}

const isUpper = (code: number): boolean => code >= 65 && code <= 90;

/** End of the word that begins at `start`; `start` itself when none does. */
export function wordEnd(text: string, start: number): number {
  if (kindAt(text, start) !== 1) return start;
  const initials = initialsEnd(text, start);
  if (initials > start) return initials;
  let at = start + 1;
  for (;;) {
    const kind = kindAt(text, at);
    if (kind === 0 || (kind === 2 && kindAt(text, at + 1) !== 1)) return at;
    at++;
  }
}

/** The end of `U.S.` and the like; `start` when fewer than two stand there. */
function initialsEnd(text: string, start: number): number {
  let at = start;
  while (isUpper(text.charCodeAt(at)) && text.charCodeAt(at + 1) === 46) at += 2;
  return at - start >= 4 ? at : start;
}

/** Start of the next word at or after `from`; the length of the text when there is none. */
export function wordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) !== 1) at++;
  return at;
}
