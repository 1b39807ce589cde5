/** The watch list opened in memory, kept fresh by revision. It lives only here: nothing of it is written anywhere. */
import type { WatchedPerson } from '../core/model.ts';
import { currentRecorded } from '../store/facts.ts';
import type { Store } from '../store/open.ts';
import { peopleSince } from '../store/people.ts';

export interface WatchList {
  /** Everybody as of a commit not older than the newest one at the time of the call. */
  refresh(): Promise<ReadonlyMap<string, WatchedPerson>>;
}

export function watchListOf(store: Store, desk: string): WatchList {
  const people = new Map<string, WatchedPerson>();
  let seen = 0;
  return {
    async refresh() {
      const { seq } = await currentRecorded(store, desk);
      if (seq === seen) return people;
      const since = await peopleSince(store, desk, seen);
      for (const id of since.gone) people.delete(id);
      for (const person of since.people) people.set(person.id, person);
      seen = seq;
      return people;
    },
  };
}
