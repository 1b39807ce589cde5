/** Containment by hand-made cases; property tests against a slow exact implementation are in covers.property.test.ts. */
import geographiclib from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { boundsCover, boundsOf } from './bounds.ts';
import { covers } from './covers.ts';
import { distanceMeters } from './distance.ts';
import type { Circle, MultiPolygon, Point, Polygon } from './shape.ts';

const at = (lat: number, lon: number): Point => ({ lat, lon });
const polygon = (...pairs: readonly (readonly [number, number])[]): Polygon => ({
  kind: 'polygon',
  ring: pairs.map(([lat, lon]) => at(lat, lon)),
});
const circle = (lat: number, lon: number, radiusMeters: number): Circle => ({
  kind: 'circle',
  center: at(lat, lon),
  radiusMeters,
});

describe('a polygon', () => {
  const box = polygon([0, 0], [0, 10], [10, 10], [10, 0], [0, 0]);

  test.each([
    ['inside', at(5, 5), true],
    ['a vertex', at(10, 10), true],
    ['the first vertex', at(0, 0), true],
    ['the southern edge', at(0, 5), true],
    ['the eastern edge', at(5, 10), true],
    ['the western edge', at(5, 0), true],
    ['just outside the east', at(5, 10.000000000000002), false],
    ['just outside the south', at(-Number.MIN_VALUE, 5), false],
    ['level with an edge, beside it', at(0, 11), false],
    ['level with an edge, before it', at(10, -1), false],
  ])('box: %s', (_, point, expected) => {
    expect(covers(box, point)).toBe(expected);
    expect(covers({ kind: 'polygon', ring: box.ring.toReversed() }, point)).toBe(expected);
  });

  test('a slanted edge holds the points that lie on it exactly', () => {
    const triangle = polygon([0, 0], [3, 1], [0, 2], [0, 0]);
    expect(covers(triangle, at(1.5, 0.5))).toBe(true);
    expect(covers(triangle, at(1.5, 0.49999999999999994))).toBe(false);
    expect(covers(triangle, at(0.75, 1.75))).toBe(true);
    expect(covers(triangle, at(0.7500000000000001, 1.75))).toBe(false);
  });

  test('a notch is outside', () => {
    const arrow = polygon([0, 0], [10, 5], [0, 10], [4, 5], [0, 0]);
    expect(covers(arrow, at(2, 5))).toBe(false);
    expect(covers(arrow, at(4, 5))).toBe(true);
    expect(covers(arrow, at(6, 5))).toBe(true);
  });

  test('a tiny one and a huge one', () => {
    const tiny = polygon([34.56, 69.21], [34.56, 69.2100001], [34.5600001, 69.21], [34.56, 69.21]);
    expect(covers(tiny, at(34.56000001, 69.21000001))).toBe(true);
    expect(covers(tiny, at(34.5600002, 69.21))).toBe(false);
    const huge = polygon([-80, -180], [-80, 0], [-80, 180], [80, 180], [80, 0], [80, -180], [-80, -180]);
    for (const lon of [-180, -90, 0, 90, 180]) expect(covers(huge, at(79, lon))).toBe(true);
    expect(covers(huge, at(81, 0))).toBe(false);
  });

  test('both wings of a bow tie and the overlap of two loops are inside; a keyhole is a hole', () => {
    const bowTie = polygon([0, 0], [10, 10], [10, 0], [0, 10], [0, 0]);
    expect(covers(bowTie, at(1, 5))).toBe(true);
    expect(covers(bowTie, at(9, 5))).toBe(true);
    expect(covers(bowTie, at(5, 1))).toBe(false);
    const twice = polygon([0, 0], [0, 6], [6, 6], [6, 2], [2, 2], [2, 8], [8, 8], [8, 0], [0, 0]);
    expect(covers(twice, at(4, 4))).toBe(true);
    const keyhole = polygon([0, 0], [0, 9], [9, 9], [9, 0], [0, 0], [3, 3], [6, 3], [6, 6], [3, 6], [3, 3], [0, 0]);
    expect(covers(keyhole, at(4, 5))).toBe(false);
    expect(covers(keyhole, at(8, 5))).toBe(true);
  });

  test('what is no point or no ring covers nothing', () => {
    for (const bad of [at(Number.NaN, 5), at(5, Number.NaN), at(91, 5), at(5, 181), at(5, Number.POSITIVE_INFINITY)])
      expect(covers(box, bad)).toBe(false);
    expect(covers(polygon([0, 0], [0, 1], [0, 0]), at(0, 0))).toBe(false);
    expect(covers(polygon([0, 0], [0, 10], [Number.NaN, 10], [10, 0], [0, 0]), at(1, 1))).toBe(false);
  });
});

describe('a ring across the antimeridian', () => {
  const fiji = polygon([-20, 177], [-20, -178], [-16, -178], [-16, 177], [-20, 177]);

  test.each([
    [at(-18, 179), true],
    [at(-18, -179), true],
    [at(-18, 180), true],
    [at(-18, -180), true],
    [at(-18, 177), true],
    [at(-18, -178), true],
    [at(-18, 176.9), false],
    [at(-18, -177.9), false],
    [at(-18, 0), false],
    [at(-20, 180), true],
    [at(-20.1, 180), false],
  ])('%o is %s', (point, expected) => {
    expect(covers(fiji, point)).toBe(expected);
    expect(covers({ kind: 'polygon', ring: fiji.ring.toReversed() }, point)).toBe(expected);
  });

  test('a ring that only touches it holds the meridian under both its names', () => {
    const east = polygon([0, 170], [0, 180], [10, 180], [10, 170], [0, 170]);
    const west = polygon([0, -180], [0, -170], [10, -170], [10, -180], [0, -180]);
    for (const lon of [180, -180]) {
      expect(covers(east, at(5, lon))).toBe(true);
      expect(covers(west, at(5, lon))).toBe(true);
      expect(covers(east, at(11, lon))).toBe(false);
    }
    expect(covers(east, at(5, -179))).toBe(false);
    expect(covers(west, at(5, 179))).toBe(false);
  });

  test('vertices on both names of the meridian do not tear the ring', () => {
    const split = polygon([0, 170], [0, 180], [0, -180], [0, -170], [5, -170], [5, -180], [5, 180], [5, 170], [0, 170]);
    for (const lon of [175, 180, -180, -175]) expect(covers(split, at(2, lon))).toBe(true);
    expect(covers(split, at(2, 0))).toBe(false);
  });

  test('a box from −180 to 180 is a band around the world', () => {
    const band = polygon([-10, -180], [-10, 180], [20, 180], [20, -180], [-10, -180]);
    for (const lon of [-180, -1, 0, 77, 180]) expect(covers(band, at(20, lon))).toBe(true);
    expect(covers(band, at(20.1, 0))).toBe(false);
  });
});

describe('a ring around a pole', () => {
  const arctic = polygon([70, 0], [70, 90], [60, 180], [70, -90], [70, 0]);
  const antarctic: Polygon = { kind: 'polygon', ring: arctic.ring.map((p) => at(-p.lat, p.lon)) };

  test.each([
    [at(90, 0), true],
    [at(90, 123), true],
    [at(89, -45), true],
    [at(65, 135), true],
    [at(64.9, 135), false],
    [at(60, 180), true],
    [at(60, -180), true],
    [at(69.9, 45), false],
    [at(0, 0), false],
    [at(-90, 0), false],
  ])('%o is %s', (point, expected) => {
    expect(covers(arctic, point)).toBe(expected);
    expect(covers({ kind: 'polygon', ring: arctic.ring.toReversed() }, point)).toBe(expected);
    expect(covers(antarctic, at(-point.lat, point.lon))).toBe(expected);
  });

  test('a ring that touches a pole holds it, whatever its longitude', () => {
    const wedge = polygon([80, 0], [90, 0], [90, 20], [80, 20], [80, 0]);
    expect(covers(wedge, at(90, 170))).toBe(true);
    expect(covers(wedge, at(89.9, 170))).toBe(false);
  });

  test('a fold in the ring stays outside on the meridian where the ring starts', () => {
    const folded = polygon([50, 0], [50, 30], [60, -30], [70, 30], [70, 120], [70, -120], [50, -60], [50, 0]);
    expect(covers(folded, at(55, 0))).toBe(true);
    expect(covers(folded, at(62, 0))).toBe(false);
    expect(covers(folded, at(66, 0))).toBe(true);
  });
});

describe('a circle', () => {
  test('of radius 0 is its centre alone', () => {
    const dot = circle(10, 180, 0);
    expect(covers(dot, at(10, 180))).toBe(true);
    expect(covers(dot, at(10, -180))).toBe(true);
    expect(covers(dot, at(10, 179.99999999999997))).toBe(false);
    expect(covers(circle(90, 5, 0), at(90, 100))).toBe(true);
  });

  test('ends at its geodesic radius, to the millimetre', () => {
    const { WGS84 } = geographiclib.Geodesic;
    for (const lat of [-90, -60, -7.5, 0, 34.5, 89.9])
      for (const radius of [1, 500, 3500, 120_000, 5_000_000, 15_000_000])
        for (const azimuth of [0, 37, 90, 181, 270]) {
          const shape = circle(lat, 110.25, radius);
          const reach = (meters: number): Point => {
            const end = WGS84.Direct(lat, 110.25, azimuth, meters);
            return at(end.lat2 ?? 0, geographiclib.Math.AngNormalize(end.lon2 ?? 0));
          };
          expect(covers(shape, reach(radius - 0.001))).toBe(true);
          expect(covers(shape, reach(radius + 0.001))).toBe(false);
        }
  });

  test('may be larger than the earth and is never negative or unknown', () => {
    expect(covers(circle(0, 0, 20_100_000), at(0, 180))).toBe(true);
    expect(covers(circle(0, 0, -1), at(0, 0))).toBe(false);
    expect(covers(circle(0, 0, Number.NaN), at(0, 0))).toBe(false);
    expect(covers(circle(95, 0, 10), at(90, 0))).toBe(false);
  });
});

test('a distance is that of the ellipsoid', () => {
  // One degree of the equator is a·π/180; a quarter of the meridian is 10,001,965.729 m (both known of WGS84).
  expect(distanceMeters(at(0, 0), at(0, 1))).toBeCloseTo((6378137 * Math.PI) / 180, 6);
  expect(distanceMeters(at(0, 0), at(90, 0))).toBeCloseTo(10001965.729, 3);
  expect(distanceMeters(at(1, 180), at(1, -180))).toBe(0);
  expect(distanceMeters(at(Number.NaN, 0), at(0, 0))).toBeNaN();
});

describe('a polygon with holes', () => {
  const square = (south: number, west: number, side: number): Polygon['ring'] =>
    polygon([south, west], [south, west + side], [south + side, west + side], [south + side, west], [south, west]).ring;
  const holed: Polygon = { kind: 'polygon', ring: square(0, 0, 10), holes: [square(2, 2, 2), square(6, 6, 2)] };

  test.each([
    ['between the holes', at(5, 5), true],
    ['in a hole', at(3, 3), false],
    ['in the other hole', at(7, 7), false],
    ['on the edge of a hole', at(2, 3), true],
    ['on a corner of a hole', at(8, 8), true],
    ['outside', at(11, 5), false],
  ])('%s', (_, point, expected) => expect(covers(holed, point)).toBe(expected));

  test('a hole across the antimeridian, around a pole, and over the edge', () => {
    const pacific: Polygon = {
      kind: 'polygon',
      ring: square(-20, 170, 20).map(({ lat, lon }) => at(lat, lon > 180 ? lon - 360 : lon)),
    };
    const gap = square(-12, 178, 4).map(({ lat, lon }) => at(lat, lon > 180 ? lon - 360 : lon));
    const holed = { ...pacific, holes: [gap] };
    expect(covers(holed, at(-10, 180))).toBe(false);
    expect(covers(holed, at(-10, -180))).toBe(false);
    expect(covers(holed, at(-15, 180))).toBe(true);
    const around = (lat: number): Polygon['ring'] => [0, 90, 180, -90, 0].map((lon) => at(lat, lon));
    const belt: Polygon = { kind: 'polygon', ring: around(60), holes: [around(80)] };
    expect(covers(belt, at(70, 33))).toBe(true);
    expect(covers(belt, at(90, 0))).toBe(false);
    expect(covers({ ...holed, holes: [square(-25, 172, 10)] }, at(-17, 175))).toBe(false);
  });

  test('with a hole that is none it is none', () => {
    expect(covers({ ...holed, holes: [[at(1, 1), at(2, 2)]] }, at(5, 5))).toBe(false);
  });
});

test('several polygons cover what any of them does, and their box holds it', () => {
  const one = polygon([0, 170], [0, 175], [5, 175], [5, 170], [0, 170]);
  const other = polygon([10, -175], [10, -170], [15, -170], [15, -175], [10, -175]);
  const both: MultiPolygon = { kind: 'multipolygon', polygons: [one, other] };
  expect(covers(both, at(1, 171))).toBe(true);
  expect(covers(both, at(11, -171))).toBe(true);
  expect(covers(both, at(1, -171))).toBe(false);
  expect(boundsOf(both)).toEqual({ south: 0, west: 170, north: 15, east: -170 });
  expect(covers({ kind: 'multipolygon', polygons: [] }, at(0, 0))).toBe(false);
  expect(boundsCover(boundsOf({ kind: 'multipolygon', polygons: [] }), at(0, 0))).toBe(false);
});

test('no turn of the earth rounds a vertex out of the box', () => {
  const boxAt = (lat: number, west: number, east: number): Polygon =>
    polygon([lat, west], [lat, east], [lat + 1, east], [lat + 1, west], [lat, west]);
  const several: MultiPolygon = { kind: 'multipolygon', polygons: [boxAt(1, -3.2, -2), boxAt(3, -1, 40.7)] };
  expect(boundsOf(several)).toEqual({ south: 1, west: -3.2, north: 4, east: 40.7 });
  for (const [near, far] of [
    [-170.1, -170.10000000000002],
    [-170.10000000000002, -170.1],
  ] as const) {
    const across = polygon([0, 170], [0, near], [5, far], [5, 170], [0, 170]);
    expect(boundsOf(across)).toEqual({ south: 0, west: 170, north: 5, east: -170.1 });
  }
  const around: MultiPolygon = {
    kind: 'multipolygon',
    polygons: [boxAt(1, -180, -60), boxAt(3, -60, 60), boxAt(5, 60, 180)],
  };
  expect(boundsOf(around)).toMatchObject({ west: -180, east: 180 });
});

test('a point covers itself, under each of its names', () => {
  const spot = { kind: 'point', point: at(10, 180) } as const;
  expect(covers(spot, at(10, -180))).toBe(true);
  expect(covers(spot, at(10, 179.9999999))).toBe(false);
  expect(covers({ kind: 'point', point: at(90, 5) }, at(90, -5))).toBe(true);
  expect(covers({ kind: 'point', point: at(95, 5) }, at(90, 5))).toBe(false);
});
