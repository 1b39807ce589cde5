/** What programs may ask of the picture: situations, what was read in a report, and what the desk must look at. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { WatchedPerson } from '../../core/model.ts';
import type { Situation } from '../../core/situation.ts';
import type { Moment } from '../../pages/layout.tsx';
import type { WebDeps } from '../deps.ts';
import { findingOf } from '../fail.ts';
import type { WebEnv } from '../guard.ts';
import { momentOf } from '../moment.ts';
import { warnedPlaces } from './places.ts';
import { presentFinding, presentMoment } from './present.ts';
import { presentReadReport, presentSituation, presentWake } from './present-situation.ts';
import { json, refusals } from './read.ts';
import { MomentQuery, momentShape, NotThenSchema } from './schemas.ts';
import { ReadReportSchema, SituationSchema, WakeSchema } from './situation-schemas.ts';

const params = z.object({ id: z.string() });

const situationsRoute = createRoute({
  method: 'get',
  path: '/api/v1/situations',
  summary: 'The picture: every situation, worst first',
  request: { query: MomentQuery },
  responses: {
    200: json(z.object({ ...momentShape, situations: z.array(SituationSchema) }), 'As of one moment'),
    ...refusals,
  },
});

const situationRoute = createRoute({
  method: 'get',
  path: '/api/v1/situations/{id}',
  summary: 'One situation',
  request: { params, query: MomentQuery },
  responses: {
    200: json(z.object({ ...momentShape, situation: SituationSchema }), 'As of one moment'),
    404: json(NotThenSchema, 'No such situation at that moment'),
    ...refusals,
  },
});

const reportRoute = createRoute({
  method: 'get',
  path: '/api/v1/reports/{id}',
  summary: 'A report, its text in zones, and what was read in it',
  request: { params, query: MomentQuery },
  responses: {
    200: json(z.object({ ...momentShape, report: ReadReportSchema }), 'As of one moment'),
    404: json(NotThenSchema, 'No such report at that moment'),
    ...refusals,
  },
});

const wakesRoute = createRoute({
  method: 'get',
  path: '/api/v1/wakes',
  summary: 'What a person of the desk must look at, newest first',
  request: { query: MomentQuery.extend({ limit: z.coerce.number().int().min(1).max(1000).default(100) }) },
  responses: {
    200: json(z.object({ ...momentShape, wakes: z.array(WakeSchema) }), 'As of one moment'),
    ...refusals,
  },
});

export function addPicture(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  app.openapi(situationsRoute, async (c) => {
    const moment = await momentOf(deps, c.req.valid('query'));
    if ('finding' in moment) return c.json({ findings: [presentFinding(moment.finding)] }, 400);
    const [situations, { people }] = await Promise.all([deps.situations(moment), deps.people(moment.seq)]);
    const isOperator = c.get('operator') !== null;
    const shown = await Promise.all(situations.map((one) => present(deps, one, moment, people, isOperator)));
    return c.json({ ...presentMoment(moment), situations: shown }, 200);
  });

  app.openapi(situationRoute, async (c) => {
    const moment = await momentOf(deps, c.req.valid('query'));
    if ('finding' in moment) return c.json({ findings: [presentFinding(moment.finding)] }, 400);
    const { id } = c.req.valid('param');
    const [situations, { people }] = await Promise.all([deps.situations(moment), deps.people(moment.seq)]);
    const found = situations.find((one) => one.id === id);
    if (!found) return c.json(unknown('situation', moment), 404);
    const shown = await present(deps, found, moment, people, c.get('operator') !== null);
    return c.json({ ...presentMoment(moment), situation: shown }, 200);
  });

  app.openapi(reportRoute, async (c) => {
    const moment = await momentOf(deps, c.req.valid('query'));
    if ('finding' in moment) return c.json({ findings: [presentFinding(moment.finding)] }, 400);
    const { id } = c.req.valid('param');
    const report = await deps.report(id, moment.seq);
    if (!report) return c.json(unknown('report', moment), 404);
    const [readings, document] = await Promise.all([deps.readings(moment, [id]), deps.document(moment, id)]);
    const reading = readings.find((one) => one.report === id) ?? null;
    return c.json({ ...presentMoment(moment), report: presentReadReport(report, reading, document) }, 200);
  });

  app.openapi(wakesRoute, async (c) => {
    const { limit, ...asked } = c.req.valid('query');
    const moment = await momentOf(deps, asked);
    if ('finding' in moment) return c.json({ findings: [presentFinding(moment.finding)] }, 400);
    const wakes = await deps.wakes(limit, moment.seq);
    return c.json({ ...presentMoment(moment), wakes: wakes.map(presentWake) }, 200);
  });
}

async function present(
  deps: WebDeps,
  situation: Situation,
  moment: Moment,
  people: readonly WatchedPerson[],
  isOperator: boolean,
) {
  const { inside, unplaced } = deps.peopleIn(situation, moment.valid, people);
  const told = await deps.toldOf(situation, moment);
  const views = (await deps.alerts(moment)).filter(({ id }) => situation.alerts.includes(id));
  const places = await warnedPlaces(deps, moment, views, isOperator);
  return presentSituation(situation, places, { inside: inside.length, told: told.length, unplaced: unplaced.length });
}

const unknown = (what: string, moment: Moment) => ({
  ...presentMoment(moment),
  findings: [
    presentFinding(findingOf(`${what}.unknown`, `This desk knows no ${what} of that id, at the moment asked for.`)),
  ],
});
