/** Places: the desk's own, search as somebody types, and the nearest ones outside every area drawn. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { asOwnPlace, type DeskPlace, type PlacesWarned } from '../../core/desk-place.ts';
import { emptyGazetteer } from '../../core/geo/gazetteer/whole/open.ts';
import { isPoint } from '../../core/geo/point.ts';
import type { Point } from '../../core/geo/shape.ts';
import { type AlertView, mayTell, type WatchedPerson } from '../../core/model.ts';
import { placesWarned } from '../../match/places-in.ts';
import { whyNotPlaced } from '../../match/placing.ts';
import { nearestOutside, warnedAt } from '../../match/safe-places.ts';
import type { Moment } from '../../pages/layout.tsx';
import type { NearestData } from '../../pages/places/nearest.tsx';
import type { FoundPlace } from '../../pages/places/page.tsx';
import { forOperators, noGazetteer, notARoute, townsByMiddle } from '../../pages/strings/places.ts';
import type { WebDeps } from '../deps.ts';
import { findingOf } from '../fail.ts';
import type { WebEnv } from '../guard.ts';
import { momentOf } from '../moment.ts';
import { NearestSchema, PlacesSchema } from './place-schemas.ts';
import { presentFinding, presentMoment } from './present.ts';
import { presentNearest, presentPlaceFound } from './present-places.ts';
import { json, refusals } from './read.ts';
import { MomentQuery, momentShape, NotThenSchema } from './schemas.ts';

/** More than any name has. */
const longestQuery = 200;
const mostFound = 10;

/** The desk's own places that one of these alerts covers or may cover; of an alert nobody has vouched for only to operators. */
export async function warnedPlaces(
  deps: WebDeps,
  { valid, seq }: Moment,
  views: readonly AlertView[],
  isOperator: boolean,
): Promise<PlacesWarned> {
  const shown = views.filter(({ trust }) => isOperator || mayTell(trust));
  const places = shown.length === 0 ? [] : await deps.places(seq);
  const found = shown.flatMap((view) => placesWarned(view, valid, places));
  const named = places.flatMap((place) => {
    const answers = found.filter((one) => one.place === place);
    const { ref, name, kind } = place;
    return answers.length === 0 ? [] : [{ ref, name, kind, isSure: answers.some(({ isSure }) => isSure) }];
  });
  const inside = named.filter(({ isSure }) => isSure).length;
  return { inside, maybe: named.length - inside, named: isOperator ? named : null };
}

interface Wanted {
  readonly language?: string | undefined;
  readonly near?: Point | undefined;
}

/** The desk's own first, and only to operators: it says where they are. */
export async function findPlaces(
  deps: WebDeps,
  own: readonly DeskPlace[],
  words: string,
  { language, near }: Wanted = {},
): Promise<{ readonly found: FoundPlace[]; readonly attribution: string }> {
  const shipped = await deps.gazetteer();
  const all = (shipped ?? emptyGazetteer()).beside(own.map(asOwnPlace));
  const wish = { limit: mostFound, ...(language === undefined ? {} : { language }), ...(near ? { near } : {}) };
  const found = all.search(words.slice(0, longestQuery), wish);
  return {
    found: found.map(({ place, name, matched }) => ({ place, name, matched, source: all.sourceOf(place) })),
    attribution: shipped?.attribution ?? noGazetteer,
  };
}

export type Nearest = Pick<NearestData, 'nearest' | 'attribution'>;

/** By all alerts in force at the moment, whoever vouches for them. */
export async function nearestFor(deps: WebDeps, moment: Moment, { person }: WatchedPerson): Promise<Nearest> {
  const why = whyNotPlaced(person, moment.valid, deps.positionHours);
  const { at } = person.stay;
  const [alerts, own, shipped] = await Promise.all([deps.alerts(moment), deps.places(moment.seq), deps.gazetteer()]);
  const attribution = shipped?.attribution ?? noGazetteer;
  if (why || !at) return { nearest: { kind: 'lost', why: why ?? { code: 'no-position' } }, attribution };
  const warned = warnedAt(alerts, moment.valid);
  return { nearest: nearestOutside({ at, person, warned, own, gazetteer: shipped ?? emptyGazetteer() }), attribution };
}

const placesRoute = createRoute({
  method: 'get',
  path: '/api/v1/places',
  summary: 'Places whose name begins with, or is nearly, what was typed; the desk’s own first, to operators only',
  request: {
    query: MomentQuery.extend({
      q: z.string().min(1).max(longestQuery),
      lang: z.string().max(35).optional().openapi({ example: 'fa-AF', description: 'Of the names in the answer.' }),
      near: z
        .string()
        .max(60)
        .optional()
        .openapi({ example: '34.53,69.17', description: 'Places near it come sooner.' }),
    }),
  },
  responses: { 200: json(PlacesSchema.extend(momentShape), 'At most ten, the best first'), ...refusals },
});

const nearestRoute = createRoute({
  method: 'get',
  path: '/api/v1/people/{id}/nearest-outside',
  summary: 'For a person in a warned area: the nearest places outside every area drawn. No route; for operators only',
  request: { params: z.object({ id: z.string() }), query: MomentQuery },
  responses: {
    200: json(NearestSchema.extend(momentShape), 'As of one moment'),
    404: json(NotThenSchema, 'Nobody of that id at that moment'),
    ...refusals,
  },
});

export function addPlacesApi(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  app.openapi(placesRoute, async (c) => {
    const { q, lang, near, ...asked } = c.req.valid('query');
    const moment = await momentOf(deps, asked);
    if ('finding' in moment) return c.json({ findings: [presentFinding(moment.finding)] }, 400);
    const around = near === undefined ? null : pointIn(near);
    if (near !== undefined && around === null) return c.json({ findings: [noPoint] }, 400);
    const own = c.get('operator') === null ? [] : await deps.places(moment.seq);
    const wanted = { language: lang, near: around ?? undefined };
    const { found, attribution } = await findPlaces(deps, own, q, wanted);
    return c.json({ ...presentMoment(moment), places: found.map(presentPlaceFound), attribution }, 200);
  });

  app.openapi(nearestRoute, async (c) => {
    if (c.get('operator') === null) {
      c.header('www-authenticate', 'Bearer realm="tocsin"');
      return c.json({ findings: [presentFinding(findingOf('request.token', forOperators))] }, 401);
    }
    const moment = await momentOf(deps, c.req.valid('query'));
    if ('finding' in moment) return c.json({ findings: [presentFinding(moment.finding)] }, 400);
    const { id } = c.req.valid('param');
    const watched = (await deps.people(moment.seq)).people.find((one) => one.id === id);
    if (!watched) return c.json({ ...presentMoment(moment), findings: [nobody] }, 404);
    const { nearest, attribution } = await nearestFor(deps, moment, watched);
    const note = `${notARoute} ${townsByMiddle}`;
    return c.json({ ...presentMoment(moment), person: id, ...presentNearest(nearest), note, attribution }, 200);
  });
}

function pointIn(text: string): Point | null {
  const [, lat, lon] = /^([+-]?\d{1,2}(?:\.\d+)?),([+-]?\d{1,3}(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  const point = { lat: Number(lat), lon: Number(lon) };
  return isPoint(point) ? point : null;
}

const noPoint = presentFinding(
  findingOf('request.point', '“near” is a latitude and a longitude in degrees, such as 34.53,69.17.', { path: 'near' }),
);
const nobody = presentFinding(
  findingOf('person.unknown', 'This desk knows nobody of that id, at the moment asked for.'),
);
