/** What else holds where somebody is who hears that a warning is over: an end is no word about the others, so its message says them again. */
import type { Envelope } from '../channels/channel.ts';
import { instructionOf } from '../core/cap/meaning.ts';
import { strengthOf } from '../core/instruction.ts';
import { type AlertView, mayTell, type WatchedPerson } from '../core/model.ts';
import { type Instant, minute } from '../core/time/time.ts';
import { matcher, type Rules } from '../match/match.ts';
import { alertsAsOf } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import type { Store } from '../store/open.ts';

export interface Asking {
  readonly store: Store;
  readonly desk: string;
  readonly rules: Rules;
}

/** Of one message; the gravest come first. */
const most = 5;

/** Warnings other than the alert of `ending` that hold where they are, as somebody who arrives would be told of them. */
export async function besideOf(d: Asking, ending: Envelope, { id, person }: WatchedPerson): Promise<Envelope[]> {
  const now = d.store.clock.now();
  const found = (await standing(d, now)).flatMap((view) => {
    if (view.id === ending.notice.alert || view.id === ending.notice.before) return [];
    const match = matcher(view, now, d.rules, 'arrival')({ id, person });
    const info = match.tell ? view.alert.infos[match.info ?? 0] : undefined;
    const instruction = info ? instructionOf(info) : null;
    return info && instruction !== 'all-clear' ? [{ view, match, strength: strengthOf(instruction ?? 'monitor') }] : [];
  });
  return found
    .toSorted((a, b) => b.strength - a.strength || (a.view.id < b.view.id ? -1 : 1))
    .slice(0, most)
    .map(({ view: { alert, advice, trust, id: of }, match: { info, why } }) => {
      const { person: to, address, deskName } = ending;
      const notice = { ...ending.notice, kind: 'alert', alert: of, before: null, changes: [], info, why } as const;
      return { notice, person: to, address, deskName, alert, advice, trust, before: null };
    });
}

interface Standing {
  readonly seq: number;
  readonly minute: number;
  readonly views: Promise<readonly AlertView[]>;
}
/** An end goes to many people at once: what stands is read once for all of them. */
const lastStanding = new WeakMap<Store, Map<string, Standing>>();

async function standing({ store, desk }: Asking, now: Instant): Promise<readonly AlertView[]> {
  const { seq } = await currentRecorded(store, desk);
  const at = Math.floor(now / minute);
  const desks = lastStanding.get(store) ?? new Map<string, Standing>();
  lastStanding.set(store, desks);
  const last = desks.get(desk);
  if (last?.seq === seq && last.minute === at) return last.views;
  const views = alertsAsOf(store.db, desk, { valid: now, seq }).then((all) =>
    all.filter(({ state, trust }) => state === 'in-force' && mayTell(trust)),
  );
  desks.set(desk, { seq, minute: at, views });
  return views;
}
