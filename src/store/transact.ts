/** Transactions, and the one way to append facts. */
import type { FactBody, NewFact } from '../core/fact.ts';
import type { Recorded } from '../core/time/time.ts';
import type { Store, Tx } from './open.ts';

/** Serialization failure and deadlock: the whole transaction is run again. */
const again = new Set(['40001', '40P01']);
const mostTries = 10;

/** Runs `work` in one transaction, anew when the engine asks for it. `work` must have no effect outside the transaction. */
export async function transact<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.db.transaction().execute(work);
    } catch (error) {
      if (attempt >= mostTries || !again.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

/** Carries the answer out of a transaction that is taken back. */
class TakenBack<T> extends Error {
  readonly answer: T;

  constructor(answer: T) {
    super('taken back on purpose');
    this.answer = answer;
  }
}

/** Runs `work` like `transact` and takes everything back that it wrote: what would have been the answer? */
export async function rehearsed<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transact(store, async (tx) => {
      throw new TakenBack(await work(tx));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.answer as T;
    throw error;
  }
}

/** Makes sure that the desk has its counter and its decider. Idempotent. */
export async function openDesk(store: Store, desk: string): Promise<void> {
  const row = { desk, seq: 0, at: 0 };
  await store.db
    .insertInto('desk')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute();
  const decider = { desk, seq: 0, at: store.clock.now() };
  await store.db
    .insertInto('decider')
    .values(decider)
    .onConflict((c) => c.doNothing())
    .execute();
}

/**
 * Takes the desk's next (seq, at) under its row lock, which is held until the transaction ends: so commits become visible in
 * seq order, and `at` never runs backwards even when the clock does. Call it as late as possible: until the transaction ends nobody else can commit.
 */
export async function takeRecorded(store: Store, tx: Tx, desk: string): Promise<Recorded> {
  const last = await tx.selectFrom('desk').selectAll().where('desk', '=', desk).forUpdate().executeTakeFirstOrThrow();
  const recorded = { seq: last.seq + 1, at: Math.max(store.clock.now(), last.at) };
  await tx.updateTable('desk').set(recorded).where('desk', '=', desk).execute();
  return recorded;
}

/**
 * JSON without NUL and half characters, which PostgreSQL does not take: each becomes U+FFFD, so that no offset into a text changes.
 */
export const storableJson = (value: object): string =>
  JSON.stringify(value).replace(/\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/g, (found) =>
    found === '\\\\' ? found : '\ufffd',
  );

/** Appends facts as one commit. */
export async function appendFacts(
  tx: Tx,
  desk: string,
  recorded: Recorded,
  facts: readonly NewFact<FactBody>[],
): Promise<void> {
  const rows = facts.map((fact, n) => ({
    desk,
    seq: recorded.seq,
    n,
    at: recorded.at,
    kind: fact.body.kind,
    subject: fact.subject,
    valid_from: fact.interval.from,
    valid_to: fact.interval.to,
    body: storableJson(fact.body),
  }));
  // A statement carries at most 65,535 parameters.
  for (let i = 0; i < rows.length; i += 5000)
    await tx
      .insertInto('fact')
      .values(rows.slice(i, i + 5000))
      .execute();
}

/** Writes the counter's row as it is; rejects when the database takes no writes. */
export async function canWrite(store: Store, desk: string): Promise<boolean> {
  await store.db
    .updateTable('desk')
    .set(({ ref }) => ({ seq: ref('seq') }))
    .where('desk', '=', desk)
    .execute();
  return true;
}
