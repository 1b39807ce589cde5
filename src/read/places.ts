/** Places that a document names or refers back to, each resolved to one of the gazetteer. Nationalities are no places. */
import { countryOfSeat, placeById } from '../core/geo/gazetteer.ts';
import type { Place } from '../core/geo/place.ts';
import type { Document, PlaceField } from '../core/text/reading.ts';
import { fieldOf, type Span } from '../core/text/span.ts';
import { referencesIn } from './places/definite.ts';
import { mentionsOf } from './places/mentions.ts';
import { isMetonym } from './places/metonyms.ts';
import { partAt } from './places/part.ts';
import { type PlacedName, resolve } from './places/resolve.ts';

/** In order; none overlaps another, nor one of `skip` (names that are no places, such as those of armed groups). Linear time. */
export function placesOf(document: Document, skip: readonly Span[] = []): readonly PlaceField[] {
  const { text, blocks } = document;
  const named = resolve(text, mentionsOf(document, skip));
  const all: readonly Reference[] = [
    ...named.map((one, number) => ({ ...one, metonym: governs(one.place) && isMetonym(text, named, number) })),
    ...referencesIn(text, named).map((one) => ({ ...one, metonym: false })),
  ].toSorted((a, b) => a.start - b.start);
  let block = 0;
  return all.flatMap((one): PlaceField[] => {
    while ((blocks[block]?.end ?? Number.POSITIVE_INFINITY) <= one.start) block++;
    const zone = blocks[block];
    if (zone === undefined || zone.start > one.start || zone.end < one.end) return [];
    const place = one.metonym ? countryFor(one.place) : one.place;
    const { id, kind, point, country } = place;
    const { metonym } = one;
    const field = { ...fieldOf(text, one, zone.zone, id), kind, lat: point.lat, lon: point.lon, country, metonym };
    return [!metonym && partAt(text, one) !== null ? { ...field, scope: 'part' } : field];
  });
}

interface Reference extends PlacedName {
  readonly metonym: boolean;
}

const governs = (place: Place): boolean => place.kind === 'country' || countryOfSeat(place) !== null;

const countryFor = (place: Place): Place => countryOfSeat(place) ?? placeById(place.country) ?? place;
