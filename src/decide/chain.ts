/** How the revisions of a chain end each other. */
import type { AlertView } from '../core/model.ts';

type Revisions = ReadonlyMap<string, AlertView>;

/** Whether `alert` was superseded by `by`, directly or through others. */
export function isEndedBy(alert: string, by: string, revisions: Revisions): boolean {
  const seen = new Set<string>();
  const open = [alert];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const enders = revisions.get(id)?.enders ?? [];
    if (enders.includes(by)) return true;
    open.push(...enders);
  }
  return false;
}

/**
 * Cancelled itself, or superseded only by what is. A newer revision that the cancel does not name stays in force. Each revision is
 * looked at once, however many name each other: issuers list all earlier ones in every update.
 */
export function isCancelled(alert: string, revisions: Revisions, known: Map<string, boolean> = new Map()): boolean {
  const before = known.get(alert);
  if (before !== undefined) return before;
  // Until it is known: nothing on the way to itself cancels a revision.
  known.set(alert, false);
  const view = revisions.get(alert);
  const superseded = view?.state === 'superseded' && view.enders.every((ender) => isCancelled(ender, revisions, known));
  const answer = view?.state === 'cancelled' || superseded;
  known.set(alert, answer);
  return answer;
}
