/** What programs may ask: alerts, people, notices, each as of a moment. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { WebDeps } from '../deps.ts';
import { findingOf } from '../fail.ts';
import type { WebEnv } from '../guard.ts';
import { momentOf } from '../moment.ts';
import { presentAlert, presentFinding, presentMoment, presentNotice, presentPerson } from './present.ts';
import {
  AlertSchema,
  FindingsSchema,
  MomentQuery,
  momentShape,
  NoticeSchema,
  NotThenSchema,
  PersonSchema,
} from './schemas.ts';

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});
export const refusals = {
  400: json(FindingsSchema, 'What is wrong with the question'),
  401: json(FindingsSchema, 'No operator’s token, or none of this desk'),
};

const alertsRoute = createRoute({
  method: 'get',
  path: '/api/v1/alerts',
  summary: 'Alerts in force, and those that ended in the 30 days before',
  request: { query: MomentQuery },
  responses: { 200: json(z.object({ ...momentShape, alerts: z.array(AlertSchema) }), 'As of one moment'), ...refusals },
});

const alertRoute = createRoute({
  method: 'get',
  path: '/api/v1/alerts/{id}',
  summary: 'One alert',
  request: { params: z.object({ id: z.string() }), query: MomentQuery },
  responses: {
    200: json(z.object({ ...momentShape, alert: AlertSchema }), 'As of one moment'),
    404: json(NotThenSchema, 'No such alert at that moment'),
    ...refusals,
  },
});

const peopleRoute = createRoute({
  method: 'get',
  path: '/api/v1/people',
  summary: 'The watch list; who and where for operators only',
  request: { query: MomentQuery },
  responses: {
    200: json(
      z.object({ ...momentShape, people: z.array(PersonSchema), erased: z.number().int() }),
      'As of one moment',
    ),
    ...refusals,
  },
});

const noticesRoute = createRoute({
  method: 'get',
  path: '/api/v1/notices',
  summary: 'Notices, newest first, with where they stand and what came back',
  request: {
    query: MomentQuery.extend({
      alert: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      before: z.string().optional().openapi({ description: 'Id of the last notice of the page before.' }),
    }),
  },
  responses: {
    200: json(z.object({ ...momentShape, notices: z.array(NoticeSchema) }), 'As of one moment'),
    ...refusals,
  },
});

export function addReading(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  app.openapi(alertsRoute, async (c) => {
    const moment = await momentOf(deps, c.req.valid('query'));
    if ('finding' in moment) return c.json({ findings: [presentFinding(moment.finding)] }, 400);
    const alerts = await deps.alerts(moment);
    return c.json({ ...presentMoment(moment), alerts: alerts.map(presentAlert) }, 200);
  });

  app.openapi(alertRoute, async (c) => {
    const moment = await momentOf(deps, c.req.valid('query'));
    if ('finding' in moment) return c.json({ findings: [presentFinding(moment.finding)] }, 400);
    const view = await deps.alert(moment, c.req.valid('param').id);
    if (!view) return c.json({ ...presentMoment(moment), findings: [noSuchAlert()] }, 404);
    return c.json({ ...presentMoment(moment), alert: presentAlert(view) }, 200);
  });

  app.openapi(peopleRoute, async (c) => {
    const moment = await momentOf(deps, c.req.valid('query'));
    if ('finding' in moment) return c.json({ findings: [presentFinding(moment.finding)] }, 400);
    const { people, erased } = await deps.people(moment.seq);
    const viewer = { authorised: c.get('operator') !== null };
    const shown = people.map((watched) => presentPerson(watched, moment.valid, deps.positionHours, viewer));
    return c.json({ ...presentMoment(moment), people: shown, erased }, 200);
  });

  app.openapi(noticesRoute, async (c) => {
    const { alert, limit, before, ...asked } = c.req.valid('query');
    const moment = await momentOf(deps, asked);
    if ('finding' in moment) return c.json({ findings: [presentFinding(moment.finding)] }, 400);
    const wanted = {
      limit,
      seq: moment.seq,
      heardUntil: moment.heardUntil,
      ...(alert === undefined ? {} : { alert }),
      ...(before === undefined ? {} : { before }),
    };
    const [notices, { people }] = await Promise.all([deps.notices(wanted), deps.people(moment.seq)]);
    const byId = new Map(people.map((watched) => [watched.id, watched]));
    const viewer = { authorised: c.get('operator') !== null };
    const shown = notices.map((notice) => presentNotice(notice, byId.get(notice.person), viewer));
    return c.json({ ...presentMoment(moment), notices: shown }, 200);
  });
}

export const noSuchAlert = () =>
  presentFinding(findingOf('alert.unknown', 'This desk knows no alert of that id, at the moment asked for.'));
