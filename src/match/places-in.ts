/** Which of the desk's own places an alert in force warns of. */
import type { DeskPlace } from '../core/desk-place.ts';
import { overlap } from '../core/geo/overlap.ts';
import type { Shape } from '../core/geo/shape.ts';
import type { AlertView } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { sieveOf } from './index/sieve.ts';
import { drawnAreas } from './match.ts';
import { warnedAt } from './safe-places.ts';

/** Those that share a point with one of the shapes, their edges included, in the order given. */
export function placesIn(shapes: readonly Shape[], places: readonly DeskPlace[]): DeskPlace[] {
  const drawn = places.length === 0 ? [] : shapes.map((shape) => ({ shape, isIn: sieveOf(shape) }));
  return places.filter(({ shape, point }) =>
    drawn.some((one) => one.isIn(point.lat, point.lon) || (shape.kind !== 'point' && overlap(one.shape, shape))),
  );
}

/** By the areas that are drawn or named by a code with a boundary. Only an alert in force has any. */
export const placesWarned = (view: AlertView, now: Instant, places: readonly DeskPlace[]): DeskPlace[] =>
  places.length === 0
    ? []
    : placesIn(
        warnedAt([view], now).areas.map(({ shape }) => shape),
        places,
      );

/** By the same areas, whether or not the alert is in force by now. */
export const placesOnceWarned = (view: AlertView, now: Instant, places: readonly DeskPlace[]): DeskPlace[] =>
  placesIn(
    drawnAreas(view, now).map(({ shape }) => shape),
    places,
  );
