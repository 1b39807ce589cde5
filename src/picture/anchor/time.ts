/** When alerts and readings count, and what an EDTF date covers. */
import type { CapInfo } from '../../core/cap/model.ts';
import type { AlertView } from '../../core/model.ts';
import type { ReadingView } from '../../core/situation.ts';
import type { Claim, EventRead, TimeField } from '../../core/text/reading.ts';
import { day, hour, type Instant } from '../../core/time/time.ts';

/** What somebody said of a danger (a trend, a denial, that nothing is known) is news for this long after it was published. */
export const newsFor = 48 * hour;

/**
 * What was said leaves the picture this long after, unless it is the word of an alert in force; and what was said can be taken back
 * for as long.
 */
export const saidFor = 30 * day;

/** A word and a danger belong together while this much time at most lies between them; then it is another danger of the same kind. */
export const apartAfter = 7 * day;

/** An alert counts from when it was sent, and never later than we knew it. */
export const beginOf = ({ alert, recorded }: AlertView): Instant => Math.min(alert.sent.at ?? recorded.at, recorded.at);

/** When a report was published, or fetched when it states no time; never later than we knew it. */
export const saidAt = (reading: ReadingView): Instant =>
  Math.min(reading.publishedAt ?? reading.fetchedAt, reading.recorded.at);

export const isOpen = (info: CapInfo, valid: Instant): boolean =>
  (info.expires?.at ?? Number.POSITIVE_INFINITY) > valid;

export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

const edtf = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?)?)?)?[~?%]?$/;

/**
 * The stretch of time an EDTF date or interval covers, in UTC; a day without a zone is widened by half a day each way.
 * null for a value that names no year by figures.
 */
export function stretchOf(value: string): Stretch | null {
  const [first = '', last = first] = value.split('/');
  const from = partOf(first);
  const to = partOf(last);
  return from && to && from.from <= to.from ? { from: from.from, to: to.to } : null;
}

function partOf(text: string): Stretch | null {
  const m = edtf.exec(text);
  if (!m) return null;
  const [year, month, date] = [Number(m[1]), m[2] ? Number(m[2]) : null, m[3] ? Number(m[3]) : null];
  const start = Date.UTC(year, (month ?? 1) - 1, date ?? 1);
  const end = date ? start + day : month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return { from: start - 12 * hour, to: end + 12 * hour };
}

/** The time that is stated, else the day of the notice it stands in among others. */
export const toldOf = ({ time, noticeDay }: Claim | EventRead): TimeField | null => time ?? noticeDay ?? null;
