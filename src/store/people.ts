/** The watch list: one sealed row for each revision of a person. Nothing of who, how or where is readable without the key. */
import type { Selectable } from 'kysely';
import { always, type NewFact } from '../core/fact.ts';
import type { Person, Space, Stay, WatchedPerson } from '../core/model.ts';
import type { Tables } from './migrations/schema.ts';
import type { Store, Tx } from './open.ts';
import { appendFacts, takeRecorded, transact } from './transact.ts';

/** Three fields, because they end at different times: who somebody is, how they are reached, where they are. */
const fields = ['who', 'how', 'place'] as const;
type SealedField = (typeof fields)[number];

interface Who {
  readonly ref: string;
  readonly name: string;
  readonly role: string | null;
  readonly nationality: string | null;
  readonly language: string | null;
  readonly wardenOf: readonly string[];
  readonly space: Space;
}

export interface People {
  readonly people: readonly WatchedPerson[];
  /** People whose key is gone or does not open their row: they existed, and that is all there is to say. */
  readonly erased: number;
}

const keyAad = (desk: string, id: string): string => `person_key/${desk}/${id}`;
const fieldAad = (row: { desk: string; id: string; seq: number }, field: SealedField): string =>
  `person/${row.desk}/${row.id}/${row.seq}/${field}`;

/** Everybody on the list as of commit `seq`, in the order they were first listed. */
export async function peopleAsOf(store: Store, desk: string, seq: number): Promise<People> {
  const rows = await newestRows(store.db, desk, seq);
  return openRows(
    store,
    rows.filter((row) => row.listed),
  );
}

/** Revisions after commit `since`, newest for each person; `gone` are those taken off the list. */
export async function peopleSince(
  store: Store,
  desk: string,
  since: number,
): Promise<Pick<People, 'people'> & { gone: string[]; unreadable: string[] }> {
  const rows = await newestRows(store.db, desk, Number.MAX_SAFE_INTEGER, since);
  const opened = openRows(
    store,
    rows.filter((row) => row.listed),
  );
  const ids = new Set(opened.people.map((person) => person.id));
  const listed = rows.filter((row) => row.listed).map((row) => row.id);
  const gone = rows.filter((row) => !row.listed).map((row) => row.id);
  return { people: opened.people, gone, unreadable: listed.filter((id) => !ids.has(id)) };
}

export async function personById(store: Store, desk: string, id: string): Promise<WatchedPerson | null> {
  const rows = await newestRows(store.db, desk, Number.MAX_SAFE_INTEGER, 0, [id]);
  return (
    openRows(
      store,
      rows.filter((row) => row.listed),
    ).people[0] ?? null
  );
}

type Row = Selectable<Tables['person']> & { wrapped: Uint8Array | null };

async function newestRows(db: Store['db'] | Tx, desk: string, seq: number, since = 0, ids?: string[]): Promise<Row[]> {
  let newest = db
    .selectFrom('person')
    .select(({ fn }) => ['id', fn.max('seq').as('seq')])
    .where('desk', '=', desk)
    .where('seq', '<=', seq)
    .where('seq', '>', since);
  if (ids) newest = newest.where('id', 'in', ids);
  return db
    .selectFrom('person')
    .innerJoin(newest.groupBy('id').as('newest'), (join) =>
      join.onRef('newest.id', '=', 'person.id').onRef('newest.seq', '=', 'person.seq'),
    )
    .leftJoin('person_key', (join) =>
      join.onRef('person_key.desk', '=', 'person.desk').onRef('person_key.id', '=', 'person.id'),
    )
    .selectAll('person')
    .select('person_key.wrapped')
    .where('person.desk', '=', desk)
    .orderBy('person.seq')
    .orderBy('person.id')
    .execute();
}

function openRows(store: Store, rows: readonly Row[]): People {
  const people = rows.map((row) => openRow(store, row));
  const found = people.filter((person) => person !== null);
  return { people: found, erased: people.length - found.length };
}

function openRow(store: Store, row: Row): WatchedPerson | null {
  const { wrapped } = row;
  if (!wrapped) return null;
  const opened = fields.map((field) => {
    const sealed = row[field];
    return sealed ? store.sealer.open(wrapped, keyAad(row.desk, row.id), fieldAad(row, field), sealed) : null;
  });
  const [who, how, place] = opened;
  if (!who || !how || !place) return null;
  const stay = JSON.parse(place) as Stay;
  const channels = JSON.parse(how) as Person['channels'];
  return { id: row.id, person: { ...(JSON.parse(who) as Who), channels, stay } };
}

export interface Saved {
  readonly listed: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Lists people or changes those already listed, in one commit. A person as already known makes no new row. */
export async function savePeople(store: Store, desk: string, people: readonly Person[]): Promise<Saved> {
  const ids = people.map((person) => store.sealer.personId(desk, person.ref));
  return transact(store, async (tx) => {
    // The desk's lock first: two imports at once must not both find somebody new.
    const recorded = await takeRecorded(store, tx, desk);
    const rows = ids.length === 0 ? [] : await newestRows(tx, desk, recorded.seq, 0, ids);
    const before = new Map(
      openRows(
        store,
        rows.filter((row) => row.listed),
      ).people.map((p) => [p.id, p.person]),
    );
    const keys = new Map(rows.flatMap((row) => (row.wrapped ? [[row.id, row.wrapped] as const] : [])));
    const changes = people.flatMap((person, i) => {
      const id = ids[i] as string;
      const change = changeOf(before.get(id), person);
      return change ? [{ id, person, change }] : [];
    });
    for (const { id, person } of changes) {
      const wrapped = keys.get(id) ?? (await newKey(store, tx, desk, id));
      await tx
        .insertInto('person')
        .values(sealRow(store, { desk, id, seq: recorded.seq }, wrapped, person))
        .execute();
    }
    const facts = changes.map(
      ({ id, change }): NewFact => ({ subject: id, interval: always, body: { kind: 'person', change } }),
    );
    await appendFacts(tx, desk, recorded, facts);
    const listed = changes.filter(({ change }) => change === 'listed').length;
    return { listed, changed: changes.length - listed, unchanged: people.length - changes.length };
  });
}

/** `moved` outweighs other changes: it decides whether somebody counts as newly arrived. */
function changeOf(before: Person | undefined, after: Person): 'listed' | 'moved' | 'changed' | null {
  if (!before) return 'listed';
  if (!sameJson(stayOf(before.stay), stayOf(after.stay))) return 'moved';
  return sameJson(whoOf(before), whoOf(after)) && sameJson(channelsOf(before), channelsOf(after)) ? null : 'changed';
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function whoOf(person: Person): Who {
  const { ref, name, role, nationality, language, wardenOf, space } = person;
  return { ref, name, role, nationality, language, wardenOf, space };
}

const stayOf = ({ town, country, admin1, at, positionAt, from, to }: Stay): Stay => ({
  town,
  country,
  admin1,
  at: at && { lat: at.lat, lon: at.lon },
  positionAt,
  from,
  to,
});

const channelsOf = (person: Person): Person['channels'] =>
  person.channels.map(({ channel, address }) => ({ channel, address }));

async function newKey(store: Store, tx: Tx, desk: string, id: string): Promise<Uint8Array> {
  const wrapped = store.sealer.newKey(keyAad(desk, id));
  await tx.insertInto('person_key').values({ desk, id, wrapped }).execute();
  return wrapped;
}

function sealRow(
  store: Store,
  row: { desk: string; id: string; seq: number },
  wrapped: Uint8Array,
  person: Person,
): Selectable<Tables['person']> {
  const seal = (field: SealedField, value: unknown): Uint8Array =>
    store.sealer.seal(wrapped, keyAad(row.desk, row.id), fieldAad(row, field), JSON.stringify(value));
  return {
    ...row,
    listed: true,
    who: seal('who', whoOf(person)),
    how: seal('how', channelsOf(person)),
    place: seal('place', stayOf(person.stay)),
  };
}

/** Takes a person off the list and destroys their key: no revision, here or in a later backup, can be read again. */
export async function erasePerson(store: Store, desk: string, ref: string): Promise<boolean> {
  const id = store.sealer.personId(desk, ref);
  return transact(store, async (tx) => {
    const deleted = await tx.deleteFrom('person_key').where('desk', '=', desk).where('id', '=', id).executeTakeFirst();
    if (deleted.numDeletedRows === 0n) return false;
    const recorded = await takeRecorded(store, tx, desk);
    const gone = { desk, id, seq: recorded.seq, listed: false, who: null, how: null, place: null };
    await tx.insertInto('person').values(gone).execute();
    await appendFacts(tx, desk, recorded, [
      { subject: id, interval: always, body: { kind: 'person', change: 'unlisted' } },
    ]);
    return true;
  });
}
