/** What is reported to have happened: one event per deed and place, and what was taken back. */
import type { SituationEvent } from '../../core/situation.ts';
import type { EventRead } from '../../core/text/reading.ts';
import { day, type Instant } from '../../core/time/time.ts';
import type { Anchor } from '../anchor/anchors.ts';
import { type Gazetteer, linesOf } from '../anchor/gazetteer.ts';
import { newsFor, type Stretch, saidAt, stretchOf } from '../anchor/time.ts';
import { citeOf } from './cite.ts';

export type Member = Anchor['events'][number];

/** One deed: all that report it, and who took it back. */
export interface Deed {
  readonly event: SituationEvent;
  readonly members: readonly Member[];
}

interface Group {
  readonly members: Member[];
  readonly type: string;
  readonly what: string;
  place: Member['spot'];
  when: Stretch;
}

/**
 * Deeds by newest mention. `heard`: what is known at the moment asked for. `withdrawn`: all that was recorded, for what is taken
 * back was never so, whatever the moment.
 */
export function deedsOf(heard: readonly Member[], withdrawn: readonly Member[], gazetteer: Gazetteer): Deed[] {
  const groups: Group[] = [];
  const happened = heard.filter(({ event }) => event.status === 'happened');
  for (const member of happened.toSorted((a, b) => clearerFirst(a, b, gazetteer))) {
    const group = groups.find((one) => isSame(one, member, gazetteer));
    if (group) add(group, member, gazetteer);
    else groups.push(groupOf(member));
  }
  const ordered = withdrawn.toSorted(inOrder);
  const deeds = groups.map((group) => deedOf(group, ordered, gazetteer));
  return deeds.toSorted((a, b) => newestOf(b) - newestOf(a) || a.event.cite.start - b.event.cite.start);
}

const newestOf = ({ members }: Deed): Instant => Math.max(...members.map(({ reading }) => saidAt(reading)));

/** “A complex attack” tells of the same deed as the bomb that was a part of it. */
const isGeneral = ({ type, what }: EventRead): boolean => type === 'attack' && /\battack$/.test(what.value);

/** A gate before its airport, that before no place at all; the bomb before “an attack”; then as recorded. */
function clearerFirst(a: Member, b: Member, gazetteer: Gazetteer): number {
  const general = (one: Member): number => Number(isGeneral(one.event));
  const depth = ({ spot }: Member): number => (spot?.kind === 'place' ? linesOf(spot.place, gazetteer).length : 0);
  return general(a) - general(b) || depth(b) - depth(a) || inOrder(a, b);
}

const inOrder = (a: Member, b: Member): number =>
  a.reading.recorded.seq - b.reading.recorded.seq ||
  (a.reading.report < b.reading.report ? -1 : a.reading.report > b.reading.report ? 1 : 0) ||
  a.event.start - b.event.start;

const groupOf = (member: Member): Group => ({
  members: [member],
  type: member.event.type,
  what: member.event.what.value,
  place: member.spot,
  when: whenOf(member),
});

function add(group: Group, member: Member, gazetteer: Gazetteer): void {
  group.members.push(member);
  if (member.spot && (group.place === null || isWithin(member.spot, group.place, gazetteer))) group.place = member.spot;
  const when = whenOf(member);
  group.when = { from: Math.min(group.when.from, when.from), to: Math.max(group.when.to, when.to) };
}

/** The time an event states, else the two days before it was told. */
function whenOf({ event, reading }: Member): Stretch {
  const stated = event.time?.value ? stretchOf(event.time.value) : null;
  return stated ?? { from: saidAt(reading) - newsFor, to: saidAt(reading) };
}

function isSame(group: Group, member: Member, gazetteer: Gazetteer): boolean {
  const { type, what } = member.event;
  const when = whenOf(member);
  if (when.from > group.when.to || when.to < group.when.from) return false;
  const alike = isByWords(type) ? type === group.type && what.value === group.what : type === group.type;
  const general = isGeneral(member.event) && (group.type === 'bombing' || /\battack$/.test(group.what));
  if (!alike && !general) return false;
  if (!group.place || !member.spot) return true;
  return isWithin(member.spot, group.place, gazetteer) || isWithin(group.place, member.spot, gazetteer);
}

/** Types so wide that only the same word means the same deed. */
const isByWords = (type: string): boolean => type === 'attack' || type === 'other';

type Spotted = NonNullable<Member['spot']>;

function isWithin(part: Spotted, whole: Spotted, gazetteer: Gazetteer): boolean {
  if (part.kind !== 'place' || whole.kind !== 'place') return false;
  return linesOf(part.place, gazetteer).some(({ id }) => id === whole.place.id);
}

function deedOf(group: Group, withdrawn: readonly Member[], gazetteer: Gazetteer): Deed {
  const takenBack = (member: Member): Member | undefined => withdrawn.find((one) => takesBack(one, member, gazetteer));
  const standing = group.members.filter((member) => !takenBack(member));
  const by = standing.length > 0 ? undefined : group.members.map(takenBack).find((one) => one !== undefined);
  const members = (by ? group.members : standing).toSorted(inOrder);
  const first = bestOf(members, group);
  const others = members.filter((member) => member !== first).toSorted((a, b) => inOrder(b, a));
  const place = group.place?.kind === 'place' ? group.place.place : null;
  const event: SituationEvent = {
    type: first.event.type,
    what: first.event.what.value,
    status: by ? 'withdrawn' : 'happened',
    place: place?.name ?? null,
    placeId: place?.id ?? null,
    cite: citeEvent(first),
    cites: [first, ...others].map(citeEvent),
    withdrawnBy: by ? citeEvent(by) : null,
    at: saidAt(first.reading),
  };
  return { event, members };
}

export const citeEvent = ({ reading, event }: Member): SituationEvent['cite'] =>
  citeOf(reading.report, { text: event.text, start: event.start, end: event.end, zone: event.what.zone });

/** Of the first report that names the deed and the place, the words that say most; they may leave out a place named beside them. */
function bestOf(members: readonly Member[], { place, type }: Group): Member {
  const alike = members.filter(({ event }) => event.type === type);
  const named = alike.filter(({ spot }) => !place || placeIdOf(spot) === placeIdOf(place));
  const first = (named[0] ?? alike[0] ?? members[0]) as Member;
  return alike
    .filter(
      ({ reading, spot }) => reading === first.reading && (spot === null || placeIdOf(spot) === placeIdOf(first.spot)),
    )
    .reduce((best, one) => (one.event.text.length > best.event.text.length ? one : best), first);
}

const placeIdOf = (spot: Member['spot']): string | null => (spot?.kind === 'place' ? spot.place.id : null);

/** Only what was recorded before can be taken back, and not by what nobody has vouched for if that was better known; without a place the words must name the deed, and mean the first of its kind. */
export function takesBack(one: Member, member: Member, gazetteer: Gazetteer): boolean {
  if (one.reading.recorded.seq <= member.reading.recorded.seq) return false;
  if (saidAt(one.reading) - saidAt(member.reading) > 30 * day) return false;
  if (one.reading.trust === 'unverified' && member.reading.trust !== 'unverified') return false;
  return isAbout(one, member, gazetteer);
}

/** Whether a withdrawal or a denial speaks of this event: its words name the deed, its place is the same or the whole of it. */
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
