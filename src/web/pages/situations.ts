/** The picture, one situation of it, and its brief. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { WatchedPerson } from '../../core/model.ts';
import type { ReadingView, Situation } from '../../core/situation.ts';
import { briefPage } from '../../pages/brief/page.tsx';
import type { Dated, Moment } from '../../pages/layout.tsx';
import { mostWakes } from '../../pages/picture/wakes.tsx';
import { picturePage } from '../../pages/picture.tsx';
import type { SituationData } from '../../pages/situation/data.ts';
import { notYetPage, situationPage } from '../../pages/situation.tsx';
import type { Concerned } from '../../pages/strings/picture.ts';
import { warnedPlaces } from '../api/places.ts';
import type { WebDeps } from '../deps.ts';
import type { WebEnv } from '../guard.ts';
import { bordersOf } from './borders.ts';
import { type Ctx, dated, nothing, param } from './route.ts';

/** Enough to know who was told of one situation without asking again. */
const noticesOfAlert = 2000;

export function addSituations(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  app.get(
    '/',
    dated(deps, (c, surround) => thePicture(c, deps, surround)),
  );
  app.get(
    '/situations/:id',
    dated(deps, (c, surround) => one(c, deps, surround, situationPage)),
  );
  app.get(
    '/situations/:id/brief',
    dated(deps, (c, surround) => one(c, deps, surround, briefPage)),
  );
}

async function thePicture(c: Ctx, deps: WebDeps, surround: Dated): Promise<Response> {
  const { moment } = surround;
  const [situations, readings, alerts, { people }, wakes] = await Promise.all([
    deps.situations(moment),
    deps.readings(moment),
    deps.alerts(moment),
    deps.people(moment.seq),
    deps.wakes(mostWakes, moment.seq),
  ]);
  const rows = await Promise.all(
    situations.map(async (situation) => ({
      situation,
      concerned: (await concernedBy(deps, situation, moment, people)).concerned,
    })),
  );
  const data = { rows, readings, alerts, wakes, watched: people.length, borders: bordersOf(deps) };
  return c.html(picturePage(surround, data));
}

async function concernedBy(
  deps: WebDeps,
  situation: Situation,
  moment: Moment,
  people: readonly WatchedPerson[],
): Promise<{ readonly concerned: Concerned; readonly told: ReadonlySet<string> }> {
  const { inside, unplaced } = deps.peopleIn(situation, moment.valid, people);
  const told = new Set(await deps.toldOf(situation, moment));
  const insideTold = inside.filter((id) => told.has(id)).length;
  return { told, concerned: { inside: inside.length, unplaced: unplaced.length, insideTold, told: told.size } };
}

async function one(
  c: Ctx,
  deps: WebDeps,
  surround: Dated,
  show: (surround: Dated, data: SituationData) => string,
): Promise<Response> {
  const { moment } = surround;
  const id = param(c, 'id');
  const situation = (await deps.situations(moment)).find((found) => found.id === id);
  if (!situation) return notThen(c, deps, surround, id);
  const [readings, alerts, reports, { people }, notices] = await Promise.all([
    deps.readings(moment),
    Promise.all(situation.alerts.map((alert) => deps.alert(moment, alert))),
    Promise.all(situation.reports.map((report) => deps.report(report, moment.seq))),
    deps.people(moment.seq),
    Promise.all(
      situation.alerts.map((alert) =>
        deps.notices({ alert, limit: noticesOfAlert, seq: moment.seq, heardUntil: moment.heardUntil }),
      ),
    ),
  ]);
  const { concerned, told } = await concernedBy(deps, situation, moment, people);
  const known = alerts.filter((view) => view !== null);
  const data: SituationData = {
    situation,
    readings,
    alerts: known,
    reports: reports.filter((report) => report !== null),
    documents: await documentsOf(deps, moment, situation, readings),
    aroundIssued: await aroundIssued(deps, moment, situation),
    people,
    concerned,
    places: await warnedPlaces(deps, moment, known, surround.operator !== null),
    // An advice may be about several places: a notice of it counts here only for who was told of this one.
    notices: notices
      .flat()
      .filter(({ person }) => told.has(person))
      .sort((a, b) => b.madeAt - a.madeAt),
    borders: bordersOf(deps),
  };
  return c.html(show(surround, data));
}

/** The texts that its page reads itself: those of its issuers' notices, and those that state no hour, for their day. */
async function documentsOf(
  deps: WebDeps,
  moment: Moment,
  { issuers, reports }: Situation,
  readings: readonly ReadingView[],
): Promise<SituationData['documents']> {
  const hourless = readings.filter(({ report, publishedAt }) => publishedAt === null && reports.includes(report));
  const wanted = new Set([...issuers, ...hourless].map(({ report }) => report));
  const texts = await Promise.all([...wanted].map((report) => deps.document(moment, report)));
  return new Map([...wanted].flatMap((report, n) => (texts[n] ? [[report, texts[n]] as const] : [])));
}

/** Of the advice whose level covers the place and whose issuer says nothing of this danger: an export holds many, each with its own day. */
async function aroundIssued(
  deps: WebDeps,
  moment: Moment,
  { level, issuers }: Situation,
): Promise<SituationData['aroundIssued']> {
  if (level === null || issuers.some(({ report }) => report === level.cite.report)) return null;
  const { report, start, end } = level.cite;
  const views = await deps.alertsOfReport(moment, report);
  const own = views.find(({ advice }) =>
    advice?.parts.some((part) => part.level?.start === start && part.level.end === end),
  );
  const issued = own?.advice?.issued ?? null;
  return issued === null ? null : { ...issued, report };
}

/** A situation that is known now and was not at the moment asked for is no mistake: the page says since when. */
async function notThen(c: Ctx, deps: WebDeps, surround: Dated, id: string): Promise<Response> {
  const now = surround.moment.isPast ? await deps.resolveAsOf({}) : null;
  const later = now === null ? undefined : (await deps.situations(now)).find((found) => found.id === id);
  if (!later) return nothing(c, deps, 'situation');
  return c.html(notYetPage(surround, { id, since: later.knownSince }), 404);
}
