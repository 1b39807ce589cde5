/** Country outlines: reads the compact topology of `assets/map/borders.json` and cuts out what a map shows. */
import type { Box } from './projection.ts';

/** [longitude, latitude] in degrees. */
export type Corner = readonly [number, number];

export interface Country {
  /** ISO 3166-1 alpha-2; empty where there is none. */
  readonly code: string;
  readonly name: string;
  /** Outer rings and holes alike, closed; the largest first. */
  readonly rings: readonly (readonly Corner[])[];
}

export interface Borders {
  /** To be shown beside every map that draws them. */
  readonly attribution: string;
  readonly countries: readonly Country[];
  /** Divisions and towns, where the desk has them. */
  readonly ground?: StillGround;
}

export interface StillTown {
  readonly at: Corner;
  readonly isCapital: boolean;
  /** `name`, and `name:fa` and so on where there is one. */
  readonly names: Readonly<Record<string, string>>;
}

export interface StillGround {
  /** To be shown beside every map that draws it. */
  readonly attribution: string;
  readonly lines: readonly { readonly line: readonly Corner[]; readonly box: Box }[];
  /** The first to be named come first. */
  readonly towns: readonly StillTown[];
}

/** TopoJSON (its specification, section 2): arcs shared by neighbours, as steps on a grid. */
interface Topology {
  readonly attribution: string;
  readonly transform: { readonly scale: Corner; readonly translate: Corner };
  readonly arcs: readonly (readonly Corner[])[];
  readonly objects: {
    readonly countries: {
      readonly geometries: readonly {
        readonly properties: { readonly code: string; readonly name: string };
        readonly type: 'MultiPolygon';
        /** Polygons of rings of arc numbers; `~n` is arc n backwards. */
        readonly arcs: readonly (readonly (readonly number[])[])[];
      }[];
    };
  };
}

/** Throws on anything but the asset that scripts/data/borders.ts makes. */
export function readBorders(json: string): Borders {
  const { attribution, transform, arcs, objects } = JSON.parse(json) as Topology;
  const lines = arcs.map((steps) => {
    let [x, y] = [0, 0];
    return steps.map(([dx, dy]): Corner => {
      x += dx;
      y += dy;
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    });
  });
  const lineOf = (n: number): readonly Corner[] => (n < 0 ? [...(lines[~n] ?? [])].reverse() : (lines[n] ?? []));
  const ringOf = (numbers: readonly number[]): Corner[] =>
    runningOn(numbers.flatMap((n, at) => (at === 0 ? lineOf(n) : lineOf(n).slice(1))));
  return {
    attribution,
    countries: objects.countries.geometries.map(({ properties, arcs: polygons }) => ({
      ...properties,
      rings: polygons.flatMap((rings) => rings.map(ringOf)).sort((a, b) => sizeOf(b) - sizeOf(a)),
    })),
  };
}

/**
 * Longitudes run on past 180 instead of leaping to -180, so that no edge crosses the whole map. A ring around a pole ends a turn from
 * where it began: it is closed through the pole.
 */
function runningOn(ring: readonly Corner[]): Corner[] {
  let before = ring[0]?.[0] ?? 0;
  const turned = ring.map(([lon, lat]): Corner => {
    before = lon - 360 * Math.round((lon - before) / 360);
    return [before, lat];
  });
  const [first, last] = [turned[0], turned.at(-1)];
  if (!first || !last || Math.abs(last[0] - first[0]) < 180) return turned;
  const pole = first[1] < 0 ? -90 : 90;
  return [...turned, [last[0], pole], [first[0], pole], first];
}

const sizeOf = (ring: readonly Corner[]): number => {
  const { west, east, south, north } = boxOfRing(ring);
  return (east - west) * (north - south);
};

export function boxOfRing(ring: readonly Corner[]): Box {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lon, lat] of ring) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, east, south, north };
}

export const meets = (a: Box, b: Box): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

/** The part of a ring inside a rectangle of the drawing (Sutherland and Hodgman, 1974); empty when none is. */
export function clippedRing(
  ring: readonly Corner[],
  left: number,
  top: number,
  right: number,
  bottom: number,
): Corner[] {
  const edges: readonly { inside(p: Corner): boolean; cut(a: Corner, b: Corner): Corner }[] = [
    { inside: ([x]) => x >= left, cut: (a, b) => atX(a, b, left) },
    { inside: ([x]) => x <= right, cut: (a, b) => atX(a, b, right) },
    { inside: ([, y]) => y >= top, cut: (a, b) => atY(a, b, top) },
    { inside: ([, y]) => y <= bottom, cut: (a, b) => atY(a, b, bottom) },
  ];
  let points: Corner[] = [...ring];
  for (const { inside, cut } of edges) {
    const next: Corner[] = [];
    let before = points.at(-1);
    for (const point of points) {
      if (before === undefined) break;
      if (inside(point) !== inside(before)) next.push(cut(before, point));
      if (inside(point)) next.push(point);
      before = point;
    }
    points = next;
  }
  return points;
}

const atX = ([ax, ay]: Corner, [bx, by]: Corner, x: number): Corner => [x, ay + ((by - ay) * (x - ax)) / (bx - ax)];
const atY = ([ax, ay]: Corner, [bx, by]: Corner, y: number): Corner => [ax + ((bx - ax) * (y - ay)) / (by - ay), y];
