/** Places as the gazetteer knows them, and the shape the desk draws around one that its issuer gave none. */
import type { Circle, Point } from './shape.ts';

export type PlaceKind = 'country' | 'admin1' | 'region' | 'town' | 'airport' | 'port' | 'building';

export interface Place {
  /** ISO 3166-1 alpha-2 of a country, IATA code of an airport, else a short name of ours: `AF`, `KBL`, `AF-KAB`, `kbl-abbey-gate`. */
  readonly id: string;
  /** As we write it. */
  readonly name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2; empty for a region of several. */
  readonly country: string;
  /** Id of the division of the first level: its code of ISO 3166-2 where it has one. */
  readonly admin1: string | null;
  readonly point: Point;
  /** Id of the place this is a part of: a gate of its airport, a town of a division below the first level. Nearness makes no part. */
  readonly within: string | null;
  /** People living there, about; 0 when it does not matter. Decides between namesakes. */
  readonly population: number;
  /** Vague or historical: its point is a convention and nothing is matched by it. */
  readonly fuzzy: boolean;
  /** How far around it an issuer says that its words reach; absent when it states no distance. */
  readonly radiusMeters?: number;
}

/** Radius in metres of the circle that is ours, for places that people mean as a whole. Towns and countries get none. */
const radius: Readonly<Partial<Record<PlaceKind, number>>> = { airport: 5000, port: 3000, building: 500 };

/**
 * The desk's own circle around a named facility, as wide as its issuer says where it states a distance; or null. It has to be drawn and
 * worded as ours wherever it shows: the point is.
 */
export function circleOf(place: Place): Circle | null {
  const ours = radius[place.kind];
  const radiusMeters = ours && (place.radiusMeters ?? ours);
  return radiusMeters === undefined || place.fuzzy ? null : { kind: 'circle', center: place.point, radiusMeters };
}

/** Whether a place is in another: anything in its country, a town in its division, a gate in its airport. None is in itself. */
export const liesIn = (inner: Place, outer: Place): boolean =>
  inner.id !== outer.id &&
  (inner.within === outer.id ||
    (outer.kind === 'country'
      ? inner.country === outer.country
      : outer.kind === 'admin1' && inner.admin1 === outer.id));
