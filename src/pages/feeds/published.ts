/**
 * Which alerts a desk passes on: those in force that may tell people and are addressed to the public, and for a while what ended one,
 * because absence from a feed ends nothing: the Cancel, or only that it is over when nothing that stands here says so. Nothing that hangs on people.
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
  /** Of a warning that is over, how it ended; null for one in force and for a Cancel. */
  readonly over: Over | null;
}

/**
 * `replaced`: by a warning for the public that is not in force any more either. `…Unseen`: by a message for the public that nobody can see
 * it by. The other two: by a message that is not for the public.
 */
export type Over = 'cancelled' | 'superseded' | 'replaced' | 'cancelledUnseen' | 'supersededUnseen';

/** Whether somebody who has both as they are passed on sees that the first, which is for the public, ends the second. */
export type Tells = (ender: AlertView, ended: AlertView) => boolean;

/** What is passed on at one moment. */
export interface Issue {
  /** Newest first. */
  readonly warnings: readonly Published[];
  readonly cancels: readonly Published[];
  /** Warnings that stood here until something ended them that does not stand here (any more); `publishedAt` is since when it does not. */
  readonly overs: readonly Published[];
  /** When it came to be as it is; null when there was never anything. */
  readonly changedAt: Instant | null;
  /** When it will be different though nothing is recorded; null when never. */
  readonly until: Instant | null;
}

/** Trusted, and for everybody: what is Restricted or Private is not ours to pass on. */
export const isPublic = ({ alert, trust }: AlertView): boolean => mayTell(trust) && alert.scope === 'Public';

/** As a warning, at some time; what is over since included. */
export const isPassedOn = (view: AlertView): boolean =>
  isPublic(view) && view.state !== 'not-actual' && view.state !== 'not-a-warning';

export const vouchedAt = ({ confirmedAt, recorded }: AlertView): Instant => confirmedAt ?? recorded.at;

/** Alerts that this one, a Cancel, ended and that would be in force without it. */
export function endedBy(cancel: AlertView, views: readonly AlertView[], valid: Instant): readonly AlertView[] {
  if (cancel.alert.msgType !== 'Cancel' || cancel.state !== 'not-a-warning' || !isPublic(cancel)) return [];
  if (leavesAt(cancel) <= valid) return [];
  return views.filter(
    (view) => view.state === 'cancelled' && isPublic(view) && view.enders.includes(cancel.id) && byItself(view) > valid,
  );
}

/** From when whoever follows could hear of it, not from when it was sent. */
const leavesAt = (cancel: AlertView): Instant => vouchedAt(cancel) + endShownFor;

/** The end of a warning that stood in the feeds, for as long as nothing else in them tells of it: `from` ≤ valid < `to`. */
interface End {
  readonly view: AlertView;
  readonly over: Over;
  readonly from: Instant;
  readonly to: Instant;
}

/** null when it did not end, never stood in the feeds, or others tell of it as long as it counts. */
function endTold(view: AlertView, endersOf: (view: AlertView) => readonly AlertView[], tells: Tells): End | null {
  const { state } = view;
  const enders = endersOf(view);
  if ((state !== 'cancelled' && state !== 'superseded') || enders.length === 0) return null;
  const by = byItself(view);
  const at = Math.min(...enders.map(vouchedAt));
  if (at < vouchedAt(view) || at >= by) return null;
  const seen = enders.filter((ender) => isPublic(ender) && tells(ender, view));
  const from = Math.max(at, ...seen.map((ender) => goneAt(ender, endersOf(ender))));
  const to = Math.min(at + endShownFor, by);
  if (from >= to) return null;
  if (state === 'superseded' && seen.length > 0) return { view, over: 'replaced', from, to };
  const isUnseen = (ender: AlertView): boolean =>
    isPublic(ender) && !tells(ender, view) && (ender.alert.msgType === 'Cancel') === (state === 'cancelled');
  return { view, over: enders.some(isUnseen) ? `${state}Unseen` : state, from, to };
}

/** From when a message for the public does not stand in the feeds any more. */
function goneAt(view: AlertView, enders: readonly AlertView[]): Instant {
  if (view.alert.msgType === 'Cancel') return leavesAt(view);
  if (view.state === 'in-force') return byItself(view);
  const ended = Math.min(byItself(view), ...enders.map(vouchedAt));
  return Math.max(vouchedAt(view), Number.isFinite(ended) ? ended : 0);
}

/** When a warning ends if nobody ends it. */
const byItself = ({ alert }: AlertView): Instant => endOf(alert) ?? Number.POSITIVE_INFINITY;

const overOf = ({ view, over, from }: End, valid: Instant): Published => ({
  ...publishedOf(view, valid, []),
  publishedAt: from,
  updatedAt: from,
  over,
});

/** `views` as of `valid`: in force, and those that ended in the weeks before, with what ended them. */
export function issueOf(views: readonly AlertView[], valid: Instant, tells: Tells = () => true): Issue {
  const passed = views.filter(isPublic);
  const warnings = passed.filter(({ state }) => state === 'in-force').map((view) => publishedOf(view, valid, []));
  const cancels = passed
    .map((view) => ({ view, ended: endedBy(view, views, valid) }))
    .filter(({ ended }) => ended.length > 0)
    .map(({ view, ended }) => publishedOf(view, valid, ended));
  const byId = new Map(views.map((view) => [view.id, view]));
  const endersOf = ({ enders }: AlertView): readonly AlertView[] => enders.flatMap((id) => byId.get(id) ?? []);
  const ends = passed.flatMap((view) => endTold(view, endersOf, tells) ?? []);
  const overs = ends.filter(({ from, to }) => from <= valid && valid < to).map((end) => overOf(end, valid));
  const moments = [
    ...passed.flatMap((view) => [vouchedAt(view), ...endsOf(view)]),
    ...passed.filter(({ state }) => state === 'not-a-warning').map(leavesAt),
    ...ends.flatMap(({ from, to }) => [from, to]),
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
  return { view, publishedAt, updatedAt, open, ended, over: null };
}

const endsOf = ({ alert }: AlertView): Instant[] => alert.infos.flatMap(({ expires }) => expires?.at ?? []);

const newestFirst = (a: Published, b: Published): number =>
  b.updatedAt - a.updatedAt || (a.view.id < b.view.id ? -1 : 1);

const latest = (moments: readonly Instant[]): Instant | null =>
  moments.reduce<Instant | null>((last, at) => (last === null || at > last ? at : last), null);
const earliest = (moments: readonly Instant[]): Instant | null =>
  moments.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
