/** What a revision of an alert changes for the people of the watch list. Who is in it is what match.ts says, what changed what changes.ts says. */
import type { AlertView, Change, Match, WatchedPerson } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { changesBetween } from './changes.ts';
import { matcher, type Rules } from './match.ts';

/** Ids, in the order of the list. Whoever is in none of them was in neither revision, or nothing changed that they would notice. */
export interface Difference {
  /** Only the later revision covers them. */
  readonly came: readonly string[];
  /** Only the earlier one covers them, and the later one is known not to. */
  readonly left: readonly string[];
  /** The earlier one covers them, and of the later one nobody can tell: some of its area has no shape, or it is prose, which takes nothing back. */
  readonly unclear: readonly string[];
  /** Both cover them, and what the info that speaks for them says is another thing: its level, instruction, severity, times, area or words. */
  readonly changed: readonly { readonly person: string; readonly changes: readonly Change[] }[];
}

/**
 * Both revisions are held against where people are at `now`, so only the revision makes a difference: positions that are too old, stays
 * that are over and infos that have expired count in neither. Whom an issuer names as audience leaves nobody out.
 */
export function difference(
  before: AlertView,
  after: AlertView,
  people: readonly WatchedPerson[],
  now: Instant,
  rules: Rules,
): Difference {
  const [was, is] = [matcher(before, now, rules, 'new'), matcher(after, now, rules, 'new', before)];
  const ends = after.alert.msgType === 'Cancel';
  const [came, left, unclear]: [string[], string[], string[]] = [[], [], []];
  const changed: { person: string; changes: Change[] }[] = [];
  for (const person of people) {
    const [old, now] = [was(person), is(person)];
    const isIn = now.show && !ends;
    if (!old.show && isIn) came.push(person.id);
    if (old.show && !isIn) (ends || isOut(after, now) ? left : unclear).push(person.id);
    if (!old.show || !isIn) continue;
    const changes = changesBetween({ ...before, info: old.info }, { ...after, info: now.info });
    if (changes.length > 0) changed.push({ person: person.id, changes });
  }
  return { came, left, unclear, changed };
}

const isOut = ({ advice }: AlertView, { why }: Match): boolean =>
  advice === null &&
  why.some(({ code }) => code === 'outside') &&
  why.every(({ code }) => code !== 'area-unresolved' && code !== 'near-edge');
