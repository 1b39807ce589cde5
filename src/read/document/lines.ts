/** The lines of a plain text that belong to one block each: hard-wrapped lines are one. */
import type { Span } from '../../core/text/span.ts';
import { isCaption, isLabelled, isStopped, listMark } from './cues.ts';

export interface Line extends Span {
  readonly text: string;
  /** Blank lines, or nothing, stand above and below. */
  readonly alone: boolean;
  /** There is no other. */
  readonly only: boolean;
}

interface Row extends Span {
  readonly text: string;
  /** Blank lines above it. */
  readonly gap: boolean;
}

export function linesOf(text: string): Line[] {
  const rows = rowsOf(text);
  const width = wrapWidth(rows);
  const groups: { readonly start: number; end: number; readonly gap: boolean }[] = [];
  rows.forEach((row, number) => {
    const before = rows[number - 1];
    const group = groups.at(-1);
    if (before && group && !row.gap && continues(before, row, width)) group.end = row.end;
    else groups.push({ start: row.start, end: row.end, gap: row.gap });
  });
  return groups.map(({ start, end, gap }, number) => ({
    start,
    end,
    text: text.slice(start, end),
    alone: (gap || number === 0) && (groups[number + 1]?.gap ?? true),
    only: groups.length === 1,
  }));
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let gap = false;
  for (let from = 0; from <= text.length; ) {
    const feed = text.indexOf('\n', from);
    const to = feed < 0 ? text.length : feed;
    const raw = text.slice(from, to);
    const line = raw.trim();
    if (line === '') gap = true;
    else {
      const start = from + raw.length - raw.trimStart().length;
      rows.push({ start, end: start + line.length, text: line, gap });
      gap = false;
    }
    from = to + 1;
  }
  return rows;
}

const widest = 100;
const fewestFull = 3;

/** The width at which a text was wrapped by hand; null when its lines are paragraphs. */
function wrapWidth(rows: readonly Row[]): number | null {
  let width = 0;
  for (const { text } of rows) if (text.length > width) width = text.length;
  if (width > widest) return null;
  const full = rows.filter(({ text }, number) => text.length > width * 0.8 && rows[number + 1]?.gap === false).length;
  return full >= fewestFull ? width : null;
}

/** The next row goes on with what this one says. */
function continues(row: Row, next: Row, width: number | null): boolean {
  if (listMark(next.text) > 0 || isCaption(row.text)) return false;
  if (/^\p{Ll}/u.test(next.text) && !isStopped(row.text.replace(/,$/, ''))) return true;
  if (width === null || isLabelled(next.text)) return false;
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  return row.text.length + 1 + word > width;
}
