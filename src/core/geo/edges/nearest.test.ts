/** The nearest point of an edge, against looking everywhere; corridors; and how far our edges lie from geodesics. */
import fc from 'fast-check';
import geographiclib from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { boundsCover, boundsOf } from '../bounds.ts';
import { covers } from '../covers.ts';
import { distanceMeters } from '../distance.ts';
import type { Corridor, Point } from '../shape.ts';
import { type Edge, edgesOfLine, halfAngle, pointAt, speedAt } from './edge.ts';
import { metersTo, nearestOn } from './nearest.ts';

const at = (lat: number, lon: number): Point => ({ lat, lon });

/** Least distance found by looking at many places, and ever closer around the best of them. */
function lookEverywhere(edge: Edge, point: Point): number {
  let [from, to, best] = [0, 1, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 8; round++) {
    let where = from;
    for (let n = 0; n <= 200; n++) {
      const t = from + ((to - from) * n) / 200;
      const meters = distanceMeters(point, pointAt(edge, t));
      if (meters < best) [best, where] = [meters, t];
    }
    const wide = (to - from) / 50;
    [from, to] = [Math.max(0, where - wide), Math.min(1, where + wide)];
  }
  return best;
}

const anywhere = (from: number, to: number): fc.Arbitrary<number> => fc.double({ min: from, max: to, noNaN: true });
const places = fc.record({ lat: anywhere(-90, 90), lon: anywhere(-180, 180) });

describe('the nearest point of an edge', () => {
  test('is found to the millimetre for edges and distances of warnings', () => {
    const step = anywhere(-3, 3);
    fc.assert(
      fc.property(anywhere(-84, 84), anywhere(-180, 180), step, step, step, step, (lat, lon, dy, dx, py, px) => {
        const edge = { a: at(lat, lon), b: at(lat + dy, lon + dx) };
        const point = at(lat + py, lon + px);
        expect(Math.abs(nearestOn(edge, point).meters - lookEverywhere(edge, point))).toBeLessThan(1e-3);
      }),
      { numRuns: 60 },
    );
  });

  test('is found for any edge and any point: to the millimetre within 1000 km, to a metre beyond', () => {
    fc.assert(
      fc.property(places, places, places, (a, b, point) => {
        const [edge] = edgesOfLine([a, b]) as [Edge];
        const found = nearestOn(edge, point).meters;
        const looked = lookEverywhere(edge, point);
        // Looking everywhere may miss the nearest place, by a metre at most.
        expect(found - looked).toBeLessThan(looked < 1e6 ? 1e-3 : 1);
        expect(looked - found).toBeLessThan(1);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('may be one of several, or all of a parallel', () => {
    const parallel = { a: at(80, -90), b: at(80, 90) };
    expect(nearestOn(parallel, at(90, 0)).meters).toBeCloseTo(distanceMeters(at(80, 0), at(90, 0)), 6);
    const bow = { a: at(85, -170), b: at(85, 10) };
    expect(nearestOn(bow, at(85, 12)).along).toBe(1);
    expect(nearestOn(bow, at(85, -172)).along).toBe(0);
  });

  test('of many edges the nearest counts; of none the distance is infinite', () => {
    const edges = edgesOfLine([at(0, 0), at(0, 10), at(5, 20), at(40, 20)]);
    const point = at(30, 21);
    expect(metersTo(edges, point)).toBe(Math.min(...edges.map((edge) => nearestOn(edge, point).meters)));
    expect(metersTo([], point)).toBe(Number.POSITIVE_INFINITY);
  });
});

test('no point of an edge is further from its middle than half its angle', () => {
  fc.assert(
    fc.property(places, places, anywhere(0, 1), (a, b, t) => {
      const [edge] = edgesOfLine([a, b]) as [Edge];
      const radius = 6371008.8;
      const [p, q] = [pointAt(edge, t), pointAt(edge, 0.5)];
      const { a12 = 0 } = new geographiclib.Geodesic.Geodesic(radius, 0).Inverse(p.lat, p.lon, q.lat, q.lon);
      expect((a12 * Math.PI) / 180).toBeLessThanOrEqual(halfAngle(edge) + 1e-9);
    }),
  );
});

test('the speed along an edge is that of the ground', () => {
  for (const edge of [
    { a: at(10, 20), b: at(30, 70) },
    { a: at(-60, 170), b: at(-61, 190) },
  ])
    for (const t of [0.1, 0.5, 0.9]) {
      const step = distanceMeters(pointAt(edge, t - 1e-5), pointAt(edge, t + 1e-5));
      expect(speedAt(edge, t).meters / (step / 2e-5)).toBeCloseTo(1, 7);
    }
});

describe('a corridor', () => {
  const along = (radiusMeters: number, ...line: Point[]): Corridor => ({ kind: 'corridor', line, radiusMeters });

  test('holds its line, its round ends, and nothing beyond its width', () => {
    const { WGS84 } = geographiclib.Geodesic;
    const road = along(5000, at(34, 69), at(34.5, 70), at(34.5, 71));
    const from = (p: Point, azimuth: number, meters: number): Point => {
      const { lat2 = 0, lon2 = 0 } = WGS84.Direct(p.lat, p.lon, azimuth, meters);
      return at(lat2, lon2);
    };
    for (const p of road.line) expect(covers(road, p)).toBe(true);
    expect(covers(road, at(34.25, 69.5))).toBe(true);
    for (const azimuth of [200, 250, 300]) {
      expect(covers(road, from(at(34, 69), azimuth, 4999.999))).toBe(true);
      expect(covers(road, from(at(34, 69), azimuth, 5000.001))).toBe(false);
    }
    expect(covers(road, from(at(34.5, 70.5), 0, 4999.999))).toBe(true);
    expect(covers(road, from(at(34.5, 70.5), 0, 5000.001))).toBe(false);
  });

  test('goes the short way over the antimeridian, and along it', () => {
    const ferry = along(10_000, at(-18, 179), at(-18, -179));
    expect(covers(ferry, at(-18.05, 180))).toBe(true);
    expect(covers(ferry, at(-18.05, -179.5))).toBe(true);
    expect(covers(ferry, at(-18.05, 0))).toBe(false);
    const still = along(10_000, at(-18, 180), at(-18, -180));
    expect(covers(still, at(-18.05, -180))).toBe(true);
    expect(covers(still, at(-18, 0))).toBe(false);
  });

  test('of one point is a circle; of none, or with a width below 0, it is nothing', () => {
    expect(covers(along(1000, at(10, 10)), at(10, 10.009))).toBe(true);
    expect(covers(along(1000, at(10, 10)), at(10, 10.0095))).toBe(false);
    expect(covers(along(1000), at(10, 10))).toBe(false);
    for (const width of [-1, Number.NaN]) expect(covers(along(width, at(10, 10), at(11, 10)), at(10, 10))).toBe(false);
    expect(covers(along(1000, at(10, 10), at(Number.NaN, 10)), at(10, 10))).toBe(false);
  });

  test('covers exactly the points that lie near enough, and its box holds them', () => {
    let inside = 0;
    const near = anywhere(-2, 2);
    fc.assert(
      fc.property(
        fc.tuple(anywhere(-90, 90), anywhere(-180, 180)),
        fc.array(fc.tuple(near, near), { minLength: 1, maxLength: 5 }),
        anywhere(0, 200_000),
        fc.array(fc.tuple(near, near), { minLength: 5, maxLength: 5 }),
        ([lat, lon], offsets, radiusMeters, others) => {
          const turned = ([dy, dx]: readonly [number, number]): Point => {
            const x = lon + dx * 3;
            return at(Math.max(-90, Math.min(90, lat + dy)), x > 180 ? x - 360 : x < -180 ? x + 360 : x);
          };
          const line = offsets.map(turned);
          const corridor = along(radiusMeters, ...line);
          const box = boundsOf(corridor);
          for (const point of others.map(turned)) {
            const answer = covers(corridor, point);
            const meters = metersTo(edgesOfLine(line), point);
            if (Math.abs(meters - radiusMeters) > 1e-3) expect(answer).toBe(meters < radiusMeters);
            if (!answer) continue;
            inside++;
            expect(boundsCover(box, point)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(inside).toBeGreaterThan(200);
  });
});

/** The table in ring.ts. */
describe('between an edge and the geodesic of its ends', () => {
  const apart = (edge: Edge): number => {
    const { WGS84 } = geographiclib.Geodesic;
    const line = WGS84.InverseLine(edge.a.lat, edge.a.lon, edge.b.lat, edge.b.lon);
    let worst = 0;
    for (let n = 1; n < 100; n++) {
      const { lat2 = 0, lon2 = 0 } = line.Position((line.s13 * n) / 100);
      worst = Math.max(worst, nearestOn(edge, at(lat2, lon2)).meters);
    }
    return worst;
  };
  const eastward = (lat: number, meters: number): Edge => {
    const degrees = meters / speedAt({ a: at(lat, 0), b: at(lat, 1) }, 0).meters;
    return { a: at(lat, 0), b: at(lat, degrees) };
  };

  test.each([
    [30, 100_000],
    [45, 10_000],
    [45, 100_000],
    [45, 1_000_000],
    [60, 100_000],
    [60, 300_000],
    [70, 1_000],
  ])('at latitude %d over %d m the distance is as L² tan φ / 8R says', (lat, meters) => {
    const expected = (meters * meters * Math.tan((lat * Math.PI) / 180)) / (8 * 6_371_000);
    expect(apart(eastward(lat, meters)) / expected).toBeCloseTo(1, 1);
  });

  test('an edge along a parallel is the worst of its length, one along a meridian or the equator is a geodesic', () => {
    const worst = apart(eastward(45, 100_000));
    for (const degrees of [10, 30, 60, 80]) {
      const turn = (degrees * Math.PI) / 180;
      const b = at(45 + 0.8 * Math.sin(turn) * 0.5, 1.1 * Math.cos(turn));
      const a = at(45 - 0.8 * Math.sin(turn) * 0.5, 0);
      expect(apart({ a, b })).toBeLessThan(worst);
    }
    expect(apart({ a: at(10, 20), b: at(60, 20) })).toBeLessThan(1e-6);
    expect(apart({ a: at(0, 20), b: at(0, 60) })).toBeLessThan(1e-6);
  });
});
