/** Outlines of what has none drawn: circles, and corridors in pieces. For display and export, never for matching. */
import geographiclib from 'geographiclib-geodesic';
import { type Edge, edgesOfLine, pointAt, speedAt } from '../edges/edge.ts';
import type { Circle, Corridor, Point } from '../shape.ts';

const { WGS84 } = geographiclib.Geodesic;

/** Corners of a drawn circle: its outline is nowhere further inside than 1 − cos(π/72), 0.1 % of the radius. */
const corners = 72;
/** A wider circle covers more than half of the earth, and no outline says which side is meant. */
const widestMeters = 10_000_000;

/** A closed ring of points on the circle itself, by geodesic; null for a circle that is too wide for one. */
export function circleOutline({ center, radiusMeters }: Circle): Point[] | null {
  if (!(radiusMeters <= widestMeters)) return null;
  const points = Array.from({ length: corners }, (_, step) => away(center, (-360 * step) / corners, radiusMeters));
  return [...points, points[0] as Point];
}

/** Rings that overlap and together are the corridor: a circle at each corner, and a band along each piece of an edge. */
export function corridorOutlines({ line, radiusMeters }: Corridor): Point[][] {
  const ends = line.flatMap((center) => {
    const outline = circleOutline({ kind: 'circle', center, radiusMeters });
    return outline === null ? [] : [outline];
  });
  return [...ends, ...edgesOfLine(line).flatMap((edge) => bands(edge, radiusMeters))];
}

/** Pieces of at most 50 km, and at most 100 of an edge. */
function bands(edge: Edge, radiusMeters: number): Point[][] {
  const pieces = Math.min(100, Math.ceil(speedAt(edge, 0.5).meters / 50_000));
  const sides = Array.from({ length: pieces + 1 }, (_, i) => {
    const { north, east } = speedAt(edge, i / pieces);
    const azimuth = (Math.atan2(east, north) * 180) / Math.PI;
    const { lat, lon } = pointAt(edge, i / pieces);
    return [away({ lat, lon }, azimuth - 90, radiusMeters), away({ lat, lon }, azimuth + 90, radiusMeters)] as const;
  });
  return sides.slice(1).map(([left, right], i) => {
    const [fromLeft, fromRight] = sides[i] as readonly [Point, Point];
    return [fromLeft, left, right, fromRight, fromLeft];
  });
}

/** To six digits, a tenth of a metre. */
function away({ lat, lon }: Point, azimuth: number, meters: number): Point {
  const { lat2 = 0, lon2 = 0 } = WGS84.Direct(lat, lon, azimuth, meters);
  return { lat: Number(lat2.toFixed(6)), lon: Number(lon2.toFixed(6)) };
}
