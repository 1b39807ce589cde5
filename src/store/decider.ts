/** How far decisions have come. One process decides at a time: the row is locked for the whole of a decision. */
import { type Fact, type FactBody, isFact } from '../core/fact.ts';
import type { Instant } from '../core/time/time.ts';
import { factOf } from './facts.ts';
import type { Tx } from './open.ts';

/** Facts that may lead to a word for somebody. */
const decidable: readonly FactBody['kind'][] = ['alert', 'trust', 'resolved', 'person', 'place', 'reading'];

export interface Decider {
  /** All commits up to this one have been decided. */
  readonly seq: number;
  /** People whose stay began up to here have been looked at. */
  readonly at: Instant;
}

export async function lockDecider(tx: Tx, desk: string): Promise<Decider> {
  return tx.selectFrom('decider').select(['seq', 'at']).where('desk', '=', desk).forUpdate().executeTakeFirstOrThrow();
}

export async function moveDecider(tx: Tx, desk: string, to: Partial<Decider>): Promise<void> {
  await tx.updateTable('decider').set(to).where('desk', '=', desk).execute();
}

/** The first commit after `after` that has to be decided, or null. */
export async function nextUndecided(tx: Tx, desk: string, after: number): Promise<number | null> {
  const row = await tx
    .selectFrom('fact')
    .select(({ fn }) => fn.min('seq').as('seq'))
    .where('desk', '=', desk)
    .where('seq', '>', after)
    .where('kind', 'in', decidable)
    .executeTakeFirst();
  return row?.seq ?? null;
}

/** What commit `seq` asks to be decided, in its order. */
export async function undecidedFacts(tx: Tx, desk: string, seq: number): Promise<Fact[]> {
  const rows = await tx
    .selectFrom('fact')
    .selectAll()
    .where('desk', '=', desk)
    .where('seq', '=', seq)
    .where('kind', 'in', decidable)
    .orderBy('n')
    .execute();
  return rows.map(factOf);
}

/** The other alerts that bear the name of `alert`, recorded with or before it: somebody used one identifier twice. */
export async function namesakesOf(tx: Tx, desk: string, alert: string, seq: number): Promise<string[]> {
  const named = tx
    .selectFrom('fact')
    .selectAll()
    .where('desk', '=', desk)
    .where('kind', '=', 'named')
    .where('seq', '<=', seq);
  const bears = (facts: readonly Fact[]) => facts.filter((fact) => isFact(fact, 'named'));
  const own = bears((await named.where('seq', '=', seq).execute()).map(factOf)).find(
    (fact) => fact.body.alert === alert,
  );
  if (!own) return [];
  const all = bears((await named.where('subject', '=', own.subject).execute()).map(factOf));
  return all.map((fact) => fact.body.alert).filter((id) => id !== alert);
}
