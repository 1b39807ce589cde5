/** Words that name an event, with the type they tell of. */
import type { EventType } from '../../../core/text/reading.ts';

export interface Trigger {
  readonly type: EventType;
  /** As the event is called: lower case, singular. */
  readonly what: string;
  readonly words: string;
}

export const triggers: readonly Trigger[] = [
  { type: 'bombing', what: 'explosion', words: 'explosions?' },
  { type: 'bombing', what: 'explosion', words: 'exploded|detonated' },
  { type: 'bombing', what: 'blast', words: 'blasts?' },
  { type: 'bombing', what: 'bombing', words: '(?:suicide )?bombings?' },
  { type: 'bombing', what: 'suicide attack', words: 'suicide (?:bomb )?attacks?' },
  { type: 'attack', what: 'gunfire', words: 'gunfire|gunshots?' },
  { type: 'attack', what: 'shooting', words: 'shootings?|opened fire' },
  { type: 'attack', what: 'complex attack', words: 'complex attacks?' },
  {
    type: 'attack',
    what: 'attack',
    words: '(?:terrorist |terror |armed |rocket |drone |knife |air )?attacks?|attacked',
  },
  { type: 'attack', what: 'assault', words: 'assaults?|stormed' },
  { type: 'attack', what: 'ambush', words: 'ambush(?:es|ed)?' },
  { type: 'attack', what: 'massacre', words: 'massacres?|massacred|slaughtered' },
  { type: 'attack', what: 'clash', words: 'clashes|clashed' },
  { type: 'kidnapping', what: 'kidnapping', words: 'kidnapp?ings?|kidnapped|abductions?|abducted|hostage[- ]takings?' },
  { type: 'arson', what: 'arson', words: 'arson(?: attacks?)?|set fire to|torched' },
  { type: 'robbery', what: 'robbery', words: 'robber(?:y|ies)|robbed|looting|looted' },
  { type: 'forced-work-stoppage', what: 'forced work stoppage', words: 'forced work stoppages?' },
  { type: 'takeover', what: 'takeover', words: '(?:military )?takeovers?|seized (?:control|power)|coups?' },
  { type: 'evacuation', what: 'evacuation', words: 'evacuations?|airlifts?' },
];

export const anyTrigger = new RegExp(
  String.raw`(?<![\p{L}’'-])(?:${triggers.map(({ words }) => `(${words})`).join('|')})(?![\p{L}’'-])`,
  'giu',
);

export const triggerOf = (match: readonly (string | undefined)[]): Trigger | undefined =>
  triggers[match.findIndex((group, at) => at > 0 && group !== undefined) - 1];
