/** The straight way between two points: the shortest on the ellipsoid, which is not straight in latitude and longitude. */
import geographiclib from 'geographiclib-geodesic';
import type { Corridor, Point } from '../shape.ts';

const { Geodesic } = geographiclib;

/** Within this many metres a geodesic strays from the edge that shapes have by less than a metre up to 60° of latitude, 3 m at 80°. */
const stepMeters = 5000;
/** A longer way is drawn in longer steps. */
const mostSteps = 2000;

/** Degrees from north, eastward, 0 up to 360: the way to set out from `a`. 0 where the two are one. */
export function bearingDegrees(a: Point, b: Point): number {
  const { azi1 = 0 } = Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon, Geodesic.AZIMUTH);
  return (azi1 + 360) % 360;
}

/** The straight way as a line without width, in steps of 5 km (longer beyond 10,000 km). */
export function straightWay(a: Point, b: Point): Corridor {
  const way = Geodesic.WGS84.InverseLine(a.lat, a.lon, b.lat, b.lon);
  const steps = Math.min(mostSteps, Math.max(1, Math.ceil(way.s13 / stepMeters)));
  const between = Array.from({ length: steps - 1 }, (_, i): Point => {
    const { lat2 = 0, lon2 = 0 } = way.Position((way.s13 * (i + 1)) / steps);
    return { lat: lat2, lon: lon2 };
  });
  return { kind: 'corridor', line: [a, ...between, b], radiusMeters: 0 };
}
