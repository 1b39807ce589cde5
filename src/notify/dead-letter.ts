/** A notice that reached nobody on any channel becomes a wake: a dead letter must reach a human. */
import type { Notice } from '../core/model.ts';
import { day } from '../core/time/time.ts';
import { writeNotices } from '../store/notices.ts';
import type { Store } from '../store/open.ts';
import { sha256 } from '../store/reports.ts';
import { appendFacts, takeRecorded, transact } from '../store/transact.ts';

/** Once for each notice. A wake that can't be delivered stays on the desk's page; it wakes nobody anew. */
export async function reportDeadLetter(
  store: Store,
  desk: string,
  lost: Notice,
  deskChannels: readonly string[],
): Promise<void> {
  if (lost.person === 'desk') return;
  const now = store.clock.now();
  const notice: Notice = {
    ...lost,
    id: `n-${sha256(`undelivered\n${lost.id}`).slice(0, 32)}`,
    person: 'desk',
    info: null,
    kind: 'wake',
    why: [],
    changes: [],
    urgent: true,
    madeAt: now,
    expiresAt: now + day,
    sentence: `A notice (${lost.id}, ${lost.kind}) reached nobody: every channel of one person failed. Find out why and tell them by hand.`,
  };
  await transact(store, async (tx) => {
    const recorded = await takeRecorded(store, tx, desk);
    const wakes = await writeNotices(tx, recorded, [{ notice, channels: deskChannels }]);
    const body = { kind: 'decision' as const, decided: recorded.seq, notices: 0, wakes };
    await appendFacts(tx, desk, recorded, [
      { subject: lost.alert ?? lost.id, interval: { from: now, to: null }, body },
    ]);
  });
}
