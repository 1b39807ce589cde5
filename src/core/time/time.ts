/** Instants, the injected clock, half-open intervals and recorded time. Nothing here reads a clock. */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The one way to know the time or to wait. The real one is made in app/, the tests turn theirs by hand. */
export interface Clock {
  now(): Instant;
  /** Resolves after `ms`, or at once when the signal is aborted; never rejects. */
  wait(ms: number, signal?: AbortSignalLike): Promise<void>;
}

/** What we need of an AbortSignal, so that pure folders need no DOM. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Half-open: `from` is inside, `to` is not. null is unbounded. */
export interface Interval {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** When we knew: the number of the commit, and its time (never earlier than that of the commit before). */
export interface Recorded {
  readonly seq: number;
  readonly at: Instant;
}

/** The two times of a question: what held at `valid`, as known at commit `seq`. */
export interface AsOf {
  readonly valid: Instant;
  readonly seq: number;
}

const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|z|[+-]\d\d:?\d\d)$/;

/** The number that two digits make; that they stand there is for the caller to know. */
export const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - 0x30) * 10 + text.charCodeAt(at + 1) - 0x30;

/** 0 for a month there is not. */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Reads a date and time with a stated offset (RFC 3339, and CAP's `-00:00` for UTC; seconds may be absent).
 * A day may end at 24:00:00, which is the next one's beginning (XML Schema 1.0, part 2, section 3.2.7).
 * null when it is not one, when a part is out of range (there is no year 0 in CAP: the same section), or when the offset
 * is missing: a local time is no instant.
 */
export function parseInstant(text: string): Instant | null {
  const words = text.trim();
  if (!stamp.test(words)) return null;
  const year = twoDigits(words, 0) * 100 + twoDigits(words, 2);
  const [month, dayOfMonth, hours, minutes] = [
    twoDigits(words, 5),
    twoDigits(words, 8),
    twoDigits(words, 11),
    twoDigits(words, 14),
  ];
  const seconds = words.charAt(16) === ':' ? twoDigits(words, 17) : 0;
  const offset = offsetOf(words);
  if (year === 0 || hours > 24 || minutes > 59 || seconds > 59 || offset === null) return null;
  if (dayOfMonth < 1 || dayOfMonth > daysOfMonth(year, month)) return null;
  const fraction = words.charAt(19) === '.' ? Number.parseFloat(`0${words.slice(19)}`) : 0;
  if (hours === 24 && minutes + seconds + fraction > 0) return null;
  const millis = Math.trunc(fraction * 1000);
  // Date.UTC takes the years before 100 for later ones.
  const date = Date.UTC(year + 400, month - 1, dayOfMonth) - daysOf400Years * day;
  return date + hours * hour + minutes * minute + seconds * second + millis - offset;
}

const daysOf400Years = 146_097;

/** How far the words that end a stamp say it is ahead of UTC, in milliseconds; null when that is out of range. */
function offsetOf(words: string): number | null {
  const last = words.length;
  if (words.endsWith('Z') || words.endsWith('z')) return 0;
  const hoursAt = words.charAt(last - 3) === ':' ? last - 5 : last - 4;
  const [hours, minutes] = [twoDigits(words, hoursAt), twoDigits(words, last - 2)];
  if (hours > 14 || minutes > 59) return null;
  const offset = (hours * 60 + minutes) * minute;
  return words.charAt(hoursAt - 1) === '-' ? -offset : offset;
}

/** ISO 8601 in UTC with milliseconds, `2021-08-26T07:30:00.000Z`. */
export const formatInstant = (at: Instant): string => new Date(at).toISOString();
