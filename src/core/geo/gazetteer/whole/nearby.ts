/** The places nearest to a point, by true distance. */
import { boundsOf } from '../../bounds.ts';
import { distanceMeters, greatestRadiusMeters, leastRadiusMeters, sphereAngle } from '../../distance.ts';
import type { Point } from '../../shape.ts';
import type { PlaceColumns } from './file/places.ts';
import type { Grid } from './grid.ts';

export interface Nearby {
  readonly place: number;
  readonly distanceMeters: number;
}

/** At most `limit` of those that `wanted` lets through, nearest first; of two equally near the first of the file. */
export function nearest(
  places: PlaceColumns,
  grid: Grid,
  point: Point,
  { radiusMeters, limit, wanted }: { radiusMeters: number; limit: number; wanted: (place: number) => boolean },
): Nearby[] {
  const candidates: { place: number; angle: number }[] = [];
  const pointOf = (place: number): Point => ({ lat: places.lat[place] as number, lon: places.lon[place] as number });
  grid.visit(boundsOf({ kind: 'circle', center: point, radiusMeters }), (place) => {
    if (!wanted(place)) return;
    const angle = sphereAngle(point, pointOf(place));
    // A metre covers the rounding of the haversine.
    if (angle * leastRadiusMeters - 1 <= radiusMeters) candidates.push({ place, angle });
  });
  candidates.sort((a, b) => a.angle - b.angle);
  // No more than these can be among the nearest, whatever the ellipsoid does to the order of angles.
  const last = candidates[limit - 1];
  const reach = last ? last.angle * greatestRadiusMeters + 1 : Number.POSITIVE_INFINITY;
  return candidates
    .filter(({ angle }) => angle * leastRadiusMeters - 1 <= reach)
    .map(({ place }) => ({ place, distanceMeters: distanceMeters(point, pointOf(place)) }))
    .filter((one) => one.distanceMeters <= radiusMeters)
    .sort((a, b) => a.distanceMeters - b.distanceMeters || a.place - b.place)
    .slice(0, limit);
}
