/**
 * Which alerts a desk passes on: those in force that may tell people and are addressed to the public, and for a while what ended one,
 * because absence from a feed ends nothing: the Cancel, or only that it is over when that was said to others. Nothing that hangs on people.
 */
import { endOf } from '../../core/cap/meaning.ts';
import type { CapInfo } from '../../core/cap/model.ts';
import { type AlertView, mayTell } from '../../core/model.ts';
import { day, type Instant } from '../../core/time/time.ts';
import { isOpen } from '../../picture/anchor/time.ts';

/** An end is passed on until what it ended would have ended by itself, and for this long at most. */
export const endShownFor = 7 * day;

/** An alert as it is passed on. */
export interface Published {
  readonly view: AlertView;
  /** When the desk began to vouch for it. */
  readonly publishedAt: Instant;
  /** When it last changed here: it was vouched for, or one of its infos ended. */
  readonly updatedAt: Instant;
  /** Numbers (from 0) of the infos that have not ended. */
  readonly open: readonly number[];
  /** Of a Cancel, the alerts in force that it ended; empty for a warning. */
  readonly ended: readonly AlertView[];
}

/** What is passed on at one moment. */
export interface Issue {
  /** Newest first. */
  readonly warnings: readonly Published[];
  readonly cancels: readonly Published[];
  /** Warnings that stood here until a message ended them that is not for the public; `publishedAt` is when that was. */
  readonly overs: readonly Published[];
  /** When it came to be as it is; null when there was never anything. */
  readonly changedAt: Instant | null;
  /** When it will be different though nothing is recorded; null when never. */
  readonly until: Instant | null;
}

/** Trusted, and for everybody: what is Restricted or Private is not ours to pass on. */
export const isPublic = ({ alert, trust }: AlertView): boolean => mayTell(trust) && alert.scope === 'Public';

const vouchedAt = ({ confirmedAt, recorded }: AlertView): Instant => confirmedAt ?? recorded.at;

/** Alerts that this one, a Cancel, ended and that would be in force without it. */
export function endedBy(cancel: AlertView, views: readonly AlertView[], valid: Instant): readonly AlertView[] {
  if (cancel.alert.msgType !== 'Cancel' || cancel.state !== 'not-a-warning' || !isPublic(cancel)) return [];
  if (leavesAt(cancel) <= valid) return [];
  return views.filter(
    (view) =>
      view.state === 'cancelled' &&
      isPublic(view) &&
      view.enders.includes(cancel.id) &&
      (endOf(view.alert) ?? Number.POSITIVE_INFINITY) > valid,
  );
}

/** From when whoever follows could hear of it, not from when it was sent. */
const leavesAt = (cancel: AlertView): Instant => vouchedAt(cancel) + endShownFor;

/** How a warning ended that is over; null for one in force and for a Cancel. */
export const overAs = ({ state }: AlertView): 'cancelled' | 'superseded' | null =>
  state === 'cancelled' || state === 'superseded' ? state : null;

/** When a warning that stood in the feeds was ended by what can't stand there; null when it was not. */
function silentEndOf(view: AlertView, enders: readonly AlertView[]): Instant | null {
  if (overAs(view) === null || enders.length === 0 || enders.some(isPublic)) return null;
  const at = Math.min(...enders.map(vouchedAt));
  return at >= vouchedAt(view) && at < (endOf(view.alert) ?? Number.POSITIVE_INFINITY) ? at : null;
}

const overOf = (view: AlertView, at: Instant, valid: Instant): Published => ({
  ...publishedOf(view, valid, []),
  publishedAt: at,
  updatedAt: at,
});

/** `views` as of `valid`: in force, and those that ended in the weeks before. */
export function issueOf(views: readonly AlertView[], valid: Instant): Issue {
  const passed = views.filter(isPublic);
  const warnings = passed.filter(({ state }) => state === 'in-force').map((view) => publishedOf(view, valid, []));
  const cancels = passed
    .map((view) => ({ view, ended: endedBy(view, views, valid) }))
    .filter(({ ended }) => ended.length > 0)
    .map(({ view, ended }) => publishedOf(view, valid, ended));
  const byId = new Map(views.map((view) => [view.id, view]));
  const enders = passed.map((view) => view.enders.flatMap((id) => byId.get(id) ?? []));
  const silent = passed.flatMap((view, i) => {
    const at = silentEndOf(view, enders[i] ?? []);
    return at === null ? [] : [{ view, at }];
  });
  const overs = silent
    .filter(({ view, at }) => at + endShownFor > valid && (endOf(view.alert) ?? Number.POSITIVE_INFINITY) > valid)
    .map(({ view, at }) => overOf(view, at, valid));
  const moments = [
    ...passed.flatMap((view) => [vouchedAt(view), ...endsOf(view)]),
    ...passed.filter(({ state }) => state === 'not-a-warning').map(leavesAt),
    ...silent.flatMap(({ at }) => [at, at + endShownFor]),
  ];
  return {
    warnings: warnings.toSorted(newestFirst),
    cancels: cancels.toSorted(newestFirst),
    overs: overs.toSorted(newestFirst),
    changedAt: latest(moments.filter((at) => at <= valid)),
    until: earliest(moments.filter((at) => at > valid)),
  };
}

/** `ended`: what it ended, when it is a Cancel. */
export function publishedOf(view: AlertView, valid: Instant, ended: readonly AlertView[]): Published {
  const publishedAt = vouchedAt(view);
  const updatedAt = Math.max(publishedAt, ...endsOf(view).filter((at) => at <= valid));
  // A Cancel holds at one instant; what it says stands as long as it is shown.
  const counts = (info: CapInfo): boolean => ended.length > 0 || isOpen(info, valid);
  const open = view.alert.infos.flatMap((info, number) => (counts(info) ? [number] : []));
  return { view, publishedAt, updatedAt, open, ended };
}

const endsOf = ({ alert }: AlertView): Instant[] => alert.infos.flatMap(({ expires }) => expires?.at ?? []);

const newestFirst = (a: Published, b: Published): number =>
  b.updatedAt - a.updatedAt || (a.view.id < b.view.id ? -1 : 1);

const latest = (moments: readonly Instant[]): Instant | null =>
  moments.reduce<Instant | null>((last, at) => (last === null || at > last ? at : last), null);
const earliest = (moments: readonly Instant[]): Instant | null =>
  moments.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
