/** What is measured side by side: our indexes, and the JavaScript libraries that others take. All are given the same and must find the same. */
import Flatbush from 'flatbush';
import KDBush from 'kdbush';
import pointInPolygon from 'point-in-polygon-hao';
import { createPointIndex } from '../../src/match/index/points.ts';
import { createShapeIndex } from '../../src/match/index/shapes.ts';
import type { Area, Ring } from './data.ts';

/** New warnings against many people: the numbers of the people in one. */
export interface PeopleEngine {
  readonly name: string;
  build(people: Float64Array): (area: Area) => number[];
}

/** Somebody's position against many warnings: the numbers of those that cover it. */
export interface LiveEngine {
  readonly name: string;
  build(areas: readonly Area[]): (lon: number, lat: number) => number[];
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf({ coordinates }: Area): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [ring = []] of coordinates)
    for (const [lon, lat] of ring) {
      if (lon < west) west = lon;
      if (lon > east) east = lon;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  return [west, south, east, north];
}

/** 0 is on the edge, which is in. */
const isIn = ({ coordinates }: Area, point: [number, number]): boolean =>
  coordinates.some((polygon) => pointInPolygon(point, polygon as Ring[]) !== false);

export const peopleEngines: readonly PeopleEngine[] = [
  {
    name: 'tocsin',
    build(people) {
      const index = createPointIndex();
      for (let i = 0; i < people.length / 2; i++)
        index.set(i, { lat: people[2 * i + 1] ?? Number.NaN, lon: people[2 * i] ?? Number.NaN });
      return ({ shape }) => index.within(shape);
    },
  },
  {
    name: 'kdbush + point-in-polygon-hao',
    build(people) {
      const index = new KDBush(people.length / 2);
      for (let i = 0; i < people.length; i += 2) index.add(people[i] ?? Number.NaN, people[i + 1] ?? Number.NaN);
      index.finish();
      return (area) =>
        index.range(...boxOf(area)).filter((i) => isIn(area, [people[2 * i] ?? 0, people[2 * i + 1] ?? 0]));
    },
  },
  {
    name: 'flatbush + point-in-polygon-hao',
    build(people) {
      const index = new Flatbush(people.length / 2);
      for (let i = 0; i < people.length; i += 2) index.add(people[i] ?? Number.NaN, people[i + 1] ?? Number.NaN);
      index.finish();
      return (area) =>
        index.search(...boxOf(area)).filter((i) => isIn(area, [people[2 * i] ?? 0, people[2 * i + 1] ?? 0]));
    },
  },
];

export const liveEngines: readonly LiveEngine[] = [
  {
    name: 'tocsin',
    build(areas) {
      const index = createShapeIndex();
      for (const [i, { shape }] of areas.entries()) index.set(i, shape);
      return (lon, lat) => index.covering({ lat, lon });
    },
  },
  {
    name: 'flatbush + point-in-polygon-hao',
    build(areas) {
      const index = new Flatbush(areas.length);
      for (const area of areas) index.add(...boxOf(area));
      index.finish();
      return (lon, lat) => index.search(lon, lat, lon, lat).filter((i) => isIn(areas[i] as Area, [lon, lat]));
    },
  },
];
