/** A named operator vouches for an alert; from then on it may tell people. */
import { always } from '../core/fact.ts';
import { type AlertView, mayTell } from '../core/model.ts';
import { alertsById } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import type { Store } from '../store/open.ts';
import { appendFacts, takeRecorded, transact } from '../store/transact.ts';

/** The alert after the confirmation; null when there is none of that id. Confirming twice records once. */
export async function confirmAlert(store: Store, desk: string, id: string, by: string): Promise<AlertView | null> {
  const known = await transact(store, async (tx) => {
    const recorded = await takeRecorded(store, tx, desk);
    const [view] = await alertsById(tx, desk, { valid: recorded.at, seq: recorded.seq }, [id]);
    if (!view) return false;
    const body = { kind: 'trust' as const, trust: 'operator' as const, by };
    if (!mayTell(view.trust)) await appendFacts(tx, desk, recorded, [{ subject: id, interval: always, body }]);
    return true;
  });
  if (!known) return null;
  const { seq } = await currentRecorded(store, desk);
  const [view] = await alertsById(store.db, desk, { valid: store.clock.now(), seq }, [id]);
  return view ?? null;
}
