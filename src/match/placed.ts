/** A shape of an alert, ready to be held against people and places, and what is in it: people by their place, or by what the watch list says of them. */
import { covers } from '../core/geo/covers.ts';
import type { ResolvedArea } from '../core/geo/geocodes/areas.ts';
import { overlap } from '../core/geo/overlap.ts';
import type { Point, Shape } from '../core/geo/shape.ts';
import type { Person, Reason } from '../core/model.ts';
import { isRecordedIn } from './country.ts';
import { type Sieve, sieveOf } from './index/sieve.ts';
import { nearEdgeOf, reachesEdge } from './near-edge.ts';

export type Inside = Extract<Reason, { code: 'inside' }>;

export interface Placed {
  readonly shape: Shape;
  readonly isIn: Sieve;
  readonly reason: Inside;
  /** Of a boundary that is known to be inexact. */
  readonly near: {
    readonly isNear: (at: Point) => boolean;
    readonly meters: number;
    readonly entry: string | null;
  } | null;
}

/** By their place; or by their record, where they have no place or one that the boundary is not exact enough for. */
export function insideOf({ isIn, reason, near }: Placed, person: Person): Inside[] {
  const { at } = person.stay;
  if (at !== null && isIn(at.lat, at.lon)) return [reason];
  const entry = near?.entry ?? null;
  if (near === null || entry === null || !isRecordedIn(person, entry)) return [];
  return at === null || near.isNear(at) ? [{ ...reason, record: entry }] : [];
}

/** What the codes of an area stand for. */
export const codedIn = ({ info, area, resolved }: ResolvedArea): Placed[] =>
  resolved.map(({ shape, scheme, code, source, withinMeters, entry = null }) => {
    const geocode = { scheme, value: code, source };
    const reason = { code: 'inside', info, area, shape: shape.kind, geocode } as const;
    const near =
      withinMeters === undefined ? null : { entry, meters: withinMeters, isNear: nearEdgeOf(shape, withinMeters) };
    return { shape, isIn: sieveOf(shape), reason, near };
  });

/** They may be inside: so near is the boundary, or their record says so. */
export function nearEdge({ near, reason: { info, area } }: Placed, at: Point, person: Person): Reason[] {
  if (near === null) return [];
  const { meters, entry } = near;
  const record = entry !== null && isRecordedIn(person, entry) ? entry : null;
  if (record === null && !near.isNear(at)) return [];
  return [{ code: 'near-edge', info, area, meters, ...(record !== null && { record }) }];
}

/** Nobody can tell of `maybe`: it is outside of the boundary as it is known, and nearer to it than that is exact to. */
export type Lies = 'inside' | 'maybe' | 'outside';

/** Where a place lies that is a point and, with it, what reaches around it: one that reaches in is inside, wherever its point is. */
export function holderOf({ shape, near }: Pick<Placed, 'shape' | 'near'>): (point: Point, whole: Shape) => Lies {
  const isIn = sieveOf(shape);
  return (point, whole) => {
    const isPoint = whole.kind === 'point';
    if (isIn(point.lat, point.lon) || (!isPoint && overlap(whole, shape))) return 'inside';
    if (near === null) return 'outside';
    return near.isNear(point) || (!isPoint && reachesEdge(whole, shape, near.meters)) ? 'maybe' : 'outside';
  };
}

/** Where a person stands, as insideOf and nearEdge have it for one who can be placed. */
export function standsIn({ shape, near }: Pick<Placed, 'shape' | 'near'>, at: Point, person: Person): Lies {
  if (covers(shape, at)) return 'inside';
  if (near === null) return 'outside';
  const isRecorded = near.entry !== null && isRecordedIn(person, near.entry);
  if (near.isNear(at)) return isRecorded ? 'inside' : 'maybe';
  return isRecorded ? 'maybe' : 'outside';
}
