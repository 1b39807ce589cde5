import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../../../test/database.ts';
import { makePerson } from '../../../../test/make.ts';
import { type TestStore, testStore } from '../../../../test/store.ts';
import { watchListOf } from '../../../decide/watch-list.ts';
import { currentRecorded } from '../../../store/facts.ts';
import { savePeople } from '../../../store/people.ts';
import { peopleAt } from './people.ts';

describeWithDatabase('the watch list as of a commit', () => {
  const desk = 'live';
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
  });
  afterEach(() => t.close());

  const named = (ref: string, town: string | null = null) => {
    const { person } = makePerson(ref);
    return { ...person, stay: { ...person.stay, town } };
  };
  const refs = ['ana', 'ben', 'cem', 'dan', 'eva'];
  const seqNow = async () => (await currentRecorded(t.store, desk)).seq;

  test('is the same list, whether it is the newest or was', async () => {
    const parts = { store: t.store, desk, watch: watchListOf(t.store, desk) };
    await savePeople(
      t.store,
      desk,
      refs.map((ref) => named(ref)),
    );
    await peopleAt(parts, await seqNow());
    for (const ref of refs.toReversed().slice(2)) await savePeople(t.store, desk, [named(ref, 'Kabul')]);
    const seq = await seqNow();
    const first = await peopleAt(parts, seq);
    await savePeople(t.store, desk, [named('fay'), named('ana', 'Herat')]);
    expect(await peopleAt(parts, seq)).toEqual(first);
    expect(first.people.map(({ person }) => person.ref).toSorted()).toEqual(refs);
  });

  test('holds nobody who was listed between the question and the look', async () => {
    const watch = watchListOf(t.store, desk);
    await savePeople(t.store, desk, [named('ana')]);
    const seq = await seqNow();
    const late = async () => {
      await savePeople(t.store, desk, [named('ben')]);
      return watch.refresh();
    };
    const { people } = await peopleAt({ store: t.store, desk, watch: { ...watch, refresh: late } }, seq);
    expect(people.map(({ person }) => person.ref)).toEqual(['ana']);
  });
});
