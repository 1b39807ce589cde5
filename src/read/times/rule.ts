/** What a rule of the grammar of times is, and the words it is made of. */
import type { Day } from './calendar.ts';

/** Against what a time is read. */
export interface Frame {
  readonly day: Day | null;
  /** The words before point ahead. */
  readonly ahead: () => boolean;
}

export interface Read {
  /** EDTF or an ISO 8601 duration; null when the text leaves it open. */
  readonly value: string | null;
  readonly stated: boolean;
}

export interface Rule {
  /** Lower-case first words; `#` is a number in digits. */
  readonly starts: readonly string[];
  readonly pattern: RegExp;
  /** null: no time after all. */
  readonly read: (match: RegExpExecArray, frame: Frame) => Read | null;
}

export const stated = (value: string | null): Read | null => (value === null ? null : { value, stated: true });
export const open: Read = { value: null, stated: true };
/** Needs the document's day. */
export const relative = ({ day }: Frame, value: (day: Day) => string | null): Read => ({
  value: day === null ? null : value(day),
  stated: false,
});

export const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const shortMonths = 'jan feb mar apr jun jul aug sept sep oct nov dec';
export const month = `(${months.join('|')}|(?:${shortMonths.split(' ').join('|')})\\b\\.?)`;
export const monthStarts = [...months, ...shortMonths.split(' ')];
export const monthIn = (text: string): number =>
  months.findIndex((name) => name.startsWith(text.slice(0, 3).toLowerCase())) + 1;

export const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
export const weekday = `(${weekdays.join('|')})`;
export const weekdayIn = (text: string): number => weekdays.indexOf(text.toLowerCase());
export const year = '(1[5-9]\\d\\d|20\\d\\d)';
export const numberStarts =
  'a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety several few many some dozens'.split(
    ' ',
  );

/** Spaces may be line ends; nothing may begin or end within a word. */
export const rule = (starts: readonly string[], pattern: string, read: Rule['read']): Rule => ({
  starts,
  pattern: new RegExp(`(?:${pattern})(?![\\p{L}\\p{N}])`.replaceAll(' ', '[ \\u00a0\\n]'), 'iuy'),
  read,
});
