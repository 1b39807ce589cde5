import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers } from './covers.ts';
import { type Edge, edgesOfRing } from './edges/edge.ts';
import { meet } from './edges/gap.ts';
import { EdgeTree } from './edges/tree.ts';
import { overlap } from './overlap.ts';
import { randomFrom } from './reference.fixture.ts';
import type { Point, Polygon, Shape } from './shape.ts';

const box = (south: number, west: number, north: number, east: number): Polygon => ({
  kind: 'polygon',
  ring: [
    { lat: south, lon: west },
    { lat: south, lon: east },
    { lat: north, lon: east },
    { lat: north, lon: west },
    { lat: south, lon: west },
  ],
});
const circle = (lat: number, lon: number, radiusMeters: number): Shape => ({
  kind: 'circle',
  center: { lat, lon },
  radiusMeters,
});

const point = (lat: number, lon: number): Shape => ({ kind: 'point', point: { lat, lon } });
const road = (radiusMeters: number, ...pairs: readonly (readonly [number, number])[]): Shape => ({
  kind: 'corridor',
  line: pairs.map(([lat, lon]) => ({ lat, lon })),
  radiusMeters,
});
const frame: Polygon = { ...box(0, 0, 10, 10), holes: [box(2, 2, 8, 8).ring] };

const pacific: Polygon = {
  kind: 'polygon',
  ring: [
    [-1, 0],
    [-1, 170],
    [-1, -175],
    [1, -175],
    [1, 170],
    [1, 0],
    [-1, 0],
  ].map(([lat = 0, lon = 0]) => ({ lat, lon })),
};

describe('shapes that share a point', () => {
  test.each<[string, Shape, Shape, boolean]>([
    ['one inside the other', box(0, 0, 10, 10), box(4, 4, 5, 5), true],
    ['a cross, no vertex inside', box(4, 0, 5, 10), box(0, 4, 10, 5), true],
    ['side by side', box(0, 0, 1, 1), box(0, 1.01, 1, 2), false],
    ['at an edge', box(0, 0, 1, 1), box(0, 1, 1, 2), true],
    ['their boxes meet and they do not', box(0, 0, 10, 10), circle(11, 11, 120_000), false],
    ['a circle that looks over an edge', box(0, 0, 10, 10), circle(11, 5, 120_000), true],
    ['a circle within', box(0, 0, 10, 10), circle(5, 5, 10), true],
    ['two circles', circle(0, 0, 60_000), circle(0, 1, 60_000), true],
    ['two circles apart', circle(0, 0, 50_000), circle(0, 1, 50_000), false],
    ['across the antimeridian', box(0, 179, 1, -179), box(0.2, -179.5, 0.8, -178), true],
    ['a cross on the antimeridian', box(4, 175, 5, -175), box(0, 179.5, 10, -179.5), true],
    ['a circle across the antimeridian', box(0, 178, 1, 179.9), circle(0.5, -179.9, 30_000), true],
    ['within a hole', frame, box(4, 4, 5, 5), false],
    ['at the edge of a hole', frame, box(4, 4, 5, 8), true],
    ['over a hole and all of its edge', frame, box(1, 1, 9, 9), true],
    ['a circle within a hole', frame, circle(5, 5, 300_000), false],
    ['a circle that fills a hole', frame, circle(5, 5, 340_000), true],
    ['a point within a hole', frame, point(5, 5), false],
    ['a point on its edge', frame, point(5, 2), true],
    ['one point under both names of the antimeridian', point(1, 180), point(1, -180), true],
    ['a pole under two longitudes', point(90, 10), box(80, 100, 90, 110), true],
    ['two points', point(1, 2), point(1, 2.000001), false],
    ['any of several', { kind: 'multipolygon', polygons: [box(50, 50, 51, 51), frame] }, box(1, 1, 1.5, 1.5), true],
    ['none of several', { kind: 'multipolygon', polygons: [box(50, 50, 51, 51), frame] }, box(4, 4, 5, 5), false],
    ['several of none', { kind: 'multipolygon', polygons: [] }, box(4, 4, 5, 5), false],
    ['a road through', box(0, 0, 1, 1), road(10, [0.5, -1], [0.5, 2]), true],
    ['a road past, too narrow', box(0, 0, 1, 1), road(11_000, [1.1, -1], [1.1, 2]), false],
    ['a road past, wide enough', box(0, 0, 1, 1), road(11_100, [1.1, -1], [1.1, 2]), true],
    ['a road through a hole', frame, road(1000, [3, 5], [7, 5]), false],
    ['a road that crosses another', road(0, [0, 0], [2, 2]), road(0, [0, 2], [2, 0]), true],
    ['a road beside another', road(50_000, [0, 0], [0, 9]), road(50_000, [1, 0], [1, 9]), false],
    ['a wider road beside another', road(60_000, [0, 0], [0, 9]), road(60_000, [1, 0], [1, 9]), true],
    ['a road and a circle', road(10_000, [0, 0], [0, 9]), circle(0.5, 4.5, 46_000), true],
    ['a road and a circle further off', road(10_000, [0, 0], [0, 9]), circle(0.5, 4.5, 45_000), false],
    ['a long edge that crosses beyond the antimeridian', pacific, box(-5, -179, 5, -178), true],
    ['around the world and across it', box(-10, -180, 10, 180), box(-20, 30, 20, 31), true],
    ['on either side of the world', box(0, 178, 1, 179), box(0, -179, 1, -178), false],
  ])('%s', (_, a, b, expected) => {
    expect(overlap(a, b)).toBe(expected);
    expect(overlap(b, a)).toBe(expected);
  });

  /** By each pair of edges, and each corner of one in the other. */
  function byEachPair(a: Polygon, b: Polygon): boolean {
    const rings = ({ ring, holes = [] }: Polygon): (readonly Point[])[] => [ring, ...holes];
    const edges = (polygon: Polygon): Edge[] => rings(polygon).flatMap(edgesOfRing);
    const turned = ({ a, b }: Edge, by: number): Edge => ({
      a: { ...a, lon: a.lon + by },
      b: { ...b, lon: b.lon + by },
    });
    return (
      rings(a).some((ring) => ring.some((corner) => covers(b, corner))) ||
      rings(b).some((ring) => ring.some((corner) => covers(a, corner))) ||
      edges(a).some((one) => edges(b).some((other) => [0, 360, -360].some((by) => meet(one, turned(other, by)))))
    );
  }
  test('polygons of any kind: as each pair of their edges and each corner say', () => {
    const random = randomFrom(5);
    const between = (from: number, to: number): number => from + (to - from) * random();
    const ringAround = (center: Point, radius: number): Point[] => {
      const count = 3 + Math.floor(20 * random());
      const snapped = radius > 5 && random() < 0.5;
      const ring = Array.from({ length: count }, (_, i): Point => {
        const [angle, far] = [(2 * Math.PI * (i + random())) / count, radius * between(0.3, 1)];
        const [lat, lon] = [center.lat + far * Math.sin(angle), center.lon + far * Math.cos(angle)];
        const near = { lat: Math.max(-90, Math.min(90, lat)), lon: ((((lon + 180) % 360) + 360) % 360) - 180 };
        return snapped ? { lat: Math.round(near.lat), lon: Math.round(near.lon) } : near;
      });
      return [...ring, ring[0] as Point];
    };
    const center = (): Point => ({
      lat: random() < 0.3 ? between(80, 90) : between(-4, 4),
      lon: 180 * Math.sign(random() - 0.5),
    });
    const counts = { true: 0, false: 0 };
    for (let n = 0; n < 3000; n++) {
      const [a, b] = [center(), center()].map((at): Polygon => {
        const radius = 10 ** between(-1, 1.5);
        const middle = { lat: at.lat, lon: at.lon + between(-6, 6) };
        const holes = random() < 0.4 ? { holes: [ringAround(middle, radius / 10)] } : {};
        return { kind: 'polygon', ring: ringAround(middle, radius), ...holes };
      }) as [Polygon, Polygon];
      const expected = byEachPair(a, b);
      counts[`${expected}`]++;
      if (overlap(a, b) !== expected) expect.fail(JSON.stringify([a, b]));
    }
    expect(Math.min(counts.true, counts.false)).toBeGreaterThan(300);
  });
  test('a disc of many vertices in the hole of another: few pairs of edges are looked at', () => {
    const disc = (radius: number): Point[] =>
      Array.from({ length: 5001 }, (_, i) => {
        const angle = (2 * Math.PI * (i % 5000)) / 5000;
        return { lat: radius * Math.sin(angle), lon: radius * Math.cos(angle) };
      });
    const pairs = (inner: number): number => {
      let seen = 0;
      const [one, other] = [disc(inner), disc(4)].map((ring) => new EdgeTree(edgesOfRing(ring))) as [
        EdgeTree,
        EdgeTree,
      ];
      one.some(other, () => ++seen < 0);
      return seen;
    };
    expect(pairs(3)).toBe(0);
    expect(pairs(4)).toBeLessThan(5 * 5000);
    const hollow: Polygon = { kind: 'polygon', ring: disc(10), holes: [disc(4)] };
    expect(overlap({ kind: 'polygon', ring: disc(3) }, hollow)).toBe(false);
    expect(overlap({ kind: 'polygon', ring: disc(4) }, hollow)).toBe(true);
  });

  test('whoever covers one point of another overlaps it', () => {
    const degree = fc.double({ min: -5, max: 5, noNaN: true });
    const corner = fc.tuple(degree, degree);
    const shape = fc.oneof(
      corner.map(([lat, lon]) => point(lat, lon)),
      fc
        .tuple(fc.nat(200_000), fc.array(corner, { minLength: 1, maxLength: 4 }))
        .map(([width, line]) => road(width, ...line)),
      fc.tuple(degree, degree).map(
        ([s, w]): Shape => ({
          kind: 'multipolygon',
          polygons: [
            { ...box(s, w, s + 3, w + 3), holes: [box(s + 1, w + 1, s + 2, w + 2).ring] },
            box(s - 2, w, s - 1, w + 1),
          ],
        }),
      ),
      fc.tuple(degree, degree, fc.nat(500_000)).map(([lat, lon, radius]) => circle(lat, lon, radius)),
      fc
        .tuple(degree, degree, fc.double({ min: 0.1, max: 4, noNaN: true }))
        .map(([s, w, by]) => box(s, w, s + by, w + by)),
    );
    fc.assert(
      fc.property(shape, shape, degree, degree, (a, b, lat, lon) => {
        const point = { lat, lon };
        if (covers(a, point) && covers(b, point)) expect(overlap(a, b)).toBe(true);
        expect(overlap(a, b)).toBe(overlap(b, a));
      }),
      { numRuns: 500 },
    );
  });
});
