/** Times in a document as EDTF, read against the day it bears. Without that day what is relative stays unresolved. */
import type { Document, TimeField } from '../core/text/reading.ts';
import { fieldOf } from '../core/text/span.ts';
import { dayFrom } from './times/calendar.ts';
import { clockRules } from './times/clock.ts';
import { dateRules } from './times/dates.ts';
import { relativeRules } from './times/relatives.ts';
import type { Frame, Read, Rule } from './times/rule.ts';
import { modifierAt, pointsAhead } from './times/tense.ts';

const byStart = new Map<string, Rule[]>();
for (const rule of [...dateRules, ...clockRules, ...relativeRules])
  for (const start of new Set(rule.starts)) byStart.set(start, [...(byStart.get(start) ?? []), rule]);

interface Found {
  readonly length: number;
  readonly read: Read;
}

/** In order; of several at one place the longest, and of equals the first rule's. Linear time. */
export function timesOf({ text, blocks, day }: Document): readonly TimeField[] {
  const reference = dayFrom(day);
  const fields: TimeField[] = [];
  for (const { start: from, end, zone } of blocks) {
    word.lastIndex = from;
    for (let match = word.exec(text); match && match.index < end; match = word.exec(text)) {
      const at = match.index;
      const frame = { day: reference, ahead: () => pointsAhead(text, at) };
      const found = longestAt(text, at, match[0], frame, end);
      if (!found) continue;
      const field = fieldOf(text, { start: at, end: at + found.length }, zone, found.read.value);
      const basis = found.read.value === null ? 'unresolved' : found.read.stated ? 'stated' : 'document-date';
      fields.push({ ...field, modifier: modifierAt(text, at, field.text), basis });
      word.lastIndex = at + found.length;
    }
    if (word.lastIndex === 0) break;
  }
  return fields;
}

/** A number ends where its letters begin, a word is taken whole. */
const word = /(?<![\p{L}\p{N}])(?:\d{1,9}|\p{L}{1,20})/gu;

function longestAt(text: string, at: number, first: string, frame: Frame, end: number): Found | null {
  const digits = /^\d/.test(first);
  if (digits ? first.length > 5 : first.length > 12) return null;
  let best: Found | null = null;
  for (const { pattern, read } of byStart.get(digits ? '#' : first.toLowerCase()) ?? []) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const length = match?.[0].length ?? 0;
    if (!match || at + length > end || length <= (best?.length ?? 0)) continue;
    const value = read(match, frame);
    if (value) best = { length, read: value };
  }
  return best;
}
