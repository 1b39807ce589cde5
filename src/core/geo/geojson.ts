/**
 * GeoJSON geometries (RFC 7946) as shapes. Refused is what makes no area or point, and what can be meant in two ways: between two
 * corners more than 180° of longitude apart an edge is drawn the long way by the letter of RFC 7946 (3.1.1) and meant the short way by
 * many who write one. Which way a ring winds, and whether it crosses itself, is no reason to refuse it (3.1.6; ring.ts).
 */
import { pointAt } from './edges/edge.ts';
import { samePlace } from './point.ts';
import { isWorldBand } from './ring.ts';
import type { MultiPolygon, Point, Polygon, Spot } from './shape.ts';

/** `why` is a sentence about the geometry that says what to do. */
export type GeoJsonReading =
  | { readonly shape: Spot | Polygon | MultiPolygon; readonly why: null }
  | { readonly shape: null; readonly why: string };

/** Says why, on the way up to `readGeoJson`. */
class Refused {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

/** Reads the value of a `geometry`, as JSON.parse gives it: Point, Polygon, MultiPolygon, or a collection of polygons. Never throws. */
export function readGeoJson(geometry: unknown): GeoJsonReading {
  const shape = shapeOf(geometry);
  return shape instanceof Refused ? { shape: null, why: shape.why } : { shape, why: null };
}

function shapeOf(geometry: unknown): Spot | Polygon | MultiPolygon | Refused {
  if (geometry === null || geometry === undefined) return new Refused('Has no geometry; add one or leave it out.');
  if (!isRecord(geometry)) return new Refused('The geometry is no JSON object; write it as RFC 7946 has it.');
  const { type, coordinates, geometries } = geometry as Readonly<
    Record<'type' | 'coordinates' | 'geometries', unknown>
  >;
  switch (type) {
    case 'Point': {
      const point = pointOf(coordinates, 180);
      return point instanceof Refused ? new Refused(`The point ${point.why}`) : { kind: 'point', point };
    }
    case 'Polygon':
      return polygonOf(coordinates);
    case 'MultiPolygon':
      return multiPolygonOf(listOf(coordinates).map(polygonOf));
    case 'GeometryCollection':
      return multiPolygonOf(listOf(geometries).flatMap(membersOf));
    case 'LineString':
    case 'MultiLineString':
    case 'MultiPoint':
      return new Refused(`A ${type} has no area; give a Polygon or a MultiPolygon.`);
    default:
      return new Refused(
        typeof type === 'string'
          ? `“${type.slice(0, 40)}” is no type of geometry; give a Polygon or a MultiPolygon (the letters' case counts).`
          : 'The geometry has no type; give a Polygon or a MultiPolygon.',
      );
  }
}

/** Collections in collections are refused: nothing needs them (RFC 7946, 3.1.8), and they have no end. */
function membersOf(member: unknown): (Polygon | Refused)[] {
  const inner = isRecord(member) && member['type'] === 'GeometryCollection';
  const shape = inner ? new Refused('A collection lies in a collection; write one list of polygons.') : shapeOf(member);
  if (shape instanceof Refused) return [shape];
  if (shape.kind === 'point')
    return [new Refused('A collection mixes points with areas; write them as features apart.')];
  return shape.kind === 'polygon' ? [shape] : [...shape.polygons];
}

function multiPolygonOf(read: readonly (Polygon | Refused)[]): MultiPolygon | Refused {
  if (read.length === 0) return new Refused('Has no polygon in it; give one or leave the geometry out.');
  const polygons: Polygon[] = [];
  for (const one of read) {
    if (one instanceof Refused) return one;
    polygons.push(one);
  }
  return { kind: 'multipolygon', polygons };
}

function polygonOf(coordinates: unknown): Polygon | Refused {
  const [ring, ...holes] = listOf(coordinates).map((one, i) => ringOf(one, i === 0 ? 'The outer ring' : `Hole ${i}`));
  if (ring === undefined) return new Refused('The polygon has no ring; give one or leave the geometry out.');
  if (ring instanceof Refused) return ring;
  const sound: (readonly Point[])[] = [];
  for (const hole of holes) {
    if (hole instanceof Refused) return hole;
    sound.push(hole);
  }
  return { kind: 'polygon', ring, ...(sound.length > 0 && { holes: sound }) };
}

function ringOf(coordinates: unknown, name: string): Point[] | Refused {
  if (!Array.isArray(coordinates))
    return new Refused(`${name} is no list of positions; write [longitude, latitude] pairs.`);
  if (coordinates.length < 4)
    return new Refused(`${name} has fewer than four positions; give at least three corners and the first one again.`);
  const ring: Point[] = [];
  for (const [i, position] of coordinates.entries()) {
    // Rings that are led on over the antimeridian count on to 360; which way they go is plain.
    const point = pointOf(position, 360);
    if (point instanceof Refused) return new Refused(`${name}: position ${i + 1} ${point.why}`);
    ring.push(point);
  }
  const first = ring[0] as Point;
  const last = ring.at(-1) as Point;
  if (first.lat !== last.lat || first.lon !== last.lon)
    return new Refused(`${name} is not closed; repeat the first position at the end.`);
  return unambiguous(ring, name);
}

function unambiguous(ring: readonly Point[], name: string): Point[] | Refused {
  const worldBand = isWorldBand(ring);
  const leap = worldBand ? -1 : ring.findIndex((point, i) => i > 0 && isLeap(ring[i - 1] as Point, point));
  if (leap > 0)
    return new Refused(
      `${name} has more than 180° of longitude between positions ${leap} and ${leap + 1}, so that nobody can tell which way it goes; ` +
        'cut it at the antimeridian (RFC 7946, 3.1.9).',
    );
  if (widthOf(ring) > 360)
    return new Refused(`${name} goes more than once around the earth; cut it at the antimeridian (RFC 7946, 3.1.9).`);
  const turned = worldBand ? [...ring] : inRange(ring);
  if (turned.every((point) => samePlace(point, turned[0] as Point)))
    return new Refused(`${name} is one place again and again and has no area; give its corners.`);
  return turned;
}

/** All of a pole is one place: there an edge may go as far as it likes. */
const isLeap = (a: Point, b: Point): boolean => Math.abs(a.lon - b.lon) > 180 && !isAlongPole(a, b);
const isAlongPole = (a: Point, b: Point): boolean => a.lat === b.lat && Math.abs(a.lat) === 90;

function widthOf(ring: readonly Point[]): number {
  let [west, east] = [360, -360];
  for (const { lon } of ring) [west, east] = [Math.min(west, lon), Math.max(east, lon)];
  return east - west;
}

/**
 * Longitudes −180 … 180. Where that changes them, and along a pole, edges are cut into steps of at most 90°, so that each still goes
 * the way it was drawn.
 */
function inRange(ring: readonly Point[]): Point[] {
  const beyond = ring.some(({ lon }) => Math.abs(lon) > 180);
  const out: Point[] = [];
  for (const [i, point] of ring.entries()) {
    const before = ring[i - 1] ?? point;
    const steps = beyond || isAlongPole(before, point) ? Math.ceil(Math.abs(point.lon - before.lon) / 90) : 1;
    for (let step = 1; step < steps; step++) out.push(turnedIn(pointAt({ a: before, b: point }, step / steps)));
    out.push(beyond ? turnedIn(point) : point);
  }
  return out;
}

const turnedIn = ({ lat, lon }: Point): Point => ({ lat, lon: lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon });

/** A third number is a height and says nothing here (RFC 7946, 3.1.1). */
function pointOf(position: unknown, farthest: number): Point | Refused {
  if (!Array.isArray(position) || position.length < 2)
    return new Refused('is no position; write [longitude, latitude].');
  const [lon, lat] = position as readonly unknown[];
  if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat))
    return new Refused('is not made of numbers; write [longitude, latitude] in degrees.');
  if (Math.abs(lat) > 90 || Math.abs(lon) > farthest)
    return new Refused(
      `[${lon}, ${lat}] is not on the globe; write longitude (−180 to 180) first, then latitude (−90 to 90), in degrees of WGS84.`,
    );
  return { lat, lon };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
