/** The watch list as of a commit. */
import { currentRecorded } from '../../../store/facts.ts';
import { type People, peopleAsOf } from '../../../store/people.ts';
import type { DeskParts } from '../parts.ts';

/**
 * By id, so that an answer asked for again is the same. As of the newest commit from memory, where the list is open anyway, unless another
 * commit came in between; as of the past from the store.
 */
export async function peopleAt(
  { store, desk, watch }: Pick<DeskParts, 'store' | 'desk' | 'watch'>,
  seq: number,
): Promise<People> {
  const isNewest = async (): Promise<boolean> => seq >= (await currentRecorded(store, desk)).seq;
  if (await isNewest()) {
    const people = [...(await watch.refresh()).values()];
    const erased = watch.unreadable();
    if (await isNewest()) return { people: people.toSorted(byId), erased };
  }
  const { people, erased } = await peopleAsOf(store, desk, seq);
  return { people: people.toSorted(byId), erased };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
