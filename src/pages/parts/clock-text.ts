/**
 * Times as people read them: in UTC where the time is ours, as the issuer stated them (with UTC beside) where it is theirs. A replay shows
 * the clock of the place it is about, with UTC beside it.
 */
import type { Stamp } from '../../core/cap/model.ts';
import { day, formatInstant, hour, type Instant, minute } from '../../core/time/time.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const parts = (at: Instant): { date: string; clock: string } => {
  const iso = formatInstant(at);
  const year = iso.startsWith('+') || iso.startsWith('-') ? iso.slice(0, 7) : iso.slice(0, 4);
  const rest = iso.slice(year.length);
  return {
    date: `${Number(rest.slice(4, 6))} ${months[Number(rest.slice(1, 3)) - 1]} ${year}`,
    clock: rest.slice(7, 12),
  };
};

/** `26 Aug 2021, 07:30 UTC` */
export const clockText = (at: Instant): string => {
  const { date, clock } = parts(at);
  return `${date}, ${clock} UTC`;
};

/** Whether words of somebody else that state a day name an hour too. */
export const statesHour = (text: string): boolean => /\b\d{1,2}[:.]\d\d\b/.test(text);

/** `07:30 UTC` on the day of `now`, else with the date, and with the year when it is another. */
export const shortClock = (at: Instant, now: Instant): string => {
  const [mine, today] = [parts(at), parts(now)];
  if (mine.date === today.date) return `${mine.clock} UTC`;
  const [year, thisYear] = [mine.date.slice(-4), today.date.slice(-4)];
  return `${year === thisYear ? mine.date.slice(0, -5) : mine.date}, ${mine.clock} UTC`;
};

/**
 * A stamp as stated: `26 Aug 2021, 12:00 +04:30 (07:30 UTC)`; the date stands in the brackets too when it differs.
 * null when the stamp can't be read as a time.
 */
export function stampText(stamp: Stamp): string | null {
  if (stamp.at === null) return null;
  const utc = parts(stamp.at);
  const zone = /([+-])(\d\d):?(\d\d)$/.exec(stamp.text.trim());
  const offset = zone ? (Number(zone[2]) * 60 + Number(zone[3])) * minute * (zone[1] === '-' ? -1 : 1) : 0;
  if (zone === null || offset === 0) return `${utc.date}, ${utc.clock} UTC`;
  const local = parts(stamp.at + offset);
  const bracket = local.date === utc.date ? utc.clock : `${utc.date}, ${utc.clock}`;
  return `${local.date}, ${local.clock} ${zone[1]}${zone[2]}:${zone[3]} (${bracket} UTC)`;
}

/** How far `at` is from `now`: `in 4 h`, `20 min ago`. Rounded down, never to zero hours. */
export function gapText(at: Instant, now: Instant): string {
  const gap = Math.abs(at - now);
  if (gap < minute) return 'now';
  const text =
    gap < 2 * hour
      ? `${Math.floor(gap / minute)} min`
      : gap < 2 * day
        ? `${Math.floor(gap / hour)} h`
        : `${Math.floor(gap / day)} days`;
  return at > now ? `in ${text}` : `${text} ago`;
}

/** A clock on the wall: an IANA zone, and the name people give to where it hangs. */
export interface Wall {
  readonly timeZone: string;
  readonly place: string;
}

const walls = new Map<string, Intl.DateTimeFormat>();

function onWall(at: Instant, timeZone: string): { weekday: string; date: string; clock: string } {
  const known = walls.get(timeZone);
  const options = { day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  const format = known ?? new Intl.DateTimeFormat('en-GB', { ...options, weekday: 'long', hourCycle: 'h23', timeZone });
  if (!known) walls.set(timeZone, format);
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    weekday: part['weekday'] ?? '',
    date: `${part['day']} ${months[Number(part['month']) - 1]} ${part['year']}`,
    clock: `${part['hour']}:${part['minute']}`,
  };
}

/** How far a wall is ahead of UTC at a time, in milliseconds. */
export function wallOffset(at: Instant, { timeZone }: Wall): number {
  const { date, clock } = onWall(at, timeZone);
  const [dayOfMonth, month, year] = date.split(' ');
  const [hours, minutes] = clock.split(':').map(Number);
  const local = Date.UTC(Number(year), months.indexOf(month ?? ''), Number(dayOfMonth), hours, minutes);
  return local - Math.floor(at / minute) * minute;
}

/** UTC in brackets; with its date where the wall shows another. */
const utcBeside = (at: Instant, date: string): string => {
  const utc = parts(at);
  return utc.date === date ? `(${utc.clock} UTC)` : `(${utc.date.slice(0, -5)}, ${utc.clock} UTC)`;
};

/** `26 Aug 2021, 12:00 in Kabul (07:30 UTC)` */
export const wallText = (at: Instant, wall: Wall): string => {
  const { date, clock } = onWall(at, wall.timeZone);
  return `${date}, ${clock} in ${wall.place} ${utcBeside(at, date)}`;
};

/** `Thursday 26 Aug 2021, 12:00 in Kabul (07:30 UTC)` */
export const wallDay = (at: Instant, wall: Wall): string =>
  `${onWall(at, wall.timeZone).weekday} ${wallText(at, wall)}`;

/** `12:00 in Kabul (07:30 UTC)` on the day of `now` there, else with the date. */
export const wallShort = (at: Instant, now: Instant, wall: Wall): string => {
  const [mine, today] = [onWall(at, wall.timeZone), onWall(now, wall.timeZone)];
  const date = mine.date === today.date ? '' : `${mine.date.slice(0, -5)}, `;
  return `${date}${mine.clock} in ${wall.place} ${utcBeside(at, mine.date)}`;
};

/** The same for a column of times, in two lines: the wall, then UTC. A live desk has UTC alone. */
export const wallLines = (at: Instant, now: Instant, wall: Wall | null): readonly string[] => {
  if (wall === null) return [shortClock(at, now)];
  const [local, utc] = wallShort(at, now, wall).replace(` in ${wall.place}`, '').split(' (');
  return [local ?? '', (utc ?? '').slice(0, -1)];
};

/** `26 Aug, 12:00`, for the axis of a drawing that says elsewhere whose clock it is. */
export const wallMark = (at: Instant, wall: Wall | null): string => {
  const { date, clock } = wall === null ? parts(at) : onWall(at, wall.timeZone);
  return `${date.slice(0, -5)}, ${clock}`;
};
