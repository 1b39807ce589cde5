/** Times that are told from the day of the document: weekdays, yesterday, last year, two weeks ago; and how long something takes. */
import {
  asDay,
  asMonth,
  asQuarter,
  asWeek,
  asWeekend,
  asYear,
  type Day,
  monthOf,
  nearDay,
  nearYear,
  plusDays,
  plusMonths,
  quarterFrom,
  realDay,
  seasons,
  yearOf,
} from './calendar.ts';
import { durationOf, number, numberIn, type Unit, unit, unitIn } from './numbers.ts';
import {
  type Frame,
  numberStarts,
  open,
  type Read,
  type Rule,
  relative,
  rule,
  stated,
  weekday,
  weekdayIn,
  weekdays,
  year,
} from './rule.ts';

const part = '(?:morning|afternoon|evening|night|overnight)';
const approx = '(?:(?:about|around|nearly|almost|more than|less than|at least|over|some|just) )?';

/** The day, week, month … that lies `count` of them away; null for what is no stretch of the calendar. */
function shifted(day: Day, what: Unit, count: number): string | null {
  switch (what) {
    case 'day':
      return asDay(plusDays(day, count));
    case 'week':
      return asWeek(plusDays(day, 7 * count));
    case 'weekend':
      return asWeekend(plusDays(day, 7 * count));
    case 'month': {
      const to = plusMonths(day, count);
      return asMonth(yearOf(to), monthOf(to));
    }
    case 'quarter':
      return quarterFrom(day, count);
    case 'year':
      return asYear(yearOf(day) + count);
    case 'decade':
      return `${Math.floor(yearOf(day) / 10) + count}X`;
    case 'century':
      return `${Math.floor(yearOf(day) / 100) + count}XX`;
    default:
      return asDay(day);
  }
}

export const relativeRules: readonly Rule[] = [
  rule(
    [...weekdays, 'last', 'next', 'this', 'late', 'early', 'earlier', 'later'],
    `(?:(?:late|early|earlier|later|mid)(?: |-)(?:on )?)?(?:(last|next|this past|this coming|this|past|coming) )?${weekday}(?: (?:early |late )?${part})?`,
    weekdayRead,
  ),
  rule(
    ['earlier', 'later', 'late', 'early', 'today', 'tonight', 'yesterday', 'tomorrow'],
    `(?:(?:earlier|later|late|early) )?(today|tonight|yesterday|tomorrow)(?: ${part})?`,
    ([, word = ''], frame) =>
      relative(frame, (day) => asDay(plusDays(day, /^y/i.test(word) ? -1 : /^tom/i.test(word) ? 1 : 0))),
  ),
  rule(
    ['this', 'last', 'earlier', 'later'],
    `(?:(?:earlier|later) )?(?:this ${part}|last (night|evening))`,
    ([, last], frame) => relative(frame, (day) => asDay(plusDays(day, last ? -1 : 0))),
  ),
  rule(['the', 'day'], '(?:the )?day (before yesterday|after tomorrow)', ([, which = ''], frame) =>
    relative(frame, (day) => asDay(plusDays(day, /^b/i.test(which) ? -2 : 2))),
  ),
  rule(
    ['this', 'last', 'next', 'earlier', 'later', 'early', 'late', 'the', 'past', 'current', 'coming'],
    `(?:(?:earlier|later|early|late) )?(?:the )?(this|last|next|coming|current|past)(?: coming| past| fiscal)? (week|month|quarter|year|decade|century|weekend)(?! of\\b)`,
    ([, which = '', what = ''], frame) =>
      relative(frame, (day) =>
        shifted(day, unitIn(what), /last|past/i.test(which) ? -1 : /next|coming/i.test(which) ? 1 : 0),
      ),
  ),
  // What a story tells from its own past is not told from the document's day.
  rule(
    ['the', 'that', 'a'],
    '(?:the|that) (?:previous|following|same|next) (?:day|night|morning|week|weekend|month|year)|the (?:day|week|month|year) (?:after|before|following)',
    () => open,
  ),
  rule(
    [...seasonStarts(), 'last', 'next', 'this', 'in', 'the', 'early', 'late'],
    `(?:(?:early|late|mid)(?: |-)|the )?(?:(last|next|this|this past) (spring|summer|fall|autumn|winter)|(spring|summer|fall|autumn|winter)(?: of)? ${year})`,
    seasonRead,
  ),
  rule(
    ['the', 'first', 'second', 'third', 'fourth'],
    `(?:the )?(first|second|third|fourth) quarter(?:(?: of|,)? ${year})?`,
    ([, which = '', y], frame) => {
      const count = ['first', 'second', 'third', 'fourth'].indexOf(which.toLowerCase()) + 1;
      if (y) return stated(asQuarter(Number(y), count));
      return relative(frame, (day) => asQuarter(yearOf(day) - (count > Math.ceil(monthOf(day) / 3) ? 1 : 0), count));
    },
  ),
  rule(
    ['about', 'around', 'nearly', 'almost', 'more', 'less', 'at', 'over', 'just', '#', ...numberStarts],
    `${approx}(${number}) (${unit}) (ago|earlier|later|before|from now|hence)`,
    agoRead,
  ),
  rule(
    ['the', 'next', 'last', 'past', 'coming', 'within', 'previous'],
    `(?:the )?(?:next|last|past|coming|previous|first|final) (?:(${number})(?: ?(?:-|–| to | or ) ?(${number}))? )(${unit})`,
    ([, from = '', until, what = '']) => span(from, until, what),
  ),
  rule(
    ['the', 'recent', 'coming', 'past', 'last', 'next'],
    `(?:the )?(?:recent|coming|past|last|next|past few|last few|next few|coming few)(?: several)? (?:seconds|minutes|hours|days|weeks|months|years|decades)`,
    () => open,
  ),
  rule(
    ['#', ...numberStarts],
    `(${number})(?: ?(?:-|–| to | or ) ?(${number}))?(?: |-)(?:(?:more|full|straight|consecutive|additional) )?(${unit})(?:-long)?(?!-old| old|-year-old| ago)`,
    durationRead,
  ),
  rule(
    ['christmas', 'new', 'thanksgiving'],
    "(christmas(?: (?:day|eve))?|new year['’]s (?:day|eve)|thanksgiving(?: day)?)",
    holidayRead,
  ),
];

function seasonStarts(): string[] {
  return Object.keys(seasons);
}

function weekdayRead([, which = '', name = '']: RegExpExecArray, frame: Frame): Read {
  return relative(frame, (day) => {
    const forward = /next|coming/i.test(which) || (!/last|past/i.test(which) && frame.ahead());
    const near = nearDay(weekdayIn(name), day, forward);
    const same = near.getTime() === day.getTime();
    if (same && /last/i.test(which)) return asDay(plusDays(near, -7));
    return asDay(same && /next/i.test(which) ? plusDays(near, 7) : near);
  });
}

function seasonRead([, which, season, named, y]: RegExpExecArray, frame: Frame): Read | null {
  if (named && y) return stated(`${y}-${seasons[named.toLowerCase()]}`);
  const number = seasons[(season ?? '').toLowerCase()] ?? 21;
  return relative(frame, (day) => {
    const now = 21 + Math.floor(((monthOf(day) + 9) % 12) / 3);
    const shift = /last/i.test(which ?? '')
      ? number < now
        ? 0
        : -1
      : /next/i.test(which ?? '')
        ? number > now
          ? 0
          : 1
        : 0;
    return `${asYear(yearOf(day) + shift)}-${number}`;
  });
}

function agoRead([, count = '', what = '', which = '']: RegExpExecArray, frame: Frame): Read {
  // “A year later” is later than what was told before.
  if (/earlier|later|before/i.test(which)) return open;
  const value = numberIn(count);
  if (value === null || !Number.isInteger(value)) return open;
  return relative(frame, (day) => shifted(day, unitIn(what), /ago/i.test(which) ? -value : value));
}

function span(from: string, until: string | undefined, what: string): Read {
  const [least, most] = [numberIn(from), until === undefined ? null : numberIn(until)];
  if (least === null) return open;
  const one = durationOf(least, unitIn(what));
  return { value: most === null ? one : `${one}/${durationOf(most, unitIn(what))}`, stated: true };
}

function durationRead(match: RegExpExecArray): Read | null {
  const [whole, from = '', until, what = ''] = match;
  // “A second blast” is no time, “one day” is some day, and “a year” goes with what it counts.
  if (/^(?:an?|one|some|many)$/i.test(from) && /^(?:second|minute|day|quarter)$/i.test(what)) return null;
  if (
    /^an?$/i.test(from) &&
    /^ (?:later|before|earlier)/i.test(match.input.slice(match.index + whole.length, match.index + whole.length + 9))
  )
    return null;
  return span(from, until, what);
}

function holidayRead([name = '']: RegExpExecArray, frame: Frame): Read {
  const low = name.toLowerCase();
  return relative(frame, (day) => {
    if (/thanksgiving/.test(low)) {
      const y = nearYear(11, day, frame.ahead());
      return asDay(plusDays(nearDay(4, new Date(Date.UTC(y, 10, 1)), true), 21));
    }
    const [month, date] = /new year/.test(low)
      ? /eve/.test(low)
        ? [12, 31]
        : [1, 1]
      : [12, /eve/.test(low) ? 24 : 25];
    return realDay(nearYear(month ?? 12, day, frame.ahead()), month ?? 12, date ?? 25);
  });
}
