/**
 * People and warnings as they lie in the world, from a seed: towns by Zipf's law, people in and between them, areas drawn around them
 * with rough outlines, holes and several parts. None lies at a pole or the antimeridian: the engines beside ours know neither.
 */
import { createHash } from 'node:crypto';
import type { Polygon, Shape } from '../../src/core/geo/shape.ts';

/** `tuned`: looked at while the index was written. `held out`: never. The hash is of the data that each has to give. */
export const seeds = {
  tuned: { seed: 1, sha256: '6be517e7b64741fa0866ab11bcc6131f2925fa6071ff1c01666af022b14432f1' },
  'held out': { seed: 20_261_125, sha256: '34ee849f1142aab6ae7795c0d473c67b29f8a9bef3c46b8c3bb6e0eb22cad691' },
} as const;
export type SeedName = keyof typeof seeds;

export interface Data {
  /** Longitude and latitude in turn, in 10^-7 degrees' steps. */
  readonly people: Float64Array;
  readonly positions: Float64Array;
  /** New warnings: all with 200 vertices, and of every size and kind. */
  readonly warnings: { readonly '200 vertices': readonly Area[]; readonly mixed: readonly Area[] };
  readonly live: readonly Area[];
  readonly sha256: string;
}

/** A shape of ours, and the same as GeoJSON's coordinates of a MultiPolygon. */
export interface Area {
  readonly shape: Shape;
  readonly coordinates: readonly (readonly Ring[])[];
}
export type Ring = [number, number][];

type Random = () => number;

/** Mulberry32: 0 to 1 without 1. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
const gauss = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

interface Town {
  readonly lon: number;
  readonly lat: number;
  readonly spread: number;
  /** Share of people in this and all larger towns. */
  readonly upTo: number;
}

function townsOf(seed: number): (random: Random) => Town {
  const random = randomFrom(seed);
  let sum = 0;
  const towns = Array.from({ length: 20_000 }, (_, i): Town => {
    sum += 1 / (i + 1) ** 0.8;
    const [lon, lat] = [-160 + 320 * random(), -50 + 110 * random()];
    return { lon, lat, spread: 0.06 * Math.exp(0.5 * gauss(random)), upTo: sum };
  });
  return (draw) => {
    const at = draw() * sum;
    let [low, high] = [0, towns.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((towns[middle] as Town).upTo < at) low = middle + 1;
      else high = middle;
    }
    return towns[low] as Town;
  };
}

function scattered(count: number, seed: number, town: (random: Random) => Town): Float64Array {
  const random = randomFrom(seed);
  const points = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    const isRural = random() < 0.15;
    const { lon, lat, spread } = isRural ? { lon: 0, lat: 0, spread: 0 } : town(random);
    points[2 * i] = rounded(isRural ? -165 + 330 * random() : lon + spread * gauss(random), 7);
    points[2 * i + 1] = rounded(isRural ? -55 + 120 * random() : lat + spread * gauss(random), 7);
  }
  return points;
}

interface Star {
  readonly lon: number;
  readonly lat: number;
  /** Degrees of latitude. */
  readonly radius: number;
  readonly vertices: number;
  /** The outline lies between these shares of the radius. */
  readonly from: number;
  readonly to: number;
}

/** A ring that sees its middle from everywhere, rough in several octaves. */
function starOf({ lon, lat, radius, vertices, from, to }: Star, random: Random): Ring {
  const waves: { every: number; high: number; phase: number }[] = [];
  for (let octave = 0; octave < 7; octave++) {
    const every = 1 + Math.floor(2 ** octave * (1 + random()));
    if (every > vertices / 3) break;
    waves.push({ every, high: 0.6 ** octave, phase: 2 * Math.PI * random() });
  }
  const most = waves.reduce((sum, { high }) => sum + high, 0) || 1;
  const wider = 1 / Math.cos((lat * Math.PI) / 180);
  const ring = Array.from({ length: vertices }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / vertices;
    const height =
      waves.reduce((sum, { every, high, phase }) => sum + high * Math.sin(every * angle + phase), 0) / most;
    const far = radius * (from + (to - from) * (0.5 + 0.5 * height));
    return [rounded(lon + wider * far * Math.cos(angle), 6), rounded(lat + far * Math.sin(angle), 6)];
  });
  return [...ring, [...(ring[0] as [number, number])]];
}

/** 60 % have 5 to 30 vertices, 30 % up to 500, the rest up to 5,000. */
function verticesOf(random: Random): number {
  const kind = random();
  const [least, most] = kind < 0.6 ? [5, 30] : kind < 0.9 ? [30, 500] : [500, 5000];
  return Math.floor(least * (most / least) ** random());
}

/** Of `vertices`: all have so many and one ring; else 15 % are round, 12 % have a hole and 12 % several parts. */
function areasOf(count: number, seed: number, town: (random: Random) => Town, vertices: number | null): Area[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const { lon: townLon, lat: townLat } = town(random);
    const [lon, lat] = [townLon + 0.3 * gauss(random), townLat + 0.3 * gauss(random)];
    const radius = Math.min(300, Math.max(2, 18 * Math.exp(0.9 * gauss(random)))) / 111.2;
    const star = { lon, lat, radius, vertices: vertices ?? verticesOf(random), from: 0.4, to: 1 };
    const kind = vertices === null ? random() : 1;
    if (kind < 0.15) return areaOf([[starOf({ ...star, vertices: 64, from: 1 }, random)]]);
    if (kind < 0.27) {
      const hole = { ...star, vertices: Math.max(5, star.vertices >> 1), from: 0.15, to: 0.4 };
      return areaOf([[starOf({ ...star, from: 0.55 }, random), starOf(hole, random)]]);
    }
    return areaOf(kind < 0.39 ? partsOf(star, random) : [[starOf(star, random)]]);
  });
}

/** One in the middle and others around it that do not touch each other. */
function partsOf(star: Star, random: Random): Ring[][] {
  const count = 2 + Math.floor(4 * random());
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / 5;
    const far = i === 0 ? 0 : 2.6 * star.radius;
    const lat = star.lat + far * Math.sin(angle);
    const lon = star.lon + (far * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180);
    const radius = star.radius * (0.5 + 0.5 * random());
    const vertices = Math.max(5, Math.floor(star.vertices / count));
    return [starOf({ ...star, lon, lat, radius, vertices, from: 0.5 }, random)];
  });
}

function areaOf(coordinates: Ring[][]): Area {
  const points = (ring: Ring): { lat: number; lon: number }[] => ring.map(([lon, lat]) => ({ lat, lon }));
  const polygons = coordinates.map(([ring = [], ...holes]): Polygon => {
    const outer = { kind: 'polygon', ring: points(ring) } as const;
    return holes.length > 0 ? { ...outer, holes: holes.map(points) } : outer;
  });
  const [first] = polygons;
  return { shape: first && polygons.length === 1 ? first : { kind: 'multipolygon', polygons }, coordinates };
}

export function dataOf(name: SeedName): Data {
  const { seed, sha256 } = seeds[name];
  const town = townsOf(seed);
  const people = scattered(1_000_000, seed + 1, town);
  const positions = scattered(20_000, seed + 2, town);
  const warnings = {
    '200 vertices': areasOf(100, seed + 3, town, 200),
    mixed: areasOf(100, seed + 4, town, null),
  };
  const live = areasOf(10_000, seed + 5, town, null);
  const hash = createHash('sha256').update(people).update(positions);
  for (const areas of [...Object.values(warnings), live])
    hash.update(JSON.stringify(areas.map((one) => one.coordinates)));
  const found = hash.digest('hex');
  if (found !== sha256)
    throw new Error(`The data of seed “${name}” has the hash ${found}, which is not what it was frozen at.`);
  return { people, positions, warnings, live, sha256 };
}
