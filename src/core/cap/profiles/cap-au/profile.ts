/** CAP-AU, the profile of Australia: one event by its list, and places by the codes of the country. */
import type { NamedValue } from '../../model.ts';
import type { Rule } from '../../rules/rule.ts';
import { inInfos } from '../../rules/standard/walk.ts';
import { clip } from '../../xml/tree.ts';
import type { Profile } from '../profile.ts';
import {
  type Asker,
  eachArea,
  sameCategories,
  sameEventCodes,
  sameEvents,
  withCode,
  withDrawnArea,
  withInfo,
  withParts,
  withReferences,
} from '../shared.ts';
import { eventNames } from './events.ts';

const australia: Asker = {
  name: 'cap-au',
  title: 'CAP-AU',
  document: 'CAP 1.2 Australia Profile 1.0 (OASIS; text not seen)',
};

const code = 'urn:oasis:names:tc:emergency:cap:1.2:profile:CAP-AU:1.0';

/** The event list is named by its address in a register or by its URN; both are in use. */
const isListed = ({ valueName }: NamedValue): boolean => /AUeventLIST|^https?:\/\/govshare\.gov\.au\//i.test(valueName);

/** Addresses of places, ISO 3166-2, the gazetteer and postcodes, by address or URN. */
const isPlace = ({ valueName, value }: NamedValue): boolean =>
  value !== '' && /CAP-AU:|psma\.com\.au|ga\.gov\.au|ISO[ -]?3166-2|iso\.org\/iso\/country_codes/i.test(valueName);

/** How an event is called, whether or not with blanks and capitals: `Bush Fire` is `Bushfire`. */
const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

const listRules: readonly Rule[] = [
  {
    code: 'cap-au.eventCode.missing',
    judges: 'profile',
    severity: 'error',
    source: `${australia.document}, info, eventCode`,
    asks: 'Each info has an event code of AUeventLIST.',
    why: 'Receivers choose by it what they pass on. Add the code that fits best.',
    check: inInfos(({ eventCodes }, find) => {
      if (!eventCodes.some(isListed))
        find('', 'This info has no event code of AUeventLIST; add the one that fits best, such as bushFire.');
    }),
  },
  {
    code: 'cap-au.eventCode.several',
    judges: 'profile',
    severity: 'error',
    source: `${australia.document}, info, eventCode`,
    asks: 'An info has one event code of AUeventLIST.',
    why: 'With two, receivers show one danger or the other. Send an alert for each.',
    check: inInfos(({ eventCodes }, find) => {
      const [, second] = eventCodes.filter(isListed);
      if (second !== undefined)
        find(
          `eventCode[${eventCodes.indexOf(second) + 1}]`,
          'This is a second event code of AUeventLIST; send an alert for each event.',
        );
    }),
  },
  {
    code: 'cap-au.eventCode.unknown',
    judges: 'profile',
    severity: 'error',
    source: 'AUeventLIST 1.0',
    asks: 'An event code that is said to be of AUeventLIST stands in that list, letter by letter.',
    why: 'One that is not in the list is nothing to receivers, and the alert is not passed on. Take the code from the list.',
    check: inInfos(({ eventCodes }, find) => {
      for (const [i, eventCode] of eventCodes.entries())
        if (isListed(eventCode) && !eventNames.has(eventCode.value))
          find(
            `eventCode[${i + 1}]/value`,
            `“${clip(eventCode.value)}” is not in AUeventLIST 1.0; take the code from the list.`,
          );
    }),
  },
  {
    code: 'cap-au.event.not-of-code',
    judges: 'profile',
    severity: 'error',
    source: 'AUeventLIST 1.0',
    asks: 'In English, <event> is the name that AUeventLIST gives the code, or that of its group.',
    why: 'People are shown the one, machines go by the other; when they differ, two dangers are told of. Use the name in the list.',
    check: inInfos(({ eventCodes, event, language }, find) => {
      const names = eventNames.get(eventCodes.find(isListed)?.value ?? '');
      const isEnglish = /^en(?:-|$)/i.test(language ?? 'en-US');
      if (names === undefined || !isEnglish || event === '') return;
      if (!names.some((name) => lettersOf(name) === lettersOf(event)))
        find('event', `“${clip(event)}” is not what AUeventLIST calls this code: ${[...new Set(names)].join(' or ')}.`);
    }),
  },
];

const otherRules: readonly Rule[] = [
  {
    code: 'cap-au.effective.in-cancel',
    judges: 'profile',
    severity: 'error',
    source: `${australia.document}, info, effective`,
    asks: 'A Cancel has no <effective>.',
    why: 'It ends the alert when it is sent; one that takes effect later leaves people in doubt. Leave it out.',
    check: inInfos(({ effective }, find, { msgType }) => {
      if (msgType === 'Cancel' && effective !== null)
        find('effective', 'A Cancel takes effect when it is sent; leave <effective> out.');
    }),
  },
  {
    code: 'cap-au.sender.form',
    judges: 'profile',
    severity: 'warning',
    source: `${australia.document}, alert, sender`,
    asks: '<sender> is an e-mail address of the agency.',
    why: 'Its domain says who speaks, and others can check it. Write one of a domain of the agency.',
    check: ({ sender }, find) => {
      if (sender !== '' && !/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(sender))
        find('sender', `“${clip(sender)}” is no e-mail address; write one of the agency.`);
    },
  },
  {
    code: 'cap-au.geocode.missing',
    judges: 'profile',
    severity: 'info',
    source: `${australia.document}, area, geocode`,
    asks: 'An area has a code of a place: an address (G-NAF), ISO 3166-2, the gazetteer or a postcode.',
    why: 'Receivers that cannot draw choose by it. Add one of them.',
    check: eachArea(
      (geocodes) => geocodes.some(isPlace),
      (area) => `“${area}” has no code of a place that CAP-AU names, such as ISO 3166-2 or a postcode; add one.`,
    ),
  },
];

export const capAu: Profile = {
  name: australia.name,
  title: 'CAP-AU 1.0 (Australia)',
  rules: [
    withCode(australia, new RegExp(`^${code.replaceAll('.', '\\.')}$`), code),
    withInfo(australia),
    withReferences(australia),
    sameCategories(australia),
    sameEventCodes(australia),
    sameEvents(australia),
    ...listRules,
    ...withParts(australia, 'error', 'area'),
    ...otherRules,
    ...withParts(australia, 'warning', 'expires', 'senderName', 'responseType', 'instruction'),
    withDrawnArea(australia, 'info'),
  ],
};
