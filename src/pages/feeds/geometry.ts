/**
 * Shapes as GeoJSON (RFC 7946): outer rings counter-clockwise (3.1.6), cut at the antimeridian (3.1.9), longitude before latitude.
 * What a ring encloses is as core/geo/ring.ts holds it, a pole inside included.
 */
import geographiclib from 'geographiclib-geodesic';
import { isWorldBand, poleInside, runOf } from '../../core/geo/ring.ts';
import type { Circle, Point, Shape } from '../../core/geo/shape.ts';

const { Geodesic } = geographiclib;

/** Longitude and latitude in degrees. */
export type Position = readonly [number, number];
export type Ring = readonly Position[];

export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly Geometry[] };

/** Corners of a drawn circle: its outline is nowhere further inside than 1 − cos(π/72), 0.1 % of the radius. */
const corners = 72;
/** A wider circle covers more than half of the earth, and no outline says which side is meant. */
const widestMeters = 10_000_000;

/** All shapes together; null when there is nothing to draw. A circle of radius 0 is a point. */
export function geometryOf(shapes: readonly Shape[]): Geometry | null {
  const points = shapes.flatMap((shape) => (shape.kind === 'circle' && shape.radiusMeters === 0 ? [shape.center] : []));
  const polygons = shapes.flatMap(ringsOf).map((ring) => [ring]);
  const [first] = polygons;
  const areas: Geometry[] =
    first === undefined
      ? []
      : [
          polygons.length === 1
            ? { type: 'Polygon', coordinates: first }
            : { type: 'MultiPolygon', coordinates: polygons },
        ];
  const all = [...areas, ...points.map(({ lat, lon }): Geometry => ({ type: 'Point', coordinates: [lon, lat] }))];
  return all.length > 1 ? { type: 'GeometryCollection', geometries: all } : (all[0] ?? null);
}

function ringsOf(shape: Shape): Ring[] {
  if (shape.kind === 'polygon') return cut(shape.ring);
  return shape.radiusMeters === 0 || shape.radiusMeters > widestMeters ? [] : cut(around(shape));
}

/** Points on the circle itself, by geodesic; to six digits, a tenth of a metre. */
function around({ center, radiusMeters }: Circle): Point[] {
  const points = Array.from({ length: corners }, (_, step): Point => {
    const { lat2 = 0, lon2 = 0 } = Geodesic.WGS84.Direct(center.lat, center.lon, (-360 * step) / corners, radiusMeters);
    return { lat: Number(lat2.toFixed(6)), lon: Number(lon2.toFixed(6)) };
  });
  return [...points, points[0] as Point];
}

/** The parts of a ring that lie on one turn of the earth each. Where it crosses the cut more than twice, parts touch along the cut. */
function cut(ring: readonly Point[]): Ring[] {
  const run = runningOn(ring);
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [lon] of run) [west, east] = [Math.min(west, lon), Math.max(east, lon)];
  const parts: Ring[] = [];
  for (let turn = Math.floor((west + 180) / 360); turn * 360 - 180 < east; turn++) {
    const edge = turn * 360 - 180;
    const inside = side(side(run, edge, 1), edge + 360, -1).map(([lon, lat]): Position => [lon - turn * 360, lat]);
    const part = counterClockwise(closed(inside));
    if (part !== null) parts.push(part);
  }
  return parts;
}

/** Longitudes that run on past 180, without the closing point; a ring with a pole inside is led along that pole. */
function runningOn(ring: readonly Point[]): Ring {
  const worldBand = isWorldBand(ring);
  let turned = 0;
  const run = ring.map((point, i): Position => {
    const before = ring[i - 1];
    if (before && runOf(before, point, worldBand) === 'across') turned += point.lon < before.lon ? 360 : -360;
    return [point.lon + turned, point.lat];
  });
  const pole = poleInside(ring);
  const [first, last] = [run[0], run.at(-1)];
  if (pole === null || first === undefined || last === undefined) return run.slice(0, -1);
  const lat = pole === 'north' ? 90 : -90;
  return [...run, [last[0], lat], [first[0], lat]];
}

/** What of a ring lies at or east (`sign` 1) or west (−1) of a meridian (Sutherland and Hodgman 1974). */
function side(ring: Ring, edge: number, sign: 1 | -1): Ring {
  const kept: Position[] = [];
  for (const [i, here] of ring.entries()) {
    const before = ring[(i + ring.length - 1) % ring.length] as Position;
    const [was, is] = [(before[0] - edge) * sign, (here[0] - edge) * sign];
    if ((was < 0 && is > 0) || (was > 0 && is < 0))
      kept.push([edge, before[1] + ((here[1] - before[1]) * was) / (was - is)]);
    if (is >= 0) kept.push(here);
  }
  return kept;
}

function closed(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return [];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}

/** null for what has no area: fewer than four points, or all on one line. */
function counterClockwise(ring: Ring): Ring | null {
  const [origin] = ring;
  if (ring.length < 4 || origin === undefined) return null;
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] as Position, ring[i] as Position];
    twice += (ax - origin[0]) * (by - origin[1]) - (bx - origin[0]) * (ay - origin[1]);
  }
  // The two wings of a bow tie may cancel out; what is flat has no width either.
  if (twice === 0 && isFlat(ring, origin)) return null;
  return twice < 0 ? ring.toReversed() : ring;
}

function isFlat(ring: Ring, [x, y]: Position): boolean {
  const far = ring.find(([lon, lat]) => lon !== x || lat !== y);
  if (far === undefined) return true;
  return ring.every(([lon, lat]) => (lon - x) * (far[1] - y) === (lat - y) * (far[0] - x));
}
