/**
 * Many live shapes, each with the time it holds, against a place that moves or against another shape: warnings around somebody; an
 * operator's own places and people's trips in a new warning. A trip is a shape like any other: a corridor along its line.
 */
import type { Bounds } from '../../core/geo/bounds.ts';
import { overlap } from '../../core/geo/overlap.ts';
import type { Point, Shape } from '../../core/geo/shape.ts';
import type { Instant, Interval } from '../../core/time/time.ts';
import { type Sieve, sieveOf } from './sieve.ts';
import { boxOf, isBox, tileOf, tileSize, tilesOver, tilesUnder, widthOf } from './tiles.ts';

/** Ids are whole numbers from 0 on. Without a window a shape holds always, and a question is about all times. */
export interface ShapeIndex {
  /** A new shape, or what an old one has become. */
  set(id: number, shape: Shape, window?: Interval): void;
  delete(id: number): void;
  /** The ids of exactly the shapes that `covers` the point, and hold at that instant; each once, in no order. */
  covering(point: Point, at?: Instant): number[];
  /** The ids of exactly the shapes that `overlap` this one, and hold at some instant of the window; each once, in no order. */
  meeting(shape: Shape, window?: Interval): number[];
}

/** Everything in memory; nothing needs to be built before it is asked. */
export const createShapeIndex = (): ShapeIndex => new TiledShapes();

interface Entry {
  readonly shape: Shape;
  readonly box: Bounds;
  readonly window: Interval;
  readonly level: Level;
  /** Made when somebody first comes near: most shapes are never asked about. */
  sieve: Sieve | null;
}

/** Tiles of one size. A shape lies in the smallest that are as large as its box: so in four at most. */
interface Level {
  readonly columns: number;
  readonly tiles: Map<number, number[]>;
}

const always: Interval = { from: null, to: null };
/** Both are half-open: where one only begins as the other ends they share no instant. */
const share = (a: Interval, b: Interval): boolean => Math.max(beginOf(a), beginOf(b)) < Math.min(endOf(a), endOf(b));
const beginOf = ({ from }: Interval): Instant => from ?? Number.NEGATIVE_INFINITY;
const endOf = ({ to }: Interval): Instant => to ?? Number.POSITIVE_INFINITY;
const holdsAt = (window: Interval, at: Instant): boolean => beginOf(window) <= at && at < endOf(window);

class TiledShapes implements ShapeIndex {
  readonly #entries = new Map<number, Entry>();
  /** From one tile for all the world to those of 0.09°. */
  readonly #levels: readonly Level[] = Array.from({ length: 13 }, (_, i) => ({ columns: 2 ** i, tiles: new Map() }));

  set(id: number, shape: Shape, window: Interval = always): void {
    this.delete(id);
    const box = boxOf(shape);
    const entry: Entry = { shape, box, window, level: this.#levelFor(box), sieve: null };
    this.#entries.set(id, entry);
    for (const tile of tilesOf(entry)) {
      const ids = entry.level.tiles.get(tile);
      if (ids) ids.push(id);
      else entry.level.tiles.set(tile, [id]);
    }
  }

  delete(id: number): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    for (const tile of tilesOf(entry)) {
      const ids = entry.level.tiles.get(tile) ?? [];
      ids.splice(ids.indexOf(id), 1);
      if (ids.length === 0) entry.level.tiles.delete(tile);
    }
  }

  covering({ lat, lon }: Point, at?: Instant): number[] {
    const found: number[] = [];
    for (const { columns, tiles } of this.#levels) {
      if (tiles.size === 0) continue;
      for (const id of tiles.get(tileOf({ lat, lon }, columns)) ?? []) {
        const entry = this.#entries.get(id) as Entry;
        if (at !== undefined && !holdsAt(entry.window, at)) continue;
        entry.sieve ??= sieveOf(entry.shape, entry.box);
        if (entry.sieve(lat, lon)) found.push(id);
      }
    }
    return found;
  }

  meeting(shape: Shape, window: Interval = always): number[] {
    const box = boxOf(shape);
    const near = new Set<number>();
    for (const level of this.#levels)
      for (const tile of tilesNear(box, level)) for (const id of level.tiles.get(tile) ?? []) near.add(id);
    return [...near].filter((id) => {
      const entry = this.#entries.get(id) as Entry;
      return share(entry.window, window) && overlap(entry.shape, shape);
    });
  }

  #levelFor(box: Bounds): Level {
    const extent = isBox(box) ? Math.max(box.north - box.south, widthOf(box)) : 360;
    const level = this.#levels.findLast(({ columns }) => tileSize(columns) >= extent);
    return level ?? (this.#levels[0] as Level);
  }
}

/** Where an entry is kept. What has no box covers nothing, and waits where any shape looks. */
const tilesOf = ({ box, level }: Entry): Iterable<number> => (isBox(box) ? tilesOver(box, level.columns) : [0]);

/** Where shapes may lie that share a point with what has this box. */
function tilesNear(box: Bounds, { columns, tiles }: Level): Iterable<number> {
  return !isBox(box) || tilesUnder(box, columns) > tiles.size ? tiles.keys() : tilesOver(box, columns);
}
