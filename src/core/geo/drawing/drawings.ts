/**
 * What a map of a frame draws of shapes: outlines whose longitudes run on past 180, so that no edge crosses the frame, and dots. For
 * display only, never for matching.
 */
import type { Point, Polygon, Shape } from '../shape.ts';
import { circleOutline } from './outline.ts';
import { type PlaneRing, type Position, runningOn } from './plane.ts';
import { union } from './union.ts';

export interface Drawing {
  /** Rings of each polygon, closed, the outer one first. */
  readonly polygons: readonly (readonly PlaneRing[])[];
  /** Points, and circles without a radius. */
  readonly dots: readonly Position[];
}

/** Half the way around the earth, in metres. */
const halfway = Math.PI * 6_371_008.8;

/** Of each shape; all of them on the turn of the earth that lies nearest to the first of them. */
export function drawingsOf(shapes: readonly Shape[]): Drawing[] {
  let first: number | null = null;
  const turned = (rings: readonly PlaneRing[]): PlaneRing[] => {
    const middle = middleOf(rings[0] ?? []);
    first ??= middle;
    const turn = 360 * Math.round((first - middle) / 360);
    return turn === 0 ? [...rings] : rings.map((ring) => ring.map(([lon, lat]) => [lon + turn, lat]));
  };
  return shapes.map((shape) => ({
    polygons: polygonsOf(shape).map((rings) => turned(rings)),
    dots: dotsOf(shape)
      .flatMap((dot) => turned([[dot]]))
      .flat(),
  }));
}

function polygonsOf(shape: Shape): PlaneRing[][] {
  switch (shape.kind) {
    case 'point':
      return [];
    case 'polygon':
      return [ringsOf(shape)];
    case 'multipolygon':
      return shape.polygons.map(ringsOf);
    case 'corridor':
      return shape.radiusMeters === 0 ? [[lineOf(shape.line)]] : union([shape]).polygons.map(ringsOf);
    case 'circle': {
      if (shape.radiusMeters === 0) return [];
      const outline = circleOutline(shape);
      return [outline === null ? allBut(shape.center, halfway - shape.radiusMeters) : [ringOf(outline)]];
    }
  }
}

function dotsOf(shape: Shape): Position[] {
  if (shape.kind === 'point') return [[shape.point.lon, shape.point.lat]];
  if (shape.kind !== 'circle' || shape.radiusMeters > 0) return [];
  return [[shape.center.lon, shape.center.lat]];
}

/** A hole lies on the turn of the ring around it. */
function ringsOf({ ring, holes = [] }: Polygon): PlaneRing[] {
  const outer = ringOf(ring);
  const middle = middleOf(outer);
  const inner = holes.map(ringOf).map((hole) => {
    const turn = 360 * Math.round((middle - middleOf(hole)) / 360);
    return hole.map(([lon, lat]): Position => [lon + turn, lat]);
  });
  return [outer, ...inner];
}

function ringOf(ring: readonly Point[]): PlaneRing {
  const run = runningOn(ring);
  return run[0] === undefined ? [] : [...run, run[0]];
}

/** There and back: a line has no inside. */
const lineOf = (line: readonly Point[]): PlaneRing => {
  const there = runningOn([...line, ...line.toReversed()]);
  return there[0] === undefined ? [] : [...there, there[0]];
};

/** A circle wider than half of the earth is everything but the one around the other side. */
function allBut({ lat, lon }: Point, radiusMeters: number): PlaneRing[] {
  const opposite = { lat: -lat, lon: lon > 0 ? lon - 180 : lon + 180 };
  const hole = radiusMeters > 0 ? circleOutline({ kind: 'circle', center: opposite, radiusMeters }) : null;
  const west = opposite.lon - 180;
  const world: PlaneRing = [
    [west, -90],
    [west + 360, -90],
    [west + 360, 90],
    [west, 90],
    [west, -90],
  ];
  return hole === null ? [world] : [world, ringOf(hole)];
}

function middleOf(ring: PlaneRing): number {
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [lon] of ring) [west, east] = [Math.min(west, lon), Math.max(east, lon)];
  return ring.length === 0 ? 0 : (west + east) / 2;
}
