import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { makeAlert } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { writeCap } from '../core/cap/index.ts';
import { hour } from '../core/time/time.ts';
import { alertsById } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import { type Incoming, receive } from './receive.ts';

const bytes = new TextEncoder().encode(writeCap(makeAlert()));
const flood: Incoming = { source: 'cap-file', bytes, url: null, type: null, by: 'Ana' };

describeWithDatabase('receiving', () => {
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
  });
  afterEach(() => t.close());

  test('a story states who vouches and when it was fetched, in a drill space', async () => {
    const fetchedAt = t.clock.now() - hour;
    const received = await receive(t.store, 'drill', { ...flood, trust: 'from-origin', fetchedAt });
    expect(received).toMatchObject({ report: { fetchedAt }, alerts: [{ trust: 'from-origin', confirmedBy: null }] });
    expect(await receive(t.store, 'drill', { ...flood, trust: 'from-origin' })).toMatchObject({ known: true });
  });

  test('the live space takes nobody’s word for either, and keeps nothing', async () => {
    await expect(receive(t.store, 'live', { ...flood, trust: 'from-origin' })).rejects.toThrow(/nobody’s word/);
    await expect(receive(t.store, 'live', { ...flood, fetchedAt: 0 })).rejects.toThrow(/nobody’s word/);
    expect((await currentRecorded(t.store, 'live')).seq).toBe(0);
    expect(await receive(t.store, 'live', flood)).toMatchObject({ alerts: [{ trust: 'unverified' }] });
  });

  test('the same bytes are one report until the page has shown others', async () => {
    const url = 'https://flood.example/now.xml';
    const other = new TextEncoder().encode(writeCap(makeAlert({ identifier: 'other' })));
    const come = async (page: Incoming): Promise<[string | undefined, boolean | undefined, string[]]> => {
      const received = await receive(t.store, 'live', page);
      return [received?.report.id, received?.known, received?.alerts.map(({ id }) => id) ?? []];
    };
    const [first, , alerts] = await come({ ...flood, url });
    expect(await come({ ...flood, url })).toEqual([first, true, alerts]);
    await come({ ...flood, bytes: other, url });
    const [again, known, shown] = await come({ ...flood, url });
    expect([again === first, known, shown]).toEqual([false, false, alerts]);
    expect(await come({ ...flood, url })).toEqual([again, true, alerts]);
    // What is handed in without an address is no page.
    const handed = await come(flood);
    await come({ ...flood, bytes: other });
    expect(await come(flood)).toEqual([handed[0], true, alerts]);
  });

  test('two who hand in the same at once hand in one report', async () => {
    const url = 'https://flood.example/now.xml';
    const both = await Promise.all([1, 2, 3].map(() => receive(t.store, 'live', { ...flood, url })));
    expect(new Set(both.map((one) => one?.report.id)).size).toBe(1);
    expect(new Set(both.flatMap((one) => one?.alerts.map(({ id }) => id))).size).toBe(1);
  });

  test('words nobody vouched for are vouched for when they come again from their origin', async () => {
    const [before] = (await receive(t.store, 'drill', { ...flood, trust: 'unverified' }))?.alerts ?? [];
    expect(before?.trust).toBe('unverified');
    const { seq } = await currentRecorded(t.store, 'drill');
    const vouched = await receive(t.store, 'drill', { ...flood, trust: 'from-origin' });
    expect(vouched).toMatchObject({
      known: false,
      alerts: [{ id: before?.id, trust: 'from-origin', confirmedBy: null }],
    });
    const [then] = await alertsById(t.store.db, 'drill', { valid: t.clock.now(), seq }, [before?.id ?? '']);
    expect(then?.trust).toBe('unverified');
    expect(await receive(t.store, 'drill', { ...flood, trust: 'unverified' })).toMatchObject({ known: true });
  });
});
