/** What is reported to have happened: one event per deed and place, and what was taken back. */
import type { Side, SituationEvent, TakenBack } from '../../core/situation.ts';
import type { EventRead } from '../../core/text/reading.ts';
import type { Instant } from '../../core/time/time.ts';
import { type Gazetteer, linesOf } from '../anchor/gazetteer.ts';
import { newsFor, type Stretch, saidAt, stretchOf, toldOf } from '../anchor/time.ts';
import { citeOf } from './cite.ts';
import { isByWords, isWithin, type Member, sayerOf, withdrawerIn } from './withdrawals.ts';

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
 * Deeds by newest mention. `heard`: what is known at the moment asked for. `recorded`: all there is, for what is taken back was never
 * so, whatever the moment.
 */
export function deedsOf(heard: readonly Member[], recorded: readonly Member[], gazetteer: Gazetteer): Deed[] {
  const groups: Group[] = [];
  const happened = heard.filter(({ event }) => event.status === 'happened');
  for (const member of happened.toSorted((a, b) => clearerFirst(a, b, gazetteer))) {
    const group = groups.find((one) => isSame(one, member, gazetteer));
    if (group) add(group, member, gazetteer);
    else groups.push(groupOf(member));
  }
  const withdrawer = withdrawerIn(recorded.toSorted(inOrder), gazetteer);
  const deeds = groups.map((group) => deedOf(group, withdrawer));
  return deeds.toSorted((a, b) => newestOf(b) - newestOf(a) || a.event.cite.start - b.event.cite.start);
}

const newestOf = ({ members }: Deed): Instant => Math.max(...members.map(timeOf));

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

/** The time an event states, else the day of its notice among others, else the two days before it was told. */
function whenOf({ event, reading }: Member): Stretch {
  const day = toldOf(event)?.value ?? null;
  const stated = day === null ? null : stretchOf(day);
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

function deedOf(group: Group, takenBack: (member: Member) => Member | undefined): Deed {
  const standing = group.members.filter((member) => !takenBack(member));
  const by = standing.length > 0 ? undefined : group.members.map(takenBack).find((one) => one !== undefined);
  const members = (by ? group.members : standing).toSorted(inOrder);
  const best = bestOf(members, group);
  const others = members.filter((member) => member !== best).toSorted((a, b) => inOrder(b, a));
  const first = members.reduce((one, other) => (timeOf(other) < timeOf(one) ? other : one));
  const place = group.place?.kind === 'place' ? group.place.place : null;
  const event: SituationEvent = {
    type: best.event.type,
    what: best.event.what.value,
    status: by ? 'withdrawn' : 'happened',
    place: place?.name ?? null,
    placeId: place?.id ?? null,
    cite: citeEvent(best),
    cites: [best, ...others].map(citeEvent),
    withdrawnBy: by ? citeEvent(by) : null,
    speaker: sayerOf(best),
    withdrawnSpeaker: by ? sayerOf(by) : null,
    citeAt: timeOf(best),
    at: timeOf(first),
    // Of one report the words that are quoted are the first.
    first: sideOf(first.reading === best.reading ? best : first),
    takenBack: by ? [] : takenBackOf(group, takenBack),
  };
  return { event, members };
}

const timeOf = ({ reading }: Member): Instant => saidAt(reading);

const takenBackOf = ({ members }: Group, withdrawer: (member: Member) => Member | undefined): TakenBack[] =>
  members
    .toSorted((a, b) => inOrder(b, a))
    .flatMap((member) => {
      const by = withdrawer(member);
      return by ? [{ cite: citeEvent(member), withdrawnBy: citeEvent(by), withdrawnSpeaker: sayerOf(by) }] : [];
    });

/** Who says that it happened, or that it did not, and with which words. */
export const sideOf = (member: Member): Side => ({ speaker: sayerOf(member), cite: citeEvent(member) });

const citeEvent = ({ reading, event }: Member): SituationEvent['cite'] =>
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
