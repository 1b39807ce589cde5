/** The end of what people were told: by a cancel, or by an update whose own end has passed. */
import { isUrgent } from '../../core/cap/meaning.ts';
import { hour } from '../../core/time/time.ts';
import { whyHeld } from '../../match/match.ts';
import type { Told } from '../../store/outbox/told.ts';
import { isCancelled } from '../chain.ts';
import { sameAreasIn } from '../same-areas.ts';
import { noChannel } from '../wakes.ts';
import { type Case, endedFor, liveOf, reachable, type Verdict, type Word } from './case.ts';

/** An update whose end has passed already is how some issuers end a warning: who was told otherwise hears the end of what they were told. */
export function judgeEnded(given: Case): Verdict {
  const { view, now, rules, occasion } = given;
  const words: Word[] = [];
  const replaced: string[] = [];
  const why = whyHeld(view, now, rules, occasion);
  for (const person of given.people) {
    const ended = endedFor(given, person);
    replaced.push(...ended.map(({ notice }) => notice));
    const over = { kind: 'cancel', changes: [], urgent: false, person, why } as const;
    const expiresAt = now + rules.tellHours * hour;
    for (const told of ended.filter(({ mayHaveGone }) => mayHaveGone))
      words.push({ ...over, situation: told.situation, info: infoOver(given, told), before: told.alert, expiresAt });
  }
  const mute = new Set(words.map(({ person }) => person).filter(({ person }) => person.channels.length === 0)).size;
  return { words: reachable(words), replaced, wakes: mute > 0 ? [noChannel(view, mute)] : [] };
}

/** What the last revision says of the areas that they were told of; null where it has nothing of the kind. */
function infoOver({ view, revisions }: Case, { alert, info }: Told): number | null {
  const was = revisions.get(alert);
  if (!was || info === null) return null;
  if (view.advice) return sameAreasIn(view, was, info);
  return was.alert.infos.length === view.alert.infos.length ? info : null;
}

/** Whoever may have got a warning that is cancelled gets the cancel; a warning still in the queue is taken out instead. */
export function judgeCancel(given: Case): Verdict {
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
