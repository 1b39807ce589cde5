/** A dry run of a confirmation: decided like the real one, in a transaction that is taken back. */
import { always } from '../core/fact.ts';
import { mayTell, type Rehearsal } from '../core/model.ts';
import { whyHeld } from '../match/match.ts';
import { alertsById, alertsReferencedBy } from '../store/as-of.ts';
import { appendFacts, rehearsed, takeRecorded } from '../store/transact.ts';
import { type Deciding, verdictOn } from './alert.ts';

/** null when there is no such alert. Holds the desk's lock for as long as a decision takes, and leaves no trace. */
export async function rehearse(d: Deciding, id: string): Promise<Rehearsal | null> {
  const people = [...(await d.watch.refresh()).values()];
  return rehearsed(d.store, async (tx) => {
    const { seq, at } = await takeRecorded(d.store, tx, d.desk);
    const body = { kind: 'trust' as const, trust: 'operator' as const, by: '' };
    await appendFacts(tx, d.desk, { seq, at }, [{ subject: id, interval: always, body }]);
    const now = d.store.clock.now();
    const asOf = { valid: now, seq };
    const [view] = await alertsById(tx, d.desk, asOf, [id]);
    if (!view) return null;
    const question = { view, seq, now, people, occasion: 'new', isNew: false, aboutPeople: false } as const;
    const words = { alert: 0, update: 0, left: 0, cancel: 0 };
    const heard = (await verdictOn(d, tx, question)).words.map(({ person, kind }) => `${kind} ${person.id}`);
    // People are counted, not letters: one cancel may end two warnings for somebody.
    for (const key of new Set(heard)) words[key.split(' ')[0] as keyof typeof words]++;
    const named = await alertsReferencedBy(tx, d.desk, asOf, view);
    const ends = named.filter((one) => mayTell(one.trust) && one.state !== 'not-actual' && one.endedBy === id);
    const held = view.alert.msgType === 'Cancel' ? [] : whyHeld(view, now, d.rules, 'new');
    return { words, ends, held };
  });
}
