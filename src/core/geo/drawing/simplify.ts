/** Shapes with fewer corners, for display only, never for matching: whoever stands at the edge may be on the other side of the new one. */
import { poleInside, runOf } from '../ring.ts';
import type { Point, Polygon, Shape } from '../shape.ts';
import { ringFaults } from '../validity/faults.ts';

/**
 * Leaves out corners that lie within `toleranceMeters` of the line drawn without them (Douglas and Peucker 1973). A ring stays a ring, with
 * three corners at least; it never comes to cross itself, turns inside out or loses its pole: then it is tried with less, and at last left
 * as it is. Each ring is treated by itself; a hole may come to touch the outer ring. Circles and points stay as they are.
 */
export function simplify(shape: Shape, toleranceMeters: number): Shape {
  if (!(toleranceMeters > 0)) return shape;
  switch (shape.kind) {
    case 'polygon':
      return simplePolygon(shape, toleranceMeters);
    case 'multipolygon':
      return { ...shape, polygons: shape.polygons.map((polygon) => simplePolygon(polygon, toleranceMeters)) };
    case 'corridor':
      return { ...shape, line: kept(shape.line, new Set([0, shape.line.length - 1]), toleranceMeters) };
    case 'circle':
    case 'point':
      return shape;
  }
}

const simplePolygon = ({ kind, ring, holes }: Polygon, meters: number): Polygon => ({
  kind,
  ring: simpleRing(ring, meters),
  ...(holes && { holes: holes.map((hole) => simpleRing(hole, meters)) }),
});

function simpleRing(ring: readonly Point[], meters: number): readonly Point[] {
  if (ring.length <= 4) return ring;
  const was = ringFaults(ring);
  for (const share of [1, 0.5, 0.25, 0.125]) {
    const fewer = kept(ring, triangleOf(ring), meters * share);
    const is = ringFaults(fewer);
    const isSound = is.crossing === null && !is.isFlat && is.orientation === was.orientation;
    if (isSound && poleInside(fewer) === poleInside(ring)) return fewer;
  }
  return ring;
}

/** Three corners far apart that always stay: the first, the one furthest from it, and the one furthest from the line between them. */
function triangleOf(ring: readonly Point[]): Set<number> {
  const plane = onPlane(ring);
  const end = ring.length - 1;
  const furthest = furthestFrom(plane, 0, end, 0, 0);
  const [before, after] = [
    furthestFrom(plane, 0, furthest, 0, furthest),
    furthestFrom(plane, furthest, end, 0, furthest),
  ];
  const third = offLine(plane, before, 0, furthest) > offLine(plane, after, 0, furthest) ? before : after;
  return new Set([0, furthest, third, end]);
}

/** The points at `fixed`, and between them all that the tolerance asks for. */
function kept(points: readonly Point[], fixed: ReadonlySet<number>, meters: number): Point[] {
  const plane = onPlane(points);
  const keep = new Set(fixed);
  const order = [...fixed].toSorted((a, b) => a - b);
  const open = order.slice(1).map((to, i) => [order[i] as number, to] as const);
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    const middle = furthestFrom(plane, from, to, from, to);
    if (middle === from || offLine(plane, middle, from, to) <= meters) continue;
    keep.add(middle);
    open.push([from, middle], [middle, to]);
  }
  return points.filter((_, i) => keep.has(i));
}

/** Metres east and north as a map of the same latitudes has them; longitudes count on over the antimeridian. */
interface Plane {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function onPlane(points: readonly Point[]): Plane {
  const perDegree = 111_320;
  const middle = points.reduce((sum, { lat }) => sum + lat, 0) / points.length;
  const shrink = Math.cos((middle * Math.PI) / 180);
  let turns = 0;
  const x = Float64Array.from(points, (point, i) => {
    const before = points[i - 1];
    if (before && runOf(before, point, false) === 'across') turns += Math.sign(before.lon);
    return (point.lon + 360 * turns) * shrink * perDegree;
  });
  return { x, y: Float64Array.from(points, ({ lat }) => lat * perDegree) };
}

/** The index strictly between two others whose point is furthest from the line a–b; `from` when there is none. */
function furthestFrom(plane: Plane, from: number, to: number, a: number, b: number): number {
  let [best, far] = [from, -1];
  for (let i = from + 1; i < to; i++) {
    const off = offLine(plane, i, a, b);
    if (off > far) [best, far] = [i, off];
  }
  return best;
}

/** Metres from a point to the stretch between two others. */
function offLine({ x, y }: Plane, i: number, a: number, b: number): number {
  const [ax, ay] = [x[a] as number, y[a] as number];
  const [dx, dy] = [(x[b] as number) - ax, (y[b] as number) - ay];
  const [px, py] = [(x[i] as number) - ax, (y[i] as number) - ay];
  const long = dx * dx + dy * dy;
  const t = long === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / long));
  return Math.hypot(px - t * dx, py - t * dy);
}
