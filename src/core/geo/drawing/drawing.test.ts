/** What is drawn of shapes: joined, simplified, outlined. Held against covers: away from edges a drawing says the same. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { covers } from '../covers.ts';
import { areaOf } from '../measure/area.ts';
import { distanceToEdgeMeters } from '../measure/to-edge.ts';
import { kinds, pointNear, randomFrom } from '../reference.fixture.ts';
import { poleInside } from '../ring.ts';
import type { MultiPolygon, Point, Polygon, Shape } from '../shape.ts';
import { ringFaults } from '../validity/faults.ts';
import { simplify } from './simplify.ts';
import { union } from './union.ts';

const clip = vi.hoisted(() => ({ fails: false }));
vi.mock('polyclip-ts', async (original) => {
  const real = await original<typeof import('polyclip-ts')>();
  return {
    ...real,
    union: (...geoms: Parameters<typeof real.union>) => {
      if (clip.fails) throw new Error('Unable to complete output ring');
      return real.union(...geoms);
    },
  };
});

const at = (lat: number, lon: number): Point => ({ lat, lon });
const polygon = (...pairs: readonly (readonly [number, number])[]): Polygon => ({
  kind: 'polygon',
  ring: pairs.map(([lat, lon]) => at(lat, lon)),
});
const box = (south: number, west: number, north: number, east: number): Polygon =>
  polygon([south, west], [south, east], [north, east], [north, west], [south, west]);

describe('a union', () => {
  test('of boxes that overlap is one outline; of boxes apart it is two', () => {
    const one = union([box(0, 0, 2, 2), box(1, 1, 3, 3)]);
    expect(one.polygons.map(({ ring }) => ring.length)).toEqual([9]);
    expect(areaOf(one)).toBeCloseTo(areaOf(box(0, 0, 2, 2)) + areaOf(box(1, 1, 3, 3)) - areaOf(box(1, 1, 2, 2)), 0);
    expect(union([box(0, 0, 1, 1), box(5, 5, 6, 6)]).polygons).toHaveLength(2);
    expect(union([]).polygons).toEqual([]);
    expect(union([{ kind: 'point', point: at(1, 1) }]).polygons).toEqual([]);
  });

  test('keeps a hole, unless another shape fills it', () => {
    const holed: Polygon = { ...box(0, 0, 10, 10), holes: [box(4, 4, 6, 6).ring] };
    expect(covers(union([holed]), at(5, 5))).toBe(false);
    expect(covers(union([holed, { kind: 'circle', center: at(5, 5), radiusMeters: 200_000 }]), at(5, 5))).toBe(true);
  });

  test('reaches over the antimeridian and around a pole', () => {
    const both = union([box(-20, 175, -15, -178), box(-18, -179, -10, -170)]);
    for (const lon of [176, 180, -180, -178.5, -171]) expect(covers(both, at(-16, lon))).toBe(true);
    expect(covers(both, at(-16, 0))).toBe(false);
    const arctic = union([polygon([70, 0], [70, 90], [60, 180], [70, -90], [70, 0])]);
    for (const lon of [-180, -100, 0, 100, 180]) expect(covers(arctic, at(75, lon))).toBe(true);
    expect(covers(arctic, at(90, 0))).toBe(true);
    expect(covers(arctic, at(59, 0))).toBe(false);
    const world = union([box(-90, -180, 90, 180)]);
    expect(covers(world, at(1, 1))).toBe(true);
  });

  test('draws a corridor whole', () => {
    const road: Shape = { kind: 'corridor', line: [at(34, 69), at(34.5, 70), at(36, 70)], radiusMeters: 20_000 };
    const drawn = union([road]);
    expect(drawn.polygons).toHaveLength(1);
    const random = randomFrom(7);
    for (let n = 0; n < 300; n++) {
      const point = at(33.5 + 3 * random(), 68.5 + 2 * random());
      if (distanceToEdgeMeters(road, point) > 100) expect(covers(drawn, point)).toBe(covers(road, point));
    }
  });

  test('is its parts where they can not be joined', () => {
    clip.fails = true;
    const parts = [box(0, 0, 2, 2), box(1, 1, 3, 3)];
    expect(union([{ kind: 'multipolygon', polygons: parts }])).toEqual({ kind: 'multipolygon', polygons: parts });
    clip.fails = false;
  });

  test('covers what its shapes cover, but for the edges', () => {
    const { plain, pinched, withHoles, aroundPole, touchingPole } = kinds;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomFrom(seed);
        const shapes = [plain, pinched, withHoles, aroundPole, touchingPole]
          .filter(() => random() < 0.5)
          .map((make) => make(random));
        const drawn = union(shapes);
        for (const shape of shapes)
          for (let n = 0; n < 5; n++) {
            const point = pointNear(random, shape);
            if (shapes.some((one) => distanceToEdgeMeters(one, point) < 1) || Math.abs(point.lat) === 90) continue;
            expect(covers(drawn, point)).toBe(shapes.some((one) => covers(one, point)));
          }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

test('what meets in thousands of places is drawn side by side, not joined', () => {
  // Each tooth of one comb crosses each tooth of the other: 40,000 meetings.
  const teeth = (upright: boolean): Polygon => {
    const edge = Array.from({ length: 200 }, (_, i): Point => {
      const [along, across] = [i / 20, i % 2 === 0 ? 0 : 10];
      return upright ? at(across, along) : at(along, across);
    });
    const back = upright ? [at(-1, 10), at(-1, 0)] : [at(10, -1), at(0, -1)];
    return { kind: 'polygon', ring: [...edge, ...back, edge[0] as Point] };
  };
  const both = [teeth(true), teeth(false)];
  expect(union(both)).toEqual({ kind: 'multipolygon', polygons: both });
});

describe('a simplified shape', () => {
  test('has fewer corners, each within the tolerance of what it was', () => {
    const wavy = Array.from({ length: 400 }, (_, i) => {
      const angle = (i / 400) * 2 * Math.PI;
      const radius = 1 + 0.01 * Math.sin(40 * angle);
      return at(34 + radius * Math.sin(angle), 179.8 + radius * Math.cos(angle));
    }).map(({ lat, lon }) => at(lat, lon > 180 ? lon - 360 : lon));
    const shape: Polygon = {
      kind: 'polygon',
      ring: [...wavy, wavy[0] as Point],
      holes: [box(33.9, 179.7, 34.1, 179.9).ring],
    };
    const fewer = simplify(shape, 2000) as Polygon;
    expect(fewer.ring.length).toBeLessThan(60);
    expect(fewer.ring.length).toBeGreaterThan(10);
    for (const point of shape.ring)
      expect(distanceToEdgeMeters({ kind: 'polygon', ring: fewer.ring }, point)).toBeLessThan(2050);
    expect(fewer.holes?.[0]).toEqual(shape.holes?.[0]);
    expect(areaOf(fewer) / areaOf(shape)).toBeCloseTo(1, 1);
  });

  test('that is smaller than the tolerance is a triangle still', () => {
    const small = polygon([0, 0], [0, 0.01], [0.005, 0.012], [0.01, 0.01], [0.01, 0], [0, 0]);
    const fewer = simplify(small, 1_000_000) as Polygon;
    expect(fewer.ring).toHaveLength(4);
    expect(areaOf(fewer)).toBeGreaterThan(areaOf(small) / 3);
  });

  test('lines lose corners and keep their ends; circles, points and a tolerance of none change nothing', () => {
    const line = [at(0, 0), at(0.001, 1), at(0, 2), at(1, 3)];
    expect(simplify({ kind: 'corridor', line, radiusMeters: 5 }, 500)).toMatchObject({
      line: [line[0], line[2], line[3]],
    });
    const circle: Shape = { kind: 'circle', center: at(0, 0), radiusMeters: 5 };
    expect(simplify(circle, 500)).toBe(circle);
    const shape = box(0, 0, 1, 1);
    expect(simplify(shape, 0)).toBe(shape);
    expect(simplify({ kind: 'corridor', line: [], radiusMeters: 5 }, 500)).toMatchObject({ line: [] });
  });

  test('never crosses itself, turns round or loses its pole', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 1, max: 1e6, noNaN: true }), (seed, tolerance) => {
        const random = randomFrom(seed);
        const whole: MultiPolygon = {
          kind: 'multipolygon',
          polygons: Object.values(kinds).map((make) => make(random)),
        };
        const fewer = simplify(whole, tolerance) as MultiPolygon;
        for (const [i, { ring }] of fewer.polygons.entries()) {
          const was = (whole.polygons[i] as Polygon).ring;
          const [before, after] = [ringFaults(was), ringFaults(ring)];
          expect(ring.length).toBeGreaterThanOrEqual(4);
          expect(ring.at(-1)).toEqual(ring[0]);
          if (before.crossing === null) expect(after.crossing).toBeNull();
          expect(after.orientation).toBe(before.orientation);
          expect(poleInside(ring)).toBe(poleInside(was));
        }
      }),
      { numRuns: 200 },
    );
  });
});
