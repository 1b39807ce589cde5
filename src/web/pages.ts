/** The pages: each reads what it needs as of one moment and hands it to src/pages. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { mayTell } from '../core/model.ts';
import { formatInstant, hour, second } from '../core/time/time.ts';
import { canCompare } from '../pages/alert/data.ts';
import { alertPage } from '../pages/alert.tsx';
import { alertsPage } from '../pages/alerts.tsx';
import type { Dated, Moment } from '../pages/layout.tsx';
import { noticesPage } from '../pages/notices.tsx';
import { peoplePage } from '../pages/people.tsx';
import { mostWakes, wakesPage } from '../pages/picture/wakes.tsx';
import { signInPage } from '../pages/sign-in.tsx';
import { warnedPlaces } from './api/places.ts';
import { readBody } from './body.ts';
import type { WebDeps } from './deps.ts';
import { fail, undated } from './fail.ts';
import { needsToken, sessionCookie, unauthorised, type WebEnv } from './guard.ts';
import { bordersOf } from './pages/borders.ts';
import { addInbox } from './pages/inbox.ts';
import { addMapFiles } from './pages/maps.tsx';
import { addPlaces } from './pages/places.ts';
import { addReports } from './pages/reports.ts';
import { type Ctx, dated, nothing, param } from './pages/route.ts';
import { addSituations } from './pages/situations.ts';

const pageSize = 100;
const maxFormBytes = 16 * 1024;
/** Enough to know who was told of one alert without asking again. */
const noticesOfAlert = 5000;

export function addPages(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  addSituations(app, deps);
  addMapFiles(app, deps);
  addPlaces(app, deps);
  addReports(app, deps);
  addInbox(app, deps);
  app.get(
    '/alerts',
    dated(deps, (c, surround) => live(c, deps, surround)),
  );
  app.get(
    '/alerts/:id',
    dated(deps, (c, surround) => oneAlert(c, deps, surround)),
  );
  app.get(
    '/people',
    dated(deps, (c, surround) => thePeople(c, deps, surround)),
  );
  app.get(
    '/notices',
    dated(deps, (c, surround) => theNotices(c, deps, surround)),
  );
  app.get(
    '/notices/desk',
    dated(deps, (c, surround) => theWakes(c, deps, surround)),
  );
  app.post('/alerts/:id/confirm', (c) => confirmAlert(c, deps));
  app.get('/sign-in', (c) => {
    const next = nextOf(c.req.query('next'));
    return c.html(signInPage(undated(deps, c.req.path, c.get('operator')), { next, refused: false }));
  });
  app.post('/sign-in', (c) => signIn(c, deps));
  app.post('/sign-out', async (c) => {
    await deps.closeSession(getCookie(c, sessionCookie) ?? '');
    deleteCookie(c, sessionCookie, { path: '/' });
    return c.redirect('/', 303);
  });
}

async function live(c: Ctx, deps: WebDeps, surround: Dated): Promise<Response> {
  const { moment } = surround;
  const alerts = await deps.alerts(moment);
  const ids = alerts.map((view) => view.id);
  const [told, watched, wakes] = await Promise.all([
    deps.toldCounts(ids, moment.seq),
    deps.people(moment.seq),
    deps.wakes(mostWakes, moment.seq),
  ]);
  const reports = alerts.length > 0 ? 0 : (await deps.readings(moment)).length;
  return c.html(alertsPage(surround, { alerts, told, wakes, reports, watched: watched.people.length }));
}

async function oneAlert(c: Ctx, deps: WebDeps, surround: Dated): Promise<Response> {
  const { moment } = surround;
  const view = await deps.alert(moment, param(c, 'id'));
  if (!view) return nothing(c, deps, 'alert');
  const [report, document, { people }, notices, told, places] = await Promise.all([
    deps.report(view.report, moment.seq),
    view.advice === null ? null : deps.document(moment, view.report),
    deps.people(moment.seq),
    deps.notices({ alert: view.id, limit: noticesOfAlert, seq: moment.seq, heardUntil: moment.heardUntil }),
    deps.toldCounts([view.id], moment.seq),
    warnedPlaces(deps, moment, [view], surround.operator !== null),
  ]);
  const comparable = canCompare(view, people.length);
  const matches = comparable ? await deps.matches(view, moment, people) : null;
  // A rehearsal holds the desk's lock for as long as a decision takes: only whoever may decide can ask for one.
  const asked = surround.operator !== null && !moment.isPast && !mayTell(view.trust);
  const rehearsal = comparable && asked ? await deps.rehearse(view.id) : null;
  const counted = { notices, told: told.get(view.id) ?? 0, places };
  const data = { view, report, document, people, matches, rehearsal, ...counted, borders: bordersOf(deps) };
  return c.html(alertPage(surround, data));
}

async function thePeople(c: Ctx, deps: WebDeps, surround: Dated): Promise<Response> {
  const { people, erased } = await deps.people(surround.moment.seq);
  return c.html(peoplePage(surround, { people, erased, positionHours: deps.positionHours }));
}

async function theNotices(c: Ctx, deps: WebDeps, surround: Dated): Promise<Response> {
  const { moment } = surround;
  const [alert, before] = [c.req.query('alert') ?? null, c.req.query('before')];
  const asked = {
    limit: pageSize + 1,
    seq: moment.seq,
    heardUntil: moment.heardUntil,
    ...(alert === null ? {} : { alert }),
    ...(before === undefined ? {} : { before }),
  };
  const [notices, { people }, alerts] = await Promise.all([
    deps.notices(asked),
    deps.people(moment.seq),
    deps.alerts(moment),
  ]);
  const shown = notices.slice(0, pageSize);
  const last = shown.at(-1);
  const older = notices.length > pageSize && last ? olderQuery('/notices', alert, last.id, moment) : null;
  return c.html(noticesPage(surround, { notices: shown, people, alerts, alert, older }));
}

async function theWakes(c: Ctx, deps: WebDeps, surround: Dated): Promise<Response> {
  const { moment } = surround;
  const wakes = await deps.wakes(pageSize + 1, moment.seq, c.req.query('before'));
  const shown = wakes.slice(0, pageSize);
  const [ids, last] = [new Set(shown.flatMap(({ alert }) => alert ?? [])), shown.at(-1)];
  const alerts = (await Promise.all([...ids].map((id) => deps.alert(moment, id)))).filter((view) => view !== null);
  const older = wakes.length > pageSize && last ? olderQuery('/notices/desk', null, last.id, moment) : null;
  return c.html(wakesPage(surround, { wakes: shown, alerts, older }));
}

function olderQuery(path: string, alert: string | null, before: string, moment: Moment): string {
  const query = new URLSearchParams({ before });
  if (alert !== null) query.set('alert', alert);
  if (moment.isPast) {
    query.set('valid', formatInstant(moment.valid));
    query.set('seq', String(moment.seq));
  }
  return `${path}?${query}`;
}

async function confirmAlert(c: Ctx, deps: WebDeps): Promise<Response> {
  const operator = c.get('operator');
  if (operator === null) return unauthorised(c, deps, needsToken);
  const view = await deps.confirm(param(c, 'id'), operator);
  return view ? c.redirect(`/alerts/${view.id}`, 303) : nothing(c, deps, 'alert');
}

/** Only paths of this desk that a page links to: a sign-in must not send anybody elsewhere. */
const nextOf = (next: string | undefined): string =>
  next !== undefined &&
  /^\/(alerts(\/a-[0-9a-f]+)?|situations\/s-[0-9a-f]+|people|places|notices(\/desk)?|inbox)$/.test(next)
    ? next
    : '/';

async function signIn(c: Ctx, deps: WebDeps): Promise<Response> {
  const bytes = await readBody(c.req.raw, maxFormBytes);
  if (bytes === null) return fail(c, deps, 413, 'request.too-large', 'That is more than a sign-in holds.');
  const form = new URLSearchParams(new TextDecoder().decode(bytes));
  const token = form.get('token')?.trim() ?? '';
  const next = nextOf(form.get('next') ?? undefined);
  const session = /^tocsin_[\w-]{1,200}$/.test(token) ? await deps.openSession(token) : null;
  if (!session) return c.html(signInPage(undated(deps, c.req.path, null), { next, refused: true }), 401);
  setCookie(c, sessionCookie, session.cookie, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: (12 * hour) / second,
    secure: c.req.header('origin')?.startsWith('https:') ?? false,
  });
  return c.redirect(next, 303);
}
