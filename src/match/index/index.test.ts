/** The contract of each index: whatever came, moved and went, it answers what going through everything with `covers` and `overlap` does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fields, shapeIn, starAround } from '../../../test/hard-shapes.ts';
import { covers } from '../../core/geo/covers.ts';
import { overlap } from '../../core/geo/overlap.ts';
import type { Point, Shape } from '../../core/geo/shape.ts';
import type { Interval } from '../../core/time/time.ts';
import { createPointIndex } from './points.ts';
import { createShapeIndex } from './shapes.ts';
import { type Sieve, sieveOf } from './sieve.ts';

const ascending = (ids: readonly number[]): number[] => ids.toSorted((a, b) => a - b);
const fieldsTogether = fc
  .constantFrom(...fields)
  .chain((one) => fc.constantFrom(...fields).map((two) => fc.oneof(one, two)));
const idIn = fc.integer({ min: 0, max: 40 });

describe('points', () => {
  type Step = { id: number; point: Point | null } | { shape: Shape };
  const stepIn = (field: fc.Arbitrary<Point>): fc.Arbitrary<Step> =>
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ id: idIn, point: field }) },
      { weight: 1, arbitrary: fc.record({ id: idIn, point: fc.constant(null) }) },
      { weight: 2, arbitrary: fc.record({ shape: shapeIn(field) }) },
    );

  test('come, move and go, and each shape finds exactly those that it covers', () => {
    let found = 0;
    const steps = fieldsTogether.chain((field) =>
      fc.array(stepIn(field), { minLength: 20, maxLength: 120, size: 'max' }),
    );
    fc.assert(
      fc.property(steps, (taken) => {
        const index = createPointIndex();
        const points = new Map<number, Point>();
        for (const step of taken) {
          if ('shape' in step) {
            const expected = [...points].filter(([, point]) => covers(step.shape, point)).map(([id]) => id);
            expect(ascending(index.within(step.shape))).toEqual(ascending(expected));
            found += expected.length;
          } else if (step.point) {
            index.set(step.id, step.point);
            points.set(step.id, step.point);
          } else {
            index.delete(step.id);
            points.delete(step.id);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(1000);
  });

  test('what is no point is nowhere, also when it was one before', () => {
    const index = createPointIndex();
    const world: Shape = { kind: 'circle', center: { lat: 0, lon: 0 }, radiusMeters: 3e7 };
    index.set(3, { lat: 1, lon: 1 });
    expect(index.within(world)).toEqual([3]);
    for (const [lat, lon] of [
      [Number.NaN, 1],
      [91, 1],
      [1, 181],
    ] as const)
      index.set(3, { lat, lon });
    index.delete(99);
    expect(index.within(world)).toEqual([]);
  });

  test('a pole is one place, and the antimeridian one line, from whichever side they are written', () => {
    const index = createPointIndex();
    const written = [
      [90, 0],
      [90, -77],
      [-90, 12],
      [5, 180],
      [5, -180],
    ] as const;
    for (const [id, [lat, lon]] of written.entries()) index.set(id, { lat, lon });
    const box = (south: number, west: number, north: number, east: number): Shape => ({
      kind: 'polygon',
      ring: (
        [
          [south, west],
          [south, east],
          [north, east],
          [north, west],
          [south, west],
        ] as const
      ).map(([lat, lon]) => ({ lat, lon })),
    });
    expect(ascending(index.within(box(80, 10, 90, 20)))).toEqual([0, 1]);
    expect(ascending(index.within(box(0, 170, 10, 180)))).toEqual([3, 4]);
    expect(ascending(index.within(box(0, -180, 10, -170)))).toEqual([3, 4]);
    expect(ascending(index.within(box(0, 175, 10, -175)))).toEqual([3, 4]);
    expect(ascending(index.within(box(-90, -180, 90, 180)))).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('shapes', () => {
  const day = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null });
  const windowIn: fc.Arbitrary<Interval> = fc.record({ from: day, to: day });
  type Step =
    | { id: number; shape: Shape | null; window?: Interval }
    | { point: Point; at?: number }
    | { meets: Shape; window?: Interval };
  const stepIn = (field: fc.Arbitrary<Point>): fc.Arbitrary<Step> =>
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ id: idIn, shape: shapeIn(field), window: windowIn }, { requiredKeys: ['id', 'shape'] }),
      },
      { weight: 1, arbitrary: fc.record({ id: idIn, shape: fc.constant(null) }) },
      {
        weight: 5,
        arbitrary: fc.record({ point: field, at: fc.integer({ min: 0, max: 6 }) }, { requiredKeys: ['point'] }),
      },
      { weight: 1, arbitrary: fc.record({ meets: shapeIn(field), window: windowIn }, { requiredKeys: ['meets'] }) },
    );
  const holds = ({ from, to }: Interval, at: number): boolean =>
    (from === null || from <= at) && (to === null || at < to);
  /** Windows begin and end on whole numbers, so one of these lies in what two of them share. */
  const share = (a: Interval, b: Interval): boolean =>
    [-1, 0, 1, 2, 3, 4, 5, 6].some((at) => holds(a, at) && holds(b, at));
  const always: Interval = { from: null, to: null };

  test('come, change and go, and each point and shape finds exactly those that cover or meet it and hold then', () => {
    let [covering, meeting] = [0, 0];
    const steps = fieldsTogether.chain((field) =>
      fc.array(stepIn(field), { minLength: 20, maxLength: 120, size: 'max' }),
    );
    fc.assert(
      fc.property(steps, (taken) => {
        const index = createShapeIndex();
        const live = new Map<number, { shape: Shape; window: Interval }>();
        const expected = (isFound: (one: { shape: Shape; window: Interval }) => boolean): number[] =>
          ascending([...live].filter(([, one]) => isFound(one)).map(([id]) => id));
        for (const step of taken) {
          if ('point' in step) {
            const { point, at } = step;
            const ids = expected(
              ({ shape, window }) => (at === undefined || holds(window, at)) && covers(shape, point),
            );
            expect(ascending(index.covering(point, at))).toEqual(ids);
            covering += ids.length;
          } else if ('meets' in step) {
            const ids = expected(
              ({ shape, window }) => share(window, step.window ?? always) && overlap(shape, step.meets),
            );
            expect(ascending(index.meeting(step.meets, step.window))).toEqual(ids);
            meeting += ids.length;
          } else if (step.shape) {
            index.set(step.id, step.shape, step.window);
            live.set(step.id, { shape: step.shape, window: step.window ?? always });
          } else {
            index.delete(step.id);
            live.delete(step.id);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(covering).toBeGreaterThan(1000);
    expect(meeting).toBeGreaterThan(500);
  });

  test('a trip meets a warning on its way, at the time of the way', () => {
    const index = createShapeIndex();
    const line = [
      { lat: 34.5, lon: 69.2 },
      { lat: 34.4, lon: 70.4 },
    ];
    index.set(0, { kind: 'corridor', line, radiusMeters: 100 }, { from: 10, to: 20 });
    const warning = starAround({ lat: 34.45, lon: 69.8 }, 0.1, [1, 1, 1, 1]);
    expect(index.meeting(warning)).toEqual([0]);
    expect(index.meeting(warning, { from: 19, to: null })).toEqual([0]);
    expect(index.meeting(warning, { from: 20, to: 30 })).toEqual([]);
    expect(index.meeting(warning, { from: null, to: 10 })).toEqual([]);
    expect(index.meeting(starAround({ lat: 34.9, lon: 69.8 }, 0.1, [1, 1, 1, 1]))).toEqual([]);
  });
});

test('shapes on two sides of a pole meet in it', () => {
  const wedge = (lon: number): Shape => ({
    kind: 'polygon',
    ring: (
      [
        [89.9, lon],
        [89.9, lon + 0.01],
        [90, lon],
        [89.9, lon],
      ] as const
    ).map(([lat, lon]) => ({ lat, lon })),
  });
  const index = createShapeIndex();
  index.set(0, wedge(0));
  index.set(1, { kind: 'circle', center: { lat: 80, lon: 0 }, radiusMeters: 1000 });
  expect(overlap(wedge(0), wedge(120))).toBe(true);
  expect(index.meeting(wedge(120))).toEqual([0]);
  expect(index.covering({ lat: 90, lon: 77 })).toEqual([0]);
});

describe('the sieve', () => {
  const part = fc.double({ min: 0.05, max: 1, noNaN: true });
  const near = fc.record({
    north: fc.double({ min: -1, max: 1, noNaN: true }),
    east: fc.double({ min: -1, max: 1, noNaN: true }),
  });
  const wide = fc.constantFrom(1e-6, 0.001, 0.3, 5, 80);
  const turned = (lon: number): number => (lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon);

  test('answers what covers answers, over large rings, their vertices and the middles of their edges', () => {
    let inside = 0;
    const around = fc.constantFrom(...fields).chain((center) =>
      fc.record({
        center,
        wide,
        spread: fc.array(part, { minLength: 4, maxLength: 300, size: 'max' }),
        hole: part,
        places: fc.array(near, { minLength: 100, maxLength: 300, size: 'max' }),
      }),
    );
    fc.assert(
      fc.property(around, ({ center, wide, spread, hole, places }) => {
        const { ring } = starAround(center, wide, spread);
        const inner = starAround(center, (wide * hole) / 3, spread);
        const middles = ring.slice(1).map((b, i) => {
          const a = ring[i] as Point;
          return { lat: (a.lat + b.lat) / 2, lon: (a.lon + b.lon) / 2 };
        });
        const scattered = places.map(({ north, east }) => ({
          lat: center.lat + wide * north,
          lon: turned(center.lon + wide * east),
        }));
        for (const shape of [
          { kind: 'polygon', ring, holes: [inner.ring] },
          { kind: 'multipolygon', polygons: [{ kind: 'polygon', ring }, inner] },
        ] as const) {
          const isIn = sieveOf(shape);
          for (const point of [...scattered, ...ring, ...middles]) {
            const expected = covers(shape, point);
            if (expected) inside++;
            expect({ point, is: isIn(point.lat, point.lon) }).toEqual({ point, is: expected });
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(inside).toBeGreaterThan(5000);
  });

  /** A sieve that was asked often enough to have its grid. */
  const drawn = (shape: Shape): Sieve => {
    const isIn = sieveOf(shape);
    for (let i = 0; i < 50; i++) isIn(9, 179);
    return isIn;
  };

  test('an edge along the antimeridian, written from one side to the other, is an edge', () => {
    const corners = [
      [-10, 170],
      [-10, 180],
      [0, -180],
      [0, -177],
      [10, -177],
      [10, 170],
      [-10, 170],
    ] as const;
    const isIn = drawn({ kind: 'polygon', ring: corners.map(([lat, lon]) => ({ lat, lon })) });
    expect(isIn(-4, -179.5)).toBe(false);
    expect(isIn(-4, 179.9)).toBe(true);
    expect(isIn(4, -179.5)).toBe(true);
    // With all corners on the antimeridian it goes around the world, here from the south-east to the north-west.
    const band = [
      [-10, -180],
      [-10, 180],
      [10, -180],
      [-10, -180],
    ] as const;
    const isBelow = drawn({ kind: 'polygon', ring: band.map(([lat, lon]) => ({ lat, lon })) });
    expect(isBelow(-0.4, 5)).toBe(true);
    expect(isBelow(-0.1, 5)).toBe(false);
  });

  test('answers what covers answers over any ring, however it crosses itself, a pole or the antimeridian', () => {
    const cases = fc
      .constantFrom(...fields)
      .chain((field) => fc.tuple(shapeIn(field), fc.array(field, { minLength: 40, maxLength: 80, size: 'max' })));
    fc.assert(
      fc.property(cases, ([shape, points]) => {
        const isIn = sieveOf(shape);
        for (const point of points) expect(isIn(point.lat, point.lon)).toBe(covers(shape, point));
      }),
      { numRuns: 1500 },
    );
  });
});
