/** Points and shapes on WGS84. Latitude and longitude in degrees, distances in metres. */

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** A closed ring of at least four points, the last equal to the first; edges are straight in latitude and longitude. */
export interface Polygon {
  readonly kind: 'polygon';
  readonly ring: readonly Point[];
}

/** All points whose geodesic distance from the centre is at most the radius. Radius 0 is the centre alone. */
export interface Circle {
  readonly kind: 'circle';
  readonly center: Point;
  readonly radiusMeters: number;
}

export type Shape = Polygon | Circle;
