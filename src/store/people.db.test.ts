import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { makePerson, standing } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { currentRecorded } from './facts.ts';
import { erasePerson, peopleAsOf, peopleSince, personById, savePeople } from './people.ts';

const ana = makePerson('ana').person;
const ben = makePerson('ben', { stay: { ...standing(1, 2), positionAt: 5 }, wardenOf: ['ana'] }).person;

describeWithDatabase('the watch list', () => {
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
  });
  afterEach(() => t.close());
  const seq = async (): Promise<number> => (await currentRecorded(t.store, 'live')).seq;
  const list = async (at: number) => (await peopleAsOf(t.store, 'live', at)).people.map(({ person }) => person);

  test('comes back as it was given', async () => {
    expect(await savePeople(t.store, 'live', [ana, ben])).toEqual({ listed: 2, changed: 0, unchanged: 0 });
    expect((await list(await seq())).toSorted((a, b) => (a.ref < b.ref ? -1 : 1))).toEqual([ana, ben]);
    expect((await personById(t.store, 'live', t.store.sealer.personId('live', 'ben')))?.person).toEqual(ben);
  });

  test('the same list again changes nothing; a move is a move, a new address a change', async () => {
    await savePeople(t.store, 'live', [ana, ben]);
    expect(await savePeople(t.store, 'live', [ana, ben])).toEqual({ listed: 0, changed: 0, unchanged: 2 });
    const moved = { ...ana, stay: standing(9, 9) };
    const reached = { ...ben, channels: [] };
    expect(await savePeople(t.store, 'live', [moved, reached])).toEqual({ listed: 0, changed: 2, unchanged: 0 });
    const facts = await t.store.db
      .selectFrom('fact')
      .select('body')
      .where('kind', '=', 'person')
      .orderBy('seq')
      .orderBy('n')
      .execute();
    expect(facts.map(({ body }) => body.kind === 'person' && body.change)).toEqual([
      'listed',
      'listed',
      'moved',
      'changed',
    ]);
  });

  test('as of an earlier commit people stand where they stood', async () => {
    await savePeople(t.store, 'live', [ana]);
    const then = await seq();
    await savePeople(t.store, 'live', [{ ...ana, stay: standing(9, 9) }]);
    expect((await list(then))[0]?.stay.at).toEqual({ lat: 34.5, lon: 69.2 });
    expect((await list(await seq()))[0]?.stay.at).toEqual({ lat: 9, lon: 9 });
    expect((await peopleSince(t.store, 'live', then)).people).toHaveLength(1);
  });

  test('erased: no revision can be read, earlier answers say that somebody is missing', async () => {
    await savePeople(t.store, 'live', [ana, ben]);
    const then = await seq();
    expect(await erasePerson(t.store, 'live', 'ana')).toBe(true);
    expect(await erasePerson(t.store, 'live', 'ana')).toBe(false);
    expect(await peopleAsOf(t.store, 'live', then)).toMatchObject({ people: [{ person: { ref: 'ben' } }], erased: 1 });
    expect(await peopleAsOf(t.store, 'live', await seq())).toMatchObject({
      people: [{ person: { ref: 'ben' } }],
      erased: 0,
    });
    expect(await peopleSince(t.store, 'live', then)).toMatchObject({
      people: [],
      gone: [t.store.sealer.personId('live', 'ana')],
    });
    expect(await savePeople(t.store, 'live', [ana])).toMatchObject({ listed: 1 });
  });

  test('two imports of one list at once list each person once', async () => {
    const other = await t.second('second');
    const sums = await Promise.all([savePeople(t.store, 'live', [ana, ben]), savePeople(other, 'live', [ben, ana])]);
    expect(sums.map(({ listed }) => listed).toSorted()).toEqual([0, 2]);
  });

  test('a row moved to another person’s id does not open', async () => {
    await savePeople(t.store, 'live', [ana, ben]);
    const rows = await t.store.db.selectFrom('person').selectAll().execute();
    const [one, two] = [rows[0], rows[1]];
    if (!one || !two) throw new Error('two rows expected');
    await t.store.db.updateTable('person').set({ place: two.place }).where('id', '=', one.id).execute();
    expect(await peopleAsOf(t.store, 'live', await seq())).toMatchObject({ people: [{ id: two.id }], erased: 1 });
  });

  test('spaces do not meet', async () => {
    await savePeople(t.store, 'drill', [ana]);
    expect(await list(await seq())).toEqual([]);
  });
});
