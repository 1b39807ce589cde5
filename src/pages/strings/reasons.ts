/** Why somebody is told or is not, in sentences. Every code of core's Reason has one; the compiler sees to it. */
import type { Reason } from '../../core/model.ts';
import type { Instant } from '../../core/time/time.ts';
import { clockText, type Wall, wallText } from '../parts/clock-text.ts';
import { calm } from '../parts/shown-text.ts';

/** A radius as people say it. */
export const radiusText = (meters: number): string => (meters < 1000 ? `${meters} m` : `${meters / 1000} km`);

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

/** `Afghanistan` for `AF`; what is no code of two letters stays as it is. */
export const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code);

/**
 * A sentence without the name of the area, which is the issuer's and stands beside it in quotes. Times by the clock of `wall`,
 * in UTC without one.
 */
export function reasonText(reason: Reason, wall: Wall | null = null): string {
  const clock = (at: Instant): string => (wall === null ? clockText(at) : wallText(at, wall));
  switch (reason.code) {
    case 'inside':
      if (reason.ours)
        return `Inside the circle this desk draws, ${radiusText(reason.ours.radiusMeters)} around what the issuer named.`;
      if (reason.geocode) {
        const { scheme, value, source } = reason.geocode;
        if (reason.record)
          return `Their own record names ${calm(reason.record)}, and the issuer names the area by the code ${calm(`${scheme} ${value}`)}; no place of theirs is surely outside the boundary known here (${calm(source)}).`;
        return `Inside the area the issuer names by the code ${calm(`${scheme} ${value}`)} and does not draw (boundary: ${calm(source)}).`;
      }
      return reason.shape === 'polygon'
        ? 'Inside the polygon drawn by the issuer.'
        : 'Inside the circle drawn by the issuer.';
    case 'in-country':
      return `In ${countryName(reason.country)}, the whole of which it is about.`;
    case 'standing':
      return 'Standing advice that did not become urgent: shown, not told.';
    case 'outside':
      return 'Outside every area that can be placed.';
    case 'near-edge':
      if (reason.record)
        return `They may be inside: their own record names ${calm(reason.record)}, and their place lies outside the boundary known here.`;
      return `They may be inside: the boundary known here is right to about ${reason.meters} m, and they are nearer to it than that.`;
    case 'no-position':
      return 'We do not know where they are.';
    case 'old-position':
      return `Their position is too old to go by: ${clock(reason.positionAt)}.`;
    case 'not-there-yet':
      return `Not there yet: from ${clock(reason.from)}.`;
    case 'gone':
      return `No longer there: until ${clock(reason.to)}.`;
    case 'no-channel':
      return 'No address to reach them by.';
    case 'unverified':
      return 'Nobody has confirmed this warning.';
    case 'not-actual':
      return `Not real: its status is ${reason.status}.`;
    case 'not-a-warning':
      return `Not a warning by itself: its type is ${reason.msgType}.`;
    case 'expired':
      return `Expired at ${clock(reason.at)}.`;
    case 'cancelled':
      return 'Cancelled by its issuer.';
    case 'superseded':
      return 'A later revision took its place.';
    case 'too-old':
      return `States no end and was sent more than ${reason.hours} h ago, at ${clock(reason.sentAt)}.`;
    case 'sent-unreadable':
      return 'States no end, and when it was sent can’t be read.';
    case 'no-area':
      return 'The issuer names no area.';
    case 'area-unresolved':
      return 'The issuer names the area by words or codes we can’t place.';
    case 'restricted':
      return `Its scope is ${reason.scope}: not for everybody.`;
  }
}
