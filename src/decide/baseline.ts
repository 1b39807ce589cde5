/**
 * What the desk hears once for each document, however many alerts it holds: that nobody vouches for them, and which standing advice was
 * read for the first time. That is a baseline: nothing rose, so nobody is told.
 */
import { type AlertView, mayTell, type Notice, type Reason } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { isStanding } from '../match/country.ts';
import { alertsById, revisionBefore } from '../store/as-of.ts';
import { writeNotices } from '../store/notices.ts';
import type { Tx } from '../store/open.ts';
import { appendFacts, takeRecorded } from '../store/transact.ts';
import { type Deciding, noticeId, wakeOf } from './alert.ts';
import { firstReading, unconfirmed, type Wake } from './wakes.ts';

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

/** The alerts that a wake asks somebody to confirm. */
export const asksFor = ({ alert, why }: Notice): string[] =>
  why.flatMap((reason) => (reason.code === 'unverified' ? [reason.alert ?? alert ?? ''] : []));

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
): Promise<void> {
  const [view] = views;
  if (!view) return;
  const id = noticeId(d.desk, 'desk', view.situation, view.id, said.code);
  const notice = { ...wakeOf(d.desk, id, view.situation, view.id, said, now), why };
  const recorded = await takeRecorded(d.store, tx, d.desk);
  const wakes = await writeNotices(tx, recorded, [{ notice, channels: d.deskChannels }]);
  const body = { kind: 'decision' as const, decided: seq, notices: 0, wakes };
  await appendFacts(tx, d.desk, recorded, [{ subject: view.id, interval: { from: now, to: null }, body }]);
}
