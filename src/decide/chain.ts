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

/** Cancelled itself, or superseded only by what is. A newer revision that the cancel does not name stays in force. */
export function isCancelled(alert: string, revisions: Revisions, above: ReadonlySet<string> = new Set()): boolean {
  const view = revisions.get(alert);
  if (!view || above.has(alert)) return false;
  if (view.state === 'cancelled') return true;
  if (view.state !== 'superseded') return false;
  const seen = new Set([...above, alert]);
  return view.enders.every((ender) => isCancelled(ender, revisions, seen));
}
