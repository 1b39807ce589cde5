/** Who may take back what was reported to have happened. All others deny it, and both stand. */
import { mayTell } from '../../core/model.ts';
import type { ReadingView } from '../../core/situation.ts';
import type { Anchor } from '../anchor/anchors.ts';
import { type Gazetteer, linesOf } from '../anchor/gazetteer.ts';
import { saidAt, saidFor } from '../anchor/time.ts';
import { touches } from '../anchor/words.ts';

export type Member = Anchor['events'][number];

/**
 * Finds what takes an event back, among all events recorded of one danger, in recorded order: words of the body that reported it, or of
 * an official source. What was only passed on (“gunfire has been reported”) is nobody's own: whoever gave an account of that danger
 * before may take it back.
 */
export function withdrawerIn(
  recorded: readonly Member[],
  gazetteer: Gazetteer,
): (member: Member) => Member | undefined {
  const withdrawals = recorded.filter(({ event }) => event.status === 'withdrawn');
  const accounts = recorded.filter(({ event }) => event.status === 'happened');
  const isEntitled = (one: Member, member: Member): boolean =>
    mayTell(one.reading.trust) ||
    isOfOneBody(one, member) ||
    (isHearsay(member) && accounts.some((account) => isLater(one, account) && isOfOneBody(one, account)));
  return (member) =>
    withdrawals.find((one) => isLater(one, member) && isAbout(one, member, gazetteer) && isEntitled(one, member));
}

/** Only what was recorded before can be taken back, and not after weeks. */
export const isLater = ({ reading: one }: Member, { reading: other }: Member): boolean =>
  one.recorded.seq > other.recorded.seq && saidAt(one) - saidAt(other) <= saidFor;

/** They come from one house, or one person says both; what nobody has vouched for speaks for none who is better known. */
function isOfOneBody(one: Member, other: Member): boolean {
  if (one.reading.trust === 'unverified' && other.reading.trust !== 'unverified') return false;
  const alike = [
    [houseOf(one.reading), houseOf(other.reading)],
    [one.reading.publisher, other.reading.publisher],
    [sayerOf(one), sayerOf(other)],
  ];
  return alike.some(([a, b]) => a !== null && a === b);
}

const houseOf = ({ url }: ReadingView): string | null =>
  /^https?:\/\/([^/?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null;

/** Who says that it happened, or that it did not; null when the text itself does. */
export function sayerOf({ reading, event }: Member): string | null {
  const claim = reading.said.claims.find((one) => one.speaker !== null && touches(event, one.content));
  return claim?.speaker?.value ?? null;
}

const isHearsay = ({ event }: Member): boolean => /\breport(?:ed|edly|s)\b/i.test(event.text);

/** Whether a withdrawal or a denial speaks of this event: its words name the deed, its place is the same or the whole of it; without a place they mean the first of its kind. */
export function isAbout(one: Member, member: Member, gazetteer: Gazetteer): boolean {
  const { event, spot } = one;
  const named = names(`${event.what.value} ${event.text}`, member.event.what.value);
  if (!spot)
    return event.place === null && named && !/\b(second|another|further|more|other|additional)\b/i.test(event.text);
  const alike = named || (event.type === member.event.type && !isByWords(event.type));
  return alike && member.spot !== null && isWithin(member.spot, spot, gazetteer);
}

/** “Attack” alone stands in many words (“complex attack”) and is named only by itself. */
function names(words: string, what: string): boolean {
  const text = ` ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return what === 'attack' ? text.startsWith(' attack ') : text.includes(` ${what} `);
}

/** Types so wide that only the same word means the same deed. */
export const isByWords = (type: string): boolean => type === 'attack' || type === 'other';

type Spotted = NonNullable<Member['spot']>;

export function isWithin(part: Spotted, whole: Spotted, gazetteer: Gazetteer): boolean {
  if (part.kind !== 'place' || whole.kind !== 'place') return false;
  return linesOf(part.place, gazetteer).some(({ id }) => id === whole.place.id);
}
