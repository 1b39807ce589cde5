/** Faults of rings: by hand, against a plain check of every pair of edges, and in time. */
import fc from 'fast-check';
import { orient2d } from 'robust-predicates';
import { describe, expect, test } from 'vitest';
import type { Point } from '../shape.ts';
import { type RingFaults, ringFaults } from './faults.ts';

/** `lat,lon lat,lon …`, closed by its first point. */
function faultsOf(corners: string): RingFaults {
  const ring = corners.split(' ').map((corner): Point => {
    const [lat = 0, lon = 0] = corner.split(',').map(Number);
    return { lat, lon };
  });
  return ringFaults([...ring, ring[0] as Point]);
}

const fine: RingFaults = {
  crossing: null,
  touching: null,
  repeated: null,
  spike: null,
  isFlat: false,
  orientation: 'counterclockwise',
};

describe('a ring', () => {
  test('without fault, either way round', () => {
    expect(faultsOf('0,0 0,2 2,2 2,0')).toEqual(fine);
    expect(faultsOf('0,0 2,0 2,2 0,2')).toEqual({ ...fine, orientation: 'clockwise' });
  });

  test('that crosses itself in the middle of two edges: both are named', () => {
    const { crossing, orientation } = faultsOf('0,0 2,2 2,0 0,2');
    expect(crossing).toEqual({ edges: [0, 2], at: { lat: 1, lon: 1 } });
    expect(orientation).toBeNull();
  });

  test('that crosses itself at a vertex of one edge, and of both', () => {
    expect(faultsOf('0,0 0,4 2,4 0,2 -2,2 -2,0').crossing).toEqual({ edges: [0, 3], at: { lat: 0, lon: 2 } });
    expect(faultsOf('0,0 0,4 2,4 2,3 0,2 -2,2 -2,0').crossing).toEqual({ edges: [0, 4], at: { lat: 0, lon: 2 } });
    expect(faultsOf('0,0 1,1 2,2 2,0 1,1 0,2').crossing).toEqual({ edges: [1, 4], at: { lat: 1, lon: 1 } });
  });

  test('that touches itself does not cross: at a vertex, on an edge, along a bridge to a hole', () => {
    expect(faultsOf('0,0 1,1 0,2 2,2 1,1 2,0')).toMatchObject({ crossing: null, touching: { at: { lat: 1, lon: 1 } } });
    expect(faultsOf('0,0 0,4 4,4 0,2 4,0')).toMatchObject({
      crossing: null,
      touching: { edges: [0, 3], at: { lat: 0, lon: 2 } },
    });
    const keyhole = faultsOf('0,0 0,9 9,9 9,0 0,0 3,3 6,3 6,6 3,6 3,3');
    expect(keyhole).toMatchObject({ crossing: null, isFlat: false });
    expect(keyhole.touching).not.toBeNull();
  });

  test('that turns back on itself, with an end in the open or on its own edge', () => {
    expect(faultsOf('0,0 0,2 0,5 0,2 2,2 2,0')).toMatchObject({ crossing: null, spike: 2 });
    expect(faultsOf('0,0 0,5 0,2 2,2 2,0')).toMatchObject({ crossing: null, spike: 1 });
  });

  test('with points twice: the edges keep the numbers they have in the ring', () => {
    expect(faultsOf('0,0 0,0 2,2 2,2 2,0 0,2 0,2')).toMatchObject({ repeated: 1, crossing: { edges: [1, 4] } });
    expect(faultsOf('0,0 0,2 2,2 0,0')).toMatchObject({ ...fine, repeated: 4 });
  });

  test('that encloses nothing', () => {
    expect(faultsOf('1,1 1,1 1,1')).toMatchObject({ isFlat: true, crossing: null, orientation: null });
    expect(faultsOf('0,0 1,1 2,2')).toMatchObject({ isFlat: true, crossing: null, orientation: null });
    expect(faultsOf('0,0 1,1 2,2.0000001')).toMatchObject({ isFlat: false, crossing: null });
  });

  test('across the antimeridian, around the earth, and on the antimeridian alone', () => {
    expect(faultsOf('-18,178 -18,-178 -16,-178 -16,178')).toEqual(fine);
    expect(faultsOf('-18,178 -16,-178 -16,178 -18,-178').crossing).toEqual({
      edges: [0, 2],
      at: { lat: -17, lon: 180 },
    });
    expect(faultsOf('-18,179 -18,180 -18,-180 -16,-180 -16,179')).toEqual({ ...fine, repeated: 2 });
    expect(faultsOf('60,0 60,90 60,180 60,-90')).toMatchObject({ crossing: null, touching: null, orientation: null });
    expect(faultsOf('60,0 60,90 60,180 60,-90 50,-90 70,-135 75,-45').crossing).not.toBeNull();
    expect(faultsOf('-10,-180 -10,180 10,180 10,-180')).toEqual(fine);
  });
});

/** Whether two edges of a ring cross in the middle of both, by looking at each pair. */
function crossesPlainly(ring: readonly Point[]): boolean {
  const side = (a: Point, b: Point, c: Point): number => Math.sign(orient2d(a.lon, a.lat, b.lon, b.lat, c.lon, c.lat));
  return ring.some((a, i) => {
    const b = ring[i + 1];
    return (
      b !== undefined &&
      ring.some((c, j) => {
        const d = ring[j + 1];
        return d !== undefined && side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
      })
    );
  });
}

/** Whether any vertex stands on an edge that it is no end of, or where another one stands. */
function touchesPlainly(ring: readonly Point[]): boolean {
  const corners = ring.slice(1).filter((p, i) => p.lat !== ring[i]?.lat || p.lon !== ring[i]?.lon);
  const within = (a: number, x: number, b: number): boolean => Math.min(a, b) <= x && x <= Math.max(a, b);
  return corners.some((p, i) =>
    corners.some((a, j) => {
      const b = corners[(j + 1) % corners.length] as Point;
      if (j === i || (j + 1) % corners.length === i) return false;
      const isIn = within(a.lat, p.lat, b.lat) && within(a.lon, p.lon, b.lon);
      return isIn && orient2d(a.lon, a.lat, b.lon, b.lat, p.lon, p.lat) === 0;
    }),
  );
}

const onGrid = (most: number): fc.Arbitrary<readonly Point[]> =>
  fc
    .array(fc.record({ lat: fc.integer({ min: 0, max: most }), lon: fc.integer({ min: 0, max: most }) }), {
      minLength: 3,
      maxLength: 14,
    })
    .map((corners) => [...corners, corners[0] as Point]);

describe('against every pair of edges', () => {
  test.each([2, 4, 20, 80])('on a grid of %i: what crosses plainly is found, what meets nothing is not', (most) => {
    fc.assert(
      fc.property(onGrid(most), (ring) => {
        const { crossing, touching, isFlat } = ringFaults(ring);
        if (crossesPlainly(ring)) expect(crossing).not.toBeNull();
        else if (!touchesPlainly(ring)) expect(crossing).toBeNull();
        if (!isFlat && crossing === null) expect(touching !== null).toBe(touchesPlainly(ring));
      }),
      { numRuns: 3000 },
    );
  });

  test('a crossing is the same wherever the ring begins and whichever way it runs', () => {
    fc.assert(
      fc.property(onGrid(5), fc.nat(), (ring, shift) => {
        const corners = ring.slice(0, -1);
        const by = shift % corners.length;
        const turned = [...corners.slice(by), ...corners.slice(0, by)];
        const same = (open: readonly Point[]): boolean => ringFaults([...open, open[0] as Point]).crossing !== null;
        expect(same(turned)).toBe(same(corners));
        expect(same(corners.toReversed())).toBe(same(corners));
      }),
      { numRuns: 3000 },
    );
  });
});

/** Rings of n corners that a search of pairs, boxes or cells would drown in. */
const hard: Readonly<Record<string, (n: number) => Point[]>> = {
  'a zigzag between two far latitudes': (n) => zigzag(n, (i) => ({ lat: i % 2 === 0 ? -80 : 80, lon: (i / n) * 170 })),
  'a zigzag between two far longitudes': (n) => zigzag(n, (i) => ({ lat: (i / n) * 80, lon: i % 2 === 0 ? -80 : 80 })),
  'a slanting zigzag': (n) =>
    zigzag(n, (i) => ({ lat: (i % 2) * 40 + (i / n) * 20 - 40, lon: (i % 2) * 40 - (i / n) * 20 + 30 })),
  'a spiral': (n) => zigzag(n, (i) => ({ lat: (1 + i / n) * 20 * Math.sin(i), lon: (1 + i / n) * 20 * Math.cos(i) })),
  'two edges, taken again and again': (n) => zigzag(n, (i) => ({ lat: i % 3, lon: i % 3 })),
  'a star with all rays from one point': (n) =>
    zigzag(n, (i) => (i % 2 === 0 ? { lat: 0, lon: 0 } : { lat: Math.sin(i), lon: Math.cos(i) })),
};

function zigzag(n: number, corner: (i: number) => Point): Point[] {
  const corners = Array.from({ length: n }, (_, i) => corner(i));
  return [...corners, corners[0] as Point];
}

describe('in time', () => {
  test.each(Object.keys(hard))('%s of 40,000 corners', (name) => {
    const ring = hard[name]?.(40_000) ?? [];
    const began = performance.now();
    expect(ringFaults(ring).isFlat).toBe(name.startsWith('two edges'));
    // A search of all pairs takes minutes.
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
