/** Times of day: “8 p.m.”, “13:06 GMT”, “noon on Friday”. They belong to the document's day unless the words name another. */
import { asDay, type Day, nearDay, plusDays } from './calendar.ts';
import { type Frame, type Read, type Rule, relative, rule, weekday, weekdayIn, weekdays } from './rule.ts';

const clock =
  '(?:(\\d{1,2})(?:[:.](\\d\\d))? ?(a\\.?m\\b\\.?|p\\.?m\\b\\.?)|([01]?\\d|2[0-3])[:.]([0-5]\\d)(?: ?(?:hours|hrs|h))?|([01]\\d|2[0-3])([0-5]\\d) (?:hours|hrs|GMT|UTC|local time)|(noon|midday|midnight))';
const zone = '(?: (local time|GMT|UTC|Z|[ECMP][SD]?T|AFT|BST|CEST|CET|IST|PKT|\\(local time\\)))?';

const dayWords = `(?:(?:on )?(?:last |this |next )?${weekday}|(today|tonight|yesterday|tomorrow))`;

export const clockRules: readonly Rule[] = [
  rule(['#', 'noon', 'midday', 'midnight'], `${clock}${zone}(?:,? ${dayWords})`, (match, frame) =>
    timeRead(match, 1, frame, match[10], match[11]),
  ),
  rule([...weekdays], `${weekday},? (?:at )?(?:about |around )?${clock}${zone}`, (match, frame) =>
    timeRead(match, 2, frame, match[1], undefined),
  ),
  rule(['#', 'noon', 'midday', 'midnight'], `${clock}${zone}`, (match, frame) => {
    const plain = match[4] !== undefined && !match[9];
    const before = match.input.slice(Math.max(0, match.index - 14), match.index);
    // “3:1” is a score, and “4.30” a number.
    const told =
      /\b(?:at|by|until|till|from|to|before|after|about|around|since) $/i.test(before) && !match[0].includes('.');
    return plain && !told ? null : timeRead(match, 1, frame, undefined, undefined);
  }),
];

/** `at` is the first group of the clock. */
function timeRead(
  match: RegExpExecArray,
  at: number,
  frame: Frame,
  named: string | undefined,
  word: string | undefined,
): Read | null {
  const hours = hoursIn(match, at);
  return hours === null ? null : relative(frame, (day) => `${asDay(dayMeant(day, named, word, frame))}T${hours}`);
}

function dayMeant(day: Day, named: string | undefined, word: string | undefined, frame: Frame): Day {
  if (named) return nearDay(weekdayIn(named), day, frame.ahead());
  if (word && /yesterday/i.test(word)) return plusDays(day, -1);
  return word && /tomorrow/i.test(word) ? plusDays(day, 1) : day;
}

/** `20:00:00`, with `Z` for UTC; null when it is no time of day. `at` is the first group of the clock. */
function hoursIn(match: RegExpExecArray, at: number): string | null {
  const utc = /^(?:GMT|UTC|Z)$/i.test(match[at + 8] ?? '') ? 'Z' : '';
  const pad = (text: string | number): string => String(text).padStart(2, '0');
  if (match[at + 7]) return (/midnight/i.test(match[at + 7] ?? '') ? '00:00:00' : '12:00:00') + utc;
  if (match[at + 2]) {
    const hour = Number(match[at]);
    if (hour < 1 || hour > 12 || Number(match[at + 1] ?? 0) > 59) return null;
    return `${pad((hour % 12) + (/^p/i.test(match[at + 2] ?? '') ? 12 : 0))}:${match[at + 1] ?? '00'}:00${utc}`;
  }
  const hour = match[at + 3] ?? match[at + 5];
  const minute = match[at + 4] ?? match[at + 6];
  return hour && minute ? `${pad(hour)}:${minute}:00${utc}` : null;
}
