/** Rules about shapes whose latitude and longitude were exchanged. They need to know where countries are, and say nothing without. */
import type { DrawnShape, Point } from '../../geo/shape.ts';
import type { CapInfo, Said } from '../model.ts';
import { type Home, homeOf } from './home.ts';
import { ourLimit, type Rule } from './rule.ts';

/** Most points of a ring that are looked at, give or take its last few. */
const maxSample = 12;
/**
 * Most questions for a country in one alert, since each takes time: one for a shape that lies where it should, some dozens for one
 * that was exchanged, and where some were, all were.
 */
const maxQuestions = 2000;
const questionsLeft = (): Questions => ({ left: maxQuestions, unseen: null });

interface Questions {
  left: number;
  /** The first shape that none was left for. */
  unseen: string | null;
}

type CountryOf = (point: Point) => string | null;

/**
 * At sea off a country whose latitudes are like its longitudes, the exchanged point may well lie in it by chance. Exchanging moves a point by
 * the difference of its numbers towards a pole: this many degrees are 1,000 km.
 */
const leastDegrees = 9;

function sampleOf(shape: DrawnShape): readonly Point[] {
  if (shape.kind === 'circle') return [shape.center];
  const step = Math.max(1, Math.floor(shape.ring.length / maxSample));
  return shape.ring.filter((_, i) => i % step === 0);
}

const exchanged = ({ lat, lon }: Point): Point => ({ lat: lon, lon: lat });

/**
 * Whether the shape lies in the country with its numbers exchanged, as far as it then lies in any, and as written off it: in another
 * and not near the border, for of places there its neighbour's warnings tell as well; or on the open sea, far from every coast and from
 * there, for off its own coast a country warns ships, and in a harbour abroad its people.
 */
function liesExchanged(shape: DrawnShape, country: string, countryOf: CountryOf): boolean {
  const points = sampleOf(shape);
  if (points.length === 0 || points.some((point) => Math.abs(point.lon) > 90 || countryOf(point) === country))
    return false;
  const there = points.map((point) => countryOf(exchanged(point)));
  const inside = points.filter((_, i) => there[i] === country);
  // A coast has half of a shape at sea.
  const ashore = there.filter((found) => found !== null);
  if (inside.length * 2 <= ashore.length || inside.length * 3 < points.length) return false;
  const isAbroad = points.filter((point) => countryOf(point) !== null).length * 2 > points.length;
  if (isAbroad) return points.every((point) => liesOff(point, near, (there) => countryOf(there) === country));
  const isMoved = inside.every(({ lat, lon }) => Math.abs(lat - lon) > leastDegrees);
  return isMoved && points.slice(0, 1).every((point) => liesOff(point, far, (there) => countryOf(there) !== null));
}

/** In degrees of latitude, from the point outwards. */
interface Rings {
  readonly steps: readonly number[];
  readonly bearings: number;
}

/** 150 km: where a country still warns of its neighbours. */
const near: Rings = { steps: [0.45, 0.9, 1.35], bearings: 12 };
/** 500 km: where ships are still warned; the first step finds the coast of a harbour. */
const far: Rings = { steps: [0.3, 0.9, 1.8, 3, 4.5], bearings: 8 };

/** Whether no point around is such a one, in any direction; that degrees are as long as on a sphere is near enough. */
function liesOff({ lat, lon }: Point, { steps, bearings }: Rings, isSuch: (point: Point) => boolean): boolean {
  const across = Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  return steps.every((degrees) =>
    Array.from({ length: bearings }, (_, i) => (2 * i * Math.PI) / bearings).every((angle) => {
      const there = lon + (degrees * Math.sin(angle)) / across;
      const point = {
        lat: Math.min(90, Math.max(-90, lat + degrees * Math.cos(angle))),
        lon: there - 360 * Math.round(there / 360),
      };
      return !isSuch(point);
    }),
  );
}

const place = ({ lat, lon }: Point): string => `latitude ${lat}, longitude ${lon}`;

function words(shape: DrawnShape, { country, why }: Home, countryOf: CountryOf): string {
  const first = sampleOf(shape)[0] ?? { lat: 0, lon: 0 };
  const there = countryOf(first);
  const lies = there === null ? 'in no country' : `in ${there}`;
  return `It begins at ${place(first)}, ${lies}, and its sender is of ${country} (${why}), where it would lie at ${place(exchanged(first))}. It is used as written; check that latitude comes first.`;
}

const swapped = (
  name: 'polygon' | 'circle',
  of: (area: CapInfo['areas'][number]) => Said['infos'][number]['areas'][number]['polygons'],
): Rule => ({
  code: `cap.${name}.swapped`,
  judges: 'spec',
  severity: 'warning',
  source: `CAP 1.2, area, ${name}`,
  asks: `In a ${name} latitude comes before longitude.`,
  why: 'With the two exchanged the area lies in another part of the world: nobody in danger is told, and others are. Write latitude first.',
  check: (alert, find, { countryOf, countryHint, once }) => {
    if (!countryOf) return;
    const home =
      countryHint === undefined ? once(alert, homeOf) : { country: countryHint, why: 'which is known of it' };
    if (home === null) return;
    const questions = once(alert, questionsLeft);
    const asked = (point: Point): string | null => {
      questions.left--;
      return countryOf(point);
    };
    for (const [i, info] of alert.infos.entries())
      for (const [a, area] of info.areas.entries())
        for (const [s, { shape }] of of(area).entries()) {
          if (shape === null) continue;
          const path = `info[${i + 1}]/area[${a + 1}]/${name}[${s + 1}]`;
          if (questions.left <= 0) {
            questions.unseen ??= path;
            return;
          }
          if (liesExchanged(shape, home.country, asked)) find(path, words(shape, home, asked));
        }
  },
});

const unseen: Rule = {
  code: 'cap.shapes.unseen',
  judges: 'none',
  severity: 'info',
  source: ourLimit,
  asks: `Where the shapes of an alert lie can be found with ${maxQuestions.toLocaleString('en')} looks at a map.`,
  why: 'Whether latitude and longitude were exchanged in those behind is not known. Alerts in parts, or with fewer shapes, are looked at whole.',
  check: (alert, find, { once }) => {
    const path = once(alert, questionsLeft).unseen;
    if (path !== null)
      find(
        path,
        'From here on it was not looked whether latitude and longitude were exchanged: the alert has too many shapes.',
      );
  },
};

/** The last comes behind the others, which say whether they came to an end. */
export const swappedRules: readonly Rule[] = [
  swapped('polygon', ({ polygons }) => polygons),
  swapped('circle', ({ circles }) => circles),
  unseen,
];
