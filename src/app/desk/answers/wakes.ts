/** What still needs a person of the desk. */
import { mayTell, type Notice } from '../../../core/model.ts';
import { asksFor, isUnreadable, unreadIn } from '../../../decide/baseline.ts';
import { alertsById } from '../../../store/as-of.ts';
import { noticesOf } from '../../../store/outbox/read.ts';
import { newestReading } from '../../../store/reports.ts';
import type { DeskParts } from '../parts.ts';

/**
 * Newest first, without those that asked for a confirmation which has been given, or said that a report can't be read which has been read
 * since: behind these, older ones still wait.
 */
export async function openWakes(
  { store, desk, clock }: Pick<DeskParts, 'store' | 'desk' | 'clock'>,
  limit: number,
  seq: number,
  before?: string,
): Promise<Notice[]> {
  const open: Notice[] = [];
  let from = before;
  for (let more = true; more && open.length < limit; ) {
    const query = { limit, seq, heardUntil: clock.now(), wakes: true, ...(from === undefined ? {} : { before: from }) };
    const wakes = await noticesOf(store, desk, query);
    const views = await alertsById(store.db, desk, { valid: clock.now(), seq }, wakes.flatMap(asksFor));
    const vouched = new Set(views.filter(({ trust }) => mayTell(trust)).map(({ id }) => id));
    const readSince = await thoseRead(
      store,
      desk,
      wakes.flatMap((wake) => unreadIn(wake) ?? []),
      seq,
    );
    const answered = (wake: Notice): boolean => {
      const asked = asksFor(wake);
      return (asked.length > 0 && asked.every((id) => vouched.has(id))) || readSince.has(unreadIn(wake) ?? '');
    };
    open.push(...wakes.filter((wake) => !answered(wake)));
    from = wakes.at(-1)?.id;
    more = wakes.length === limit;
  }
  return open.slice(0, limit);
}

/** Which of these reports, as known at `seq`, were read well in the end. */
async function thoseRead(
  store: DeskParts['store'],
  desk: string,
  reports: readonly string[],
  seq: number,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const id of new Set(reports)) {
    const reading = await newestReading(store, desk, id, seq);
    if (reading && !isUnreadable(reading.body)) found.add(id);
  }
  return found;
}
