/** Feeds of what the desk vouches for: Atom, RSS, GeoJSON, and each alert as CAP. Open to whoever may see the pages; people never stand in them. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AlertView } from '../../core/model.ts';
import type { Instant } from '../../core/time/time.ts';
import { atomOf } from '../../pages/feeds/atom.ts';
import type { FeedFrame } from '../../pages/feeds/frame.ts';
import { geoJsonOf } from '../../pages/feeds/geojson.ts';
import { issueOf } from '../../pages/feeds/published.ts';
import { rssOf } from '../../pages/feeds/rss.ts';
import { at, type Moment } from '../../pages/layout.tsx';
import { json, refusals } from '../api/read.ts';
import { FindingsSchema, MomentQuery } from '../api/schemas.ts';
import type { WebDeps } from '../deps.ts';
import { findingOf } from '../fail.ts';
import type { WebEnv } from '../guard.ts';
import { momentOf } from '../moment.ts';
import { type Ctx, param, wrong } from '../pages/route.ts';
import { answer, type Body, bodyOf, variesBy } from './answer.ts';
import { capOf } from './cap.ts';
import { Forms } from './forms.ts';
import { deskUrn, urnOf } from './ids.ts';
import { tellsOf } from './tells.ts';

interface Kind {
  readonly path: string;
  readonly type: string;
  readonly summary: string;
  readonly write: (frame: FeedFrame) => string;
}

const kinds: readonly Kind[] = [
  {
    path: '/feeds/alerts.atom',
    type: 'application/atom+xml; charset=utf-8',
    summary: 'Alerts in force that this desk vouches for, as Atom; each entry names its alert in CAP',
    write: atomOf,
  },
  {
    path: '/feeds/alerts.rss',
    type: 'application/rss+xml; charset=utf-8',
    summary: 'The same as RSS 2.0',
    write: rssOf,
  },
  {
    path: '/feeds/alerts.geojson',
    type: 'application/geo+json',
    summary: 'Alerts in force that this desk vouches for, as GeoJSON; without a shape the geometry is null',
    write: geoJsonOf,
  },
];

export function addFeeds(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  const kept = new Kept();
  const forms = new Forms(deps);
  for (const kind of kinds) {
    app.openAPIRegistry.registerPath(feedRoute(kind));
    app.get(kind.path, (c) => feed(c, deps, kind, kept, forms));
  }
  app.openAPIRegistry.registerPath(capRoute);
  app.get('/feeds/cap/:file', (c) => oneCap(c, deps, forms));
}

const content = (type: string) => ({ [type.split(';', 1)[0] as string]: { schema: z.string() } });

const feedRoute = ({ path, type, summary }: Kind) =>
  createRoute({
    ...{ method: 'get', path, summary },
    request: { query: MomentQuery },
    responses: {
      200: { content: content(type), description: 'As of now, or of one moment' },
      304: { description: 'Nothing has changed since (If-None-Match, If-Modified-Since)' },
      400: refusals[400],
    },
  });

const CameQuery = z.literal('came').optional().openapi({
  description:
    'The alert as it came, whatever is wrong with it; without it what strict readers of CAP would refuse is written anew',
});

const capRoute = createRoute({
  ...{ method: 'get', path: '/feeds/cap/{id}.xml', summary: 'One alert as CAP: as it came, or written by this desk' },
  request: { params: z.object({ id: z.string() }), query: MomentQuery.extend({ as: CameQuery }) },
  responses: {
    200: { content: content('application/cap+xml'), description: 'The alert' },
    304: { description: 'Nothing has changed since (If-None-Match)' },
    400: refusals[400],
    404: json(FindingsSchema, 'This desk passes on no alert of that id'),
    410: json(FindingsSchema, 'It did, and that alert is no longer in force'),
  },
});

/** The last answers, so that asking again reads no alerts. */
class Kept {
  readonly #bodies = new Map<
    string,
    { readonly seq: number; readonly from: Instant; readonly until: Instant | null; readonly body: Body }
  >();

  find(key: string, seq: number, valid: Instant): Body | null {
    const found = this.#bodies.get(key);
    return found?.seq === seq && found.from <= valid && (found.until === null || valid < found.until)
      ? found.body
      : null;
  }

  /** `until`: from then on it is another, though nothing is recorded. */
  keep(key: string, seq: number, from: Instant, until: Instant | null, body: Body): void {
    this.#bodies.set(key, { seq, from, until, body });
  }
}

async function feed(c: Ctx, deps: WebDeps, kind: Kind, kept: Kept, forms: Forms): Promise<Response> {
  c.header('vary', variesBy);
  const moment = await momentOf(deps, c.req.query());
  if ('finding' in moment) return wrong(c, deps, moment.finding);
  // Host was checked against the desk's own names before anything came here, so that there are few of them.
  const base = baseOf(c);
  const key = `${base}${kind.path}`;
  const changed = moment.isPast ? null : await deps.alertsChanged(moment.seq);
  const before = changed === null ? null : kept.find(key, changed, moment.valid);
  if (before !== null) return answer(c, before, moment.valid);
  const views = await alertsAndEnders(deps, moment);
  const issue = issueOf(views, moment.valid, isDrill(deps) ? undefined : await tellsOf(views, forms, moment));
  const body = bodyOf(kind.write({ ...frameOf(deps, kind.path, base, moment), issue }), kind.type, issue.changedAt);
  if (changed !== null) kept.keep(key, changed, moment.valid, issue.until, body);
  return answer(c, body, moment.valid);
}

/** With what ended them, also an Update that was over long before it came: no list has that. */
async function alertsAndEnders(deps: WebDeps, moment: Moment): Promise<readonly AlertView[]> {
  const alerts = await deps.alerts(moment);
  const held = new Set(alerts.map(({ id }) => id));
  const others = new Set(alerts.flatMap(({ enders }) => enders).filter((id) => !held.has(id)));
  const found = await Promise.all([...others].map((id) => deps.alert(moment, id)));
  return [...alerts, ...found.filter((view) => view !== null)];
}

function frameOf(deps: WebDeps, path: string, base: string, moment: Moment): Omit<FeedFrame, 'issue'> {
  return {
    deskName: deps.deskName,
    sender: deskUrn(deps.identity),
    isDrill: isDrill(deps),
    id: urnOf(deskUrn(deps.identity), 'alerts'),
    idOf: (alert) => urnOf(deskUrn(deps.identity), alert),
    link: (to) => base + at(to, moment),
    path,
    stylesheet: feedStyle(deps),
  };
}

/** The address that the desk was asked at; it listens on this machine only and has no other. */
const baseOf = (c: Ctx): string => `${new URL(c.req.url).protocol}//${c.req.header('host')?.toLowerCase() ?? ''}`;

const isDrill = ({ desk, exercise }: WebDeps): boolean => desk === 'drill' || exercise !== null;

function feedStyle(deps: WebDeps): string | null {
  const name = isDrill(deps) ? /\/feed-drill-\w+\.css$/ : /\/feed-[0-9a-f]+\.css$/;
  return deps.assets.find(({ path }) => name.test(path))?.path ?? null;
}

async function oneCap(c: Ctx, deps: WebDeps, forms: Forms): Promise<Response> {
  c.header('vary', variesBy);
  if (!['came', undefined].includes(c.req.query('as')))
    return wrong(c, deps, findingOf('request.as', '“as” can only be “came”: the alert as it came.', { path: 'as' }));
  const moment = await momentOf(deps, c.req.query());
  if ('finding' in moment) return wrong(c, deps, moment.finding);
  const id = /^(a-[0-9a-f]+)\.xml$/.exec(param(c, 'file'))?.[1];
  const view: AlertView | null = id === undefined ? null : await deps.alert(moment, id);
  return capOf(c, deps, forms, view, moment, frameOf(deps, c.req.path, baseOf(c), moment));
}
