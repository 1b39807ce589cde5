/**
 * Whether two shapes share a point. Areas are held against each other as drawn, edges straight in latitude and longitude (ring.ts);
 * circles and corridors by geodesic distance, to the millimetre that edges/nearest.ts and edges/gap.ts state.
 */
import { type Bounds, boundsCover, boundsOf } from './bounds.ts';
import { covers } from './covers.ts';
import { type Edge, edgesOfLine, edgesOfRing } from './edges/edge.ts';
import { isAnyWithin, isMeetingAny } from './edges/gap.ts';
import { isPoint } from './point.ts';
import type { Point, Polygon, Shape } from './shape.ts';

/** All points near a line: a circle has one point for its line, a point a radius of 0 as well. */
interface Stroke {
  readonly kind: 'stroke';
  readonly line: readonly Point[];
  readonly radiusMeters: number;
}

export function overlap(a: Shape, b: Shape): boolean {
  if (!boundsOverlap(boundsOf(a), boundsOf(b))) return false;
  const others = partsOf(b).map(boxed);
  return partsOf(a)
    .map(boxed)
    .some((one) => others.some((other) => partsOverlap(one, other)));
}

/** A part with the box around it, which none but a polygon needs. */
interface Boxed {
  readonly part: Polygon | Stroke;
  readonly box: Bounds;
}

const everywhere: Bounds = { south: -90, west: -180, north: 90, east: 180 };
const boxed = (part: Polygon | Stroke): Boxed => ({ part, box: part.kind === 'polygon' ? boundsOf(part) : everywhere });

/** Two boxes share a point; either may lie across the antimeridian. */
export function boundsOverlap(a: Bounds, b: Bounds): boolean {
  if (!(Math.max(a.south, b.south) <= Math.min(a.north, b.north))) return false;
  if ((a.north === 90 && b.north === 90) || (a.south === -90 && b.south === -90)) return true;
  const runs = (box: Bounds): (readonly [number, number])[] =>
    box.west <= box.east
      ? [[box.west, box.east]]
      : [
          [box.west, 180],
          [-180, box.east],
        ];
  const meet = (shift: number): boolean =>
    runs(a).some(([west, east]) => runs(b).some(([from, to]) => west <= to + shift && from + shift <= east));
  return meet(0) || meet(360) || meet(-360);
}

function partsOf(shape: Shape): (Polygon | Stroke)[] {
  switch (shape.kind) {
    case 'polygon':
      return [shape];
    case 'multipolygon':
      return [...shape.polygons];
    case 'circle':
      return stroke([shape.center], shape.radiusMeters);
    case 'point':
      return stroke([shape.point], 0);
    case 'corridor':
      return stroke(shape.line, shape.radiusMeters);
  }
}

const stroke = (line: readonly Point[], radiusMeters: number): Stroke[] =>
  radiusMeters >= 0 && line.every(isPoint) ? [{ kind: 'stroke', line, radiusMeters }] : [];

function partsOverlap(one: Boxed, other: Boxed): boolean {
  const [a, b] = [one.part, other.part];
  if (a.kind === 'stroke')
    return b.kind === 'stroke'
      ? isAnyWithin(edgesOfLine(a.line), edgesOfLine(b.line), a.radiusMeters + b.radiusMeters)
      : strokeMeets(a, b);
  return b.kind === 'stroke' ? strokeMeets(b, a) : polygonsOverlap(a, one.box, b, other.box);
}

/** Without an edge of the polygon in reach, all of the line is on one side. */
function strokeMeets({ line, radiusMeters }: Stroke, polygon: Polygon): boolean {
  const [start] = line;
  if (start === undefined) return false;
  return covers(polygon, start) || isAnyWithin(edgesOfLine(line), edgesOf(polygon), radiusMeters);
}

/** Where no edges meet, each ring lies in the other polygon or outside of it as a whole. */
function polygonsOverlap(a: Polygon, boxA: Bounds, b: Polygon, boxB: Bounds): boolean {
  if (!boundsOverlap(boxA, boxB)) return false;
  if (hasRingIn(a, b, boxB) || hasRingIn(b, a, boxA)) return true;
  return isMeetingAny(edgesNear(a, boxB), edgesNear(b, boxA));
}

const hasRingIn = (a: Polygon, b: Polygon, box: Bounds): boolean =>
  ringsOf(a).some((ring) => cornersOf(ring).some((point) => boundsCover(box, point) && covers(b, point)));

/** One for all: the first, the first after each that is no point, and of each pole one, which has every longitude. */
function cornersOf(ring: readonly Point[]): Point[] {
  const isFirstOf = new Set<number>();
  return ring.filter((point, i) => {
    const before = ring[i - 1];
    if (before === undefined || !isPoint(before)) return true;
    if (Math.abs(point.lat) !== 90 || isFirstOf.has(point.lat)) return false;
    isFirstOf.add(point.lat);
    return true;
  });
}

const ringsOf = ({ ring, holes = [] }: Polygon): (readonly Point[])[] => [ring, ...holes];
const edgesOf = (polygon: Polygon): Edge[] => ringsOf(polygon).flatMap(edgesOfRing);

const edgesNear = (polygon: Polygon, box: Bounds): Edge[] =>
  edgesOf(polygon).filter(({ a, b }) => {
    const south = Math.min(a.lat, b.lat);
    const north = Math.max(a.lat, b.lat);
    const [west, east] = [Math.min(a.lon, b.lon), Math.max(a.lon, b.lon)];
    return boundsOverlap({ south, north, west, east }, box);
  });
