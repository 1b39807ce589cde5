/** Whether a line behind “Assistance:” only says whom to call, where the office is and where to enrol. Anything else there is part of the notice. */
import { mentionsIn } from '../../core/geo/gazetteer/gazetteer.ts';
import { familyIn } from '../../core/hazard.ts';
import { contactAddress } from '../../read/advice/clear.ts';

/** No other words stand in such a line: none that denies, leaves out, orders or names an hour. */
const words = new RegExp(
  `^(?:${[
    String.raw`[¤%\s.,;:/()&|–—-]`,
    String.raw`(?:us|embassy|consulates?|consular|mission|general|american|citizens?|services?|unit|section|acs|state|department|bureau|affairs|country|specific|travel|advisor(?:y|ies))(?![\p{L}\d])`,
    String.raw`(?:(?:tele)?phone|tel|mobile|fax|e-?mail|web ?site|hotline|switchboard|numbers?|main|routine|emergenc(?:y|ies)|after[- ]hours|24[- ]hours?|24/7|toll-free|overseas|facebook|twitter|whatsapp)(?![\p{L}\d])`,
    String.raw`(?:please|call|contact|visit|see|check|follow|leave a message|if you need|any|further|additional|immediate|more|assistance|help|information|questions|the|our|your|in|at|on|of|for|from|or|and|to|an?)(?![\p{L}\d])`,
    String.raw`(?:enrol?l|smart|travell?er|enrol?lment|program(?:me)?|step|receive|security|updates|alerts|make it easier to locate you)(?![\p{L}\d])`,
  ].join('|')})+$`,
  'iu',
);
const street =
  /^(?:\d+[\p{L}]?,? )?(?:\p{Lu}[\p{L}.’'-]+ ){1,4}(?:Road|Street|Avenue|Boulevard|Rd|St|Ave|Blvd|Lane|Drive)\.?(?:,? (?:No\.? ?)?\d+)?[\s,%]*[.]?$/u;
const command = /\b(?:avoid|leave|stay|keep|evacuate|depart|go|shelter|closed?|block\w*|cross|mined?|not?|unsafe)\b/i;

export function isContact(line: string): boolean {
  const bare = masked(line.replaceAll(/\bU\.\s?S\./g, 'US').replace(contactAddress, '¤'));
  return bare.split(/(?<=[.!?])\s+/).every((one) => {
    if (words.test(one)) return true;
    return street.test(one) && !command.test(one) && familyIn(one) === null;
  });
}

/** With `%` for each town, division and country: an office lies there. A gate or an airport is more than an address. */
const masked = (line: string): string =>
  mentionsIn(line).reduceRight((left, { start, end, places }) => {
    const isSeat = places.every(({ kind }) => kind === 'town' || kind === 'admin1' || kind === 'country');
    return isSeat && left.slice(start, end) !== 'US' ? `${left.slice(0, start)}%${left.slice(end)}` : left;
  }, line);
