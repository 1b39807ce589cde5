/** What one alert means for the people of the watch list, given what each was told before. No I/O here. */
import { isUrgent } from '../core/cap/meaning.ts';
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
import { matcher, type Occasion, type Rules, unresolvedAreas, whyHeld } from '../match/match.ts';
import type { Told } from '../store/notices.ts';
import { areaUnresolved, heldBack, noChannel, unplaced, type Wake } from './wakes.ts';

/** A word for one person. */
export interface Word {
  readonly person: WatchedPerson;
  readonly kind: Exclude<NoticeKind, 'wake'>;
  readonly info: number | null;
  readonly before: string | null;
  readonly why: readonly Reason[];
  readonly changes: readonly Change[];
  readonly urgent: boolean;
  readonly expiresAt: Instant;
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
  /** The last word each person got about this situation, by person id. */
  readonly told: ReadonlyMap<string, Told>;
  /** Revisions named in `told`. */
  readonly revisions: ReadonlyMap<string, AlertView>;
}

const nothing: Verdict = { words: [], replaced: [], wakes: [] };

export function judge(given: Case): Verdict {
  const { view } = given;
  if (view.state === 'not-actual' || !mayTell(view.trust)) return nothing;
  if (view.alert.msgType === 'Cancel') return judgeCancel(given);
  const held = whyHeld(view, given.now, given.rules, given.occasion);
  if (held.length === 0) return judgeWarning(given);
  const wake = given.occasion === 'new' ? heldBack(view, held) : null;
  return wake ? { ...nothing, wakes: [wake] } : nothing;
}

/** Whoever may have got the warning gets the cancel; a warning still in the queue is taken out instead. */
function judgeCancel(given: Case): Verdict {
  const { view, now, rules } = given;
  const words: Word[] = [];
  const replaced: string[] = [];
  const byId = new Map(given.people.map((person) => [person.id, person]));
  for (const told of given.told.values()) {
    if (told.kind !== 'alert' && told.kind !== 'update') continue;
    const revision = given.revisions.get(told.alert);
    if (!revision || !isCancelled(revision, given.revisions)) continue;
    replaced.push(told.notice);
    const person = byId.get(told.person);
    if (!person || !told.mayHaveGone) continue;
    const info = revision.alert.infos[told.info ?? 0];
    words.push({
      person,
      kind: 'cancel',
      info: told.info,
      before: told.alert,
      why: [{ code: 'cancelled', by: view.id }],
      changes: [],
      urgent: info ? isUrgent(info) : false,
      expiresAt: now + rules.tellHours * hour,
    });
  }
  return { words, replaced, wakes: [] };
}

/** Cancelled itself, or superseded by one that is. A newer revision that the cancel does not name stays in force. */
function isCancelled(view: AlertView, revisions: ReadonlyMap<string, AlertView>): boolean {
  for (let at: AlertView | undefined = view; at; at = at.endedBy ? revisions.get(at.endedBy) : undefined) {
    if (at.state === 'cancelled') return true;
    if (at.state !== 'superseded') return false;
  }
  return false;
}

function judgeWarning(given: Case): Verdict {
  const { view, occasion } = given;
  const match = matcher(view, given.now, given.rules, occasion);
  const words: Word[] = [];
  const replaced: string[] = [];
  let cantPlace = 0;
  let cantReach = 0;
  for (const person of given.people) {
    const matched = match(person);
    const told = given.told.get(person.id);
    if (matched.why.some(({ code }) => code === 'no-position' || code === 'old-position')) cantPlace++;
    if (matched.why.some(({ code }) => code === 'no-channel')) cantReach++;
    const word = matched.tell ? wordFor(given, person, matched, told) : farewell(given, person, matched, told);
    if (word || leavesOld(given, matched, told)) if (told) replaced.push(told.notice);
    if (word) words.push(word);
  }
  const unresolved = unresolvedAreas(view.alert).length;
  const wakes =
    occasion === 'arrival'
      ? []
      : [
          ...(unresolved > 0 ? [areaUnresolved(view, unresolved)] : []),
          ...(cantPlace > 0 ? [unplaced(view, cantPlace)] : []),
        ];
  return { words, replaced, wakes: cantReach > 0 ? [...wakes, noChannel(view, cantReach)] : wakes };
}

const isLive = (told: Told | undefined): told is Told => told?.kind === 'alert' || told?.kind === 'update';

/** A first word, an update with what changed, or nothing when they know already. */
function wordFor(given: Case, person: WatchedPerson, match: Match, told: Told | undefined): Word | null {
  const { view, now, rules, occasion } = given;
  const info = view.alert.infos[match.info ?? 0];
  const until = info?.expires?.at ?? null;
  const from = occasion === 'new' ? (view.alert.sent.at ?? now) : now;
  const word = {
    person,
    info: match.info,
    why: match.why,
    urgent: info ? isUrgent(info) : false,
    expiresAt: until ?? from + rules.tellHours * hour,
  };
  if (!isLive(told) || !told.mayHaveGone) {
    if (isLive(told) && told.alert === view.id) return null;
    return { ...word, kind: 'alert', before: null, changes: [] };
  }
  if (told.alert === view.id) return null;
  const before = given.revisions.get(told.alert);
  const changes = before
    ? changesBetween({ alert: before.alert, info: told.info }, { alert: view.alert, info: match.info })
    : ['words' as const];
  return changes.length === 0 ? null : { ...word, kind: 'update', before: told.alert, changes };
}

/** They were told, and the new revision no longer covers where they are. */
function farewell(given: Case, person: WatchedPerson, match: Match, told: Told | undefined): Word | null {
  const outside = match.why.some(({ code }) => code === 'outside');
  if (!outside || !isLive(told) || !told.mayHaveGone || told.alert === given.view.id) return null;
  // Part of the area can't be read: whether it still covers them is not known, so nobody may say that it does not.
  if (match.why.some(({ code }) => code === 'area-unresolved')) return null;
  return {
    person,
    kind: 'left',
    info: null,
    before: told.alert,
    why: match.why,
    changes: ['area'],
    urgent: false,
    expiresAt: given.now + given.rules.tellHours * hour,
  };
}

/** An older revision that never left must not leave now that a newer one does not cover them. */
function leavesOld(given: Case, match: Match, told: Told | undefined): boolean {
  const outside = match.why.some(({ code }) => code === 'outside');
  return isLive(told) && told.alert !== given.view.id && !told.mayHaveGone && outside;
}
