/** Where a word about a danger points: at a place of the gazetteer, at an area its issuer drew, or at a name we can't place. */
import { type Bounds, boundsCover, boundsOf } from '../../core/geo/bounds.ts';
import { covers } from '../../core/geo/covers.ts';
import { boundsOverlap, overlap } from '../../core/geo/overlap.ts';
import { circleOf, type Place } from '../../core/geo/place.ts';
import type { DrawnShape, Point } from '../../core/geo/shape.ts';
import { type Gazetteer, isFacility, rootOf } from './gazetteer.ts';

export interface Bounded {
  readonly shape: DrawnShape;
  readonly bounds: Bounds;
}

export type Spot =
  /** `root`: the facility it is a part of, or itself. */
  | { readonly kind: 'place'; readonly place: Place; readonly root: Place }
  /** `names`: its areas by words and by geocode. `chains`: those of its alert. `incidents`: as its issuer calls them. */
  | {
      readonly kind: 'drawn';
      readonly name: string;
      readonly names: readonly string[];
      readonly chains: readonly string[];
      readonly incidents: readonly string[];
      readonly shapes: readonly Bounded[];
    }
  | { readonly kind: 'named'; readonly id: string; readonly name: string };

export const bounded = (shape: DrawnShape): Bounded => ({ shape, bounds: boundsOf(shape) });

export function spotOf(id: string, name: string, gazetteer: Gazetteer): Spot {
  const place = gazetteer.placeById(id);
  return place ? { kind: 'place', place, root: rootOf(place, gazetteer) } : { kind: 'named', id, name };
}

/** What an anchor at this spot covers: the circle of ours around a facility, or the issuer's own shapes. */
export function shapesAt(spot: Spot): readonly Bounded[] {
  if (spot.kind === 'drawn') return spot.shapes;
  const circle = spot.kind === 'place' ? circleOf(spot.root) : null;
  return circle ? [bounded(circle)] : [];
}

/** The point a place without a shape is found by; null for a country, a region, and all that is fuzzy. */
export function pointAt(spot: Spot): Point | null {
  if (spot.kind !== 'place' || spot.place.fuzzy) return null;
  return isFacility(spot.place) || spot.place.kind === 'town' ? spot.place.point : null;
}

/**
 * Whether a word at `spot` lies in, covers or meets an anchor's spot. A town lies in an area that an issuer drew and never in a
 * circle of ours: that a town's middle is near an airport makes it no part of it.
 */
export function meets(anchor: Spot, spot: Spot): boolean {
  const [point, held] = [pointAt(spot), pointAt(anchor)];
  const shapes = shapesAt(anchor);
  if (spot.kind === 'drawn')
    return shapes.length > 0 ? shapesMeet(shapes, spot.shapes) : held !== null && coverPoint(spot.shapes, held);
  if (!point || spot.kind !== 'place') return false;
  return (anchor.kind === 'drawn' || isFacility(spot.place)) && coverPoint(shapes, point);
}

const coverPoint = (shapes: readonly Bounded[], point: Point): boolean =>
  shapes.some(({ shape, bounds }) => boundsCover(bounds, point) && covers(shape, point));

const shapesMeet = (some: readonly Bounded[], others: readonly Bounded[]): boolean =>
  some.some((a) => others.some((b) => boundsOverlap(a.bounds, b.bounds) && overlap(a.shape, b.shape)));
