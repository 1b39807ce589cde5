/** What the picture asks of a gazetteer, and how places lie to each other. */
import type { Place } from '../../core/geo/place.ts';
import type { Shape } from '../../core/geo/shape.ts';

export interface Gazetteer {
  placeById(id: string): Place | null;
  /** ISO code of the one country whose places lie in the shapes; null when none does, or those of several. */
  countryIn(shapes: readonly Shape[]): string | null;
}

const facilities: readonly string[] = ['building', 'airport', 'port'];

export const isFacility = (place: Place): boolean => facilities.includes(place.kind);

/** The facility a place is a part of: the airport of a gate; itself for all others. */
export function rootOf(place: Place, gazetteer: Gazetteer): Place {
  return linesOf(place, gazetteer).at(-1) ?? place;
}

/** The place itself, then what it is part of, as far as facilities go. */
export function linesOf(place: Place, gazetteer: Gazetteer): Place[] {
  const line = [place];
  for (let next = partOf(place, gazetteer); next && !line.includes(next); next = partOf(next, gazetteer))
    line.push(next);
  return line;
}

function partOf(place: Place, gazetteer: Gazetteer): Place | null {
  const whole = place.within === null || !isFacility(place) ? null : gazetteer.placeById(place.within);
  return whole && isFacility(whole) ? whole : null;
}

const narrowness: Readonly<Record<string, number>> = {
  building: 0,
  airport: 1,
  port: 1,
  town: 2,
  area: 2,
  admin1: 3,
  region: 4,
  country: 5,
};

/** How wide a kind of place is, 0 a building … 5 a country. */
export const widthOf = (kind: string): number => narrowness[kind] ?? 2;
