/**
 * Another answer to which points a polygon holds, that shares nothing with covers.ts: the ring is unrolled onto a plane where longitudes
 * count on (closed through the pole if it goes around the earth) and given to point-in-polygon-hao. It counts crossings, even or odd, so it
 * answers for rings that touch themselves and not for those that cross themselves. With it, random polygons of every kind.
 */
import pointInPolygon from 'point-in-polygon-hao';
import type { Point, Polygon } from './shape.ts';

type Vertex = [x: number, y: number];

export function referenceCovers({ ring, holes = [] }: Polygon, point: Point): boolean {
  return placeOnPlane(ring, point) !== 'out' && holes.every((hole) => placeOnPlane(hole, point) !== 'in');
}

function placeOnPlane(ring: readonly Point[], { lat, lon }: Point): 'in' | 'on' | 'out' {
  const plane = unrolled(ring);
  let place: 'in' | 'on' | 'out' = 'out';
  // A pole has every longitude: it lies wherever the ring reaches it.
  const lons = Math.abs(lat) === 90 ? plane.map(([x]) => x) : [-720, -360, 0, 360, 720].map((turn) => lon + turn);
  for (const x of lons) {
    const answer = pointInPolygon([x, lat], [plane]);
    if (answer === 0) return Math.abs(lat) === 90 && !ring.some((p) => p.lat === lat) ? 'in' : 'on';
    if (answer) place = 'in';
  }
  return place;
}

/** Longitudes count on; a ring that does not come back is closed through the pole that leaves it the smaller part of the plane. */
function unrolled(ring: readonly Point[]): Vertex[] {
  const plane: Vertex[] = [];
  for (const { lat, lon } of ring) {
    const before = plane.at(-1)?.[0] ?? lon;
    plane.push([lon + 360 * Math.round((before - lon) / 360), lat]);
  }
  const [[first, start], [last]] = [plane[0] as Vertex, plane.at(-1) as Vertex];
  if (first === last) return plane;
  const closed = [90, -90].map((pole): Vertex[] => [...plane, [last, pole], [first, pole], [first, start]]);
  const [north, south] = closed.map(areaOnPlane) as [number, number];
  return closed[north <= south ? 0 : 1] as Vertex[];
}

const areaOnPlane = (ring: readonly Vertex[]): number =>
  Math.abs(
    ring.slice(1).reduce((sum, [x, y], i) => {
      const [fromX, fromY] = ring[i] as Vertex;
      return sum + (x - fromX) * (y + fromY);
    }, 0),
  ) / 2;

/** Metres to the nearest edge, as on a plane around the point: enough to tell a centimetre. */
export function roughMetersToEdge({ ring, holes = [] }: Polygon, point: Point): number {
  const perDegree = 111_320;
  const shrink = Math.cos((point.lat * Math.PI) / 180);
  const near = (lon: number): number => lon - point.lon - 360 * Math.round((lon - point.lon) / 360);
  let best = Number.POSITIVE_INFINITY;
  for (const one of [ring, ...holes])
    for (const [i, b] of one.slice(1).entries()) {
      const a = one[i] as Point;
      const ax = near(a.lon);
      const [bx, by] = [ax + near(b.lon - a.lon + point.lon), b.lat - point.lat];
      const ay = a.lat - point.lat;
      const [dx, dy] = [(bx - ax) * shrink, by - ay];
      const long = dx * dx + dy * dy;
      const t = long === 0 ? 0 : Math.max(0, Math.min(1, -(ax * shrink * dx + ay * dy) / long));
      best = Math.min(best, Math.hypot(ax * shrink + t * dx, ay + t * dy) * perDegree);
    }
  return best;
}

export type Random = () => number;

/** Numbers from 0 to 1 in a row that its seed decides (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const between = (random: Random, from: number, to: number): number => from + (to - from) * random();
const wrapped = (lon: number): number => lon - 360 * Math.round(lon / 360);
const closedRing = (ring: readonly Point[]): Point[] => [...ring, ring[0] as Point];

/** In polar order around a centre: it never crosses itself. Angles in turns; radii as shares of `reach`, which is in degrees. */
function star(random: Random, center: Point, reach: number, share: readonly [number, number], turns = [0, 1]): Point[] {
  const corners = 3 + Math.floor(random() * random() * 60);
  const [from = 0, to = 1] = turns;
  return Array.from({ length: corners }, (_, i) => {
    const angle = 2 * Math.PI * (from + ((to - from) * (i + 0.1 + 0.8 * random())) / corners);
    const radius = reach * between(random, ...share);
    return { lat: center.lat + radius * Math.sin(angle), lon: wrapped(center.lon + radius * Math.cos(angle)) };
  });
}

interface Site {
  readonly center: Point;
  readonly reach: number;
}

/** Anywhere, at the antimeridian, at a pole; from some metres to a hemisphere. */
function site(random: Random): Site {
  const reach = 10 ** between(random, -4, 1.9);
  const room = 90 - reach;
  const kind = random();
  const lat = kind < 0.3 ? Math.sign(random() - 0.5) * room : between(random, -room, room);
  const lon = kind > 0.6 ? wrapped(180 + reach * between(random, -1, 1)) : between(random, -180, 180);
  return { center: { lat, lon }, reach };
}

/** The northernmost corner is put on the pole itself. */
function touchingPole(random: Random): Polygon {
  const { center, reach } = site(random);
  const ring = star(random, { lat: 90 - reach, lon: center.lon }, reach, [0.3, 0.9]);
  const top = ring.reduce((best, { lat }, i) => (lat > (ring[best] as Point).lat ? i : best), 0);
  const south = random() < 0.5 ? -1 : 1;
  return {
    kind: 'polygon',
    ring: closedRing(ring.map(({ lat, lon }, i) => ({ lat: south * (i === top ? 90 : lat), lon }))),
  };
}

/** Once around the earth, in either direction, at any height. */
function aroundPole(random: Random): Polygon {
  const corners = 4 + Math.floor(random() * 30);
  const start = between(random, -180, 180);
  const [middle, spread] = [between(random, -80, 80), between(random, 0, 9)];
  const ring = Array.from({ length: corners }, (_, i) => ({
    lat: middle + between(random, -spread, spread),
    lon: wrapped(start + (360 * (i + 0.4 * random())) / corners),
  }));
  return { kind: 'polygon', ring: closedRing(random() < 0.5 ? ring : ring.toReversed()) };
}

/** Two stars that share one corner, on either side of a meridian. */
function pinched(random: Random): Polygon {
  const { center, reach } = site(random);
  const east = star(random, center, reach, [0.2, 1], [-0.2, 0.2]);
  const west = star(random, center, reach, [0.2, 1], [0.3, 0.7]);
  return { kind: 'polygon', ring: closedRing([center, ...east, center, ...west]) };
}

/** A hole drawn as part of the ring, and a line out and back. */
function keyhole(random: Random): Polygon {
  const { center, reach } = site(random);
  const outer = star(random, center, reach, [0.5, 0.9]);
  const inner = star(random, center, reach, [0.05, 0.2]).toReversed();
  const [first] = outer as [Point];
  const spike = {
    lat: center.lat + (first.lat - center.lat) * 1.1,
    lon: wrapped(center.lon + wrapped(first.lon - center.lon) * 1.1),
  };
  const [opening] = inner as [Point];
  return {
    kind: 'polygon',
    ring: closedRing([first, ...outer.slice(1), first, spike, first, opening, ...inner.slice(1), opening]),
  };
}

function withHoles(random: Random): Polygon {
  const { center, reach } = site(random);
  const outer = random() < 0.7 ? closedRing(star(random, center, reach, [0.5, 1])) : null;
  const around = outer === null ? polarSite(random) : { center, reach: reach * 0.2 };
  const holes = [
    [-0.2, 0.2],
    [0.3, 0.7],
  ].map((turns) => closedRing([around.center, ...star(random, around.center, around.reach, [0.2, 1], turns)]));
  return { kind: 'polygon', ring: outer ?? aroundPoleAt(around), holes };
}

const polarSite = (random: Random): Site => ({
  center: { lat: between(random, 70, 85), lon: between(random, -180, 180) },
  reach: 5,
});
const aroundPoleAt = ({ center }: Site): Point[] =>
  closedRing([0, 90, 180, 270].map((by) => ({ lat: center.lat - 20, lon: wrapped(center.lon + by) })));

const plain = (random: Random): Polygon => {
  const { center, reach } = site(random);
  return { kind: 'polygon', ring: closedRing(star(random, center, reach, [0.1, 1])) };
};

export const kinds = { plain, touchingPole, aroundPole, pinched, keyhole, withHoles } as const;

/** Some anywhere about the polygon, some within a metre of an edge, some on a corner, a few at a pole. */
export function pointNear(random: Random, { ring, holes = [] }: Polygon): Point {
  const rings = [ring, ...holes];
  const one = rings[Math.floor(random() * rings.length)] as readonly Point[];
  const i = Math.floor(random() * (one.length - 1));
  const [a, b] = [one[i] as Point, one[i + 1] as Point];
  const kind = random();
  if (kind < 0.05) return a;
  if (kind < 0.07) return { lat: random() < 0.5 ? 90 : -90, lon: between(random, -180, 180) };
  const far = wrapped(b.lon - a.lon);
  const t = random();
  const off = kind < 0.5 ? 10 ** between(random, -9, 1) : 10 ** between(random, -3, 1.5);
  const lat = a.lat + t * (b.lat - a.lat) + off * between(random, -1, 1);
  return {
    lat: Math.max(-90, Math.min(90, lat)),
    lon: wrapped(a.lon + t * far + off * between(random, -1, 1)),
  };
}
