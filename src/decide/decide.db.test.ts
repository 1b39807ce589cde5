import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { makeAlert, makeArea, makeInfo, makePerson, referenceTo, square, stamp, standing } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { write as writeCap } from '../core/cap/index.ts';
import type { CapAlert } from '../core/cap/model.ts';
import type { Person } from '../core/model.ts';
import { day, hour, minute } from '../core/time/time.ts';
import { confirmAlert } from '../gather/confirm.ts';
import { receive } from '../gather/receive.ts';
import { alertsAsOf } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import { claim, type Lease } from '../store/outbox/lease.ts';
import { noticesOf } from '../store/outbox/read.ts';
import { settle } from '../store/outbox/settle.ts';
import { savePeople } from '../store/people.ts';
import type { Deciding } from './alert.ts';
import { decideNext, passOver } from './decide.ts';
import { rehearse } from './rehearse.ts';
import { watchListOf } from './watch-list.ts';

const ana = makePerson('ana').person;
const ben = makePerson('ben', { stay: standing(34.5, 69.9) }).person;
const flood = makeAlert();

describeWithDatabase('deciding', () => {
  let t: TestStore;
  let d: Deciding;
  const decideAll = async (): Promise<void> => {
    while (await decideNext(d));
  };
  beforeEach(async () => {
    t = await testStore();
    const watch = watchListOf(t.store, 'live');
    const rules = { tellHours: 24, positionHours: 72 };
    d = { store: t.store, desk: 'live', rules, watch, deskChannels: ['mail'] };
  });
  afterEach(() => t.close());

  const list = (...people: Person[]) => savePeople(t.store, 'live', people);
  const post = async (alert: CapAlert): Promise<string> => {
    const bytes = new TextEncoder().encode(writeCap(alert));
    const received = await receive(t.store, 'live', { source: 'cap-file', bytes, url: null, type: null, by: 'Ana' });
    return received?.alerts[0]?.id ?? '';
  };
  const confirmed = async (alert: CapAlert): Promise<string> => {
    const id = await post(alert);
    await confirmAlert(t.store, 'live', id, 'Ana');
    await decideAll();
    return id;
  };
  const seq = async () => (await currentRecorded(t.store, 'live')).seq;
  const told = async () =>
    (await noticesOf(t.store, 'live', { limit: 99, heardUntil: t.clock.now(), seq: await seq() }))
      .map(({ person, kind, deliveries }) => ({
        person: refOf(person),
        kind,
        states: deliveries.map(({ state }) => state),
      }))
      .toReversed();
  const wakes = async () =>
    (await noticesOf(t.store, 'live', { limit: 99, heardUntil: t.clock.now(), seq: await seq(), wakes: true })).map(
      ({ sentence }) => sentence ?? '',
    );
  const refOf = (id: string): string => ['ana', 'ben'].find((ref) => t.store.sealer.personId('live', ref) === id) ?? id;
  const claimAll = async (limit: number): Promise<Lease[]> => [
    ...(await claim(t.store, 'live', 'mail', limit)),
    ...(await claim(t.store, 'live', 'webhook', limit)),
  ];
  /** Sends what is due, as if every far side took it. */
  const deliver = async (): Promise<void> => {
    for (const lease of await claimAll(99)) await accept(lease);
  };
  const accept = (lease: Lease) =>
    settle(t.store, lease, { state: 'accepted', outcome: 'accepted', words: '250 ok', dueAt: null }, () => null);

  test('an unverified alert tells nobody and wakes the desk; confirmed it tells those inside', async () => {
    await list(ana, ben);
    const id = await post(flood);
    await decideAll();
    expect(await told()).toEqual([]);
    expect(await wakes()).toEqual([expect.stringContaining('nobody has vouched for')]);
    await confirmAlert(t.store, 'live', id, 'Ana');
    await decideAll();
    expect(await told()).toEqual([{ person: 'ana', kind: 'alert', states: ['queued'] }]);
  });

  test('deciding again, confirming again and posting again tell nobody twice', async () => {
    await list(ana);
    const id = await confirmed(flood);
    await confirmAlert(t.store, 'live', id, 'Ben');
    expect(await post(flood)).toBe(id);
    await list({ ...ana, role: 'Driver' });
    await decideAll();
    expect(await told()).toHaveLength(1);
  });

  test('somebody who is listed or moves in later is told; somebody who moves away hears nothing more', async () => {
    await list(ben);
    await confirmed(flood);
    expect(await told()).toEqual([]);
    await list(ana, { ...ben, stay: standing(34.51, 69.21) });
    await decideAll();
    expect((await told()).map(({ person }) => person).toSorted()).toEqual(['ana', 'ben']);
    await list({ ...ben, stay: standing(0, 0) });
    await decideAll();
    expect(await told()).toHaveLength(2);
  });

  test('a stay that begins later is told when it begins, by the clock alone', async () => {
    const open = makeAlert({ infos: [makeInfo({ expires: null })] });
    await list({ ...ana, stay: { ...ana.stay, from: t.clock.now() + 2 * hour } });
    await confirmed(open);
    t.clock.advance(2 * hour - 1);
    await decideAll();
    expect(await told()).toEqual([]);
    t.clock.advance(1);
    await decideAll();
    expect(await told()).toMatchObject([{ person: 'ana', kind: 'alert' }]);
    t.clock.advance(minute);
    await decideAll();
    expect(await told()).toHaveLength(1);
  });

  test('an alert without an end, read late: nobody listed is told, the desk is; who comes later is', async () => {
    await list(ana);
    await confirmed(makeAlert({ sent: stamp('2026-02-20T06:00:00+00:00'), infos: [makeInfo({ expires: null })] }));
    expect(await told()).toEqual([]);
    expect((await wakes())[0]).toMatch(/^Nobody is told of .*over 24 hours before it was read/);
    await list({ ...ben, stay: standing(34.5, 69.2) });
    await decideAll();
    expect(await told()).toMatchObject([{ person: 'ben' }]);
    t.clock.advance(29 * day);
    await list({ ...ben, stay: standing(34.52, 69.2) }, { ...ana, stay: standing(34.52, 69.2) });
    await decideAll();
    expect(await told()).toMatchObject([{ person: 'ben' }]);
  });

  const update = (info: Parameters<typeof makeInfo>[0]): CapAlert =>
    makeAlert({ identifier: 'flood-2', msgType: 'Update', references: [referenceTo(flood)], infos: [makeInfo(info)] });
  const cancel = makeAlert({ identifier: 'flood-3', msgType: 'Cancel', references: [referenceTo(flood)], infos: [] });

  test('an update before anything left replaces the first word', async () => {
    await list(ana);
    await confirmed(flood);
    await confirmed(update({ severity: 'Extreme' }));
    expect(await told()).toEqual([
      { person: 'ana', kind: 'alert', states: ['replaced'] },
      { person: 'ana', kind: 'alert', states: ['queued'] },
    ]);
  });

  test('an update after it tells what changed, and those newly outside that they are', async () => {
    await list(ana, { ...ben, stay: standing(34.55, 69.2) });
    await confirmed(flood);
    await deliver();
    await confirmed(update({ areas: [makeArea(square(34.45, 69.2, 0.06))] }));
    const notices = await noticesOf(t.store, 'live', { limit: 9, heardUntil: t.clock.now(), seq: await seq() });
    const latest = notices.filter(({ alert }) => alert === notices[0]?.alert);
    expect(latest.map(({ person, kind, changes }) => [refOf(person), kind, changes]).toSorted()).toEqual([
      ['ana', 'update', ['area']],
      ['ben', 'left', ['area']],
    ]);
  });

  test('a cancel follows a warning that left, and silences one that did not', async () => {
    await list(ana);
    await confirmed(flood);
    await deliver();
    await confirmed(cancel);
    expect((await told()).map(({ kind }) => kind)).toEqual(['alert', 'cancel']);
    const other = makeAlert({ identifier: 'other' });
    await confirmed(other);
    await confirmed({ ...cancel, identifier: 'end', references: [referenceTo(other)] });
    expect((await told()).at(-1)).toEqual({ person: 'ana', kind: 'alert', states: ['replaced'] });
  });

  test('a warning under way when its cancel is decided is followed by the cancel, not overtaken by it', async () => {
    await list(ana);
    await confirmed(flood);
    const [lease] = await claimAll(9);
    if (!lease) throw new Error('a lease expected');
    await confirmed(cancel);
    expect(await claimAll(9)).toEqual([]);
    await accept(lease);
    expect((await claimAll(9)).map(({ notice }) => notice.kind)).toEqual(['cancel']);
  });

  test('a cancel that comes before its alert ends it on arrival', async () => {
    await list(ana);
    await confirmed(cancel);
    const id = await confirmed(flood);
    expect(await told()).toEqual([]);
    const views = await alertsAsOf(t.store.db, 'live', { valid: t.clock.now(), seq: await seq() });
    expect(views.find((view) => view.id === id)?.state).toBe('cancelled');
  });

  test('an unconfirmed cancel silences nothing', async () => {
    await list(ana);
    await post(cancel);
    await decideAll();
    await confirmed(flood);
    expect(await told()).toMatchObject([{ kind: 'alert', states: ['queued'] }]);
  });

  test('an update that names itself, twice and altered, silences nothing and hangs nothing', async () => {
    await list(ana);
    const self = (headline: string): CapAlert => {
      const own = update({ headline });
      return { ...own, references: [referenceTo(flood), referenceTo(own)] };
    };
    await confirmed(flood);
    await deliver();
    await confirmed(self('One'));
    await deliver();
    await confirmed(self('Two'));
    await deliver();
    await confirmed(cancel);
    await list({ ...ben, stay: standing(34.5, 69.2) });
    await decideAll();
    expect((await told()).some(({ person, kind }) => person === 'ben' && kind === 'alert')).toBe(true);
  });

  test('two alerts in one chain each: a cancel of both reaches the queue of both', async () => {
    const other = makeAlert({ identifier: 'other' });
    await list(ana);
    await confirmed(flood);
    await confirmed(other);
    await confirmed({ ...cancel, references: [flood, other].map(referenceTo) });
    expect((await told()).map(({ states }) => states)).toEqual([['replaced'], ['replaced']]);
  });

  test('two alerts that were delivered: a cancel of both tells of each', async () => {
    const other = makeAlert({ identifier: 'other' });
    await list(ana);
    await confirmed(flood);
    await confirmed(other);
    await deliver();
    const end = await post({ ...cancel, references: [flood, other].map(referenceTo) });
    expect(await rehearse(d, end)).toMatchObject({ words: { cancel: 1 } });
    await confirmAlert(t.store, 'live', end, 'Ana');
    await decideAll();
    expect((await told()).map(({ kind }) => kind)).toEqual(['alert', 'alert', 'cancel', 'cancel']);
  });

  test('two updates while the relay is away: the one that goes says what changed since what they know', async () => {
    await list(ana);
    await confirmed(flood);
    await deliver();
    await confirmed(update({ severity: 'Extreme' }));
    const second = update({ severity: 'Minor' });
    await confirmed({
      ...second,
      identifier: 'flood-5',
      sent: stamp('2026-03-02T06:10:00+00:00'),
      references: [referenceTo(flood), referenceTo(update({}))],
    });
    const notices = await noticesOf(t.store, 'live', { limit: 9, heardUntil: t.clock.now(), seq: await seq() });
    expect(notices[0]).toMatchObject({ kind: 'update', before: notices.at(-1)?.alert, changes: ['severity'] });
    expect((await told()).map(({ states }) => states)).toEqual([['accepted'], ['replaced'], ['queued']]);
  });

  test('two updates side by side: who is still inside one of them is not told that they are out', async () => {
    await list(ana);
    await confirmed(flood);
    await deliver();
    await confirmed(update({ headline: 'Here' }));
    const elsewhere = { ...update({ areas: [makeArea(square(10, 10, 1))] }), identifier: 'flood-2b' };
    await confirmed(elsewhere);
    expect((await told()).map(({ kind }) => kind)).toEqual(['alert', 'update']);
    expect((await told())[1]?.states).toEqual(['queued']);
  });

  test('a cancel of the original tells nobody who is still covered by an update that it does not name', async () => {
    await list(ana);
    await confirmed(flood);
    await deliver();
    await confirmed(update({}));
    await confirmed(cancel);
    expect((await told()).map(({ kind }) => kind)).toEqual(['alert']);
  });

  test('a rehearsal says what a confirmation would do, and leaves no trace', async () => {
    await list(ana, { ...ben, stay: standing(34.5, 69.2) });
    const id = await post(flood);
    await decideAll();
    const before = await seq();
    expect(await rehearse(d, id)).toMatchObject({ words: { alert: 2, cancel: 0 }, ends: [], held: [] });
    await confirmAlert(t.store, 'live', id, 'Ana');
    await decideAll();
    await deliver();
    const end = await post(cancel);
    await decideAll();
    expect(await rehearse(d, end)).toMatchObject({ words: { alert: 0, cancel: 2 }, ends: [{ id }] });
    expect(await rehearse(d, 'a-none')).toBeNull();
    const now = await seq();
    await rehearse(d, end);
    expect(await seq()).toBe(now);
    expect(before).toBeLessThan(now);
    expect((await told()).map(({ kind }) => kind)).toEqual(['alert', 'alert']);
  });

  test('a cancel that came before the update it names reaches who knows the original', async () => {
    await list(ana);
    await confirmed(flood);
    await deliver();
    const second = update({ severity: 'Extreme' });
    await confirmed({ ...cancel, references: [referenceTo(second)] });
    expect((await wakes())[0]).toMatch(/ends nothing that is known here/);
    await confirmed(second);
    expect((await told()).map(({ kind }) => kind)).toEqual(['alert', 'cancel']);
  });

  test('each person who comes without a channel is told of to the desk', async () => {
    await list(ana);
    await confirmed(flood);
    const before = (await wakes()).length;
    for (const ref of ['x', 'y']) {
      await list({ ...ana, ref, channels: [] });
      await decideAll();
    }
    expect((await wakes()).length).toBe(before + 2);
  });

  test('a finding with half a character in it is kept like any other', async () => {
    const bytes = new TextEncoder().encode(
      writeCap(flood).replace('<severity>Severe', `<severity>${'x'.repeat(58)}😀${'y'.repeat(9)}`),
    );
    const received = await receive(t.store, 'live', { source: 'cap-file', bytes, url: null, type: null, by: 'Ana' });
    expect(received?.alerts).toHaveLength(1);
    expect(received?.findings.length).toBeGreaterThan(0);
  });

  test('a commit that can’t be decided is passed over, and the desk is woken', async () => {
    const id = await post(flood);
    expect(await passOver(d)).toBe(2);
    await decideAll();
    expect(await wakes()).toEqual([expect.stringContaining(id)]);
    expect(await passOver(d)).toBeNull();
  });

  test('one identifier used twice with other content wakes the desk', async () => {
    await post(flood);
    await post(makeAlert({ infos: [makeInfo({ severity: 'Minor' })] }));
    await decideAll();
    expect((await wakes()).some((sentence) => /bears a sender, identifier and time/.test(sentence))).toBe(true);
  });

  test('what a feed only names, or holds and can’t be read, wakes the desk, though the others were read', async () => {
    const whole = `<entry>${writeCap(flood).replace(/<\?.*?\?>/, '')}</entry>`;
    const named = '<entry><title>Ice</title><link type="application/cap+xml" href="https://dam.example/2"/></entry>';
    for (const [entry, words] of [
      [named, /read in part only: The document names one alert.*“Ice”, https:\/\/dam\.example\/2/],
      ['<entry><title>Fog</title></entry>', /read in part only: The entry “Fog” neither holds/],
    ] as const) {
      const bytes = new TextEncoder().encode(`<feed xmlns="http://www.w3.org/2005/Atom">${whole}${entry}</feed>`);
      const received = await receive(t.store, 'live', { source: 'cap-file', bytes, url: null, type: null, by: null });
      expect(received?.alerts).toHaveLength(1);
      await decideAll();
      expect((await wakes()).filter((sentence) => words.test(sentence))).toHaveLength(1);
    }
  });

  test('what can’t be read is kept and wakes the desk', async () => {
    const bytes = new TextEncoder().encode('<alert');
    const received = await receive(t.store, 'live', { source: 'cap-file', bytes, url: null, type: null, by: 'Ana' });
    expect(received).toMatchObject({ known: false, alerts: [], report: { size: 6 } });
    await decideAll();
    expect(await wakes()).toEqual([expect.stringContaining(received?.report.id ?? '?')]);
  });

  test('the picture as of an earlier commit does not know what came later', async () => {
    const id = await post(flood);
    const before = await seq();
    await confirmAlert(t.store, 'live', id, 'Ana');
    await confirmed(cancel);
    const at = async (commit: number) =>
      (await alertsAsOf(t.store.db, 'live', { valid: t.clock.now(), seq: commit })).find((view) => view.id === id);
    expect(await at(before)).toMatchObject({ trust: 'unverified', state: 'in-force', confirmedBy: null });
    expect(await at(await seq())).toMatchObject({ trust: 'operator', state: 'cancelled', confirmedBy: 'Ana' });
    expect(await at(before - 1)).toBeUndefined();
  });
});
