/** Where the words of a text element stand in the source. */
import type { XmlNode } from '../xml/tree.ts';

const [cdataStart, cdataEnd] = ['<![CDATA[', ']]>'];

/** Where the words of a text element stand: without the white space around them, and inside a CDATA that holds them all. */
export function valueSpan(text: string, node: XmlNode): { start: number; end: number } {
  const outer = trimmedSpan(text, node.contentStart, node.contentEnd);
  const innerStart = outer.start + cdataStart.length;
  const innerEnd = outer.end - cdataEnd.length;
  if (innerEnd < innerStart || !text.startsWith(cdataStart, outer.start)) return outer;
  return text.indexOf(cdataEnd, innerStart) === innerEnd ? trimmedSpan(text, innerStart, innerEnd) : outer;
}

/** As String.trim has it, which takes longer to find that there is nothing to cut away. */
export function trimmed(words: string): string {
  const { start, end } = trimmedSpan(words, 0, words.length);
  return start === 0 && end === words.length ? words : words.slice(start, end);
}

export function isAllBlank(words: string): boolean {
  let at = 0;
  while (at < words.length && isBlank(words.charCodeAt(at))) at++;
  return at === words.length;
}

/** As String.trim would cut it, without making a string. */
function trimmedSpan(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** White space as String.trim knows it. */
const isBlank = (code: number): boolean =>
  code <= 0x20 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : code >= 0xa0 && otherBlanks.includes(code);
const otherBlanks: readonly number[] = [
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029,
  0x202f, 0x205f, 0x3000, 0xfeff,
];
