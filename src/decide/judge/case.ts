/** What a judgement is asked and what it answers: an alert, the people of the watch list, and what each was told before. */
import type { AlertView, Change, NoticeKind, Reason, WatchedPerson } from '../../core/model.ts';
import type { Instant } from '../../core/time/time.ts';
import type { Occasion, Rules } from '../../match/match.ts';
import type { Told } from '../../store/outbox/told.ts';
import { isEndedBy } from '../chain.ts';
import type { Wake } from '../wakes.ts';

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

/** Warnings a person was told of, or is about to be, and has heard no end of. */
export const liveOf = ({ told }: Case, person: WatchedPerson): Told[] =>
  (told.get(person.id) ?? []).filter(({ kind }) => kind === 'alert' || kind === 'update');

/** What a person was told that this revision took the place of; another that stands beside it in the same chain is not touched. */
export const endedFor = (given: Case, person: WatchedPerson): Told[] =>
  liveOf(given, person).filter(({ alert }) => isEndedBy(alert, given.view.id, given.revisions));

/** Who has no channel hears nothing; the desk does. */
export const reachable = (words: readonly Word[]): Word[] =>
  words.filter(({ person }) => person.person.channels.length > 0);
