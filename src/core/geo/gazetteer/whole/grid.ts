/** Places by half degrees of latitude and longitude: which of them may lie in a box. */
import type { Bounds } from '../../bounds.ts';

const perDegree = 2;
const columns = 360 * perDegree;
const rows = 180 * perDegree;

const columnOf = (lon: number): number => Math.min(columns - 1, Math.max(0, Math.floor((lon + 180) * perDegree)));
const rowOf = (lat: number): number => Math.min(rows - 1, Math.max(0, Math.floor((lat + 90) * perDegree)));

export class Grid {
  /** Places of cell c: places[start[c]] up to, without, places[start[c + 1]]. */
  readonly #start = new Uint32Array(columns * rows + 1);
  readonly #places: Uint32Array;

  constructor(lat: Float64Array, lon: Float64Array) {
    const cells = new Uint32Array(lat.length);
    for (let i = 0; i < cells.length; i++) cells[i] = rowOf(lat[i] as number) * columns + columnOf(lon[i] as number);
    this.#places = new Uint32Array(cells.length);
    const start = this.#start;
    for (const cell of cells) start[cell] = (start[cell] as number) + 1;
    for (let cell = 1; cell < start.length; cell++) start[cell] = (start[cell] as number) + (start[cell - 1] as number);
    for (let place = cells.length - 1; place >= 0; place--) {
      const cell = cells[place] as number;
      start[cell] = (start[cell] as number) - 1;
      this.#places[start[cell] as number] = place;
    }
  }

  /** Every place in the box, and others near it; none twice. Both ends of a meridian that is ±180° are looked at. */
  visit({ south, west, north, east }: Bounds, see: (place: number) => void): void {
    // A pole has every longitude.
    const whole = south <= -90 || north >= 90;
    const spans = whole ? [[-180, 180] as const] : spansOf(west, east);
    for (let row = rowOf(south); row <= rowOf(north); row++)
      for (const [from, to] of spans) {
        const first = row * columns + columnOf(from);
        const last = row * columns + columnOf(to);
        for (let i = this.#start[first] as number; i < (this.#start[last + 1] as number); i++)
          see(this.#places[i] as number);
      }
  }
}

function spansOf(west: number, east: number): (readonly [number, number])[] {
  const touches = (west > -180 && east >= 180) || (west <= -180 && east < 180);
  if (west <= east && !touches) return [[west, east]];
  if (west > east)
    return columnOf(east) < columnOf(west)
      ? [
          [-180, east],
          [west, 180],
        ]
      : [[-180, 180]];
  const edge: readonly [number, number] = west <= -180 ? [180, 180] : [-180, -180];
  return columnOf(edge[0]) >= columnOf(west) && columnOf(edge[0]) <= columnOf(east)
    ? [[west, east]]
    : [[west, east], edge];
}
