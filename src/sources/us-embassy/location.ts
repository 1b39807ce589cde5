/** Which places an embassy's notice is about: those of its Location line, else the first facility it names, else where it says that the danger is, else where the office is. */
import { circleOf, liesIn, type Place } from '../../core/geo/place.ts';
import type { Reading } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import type { Danger } from '../../read/advice/dangers.ts';
import { placesWithin, spanAt } from '../../read/advice/stated.ts';
import { unknownFacilities } from '../../read/advice/unknown.ts';
import type { MainPlace } from '../../read/advice.ts';
import { distanceAround } from '../../read/places/distance.ts';
import { isLeftOut, partAt } from '../../read/places/part.ts';
import type { Office } from './office.ts';

/** Kinds of places, which stand beside a name and are none. */
const kinds =
  /\b(?:City|Province|Region|District|State|County|Prefecture|Governorate|Department|Island|Airport|International|Municipality|Area|Republic|Capital|Embassy|Nationwide|Countrywide|Greater|Metropolitan|Various|Multiple|North\w*|South\w*|East\w*|West\w*|Central|Within|Radius|The|All|And|Of)\b/g;
const nameIn = /\p{Lu}\p{Ll}{2,}/u;

type PlaceById = (id: string) => Place | null;

/** At least one. What the Location line names most closely stands first. */
export function mainPlacesOf(
  reading: Reading,
  office: Office | null,
  dangers: readonly Danger[],
  placeById: PlaceById,
): readonly [MainPlace, ...MainPlace[]] {
  const { document } = reading;
  const location = spanAt(document, 'location');
  if (location !== null)
    return placesOf(reading, location, document.text.slice(location.start, location.end), placeById);
  const all = placesWithin(reading, { start: 0, end: document.text.length }, placeById);
  const facility = all.find((place) => circleOf(place) !== null && place.within === null);
  if (facility) return [{ name: facility.name, place: facility }];
  // Where it says that the danger is; the office may be far from it.
  const first = dangers.find(({ places }) => places.length > 0);
  if (first) return placesOf(reading, first, null, placeById);
  const place = all.find(({ kind, name }) => kind === 'town' && name === office?.city) ?? closest(all);
  return [{ name: place?.name ?? office?.city ?? document.title ?? 'unnamed place', place }];
}

/** `line`: the Location line, which names its one place in the issuer's words. “Karachi and Lahore” are two; of “Kabul airport, Kabul, Afghanistan” the others say where the first lies. */
function placesOf(
  reading: Reading,
  location: Span,
  line: string | null,
  placeById: PlaceById,
): readonly [MainPlace, ...MainPlace[]] {
  const { text } = reading.document;
  const words = line ?? text.slice(location.start, location.end);
  // A square or a road that nobody here can place is not the known place that is named beside it.
  if (unknownFacilities(reading, location).length > 0) return [{ name: words, place: null }];
  const mentions = new Map(
    reading.places
      .filter((one) => !one.metonym && location.start <= one.start && one.end <= location.end && !isLeftOut(text, one))
      .map((one) => [one.value, one]),
  );
  const named = [...mentions.keys()].flatMap((id) => placeById(id) ?? []);
  const first = closest(named);
  if (first === null) return [{ name: words, place: null }];
  const others = named.filter(
    (one) => one !== first && !named.some((other) => saysWhere(one, other) && !areApart(one, other)),
  );
  const [main, ...also] = [first, ...others].map((place): MainPlace => {
    const mention = mentions.get(place.id);
    const stated = mention && circleOf(place) !== null ? distanceAround(text, mention, place) : null;
    if (stated !== null) {
      const name = text.slice(stated.start, stated.end);
      return { name, place: stated.meters === null ? null : { ...place, name, radiusMeters: stated.meters } };
    }
    const part = mention?.scope === 'part' ? partAt(text, mention) : null;
    const own = part ? text.slice(part.start, part.end) : place.name;
    return { name: others.length > 0 ? own : (line ?? own), place, isPart: part !== null };
  });
  // Beside a circle or a second place a name that nobody knows is left, with the line, for a person to place.
  const isMore = line !== null && (others.length > 0 || circleOf(first) !== null) && hasUnknownName();
  return [main ?? { name: words, place: first }, ...also, ...(isMore ? [{ name: words, place: null }] : [])];

  function hasUnknownName(): boolean {
    const known = reading.places.filter((one) => location.start <= one.start && one.end <= location.end);
    const rest = known.reduceRight((left, { start, end }) => {
      const [from, to] = [start - location.start, end - location.start];
      return `${left.slice(0, from)} ${left.slice(to)}`;
    }, words);
    return nameIn.test(rest.replace(kinds, ''));
  }

  function areApart(one: Place, other: Place): boolean {
    const [a, b] = [mentions.get(one.id), mentions.get(other.id)].toSorted((x, y) => (x?.start ?? 0) - (y?.start ?? 0));
    return /;|\n|&|\b(?:and|or)\b/i.test(text.slice(a?.end, b?.start));
  }
}

/** Whether a place only says where another lies: its country or division, or the town of a facility. */
const saysWhere = (place: Place, other: Place): boolean =>
  liesIn(other, place) ||
  other.within === place.id ||
  (place.kind === 'town' &&
    circleOf(other) !== null &&
    place.country === other.country &&
    (place.admin1 === null || other.admin1 === null || place.admin1 === other.admin1)) ||
  ((place.kind === 'admin1' || place.kind === 'region') && place.country === other.country && other.admin1 === null);

const closeness = ['airport', 'port', 'building', 'town', 'admin1', 'region', 'country'];
const closest = (places: readonly Place[]): Place | null =>
  places.reduce<Place | null>(
    (best, place) => (best && closeness.indexOf(best.kind) <= closeness.indexOf(place.kind) ? best : place),
    null,
  );

const joints = String.raw`[\s,;&()/.–-]|\b(?:and|or|in|at|the|of|city|province)\b`;
const namesOnly = new RegExp(`^(?:${joints})*$`, 'i');
const namesAndAround = new RegExp(
  `^(?:${joints}|\\b(?:near|around|vicinity|areas?|surround\\w+|its|greater)\\b)*$`,
  'i',
);

/**
 * What the Location line says beside the names of the places that are drawn by them alone, and of what holds those: a road to one, a part of one, one
 * that is left out, a day, a sentence below. `narrows`: whether it may mean less than those places.
 */
export function besideNames(
  reading: Reading,
  mains: readonly MainPlace[],
  placeById: PlaceById,
): { readonly narrows: boolean } | null {
  const location = spanAt(reading.document, 'location');
  const drawn = mains.flatMap(({ place, isPart }) => (place !== null && isDrawn(place, isPart === true) ? place : []));
  if (location === null || drawn.length === 0) return null;
  const line = reading.document.text.slice(location.start, location.end);
  const own = reading.places
    .filter(({ start, end }) => location.start <= start && end <= location.end)
    .filter(({ value }) => drawn.some((place) => isOrHolds(value, place, placeById)))
    .map(({ start, end }) => [start - location.start, end - location.start] as const);
  const stated = drawn
    .filter(({ radiusMeters, name }) => radiusMeters !== undefined && line.includes(name))
    .map(({ name }) => [line.indexOf(name), line.indexOf(name) + name.length] as const);
  const rest = [...own, ...stated].reduce(
    (left, [from, to]) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    line,
  );
  return namesOnly.test(rest) ? null : { narrows: !namesAndAround.test(rest) };
}

const isDrawn = (place: Place, isPart: boolean): boolean =>
  circleOf(place) !== null || (place.kind === 'country' && !isPart);
const isOrHolds = (id: string, place: Place, placeById: PlaceById): boolean => {
  const holder = placeById(id);
  return id === place.id || (holder !== null && saysWhere(holder, place));
};
