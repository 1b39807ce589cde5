/** Times as people read them: in UTC where the time is ours, as the issuer stated them (with UTC beside) where it is theirs. */
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
