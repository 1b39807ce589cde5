/** Which of the desk's own places an alert in force warns of. */
import type { DeskPlace } from '../core/desk-place.ts';
import { covers } from '../core/geo/covers.ts';
import { overlap } from '../core/geo/overlap.ts';
import type { Shape } from '../core/geo/shape.ts';
import type { AlertView } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { drawnAreas } from './match.ts';
import { warnedAt } from './safe-places.ts';

/** Those that share a point with one of the shapes, their edges included, in the order given. */
export const placesIn = (shapes: readonly Shape[], places: readonly DeskPlace[]): DeskPlace[] =>
  places.filter(({ shape, point }) =>
    shapes.some((drawn) => covers(drawn, point) || (shape.kind !== 'point' && overlap(drawn, shape))),
  );

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
