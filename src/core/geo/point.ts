/** Points on WGS84: which pairs of numbers are one, and when two of them are the same place. */
import type { Point } from './shape.ts';

/** Latitude −90 to 90, longitude −180 to 180, both finite. */
export const isPoint = (p: Point): boolean => Math.abs(p.lat) <= 90 && Math.abs(p.lon) <= 180;

/** The same place on the globe: longitudes −180 and 180 are one meridian, and a pole has every longitude. */
export const samePlace = (a: Point, b: Point): boolean =>
  a.lat === b.lat &&
  (a.lon === b.lon || Math.abs(a.lat) === 90 || (Math.abs(a.lon) === 180 && Math.abs(b.lon) === 180));
