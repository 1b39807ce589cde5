/** Days, weeks, months as EDTF. All arithmetic is on the calendar of UTC; no clock is read. */

export type Day = Date;

const dayMillis = 24 * 60 * 60 * 1000;
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** From `2021-08-26`, with whatever follows it; null when it is no day. */
export function dayFrom(edtf: string | null): Day | null {
  if (edtf === null || !/^\d{4}-\d\d-\d\d/.test(edtf)) return null;
  const date = new Date(`${edtf.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}
export const plusDays = (day: Day, days: number): Day => new Date(day.getTime() + days * dayMillis);
export const plusMonths = (day: Day, months: number): Day =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));

export const yearOf = (day: Day): number => day.getUTCFullYear();
/** 1 to 12. */
export const monthOf = (day: Day): number => day.getUTCMonth() + 1;

export const asDay = (day: Day): string => day.toISOString().slice(0, 10);
export const asMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`;
export const asYear = (year: number): string => pad(year, 4);
/** Null when there is no such day, as 31 April. */
export function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? asDay(date)
    : null;
}
/** Monday to Sunday, as an interval: EDTF has no weeks. */
export function asWeek(day: Day): string {
  const monday = plusDays(day, -((day.getUTCDay() + 6) % 7));
  return `${asDay(monday)}/${asDay(plusDays(monday, 6))}`;
}
export function asWeekend(day: Day): string {
  const monday = plusDays(day, -((day.getUTCDay() + 6) % 7));
  return `${asDay(plusDays(monday, 5))}/${asDay(plusDays(monday, 6))}`;
}
/** EDTF counts quarters from 33. */
export const asQuarter = (year: number, quarter: number): string => `${asYear(year)}-${32 + quarter}`;
export function quarterFrom(day: Day, shift: number): string {
  const count = yearOf(day) * 4 + Math.floor(day.getUTCMonth() / 3) + shift;
  return asQuarter(Math.floor(count / 4), (count % 4) + 1);
}
/** EDTF counts seasons from 21, spring. */
export const seasons: Readonly<Record<string, number>> = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 };

/** The day meant by a weekday (0 Sunday): the last one at or before `near`, or the next one. */
export function nearDay(weekday: number, near: Day, forward: boolean): Day {
  const back = (near.getUTCDay() - weekday + 7) % 7;
  return plusDays(near, forward ? (7 - back) % 7 : -back);
}

/** The year meant by a month without one: the nearest, earlier or later as the sentence points. */
export function nearYear(month: number, near: Day, forward: boolean): number {
  const gap = month - monthOf(near);
  if (gap < (forward ? -2 : -7)) return yearOf(near) + 1;
  return gap > (forward ? 10 : 4) ? yearOf(near) - 1 : yearOf(near);
}
