/** Shapes and points where geometry is hard: at the antimeridian, at the poles, on whole degrees that coincide, and anywhere. */
import fc from 'fast-check';
import type { Point, Polygon, Shape } from '../src/core/geo/shape.ts';

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const fine = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const turned = (lon: number): number => (lon > 180 ? lon - 360 : lon);
const pointOf = (lat: fc.Arbitrary<number>, lon: fc.Arbitrary<number>): fc.Arbitrary<Point> => fc.record({ lat, lon });

/** Of each: where points and the vertices of shapes lie. */
export const fields: readonly fc.Arbitrary<Point>[] = [
  pointOf(whole(-4, 4), whole(-4, 4)),
  pointOf(fine(-2, 2), fine(-2, 2)),
  pointOf(whole(-4, 4), whole(176, 184).map(turned)),
  pointOf(fine(-2, 2), fine(178, 182).map(turned)),
  pointOf(whole(-4, 4), fc.constantFrom(-180, 180, 175, -175)),
  pointOf(whole(86, 90), whole(-180, 180)),
  pointOf(fine(-90, -85), fine(-180, 180)),
  pointOf(fine(-90, 90), fine(-180, 180)),
];

const closed = (ring: readonly Point[]): Point[] => [...ring, ring[0] as Point];
const ringIn = (field: fc.Arbitrary<Point>, maxLength: number): fc.Arbitrary<Point[]> =>
  fc.array(field, { minLength: 3, maxLength }).map(closed);
const polygonIn = (field: fc.Arbitrary<Point>): fc.Arbitrary<Polygon> =>
  fc.record(
    {
      kind: fc.constant('polygon' as const),
      ring: ringIn(field, 12),
      holes: fc.array(ringIn(field, 5), { maxLength: 2 }),
    },
    { requiredKeys: ['kind', 'ring'] },
  );

/** Every kind of shape with its vertices in the field, also some that are no shape at all. */
export function shapeIn(field: fc.Arbitrary<Point>): fc.Arbitrary<Shape> {
  const radiusMeters = fc.constantFrom(0, 1, 900, 150_000, 700_000, 20_100_000, -1, Number.NaN);
  const polygons = fc.array(polygonIn(field), { maxLength: 3 });
  const line = fc.array(field, { minLength: 1, maxLength: 4 });
  return fc.oneof(
    { weight: 5, arbitrary: polygonIn(field) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('multipolygon' as const), polygons }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('circle' as const), center: field, radiusMeters }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('corridor' as const), line, radiusMeters }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('point' as const), point: field }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'polygon' as const, ring: [] }) },
  );
}

/** A ring around a place with as many vertices as a real one: out and in, `wide` degrees at most, also across the antimeridian. */
export const starAround = ({ lat, lon }: Point, wide: number, spread: readonly number[]): Polygon => {
  const ring = spread.map((part, i) => {
    const angle = (2 * Math.PI * i) / spread.length;
    const east = lon + wide * part * Math.cos(angle);
    return {
      lat: Math.max(-90, Math.min(90, lat + wide * part * Math.sin(angle))),
      lon: east > 180 ? east - 360 : east < -180 ? east + 360 : east,
    };
  });
  return { kind: 'polygon', ring: closed(ring) };
};
