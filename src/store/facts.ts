/** Reading facts, and the moments they were recorded at. */
import type { Selectable } from 'kysely';
import type { Fact, FactBody } from '../core/fact.ts';
import type { AsOf, Instant, Recorded } from '../core/time/time.ts';
import type { Store } from './open.ts';
import type { Tables } from './schema.ts';

export const factOf = (row: Selectable<Tables['fact']>): Fact => ({
  subject: row.subject,
  interval: { from: row.valid_from, to: row.valid_to },
  recorded: { seq: row.seq, at: row.at },
  body: row.body as FactBody,
});

/** The newest commit of a desk. */
export async function currentRecorded(store: Store, desk: string): Promise<Recorded> {
  const row = await store.db.selectFrom('desk').select(['seq', 'at']).where('desk', '=', desk).executeTakeFirst();
  return row ?? { seq: 0, at: 0 };
}

/** The last commit at or before `at`: 0 when there was none. */
async function recordedAt(store: Store, desk: string, at: Instant): Promise<Recorded> {
  const row = await store.db
    .selectFrom('fact')
    .select(['seq', 'at'])
    .where('desk', '=', desk)
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { seq: 0, at: 0 };
}

/** What a question about a time means here: `valid` defaults to now, recorded to the newest commit. */
export interface Question {
  readonly valid?: Instant;
  readonly recorded?: Instant;
  readonly seq?: number;
}

export interface Moment extends AsOf {
  /** When commit `seq` was recorded. */
  readonly at: Instant;
  readonly isPast: boolean;
}

/**
 * A recorded time that lies before now (the clock, or the newest commit if the clock ran back) names a closed set of commits: its
 * answer never changes. Now, and any time ahead, means the newest commit; its `seq` can be asked for again.
 */
export async function momentOf(store: Store, desk: string, question: Question): Promise<Moment> {
  const now = store.clock.now();
  const current = await currentRecorded(store, desk);
  const known = await recordedFor(store, desk, question, current, Math.max(now, current.at));
  const isPast = known.seq < current.seq || question.valid !== undefined || question.recorded !== undefined;
  return { valid: question.valid ?? question.recorded ?? now, seq: known.seq, at: known.at, isPast };
}

async function recordedFor(
  store: Store,
  desk: string,
  question: Question,
  current: Recorded,
  now: Instant,
): Promise<Recorded> {
  if (question.seq !== undefined) {
    const seq = Math.min(question.seq, current.seq);
    const row = await store.db
      .selectFrom('fact')
      .select('at')
      .where('desk', '=', desk)
      .where('seq', '<=', seq)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return { seq, at: row?.at ?? 0 };
  }
  if (question.recorded === undefined || question.recorded >= now) return current;
  return recordedAt(store, desk, question.recorded);
}
