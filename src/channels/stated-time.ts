/** Times as words: in UTC, and for an issuer's stamp first as the issuer stated it. */
import type { Stamp } from '../core/cap/model.ts';
import { type Instant, minute } from '../core/time/time.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function wordsOf(at: Instant): { day: string; clock: string } {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return {
    day: `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`,
    clock: `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`,
  };
}

/** `2 March 2026, 06:00 UTC` */
export function utcWords(at: Instant): string {
  const { day, clock } = wordsOf(at);
  return `${day}, ${clock} UTC`;
}

/**
 * `2 March 2026, 16:30 local time as stated (UTC+04:30), which is 12:00 UTC`; UTC alone when the issuer states no other
 * offset. null when the stamp can't be read as a time.
 */
export function stampWords(stamp: Stamp): string | null {
  if (stamp.at === null) return null;
  const zone = /([+-])(\d\d):?(\d\d)$/.exec(stamp.text.trim());
  const offset = zone ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
  if (!zone || offset === 0) return utcWords(stamp.at);
  const local = wordsOf(stamp.at + offset * minute);
  const utc = wordsOf(stamp.at);
  const utcText = local.day === utc.day ? `${utc.clock} UTC` : `${utc.clock} UTC on ${utc.day}`;
  return `${local.day}, ${local.clock} local time as stated (UTC${zone[1]}${zone[2]}:${zone[3]}), which is ${utcText}`;
}
