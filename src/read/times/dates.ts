/** Days, months and years as they are written out. */
import { asMonth, asYear, nearYear, realDay } from './calendar.ts';
import {
  type Frame,
  month,
  monthIn,
  monthStarts,
  type Read,
  type Rule,
  relative,
  rule,
  stated,
  weekdays,
  year,
} from './rule.ts';

const th = '(?:st|nd|rd|th)?';
const to = ' ?(?:-|–|—| to | through | until | and ) ?';
const weekdayBefore = `(?:(?:${weekdays.join('|')}|mon|tues?|wed|thurs?|fri|sat|sun)\\.?,? (?:the )?)?`;

/** A day, or the days from `first` to `last`, of a month with or without its year. */
function daysOf(
  first: string,
  last: string | undefined,
  monthText: string,
  yearText: string | undefined,
  frame: Frame,
): Read | null {
  const number = monthIn(monthText);
  const make = (inYear: number): string | null => {
    const from = realDay(inYear, number, Number(first));
    const until = last === undefined ? from : realDay(inYear, number, Number(last));
    if (from === null || until === null || until < from) return null;
    return last === undefined ? from : `${from}/${until}`;
  };
  if (make(yearText ? Number(yearText) : 2000) === null) return null;
  if (yearText) return stated(make(Number(yearText)));
  return relative(frame, (day) => make(nearYear(number, day, frame.ahead())));
}

export const dateRules: readonly Rule[] = [
  rule(
    ['#'],
    '(\\d{4})-(\\d\\d)-(\\d\\d)(?:(?:T| )(\\d\\d):(\\d\\d)(?::(\\d\\d))?(?: ?(Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?)?',
    ([, y, m, d, hour, minute, second, zone]) => {
      const day = realDay(Number(y), Number(m), Number(d));
      if (day === null || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return null;
      const offset = zone === undefined ? '' : /^[+-]/.test(zone) ? zone.replace(/(\d\d):?(\d\d)$/, '$1:$2') : 'Z';
      return stated(hour ? `${day}T${hour}:${minute}:${second ?? '00'}${offset}` : day);
    },
  ),
  rule(
    [...monthStarts, ...weekdays],
    `${weekdayBefore}${month} (\\d{1,2})${th}(?:${to}(\\d{1,2})${th})?(?:,? ${year})?(?!\\d|,\\d|[-–:]\\d)`,
    ([, m = '', first = '', last, y], frame) => daysOf(first, last, m, y, frame),
  ),
  rule(
    ['#', 'the', ...weekdays],
    `${weekdayBefore}(?:the )?(\\d{1,2})${th}(?:${to}(\\d{1,2})${th})?(?: of)? ${month}(?:,? ${year})?(?! \\d{1,2}(?:,|st|nd|rd|th))`,
    ([, first = '', last, m = '', y], frame) => daysOf(first, last, m, y, frame),
  ),
  rule(['#'], '(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})', ([, a = '', b = '', y = '']) => {
    // Day and month can't be told apart unless one is above 12.
    const [first, second] = [Number(a), Number(b)];
    if (first > 12) return stated(realDay(Number(y), second, first));
    return second > 12 || first === second ? stated(realDay(Number(y), first, second)) : null;
  }),
  rule(
    [...monthStarts, 'early', 'late', 'mid', 'the', 'end', 'beginning'],
    `((?:early|late|mid)(?: |-)|(?:the )?(?:beginning|start|middle|end|first half|second half) of )?${month},?(?: of)? ${year}(?!-\\d)`,
    ([, , m = '', y]) => stated(asMonth(Number(y), monthIn(m))),
  ),
  rule(
    [...monthStarts, 'early', 'late', 'mid', 'the', 'end', 'beginning', 'last', 'next', 'this'],
    `((?:early|late|mid)(?: |-)|(?:the )?(?:beginning|start|middle|end|first half|second half) of )?(last |next |this |this past |this coming )?${month}`,
    (match, frame) => bareMonth(match, frame),
  ),
  rule(['#'], `${year}(?:-|–|/)(20\\d\\d|1[5-9]\\d\\d)`, ([, from = '', until = '']) =>
    until > from ? stated(`${from}/${until}`) : null,
  ),
  rule(
    ['#', 'early', 'late', 'mid', 'the', 'end', 'beginning'],
    `((?:early|late|mid)(?: |-)|(?:the )?(?:beginning|start|middle|end|first half|second half) of )?(?:the year )?${year}`,
    (match) => (isYear(match) ? stated(asYear(Number(match[2]))) : null),
  ),
  rule(['#', 'the', 'early', 'late', 'mid'], '(?:the )?(?:early |late |mid-?)?(1[5-9]|20)(\\d)0s', ([, a, b]) =>
    stated(`${a}${b}X`),
  ),
  rule(['#', 'the'], '(?:the )?(\\d\\d)(?:st|nd|rd|th) century', ([, count]) => stated(`${Number(count) - 1}XX`)),
];

/** “May” and “March” are words; “August” alone may be a name: a month needs something that makes it one. */
function bareMonth(match: RegExpExecArray, frame: Frame): Read | null {
  const [whole, part, which = '', m = ''] = match;
  const before = match.input.slice(Math.max(0, match.index - 16), match.index);
  const led = /\b(?:in|of|since|by|until|till|from|during|before|after|through|for|and|to|late|early|mid)[\s-]$/i.test(
    before,
  );
  if (/^(?:may|march|mar|sept?|sep|dec|jan|nov|oct|jun|jul|apr|aug|feb)\b\.?$/i.test(m) && !led && !which && !part)
    return null;
  if (!/^\p{Lu}/u.test(whole.slice(whole.length - m.length))) return null;
  const number = monthIn(m);
  return relative(frame, (day) => {
    if (/next/i.test(which))
      return asMonth(number > day.getUTCMonth() + 1 ? day.getUTCFullYear() : day.getUTCFullYear() + 1, number);
    if (/last|past/i.test(which))
      return asMonth(number < day.getUTCMonth() + 1 ? day.getUTCFullYear() : day.getUTCFullYear() - 1, number);
    if (/this/i.test(which)) return asMonth(day.getUTCFullYear(), number);
    return asMonth(nearYear(number, day, frame.ahead()), number);
  });
}

/** Four digits are a year where the words around make them one. */
function isYear({ index, input, 0: whole, 1: part }: RegExpExecArray): boolean {
  const before = input.slice(Math.max(0, index - 24), index);
  const after = input.slice(index + whole.length, index + whole.length + 20);
  if (
    /[$£€#/]\s?$|\b(?:no|nos|flight|about|over|than|nearly|almost|least|roughly|approximately|some|to) $/i.test(
      before,
    ) &&
    !/\bfrom \S{4} to $/.test(before)
  )
    return false;
  if (
    /^[-–]?\d|^[,.]\d|^\s?%|^-\p{L}|^ (?:people|men|women|children|troops|soldiers|fighters|civilians|dead|others|homes|houses|families|dollars|euros|pounds|shares|jobs|feet|miles|km|kilomet|met(?:er|re)s|hours|times|GMT|UTC|local)/u.test(
      after,
    )
  )
    return false;
  if (part) return true;
  return (
    /(?:\b(?:in|since|until|till|by|of|from|before|after|during|between|and|late|early|mid|year|the|through|around|circa|a|an|s|for)[\s-]|[(–—,-]\s?|^\s*)$/i.test(
      before,
    ) || /^(?:['’]s|[.,;:)]|\s*$)/.test(after)
  );
}
