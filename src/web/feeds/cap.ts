/** One alert as CAP, as it came wherever that can be had; or why it is not passed on. */
import { type CapAlert, write } from '../../core/cap/index.ts';
import { endOf } from '../../core/cap/meaning.ts';
import type { AlertView } from '../../core/model.ts';
import { formatInstant } from '../../core/time/time.ts';
import { asCame, unsigned } from '../../pages/feeds/as-came.ts';
import { entryAround } from '../../pages/feeds/atom.ts';
import { capType, type FeedFrame } from '../../pages/feeds/frame.ts';
import { xmlDocument } from '../../pages/feeds/markup.ts';
import { ownCap } from '../../pages/feeds/own-cap.ts';
import { endedBy, isPublic, publishedOf } from '../../pages/feeds/published.ts';
import type { Moment } from '../../pages/layout.tsx';
import type { WebDeps } from '../deps.ts';
import { fail } from '../fail.ts';
import type { Ctx } from '../pages/route.ts';
import { answer, bodyOf, isOpenedInBrowser } from './answer.ts';

/** `sender`: what the desk is called in CAP of its own. */
export async function capOf(
  c: Ctx,
  deps: WebDeps,
  view: AlertView | null,
  moment: Moment,
  frame: Omit<FeedFrame, 'issue'> & { readonly sender: string },
): Promise<Response> {
  // Whether the desk knows of it, and does not vouch for it, is nobody's business here.
  if (view === null || !isPublic(view) || view.state === 'not-actual')
    return fail(c, deps, 404, 'feed.alert.unknown', 'This desk passes on no alert of that id.');
  const ended = view.state === 'in-force' ? [] : endedBy(view, await deps.alerts(moment), moment.valid);
  if (view.state !== 'in-force' && ended.length === 0) return fail(c, deps, 410, 'feed.alert.ended', goneWords(view));
  const isOwn = view.advice !== null || frame.isDrill;
  const form = isOwn
    ? written(ownCap(view, await deps.namedBy(moment, view), frame))
    : await formOf(deps, view, moment);
  // Chromium lays out no document whose root is an alert: it gets the alert in an entry. What is signed holds for its own bytes only.
  if (!isOpenedInBrowser(c) || form.isSigned) return answer(c, bodyOf(form.content, form.type, null), moment.valid);
  const entry = entryAround(form.element, publishedOf(view, moment.valid, ended), frame);
  return answer(c, bodyOf(entry, ofText, null), moment.valid);
}

interface Form {
  readonly content: string | Uint8Array;
  readonly type: string;
  /** The text of the alert's element alone. */
  readonly element: string;
  readonly isSigned: boolean;
}

const ofText = `${capType}; charset=utf-8`;

function written(alert: CapAlert): Form {
  const content = write(alert);
  return { content, type: ofText, element: content.slice(content.indexOf('?>') + 2).trim(), isSigned: false };
}

async function formOf(deps: WebDeps, view: AlertView, moment: Moment): Promise<Form> {
  const report = await deps.report(view.report, moment.seq);
  const bytes = report && (await deps.bytes(report.hash));
  const came = bytes ? asCame(bytes, view.alert) : null;
  // The same words in another form: a signature over the bytes they came in would not hold for it.
  if (!bytes || !came) return written(unsigned(view.alert));
  // A document says itself what it is encoded in (RFC 7303, section 3.2).
  return came.isWhole
    ? { ...came, content: bytes, type: capType }
    : { ...came, content: xmlDocument(came.element, null), type: ofText };
}

function goneWords({ state, alert }: AlertView): string {
  const end = endOf(alert);
  if (state === 'expired' && end !== null)
    return `That alert expired at ${formatInstant(end)}; it is not passed on any more.`;
  if (state === 'not-a-warning')
    return 'That message ends no warning that would still be in force; it is not passed on.';
  return `That alert was ${state}; it is not passed on any more.`;
}
