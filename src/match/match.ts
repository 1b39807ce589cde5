/** One alert revision × the watch list → who is shown it, who is told, and why or why not. Rules: ARCHITECTURE.md, "Who is told". */
import { endOf, instructionOf, isUrgent, severityRank } from '../core/cap/meaning.ts';
import type { CapAlert, CapInfo, CapShape } from '../core/cap/model.ts';
import { isDrawn } from '../core/geo/geocodes/geocodes.ts';
import type { Shape } from '../core/geo/shape.ts';
import { strengthOf } from '../core/instruction.ts';
import { type AlertView, type Match, mayTell, type Person, type Reason, type WatchedPerson } from '../core/model.ts';
import { day, hour, type Instant } from '../core/time/time.ts';
import { countryOfStay, isStanding, isWhole, type Whole, wholesOf } from './country.ts';
import { sieveOf } from './index/sieve.ts';
import { codedIn, type Inside, insideOf, nearEdge, type Placed } from './placed.ts';
import { whyNotPlaced } from './placing.ts';

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

/**
 * Prepares one alert and gives the function that matches a person against it at `now`. `before` is the revision of its series that it
 * took the place of: advice on a whole country tells only by what changed since. An alert in CAP needs none.
 */
export function matcher(
  view: AlertView,
  now: Instant,
  rules: Rules,
  occasion: Occasion,
  before: AlertView | null = null,
): (watched: WatchedPerson) => Match {
  const held = whyHeld(view, now, rules, occasion);
  const areas: Areas = {
    view,
    ...placedOf(view, now, before),
    unresolved: unresolvedAreas(view),
    isPlaceable: isPlaceable(view),
  };
  return ({ id, person }) => {
    const { covering, urgent, why } = locate(person, areas, whyNotPlaced(person, now, rules.positionHours));
    const mute: Reason[] = urgent && person.channels.length === 0 ? [{ code: 'no-channel' }] : [];
    return {
      person: id,
      alert: view.id,
      show: covering !== null,
      tell: urgent && held.length === 0 && mute.length === 0,
      info: covering,
      why: [...held, ...why, ...mute, ...(mayBeIn(why) ? areas.unresolved : [])],
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

/**
 * Whether an office gave its warning again after the telling time of the one before was over: then the same words are news. The next
 * edition of a page of standing advice gives nothing again.
 */
export function isGivenAgain(before: AlertView, view: AlertView, { tellHours }: Rules): boolean {
  if (view.advice === null || view.advice.parts.some(isStanding)) return false;
  const earlier = sentBy(before);
  return endOf(before.alert) === null && earlier !== null && (sentBy(view) ?? earlier) - earlier >= tellHours * hour;
}

/** The strongest info that has not expired, wherever it holds: for somebody whose place is not known any more. */
export function strongestInfo(alert: CapAlert, now: Instant, person: Person): number | null {
  const open = alert.infos.flatMap((info, i) => (isOver(info, now) ? [] : [i]));
  return open.toSorted((a, b) => order(alert, b, person) - order(alert, a, person))[0] ?? null;
}

export const isOver = (info: CapInfo, now: Instant): boolean => {
  const end = info.expires?.at ?? null;
  return end !== null && end <= now;
};

/** Until when the infos that cover a person hold: the last of their ends, null when one states none. */
export function coveredUntil(view: AlertView, person: Person, now: Instant): Instant | null {
  const covering = infosCovering(view, person, now);
  if (covering.length === 0) return endOf(view.alert);
  const ends = covering.map((info) => view.alert.infos[info]?.expires?.at ?? null);
  return ends.includes(null) ? null : Math.max(...(ends as Instant[]));
}

/** Numbers of the infos that have not expired and whose area holds the place, or the whole country, where the person is. */
export function infosCovering(view: AlertView, person: Person, now: Instant): number[] {
  const { shapes, wholes } = placedOf(view, now, null);
  const points = shapes.flatMap((placed) => insideOf(placed, person)).map(({ info }) => info);
  const country = countryOfStay(person);
  return [...new Set([...points, ...wholes.filter((whole) => whole.country === country).map(({ info }) => info)])];
}

interface Areas {
  readonly view: AlertView;
  readonly shapes: readonly Placed[];
  readonly wholes: readonly Whole[];
  readonly unresolved: readonly Reason[];
  readonly isPlaceable: boolean;
}

/** Every shape and every whole country of every info that has not expired. */
function placedOf(view: AlertView, now: Instant, before: AlertView | null): Pick<Areas, 'shapes' | 'wholes'> {
  const isOpen = (index: number): boolean => {
    const info = view.alert.infos[index];
    return info !== undefined && !isOver(info, now);
  };
  const shapes = view.alert.infos.flatMap((info, i) => (isOpen(i) ? shapesOf(view, info, i) : []));
  return { shapes, wholes: wholesOf(view, before).filter(({ info }) => isOpen(info)) };
}

/** An area of an alert as its issuer drew it, as its code stands for, or as the desk drew it around what an issuer named. */
export interface DrawnArea {
  readonly info: number;
  readonly area: number;
  readonly shape: Shape;
  /** Of a boundary that is known to be inexact. */
  readonly near: Placed['near'];
}

/** All of them, of the infos that have not expired. */
export const drawnAreas = (view: AlertView, now: Instant): DrawnArea[] =>
  placedOf(view, now, null).shapes.map(({ shape, near, reason: { info, area } }) => ({ info, area, shape, near }));

const shapesOf = ({ advice, resolved }: AlertView, info: CapInfo, i: number): Placed[] => [
  ...info.areas.flatMap((area, a) =>
    [...area.polygons, ...area.circles].flatMap(({ shape }) => {
      if (!shape) return [];
      const inside: Inside = { code: 'inside', info: i, area: a, shape: shape.kind };
      // Who writes in prose draws nothing: the circle around what they name is the desk's own.
      const isOurs = advice !== null && shape.kind === 'circle';
      const reason = isOurs ? { ...inside, ours: { radiusMeters: shape.radiusMeters } } : inside;
      return [{ shape, isIn: sieveOf(shape), reason, near: null }];
    }),
  ),
  ...resolved.filter((area) => area.info === i).flatMap(codedIn),
];

/**
 * Areas that name a place only in words, by geocodes that have no shape here, or by a single point, or whose own shape can't be read:
 * nobody is told for what can't be placed, and the desk must know. So it is with an info that names no area beside others that do (its first area, which there is
 * not); where none names one, `no-area` says so.
 */
export function unresolvedAreas(
  view: Pick<AlertView, 'alert' | 'advice' | 'resolved'>,
): Extract<Reason, { code: 'area-unresolved' }>[] {
  const { infos } = view.alert;
  const isSilent = infos.every(({ areas }) => areas.length === 0);
  return infos.flatMap((info, i) => {
    if (info.areas.length === 0 && !isSilent) return [{ code: 'area-unresolved' as const, info: i, area: 0 }];
    return info.areas.flatMap((area, a) => {
      const shapes = [...area.polygons, ...area.circles];
      const coded = view.resolved.find((one) => one.info === i && one.area === a);
      const isCoded = coded !== undefined && coded.resolved.length > 0 && coded.unresolved.length === 0;
      const whole = shapes.every(({ shape }) => shape !== null) && (isDrawn(area) || isCoded);
      return whole || (shapes.length === 0 && isWhole(view, i))
        ? []
        : [{ code: 'area-unresolved' as const, info: i, area: a }];
    });
  });
}

/** Which info speaks for the person, whether it may tell them, and why, or why none does. */
interface Located {
  readonly covering: number | null;
  readonly urgent: boolean;
  readonly why: readonly Reason[];
}

/** An area around the person before the whole country, and of each kind the strongest, in their language if it is given in it. */
function locate(person: Person, areas: Areas, lost: Reason | null): Located {
  const { view, shapes, wholes, unresolved } = areas;
  const strongest = <T>(found: readonly T[], infoOf: (one: T) => number): T | undefined =>
    found.toSorted((a, b) => order(view.alert, infoOf(b), person) - order(view.alert, infoOf(a), person))[0];
  const { at } = person.stay;
  const mayBePlaced = lost === null || lost.code === 'no-position';
  const inside = mayBePlaced ? shapes.flatMap((placed) => insideOf(placed, person)) : [];
  const point = strongest(inside, ({ info }) => info);
  if (point) return { covering: point.info, urgent: true, why: [point] };
  if (lost && lost.code !== 'no-position') return { covering: null, urgent: false, why: [lost] };
  const country = countryOfStay(person);
  const there = wholes.filter((one) => one.country === country);
  const risen = there.filter(({ urgent }) => urgent);
  const whole = strongest(risen.length > 0 ? risen : there, ({ info }) => info);
  // Where in the country they are matters only to what is said of a part of it.
  const unplaced: Reason[] = lost && shapes.length + unresolved.length > 0 ? [lost] : [];
  if (whole) return inCountry(whole, unplaced);
  const isLost = lost && (unplaced.length > 0 || country === null || wholes.length === 0);
  const mayConcern = country === null && wholes.some(({ urgent }) => urgent);
  if (isLost || mayConcern) return { covering: null, urgent: false, why: [{ code: 'no-position' }] };
  // Nobody is outside of what was not drawn.
  const near = at ? shapes.flatMap((placed) => nearEdge(placed, at, person)).slice(0, 1) : [];
  return { covering: null, urgent: false, why: areas.isPlaceable ? [{ code: 'outside' }, ...near] : [] };
}

/** Whether any of its areas can be placed, be it of an info that has expired. */
const isPlaceable = (view: AlertView): boolean =>
  view.resolved.some(({ resolved }) => resolved.length > 0) ||
  view.alert.infos.some(
    ({ areas }, i) => isWhole(view, i) || areas.some((area) => [...area.polygons, ...area.circles].some(isShape)),
  );
const isShape = ({ shape }: CapShape): boolean => shape !== null;

function inCountry({ info, country, urgent }: Whole, unplaced: readonly Reason[]): Located {
  const standing: Reason[] = urgent ? [] : [{ code: 'standing', info }];
  return { covering: info, urgent, why: [...unplaced, { code: 'in-country', info, country }, ...standing] };
}

/** An area that can't be placed may hold whoever is outside of those that can, if there are any, or somewhere in the country. */
const mayBeIn = (why: readonly Reason[]): boolean =>
  why.length === 0 || why.some(({ code }) => code === 'outside' || code === 'in-country');

/**
 * Urgency first, then instruction, severity and language, each in its own decimal place. No instruction may mean anything, so it stands
 * beside `monitor`, above `all-clear`.
 */
function order(alert: CapAlert, index: number, person: Person): number {
  const info = alert.infos[index];
  if (!info) return -1;
  const asks = strengthOf(instructionOf(info) ?? 'monitor');
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
