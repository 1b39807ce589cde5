/** Areas on the WGS84 ellipsoid in square metres: what shapes really enclose there, with edges straight in latitude and longitude. */
import geographiclib from 'geographiclib-geodesic';
import { type Edge, edgesOfLine, edgesOfRing, pointAt, speedAt } from '../edges/edge.ts';
import { isWorldBand, poleInside } from '../ring.ts';
import type { Circle, Corridor, Point, Polygon, Shape } from '../shape.ts';

const { WGS84, REDUCEDLENGTH } = geographiclib.Geodesic;
const radians = Math.PI / 180;
const eccentricity = Math.sqrt(WGS84.f * (2 - WGS84.f));
const polarRadius = WGS84.a * (1 - WGS84.f);

/**
 * Exact but for rounding for a point, a circle, and a polygon whose rings don't cross themselves and whose holes lie within it. Never
 * less than that: of a corridor, which counts where it runs over itself twice, and of several polygons, whose overlap counts twice. Where a
 * ring crosses itself a loop counts as often as the ring winds around it, and loops that wind the other way are taken off.
 */
export function areaOf(shape: Shape): number {
  switch (shape.kind) {
    case 'point':
      return 0;
    case 'circle':
      return circleArea(shape);
    case 'corridor':
      return corridorArea(shape);
    case 'polygon':
      return polygonArea(shape);
    case 'multipolygon':
      return shape.polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
  }
}

const polygonArea = ({ ring, holes = [] }: Polygon): number =>
  Math.max(
    0,
    holes.reduce((left, hole) => left - ringArea(hole), ringArea(ring)),
  );

/** By Green's theorem: the area between each edge and the equator, added up with its sign. */
function ringArea(ring: readonly Point[]): number {
  let [sum, eastward] = [0, 0];
  for (const edge of edgesOfRing(ring)) {
    sum += underEdge(edge);
    eastward += edge.b.lon - edge.a.lon;
  }
  const pole = poleInside(ring);
  if (pole === null) return Math.abs(sum);
  const northOfEquator = Math.sign(eastward) * sum;
  return 2 * Math.PI * toEquator(90) - (pole === 'north' ? northOfEquator : -northOfEquator);
}

/** Area between a latitude and the equator over one radian of longitude (Snyder 1987, 3-12 times half the polar radius squared). */
function toEquator(lat: number): number {
  const sine = Math.sin(lat * radians);
  const part = eccentricity * sine;
  return ((polarRadius * polarRadius) / 2) * (sine / (1 - part * part) + Math.atanh(part) / eccentricity);
}

/** Gauss and Legendre's five places between 0 and 1, and their weights. */
const places: readonly (readonly [at: number, weight: number])[] = [
  [0.5, 128 / 450],
  ...[-1, 1].flatMap((side): [number, number][] => [
    [0.5 + (side * Math.sqrt(5 - 2 * Math.sqrt(10 / 7))) / 6, (322 + 13 * Math.sqrt(70)) / 1800],
    [0.5 + (side * Math.sqrt(5 + 2 * Math.sqrt(10 / 7))) / 6, (322 - 13 * Math.sqrt(70)) / 1800],
  ]),
];

/** Of a smooth function from 0 to 1, in so many pieces. */
function integral(pieces: number, of: (t: number) => number): number {
  let sum = 0;
  for (let piece = 0; piece < pieces; piece++)
    for (const [at, weight] of places) sum += weight * of((piece + at) / pieces);
  return sum / pieces;
}

/** Pieces of an edge in which no angle turns by more than 15°: five places each leave nothing but rounding. */
const piecesOf = ({ a, b }: Edge): number => Math.ceil((Math.abs(b.lat - a.lat) + 1e-9) / 15);

function underEdge(edge: Edge): number {
  const { a, b } = edge;
  if (a.lon === b.lon) return 0;
  return (b.lon - a.lon) * radians * integral(piecesOf(edge), (t) => toEquator(pointAt(edge, t).lat));
}

function lengthMeters(edge: Edge): number {
  return integral(piecesOf(edge), (t) => speedAt(edge, t).meters);
}

const corridorArea = ({ line, radiusMeters }: Corridor): number => {
  const [center] = line;
  if (center === undefined) return 0;
  const length = edgesOfLine(line).reduce((sum, edge) => sum + lengthMeters(edge), 0);
  return Math.min(2 * radiusMeters * length + circleArea({ kind: 'circle', center, radiusMeters }), earth);
};

const earth = 4 * Math.PI * toEquator(90);
/** Beyond it geodesics from the centre cross, and all but one part in 10,000 of the earth is covered. */
const farthestMeters = 19_900_000;

/** Along the radius, how fast geodesics part (the reduced length), all the way around: smooth, so that few places are enough. */
function circleArea({ center, radiusMeters }: Circle): number {
  if (radiusMeters > farthestMeters) return earth;
  const [directions, pieces] = [16, 1 + Math.ceil(radiusMeters / 2_000_000)];
  let sum = 0;
  for (let n = 0; n < directions; n++)
    sum += integral(pieces, (t) => {
      const azimuth = (360 * n) / directions;
      return WGS84.Direct(center.lat, center.lon, azimuth, t * radiusMeters, REDUCEDLENGTH).m12 ?? 0;
    });
  return (2 * Math.PI * radiusMeters * sum) / directions;
}

/**
 * Whether a shape is more than a place: a circle of radius 0, and a ring that only goes there and back, hold nobody but who stands
 * exactly there. Rings narrower than a tenth of a millimetre are such.
 */
export function hasArea(shape: Shape): boolean {
  switch (shape.kind) {
    case 'point':
      return false;
    case 'circle':
    case 'corridor':
      return shape.radiusMeters > 0;
    case 'polygon':
      return !isFlat(shape.ring);
    case 'multipolygon':
      return shape.polygons.some(hasArea);
  }
}

/** In degrees. */
const narrow = 1e-9;
const origin = { x: 0, y: 0 };

function isThereAndBack(ring: readonly Point[]): boolean {
  const open = new Map<string, number>();
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]].map((p) => `${p?.lat},${p?.lon}`) as [string, string];
    if (a === b) continue;
    const [key, step] = a < b ? [`${a} ${b}`, 1] : [`${b} ${a}`, -1];
    open.set(key, (open.get(key) ?? 0) + step);
  }
  return [...open.values()].every((steps) => steps === 0);
}

/** On one line, or there and back by the same edges. */
function isFlat(ring: readonly Point[]): boolean {
  const [first] = ring;
  if (first === undefined || poleInside(ring) !== null) return first === undefined;
  const turn = isWorldBand(ring) ? 0 : 360;
  const around = ring.map(({ lat, lon }) => {
    const east = lon - first.lon;
    return { x: Math.abs(east) > 180 ? east - Math.sign(east) * turn : east, y: lat - first.lat };
  });
  const far = around.reduce((a, b) => (Math.hypot(b.x, b.y) > Math.hypot(a.x, a.y) ? b : a), { x: 0, y: 0 });
  const length = Math.hypot(far.x, far.y);
  if (length < narrow || around.every(({ x, y }) => Math.abs(x * far.y - y * far.x) / length < narrow)) return true;
  let twice = 0;
  for (let i = 1; i < around.length; i++) {
    const [a, b] = [around[i - 1] ?? origin, around[i] ?? origin];
    twice += a.x * b.y - b.x * a.y;
  }
  // The two wings of a bow tie may be as large as each other.
  return Math.abs(twice) < narrow * length && isThereAndBack(ring);
}
