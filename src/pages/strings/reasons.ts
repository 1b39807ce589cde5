/** Why somebody is told or is not, in sentences. Every code of core's Reason has one; the compiler sees to it. */
import type { Reason } from '../../core/model.ts';
import { clockText } from '../parts/clock-text.ts';

/** A sentence without the name of the area, which is the issuer's and stands beside it in quotes. */
export function reasonText(reason: Reason): string {
  switch (reason.code) {
    case 'inside':
      return reason.shape === 'polygon'
        ? 'Inside the polygon drawn by the issuer.'
        : 'Inside the circle drawn by the issuer.';
    case 'outside':
      return 'Outside every area drawn by the issuer.';
    case 'no-position':
      return 'We do not know where they are.';
    case 'old-position':
      return `Their position is too old to go by: ${clockText(reason.positionAt)}.`;
    case 'not-there-yet':
      return `Not there yet: from ${clockText(reason.from)}.`;
    case 'gone':
      return `No longer there: until ${clockText(reason.to)}.`;
    case 'no-channel':
      return 'No address to reach them by.';
    case 'unverified':
      return 'Nobody has confirmed this warning.';
    case 'not-actual':
      return `Not real: its status is ${reason.status}.`;
    case 'not-a-warning':
      return `Not a warning by itself: its type is ${reason.msgType}.`;
    case 'expired':
      return `Expired at ${clockText(reason.at)}.`;
    case 'cancelled':
      return 'Cancelled by its issuer.';
    case 'superseded':
      return 'A later revision took its place.';
    case 'too-old':
      return `States no end and was sent more than ${reason.hours} h ago, at ${clockText(reason.sentAt)}.`;
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
