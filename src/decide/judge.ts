/** What one alert means for the people of the watch list, given what each was told before. No I/O here. */
import { endOf, instructionOf, isUrgent } from '../core/cap/meaning.ts';
import type { CapInfo } from '../core/cap/model.ts';
import {
  type AlertView,
  type Change,
  type Match,
  mayTell,
  type NoticeKind,
  type Reason,
  type WatchedPerson,
} from '../core/model.ts';
import { hour, type Instant } from '../core/time/time.ts';
import { changesBetween } from '../match/changes.ts';
import { countryOfStay, isWhole, type Whole, wholesOf } from '../match/country.ts';
import {
  coveredUntil,
  isGivenAgain,
  matcher,
  type Occasion,
  type Rules,
  sentBy,
  strongestInfo,
  unresolvedAreas,
  whyHeld,
} from '../match/match.ts';
import { isLater } from '../picture/alerts.ts';
import type { Told } from '../store/outbox/told.ts';
import { isCancelled, isEndedBy } from './chain.ts';
import { asksMore, infoForSameAreas, sameAreasIn } from './same-areas.ts';
import { areaUnresolved, heldBack, lateRevision, noChannel, unansweredClear, unplaced, type Wake } from './wakes.ts';

/** A word for one person. */
export interface Word {
  readonly person: WatchedPerson;
  /** The chain it is about: each that somebody was told of has an end of its own. */
  readonly situation: string;
  readonly kind: Exclude<NoticeKind, 'wake'>;
  readonly info: number | null;
  readonly before: string | null;
  readonly why: readonly Reason[];
  readonly changes: readonly Change[];
  readonly urgent: boolean;
  readonly expiresAt: Instant;
  /** Of the same revision they were told something weaker, where they were then. */
  readonly isStronger?: true;
}

export interface Verdict {
  readonly words: readonly Word[];
  /** Notices that were overtaken before they left. */
  readonly replaced: readonly string[];
  readonly wakes: readonly Wake[];
}

export interface Case {
  readonly view: AlertView;
  readonly now: Instant;
  readonly rules: Rules;
  readonly occasion: Occasion;
  readonly people: readonly WatchedPerson[];
  /** The last word each person got about each of the alert's situations, the newest last, by person id. */
  readonly told: ReadonlyMap<string, readonly Told[]>;
  /** Revisions named in `told`, and whatever ended each in turn. */
  readonly revisions: ReadonlyMap<string, AlertView>;
  /** The revision of its series that it took the place of: standing advice tells only by what changed since. */
  readonly predecessor: AlertView | null;
}

const nothing: Verdict = { words: [], replaced: [], wakes: [] };

export function judge(given: Case): Verdict {
  const { view } = given;
  if (view.state === 'not-actual' || !mayTell(view.trust)) return nothing;
  if (view.alert.msgType === 'Cancel') return judgeCancel(given);
  const held = whyHeld(view, given.now, given.rules, given.occasion);
  if (held.length === 0) return judgeWarning(given);
  const wake = given.occasion === 'new' && mayTellAnybody(given) ? heldBack(view, held) : null;
  const ended = held.every(({ code }) => code === 'expired') ? judgeEnded(given) : nothing;
  return { ...ended, wakes: wake ? [wake] : [] };
}

/** Standing advice on a country as a whole tells nobody, whether or not something else holds it back. */
const mayTellAnybody = ({ view, predecessor }: Case): boolean =>
  view.alert.infos.some((_, info) => !isWhole(view, info)) ||
  view.alert.infos.length === 0 ||
  wholesOf(view, predecessor).some(({ urgent }) => urgent);

/** An update whose end has passed already is how some issuers end a warning: who was told otherwise must hear it. */
function judgeEnded(given: Case): Verdict {
  const words: Word[] = [];
  const replaced: string[] = [];
  for (const person of given.people) {
    const ended = endedFor(given, person);
    replaced.push(...ended.map(({ notice }) => notice));
    const why = whyHeld(given.view, given.now, given.rules, given.occasion);
    const over = { kind: 'cancel', changes: [], urgent: false, info: 0, person, why } as const;
    const expiresAt = given.now + given.rules.tellHours * hour;
    for (const { situation, alert } of ended.filter(({ mayHaveGone }) => mayHaveGone))
      words.push({ ...over, situation, before: alert, expiresAt });
  }
  return { words: reachable(words), replaced, wakes: [] };
}

/** What a person was told that this revision took the place of; another that stands beside it in the same chain is not touched. */
const endedFor = (given: Case, person: WatchedPerson): Told[] =>
  liveOf(given, person).filter(({ alert }) => isEndedBy(alert, given.view.id, given.revisions));

/** Whoever may have got a warning that is cancelled gets the cancel; a warning still in the queue is taken out instead. */
function judgeCancel(given: Case): Verdict {
  const { view, now, rules } = given;
  const words: Word[] = [];
  const replaced: string[] = [];
  let cantReach = 0;
  const known = new Map<string, boolean>();
  for (const person of given.people) {
    const ended = liveOf(given, person).filter(({ alert }) => isCancelled(alert, given.revisions, known));
    replaced.push(...ended.map(({ notice }) => notice));
    const heard = ended.filter(({ mayHaveGone }) => mayHaveGone);
    if (heard.length > 0 && person.person.channels.length === 0) cantReach++;
    for (const { situation, alert, info } of heard) {
      const told = given.revisions.get(alert)?.alert.infos[info ?? 0];
      words.push({
        person,
        situation,
        kind: 'cancel',
        info,
        before: alert,
        why: [{ code: 'cancelled', by: view.id }],
        changes: [],
        urgent: told ? isUrgent(told) : false,
        expiresAt: now + rules.tellHours * hour,
      });
    }
  }
  return { words: reachable(words), replaced, wakes: cantReach > 0 ? [noChannel(view, cantReach)] : [] };
}

function judgeWarning(given: Case): Verdict {
  const { view, occasion } = given;
  const match = matcher(view, given.now, given.rules, occasion, given.predecessor);
  const words: Word[] = [];
  const replaced: string[] = [];
  const concerns = mayTellAnybody(given);
  const count = { cantPlace: 0, cantReach: 0, knowLater: 0 };
  for (const person of given.people) {
    const matched = match(person);
    const codes = matched.why.map(({ code }) => code);
    const ended = endedFor(given, person);
    const isLost = !matched.tell && (codes.includes('no-position') || codes.includes('old-position'));
    if (isLost && concerns) count.cantPlace++;
    if (!codes.includes('area-unresolved')) replaced.push(...ended.map(({ notice }) => notice));
    const isTold = matched.tell || (!isLost && codes.includes('standing') && knowsOfIt(given, ended));
    if (isTold && knowsLater(given, person)) count.knowLater++;
    else if (isTold) words.push(...wordFor(given, person, matched, ended));
    else if (isLost) words.push(...wordForLost(given, person, matched, ended));
    else words.push(...farewell(given, person, matched, ended));
    if (codes.includes('no-channel')) count.cantReach++;
  }
  const mute = words.filter(({ person }) => person.person.channels.length === 0).length;
  const wakes = wakesOf(view, occasion, { ...count, cantReach: count.cantReach + mute });
  return {
    words: reachable(words),
    replaced,
    wakes: [...wakes, ...(answersNothing(given) ? [unansweredClear(view)] : [])],
  };
}

/** An all-clear after which nobody hears that anything is over: of no warning it ends was anybody told, or of which one can’t be known. */
function answersNothing(given: Case): boolean {
  if (given.occasion !== 'new' || !given.view.alert.infos.every(isClear)) return false;
  return !given.people.some(
    (person) =>
      endedFor(given, person).length > 0 || liveOf(given, person).some(({ alert }) => alert === given.view.id),
  );
}

const isClear = (info: CapInfo): boolean => instructionOf(info) === 'all-clear';

const isAllClear = ({ advice, alert }: AlertView): boolean =>
  advice !== null && alert.infos.length > 0 && alert.infos.every(isClear);

function wakesOf(
  view: AlertView,
  occasion: Occasion,
  count: { cantPlace: number; cantReach: number; knowLater: number },
): Wake[] {
  const unresolved = occasion === 'new' ? unresolvedAreas(view).length : 0;
  return [
    ...(unresolved > 0 ? [areaUnresolved(view, unresolved)] : []),
    ...(count.cantPlace > 0 ? [unplaced(view, count.cantPlace)] : []),
    ...(count.cantReach > 0 ? [noChannel(view, count.cantReach)] : []),
    ...(count.knowLater > 0 && occasion === 'new' ? [lateRevision(view, count.knowLater)] : []),
  ];
}

const reachable = (words: readonly Word[]): Word[] => words.filter(({ person }) => person.person.channels.length > 0);

/** Warnings a person was told of, or is about to be, and has heard no end of. */
const liveOf = ({ told }: Case, person: WatchedPerson): Told[] =>
  (told.get(person.id) ?? []).filter(({ kind }) => kind === 'alert' || kind === 'update');

/** Nobody hears a lower revision after a higher one, or a warning after the cancel that came later. */
const knowsLater = ({ told, revisions, view }: Case, person: WatchedPerson): boolean =>
  (told.get(person.id) ?? []).some(({ alert, mayHaveGone }) => {
    const revision = revisions.get(alert);
    return mayHaveGone && revision !== undefined && isLater(revision, view);
  });

/** Standing advice is no first word. Who may have heard of this series, or was about to hear of a rise in it, goes on hearing of it. */
const knowsOfIt = ({ revisions }: Case, ended: readonly Told[]): boolean =>
  ended.some(({ mayHaveGone, alert, info }) => {
    const revision = revisions.get(alert);
    return mayHaveGone || (revision !== undefined && info !== null && isWhole(revision, info));
  });

/** A first word, an update with what changed, or nothing when they know already. */
function wordFor(given: Case, person: WatchedPerson, match: Match, ended: readonly Told[]): Word[] {
  const { view, now, rules, occasion } = given;
  const info = view.alert.infos[match.info ?? 0];
  const from = occasion === 'new' ? (sentBy(view) ?? now) : now;
  const rose = match.tell && match.why.some(({ code }) => code === 'in-country');
  const word = {
    person,
    situation: view.situation,
    info: match.info,
    why: match.why,
    urgent: rose || (info ? isUrgent(info) : false),
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
  const isAround = heard.info !== null && isWhole(before, heard.info);
  const was = (isAround ? sameAreasIn(before, view, match.info) : null) ?? heard.info;
  const changes = changesBetween({ ...before, info: was }, { ...view, info: match.info });
  if (changes.length > 0) return [{ ...word, kind: 'update', before: heard.alert, changes }];
  if (match.tell && isGivenAgain(before, view, rules)) return [{ ...word, kind: 'alert', before: null, changes: [] }];
  const rise = riseAround(given, person, match);
  return rise ? [{ ...word, ...rise, urgent: true, kind: 'update', before: heard.alert }] : [];
}

/** What is said of the point they are at is as it was, and what is said of the whole country has become urgent. */
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
function wordForLost(given: Case, person: WatchedPerson, match: Match, ended: readonly Told[]): Word[] {
  const heard = ended.some(({ mayHaveGone }) => mayHaveGone);
  const info =
    infoForSameAreas(given.view, given.revisions, ended) ?? strongestInfo(given.view.alert, given.now, person.person);
  return heard ? wordFor(given, person, { ...match, info }, ended) : [];
}

/** They were told, and the revision that took its place does not cover where they are. */
function farewell(given: Case, person: WatchedPerson, match: Match, ended: readonly Told[]): Word[] {
  const outside = match.why.some(({ code }) => code === 'outside');
  // Part of the area can't be read: whether it still covers them is not known, so nobody may say that it does not.
  const unclear = match.why.some(({ code }) => code === 'area-unresolved');
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
