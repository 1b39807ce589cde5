/** The first reading of standing advice is a baseline: nothing rose, so nobody is told, and the desk hears once of all that a document says. */
import { type AlertView, mayTell } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { isStanding } from '../match/country.ts';
import { revisionBefore } from '../store/as-of.ts';
import { writeNotices } from '../store/notices.ts';
import type { Tx } from '../store/open.ts';
import { appendFacts, takeRecorded } from '../store/transact.ts';
import { type Deciding, noticeId, wakeOf } from './alert.ts';
import { firstReading } from './wakes.ts';

/** One wake for each document among `views`, the alerts of one commit. */
export async function wakeOfFirstReadings(
  d: Deciding,
  tx: Tx,
  views: readonly AlertView[],
  { seq, now }: { seq: number; now: Instant },
): Promise<void> {
  const byReport = new Map<string, AlertView[]>();
  for (const view of views) {
    if (!countsAsStanding(view) || (await revisionBefore(tx, d.desk, { valid: now, seq }, view))) continue;
    byReport.set(view.report, [...(byReport.get(view.report) ?? []), view]);
  }
  for (const first of byReport.values()) await wake(d, tx, first, seq, now);
}

const countsAsStanding = ({ advice, state, trust }: AlertView): boolean =>
  state === 'in-force' && mayTell(trust) && (advice?.parts ?? []).some(isStanding);

async function wake(d: Deciding, tx: Tx, views: readonly AlertView[], seq: number, now: Instant): Promise<void> {
  const [view] = views;
  if (!view) return;
  const said = firstReading(views);
  const id = noticeId(d.desk, 'desk', view.situation, view.id, said.code);
  const notice = wakeOf(d.desk, id, view.situation, view.id, said, now);
  const recorded = await takeRecorded(d.store, tx, d.desk);
  const wakes = await writeNotices(tx, recorded, [{ notice, channels: d.deskChannels }]);
  const body = { kind: 'decision' as const, decided: seq, notices: 0, wakes };
  await appendFacts(tx, d.desk, recorded, [{ subject: view.id, interval: { from: now, to: null }, body }]);
}
