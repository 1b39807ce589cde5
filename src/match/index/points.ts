/** Many points, which come, move and go, against one new shape: who is in it. */

import { isPoint } from '../../core/geo/point.ts';
import type { Point, Shape } from '../../core/geo/shape.ts';
import { sieveOf } from './sieve.ts';
import { boxOf, isBox, tileOf, tilesOver, tilesUnder } from './tiles.ts';

/** Ids are whole numbers from 0 on, handed out densely: memory grows with the greatest. */
export interface PointIndex {
  /** A new point, or where an old one is now. What is no point (point.ts) is kept nowhere: no shape covers it. */
  set(id: number, point: Point): void;
  delete(id: number): void;
  /** The ids of exactly the points that `covers` finds in the shape, each once, in no order. */
  within(shape: Shape): number[];
}

/** Everything in memory; nothing needs to be built before it is asked. */
export const createPointIndex = (): PointIndex => new TiledPoints();

/** Tiles of 0.09°, at most 10 km: a city is a few, a warning's area some dozens. */
const columns = 4096;
const none = -1;

/** The points of a tile are a list through `next` and `previous`, so that any can leave it at once. */
class TiledPoints implements PointIndex {
  /** Latitude and longitude of each id; NaN where there is no point. */
  #degrees = new Float64Array(0);
  #next = new Int32Array(0);
  #previous = new Int32Array(0);
  readonly #first = new Map<number, number>();

  set(id: number, point: Point): void {
    this.delete(id);
    if (!isPoint(point)) return;
    this.#makeRoom(id);
    this.#degrees[2 * id] = point.lat;
    this.#degrees[2 * id + 1] = point.lon;
    const tile = tileOf(point, columns);
    const after = this.#first.get(tile) ?? none;
    this.#next[id] = after;
    this.#previous[id] = none;
    if (after !== none) this.#previous[after] = id;
    this.#first.set(tile, id);
  }

  delete(id: number): void {
    const point = this.#pointOf(id);
    if (!isPoint(point)) return;
    const [before, after] = [this.#previous[id] ?? none, this.#next[id] ?? none];
    if (after !== none) this.#previous[after] = before;
    if (before !== none) this.#next[before] = after;
    else if (after !== none) this.#first.set(tileOf(point, columns), after);
    else this.#first.delete(tileOf(point, columns));
    this.#degrees[2 * id] = Number.NaN;
  }

  within(shape: Shape): number[] {
    const box = boxOf(shape);
    if (box.south > box.north) return [];
    const isWide = !isBox(box) || tilesUnder(box, columns) > this.#first.size;
    const isIn = sieveOf(shape, box);
    const ids: number[] = [];
    for (const tile of isWide ? this.#first.keys() : tilesOver(box, columns))
      for (let id = this.#first.get(tile) ?? none; id !== none; id = this.#next[id] ?? none)
        if (isIn(this.#degrees[2 * id] ?? Number.NaN, this.#degrees[2 * id + 1] ?? Number.NaN)) ids.push(id);
    return ids;
  }

  #pointOf(id: number): Point {
    return { lat: this.#degrees[2 * id] ?? Number.NaN, lon: this.#degrees[2 * id + 1] ?? Number.NaN };
  }

  #makeRoom(id: number): void {
    if (id < this.#next.length) return;
    const room = Math.max(64, id + 1, Math.ceil(this.#next.length * 1.5));
    const [degrees, next, previous] = [this.#degrees, this.#next, this.#previous];
    this.#degrees = new Float64Array(2 * room).fill(Number.NaN);
    this.#degrees.set(degrees);
    this.#next = new Int32Array(room);
    this.#next.set(next);
    this.#previous = new Int32Array(room);
    this.#previous.set(previous);
  }
}
