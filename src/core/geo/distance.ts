/** Distances on WGS84: exact by geodesic, and bounds of it that cost a tenth. */
import geographiclib from 'geographiclib-geodesic';
import type { Point } from './shape.ts';

const { Geodesic } = geographiclib;

/** Length of the shortest path on the WGS84 ellipsoid in metres (Karney 2013, better than 1 µm). NaN for a non-point. */
export const distanceMeters = (a: Point, b: Point): number =>
  Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon, Geodesic.DISTANCE).s12 ?? Number.NaN;

/**
 * The least and the greatest radius of curvature of WGS84 in any direction at any place: a(1−f)² along the meridian at
 * the equator, a/(1−f) at the poles. A step of the ellipsoid is never shorter than the same step (in latitude and
 * longitude) on a sphere of the least radius, nor longer than on one of the greatest; so neither is a path.
 */
const flattening = 1 / 298.257223563;
export const leastRadiusMeters = 6378137 * (1 - flattening) ** 2;
export const greatestRadiusMeters = 6378137 / (1 - flattening);

const radians = Math.PI / 180;

/** Angle in radians between two points on a sphere with the same latitudes and longitudes (haversine). */
export function sphereAngle(a: Point, b: Point): number {
  const sinLat = Math.sin(((b.lat - a.lat) * radians) / 2);
  const sinLon = Math.sin(((b.lon - a.lon) * radians) / 2);
  const h = sinLat * sinLat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * sinLon * sinLon;
  return 2 * Math.asin(Math.min(1, Math.sqrt(h)));
}
