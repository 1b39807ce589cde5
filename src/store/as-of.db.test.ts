/** What the lists let go of, and what they never do. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { makeAlert, makeInfo } from '../../test/make.ts';
import { nothingSaid } from '../../test/make-picture.ts';
import { start, type TestStore, testStore } from '../../test/store.ts';
import { type AlertBody, always, type FactBody, type NewFact } from '../core/fact.ts';
import type { Trust } from '../core/model.ts';
import { day, type Instant } from '../core/time/time.ts';
import { alertsAsOf, alertsById, alertsChanged } from './as-of.ts';
import { currentRecorded } from './facts.ts';
import { readingsAsOf } from './readings.ts';
import { keepReport } from './reports.ts';
import { appendFacts, takeRecorded, transact } from './transact.ts';

describeWithDatabase('the lists of a moment', () => {
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
  });
  afterEach(() => t.close());

  const keep = (facts: readonly NewFact<FactBody>[]): Promise<void> =>
    transact(t.store, async (tx) => appendFacts(tx, 'live', await takeRecorded(t.store, tx, 'live'), facts));
  const asOf = async (valid: Instant) => ({ valid, seq: (await currentRecorded(t.store, 'live')).seq });

  /** An alert without an end, which takes the place of `before`. */
  const alert = (id: string, from: Instant, before?: string, trust: Trust = 'from-origin'): Promise<void> => {
    const made = makeAlert({
      identifier: id,
      msgType: before === undefined ? 'Alert' : 'Update',
      sent: { text: new Date(from).toISOString(), at: from },
      infos: [makeInfo({ expires: null })],
    });
    const references = before === undefined ? [] : [`t-${before}`];
    const base = { kind: 'alert' as const, report: `r-${id}`, name: `t-${id}`, situations: ['s-1'], trust };
    const body: AlertBody = { ...base, alert: made, references };
    const how = 'superseded' as const;
    return keep([
      { subject: id, interval: { from, to: null }, body },
      ...references.map((name) => ({
        subject: name,
        interval: always,
        body: { kind: 'referenced' as const, by: id, how },
      })),
    ]);
  };

  const reading = async (text: string, from: Instant): Promise<string> => {
    const bytes = new TextEncoder().encode(text);
    const made = { source: 'made', bytes, url: null, type: null, fetchedAt: from, by: null };
    const { id } = await keepReport(t.store, 'live', made);
    await readAgain(id, from);
    return id;
  };
  const readAgain = (id: string, from: Instant, reader = 'made/1'): Promise<void> => {
    const prose = { document: 'none', title: reader, publisher: null, publishedAt: from, said: nothingSaid };
    const body = { kind: 'reading' as const, reader, findings: [], alerts: [], prose };
    return keep([{ subject: id, interval: { from, to: null }, body }]);
  };

  test('a word that another took the place of leaves 30 days after that, and can be asked for by id', async () => {
    await alert('a-1', start - 90 * day);
    await alert('a-2', start - 40 * day, 'a-1');
    await alert('a-3', start - 20 * day, 'a-2');
    const listed = async (valid: Instant) =>
      (await alertsAsOf(t.store.db, 'live', await asOf(valid))).map(({ id }) => id);
    expect(await listed(start)).toEqual(['a-2', 'a-3']);
    expect(await listed(start - 15 * day)).toEqual(['a-1', 'a-2', 'a-3']);
    expect(await listed(start + 400 * day)).toEqual(['a-3']);
    const [first] = await alertsById(t.store.db, 'live', await asOf(start), ['a-1']);
    expect(first).toMatchObject({ state: 'superseded', endedBy: 'a-2' });
  });

  test('a claim to end it that nobody vouches for takes no warning off the list, however old', async () => {
    await alert('a-1', start - 90 * day);
    await alert('a-2', start - 80 * day, 'a-1', 'unverified');
    const found = await alertsAsOf(t.store.db, 'live', await asOf(start));
    expect(found.map(({ id, state }) => [id, state])).toEqual([
      ['a-1', 'in-force'],
      ['a-2', 'in-force'],
    ]);
  });

  test('readings are those of the weeks around the moment, and those that are asked for by report', async () => {
    const [old, late, next] = [
      await reading('old', start - 90 * day),
      await reading('late', start - 29 * day),
      await reading('next', start + 29 * day),
    ];
    const read = async (valid: Instant, reports?: string[]) =>
      (await readingsAsOf(t.store.db, 'live', await asOf(valid), reports)).map(({ report }) => report);
    expect(await read(start)).toEqual([late, next]);
    expect(await read(start, [old, 'r-none'])).toEqual([old, late, next]);
    expect(await read(start - 61 * day)).toEqual([old]);
    expect(await read(start + 200 * day)).toEqual([]);
  });

  test('of a report read anew counts the newest reading, also when it gives another day', async () => {
    const id = await reading('one', start - 90 * day);
    await readAgain(id, start - day, 'made/2');
    const titles = async (valid: Instant) =>
      (await readingsAsOf(t.store.db, 'live', await asOf(valid))).map(({ title }) => title);
    expect([await titles(start), await titles(start - 80 * day)]).toEqual([['made/2'], ['made/2']]);
  });

  test('a report read anew with another day comes into no answer about a commit before', async () => {
    const id = await reading('one', start - 90 * day);
    const before = await asOf(start);
    expect(await readingsAsOf(t.store.db, 'live', before)).toEqual([]);
    await readAgain(id, start - day, 'made/2');
    expect(await readingsAsOf(t.store.db, 'live', before)).toEqual([]);
  });

  test('what bears on an alert is told from what bears on people, up to any commit', async () => {
    expect(await alertsChanged(t.store.db, 'live', 999)).toBe(0);
    const listed = { kind: 'person' as const, change: 'listed' as const };
    const person = { subject: 'p-1', interval: always, body: listed };
    await keep([person]);
    expect(await alertsChanged(t.store.db, 'live', 999)).toBe(0);
    await alert('a-1', start);
    const { seq: first } = await currentRecorded(t.store, 'live');
    await keep([person]);
    expect(await alertsChanged(t.store.db, 'live', 999)).toBe(first);
    await keep([{ subject: 'a-1', interval: always, body: { kind: 'trust', trust: 'operator', by: 'Ana' } }]);
    const { seq: second } = await currentRecorded(t.store, 'live');
    expect(await alertsChanged(t.store.db, 'live', 999)).toBe(second);
    expect(await alertsChanged(t.store.db, 'live', second - 1)).toBe(first);
    expect(await alertsChanged(t.store.db, 'drill', 999)).toBe(0);
  });
});
