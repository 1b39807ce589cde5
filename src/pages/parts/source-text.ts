/** The bytes of a report as text to show, cut honestly where there is too much of it. */

export type SourceText =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  /** No text: the first bytes in hexadecimal. */
  | { readonly kind: 'bytes'; readonly hex: string };

/** Text by its byte order mark, else UTF-8. Bytes that are neither, or hold NUL, are shown as bytes. */
export function sourceText(bytes: Uint8Array): SourceText {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  const hex = [...bytes.slice(0, 256)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  if (bytes.length === 0) return { kind: 'bytes', hex };
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
    return text.includes('\u0000') ? { kind: 'bytes', hex } : { kind: 'text', text, encoding: encoding.toUpperCase() };
  } catch {
    return { kind: 'bytes', hex };
  }
}

export type Shown =
  /** `left`: characters of the line that are not shown. Lines count from 1. */
  | { readonly kind: 'line'; readonly number: number; readonly text: string; readonly left: number }
  | { readonly kind: 'gap'; readonly lines: number };

const wholeLines = 1500;
const wholeCharacters = 300_000;
const lineCharacters = 40_000;

/**
 * The lines to show: the beginning, and every wanted line with one on either side, however far down (at most 500 of them);
 * gaps say how much is left out. Wanted lines count from 1.
 */
export function linesShown(text: string, wanted: readonly number[]): { parts: Shown[]; total: number; cut: boolean } {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  const near = new Set(wanted.slice(0, 500).flatMap((line) => [line - 1, line, line + 1]));
  const parts: Shown[] = [];
  let [spent, gap, cut] = [0, 0, false];
  lines.forEach((line, index) => {
    const number = index + 1;
    const inside = index < wholeLines && spent < wholeCharacters;
    if (!inside && !near.has(number)) {
      gap++;
      return;
    }
    if (gap > 0) parts.push({ kind: 'gap', lines: gap });
    cut ||= gap > 0 || line.length > lineCharacters;
    gap = 0;
    spent += Math.min(line.length, lineCharacters) + 1;
    parts.push({
      kind: 'line',
      number,
      text: line.slice(0, lineCharacters),
      left: Math.max(0, line.length - lineCharacters),
    });
  });
  if (gap > 0) parts.push({ kind: 'gap', lines: gap });
  return { parts, total: lines.length, cut: cut || gap > 0 };
}
