import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { makeAlert, referenceTo, stamp } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { write as writeCap } from '../core/cap/index.ts';
import type { CapAlert } from '../core/cap/model.ts';
import type { Trust } from '../core/model.ts';
import { hour } from '../core/time/time.ts';
import { alertsAsOf, alertsById } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import { beginReading } from '../store/readings.ts';
import { keepReport, newestReading } from '../store/reports.ts';
import { type Incoming, readUnread, receive } from './receive.ts';

const bug = vi.hoisted(() => ({ stands: false }));
vi.mock('../sources/index.ts', async (load) => {
  const { sourceById } = await load<typeof import('../sources/index.ts')>();
  const parse = (): never => {
    throw new TypeError('made');
  };
  const broken = (id: string) => {
    const source = sourceById(id);
    return source && bug.stands ? { ...source, parse } : source;
  };
  return { sourceById: broken };
});

const bytes = new TextEncoder().encode(writeCap(makeAlert()));
const flood: Incoming = { source: 'cap-file', bytes, url: null, type: null, by: 'Ana' };

describeWithDatabase('receiving', () => {
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
    bug.stands = false;
  });
  afterEach(() => t.close());

  test('a story states who vouches and when it was fetched, in a drill space', async () => {
    const fetchedAt = t.clock.now() - hour;
    const received = await receive(t.store, 'drill', { ...flood, trust: 'from-origin', fetchedAt });
    expect(received).toMatchObject({ report: { fetchedAt }, alerts: [{ trust: 'from-origin', confirmedBy: null }] });
    expect(await receive(t.store, 'drill', { ...flood, trust: 'from-origin' })).toMatchObject({ known: true });
  });

  test('of a feed an alert that stands there twice is one, and an update of an update stays in their chain', async () => {
    const first = makeAlert({ identifier: 'f-1' });
    const next = (identifier: string, hours: number, before: CapAlert) =>
      makeAlert({
        ...{
          identifier,
          msgType: 'Update',
          sent: stamp(`2099-01-01T0${hours}:00:00-00:00`),
          references: [referenceTo(before)],
        },
      });
    const second = next('f-2', 1, first);
    const third = next('f-3', 2, second);
    const entries = [third, first, second, third].map(
      (alert) => `<entry>${writeCap(alert).replace(/<\?.*?\?>/, '')}</entry>`,
    );
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`;
    const received = await receive(t.store, 'live', { ...flood, bytes: new TextEncoder().encode(feed) });
    const alerts = received?.alerts ?? [];
    expect(alerts.map(({ alert }) => alert.identifier).toSorted()).toEqual(['f-1', 'f-2', 'f-3']);
    expect(new Set(alerts.map(({ situation }) => situation)).size).toBe(1);
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
    // What is handed in without an address is no page: soon after it is a retry.
    t.clock.set(t.clock.now() + hour);
    const handed = await come(flood);
    expect(await come(flood)).toEqual([handed[0], true, alerts]);
    // Not when something else came in between.
    await come({ ...flood, bytes: other });
    expect((await come(flood)).slice(1)).toEqual([false, alerts]);
    t.clock.set(t.clock.now() + hour);
    await come({ ...flood, bytes: new TextEncoder().encode(writeCap(makeAlert({ identifier: 'third' }))) });
    expect((await come(flood))[1]).toBe(false);
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

  test('and so it is with words in prose, while what nobody vouches for takes nothing from what somebody does', async () => {
    const words = 'Security Alert – U.S. Embassy Kabul, Afghanistan\nLocation: Kabul\nEvent: Leave the airport now.\n';
    const notice: Incoming = { ...flood, source: 'us-embassy', bytes: new TextEncoder().encode(words) };
    const trusts = async (trust: Trust): Promise<[boolean, Trust[]]> => {
      const received = await receive(t.store, 'drill', { ...notice, trust });
      return [received?.known ?? false, received?.alerts.map((alert) => alert.trust) ?? []];
    };
    expect(await trusts('unverified')).toEqual([false, ['unverified']]);
    const { seq } = await currentRecorded(t.store, 'drill');
    expect(await trusts('from-origin')).toEqual([false, ['from-origin']]);
    expect(await trusts('from-origin')).toEqual([true, ['from-origin']]);
    expect(await trusts('unverified')).toEqual([true, ['from-origin']]);
    const then = await alertsAsOf(t.store.db, 'drill', { valid: t.clock.now(), seq });
    expect(then.map(({ trust }) => trust)).toEqual(['unverified']);
  });

  test('what a reader failed on is read again at the next start, and is a warning then', async () => {
    bug.stands = true;
    const failed = await receive(t.store, 'live', flood);
    expect(failed).toMatchObject({ known: false, alerts: [], findings: [{ code: 'report.reader-failed' }] });
    const id = failed?.report.id ?? '';
    const { seq } = await currentRecorded(t.store, 'live');
    // The reader is no better: nothing is recorded, so nothing has to be decided again.
    expect(await readUnread(t.store, 'live', 0)).toMatchObject({ read: 1, failures: [] });
    expect((await newestReading(t.store, 'live', id))?.recorded.seq).toBe(seq);
    bug.stands = false;
    // In later rounds it is left alone.
    expect(await readUnread(t.store, 'live', seq)).toMatchObject({ read: 0 });
    expect(await readUnread(t.store, 'live', 0)).toMatchObject({ read: 1, failures: [] });
    const reading = await newestReading(t.store, 'live', id);
    expect(reading?.body).toMatchObject({ alerts: [expect.any(String)], findings: [] });
    expect((await newestReading(t.store, 'live', id, seq))?.body).toMatchObject({ alerts: [] });
    expect(await readUnread(t.store, 'live', 0)).toMatchObject({ read: 0 });
    expect(await receive(t.store, 'live', flood)).toMatchObject({
      known: true,
      alerts: [{ id: reading?.body.alerts[0] }],
    });
  });

  test('what a reader failed on is read again when it is handed in again', async () => {
    bug.stands = true;
    const failed = await receive(t.store, 'live', flood);
    expect(await receive(t.store, 'live', flood)).toMatchObject({ known: false, alerts: [] });
    bug.stands = false;
    const read = await receive(t.store, 'live', flood);
    expect(read).toMatchObject({ known: false, report: { id: failed?.report.id, findings: [] } });
    expect(read?.alerts).toHaveLength(1);
    expect(await receive(t.store, 'live', flood)).toMatchObject({ known: true });
  });

  test('a kill between keeping and reading is read at the next start, and no later', async () => {
    const kept = await keepReport(t.store, 'live', { ...flood, fetchedAt: t.clock.now() });
    expect(await newestReading(t.store, 'live', kept.id)).toBeNull();
    const look = await readUnread(t.store, 'live', 0);
    expect(look).toMatchObject({ read: 1, failures: [] });
    expect((await newestReading(t.store, 'live', kept.id))?.body.alerts).toHaveLength(1);
  });

  test('a report that killed its reader is tried once more, then left with a finding', async () => {
    const { id } = await keepReport(t.store, 'live', { ...flood, fetchedAt: t.clock.now() });
    const die = () => beginReading(t.store, 'live', id);
    await die();
    await die();
    expect(await readUnread(t.store, 'live', 0)).toMatchObject({ read: 1, failures: [] });
    expect((await newestReading(t.store, 'live', id))?.body).toMatchObject({
      alerts: [],
      findings: [{ severity: 'error', code: 'report.reader-died' }],
    });
    expect(await readUnread(t.store, 'live', 0)).toMatchObject({ read: 0 });
    // Whoever hands it in again is there to see what becomes of it.
    expect((await receive(t.store, 'live', flood))?.alerts).toHaveLength(1);
  });

  test('one death, and readings that only failed, count for nothing once it was read', async () => {
    const { id } = await keepReport(t.store, 'live', { ...flood, fetchedAt: t.clock.now() });
    bug.stands = true;
    for (let n = 0; n < 3; n++) await readUnread(t.store, 'live', 0);
    bug.stands = false;
    await beginReading(t.store, 'live', id);
    await readUnread(t.store, 'live', 0);
    expect((await newestReading(t.store, 'live', id))?.body.alerts).toHaveLength(1);
    expect(await beginReading(t.store, 'live', id)).toBe(1);
  });
});
