/** One shape held against many points: whether it holds them, and how far its outline is. */
import { type Bounds, boundsCover, boundsOf } from '../../../src/core/geo/bounds.ts';
import { covers } from '../../../src/core/geo/covers.ts';
import type { MultiPolygon, Point, Polygon } from '../../../src/core/geo/shape.ts';

interface Piece {
  readonly polygon: Polygon;
  readonly box: Bounds;
}

const degreeMeters = 111_200;
const radians = Math.PI / 180;

export class Outline {
  readonly #pieces: readonly Piece[];

  constructor({ polygons }: MultiPolygon) {
    this.#pieces = polygons.map((polygon) => ({ polygon, box: boundsOf(polygon) }));
  }

  covers(point: Point): boolean {
    return this.#pieces.some(({ polygon, box }) => boundsCover(box, point) && covers(polygon, point));
  }

  /** Metres to the nearest edge, to one in a hundred up to a hundred kilometres. */
  metersTo(point: Point): number {
    let least = Number.POSITIVE_INFINITY;
    for (const { polygon, box } of this.#pieces) {
      if (metersToBox(box, point) >= least) continue;
      for (const ring of [polygon.ring, ...(polygon.holes ?? [])])
        for (let i = 1; i < ring.length; i++)
          least = Math.min(least, metersToEdge(ring[i - 1] as Point, ring[i] as Point, point));
    }
    return least;
  }
}

/** No further than the nearest point of the box; 0 where it crosses the antimeridian. */
function metersToBox({ south, west, north, east }: Bounds, { lat, lon }: Point): number {
  const tall = Math.max(south - lat, lat - north, 0);
  if (west > east) return tall * degreeMeters;
  const wide = Math.max(0, Math.min(...[-360, 0, 360].map((turn) => Math.max(west - lon - turn, lon + turn - east))));
  const least = Math.cos(Math.min(89, Math.max(Math.abs(lat), Math.abs(south), Math.abs(north))) * radians);
  return 0.98 * degreeMeters * Math.hypot(tall, wide * least);
}

/** On a plane that touches the earth at the point. */
function metersToEdge(a: Point, b: Point, { lat, lon }: Point): number {
  const scale = Math.cos(lat * radians);
  const x = (place: Point): number => (((((place.lon - lon + 540) % 360) + 360) % 360) - 180) * scale;
  const [ax, ay, bx, by] = [x(a), a.lat - lat, x(b), b.lat - lat];
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return degreeMeters * Math.hypot(ax + along * dx, ay + along * dy);
}
