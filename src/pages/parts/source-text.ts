/** The bytes of a report as text to show, cut honestly where there is too much of it. */
import { decodeXml } from '../../core/cap/xml/decode.ts';
import { Findings } from '../../core/finding.ts';

export type SourceText =
  | { readonly kind: 'text'; readonly text: string }
  /** No text: the first bytes in hexadecimal. */
  | { readonly kind: 'bytes'; readonly hex: string };

/**
 * The text as the reader saw it, so that its lines are the lines of the citations. Bytes that make no text, or one in which
 * every tenth character is none, are shown as bytes.
 */
export function sourceText(bytes: Uint8Array): SourceText {
  const text = bytes.length === 0 ? null : decodeXml(bytes, new Findings());
  if (text !== null && !text.includes('\u0000') && text.split('\ufffd').length - 1 <= text.length / 10)
    return { kind: 'text', text };
  const hex = [...bytes.subarray(0, 256)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return { kind: 'bytes', hex };
}

export type Shown =
  /** `left`: characters of the line that are not shown. Lines count from 1. */
  | { readonly kind: 'line'; readonly number: number; readonly text: string; readonly left: number }
  | { readonly kind: 'gap'; readonly lines: number };

const wholeLines = 800;
const wholeCharacters = 300_000;
const lineCharacters = 40_000;

/**
 * The lines to show: the beginning, and every wanted line with one on either side of it, however far down (at most 500 of them);
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
