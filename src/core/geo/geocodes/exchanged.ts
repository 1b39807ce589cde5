/** Whether the shapes of a file lie where their codes say, or would with latitude and longitude exchanged. */
import { covers } from '../covers.ts';
import type { Point, Shape } from '../shape.ts';
import type { Divisions } from './divisions.ts';
import type { GeocodeEntry } from './file.ts';
import { groundOf } from './ground.ts';
import { schemeKey } from './schemes.ts';

interface Whereabouts {
  /** Codes that say their country, where that has an outline here. */
  readonly told: number;
  /** Of these, by the middle of their greatest part: within the country as the file has them, and with the two numbers exchanged. */
  readonly asWritten: number;
  readonly exchanged: number;
}

/** Holds the shapes of a file against the outlines of countries. Codes that do not say their country are not counted. */
export function whereaboutsOf(scheme: string, entries: readonly GeocodeEntry[], divisions: Divisions): Whereabouts {
  const outlines = new Map<string, Shape | null>();
  const outlineOf = (country: string): Shape | null => {
    const known = outlines.get(country);
    if (known !== undefined) return known;
    const outline = divisions.find('ISO 3166-1', country)?.shape() ?? null;
    outlines.set(country, outline);
    return outline;
  };
  let [told, asWritten, exchanged] = [0, 0, 0];
  for (const { code, shape } of entries) {
    const { countries } = groundOf({ scheme: schemeKey(scheme), code }, divisions);
    const around = countries.flatMap((country) => outlineOf(country) ?? []);
    const middle = middleOf(shape);
    if (around.length === 0 || middle === null) continue;
    told++;
    if (around.some((outline) => covers(outline, middle))) asWritten++;
    if (around.some((outline) => covers(outline, { lat: middle.lon, lon: middle.lat }))) exchanged++;
  }
  return { told, asWritten, exchanged };
}

/** Most of the codes lie outside of their countries, and would lie inside with the two numbers of each point exchanged. */
export const isExchanged = ({ told, asWritten, exchanged }: Whereabouts): boolean =>
  asWritten * 2 < told && exchanged * 2 > told;

/** The mean of the corners of the part with most of them. */
function middleOf({ polygons }: GeocodeEntry['shape']): Point | null {
  const [first] = polygons;
  if (first === undefined) return null;
  const { ring } = polygons.reduce((a, b) => (b.ring.length > a.ring.length ? b : a), first);
  const sum = ring.reduce(({ lat, lon }, point) => ({ lat: lat + point.lat, lon: lon + point.lon }), {
    lat: 0,
    lon: 0,
  });
  return ring.length === 0 ? null : { lat: sum.lat / ring.length, lon: sum.lon / ring.length };
}
