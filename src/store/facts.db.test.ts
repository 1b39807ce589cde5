import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { always, type NewFact } from '../core/fact.ts';
import { day, hour } from '../core/time/time.ts';
import { currentRecorded, factOf, momentOf } from './facts.ts';
import type { Store } from './open.ts';
import { appendFacts, takeRecorded, transact } from './transact.ts';

const trust = (subject: string): NewFact => ({
  subject,
  interval: always,
  body: { kind: 'trust', trust: 'operator', by: 'Ana' },
});

const commit = (store: Store, ...subjects: string[]) =>
  transact(store, async (tx) => {
    const recorded = await takeRecorded(store, tx, 'live');
    await appendFacts(tx, 'live', recorded, subjects.map(trust));
    return recorded;
  });

const known = async (store: Store, seq: number): Promise<string[]> => {
  const rows = await store.db
    .selectFrom('fact')
    .selectAll()
    .where('seq', '<=', seq)
    .orderBy('seq')
    .orderBy('n')
    .execute();
  return rows.map(factOf).map((fact) => fact.subject);
};

describeWithDatabase('recorded time', () => {
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
  });
  afterEach(() => t.close());

  test('a commit is one seq, facts keep their order in it, nothing recorded is lost in reading back', async () => {
    const recorded = await commit(t.store, 'a', 'b');
    expect(recorded).toEqual({ seq: 1, at: t.clock.now() });
    expect(await known(t.store, 1)).toEqual(['a', 'b']);
    expect(await currentRecorded(t.store, 'live')).toEqual(recorded);
  });

  test('time recorded never runs backwards, though the clock does', async () => {
    const first = await commit(t.store, 'a');
    t.clock.advance(-hour);
    const second = await commit(t.store, 'b');
    expect(second).toEqual({ seq: 2, at: first.at });
  });

  test('a past recorded time means the last commit before it; now means the newest; a seq means itself', async () => {
    const [one] = [await commit(t.store, 'a')];
    t.clock.advance(hour);
    await commit(t.store, 'b');
    t.clock.advance(hour);
    expect(await momentOf(t.store, 'live', { recorded: one.at + 1 })).toMatchObject({
      seq: 1,
      at: one.at,
      isPast: true,
    });
    expect(await momentOf(t.store, 'live', { recorded: one.at - 1 })).toMatchObject({ seq: 0, at: 0 });
    expect(await momentOf(t.store, 'live', {})).toMatchObject({ seq: 2, valid: t.clock.now(), isPast: false });
    expect(await momentOf(t.store, 'live', { recorded: t.clock.now() + day })).toMatchObject({ seq: 2 });
    expect(await momentOf(t.store, 'live', { seq: 1 })).toMatchObject({ seq: 1, at: one.at, isPast: true });
  });

  test('a commit asked for by its number alone is one moment, whenever it is asked for', async () => {
    const one = await commit(t.store, 'a');
    t.clock.advance(hour);
    const two = await commit(t.store, 'b');
    const ask = () => Promise.all([one, two].map(({ seq }) => momentOf(t.store, 'live', { seq })));
    const first = await ask();
    expect(first).toEqual([one, two].map(({ seq, at }) => ({ seq, at, valid: at, isPast: true, heardUntil: at })));
    t.clock.advance(day);
    await commit(t.store, 'c');
    expect(await ask()).toEqual(first);
  });

  test('what an answer names of its moment, asked for again, is that moment', async () => {
    const { at } = await commit(t.store, 'a');
    t.clock.advance(hour);
    const questions = [{}, { recorded: at }, { recorded: at + day }, { valid: at - day }, { seq: 1 }];
    const asked = await Promise.all(questions.map((question) => momentOf(t.store, 'live', question)));
    t.clock.advance(day);
    await commit(t.store, 'b');
    for (const moment of asked)
      expect(await momentOf(t.store, 'live', { seq: moment.seq, valid: moment.valid })).toEqual({
        ...moment,
        isPast: true,
      });
  });

  test('what was heard after the next commit is no part of an answer about the one before', async () => {
    const one = await commit(t.store, 'a');
    t.clock.advance(hour);
    const two = await commit(t.store, 'b');
    const later = two.at + day;
    expect(await momentOf(t.store, 'live', { seq: one.seq, valid: later })).toMatchObject({ heardUntil: two.at });
    expect(await momentOf(t.store, 'live', { seq: two.seq, valid: later })).toMatchObject({ heardUntil: later });
  });

  test('a transaction that fails leaves nothing and no number is seen', async () => {
    const failing = transact(t.store, async (tx) => {
      await appendFacts(tx, 'live', await takeRecorded(t.store, tx, 'live'), [trust('lost')]);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect((await commit(t.store, 'kept')).seq).toBe(1);
    expect(await known(t.store, 9)).toEqual(['kept']);
  });

  test('desks count apart', async () => {
    await commit(t.store, 'a');
    expect(await currentRecorded(t.store, 'drill')).toEqual({ seq: 0, at: 0 });
  });

  test('with many writers at once, an answer for a closed recorded time never changes', async () => {
    const other = await t.second('second');
    const answers: { at: number; seq: number; subjects: string[] }[] = [];
    let writing = true;
    const write = async (store: Store, name: string): Promise<void> => {
      for (let i = 0; i < 40; i++) {
        await commit(store, `${name}${i}`);
        t.clock.advance(1);
      }
    };
    const look = async (): Promise<void> => {
      while (writing) {
        const recorded = t.clock.now() - 1;
        const moment = await momentOf(t.store, 'live', { recorded });
        answers.push({ at: recorded, seq: moment.seq, subjects: await known(t.store, moment.seq) });
      }
    };
    const looking = look();
    await Promise.all(['a', 'b', 'c', 'd'].map((name, i) => write(i % 2 ? other : t.store, name)));
    writing = false;
    await looking;
    t.clock.advance(hour);
    expect(answers.length).toBeGreaterThan(5);
    for (const answer of answers) {
      const moment = await momentOf(t.store, 'live', { recorded: answer.at });
      expect({ at: answer.at, seq: moment.seq, subjects: await known(t.store, moment.seq) }).toEqual(answer);
    }
    expect((await currentRecorded(t.store, 'live')).seq).toBe(160);
    const numbers = await t.store.db.selectFrom('fact').select(['seq', 'at']).orderBy('seq').execute();
    expect(numbers.every((row, i) => i === 0 || row.at >= (numbers[i - 1]?.at ?? 0))).toBe(true);
  });
});
