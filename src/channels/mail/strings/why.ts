/** Why a person was told, in English: a sentence for each reason. */
import type { Reason } from '../../../core/model.ts';
import { oneLine } from '../../foreign-text.ts';
import { utcWords } from '../../stated-time.ts';
import { type Sentence, type Theirs, theirs } from '../letter.ts';

export const rose = 'Standing advice by itself is not sent. This has become more urgent than it was.';
export const toldBefore = 'This desk told you of this warning before.';
export const elsewhere = 'If you are somewhere else now, tell your desk.';

/** The other reasons say why somebody is not told; they are written out all the same. */
export function why(reason: Reason, area: (info: number, area: number) => Theirs): Sentence {
  switch (reason.code) {
    case 'inside':
      if (reason.ours)
        return [
          `The last place this desk has for you is inside a circle of ${distance(reason.ours.radiusMeters)} that we draw around `,
          area(reason.info, reason.area),
          '; the issuer names the place and gives no shape.',
        ];
      if (reason.geocode && reason.record)
        return [
          'This desk has on record that you are in ',
          word(reason.record),
          ', and the issuer names the area ',
          area(reason.info, reason.area),
          ' by the code ',
          word(`${reason.geocode.scheme} ${reason.geocode.value}`),
          ' and does not draw it. The last place this desk has for you, if any, is not surely outside of its boundary here, which is from ',
          word(reason.geocode.source),
          '.',
        ];
      if (reason.geocode)
        return [
          'The last place this desk has for you is inside the area ',
          area(reason.info, reason.area),
          ', which the issuer names by the code ',
          word(`${reason.geocode.scheme} ${reason.geocode.value}`),
          ' and does not draw. Its boundary here is from ',
          word(reason.geocode.source),
          '.',
        ];
      return [
        'The last place this desk has for you is inside the area ',
        area(reason.info, reason.area),
        `, drawn by the issuer as a ${reason.shape}.`,
      ];
    case 'in-country':
      return ['The country this desk has for you is ', area(reason.info, 0), ', and they speak of the whole of it.'];
    case 'standing':
      return ['By itself it is standing advice, which is not sent.'];
    case 'area-unresolved':
      return ['The area ', area(reason.info, reason.area), ' could not be placed on the map.'];
    case 'outside':
      return ['The last place this desk has for you is outside the area.'];
    case 'near-edge':
      if (reason.record)
        return [
          'This desk has on record that you are in ',
          word(reason.record),
          ', which the issuer names for the area ',
          area(reason.info, reason.area),
          '; the last place it has for you lies outside of the boundary it knows.',
        ];
      return [
        'The boundary this desk has of the area ',
        area(reason.info, reason.area),
        `, which the issuer does not draw, is right to about ${reason.meters} m; the last place it has for you is nearer to it than that.`,
      ];
    case 'no-position':
      return ['This desk has no place for you.'];
    case 'old-position':
      return [`The last place this desk has for you is from ${utcWords(reason.positionAt)}.`];
    case 'not-there-yet':
      return [`This desk expects you there from ${utcWords(reason.from)}.`];
    case 'gone':
      return [`This desk expected you there until ${utcWords(reason.to)}.`];
    case 'no-channel':
      return ['This desk has no address for you.'];
    case 'unverified':
      return ['Nobody at this desk has confirmed the warning yet.'];
    case 'not-actual':
      return ['The warning’s status is ', word(reason.status), ': it is not real.'];
    case 'not-a-warning':
      return ['The message’s type is ', word(reason.msgType), ': it is no warning.'];
    case 'expired':
      return [`The warning ended at ${utcWords(reason.at)}.`];
    case 'cancelled':
      return ['The issuer cancelled the warning.'];
    case 'superseded':
      return ['The issuer replaced the warning by a later one.'];
    case 'too-old':
      return [
        `The warning states no end and was sent at ${utcWords(reason.sentAt)}, more than ${reason.hours} hours ago.`,
      ];
    case 'sent-unreadable':
      return ['The warning states no end, and when it was sent can’t be read.'];
    case 'no-area':
      return ['The warning names no area.'];
    case 'restricted':
      return ['The issuer marked the warning as ', word(reason.scope), '.'];
  }
}

const distance = (meters: number): string => (meters < 1000 ? `${meters} m` : `${meters / 1000} km`);
const word = (text: string): Theirs => theirs(oneLine(text, 60), null);
