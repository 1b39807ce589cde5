/** Which ends whoever follows sees by the alerts themselves: those of one sender, under the names that they went out by. */
import type { AlertView } from '../../core/model.ts';
import { isPassedOn, isPublic, type Tells } from '../../pages/feeds/published.ts';
import type { Moment } from '../../pages/layout.tsx';
import type { Forms } from './forms.ts';

/** Of `views` that ended, by others among them. Not for a drill, where all have one sender. */
export async function tellsOf(views: readonly AlertView[], forms: Forms, moment: Moment): Promise<Tells> {
  const byId = new Map(views.map((view) => [view.id, view]));
  const ended = views.filter((view) => isPassedOn(view) && view.enders.length > 0);
  const enders = new Set(ended.flatMap((view) => view.enders));
  const ours = new Set<AlertView>();
  for (const view of new Set([...ended, ...[...enders].flatMap((id) => byId.get(id) ?? [])]))
    if (isPublic(view) && (await forms.isOurs(view, moment))) ours.add(view);
  return (ender, view) => {
    // Prose that was known before what it ends names it nowhere.
    if (ender.advice && ender.recorded.seq <= view.recorded.seq) return false;
    if (ours.has(ender) || ours.has(view)) return ours.has(ender) && ours.has(view);
    // As CAP has it: only the same sender ends, and only by a time that can be read.
    return ender.alert.sender === view.alert.sender && ender.alert.sent.at !== null;
  };
}
