/** Which of the desk's own places an alert in force warns of. */
import type { DeskPlace, PlaceInside } from '../core/desk-place.ts';
import type { AlertView } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { type DrawnArea, drawnAreas } from './match.ts';
import { holderOf } from './placed.ts';
import { warnedAt } from './safe-places.ts';

/** Those that share a point with one of the areas, their edges included, or may, in the order given. */
export function placesIn(
  areas: readonly Pick<DrawnArea, 'shape' | 'near'>[],
  places: readonly DeskPlace[],
): PlaceInside[] {
  const holders = places.length === 0 ? [] : areas.map(holderOf);
  return places.flatMap((place) => {
    const found = new Set(holders.map((lies) => lies(place.point, place.shape)));
    return found.has('inside') || found.has('maybe') ? [{ place, isSure: found.has('inside') }] : [];
  });
}

/** By the areas that are drawn or named by a code with a boundary. Only an alert in force has any. */
export const placesWarned = (view: AlertView, now: Instant, places: readonly DeskPlace[]): PlaceInside[] =>
  places.length === 0 ? [] : placesIn(warnedAt([view], now).areas, places);

/** By the same areas, whether or not the alert is in force by now. */
export const placesOnceWarned = (view: AlertView, now: Instant, places: readonly DeskPlace[]): PlaceInside[] =>
  placesIn(drawnAreas(view, now), places);
