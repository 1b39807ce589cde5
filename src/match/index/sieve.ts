/**
 * `covers` for one shape and many points. A grid lies over the shape's box. Where no edge runs through a cell, all its points are inside
 * or all outside, so one answer of `covers` serves for them all; elsewhere `covers` is asked. So the answer is always the one of `covers`.
 */
import { type Bounds, boundsCover } from '../../core/geo/bounds.ts';
import { covers } from '../../core/geo/covers.ts';
import type { Point, Shape } from '../../core/geo/shape.ts';
import { boxOf, isBox, widthOf } from './tiles.ts';

/** Whether the shape covers the point at this latitude and longitude in degrees. */
export type Sieve = (lat: number, lon: number) => boolean;

type Ring = readonly Point[];

/** Its grid is drawn when so many points have come into the box: for a few it would cost more than it saves. */
const worthDrawing = 16;

export function sieveOf(shape: Shape, box: Bounds = boxOf(shape)): Sieve {
  if (!isBox(box)) return (lat, lon) => covers(shape, { lat, lon });
  let asked = 0;
  let grid: Grid | null = null;
  return (lat, lon) => {
    const point = { lat, lon };
    if (!boundsCover(box, point)) return false;
    if (++asked === worthDrawing) grid = gridOver(shape, box);
    // A pole has every longitude, and the antimeridian two: what holds there `covers` knows.
    if (!grid || Math.abs(lon) === 180 || Math.abs(lat) === 90) return covers(shape, point);
    const cell = grid.cellAt(lat, lon);
    const known = grid.cells[cell];
    if (known === cut) return covers(shape, point);
    if (known !== unknown) return known === inside;
    const answer = covers(shape, grid.centerOf(cell));
    grid.cells[cell] = answer ? inside : outside;
    return answer;
  };
}

function gridOver(shape: Shape, box: Bounds): Grid | null {
  const rings = ringsOf(shape);
  return rings.length > 0 && isWideEnough(box) ? new Grid(box, rings) : null;
}

/** Circles and corridors have none: their outline is not made of edges, and for a circle `covers` is quick as it is. */
function ringsOf(shape: Shape): Ring[] {
  const all = shape.kind === 'polygon' ? [shape] : shape.kind === 'multipolygon' ? shape.polygons : [];
  return all.flatMap(({ ring, holes }) => [ring, ...(holes ?? [])]);
}

/** In a narrower box (10 cm) a cell would be so small that the last bits of a coordinate matter. */
const isWideEnough = (box: Bounds): boolean => box.north - box.south > 1e-6 && widthOf(box) > 1e-6;

const [unknown, cut, inside, outside] = [0, 1, 2, 3];

/** How far from a cell's own sides an edge counts as running through it, in cells: thousands of times what its place is rounded by. */
const slack = 1e-4;

class Grid {
  readonly cells: Uint8Array;
  readonly #side: number;
  readonly #box: Bounds;
  readonly #perLat: number;
  readonly #perLon: number;

  constructor(box: Bounds, rings: readonly Ring[]) {
    const vertices = rings.reduce((sum, ring) => sum + ring.length, 0);
    this.#side = Math.min(64, Math.max(8, Math.ceil(2 * Math.sqrt(vertices))));
    this.#box = box;
    this.#perLat = this.#side / (box.north - box.south);
    this.#perLon = this.#side / widthOf(box);
    this.cells = new Uint8Array(this.#side ** 2);
    for (const ring of rings) this.#cutBy(ring);
  }

  /** Of a point in the box. */
  cellAt(lat: number, lon: number): number {
    const last = this.#side - 1;
    const row = Math.min(last, Math.trunc((lat - this.#box.south) * this.#perLat));
    return row * this.#side + Math.min(last, Math.trunc(this.#eastward(lon) * this.#perLon));
  }

  centerOf(cell: number): Point {
    const lon = this.#box.west + ((cell % this.#side) + 0.5) / this.#perLon;
    const lat = this.#box.south + (Math.floor(cell / this.#side) + 0.5) / this.#perLat;
    return { lat, lon: lon > 180 ? lon - 360 : lon };
  }

  /** Degrees from the western side of the box. */
  #eastward(lon: number): number {
    const degrees = lon - this.#box.west;
    return degrees < 0 ? degrees + 360 : degrees;
  }

  /**
   * Each edge is drawn where it runs and a turn of the earth to both sides. One from the antimeridian to itself may run along it or around
   * the world (ring.ts) and is drawn both ways: a cell marked needlessly costs time, one not marked would be wrong.
   */
  #cutBy(ring: Ring): void {
    for (let i = 1; i < ring.length; i++) {
      const a = ring[i - 1] as Point;
      const b = ring[i] as Point;
      const step = b.lon - a.lon;
      this.#cutAlong(a, b, Math.abs(step) > 180 ? step - 360 * Math.sign(step) : step);
      if (Math.abs(step) === 360) this.#cutAlong(a, b, step);
    }
  }

  /** Cuts by the edge from `a` that ends `step` degrees further east, at the latitude of `b`. */
  #cutAlong(a: Point, b: Point, step: number): void {
    const [ay, by] = [(a.lat - this.#box.south) * this.#perLat, (b.lat - this.#box.south) * this.#perLat];
    for (const turn of [-360, 0, 360]) {
      const from = a.lon - this.#box.west + turn;
      this.#draw(from * this.#perLon, ay, (from + step) * this.#perLon, by);
    }
  }

  /** Marks all cells that a straight line comes near, row by row; ends in cells, in the box or not. */
  #draw(ax: number, ay: number, bx: number, by: number): void {
    const last = this.#side - 1;
    if (Math.max(ax, bx) < -slack || Math.min(ax, bx) > this.#side + slack) return;
    const lowest = Math.max(0, Math.floor(Math.min(ay, by) - slack));
    const highest = Math.min(last, Math.floor(Math.max(ay, by) + slack));
    for (let row = lowest; row <= highest; row++) {
      let [x, z] = [ax, bx];
      if (ay !== by) {
        x = ax + share((row - slack - ay) / (by - ay)) * (bx - ax);
        z = ax + share((row + 1 + slack - ay) / (by - ay)) * (bx - ax);
      }
      const west = Math.max(0, Math.floor(Math.min(x, z) - slack));
      const east = Math.min(last, Math.floor(Math.max(x, z) + slack));
      if (west <= east) this.cells.fill(cut, row * this.#side + west, row * this.#side + east + 1);
    }
  }
}

const share = (part: number): number => Math.min(1, Math.max(0, part));
