/** The watch list opened in memory, kept fresh by revision. It lives only here: nothing of it is written anywhere. */
import type { WatchedPerson } from '../core/model.ts';
import { currentRecorded } from '../store/facts.ts';
import type { Store } from '../store/open.ts';
import { peopleSince } from '../store/people.ts';

export interface WatchList {
  /** Everybody as of a commit not older than the newest one at the time of the call. */
  refresh(): Promise<ReadonlyMap<string, WatchedPerson>>;
  /** How many are listed whose record can't be opened: changed by somebody else, or damaged. They are told of nothing. */
  unreadable(): number;
}

export function watchListOf(store: Store, desk: string): WatchList {
  const people = new Map<string, WatchedPerson>();
  const unreadable = new Set<string>();
  let seen = 0;
  const read = async (): Promise<void> => {
    const { seq } = await currentRecorded(store, desk);
    if (seq <= seen) return;
    const since = await peopleSince(store, desk, seen);
    for (const id of [...since.gone, ...since.people.map((person) => person.id)]) unreadable.delete(id);
    for (const id of since.unreadable) unreadable.add(id);
    for (const id of [...since.gone, ...since.unreadable]) people.delete(id);
    for (const person of since.people) people.set(person.id, person);
    seen = seq;
  };
  // One after the other: an older answer must not be laid over a newer one.
  let last: Promise<void> = Promise.resolve();
  return {
    async refresh() {
      const turn = last.then(read);
      last = turn.catch(() => {});
      await turn;
      return people;
    },
    unreadable: () => unreadable.size,
  };
}
