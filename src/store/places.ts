/** Places of the operator's own: one sealed row for each revision of one. What and where they are is not readable without the key. */
import type { DeskPlace } from '../core/desk-place.ts';
import { always, type NewFact } from '../core/fact.ts';
import { among, type Store, type Tx } from './open.ts';
import { appendFacts, storableJson, takeRecorded, transact } from './transact.ts';

type Db = Store['db'] | Tx;

export interface Places {
  /** By name. */
  readonly places: readonly DeskPlace[];
  /** Rows that do not open: their bytes were changed, or another key sealed them. */
  readonly unreadable: number;
}

/** All that were listed as of commit `seq`; with `ids`, of those alone. */
export async function placesAsOf(
  store: Store,
  desk: string,
  seq: number,
  { db = store.db, ids }: { readonly db?: Db; readonly ids?: readonly string[] } = {},
): Promise<Places> {
  const listed = (await newest(db, desk, seq, ids)).filter(({ sealed }) => sealed !== null);
  const places = listed.flatMap((row) => {
    const json = open(store, desk, row);
    return json === null ? [] : [JSON.parse(json) as DeskPlace];
  });
  return {
    places: places.sort((a, b) => (a.name === b.name ? (a.ref < b.ref ? -1 : 1) : a.name < b.name ? -1 : 1)),
    unreadable: listed.length - places.length,
  };
}

interface Row {
  readonly id: string;
  readonly seq: number;
  readonly sealed: Uint8Array | null;
}

async function newest(db: Db, desk: string, seq: number, ids?: readonly string[]): Promise<Row[]> {
  let query = db.selectFrom('place').select(['id', 'seq', 'sealed']).distinctOn('id').where('desk', '=', desk);
  if (ids) query = query.where(among('id', ids));
  return query.where('seq', '<=', seq).orderBy('id').orderBy('seq', 'desc').execute();
}

const aadOf = (desk: string, { id, seq }: Pick<Row, 'id' | 'seq'>): string => `place/${desk}/${id}/${seq}`;

const open = ({ sealer }: Store, desk: string, row: Row): string | null =>
  row.sealed && sealer.openPlace(aadOf(desk, row), row.sealed);

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
    const given = places.map((place) => ({ id: store.sealer.placeId(desk, place.ref), json: storableJson(place) }));
    const ids = given.map(({ id }) => id);
    const rows = ids.length === 0 ? [] : await newest(tx, desk, recorded.seq, ids);
    const before = new Map(rows.map((row) => [row.id, row]));
    const changes = given.flatMap(({ id, json }) => {
      const known = before.get(id);
      if (known && open(store, desk, known) === json) return [];
      return [{ id, json, change: known?.sealed ? ('changed' as const) : ('listed' as const) }];
    });
    for (const { id, json } of changes) {
      const sealed = store.sealer.sealPlace(aadOf(desk, { id, seq: recorded.seq }), json);
      await tx.insertInto('place').values({ desk, id, seq: recorded.seq, sealed }).execute();
    }
    const facts = changes.map(({ id, change }) => factOf(id, change));
    await appendFacts(tx, desk, recorded, facts);
    const listed = changes.filter(({ change }) => change === 'listed').length;
    return { listed, changed: changes.length - listed, unchanged: places.length - changes.length };
  });
}

/** Takes a place off the list; it stays in what is asked of the past. false when none of this id is listed. */
export async function removePlace(store: Store, desk: string, ref: string): Promise<boolean> {
  const id = store.sealer.placeId(desk, ref);
  return transact(store, async (tx) => {
    const recorded = await takeRecorded(store, tx, desk);
    const [known] = await newest(tx, desk, recorded.seq, [id]);
    if (!known?.sealed) return false;
    await tx.insertInto('place').values({ desk, id, seq: recorded.seq, sealed: null }).execute();
    await appendFacts(tx, desk, recorded, [factOf(id, 'unlisted')]);
    return true;
  });
}

const factOf = (id: string, change: 'listed' | 'changed' | 'unlisted'): NewFact => ({
  subject: id,
  interval: always,
  body: { kind: 'place', change },
});
