/** One alert as CAP, as it came wherever that can be had; or why it is not passed on. */
import { type CapAlert, write } from '../../core/cap/index.ts';
import { endOf } from '../../core/cap/meaning.ts';
import type { AlertView } from '../../core/model.ts';
import { formatInstant } from '../../core/time/time.ts';
import { asCame, unsigned } from '../../pages/feeds/as-came.ts';
import { capType } from '../../pages/feeds/frame.ts';
import { xmlDocument } from '../../pages/feeds/markup.ts';
import { type Author, ownCap } from '../../pages/feeds/own-cap.ts';
import { endedBy, isPublic } from '../../pages/feeds/published.ts';
import type { Moment } from '../../pages/layout.tsx';
import type { WebDeps } from '../deps.ts';
import { fail } from '../fail.ts';
import type { Ctx } from '../pages/route.ts';
import { answer, type Body, bodyOf, isOpenedInBrowser } from './answer.ts';

export async function capOf(
  c: Ctx,
  deps: WebDeps,
  view: AlertView | null,
  moment: Moment,
  author: Author,
  stylesheet: string | null,
): Promise<Response> {
  // Whether the desk knows of it, and does not vouch for it, is nobody's business here.
  if (view === null || !isPublic(view) || view.state === 'not-actual')
    return fail(c, deps, 404, 'feed.alert.unknown', 'This desk passes on no alert of that id.');
  if (view.state !== 'in-force' && endedBy(view, await deps.alerts(moment), moment.valid).length === 0)
    return fail(c, deps, 410, 'feed.alert.ended', goneWords(view));
  return answer(c, await bodyFor(c, deps, view, moment, author, stylesheet), moment.valid);
}

const ofText = `${capType}; charset=utf-8`;

async function bodyFor(
  c: Ctx,
  deps: WebDeps,
  view: AlertView,
  moment: Moment,
  author: Author,
  stylesheet: string | null,
): Promise<Body> {
  const written = (alert: CapAlert): Body => bodyOf(xmlDocument(rootOf(write(alert)), stylesheet), ofText, null);
  if (view.advice !== null || author.isDrill) return written(ownCap(view, await deps.namedBy(moment, view), author));
  const report = await deps.report(view.report, moment.seq);
  const bytes = report && (await deps.bytes(report.hash));
  const came = bytes ? asCame(bytes, view.alert) : null;
  // The same words in another form: a signature over the bytes they came in would not hold for it.
  if (!bytes || !came) return written(unsigned(view.alert));
  // A line for the style sheet is no part of what was signed.
  if (isOpenedInBrowser(c) && !came.isSigned) return bodyOf(xmlDocument(came.element, stylesheet), ofText, null);
  // The document itself says what it is encoded in (RFC 7303, section 3.2).
  return came.isWhole ? bodyOf(bytes, capType, null) : bodyOf(xmlDocument(came.element, null), ofText, null);
}

/** Without the XML declaration in front. */
const rootOf = (document: string): string => document.slice(document.indexOf('?>') + 2).trim();

function goneWords({ state, alert }: AlertView): string {
  const end = endOf(alert);
  if (state === 'expired' && end !== null)
    return `That alert expired at ${formatInstant(end)}; it is not passed on any more.`;
  if (state === 'not-a-warning')
    return 'That message ends no warning that would still be in force; it is not passed on.';
  return `That alert was ${state}; it is not passed on any more.`;
}
