/** Containment against a slow implementation that shares nothing with it: whole numbers, horizontal rays, an unrolled ring. */
import fc from 'fast-check';
import geographiclib from 'geographiclib-geodesic';
import { expect, test } from 'vitest';
import { boundsCover, boundsOf } from './bounds.ts';
import { covers } from './covers.ts';
import type { Circle, Point } from './shape.ts';

/** Degrees as whole numbers of 2^-20. */
interface Grid {
  readonly lat: number;
  readonly lon: number;
}
const unit = 2 ** 20;
const toPoint = (g: Grid): Point => ({ lat: g.lat / unit, lon: g.lon / unit });
const turn = BigInt(360 * unit);

type Vertex = readonly [x: bigint, y: bigint];

/** The ring on a plane where longitudes go on counting; null when it does not come back (a pole is inside). */
function unroll(ring: readonly Grid[]): Vertex[] | null {
  const out: Vertex[] = [];
  let x = BigInt(ring[0]?.lon ?? 0);
  for (const [i, p] of ring.entries()) {
    let step = BigInt(p.lon) - BigInt(ring[Math.max(0, i - 1)]?.lon ?? 0);
    if (step > turn / 2n) step -= turn;
    if (step < -turn / 2n) step += turn;
    x += step;
    out.push([x, BigInt(p.lat)]);
  }
  return out[0]?.[0] === x ? out : null;
}

/** Winding by a ray to the east; 'on' for the outline. */
function windingOnPlane(ring: readonly Vertex[], x: bigint, y: bigint): number | 'on' {
  let winding = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as Vertex;
    const [bx, by] = ring[i] as Vertex;
    const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const inBox = x >= least(ax, bx) && x <= greatest(ax, bx) && y >= least(ay, by) && y <= greatest(ay, by);
    if (cross === 0n && inBox) return 'on';
    if (ay <= y && by > y && cross > 0n) winding++;
    if (by <= y && ay > y && cross < 0n) winding--;
  }
  return winding;
}
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const greatest = (a: bigint, b: bigint): bigint => (a > b ? a : b);

function slowCovers(ring: readonly Vertex[], p: Grid): boolean {
  if (Math.abs(p.lat) === 90 * unit) return ring.some(([, y]) => y === BigInt(p.lat));
  // A ring that goes far around the earth may lie over a point in several turns; as elsewhere, the windings add up.
  let sum = 0;
  for (let k = -3n; k <= 3n; k++) {
    const winding = windingOnPlane(ring, BigInt(p.lon) + k * turn, BigInt(p.lat));
    if (winding === 'on') return true;
    sum += winding;
  }
  return sum !== 0;
}

const gridPoint = (lat: fc.Arbitrary<number>, lon: fc.Arbitrary<number>): fc.Arbitrary<Grid> => fc.record({ lat, lon });
const degrees = (from: number, to: number): fc.Arbitrary<number> => fc.integer({ min: from * unit, max: to * unit });
const wholeDegrees = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from, max: to }).map((d) => d * unit);
/** Few whole degrees make vertices, edges and points coincide. */
const nearAntimeridian = wholeDegrees(-4, 5).map((d) =>
  d === 5 * unit ? -180 * unit : d > 0 ? d - 180 * unit : d + 180 * unit,
);
const fields: readonly fc.Arbitrary<Grid>[] = [
  gridPoint(degrees(-90, 90), degrees(-180, 180)),
  gridPoint(wholeDegrees(-4, 4), wholeDegrees(-4, 4)),
  gridPoint(wholeDegrees(-4, 4), nearAntimeridian),
  gridPoint(wholeDegrees(86, 90), wholeDegrees(-3, 3)),
];
const ringAndPoints = fc.constantFrom(...fields).chain((field) =>
  fc.record({
    corners: fc.array(field, { minLength: 3, maxLength: 9 }),
    points: fc.array(field, { minLength: 1, maxLength: 20 }),
  }),
);

test('where turns of one ring lie over each other, their windings add up', () => {
  const grid = [
    [0, 0],
    [0, -58254351],
    [-58254352, 0],
    [0, 140922412],
    [0, -47821269],
    [-14, 183602958],
    [0, 0],
  ];
  const ring = grid.map(([lat = 0, lon = 0]) => ({ lat, lon }));
  const plane = unroll(ring);
  const over = { lat: -1, lon: -58254350 };
  expect(slowCovers(plane ?? [], over)).toBe(false);
  expect(covers({ kind: 'polygon', ring: ring.map(toPoint) }, toPoint(over))).toBe(false);
});

test('covers agrees with exact arithmetic on every ring that has no pole inside', () => {
  let inside = 0;
  fc.assert(
    fc.property(ringAndPoints, ({ corners, points }) => {
      const ring = [...corners, corners[0] as Grid];
      const plane = unroll(ring);
      fc.pre(plane !== null && corners.some((p) => Math.abs(p.lon) !== 180 * unit));
      const shape = { kind: 'polygon', ring: ring.map(toPoint) } as const;
      for (const p of [...points, ...corners]) {
        const expected = slowCovers(plane ?? [], p);
        if (expected) inside++;
        expect(covers(shape, toPoint(p))).toBe(expected);
        if (expected) expect(boundsCover(boundsOf(shape), toPoint(p))).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
  expect(inside).toBeGreaterThan(1000);
});

test('covers sees the last bit of a coordinate', () => {
  // Between 1 and 2 degrees a double counts in 2^-52: corners a few of these apart, and far ones, on nearly one line.
  const fine = 2 ** 52;
  const value = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 2 ** 51, max: 2 ** 51 + 12 }));
  const corner = fc.record({ lat: value, lon: value });
  const scaled = (g: Grid): Point => ({ lat: 1 + g.lat / fine, lon: 1 + g.lon / fine });
  fc.assert(
    fc.property(fc.array(corner, { minLength: 3, maxLength: 6 }), fc.array(corner), (corners, points) => {
      const ring = [...corners, corners[0] as Grid];
      const plane = ring.map((p): Vertex => [BigInt(p.lon), BigInt(p.lat)]);
      for (const p of [...points, ...corners])
        expect(covers({ kind: 'polygon', ring: ring.map(scaled) }, scaled(p))).toBe(
          windingOnPlane(plane, BigInt(p.lon), BigInt(p.lat)) !== 0,
        );
    }),
    { numRuns: 1000 },
  );
});

test('a ring that goes around a pole once holds what is poleward of it', () => {
  const steps = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 60 }), lat: wholeDegrees(1, 89) }), {
    minLength: 12,
    maxLength: 20,
  });
  fc.assert(
    fc.property(
      steps,
      fc.integer({ min: -180, max: 179 }),
      fc.array(gridPoint(degrees(-90, 90), degrees(-180, 180))),
      fc.boolean(),
      (gaps, start, points, north) => {
        const total = gaps.reduce((sum, s) => sum + s.gap, 0);
        // Vertices at growing longitudes, all the way around; the last closes the ring.
        let far = 0;
        const around = gaps.map((s) => {
          const lon = Math.round((far * 360 * unit) / total) + start * unit;
          far += s.gap;
          return { x: lon, lat: s.lat };
        });
        fc.pre(around.every((v, i) => (around[i + 1]?.x ?? Infinity) - v.x > 0));
        fc.pre(gaps.every((s) => (s.gap * 360) / total < 179));
        const wrap = (x: number): number =>
          ((((x + 180 * unit) % (360 * unit)) + 360 * unit) % (360 * unit)) - 180 * unit;
        const sign = north ? 1 : -1;
        const ring = [...around, around[0] as (typeof around)[number]].map((v) =>
          toPoint({ lat: sign * v.lat, lon: wrap(v.x) }),
        );
        for (const p of points) {
          // The edge over the point's meridian, and the point's height above it, in whole numbers.
          const offset = (((p.lon - start * unit) % (360 * unit)) + 360 * unit) % (360 * unit);
          const x = BigInt(offset + start * unit);
          const i = around.findLastIndex((v) => BigInt(v.x) <= x);
          const a = around[i] as (typeof around)[number];
          const b = around[i + 1] ?? { x: (around[0]?.x ?? 0) + 360 * unit, lat: around[0]?.lat ?? 0 };
          const above = BigInt(sign * p.lat - a.lat) * BigInt(b.x - a.x) - BigInt(b.lat - a.lat) * (x - BigInt(a.x));
          expect(covers({ kind: 'polygon', ring }, toPoint(p))).toBe(above >= 0n);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('the box of a circle holds all of it', () => {
  const anywhere = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  const near = fc.record({
    lat: fc.double({ min: -2, max: 2, noNaN: true }),
    lon: fc.double({ min: -2, max: 2, noNaN: true }),
  });
  let inside = 0;
  fc.assert(
    fc.property(
      anywhere,
      fc.double({ min: 0, max: 300_000, noNaN: true }),
      fc.array(near, { minLength: 5 }),
      (center, radiusMeters, offsets) => {
        const shape: Circle = { kind: 'circle', center, radiusMeters };
        const box = boundsOf(shape);
        for (const offset of offsets) {
          const p = { lat: Math.max(-90, Math.min(90, center.lat + offset.lat)), lon: center.lon + offset.lon };
          const q = { lat: p.lat, lon: p.lon > 180 ? p.lon - 360 : p.lon < -180 ? p.lon + 360 : p.lon };
          if (!covers(shape, q)) continue;
          inside++;
          expect(boundsCover(box, q)).toBe(true);
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(inside).toBeGreaterThan(100);
});

test('the box of a circle holds its rim in every direction', () => {
  const { WGS84 } = geographiclib.Geodesic;
  for (const lat of [-89.99, -60, -0.001, 0, 34, 45, 71, 90])
    for (const lon of [-180, -179.5, 0, 69, 180])
      for (const radiusMeters of [0.01, 20, 3500, 250_000, 4_000_000, 9_900_000, 19_000_000]) {
        const box = boundsOf({ kind: 'circle', center: { lat, lon }, radiusMeters });
        for (let azimuth = 0; azimuth < 360; azimuth += 7.5) {
          const end = WGS84.Direct(lat, lon, azimuth, radiusMeters);
          const rim = { lat: end.lat2 ?? 0, lon: geographiclib.Math.AngNormalize(end.lon2 ?? 0) };
          expect({ rim, held: boundsCover(box, rim) }).toEqual({ rim, held: true });
        }
      }
});
