/** One alert revision × the watch list → who is shown it, who is told, and why or why not. Rules: ARCHITECTURE.md, "Who is told". */
import { instructionOf, isUrgent, severityRank } from '../core/cap/meaning.ts';
import type { CapAlert, CapInfo } from '../core/cap/model.ts';
import { type Bounds, boundsCover, boundsOf } from '../core/geo/bounds.ts';
import { covers } from '../core/geo/covers.ts';
import type { Point, Shape } from '../core/geo/shape.ts';
import type { Instruction } from '../core/instruction.ts';
import { type AlertView, type Match, mayTell, type Person, type Reason, type WatchedPerson } from '../core/model.ts';
import { day, hour, type Instant } from '../core/time/time.ts';

export interface Rules {
  /** An alert without an end newly tells people for this many hours after it was sent. */
  readonly tellHours: number;
  /** A dated position is believed for this many hours. */
  readonly positionHours: number;
}

/** `new`: the alert is being decided. `arrival`: the person was just listed, moved, or their stay began. */
export type Occasion = 'new' | 'arrival';

/** Somebody who arrives is told of an alert without an end while it is younger than this. */
const arrivalsToldFor = 30 * day;

type Inside = Extract<Reason, { code: 'inside' }>;

/** Prepares one alert and gives the function that matches a person against it at `now`. */
export function matcher(
  view: AlertView,
  now: Instant,
  rules: Rules,
  occasion: Occasion,
): (watched: WatchedPerson) => Match {
  const held = whyHeld(view, now, rules, occasion);
  const shapes = shapesOf(view.alert, now);
  const unresolved = unresolvedAreas(view.alert);
  return ({ id, person }) => {
    const where = whyNotPlaced(person, now, rules) ?? locate(person, shapes, view.alert);
    const inside = where.code === 'inside';
    const mute: Reason[] = inside && person.channels.length === 0 ? [{ code: 'no-channel' }] : [];
    const area = where.code === 'outside' ? unresolved : [];
    return {
      person: id,
      alert: view.id,
      show: inside,
      tell: inside && held.length === 0 && mute.length === 0,
      info: inside ? where.info : null,
      why: [...held, where, ...mute, ...area],
    };
  };
}

/** Why this alert tells nobody, whoever they are; empty when it may. */
export function whyHeld(view: AlertView, now: Instant, rules: Rules, occasion: Occasion): Reason[] {
  const { alert, state, trust } = view;
  const why: Reason[] = [];
  if (state === 'not-actual') why.push({ code: 'not-actual', status: alert.status });
  if (state === 'not-a-warning') why.push({ code: 'not-a-warning', msgType: alert.msgType });
  if (state === 'cancelled') why.push({ code: 'cancelled', by: view.endedBy ?? '' });
  if (state === 'superseded') why.push({ code: 'superseded', by: view.endedBy ?? '' });
  if (!mayTell(trust)) why.push({ code: 'unverified', trust });
  if (alert.scope !== 'Public' && mayTell(trust) && trust !== 'operator')
    why.push({ code: 'restricted', scope: alert.scope });
  if (state === 'not-a-warning') return why;
  if (alert.infos.every((info) => info.areas.length === 0)) why.push({ code: 'no-area' });
  const end = endOf(alert);
  if (end !== null && end <= now) why.push({ code: 'expired', at: end });
  const age = end === null ? tooOld(view, now, rules, occasion) : null;
  return age ? [...why, age] : why;
}

/** Without an end the age decides; a sent that can't be read gives no age, and then a person decides. */
function tooOld(view: AlertView, now: Instant, rules: Rules, occasion: Occasion): Reason | null {
  const sentAt = sentBy(view);
  if (sentAt === null) return { code: 'sent-unreadable' };
  const age = now - sentAt;
  const isOld = occasion === 'arrival' ? age >= arrivalsToldFor : age > rules.tellHours * hour;
  return isOld ? { code: 'too-old', sentAt, hours: rules.tellHours } : null;
}

/** When it was sent, and never later than we knew it: a sent that lies ahead must not keep an alert young. */
export const sentBy = ({ alert, recorded }: AlertView): Instant | null =>
  alert.sent.at === null ? null : Math.min(alert.sent.at, recorded.at);

/** The strongest info that has not expired, wherever it holds: for somebody whose place is not known any more. */
export function strongestInfo(alert: CapAlert, now: Instant, person: Person): number | null {
  const open = alert.infos.flatMap((info, i) => (isOver(info, now) ? [] : [i]));
  return open.toSorted((a, b) => order(alert, b, person) - order(alert, a, person))[0] ?? null;
}

/** When the last info of an alert expires; null when one of them states no end (or one that can't be read). */
export function endOf(alert: CapAlert): Instant | null {
  const ends = alert.infos.map((info) => info.expires?.at ?? null);
  return ends.length === 0 || ends.includes(null) ? null : Math.max(...(ends as Instant[]));
}

const isOver = (info: CapInfo, now: Instant): boolean => {
  const end = info.expires?.at ?? null;
  return end !== null && end <= now;
};

/** Until when the infos that cover a person hold: the last of their ends, null when one states none. */
export function coveredUntil(view: AlertView, person: Person, now: Instant): Instant | null {
  const { at } = person.stay;
  const covering = shapesOf(view.alert, now).filter((placed) => at !== null && isIn(placed, at));
  const ends = covering.map(({ reason }) => view.alert.infos[reason.info]?.expires?.at ?? null);
  return ends.includes(null) ? null : Math.max(...(ends as Instant[]));
}

interface Placed {
  readonly shape: Shape;
  /** Looked at first: most people are nowhere near. */
  readonly bounds: Bounds;
  readonly reason: Inside;
}

const isIn = ({ shape, bounds }: Placed, at: Point): boolean => boundsCover(bounds, at) && covers(shape, at);

/** Every shape of every info that has not expired. */
function shapesOf(alert: CapAlert, now: Instant): Placed[] {
  return alert.infos.flatMap((info, i) =>
    isOver(info, now)
      ? []
      : info.areas.flatMap((area, a) =>
          [...area.polygons, ...area.circles].flatMap(({ shape }) =>
            shape
              ? [
                  {
                    shape,
                    bounds: boundsOf(shape),
                    reason: { code: 'inside', info: i, area: a, shape: shape.kind } satisfies Inside,
                  },
                ]
              : [],
          ),
        ),
  );
}

/** Areas that name a place only by geocode or words, or whose shape can't be read: they tell nobody, and the desk must know. */
export function unresolvedAreas(alert: CapAlert): Extract<Reason, { code: 'area-unresolved' }>[] {
  return alert.infos.flatMap((info, i) =>
    info.areas.flatMap((area, a) => {
      const shapes = [...area.polygons, ...area.circles];
      const whole = shapes.length > 0 && shapes.every(({ shape }) => shape !== null);
      return whole ? [] : [{ code: 'area-unresolved' as const, info: i, area: a }];
    }),
  );
}

function whyNotPlaced({ stay }: Person, now: Instant, rules: Rules): Reason | null {
  if (stay.to !== null && stay.to <= now) return { code: 'gone', to: stay.to };
  if (stay.from !== null && stay.from > now) return { code: 'not-there-yet', from: stay.from };
  if (!stay.at) return { code: 'no-position' };
  if (stay.positionAt !== null && now - stay.positionAt > rules.positionHours * hour)
    return { code: 'old-position', positionAt: stay.positionAt };
  return null;
}

/** The info that speaks for the person: the strongest of those that cover them, in their language if it is given in it. */
function locate(person: Person, shapes: readonly Placed[], alert: CapAlert): Inside | { code: 'outside' } {
  const { at } = person.stay;
  const covering = at ? shapes.filter((placed) => isIn(placed, at)).map(({ reason }) => reason) : [];
  const best = covering.toSorted((a, b) => order(alert, b.info, person) - order(alert, a.info, person))[0];
  return best ?? { code: 'outside' };
}

/** How much an instruction asks of somebody at once. None given may mean anything, so it stands beside `monitor`, above `all-clear`. */
const strength: Readonly<Record<Instruction, number>> = {
  leave: 5,
  shelter: 4,
  avoid: 3,
  prepare: 2,
  monitor: 1,
  'all-clear': 0,
};

/** Urgency first, then instruction, severity and language, each in its own decimal place. */
function order(alert: CapAlert, index: number, person: Person): number {
  const info = alert.infos[index];
  if (!info) return -1;
  const asks = strength[instructionOf(info) ?? 'monitor'];
  const urgent = isUrgent(info) ? 1000 : 0;
  return urgent + asks * 100 + (severityRank(info) ?? 0) * 10 + languageFit(info.language, person.language);
}

function languageFit(written: string | null, wanted: string | null): number {
  const tag = (written ?? 'en-US').toLowerCase();
  const want = (wanted ?? 'en').toLowerCase();
  if (tag === want) return 3;
  if (tag.split('-')[0] === want.split('-')[0]) return 2;
  return tag.startsWith('en') ? 1 : 0;
}
