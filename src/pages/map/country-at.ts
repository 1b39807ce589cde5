/** The country that a point lies in, by the outlines that maps are drawn with: right to some kilometres, and at sea none. */
import type { Point } from '../../core/geo/shape.ts';
import { type Borders, boxOfRing, type Corner } from './borders.ts';
import type { Box } from './projection.ts';

interface Outline {
  readonly code: string;
  readonly ring: readonly Corner[];
  readonly box: Box;
}

/** ISO 3166-1 alpha-2; null at sea, and in a land without a code. */
export function countryAt({ countries }: Borders): (point: Point) => string | null {
  const outlines = countries.flatMap(({ code, rings }) =>
    rings.map((ring): Outline => ({ code, ring, box: boxOfRing(ring) })),
  );
  return ({ lat, lon }) => {
    // A country in a hole of another lies in an odd number of its own rings and an even one of the other's.
    const within = new Map<string, boolean>();
    for (const outline of outlines)
      if (holds(outline, lat, lon)) within.set(outline.code, !(within.get(outline.code) ?? false));
    const [code = ''] = [...within].find(([, isIn]) => isIn) ?? [];
    return code === '' ? null : code;
  };
}

/** Longitudes of a ring run on past 180. */
const holds = (outline: Outline, lat: number, lon: number): boolean =>
  [lon - 360, lon, lon + 360].some((x) => isIn(outline, x, lat));

function isIn({ ring, box }: Outline, x: number, y: number): boolean {
  if (x < box.west || x > box.east || y < box.south || y > box.north) return false;
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] as Corner, ring[i] as Corner];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
