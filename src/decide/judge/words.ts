/** What one person hears of an alert in force: a first word, an update with what changed, or that it no longer covers them. */
import { endOf, instructionOf, isUrgent } from '../../core/cap/meaning.ts';
import type { AlertView, Match, Reason, WatchedPerson } from '../../core/model.ts';
import { hour } from '../../core/time/time.ts';
import { changesBetween } from '../../match/changes.ts';
import { countryOfStay, isWhole, type Whole, wholesOf } from '../../match/country.ts';
import { coveredUntil, isGivenAgain, sentBy, strongestInfo } from '../../match/match.ts';
import type { Told } from '../../store/outbox/told.ts';
import { asksMore, infoForSameAreas, sameAreasIn } from '../same-areas.ts';
import { type Case, liveOf, type Word } from './case.ts';

/** A first word, an update with what changed, or nothing when they know already. */
export function wordFor(given: Case, person: WatchedPerson, matched: Match, ended: readonly Told[]): Word[] {
  const { view, now, rules, occasion } = given;
  const unplaced = unplacedPart(view, matched);
  const match = unplaced ?? matched;
  const info = view.alert.infos[match.info ?? 0];
  const from = occasion === 'new' ? (sentBy(view) ?? now) : now;
  const rose = match.tell && match.why.some(({ code }) => code === 'in-country');
  const rise = riseAround(given, person, match);
  const word = {
    person,
    situation: view.situation,
    info: match.info,
    why: [...match.why, ...(rise?.why ?? [])],
    urgent: rose || rise !== null || (info ? isUrgent(info) : false),
    expiresAt:
      (match.show ? coveredUntil(view, person.person, now) : endOf(view.alert)) ?? from + rules.tellHours * hour,
  };
  const here = liveOf(given, person).find(({ alert, isOut }) => alert === view.id && !isOut);
  if (here) {
    const isStronger = match.tell && asksMore(view, match.info, here.info);
    return isStronger ? [{ ...word, kind: 'alert', before: null, changes: [], isStronger }] : [];
  }
  // Only what a far side took is known to them; what was merely tried may never have arrived.
  const heard = ended.flatMap((told) => told.heard ?? []).at(-1);
  const before = heard && given.revisions.get(heard.alert);
  // That something is over is no news to whoever never heard of it.
  if (!heard || !before)
    return info && instructionOf(info) === 'all-clear' ? [] : [{ ...word, kind: 'alert', before: null, changes: [] }];
  // Who heard last of the country is not told that their place changed by that.
  const isAround = !unplaced && heard.info !== null && isWhole(before, heard.info);
  const was = (isAround ? sameAreasIn(before, view, match.info) : null) ?? heard.info;
  const changes = changesBetween({ ...before, info: was }, { ...view, info: match.info });
  // That the level rose around them is said as the country's.
  if (changes.some((change) => !rise || change !== 'level'))
    return [{ ...word, kind: 'update', before: heard.alert, changes }];
  if (match.tell && isGivenAgain(before, view, rules)) return [{ ...word, kind: 'alert', before: null, changes: [] }];
  if (!rise) return [];
  return [{ ...word, ...rise, why: [...rise.why, ...match.why], kind: 'update', before: heard.alert }];
}

/**
 * Where they are only standing advice on the whole holds, and the same advice asks more for parts of the country that nobody could place.
 * They may be in one, so they are not told that it fell: the part speaks, by its name.
 */
function unplacedPart(view: AlertView, match: Match): Match | null {
  const { advice } = view;
  if (!advice || match.info === null || !match.why.some(({ code }) => code === 'standing')) return null;
  const level = (info: number): number => advice.parts[info]?.level?.value ?? 0;
  const whole = match.info;
  const asking = match.why.filter(
    (reason) =>
      reason.code === 'area-unresolved' &&
      advice.parts[reason.info]?.scope === 'part' &&
      (level(reason.info) > level(whole) || asksMore(view, reason.info, whole)),
  );
  const infos = asking.flatMap((reason) => (reason.code === 'area-unresolved' ? [reason.info] : []));
  const [info] = infos.toSorted((a, b) => level(b) - level(a) || (asksMore(view, b, a) ? 1 : -1));
  if (info === undefined) return null;
  const own = match.why.filter((reason) => reason.code !== 'area-unresolved' || reason.info === info);
  return { ...match, info, why: own };
}

/** What is said of the whole country around the point they are at has become urgent. */
function riseAround(
  { view, predecessor }: Case,
  { person }: WatchedPerson,
  match: Match,
): Pick<Word, 'info' | 'why' | 'changes'> | null {
  if (!match.why.some(({ code }) => code === 'inside')) return null;
  const country = countryOfStay(person);
  const inCountry = (whole: Whole): boolean => whole.country === country;
  const now = wholesOf(view, predecessor).find((whole) => whole.urgent && inCountry(whole));
  if (!now || !predecessor) return null;
  const was = wholesOf(predecessor, null).find(inCountry)?.info;
  const changes = was === undefined ? [] : changesBetween({ ...predecessor, info: was }, { ...view, info: now.info });
  const why: Reason[] = [{ code: 'in-country', info: now.info, country: now.country }];
  return { info: now.info, why, changes: changes.length > 0 ? changes : ['level'] };
}

/** They were told when we knew where they were. We do not know any more, so they hear what changed: they may still be there. */
export function wordForLost(given: Case, person: WatchedPerson, match: Match, ended: readonly Told[]): Word[] {
  const heard = ended.some(({ mayHaveGone }) => mayHaveGone);
  const info =
    infoForSameAreas(given.view, given.revisions, ended) ?? strongestInfo(given.view.alert, given.now, person.person);
  return heard ? wordFor(given, person, { ...match, info }, ended) : [];
}

/** They were told, and the revision that took its place does not cover where they are. */
export function farewell(given: Case, person: WatchedPerson, match: Match, ended: readonly Told[]): Word[] {
  const outside = match.why.some(({ code }) => code === 'outside');
  // Part of the area can't be read, or its edge is inexact where they are: nobody may say that it does not cover them.
  const unclear = match.why.some(({ code }) => code === 'area-unresolved' || code === 'near-edge');
  // Whoever did as they were told, and went, hears that it is over.
  if (outside && !unclear && isAllClear(given.view)) return wordForLost(given, person, match, ended);
  // What a notice in prose leaves out it has not taken back, and the circle is our own: nobody is sent home by it.
  if (!outside || unclear || given.view.advice !== null) return [];
  const heard = ended.filter(({ mayHaveGone }) => mayHaveGone);
  return heard.map(({ situation, alert }) => ({
    person,
    situation,
    kind: 'left',
    info: null,
    before: alert,
    why: match.why,
    changes: ['area'],
    urgent: false,
    expiresAt: given.now + given.rules.tellHours * hour,
  }));
}

const isAllClear = ({ advice, alert }: AlertView): boolean =>
  advice !== null && alert.infos.length > 0 && alert.infos.every((info) => instructionOf(info) === 'all-clear');
