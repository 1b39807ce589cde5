/** Days that are written out whole, in English or ISO 8601. A day without its year is none. */
import type { Span } from '../text/span.ts';
import { hour, type Instant } from './time.ts';

export interface StatedDay extends Span {
  /** EDTF: `2021-08-26`. */
  readonly value: string;
}

const months = 'january february march april may june july august september october november december'.split(' ');
const month = `(${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`;
const written = new RegExp(
  `\\b(\\d{4})-(\\d\\d)-(\\d\\d)(?!\\d)|\\b(\\d{1,2})(?:st|nd|rd|th)?\\s${month},?\\s(\\d{4})\\b|\\b${month}\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})\\b`,
  'gi',
);

/** The first real day in a text, or null. */
export function dayIn(text: string): StatedDay | null {
  for (const match of text.matchAll(written)) {
    const [whole, y, m, d, day1, month1, year1, month2, day2, year2] = match;
    const value = m
      ? dayOf(Number(y), Number(m), Number(d))
      : dayOf(Number(year1 ?? year2), monthOf(month1 ?? month2), Number(day1 ?? day2));
    if (value !== null) return { start: match.index, end: match.index + whole.length, value };
  }
  return null;
}

const monthOf = (name: string | undefined): number =>
  months.findIndex((one) => one.startsWith((name ?? '').toLowerCase().slice(0, 3))) + 1;

function dayOf(year: number, monthNumber: number, day: number): string | null {
  const date = new Date(Date.UTC(year, monthNumber - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** The last moment at which it was that day (EDTF) somewhere on Earth, at UTC−12; null when it is no day. */
export function lastOf(day: string): Instant | null {
  const start = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(start) ? null : start + 36 * hour - 1;
}

/** The first moment at which it was that day (EDTF) somewhere on Earth, at UTC+14; null when it is no day. */
export function firstOf(day: string): Instant | null {
  const last = lastOf(day);
  return last === null ? null : last + 1 - 50 * hour;
}
