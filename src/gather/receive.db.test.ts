import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { makeAlert } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { writeCap } from '../core/cap/index.ts';
import { hour } from '../core/time/time.ts';
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
});
