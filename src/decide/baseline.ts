/**
 * What the desk hears of what a commit brought, beside what each alert means for people: that nobody vouches for it, that an earlier word
 * of its office stands which it contradicts, and which standing advice was read for the first time. That is a baseline: nothing rose,
 * so nobody is told.
 */
import type { PlaceInside } from '../core/desk-place.ts';
import type { FactOf } from '../core/fact.ts';
import { type AlertView, mayTell, type Notice, type Reason } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { isStanding } from '../match/country.ts';
import { whyHeld } from '../match/match.ts';
import { placesOnceWarned, placesWarned } from '../match/places-in.ts';
import { alertsAsOf, alertsById, alertsReferencedBy, revisionBefore } from '../store/as-of.ts';
import { writeNotices } from '../store/notices.ts';
import type { Tx } from '../store/open.ts';
import { placesAsOf } from '../store/places.ts';
import { appendFacts, takeRecorded } from '../store/transact.ts';
import { type Deciding, noticeId, wakeOf } from './alert.ts';
import { contraryTo, isAfterClear } from './contrary.ts';
import { afterClear, contrary, firstReading, placesInside, unconfirmed, type Wake } from './wakes.ts';

interface Round {
  readonly seq: number;
  readonly now: Instant;
}

/** One wake for each document among `views`, the alerts of one commit. */
export async function wakeOfFirstReadings(
  d: Deciding,
  tx: Tx,
  views: readonly AlertView[],
  round: Round,
): Promise<void> {
  const first: AlertView[] = [];
  for (const view of views)
    if (countsAsStanding(view) && !(await revisionBefore(tx, d.desk, { valid: round.now, seq: round.seq }, view)))
      first.push(view);
  for (const ofReport of byReport(first)) await wake(d, tx, ofReport, firstReading(ofReport), [], round);
}

/**
 * One wake for each notice among `views` that goes another way than an earlier one which still stands. Of what is held back
 * the desk hears anyway, and what is too old to tell those who arrive asks nothing of anybody.
 */
export async function wakeOfContrary(d: Deciding, tx: Tx, views: readonly AlertView[], round: Round): Promise<void> {
  const { now, seq } = round;
  const asking = views.filter((view) => view.advice !== null && whyHeld(view, now, d.rules, 'new').length === 0);
  if (asking.length === 0) return;
  const standing = (await alertsAsOf(tx, d.desk, { valid: now, seq })).filter(
    (view) => view.advice !== null && whyHeld(view, now, d.rules, 'arrival').length === 0,
  );
  const isTakingBack = async (view: AlertView): Promise<boolean> =>
    isAfterClear(view, await revisionBefore(tx, d.desk, { valid: now, seq }, view));
  for (const view of asking) {
    const found = contraryTo(view, standing);
    const said = found ? contrary(view, found) : (await isTakingBack(view)) ? afterClear(view) : null;
    if (said) await wake(d, tx, [view], said, [], round);
    // Vouched for late, it may stand beside a milder word that came before it and was sent after it.
    for (const later of standing) {
      const late = contraryTo(later, [view]);
      if (late) await wake(d, tx, [later], contrary(later, late), [], round);
    }
  }
}

/** One wake for each document among `views`, the alerts that came with one commit, for those nobody vouches for. */
export async function wakeOfUnconfirmed(d: Deciding, tx: Tx, views: readonly AlertView[], round: Round): Promise<void> {
  // Somebody may have vouched for one meanwhile; then there is nothing left to ask.
  const latest = { valid: round.now, seq: Number.MAX_SAFE_INTEGER };
  const ids = views.filter(({ state }) => state !== 'not-actual').map(({ id }) => id);
  const open = new Set(
    (await alertsById(tx, d.desk, latest, ids)).filter(({ trust }) => !mayTell(trust)).map(({ id }) => id),
  );
  for (const asked of byReport(views.filter(({ id }) => open.has(id)))) {
    // Known by its reasons, so that a page can tell when somebody has seen to all of them.
    const why = asked.map(({ id, trust }): Reason => ({ code: 'unverified', trust, alert: id }));
    const [view, ...others] = asked;
    if (view) await wake(d, tx, asked, unconfirmed(view, others), why, round);
  }
}

/**
 * One wake for each alert among `views` that may tell and warns of places of the desk's own which the alerts it takes the place of did
 * not warn of already, or not as surely.
 */
export async function wakeOfPlaces(d: Deciding, tx: Tx, views: readonly AlertView[], round: Round): Promise<void> {
  const asOf = { valid: round.now, seq: round.seq };
  const telling = views.filter(isTelling);
  const { places } = telling.length === 0 ? { places: [] } : await placesAsOf(d.store, d.desk, round.seq, { db: tx });
  for (const view of telling) {
    const inside = placesWarned(view, round.now, places);
    if (inside.length === 0) continue;
    const before = (await alertsReferencedBy(tx, d.desk, asOf, view)).filter(({ trust }) => mayTell(trust));
    const known = before.flatMap((other) => placesOnceWarned(other, round.now, places));
    const isKnown = ({ place, isSure }: PlaceInside): boolean =>
      known.some((one) => one.place === place && (one.isSure || !isSure));
    const news = inside.filter((one) => !isKnown(one));
    if (news.length > 0) await wake(d, tx, [view], placesInside(view, news), [], round, namesOf(d, news));
  }
}

/** The same for places that were listed or changed, by their ids, whatever alerts in force warn of them. */
export async function wakeOfListedPlaces(d: Deciding, tx: Tx, ids: readonly string[], round: Round): Promise<void> {
  if (ids.length === 0) return;
  const { places } = await placesAsOf(d.store, d.desk, round.seq, { db: tx, ids });
  const views = await alertsAsOf(tx, d.desk, { valid: round.now, seq: round.seq });
  for (const view of views.filter(isTelling)) {
    const inside = placesWarned(view, round.now, places);
    if (inside.length > 0) await wake(d, tx, [view], placesInside(view, inside), [], round, namesOf(d, inside));
  }
}

const isTelling = ({ state, trust }: AlertView): boolean => state === 'in-force' && mayTell(trust);
/** Part of the wake's id: the same places in the same alert wake the desk once, and again when what may be is known. */
const namesOf = ({ store, desk }: Deciding, inside: readonly PlaceInside[]): string[] =>
  inside.map(({ place: { ref }, isSure }) => `${store.sealer.placeId(desk, ref)} ${isSure}`).toSorted();

/** The alerts that a wake asks somebody to confirm. */
export const asksFor = ({ alert, why }: Notice): string[] =>
  why.flatMap((reason) => (reason.code === 'unverified' ? [reason.alert ?? alert ?? ''] : []));

/** The report that a wake says holds no warning we can read; null for a wake about anything else. */
export const unreadIn = ({ id, desk, situation }: Notice): string | null =>
  id === noticeId(desk, 'desk', situation, 'unreadable' satisfies Wake['code']) ? situation : null;

/** Whether a reading asks for a person: it holds an error and no warning. */
export const isUnreadable = ({ findings, alerts }: Pick<FactOf<'reading'>['body'], 'findings' | 'alerts'>): boolean =>
  alerts.length === 0 && findings.some(({ severity }) => severity === 'error');

function byReport(views: readonly AlertView[]): AlertView[][] {
  const found = new Map<string, AlertView[]>();
  for (const view of views) found.set(view.report, [...(found.get(view.report) ?? []), view]);
  return [...found.values()];
}

const countsAsStanding = ({ advice, state, trust }: AlertView): boolean =>
  state === 'in-force' && mayTell(trust) && (advice?.parts ?? []).some(isStanding);

async function wake(
  d: Deciding,
  tx: Tx,
  views: readonly AlertView[],
  said: Wake,
  why: readonly Reason[],
  { seq, now }: Round,
  about: readonly string[] = [],
): Promise<void> {
  const [view] = views;
  if (!view) return;
  const id = noticeId(d.desk, 'desk', view.situation, view.id, said.code, ...about);
  const notice = { ...wakeOf(d.desk, id, view.situation, view.id, said, now), why };
  const recorded = await takeRecorded(d.store, tx, d.desk);
  const wakes = await writeNotices(tx, recorded, [{ notice, channels: d.deskChannels }]);
  const body = { kind: 'decision' as const, decided: seq, notices: 0, wakes };
  await appendFacts(tx, d.desk, recorded, [{ subject: view.id, interval: { from: now, to: null }, body }]);
}
