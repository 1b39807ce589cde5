/** What of a reading can be placed: claims, warnings and events that name a place, with the family of danger they speak of. */
import { familyIn } from '../../core/hazard.ts';
import type { ReadingView } from '../../core/situation.ts';
import type { Claim, EventRead, EventType, PlaceField, TimeField, Warning } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import { type Gazetteer, isFacility, widthOf } from './gazetteer.ts';
import { type Spot, spotOf } from './spot.ts';
import { apartAfter, saidAt, stretchOf, toldOf } from './time.ts';

interface Said {
  readonly start: number;
  /** null when its own words tell of none. */
  readonly family: string | null;
  /** The places it names, the narrowest kind of them only. */
  readonly spots: readonly Spot[];
  /** It may be the first word of a situation. */
  readonly founds: boolean;
}
export type Word =
  | (Said & { readonly kind: 'claim'; readonly claim: Claim })
  | (Said & { readonly kind: 'warning'; readonly warning: Warning })
  | (Said & { readonly kind: 'event'; readonly event: EventRead });

/** All that speaks of now, in order of the text. What a text tells of other times belongs to no danger of today. */
export function wordsOf(reading: ReadingView, gazetteer: Gazetteer): Word[] {
  const { claims, warnings, events } = reading.said;
  const words = [
    ...claims.filter((claim) => !isPastClaim(reading, claim)).map((claim) => claimWord(reading, claim, gazetteer)),
    ...warnings.map((warning) => warningWord(warning, gazetteer)),
    ...events.filter((event) => !isPast(reading, toldOf(event))).map((event) => eventWord(event, gazetteer)),
  ];
  return words.toSorted((a, b) => a.start - b.start);
}

/** Teasers of other documents and the page's own furniture may join a danger, and are nobody's first word of it. */
const isAside = (zone: string): boolean => zone === 'related' || zone === 'boilerplate';

/** The narrator's sentence is nobody's word that a danger is there, nor is a denial. */
function claimWord(reading: ReadingView, claim: Claim, gazetteer: Gazetteer): Word {
  const { content, speaker, modality, stance } = claim;
  const places = claim.places.length > 0 ? claim.places : reading.said.places.filter((place) => isIn(place, content));
  const speaks = speaker !== null && modality !== 'narration' && (stance === null || stance === 'asserts');
  return {
    kind: 'claim',
    claim,
    start: content.start,
    family: familyIn(content.text),
    spots: spotsOf(places.filter(isPlain).map(nameOf), gazetteer),
    founds: speaks && !isAside(content.zone),
  };
}

function warningWord(warning: Warning, gazetteer: Gazetteer): Word {
  const { hazard, area, words, issuer, speaker, instructions } = warning;
  const isOver = instructions.length > 0 && instructions.every(({ value }) => value === 'all-clear');
  const followed = instructions.flatMap(({ places }) => places.map((id) => [id, id] as const));
  return {
    kind: 'warning',
    warning,
    start: words.start,
    family: hazard?.value ?? familyIn(words.text),
    spots: spotsOf(area ? [[area.value, area.text]] : followed, gazetteer),
    founds: (issuer !== null || speaker !== null) && !isAside(words.zone) && !isOver,
  };
}

const familyOfType: Readonly<Partial<Record<EventType, string>>> = {
  attack: 'attack',
  bombing: 'attack',
  kidnapping: 'kidnapping',
  robbery: 'crime',
};

function eventWord(event: EventRead, gazetteer: Gazetteer): Word {
  const { what, type, place, status } = event;
  return {
    kind: 'event',
    event,
    start: event.start,
    family: familyOfType[type] ?? familyIn(what.text),
    spots: spotsOf(place ? [[place.value, place.text]] : [], gazetteer),
    founds: status === 'happened' && !isAside(what.zone),
  };
}

const isPlain = ({ metonym }: PlaceField): boolean => !metonym;
const nameOf = ({ value, text }: PlaceField): readonly [string, string] => [value, text];

/** “At the airport in Kabul” is at the airport; a country, a region and what is fuzzy are no place where a danger is. */
function spotsOf(named: readonly (readonly [string, string])[], gazetteer: Gazetteer): Spot[] {
  const spots = named.map(([id, text]) => spotOf(id, text, gazetteer)).filter(isSpot);
  const width = (spot: Spot): number =>
    spot.kind === 'place' && !isFacility(spot.place) ? widthOf(spot.place.kind) : 0;
  const least = Math.min(...spots.map(width));
  return spots.filter((spot) => width(spot) === least);
}

const isSpot = (spot: Spot): boolean =>
  spot.kind === 'place' && !spot.place.fuzzy && spot.place.kind !== 'country' && spot.place.kind !== 'region';

export const isIn = (part: Span, whole: Span): boolean => part.start >= whole.start && part.end <= whole.end;
export const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function isPast(reading: ReadingView, time: TimeField | null): boolean {
  const stretch = time?.value ? stretchOf(time.value) : null;
  return stretch !== null && stretch.to < saidAt(reading) - apartAfter;
}

/** By its own time, else by the times in its words, else by the event that it tells. */
function isPastClaim(reading: ReadingView, claim: Claim): boolean {
  const { content } = claim;
  const stated = toldOf(claim);
  if (stated?.value) return isPast(reading, stated);
  const times = reading.said.times.filter((one) => one.value !== null && isIn(one, content));
  if (times.length > 0) return times.every((one) => isPast(reading, one));
  const told = reading.said.events.filter((event) => touches(event, content) && toldOf(event) !== null);
  return told.length > 0 && told.every((event) => isPast(reading, toldOf(event)));
}
