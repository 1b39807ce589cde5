/** One alert as CAP, as it came wherever that can be had; or why it is not passed on. */
import { write } from '../../core/cap/index.ts';
import { endOf } from '../../core/cap/meaning.ts';
import type { AlertView } from '../../core/model.ts';
import { formatInstant } from '../../core/time/time.ts';
import { entryAround } from '../../pages/feeds/atom.ts';
import { capType, type FeedFrame } from '../../pages/feeds/frame.ts';
import { ownCap } from '../../pages/feeds/own-cap.ts';
import { endedBy, isPublic, publishedOf } from '../../pages/feeds/published.ts';
import type { Moment } from '../../pages/layout.tsx';
import type { WebDeps } from '../deps.ts';
import { fail } from '../fail.ts';
import type { Ctx } from '../pages/route.ts';
import { answer, bodyOf, isOpenedInBrowser } from './answer.ts';
import { type Form, type Forms, formOf } from './forms.ts';

export async function capOf(
  c: Ctx,
  deps: WebDeps,
  forms: Forms,
  view: AlertView | null,
  moment: Moment,
  frame: Omit<FeedFrame, 'issue'>,
): Promise<Response> {
  // Whether the desk knows of it, and does not vouch for it, is nobody's business here.
  if (view === null || !isPublic(view) || view.state === 'not-actual')
    return fail(c, deps, 404, 'feed.alert.unknown', 'This desk passes on no alert of that id.');
  const ended = view.state === 'in-force' ? [] : endedBy(view, await deps.namedBy(moment, view), moment.valid);
  if (view.state !== 'in-force' && ended.length === 0) return fail(c, deps, 410, 'feed.alert.ended', goneWords(view));
  const form = await formFor(deps, forms, view, moment, frame);
  if (c.req.query('as') === 'came') return answer(c, form.came, moment.valid, `${view.id}.xml`);
  // Chromium lays out no document whose root is an alert, and none whose own style sheet it may not fetch: it gets the alert in an entry.
  if (!isOpenedInBrowser(c)) return answer(c, form.body, moment.valid);
  const entry = entryAround(form.element, publishedOf(view, moment.valid, ended), frame);
  return answer(c, bodyOf(entry, `${capType}; charset=utf-8`, null), moment.valid);
}

async function formFor(
  deps: WebDeps,
  forms: Forms,
  view: AlertView,
  moment: Moment,
  frame: Omit<FeedFrame, 'issue'>,
): Promise<Form> {
  const own = (earlier: readonly AlertView[]): Form => formOf(write(ownCap(view, earlier, frame)));
  if (view.advice !== null || frame.isDrill) return own(await deps.namedBy(moment, view));
  const form = await forms.of(view, moment);
  // What can't be said in its issuer's name (its time of sending is none) the desk says in its own, and what ends that too.
  if (!(await forms.isOurs(view, moment))) return form;
  return { ...own(await forms.oursNamedBy(view, moment)), came: form.came };
}

function goneWords({ state, alert }: AlertView): string {
  const end = endOf(alert);
  if (state === 'expired' && end !== null)
    return `That alert expired at ${formatInstant(end)}; it is not passed on any more.`;
  if (state === 'not-a-warning')
    return 'That message ends no warning that would still be in force; it is not passed on.';
  return `That alert was ${state}; it is not passed on any more.`;
}
