import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../../test/database.ts';
import { type TestStore, testStore } from '../../../test/store.ts';
import type { DeliveryState, Notice } from '../../core/model.ts';
import { day, minute } from '../../core/time/time.ts';
import { writeNotices } from '../notices.ts';
import type { Store } from '../open.ts';
import { takeRecorded, transact } from '../transact.ts';
import { claim, isOvertaken, type Lease, leaseLasts, queueOf, resumeQueue } from './lease.ts';
import { noticesOf } from './read.ts';
import { type DeadLetter, keepReceipt, type Settlement, settle as settleWith } from './settle.ts';
import { lastTold } from './told.ts';

const accepted: Settlement = { state: 'accepted', outcome: 'accepted', words: '250 ok', dueAt: null };
const refused: Settlement = { state: 'refused', outcome: 'refused', words: '550 no', dueAt: null };

describeWithDatabase('the outbox', () => {
  /** Notices that reached nobody, as they were said. */
  let lost: string[];
  const deadLetter: DeadLetter = (notice) => {
    lost.push(notice.id);
    return {
      notice: { ...notice, id: `wake-${notice.id}`, person: 'desk', kind: 'wake', sentence: 'Reached nobody.' },
      channels: [],
    };
  };
  const settle = (store: Store, lease: Lease, settlement: Settlement) =>
    settleWith(store, lease, settlement, deadLetter);
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
    lost = [];
  });
  afterEach(() => t.close());

  const notice = (id: string, part: Partial<Notice> = {}): Notice => ({
    id,
    desk: 'live',
    person: 'p-ana',
    situation: `s-${id}`,
    alert: 'a-1',
    info: 0,
    before: null,
    kind: 'alert',
    why: [],
    changes: [],
    urgent: false,
    madeAt: t.clock.now(),
    expiresAt: t.clock.now() + day,
    sentence: null,
    ...part,
  });
  const write = (written: Notice, channels: string[] = ['mail', 'webhook']): Promise<number> =>
    transact(t.store, async (tx) =>
      writeNotices(tx, await takeRecorded(t.store, tx, 'live'), [{ notice: written, channels }]),
    );
  const states = async (): Promise<Record<string, DeliveryState>> => {
    const rows = await t.store.db.selectFrom('outbox').select(['notice', 'channel', 'state']).execute();
    return Object.fromEntries(rows.map((row) => [`${row.notice}/${row.channel}`, row.state as DeliveryState]));
  };
  const claimAll = async (limit: number): Promise<Lease[]> => [
    ...(await claim(t.store, 'live', 'mail', limit)),
    ...(await claim(t.store, 'live', 'webhook', limit)),
  ];
  const claimOne = async (): Promise<Lease> => {
    const [lease] = await claimAll(1);
    if (!lease) throw new Error('a lease expected');
    return lease;
  };
  const again = (): Settlement => ({
    state: 'queued',
    outcome: 'retry',
    words: '421 later',
    dueAt: t.clock.now() + minute,
  });

  test('the same notice is written once', async () => {
    expect([await write(notice('n')), await write(notice('n'))]).toEqual([1, 0]);
    expect(await states()).toEqual({ 'n/mail': 'queued', 'n/webhook': 'standby' });
  });

  test('an urgent notice goes to all channels at once, another to the first until it fails', async () => {
    await write(notice('m'));
    await write(notice('n', { urgent: true }));
    expect(await states()).toMatchObject({ 'n/mail': 'queued', 'n/webhook': 'queued', 'm/webhook': 'standby' });
    const leases = await claimAll(9);
    expect(leases.map((lease) => `${lease.notice.id}/${lease.channel}`).toSorted()).toEqual([
      'm/mail',
      'n/mail',
      'n/webhook',
    ]);
    expect(leases.filter(({ channel }) => channel === 'mail').map((lease) => lease.notice.id)).toEqual(['n', 'm']);
  });

  test('accepted spares the channels that stood by; the receipt is kept', async () => {
    await write(notice('n'));
    await settle(t.store, await claimOne(), accepted);
    expect(lost).toEqual([]);
    expect(await states()).toEqual({ 'n/mail': 'accepted', 'n/webhook': 'spared' });
    const [view] = await noticesOf(t.store, 'live', { limit: 1, seq: 99, heardUntil: t.clock.now() });
    expect(view?.receipts).toEqual([
      { notice: 'n', channel: 'mail', kind: 'accepted', at: t.clock.now(), words: '250 ok' },
    ]);
  });

  test('what became of a notice later is not told of a moment before', async () => {
    await write(notice('n'));
    const heard = async (until: number) => {
      const [view] = await noticesOf(t.store, 'live', { limit: 1, seq: 99, heardUntil: until });
      const mail = view?.deliveries.find(({ channel }) => channel === 'mail');
      return [mail?.state, mail?.attempts, mail?.words, view?.receipts.length];
    };
    const made = t.clock.now();
    t.clock.advance(minute);
    const lease = await claimOne();
    t.clock.advance(minute);
    await settle(t.store, lease, accepted);
    const settled = t.clock.now();
    t.clock.advance(minute);
    const key = { desk: 'live', notice: 'n', channel: 'mail' };
    await keepReceipt(t.store, key, 'bounced', 'no such box', () => null);
    expect(await heard(made)).toEqual(['queued', 0, null, 0]);
    expect(await heard(made + minute)).toEqual(['leased', 1, null, 0]);
    expect(await heard(settled)).toEqual(['accepted', 1, '250 ok', 1]);
    expect(await heard(t.clock.now())).toEqual(['refused', 1, 'no such box', 2]);
  });

  test('refused goes on to the next channel, and says when none is left', async () => {
    await write(notice('n'));
    await settle(t.store, await claimOne(), refused);
    expect(lost).toEqual([]);
    const next = await claimOne();
    expect(next.channel).toBe('webhook');
    await settle(t.store, next, refused);
    expect(lost).toEqual(['n']);
    expect(
      (await noticesOf(t.store, 'live', { limit: 9, seq: 99, heardUntil: t.clock.now(), wakes: true })).map(
        ({ id }) => id,
      ),
    ).toEqual(['wake-n']);
    expect(await states()).toEqual({ 'n/mail': 'refused', 'n/webhook': 'refused' });
  });

  test('channels that fail at the same moment still say, exactly once, that nobody was reached', async () => {
    const other = await t.second('second');
    for (let i = 0; i < 25; i++) {
      await write(notice(`n${i}`, { urgent: true }));
      const [a, b] = await claimAll(2);
      if (!a || !b) throw new Error('two leases expected');
      await Promise.all([settle(t.store, a, refused), settle(other, b, refused)]);
      expect(lost).toHaveLength(i + 1);
    }
  });

  test('a channel that fails three times is joined by the next and goes on trying', async () => {
    await write(notice('n'));
    for (let n = 1; n <= 3; n++) {
      const lease = await claimOne();
      expect(lease).toMatchObject({ channel: 'mail', attempt: n });
      await settle(t.store, lease, again());
      expect(await claim(t.store, 'live', 'mail', 9)).toEqual([]);
      if (n < 3) t.clock.advance(minute);
    }
    expect(await states()).toEqual({ 'n/mail': 'queued', 'n/webhook': 'queued' });
  });

  test('two desks never hold one row; a lease that ran out is taken again and the lost attempt says so', async () => {
    const other = await t.second('second');
    for (let i = 0; i < 20; i++) await write(notice(`n${i}`), ['mail']);
    const [a, b] = await Promise.all([claim(t.store, 'live', 'mail', 20), claim(other, 'live', 'mail', 20)]);
    expect(a.length + b.length).toBe(20);
    expect(new Set([...a, ...b].map((lease) => lease.notice.id)).size).toBe(20);
    t.clock.advance(leaseLasts - 1);
    expect(await claim(t.store, 'live', 'mail', 20)).toEqual([]);
    t.clock.advance(1);
    const retaken = await claim(t.store, 'live', 'mail', 20);
    expect(retaken.map(({ attempt }) => attempt)).toEqual(Array(20).fill(2));
    const lost = await t.store.db.selectFrom('attempt').select('outcome').where('n', '=', 1).execute();
    expect(lost).toEqual(Array(20).fill({ outcome: 'unknown' }));
  });

  test('the late answer of a lost lease keeps its receipt and disturbs nobody', async () => {
    await write(notice('n'), ['mail']);
    const slow = await claimOne();
    t.clock.advance(leaseLasts);
    const fresh = await claimOne();
    await settle(t.store, slow, accepted);
    expect(await states()).toEqual({ 'n/mail': 'leased' });
    await settle(t.store, fresh, accepted);
    const [view] = await noticesOf(t.store, 'live', { limit: 1, seq: 99, heardUntil: t.clock.now() });
    expect(view?.receipts).toHaveLength(2);
    expect(await states()).toEqual({ 'n/mail': 'accepted' });
  });

  test('a restart frees what its own folder had leased, nothing of another, and tries again at once', async () => {
    const other = await t.second('second');
    await write(notice('n'), ['mail']);
    await claimOne();
    expect(await resumeQueue(other, 'live')).toBe(0);
    expect(await resumeQueue(t.store, 'live')).toBe(1);
    const second = await claimOne();
    expect(second.attempt).toBe(2);
    await settle(t.store, second, again());
    expect(await claimAll(9)).toEqual([]);
    expect(await resumeQueue(t.store, 'live')).toBe(1);
    expect((await claimOne()).attempt).toBe(3);
  });

  test('a notice waits for the earlier one about the same situation on its channel', async () => {
    await write(notice('first', { situation: 's' }), ['mail']);
    const lease = await claimOne();
    await write(notice('second', { situation: 's', kind: 'cancel', before: 'a-1', alert: 'a-2', urgent: true }), [
      'mail',
    ]);
    await write(notice('elsewhere'), ['mail']);
    expect((await claimAll(9)).map((one) => one.notice.id)).toEqual(['elsewhere']);
    expect(await isOvertaken(t.store, lease.notice)).toBe(true);
    await settle(t.store, lease, accepted);
    const second = await claimOne();
    expect(second.notice.id).toBe('second');
    expect(await isOvertaken(t.store, second.notice)).toBe(false);
  });

  test('of notices to one person only those about the same revision, or that say it is over, are overtaken', async () => {
    const one = notice('one', { situation: 's' });
    const left = notice('left', { situation: 's', kind: 'left', before: 'a-0', alert: 'a-2' });
    for (const each of [one, left, notice('beside', { situation: 's', alert: 'a-3' })]) await write(each, ['mail']);
    expect([await isOvertaken(t.store, one), await isOvertaken(t.store, left)]).toEqual([false, true]);
    await write(notice('update', { situation: 's', kind: 'update', before: 'a-1', alert: 'a-4' }), ['mail']);
    expect(await isOvertaken(t.store, one)).toBe(true);
  });

  test('what may have gone is known by its attempts', async () => {
    await write(notice('n', { situation: 's' }), ['mail']);
    const look = () => transact(t.store, (tx) => lastTold(tx, 'live', ['s'], null));
    expect(await look()).toMatchObject([{ person: 'p-ana', mayHaveGone: false }]);
    await claimOne();
    expect(await look()).toMatchObject([{ mayHaveGone: true }]);
  });

  const bounce = (notice: string, words = 'no such mailbox') =>
    keepReceipt(t.store, { desk: 'live', notice, channel: 'mail' }, 'bounced', words, deadLetter);

  test('a bounce is kept once, undoes the acceptance and brings in the channel that was spared', async () => {
    await write(notice('n'));
    await settle(t.store, await claimOne(), accepted);
    expect([await bounce('n'), await bounce('n'), await bounce('other')]).toEqual([true, true, false]);
    expect(await t.store.db.selectFrom('receipt').selectAll().execute()).toHaveLength(2);
    expect(await states()).toEqual({ 'n/mail': 'refused', 'n/webhook': 'queued' });
    expect(lost).toEqual([]);
  });

  test('a bounce with no channel left says that nobody was reached', async () => {
    await write(notice('n'), ['mail']);
    await settle(t.store, await claimOne(), accepted);
    await bounce('n');
    expect(lost).toEqual(['n']);
  });

  test('a bounce that is quicker than the relay’s own answer still counts', async () => {
    await write(notice('n'));
    const lease = await claimOne();
    await bounce('n');
    await settle(t.store, lease, accepted);
    expect(await states()).toEqual({ 'n/mail': 'refused', 'n/webhook': 'queued' });
  });

  test('a channel the person has only now is tried too', async () => {
    await write(notice('n'), ['mail']);
    await settle(t.store, await claimOne(), { ...refused, alsoTry: ['webhook'] });
    expect(await states()).toEqual({ 'n/mail': 'refused', 'n/webhook': 'queued' });
    expect(lost).toEqual([]);
  });

  test('the queue tells how late it is', async () => {
    await write(notice('n'));
    t.clock.advance(minute);
    expect(await queueOf(t.store, 'live')).toEqual({ waiting: 1, oldestDueMs: minute });
  });
});
