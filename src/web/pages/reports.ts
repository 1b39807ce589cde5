/** One document, and its bytes. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Dated } from '../../pages/layout.tsx';
import { clockText } from '../../pages/parts/clock-text.ts';
import { passagesOf } from '../../pages/parts/passages.ts';
import { sourceText } from '../../pages/parts/source-text.ts';
import { reportPage } from '../../pages/report.tsx';
import { noticesIn } from '../../pages/situation/notice.ts';
import type { WebDeps } from '../deps.ts';
import { fail } from '../fail.ts';
import type { WebEnv } from '../guard.ts';
import { type Ctx, dated, nothing, param } from './route.ts';

export function addReports(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  app.get(
    '/reports/:id',
    dated(deps, (c, surround) => oneReport(c, deps, surround)),
  );
  app.get(
    '/reports/:id/raw',
    dated(deps, (c, { moment }) => rawReport(c, deps, moment.seq)),
  );
}

async function oneReport(c: Ctx, deps: WebDeps, surround: Dated): Promise<Response> {
  const { moment } = surround;
  const report = await deps.report(param(c, 'id'), moment.seq);
  if (!report) return notThen(c, deps);
  const bytes = await deps.bytes(report.hash);
  if (!bytes) return nothing(c, deps, 'document');
  const [alerts, document, readings, situations] = await Promise.all([
    deps.alertsOfReport(moment, report.id),
    deps.document(moment, report.id),
    deps.readings(moment, [report.id]),
    deps.situations(moment),
  ]);
  const notices = { alerts, documents: new Map(document === null ? [] : [[report.id, document]]) };
  const resting = situations
    .filter(({ reports }) => reports.includes(report.id))
    .map((situation) => ({
      situation,
      passages: passagesOf(situation, readings, noticesIn(situation, notices)),
    }));
  return c.html(
    reportPage(surround, {
      report,
      alerts,
      source: sourceText(bytes),
      document,
      reading: readings.find((reading) => reading.report === report.id) ?? null,
      situations: resting,
    }),
  );
}

/** What came later says nothing of what was known then. */
async function notThen(c: Ctx, deps: WebDeps): Promise<Response> {
  const later = await deps.report(param(c, 'id'));
  if (!later) return nothing(c, deps, 'document');
  const since = clockText(later.recorded.at);
  const message = `This document was not known at the moment asked for: it came to this desk on ${since}.`;
  return fail(c, deps, 404, 'request.not-found', message);
}

async function rawReport(c: Ctx, deps: WebDeps, seq: number): Promise<Response> {
  const report = await deps.report(param(c, 'id'), seq);
  const bytes = report ? await deps.bytes(report.hash) : null;
  if (!report || !bytes) return nothing(c, deps, 'document');
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${report.id}.bin"`,
  });
}
