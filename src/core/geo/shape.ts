/** Points and shapes on WGS84. Latitude and longitude in degrees, distances in metres. All of it is immutable. */

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** One point alone. */
export interface Spot {
  readonly kind: 'point';
  readonly point: Point;
}

/** All points whose geodesic distance from the centre is at most the radius. Radius 0 is the centre alone. */
export interface Circle {
  readonly kind: 'circle';
  readonly center: Point;
  readonly radiusMeters: number;
}

/** A closed ring of at least four points, the last equal to the first; edges are straight in latitude and longitude (ring.ts). */
export interface Polygon {
  readonly kind: 'polygon';
  readonly ring: readonly Point[];
  /** Rings whose inside is left out; their edges still belong to the polygon. */
  readonly holes?: readonly (readonly Point[])[];
}

/** All points of any of the polygons. */
export interface MultiPolygon {
  readonly kind: 'multipolygon';
  readonly polygons: readonly Polygon[];
}

/** All points whose geodesic distance from the line is at most the radius: ends are round. The line's edges are as a ring's; one point is a line. */
export interface Corridor {
  readonly kind: 'corridor';
  readonly line: readonly Point[];
  readonly radiusMeters: number;
}

/** What CAP has words for. */
export type DrawnShape = Polygon | Circle;

export type Shape = Spot | Circle | Polygon | MultiPolygon | Corridor;
