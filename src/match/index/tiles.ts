/** The world cut into square tiles of equal degrees, each with a number. Only tiles that hold something cost anything. */
import { type Bounds, boundsOf } from '../../core/geo/bounds.ts';
import type { Point, Shape } from '../../core/geo/shape.ts';

/** `columns` tiles go around the world, so a tile spans 360 / columns degrees. */
export const tileSize = (columns: number): number => 360 / columns;

/** The tile of a point: longitudes −180 and 180 are one column, and each pole is a tile of its own, below 0. */
export function tileOf({ lat, lon }: Point, columns: number): number {
  if (Math.abs(lat) === 90) return lat > 0 ? northPole : southPole;
  const size = tileSize(columns);
  return Math.floor((lat + 90) / size) * columns + (Math.floor((lon + 180) / size) % columns);
}
const [southPole, northPole] = [-1, -2];

/** What `boundsOf` may have rounded away, many times over: a tenth of a millimetre. */
const margin = 1e-9;

/** The shape's box, a hair wider. Only where `isBox` holds can anything be ruled out by it. */
export function boxOf(shape: Shape): Bounds {
  const bounds = boundsOf(shape);
  if (!isBox(bounds)) return bounds;
  const [south, north] = [Math.max(-90, bounds.south - margin), Math.min(90, bounds.north + margin)];
  if (widthOf(bounds) + 2 * margin >= 360) return { south, west: -180, north, east: 180 };
  const [west, east] = [bounds.west - margin, bounds.east + margin];
  return { south, west: west < -180 ? west + 360 : west, north, east: east > 180 ? east - 360 : east };
}

/** A shape that has no point, or vertices that are none, has no box. */
export const isBox = ({ south, west, north, east }: Bounds): boolean =>
  south >= -90 && north <= 90 && south <= north && Math.abs(west) <= 180 && Math.abs(east) <= 180;

/** Degrees of longitude from the western to the eastern side, 0 to 360. */
export const widthOf = ({ west, east }: Bounds): number => (west <= east ? east - west : east - west + 360);

/** How many tiles lie under a box, poles not counted. */
export function tilesUnder(bounds: Bounds, columns: number): number {
  const { low, high, count } = spanOf(bounds, columns);
  return (high - low + 1) * count;
}

/** The tiles under a box, each once. A box at a pole reaches that pole, at any longitude. */
export function* tilesOver(bounds: Bounds, columns: number): Generator<number> {
  const { low, high, first, count } = spanOf(bounds, columns);
  for (let row = low; row <= high; row++) for (let i = 0; i < count; i++) yield row * columns + ((first + i) % columns);
  if (bounds.south === -90) yield southPole;
  if (bounds.north === 90) yield northPole;
}

interface Span {
  readonly low: number;
  readonly high: number;
  readonly first: number;
  readonly count: number;
}

function spanOf(bounds: Bounds, columns: number): Span {
  const size = tileSize(columns);
  const first = Math.floor((bounds.west + 180) / size);
  const last = Math.floor((bounds.east + 180) / size);
  const turned = bounds.west <= bounds.east ? last : last + columns;
  const count = widthOf(bounds) === 360 ? columns : Math.min(columns, turned - first + 1);
  return { low: Math.floor((bounds.south + 90) / size), high: Math.floor((bounds.north + 90) / size), first, count };
}
