/** Places of the operator's own: one row for each revision of one. */
import type { DeskPlace } from '../core/desk-place.ts';
import { always, type NewFact } from '../core/fact.ts';
import { among, type Store, type Tx } from './open.ts';
import { appendFacts, storableJson, takeRecorded, transact } from './transact.ts';

type Db = Store['db'] | Tx;

/** All that were listed as of commit `seq`, by name. */
export async function placesAsOf(db: Db, desk: string, seq: number): Promise<DeskPlace[]> {
  const rows = await newest(db, desk, seq);
  return rows
    .flatMap(({ json }) => (json === null ? [] : [JSON.parse(json) as DeskPlace]))
    .sort((a, b) => (a.name === b.name ? (a.ref < b.ref ? -1 : 1) : a.name < b.name ? -1 : 1));
}

async function newest(
  db: Db,
  desk: string,
  seq: number,
  refs?: readonly string[],
): Promise<{ ref: string; json: string | null }[]> {
  let query = db.selectFrom('place').select(['ref', 'json']).distinctOn('ref').where('desk', '=', desk);
  if (refs) query = query.where(among('ref', refs));
  return query.where('seq', '<=', seq).orderBy('ref').orderBy('seq', 'desc').execute();
}

export interface SavedPlaces {
  readonly listed: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Lists places or changes those already listed, in one commit. A place as already known makes no new row. */
export async function savePlaces(store: Store, desk: string, places: readonly DeskPlace[]): Promise<SavedPlaces> {
  return transact(store, async (tx) => {
    // The desk's lock first: two imports at once must not both find a place new.
    const recorded = await takeRecorded(store, tx, desk);
    const refs = places.map(({ ref }) => ref);
    const rows = refs.length === 0 ? [] : await newest(tx, desk, recorded.seq, refs);
    const before = new Map(rows.map(({ ref, json }) => [ref, json]));
    const changes = places.flatMap((place) => {
      const json = storableJson(place);
      const known = before.get(place.ref) ?? null;
      if (known === json) return [];
      return [{ ref: place.ref, json, change: known === null ? ('listed' as const) : ('changed' as const) }];
    });
    for (const { ref, json } of changes)
      await tx.insertInto('place').values({ desk, ref, seq: recorded.seq, json }).execute();
    const facts = changes.map(({ ref, change }) => factOf(ref, change));
    await appendFacts(tx, desk, recorded, facts);
    const listed = changes.filter(({ change }) => change === 'listed').length;
    return { listed, changed: changes.length - listed, unchanged: places.length - changes.length };
  });
}

/** Takes a place off the list; it stays in what is asked of the past. false when none of this id is listed. */
export async function removePlace(store: Store, desk: string, ref: string): Promise<boolean> {
  return transact(store, async (tx) => {
    const recorded = await takeRecorded(store, tx, desk);
    const [known] = await newest(tx, desk, recorded.seq, [ref]);
    if (!known?.json) return false;
    await tx.insertInto('place').values({ desk, ref, seq: recorded.seq, json: null }).execute();
    await appendFacts(tx, desk, recorded, [factOf(ref, 'unlisted')]);
    return true;
  });
}

const subjectPrefix = 'place/';

const factOf = (ref: string, change: 'listed' | 'changed' | 'unlisted'): NewFact => ({
  subject: subjectPrefix + ref,
  interval: always,
  body: { kind: 'place', change },
});

/** The id of the place that a fact is about. */
export const refOfSubject = (subject: string): string => subject.slice(subjectPrefix.length);
