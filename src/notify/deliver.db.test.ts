import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { makeAlert, makeInfo, makePerson, referenceTo, stamp, standing } from '../../test/make.ts';
import type { TestStore } from '../../test/store.ts';
import { hour, minute } from '../core/time/time.ts';
import { queueOf } from '../store/outbox/lease.ts';
import { savePeople } from '../store/people.ts';
import { Outbound, silent, taken } from './deliver.fixture.ts';
import { createSender } from './sender.ts';

const flood = makeAlert();
const cancel = makeAlert({ identifier: 'end', msgType: 'Cancel', references: [referenceTo(flood)], infos: [] });
const hook = 'https://hook.people.example/ana';
const ana = makePerson('ana', {
  channels: [
    { channel: 'mail', address: 'ana@people.example' },
    { channel: 'webhook', address: hook },
  ],
}).person;
const calm = makeInfo({ responseTypes: ['Prepare'], severity: 'Moderate', urgency: 'Expected' });

describeWithDatabase('delivering', () => {
  let out: Outbound;
  let t: TestStore;
  beforeEach(async () => {
    out = await Outbound.open();
    t = out.t;
  });
  afterEach(() => t.close());

  test('urgent: mail and signed webhook, each to the person alone, each with its receipt', async () => {
    await savePeople(t.store, 'live', [ana]);
    await out.confirmed(flood);
    out.answer = (request) =>
      request.via === 'smtp' ? taken : { via: 'http', status: 204, headers: {}, body: new Uint8Array(), words: '204' };
    await out.deliver();
    expect(await out.states()).toEqual(['alert webhook accepted', 'alert mail accepted']);
    const mail = out.sent.find(({ request }) => request.via === 'smtp')?.request;
    expect(mail).toMatchObject({ to: 'ana@people.example', from: expect.stringContaining('desk@tocsin.example') });
    const webhook = out.sent.find(({ request }) => request.via === 'http');
    expect(webhook).toMatchObject({
      request: { url: hook },
      headers: { 'webhook-signature': expect.stringMatching(/^v1,/) },
    });
    expect((await out.notices())[0]?.receipts.map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
  });

  test('not urgent: the second channel only when the first is refused', async () => {
    await savePeople(t.store, 'live', [ana]);
    await out.confirmed(makeAlert({ infos: [calm] }));
    out.answer = (request) =>
      request.via === 'smtp'
        ? { via: 'smtp', code: 550, words: '550 ana@people.example unknown' }
        : { via: 'http', status: 200, headers: {}, body: new Uint8Array(), words: '200' };
    await out.deliver();
    expect(out.sent.map(({ request }) => request.via)).toEqual(['smtp', 'http']);
    expect(await out.states()).toEqual(['alert webhook accepted', 'alert mail refused']);
    expect(JSON.stringify(await out.notices())).not.toContain('people.example');
  });

  test('what expires before it could be sent is not sent, is shown as that, and wakes the desk', async () => {
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(0, 1) }]);
    await out.confirmed(makeAlert({ infos: [makeInfo({ expires: stamp('2026-03-02T08:00:00+00:00') })] }));
    t.clock.advance(hour);
    await out.deliver();
    expect(await out.states()).toEqual(['alert mail expired']);
    expect((await out.notices(true)).map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('reached nobody'),
    ]);
    expect(out.sent.map(({ request }) => request.via === 'smtp' && request.to)).toEqual(['duty@desk.example']);
  });

  test('a relay that is silent is tried again later, then left alone for a while, and the mail still goes', async () => {
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(0, 1) }]);
    await out.confirmed(flood);
    out.answer = () => silent;
    for (let i = 0; i < 6; i++) {
      await out.deliver();
      t.clock.advance(3 * minute);
    }
    const tries = out.sent.length;
    expect(tries).toBeGreaterThanOrEqual(5);
    out.answer = () => taken;
    for (let i = 0; i < 4; i++) {
      await out.deliver();
      t.clock.advance(10 * minute);
    }
    expect(out.sent).toHaveLength(tries + 1);
    expect(await out.states()).toEqual(['alert mail accepted']);
    expect(new Set(out.sent.map(({ request }) => request.via === 'smtp' && request.messageId)).size).toBe(1);
  });

  test('a cancel decided while the warning waits for another try: the warning is not tried again', async () => {
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(0, 1) }]);
    await out.confirmed(flood);
    out.answer = () => silent;
    await out.deliver();
    await out.confirmed(cancel);
    out.answer = () => taken;
    t.clock.advance(10 * minute);
    await out.deliver();
    expect(await out.states()).toEqual(['alert mail replaced', 'cancel mail accepted']);
    expect(out.sent).toHaveLength(2);
  });

  test('a cancel decided between lease and send: the warning does not leave', async () => {
    await savePeople(t.store, 'live', [
      ana,
      { ...ana, ref: 'ben', channels: [{ channel: 'mail', address: 'ben@people.example' }] },
    ]);
    await out.confirmed(flood);
    let cancelled: Promise<void> | null = null;
    out.answer = async () => {
      cancelled ??= out.confirmed(cancel);
      await cancelled;
      return silent;
    };
    await out.deliver();
    t.clock.advance(10 * minute);
    out.answer = () => taken;
    await out.deliver();
    const later = await out.states();
    expect(later.filter((state) => state.startsWith('alert'))).toEqual(
      Array(3).fill(expect.stringMatching(/replaced$/)),
    );
    expect(later.filter((state) => state.startsWith('cancel'))).toEqual(
      Array(3).fill(expect.stringMatching(/accepted$|queued$|refused$/)),
    );
  });

  test('a person erased meanwhile is not written to', async () => {
    await savePeople(t.store, 'live', [ana]);
    await out.confirmed(flood);
    await t.store.db.deleteFrom('person_key').execute();
    await out.deliver();
    expect(out.sent).toEqual([]);
    expect(await out.states()).toEqual(['alert webhook replaced', 'alert mail replaced']);
  });

  test('a person who moved away meanwhile is not told that they are inside', async () => {
    await savePeople(t.store, 'live', [ana]);
    await out.confirmed(flood);
    await savePeople(t.store, 'live', [{ ...ana, stay: standing(0, 0) }]);
    await out.deliver();
    expect(out.sent).toEqual([]);
    expect(await out.states()).toEqual(['alert webhook replaced', 'alert mail replaced']);
  });

  test('a person whose address is another kind now is reached there', async () => {
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(0, 1) }]);
    await out.confirmed(flood);
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(1) }]);
    out.answer = () => ({ via: 'http', status: 200, headers: {}, body: new Uint8Array(), words: '200' });
    await out.deliver();
    expect((await out.states()).toSorted()).toEqual(['alert mail refused', 'alert webhook accepted']);
    expect(await out.notices(true)).toEqual([]);
  });

  test('an info that ended while its notice waited gives way to the one that still holds', async () => {
    const short = makeInfo({ severity: 'Extreme', expires: stamp('2026-03-02T07:10:00+00:00'), headline: 'Ends soon' });
    const long = makeInfo({ expires: stamp('2026-03-03T07:00:00+00:00'), headline: 'Holds on' });
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(0, 1) }]);
    await out.confirmed(makeAlert({ infos: [short, long] }));
    t.clock.advance(hour);
    await out.deliver();
    expect(out.sent.map(({ request }) => request.via === 'smtp' && /Holds on/.test(request.text))).toEqual([true]);
  });

  test('a warning superseded by one that tells nobody does not leave either', async () => {
    await savePeople(t.store, 'live', [ana]);
    await out.confirmed(flood);
    await out.confirmed(
      makeAlert({
        identifier: 'bare',
        msgType: 'Update',
        references: [referenceTo(flood)],
        infos: [makeInfo({ areas: [] })],
      }),
    );
    await out.deliver();
    expect(await out.states()).toEqual(['alert webhook replaced', 'alert mail replaced']);
  });

  test('far sides that hang hold up neither mail nor the webhooks behind them for ever', async () => {
    const hung = Array.from({ length: 60 }, (_, i) => ({
      ...ana,
      ref: `hung${i}`,
      channels: [{ channel: 'webhook', address: `https://hung${i}.example/` }],
    }));
    const mailed = Array.from({ length: 30 }, (_, i) => ({
      ...ana,
      ref: `mail${i}`,
      channels: [{ channel: 'mail', address: `m${i}@people.example` }],
    }));
    await savePeople(t.store, 'live', [...hung, ...mailed]);
    await out.confirmed(flood);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    out.answer = async (request) => {
      if (request.via === 'http') await held;
      return request.via === 'smtp'
        ? taken
        : { via: 'http', status: 200, headers: {}, body: new Uint8Array(), words: '200' };
    };
    const arrived = new Set<() => void>();
    const sender = createSender(out.d, () => {
      for (const look of arrived) look();
    });
    const mails = (): number => out.sent.filter(({ request }) => request.via === 'smtp').length;
    while (mails() < 30) {
      const done = new Promise<void>((resolve) => arrived.add(resolve));
      if (!(await sender.round())) await done;
    }
    expect((await out.states()).filter((state) => state.startsWith('alert webhook accepted'))).toEqual([]);
    release();
    await sender.settled();
    while (await sender.round()) await sender.settled();
    expect(await queueOf(t.store, 'live')).toMatchObject({ waiting: 0 });
    expect(out.sent).toHaveLength(90);
  });

  test('two updates in force beside each other both leave', async () => {
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(0, 1) }]);
    await out.confirmed(flood);
    for (const headline of ['Here', 'And here'])
      await out.confirmed(
        makeAlert({
          identifier: headline.replace(' ', '-'),
          msgType: 'Update',
          references: [referenceTo(flood)],
          infos: [makeInfo({ headline })],
        }),
      );
    await out.deliver();
    expect((await out.states()).toSorted()).toEqual([
      'alert mail accepted',
      'alert mail accepted',
      'alert mail replaced',
    ]);
  });

  test('a bug in preparing one notice holds up no other', async () => {
    await savePeople(t.store, 'live', [
      ana,
      { ...ana, ref: 'ben', channels: [{ channel: 'mail', address: 'ben@people.example' }] },
    ]);
    await out.confirmed(flood);
    const broken = t.store.sealer.personId('live', 'ben');
    await t.store.db.updateTable('notice').set({ alert: 'a-none' }).where('person', '=', broken).execute();
    await out.deliver();
    expect(out.bugs).toHaveLength(1);
    expect((await out.states()).filter((state) => state.endsWith('accepted'))).toContain('alert mail accepted');
  });
});
