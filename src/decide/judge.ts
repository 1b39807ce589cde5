/** What one alert means for the people of the watch list, given what each was told before. No I/O here. */
import { instructionOf } from '../core/cap/meaning.ts';
import type { CapInfo } from '../core/cap/model.ts';
import { type AlertView, mayTell, type WatchedPerson } from '../core/model.ts';
import { isWhole, wholesOf } from '../match/country.ts';
import { isStillNamed } from '../match/difference.ts';
import { matcher, type Occasion, unresolvedAreas, whyHeld } from '../match/match.ts';
import { isLater } from '../picture/alerts.ts';
import type { Told } from '../store/outbox/told.ts';
import { type Case, endedFor, liveOf, reachable, type Verdict, type Word } from './judge/case.ts';
import { judgeCancel, judgeEnded } from './judge/ends.ts';
import { farewell, wordFor, wordForLost } from './judge/words.ts';
import {
  areaUnresolved,
  heldBack,
  lateRevision,
  nearEdge,
  noChannel,
  reshaped,
  unansweredClear,
  unplaced,
  type Wake,
} from './wakes.ts';

export type { Case, Verdict, Word } from './judge/case.ts';

const nothing: Verdict = { words: [], replaced: [], wakes: [] };

export function judge(given: Case): Verdict {
  const { view } = given;
  if (view.state === 'not-actual' || !mayTell(view.trust)) return nothing;
  if (view.alert.msgType === 'Cancel') return judgeCancel(given);
  const held = whyHeld(view, given.now, given.rules, given.occasion);
  if (held.length === 0) return judgeWarning(given);
  const ended = held.every(({ code }) => code === 'expired') ? judgeEnded(given) : nothing;
  const isHeard = ended.words.length > 0 || ended.wakes.length > 0;
  const wake = !isHeard && given.occasion === 'new' && mayTellAnybody(given) ? heldBack(view, held) : null;
  return wake ? { ...ended, wakes: [wake] } : ended;
}

/** Standing advice on a country as a whole tells nobody, whether or not something else holds it back. */
const mayTellAnybody = ({ view, predecessor }: Case): boolean =>
  view.alert.infos.some((_, info) => !isWhole(view, info)) ||
  view.alert.infos.length === 0 ||
  wholesOf(view, predecessor).some(({ urgent }) => urgent);

function judgeWarning(given: Case): Verdict {
  const { view, occasion } = given;
  const match = matcher(view, given.now, given.rules, occasion, given.predecessor);
  const words: Word[] = [];
  const replaced: string[] = [];
  const concerns = mayTellAnybody(given);
  const count = { cantPlace: 0, cantReach: 0, knowLater: 0, nearEdge: 0, reshaped: 0 };
  for (const person of given.people) {
    const matched = match(person);
    const codes = matched.why.map(({ code }) => code);
    const ended = endedFor(given, person);
    const isLost = !matched.tell && (codes.includes('no-position') || codes.includes('old-position'));
    if (isLost && concerns) count.cantPlace++;
    const isNear = codes.includes('near-edge');
    if (isNear) count.nearEdge++;
    const isHeld = codes.includes('outside') && isHeldByCode(given, person, ended);
    if (isHeld) count.reshaped++;
    if (!codes.includes('area-unresolved') && !isNear && !isHeld) replaced.push(...ended.map(({ notice }) => notice));
    const isTold = matched.tell || (!isLost && codes.includes('standing') && knowsOfIt(given, ended));
    if (isTold && knowsLater(given, person)) count.knowLater++;
    else if (isTold) words.push(...wordFor(given, person, matched, ended));
    else if (isLost) words.push(...wordForLost(given, person, matched, ended));
    else if (!isHeld) words.push(...farewell(given, person, matched, ended));
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

/** They were told by a code that the issuer still names: that another boundary is known for it by now is no word of the issuer's. */
const isHeldByCode = ({ view, revisions, now }: Case, { person }: WatchedPerson, ended: readonly Told[]): boolean =>
  ended.some(({ alert }) => {
    const before = revisions.get(alert);
    return before !== undefined && isStillNamed(before, view, person, now);
  });

/** An all-clear after which nobody hears that anything is over: of no warning it ends was anybody told, or of which one can’t be known. */
function answersNothing(given: Case): boolean {
  if (given.occasion !== 'new' || !given.view.alert.infos.every(isClear)) return false;
  return !given.people.some(
    (person) =>
      endedFor(given, person).length > 0 || liveOf(given, person).some(({ alert }) => alert === given.view.id),
  );
}

const isClear = (info: CapInfo): boolean => instructionOf(info) === 'all-clear';

function wakesOf(
  view: AlertView,
  occasion: Occasion,
  count: { cantPlace: number; cantReach: number; knowLater: number; nearEdge: number; reshaped: number },
): Wake[] {
  const unresolved = occasion === 'new' ? unresolvedAreas(view).length : 0;
  return [
    ...(unresolved > 0 ? [areaUnresolved(view, unresolved)] : []),
    ...(count.cantPlace > 0 ? [unplaced(view, count.cantPlace)] : []),
    ...(count.nearEdge > 0 ? [nearEdge(view, count.nearEdge)] : []),
    ...(count.reshaped > 0 ? [reshaped(view, count.reshaped)] : []),
    ...(count.cantReach > 0 ? [noChannel(view, count.cantReach)] : []),
    ...(count.knowLater > 0 && occasion === 'new' ? [lateRevision(view, count.knowLater)] : []),
  ];
}

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
