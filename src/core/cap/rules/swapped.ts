/** Rules about shapes whose latitude and longitude were exchanged. They need to know where countries are, and say nothing without. */
import type { Point, Shape } from '../../geo/shape.ts';
import type { CapInfo, Said } from '../model.ts';
import { type Home, homeOf } from './home.ts';
import type { Rule } from './rule.ts';

/** Most points of a ring that are looked at, give or take its last few. */
const maxSample = 12;
/**
 * Most questions for a country in one alert, since each takes time: one for a shape that lies where it should, some dozens for one
 * that was exchanged, and where some were, all were.
 */
const maxQuestions = 2000;
const questionsLeft = (): { left: number } => ({ left: maxQuestions });
/**
 * At sea off a country whose latitudes are like its longitudes, the exchanged point may well lie in it by chance. Exchanging moves a
 * point by the difference of its numbers towards a pole: this many degrees are 1,000 km.
 */
const leastDegrees = 9;

function sampleOf(shape: Shape): readonly Point[] {
  if (shape.kind === 'circle') return [shape.center];
  const step = Math.max(1, Math.floor(shape.ring.length / maxSample));
  return shape.ring.filter((_, i) => i % step === 0);
}

const exchanged = ({ lat, lon }: Point): Point => ({ lat: lon, lon: lat });

/**
 * Whether the shape lies wholly outside the country as written, in another or far from it, and mostly in it with the numbers
 * exchanged, far from there. Sea near the country is where its warnings for ships lie, and no sign of anything.
 */
function liesExchanged(shape: Shape, country: string, countryOf: (point: Point) => string | null): boolean {
  const points = sampleOf(shape);
  const [first] = points;
  if (!first || points.some((point) => Math.abs(point.lon) > 90 || countryOf(point) === country)) return false;
  const inside = points.filter((point) => countryOf(exchanged(point)) === country);
  if (inside.length * 2 <= points.length) return false;
  if (!inside.every(({ lat, lon }) => Math.abs(lat - lon) > leastDegrees)) return false;
  const abroad = points.filter((point) => countryOf(point) !== null);
  return abroad.length * 2 > points.length || around(first).every((point) => countryOf(point) !== country);
}

/** Points in all directions, up to the distance that counts as far; that degrees are as long as on a sphere is near enough. */
function around({ lat, lon }: Point): readonly Point[] {
  const across = Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  return steps.flatMap((degrees) =>
    bearings.map((angle) => {
      const there = lon + (degrees * Math.sin(angle)) / across;
      return {
        lat: Math.min(90, Math.max(-90, lat + degrees * Math.cos(angle))),
        lon: there - 360 * Math.round(there / 360),
      };
    }),
  );
}

/** Of latitude: the last is 500 km. */
const steps: readonly number[] = [0.9, 1.8, 2.7, 3.6, 4.5];
const bearings: readonly number[] = Array.from({ length: 8 }, (_, i) => (i * Math.PI) / 4);

const place = ({ lat, lon }: Point): string => `latitude ${lat}, longitude ${lon}`;

function words(shape: Shape, { country, why }: Home, countryOf: (point: Point) => string | null): string {
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
          if (questions.left <= 0) return;
          if (shape !== null && liesExchanged(shape, home.country, asked))
            find(`info[${i + 1}]/area[${a + 1}]/${name}[${s + 1}]`, words(shape, home, asked));
        }
  },
});

export const swappedRules: readonly Rule[] = [
  swapped('polygon', ({ polygons }) => polygons),
  swapped('circle', ({ circles }) => circles),
];
