/** Rules about `<references>`: which earlier alerts an alert may name, and how. */
import { parseInstant } from '../../../time/time.ts';
import type { Reference, Said } from '../../model.ts';
import { clip } from '../../xml/tree.ts';
import { ourLimit, type Rule } from '../rule.ts';

const source = 'CAP 1.2, alert, references';

/** The code at most once for an alert: all references stand in one place. */
const first =
  (isBroken: (reference: Reference, alert: Said) => boolean, message: (reference: Reference) => string) =>
  (alert: Said, find: (path: string, message: string) => void): void => {
    const broken = alert.references.find((reference) => isBroken(reference, alert));
    if (broken) find('references', message(broken));
  };

/** Whether both name the same moment; words that are no time are compared as words. */
function isSameTime(sent: string, own: Said['sent']): boolean {
  return sent === own.text || (own.at !== null && parseInstant(sent) === own.at);
}

const sharesName = ({ sender, identifier }: Reference, alert: Said): boolean =>
  sender === alert.sender && identifier === alert.identifier;

const named = ({ identifier }: Reference): string => `“${clip(identifier)}”`;

export const referenceRules: readonly Rule[] = [
  {
    code: 'cap.references.empty',
    judges: 'spec',
    severity: 'warning',
    source,
    asks: '<references> names at least one alert, or is left out.',
    why: 'Receivers that check strictly refuse an empty one. Name the alert, or take the element out.',
  },
  {
    code: 'cap.references.not-a-triplet',
    judges: 'spec',
    severity: 'error',
    source,
    asks: 'Each reference is sender,identifier,sent without white space inside; white space stands between references.',
    why: 'What is not written so names no alert: the warning that it should end stays in force. Write all three parts.',
  },
  {
    code: 'cap.references.without-sent',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.0, alert, references',
    asks: 'A reference names its alert with the time at which that was sent.',
    why: 'CAP 1.0 refers by identifier and sender alone, which does not say which of several is meant; such a reference ends nothing here. Send CAP 1.2.',
  },
  {
    code: 'cap.references.too-many',
    judges: 'none',
    severity: 'error',
    source: ourLimit,
    asks: '<references> names at most 1,000 alerts.',
    why: 'Those behind the thousandth are not read, so they are not ended. Refer to the latest ones.',
  },
  {
    code: 'cap.references.time',
    judges: 'spec',
    severity: 'warning',
    source,
    asks: 'The third part of a reference is the <sent> of the alert that it names, written as there.',
    why: 'Receivers that compare times do not find the alert, and it stays in force. Copy its <sent> letter by letter.',
    check: first(
      ({ sent }) => parseInstant(sent) === null,
      (reference) =>
        `The reference to ${named(reference)} ends in “${clip(reference.sent)}”, which is no date and time with its offset; copy the <sent> of that alert.`,
    ),
  },
  {
    code: 'cap.references.self',
    judges: 'spec',
    severity: 'error',
    source,
    asks: 'An alert does not refer to itself.',
    why: 'Taken at its word it would end itself. Name the earlier alert that is meant.',
    check: first(
      (reference, alert) => sharesName(reference, alert) && isSameTime(reference.sent, alert.sent),
      () => 'The alert refers to itself; name the earlier alert that is meant.',
    ),
  },
  {
    code: 'cap.identifier.reused',
    judges: 'spec',
    severity: 'error',
    source: 'CAP 1.2, alert, identifier',
    asks: 'Each alert of a sender has an identifier of its own, an update too.',
    why: 'Receivers that know the identifier take the new alert for one they have, and never show it. Give it a new identifier.',
    check: (alert, find) => {
      if (alert.references.some((one) => sharesName(one, alert) && !isSameTime(one.sent, alert.sent)))
        find(
          'identifier',
          `The identifier “${clip(alert.identifier)}” is also that of the earlier alert in <references>; give each alert one of its own.`,
        );
    },
  },
  {
    code: 'cap.identifier.shared',
    judges: 'spec',
    severity: 'info',
    source: 'CAP 1.2, alert, identifier',
    asks: 'An alert and the one of another sender that it refers to have different identifiers.',
    why: 'The sender tells them apart, and receivers that look at the identifier alone mix them up. Choose identifiers that nobody else uses.',
    check: (alert, find) => {
      if (alert.references.some(({ sender, identifier }) => identifier === alert.identifier && sender !== alert.sender))
        find(
          'identifier',
          `An alert of another sender in <references> has the same identifier, “${clip(alert.identifier)}”; receivers may mix them up.`,
        );
    },
  },
  {
    code: 'cap.references.postdated',
    judges: 'spec',
    severity: 'error',
    source,
    asks: 'An alert refers to alerts that were sent before it.',
    why: 'Something later cannot have been known; one of the two times is wrong, and receivers do not end the alert that is named. Correct it.',
    check: first(
      ({ sent }, { sent: own }) => own.at !== null && (parseInstant(sent) ?? own.at) > own.at,
      (reference) =>
        `The reference to ${named(reference)} says that it was sent at ${clip(reference.sent)}, later than this alert; correct one of the times.`,
    ),
  },
  {
    code: 'cap.references.twice',
    judges: 'spec',
    severity: 'info',
    source,
    asks: 'Each alert stands once in <references>.',
    why: 'It does no harm, and hides that another alert may have been meant. Leave the second one out.',
    check: ({ references }, find) => {
      const names = new Set(references.map(({ sender, identifier, sent }) => `${sender},${identifier},${sent}`));
      if (names.size < references.length) find('references', 'The same alert stands more than once; name each once.');
    },
  },
];
