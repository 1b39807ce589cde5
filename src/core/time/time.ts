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

const stamp = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|z|[+-](\d\d):?(\d\d))$/;

/**
 * Reads a date and time with a stated offset (RFC 3339, and CAP's `-00:00` for UTC; seconds may be absent).
 * null when it is not one, when a part is out of range, or when the offset is missing: a local time is no instant.
 */
export function parseInstant(text: string): Instant | null {
  const m = stamp.exec(text.trim());
  if (!m) return null;
  const part = (i: number): number => Number(m[i] ?? 0);
  const [year, month, dayOfMonth, hours, minutes, seconds] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  if (hours > 23 || minutes > 59 || seconds > 59 || part(9) > 14 || part(10) > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth)
    return null;
  const millis = Math.trunc(Number(`0.${m[7] ?? '0'}`) * 1000);
  const local = date.getTime() + hours * hour + minutes * minute + seconds * second + millis;
  const offset = (part(9) * 60 + part(10)) * minute;
  return m[8]?.startsWith('-') ? local + offset : local - offset;
}

/** ISO 8601 in UTC with milliseconds, `2021-08-26T07:30:00.000Z`. */
export const formatInstant = (at: Instant): string => new Date(at).toISOString();
