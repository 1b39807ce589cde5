import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { makeAlert, makeInfo, makePerson, referenceTo, stamp, standing } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { writeCap } from '../core/cap/index.ts';
import type { CapAlert } from '../core/cap/model.ts';
import type { HttpRequest, Reply, Request, SmtpRequest } from '../core/request.ts';
import { hour, minute } from '../core/time/time.ts';
import { decideNext } from '../decide/decide.ts';
import { watchListOf } from '../decide/watch-list.ts';
import { confirmAlert } from '../gather/confirm.ts';
import { receive } from '../gather/receive.ts';
import { noticesOf } from '../store/notices.ts';
import { queueOf } from '../store/outbox/lease.ts';
import { savePeople } from '../store/people.ts';
import { createBreaker } from './breaker.ts';
import type { Delivering } from './deliver.ts';
import { createSender } from './sender.ts';

const taken: Reply = { via: 'smtp', code: 250, words: '250 queued' };
const silent: Reply = { via: 'none', error: 'unreachable', words: 'Nobody answers.' };
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
  let t: TestStore;
  let d: Delivering;
  /** What went out, and what the far side says to each. */
  let sent: { request: Request; headers: Readonly<Record<string, string>> }[];
  let answer: (request: Request) => Reply | Promise<Reply>;
  let bugs: unknown[];

  beforeEach(async () => {
    t = await testStore();
    sent = [];
    bugs = [];
    answer = () => taken;
    const send = async (request: Request, headers: Readonly<Record<string, string>> = {}): Promise<Reply> => {
      sent.push({ request, headers });
      return answer(request);
    };
    d = {
      store: t.store,
      desk: 'live',
      deskName: 'Sample desk',
      rules: { tellHours: 24, positionHours: 72 },
      deskAddresses: { mail: 'duty@desk.example' },
      deskChannels: ['mail'],
      settings: { mail: { from: 'desk@tocsin.example' } },
      http: { send: (request: HttpRequest, headers) => send(request, headers), close: async () => {} },
      smtp: { send: (mail: SmtpRequest) => send(mail), check: async () => taken, close: async () => {} },
      breaker: createBreaker(),
      random: () => 0.5,
      onBug: (error) => bugs.push(error),
      observe: () => {},
    };
  });
  afterEach(() => t.close());

  const confirmed = async (alert: CapAlert): Promise<void> => {
    const bytes = new TextEncoder().encode(writeCap(alert));
    const received = await receive(t.store, 'live', { source: 'cap-file', bytes, url: null, type: null, by: 'Ana' });
    await confirmAlert(t.store, 'live', received?.alerts[0]?.id ?? '', 'Ana');
    const deciding = {
      store: t.store,
      desk: 'live',
      rules: { tellHours: 24, positionHours: 72 },
      watch: watchListOf(t.store, 'live'),
      deskChannels: ['mail'],
    };
    while (await decideNext(deciding));
  };
  const deliver = async (): Promise<void> => {
    const sender = createSender(d, () => {});
    while (await sender.round()) await sender.settled();
  };
  const notices = (wakes = false) => noticesOf(t.store, 'live', { limit: 99, seq: 999, wakes });
  const states = async (): Promise<string[]> =>
    (await notices())
      .flatMap(({ kind, deliveries }) => deliveries.map(({ channel, state }) => `${kind} ${channel} ${state}`))
      .toReversed();

  test('urgent: mail and signed webhook, each to the person alone, each with its receipt', async () => {
    await savePeople(t.store, 'live', [ana]);
    await confirmed(flood);
    answer = (request) =>
      request.via === 'smtp' ? taken : { via: 'http', status: 204, headers: {}, body: new Uint8Array(), words: '204' };
    await deliver();
    expect(await states()).toEqual(['alert webhook accepted', 'alert mail accepted']);
    const mail = sent.find(({ request }) => request.via === 'smtp')?.request;
    expect(mail).toMatchObject({ to: 'ana@people.example', from: expect.stringContaining('desk@tocsin.example') });
    const webhook = sent.find(({ request }) => request.via === 'http');
    expect(webhook).toMatchObject({
      request: { url: hook },
      headers: { 'webhook-signature': expect.stringMatching(/^v1,/) },
    });
    expect((await notices())[0]?.receipts.map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
  });

  test('not urgent: the second channel only when the first is refused', async () => {
    await savePeople(t.store, 'live', [ana]);
    await confirmed(makeAlert({ infos: [calm] }));
    answer = (request) =>
      request.via === 'smtp'
        ? { via: 'smtp', code: 550, words: '550 ana@people.example unknown' }
        : { via: 'http', status: 200, headers: {}, body: new Uint8Array(), words: '200' };
    await deliver();
    expect(sent.map(({ request }) => request.via)).toEqual(['smtp', 'http']);
    expect(await states()).toEqual(['alert webhook accepted', 'alert mail refused']);
    expect(JSON.stringify(await notices())).not.toContain('people.example');
  });

  test('what expires before it could be sent is not sent, is shown as that, and wakes the desk', async () => {
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(0, 1) }]);
    await confirmed(makeAlert({ infos: [makeInfo({ expires: stamp('2026-03-02T08:00:00+00:00') })] }));
    t.clock.advance(hour);
    await deliver();
    expect(await states()).toEqual(['alert mail expired']);
    expect((await notices(true)).map(({ sentence }) => sentence)).toEqual([expect.stringContaining('reached nobody')]);
    expect(sent.map(({ request }) => request.via === 'smtp' && request.to)).toEqual(['duty@desk.example']);
  });

  test('a relay that is silent is tried again later, then left alone for a while, and the mail still goes', async () => {
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(0, 1) }]);
    await confirmed(flood);
    answer = () => silent;
    for (let i = 0; i < 6; i++) {
      await deliver();
      t.clock.advance(3 * minute);
    }
    const tries = sent.length;
    expect(tries).toBeGreaterThanOrEqual(5);
    answer = () => taken;
    for (let i = 0; i < 4; i++) {
      await deliver();
      t.clock.advance(10 * minute);
    }
    expect(sent).toHaveLength(tries + 1);
    expect(await states()).toEqual(['alert mail accepted']);
    expect(new Set(sent.map(({ request }) => request.via === 'smtp' && request.messageId)).size).toBe(1);
  });

  test('a cancel decided while the warning waits for another try: the warning is not tried again', async () => {
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(0, 1) }]);
    await confirmed(flood);
    answer = () => silent;
    await deliver();
    await confirmed(cancel);
    answer = () => taken;
    t.clock.advance(10 * minute);
    await deliver();
    expect(await states()).toEqual(['alert mail replaced', 'cancel mail accepted']);
    expect(sent).toHaveLength(2);
  });

  test('a cancel decided between lease and send: the warning does not leave', async () => {
    await savePeople(t.store, 'live', [
      ana,
      { ...ana, ref: 'ben', channels: [{ channel: 'mail', address: 'ben@people.example' }] },
    ]);
    await confirmed(flood);
    let cancelled: Promise<void> | null = null;
    answer = async () => {
      cancelled ??= confirmed(cancel);
      await cancelled;
      return silent;
    };
    await deliver();
    t.clock.advance(10 * minute);
    answer = () => taken;
    await deliver();
    const later = await states();
    expect(later.filter((state) => state.startsWith('alert'))).toEqual(
      Array(3).fill(expect.stringMatching(/replaced$/)),
    );
    expect(later.filter((state) => state.startsWith('cancel'))).toEqual(
      Array(3).fill(expect.stringMatching(/accepted$|queued$|refused$/)),
    );
  });

  test('a person erased meanwhile is not written to', async () => {
    await savePeople(t.store, 'live', [ana]);
    await confirmed(flood);
    await t.store.db.deleteFrom('person_key').execute();
    await deliver();
    expect(sent).toEqual([]);
    expect(await states()).toEqual(['alert webhook replaced', 'alert mail replaced']);
  });

  test('a person who moved away meanwhile is not told that they are inside', async () => {
    await savePeople(t.store, 'live', [ana]);
    await confirmed(flood);
    await savePeople(t.store, 'live', [{ ...ana, stay: standing(0, 0) }]);
    await deliver();
    expect(sent).toEqual([]);
    expect(await states()).toEqual(['alert webhook replaced', 'alert mail replaced']);
  });

  test('a person whose address is another kind now is reached there', async () => {
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(0, 1) }]);
    await confirmed(flood);
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(1) }]);
    answer = () => ({ via: 'http', status: 200, headers: {}, body: new Uint8Array(), words: '200' });
    await deliver();
    expect((await states()).toSorted()).toEqual(['alert mail refused', 'alert webhook accepted']);
    expect(await notices(true)).toEqual([]);
  });

  test('an info that ended while its notice waited gives way to the one that still holds', async () => {
    const short = makeInfo({ severity: 'Extreme', expires: stamp('2026-03-02T07:10:00+00:00'), headline: 'Ends soon' });
    const long = makeInfo({ expires: stamp('2026-03-03T07:00:00+00:00'), headline: 'Holds on' });
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(0, 1) }]);
    await confirmed(makeAlert({ infos: [short, long] }));
    t.clock.advance(hour);
    await deliver();
    expect(sent.map(({ request }) => request.via === 'smtp' && /Holds on/.test(request.text))).toEqual([true]);
  });

  test('a warning superseded by one that tells nobody does not leave either', async () => {
    await savePeople(t.store, 'live', [ana]);
    await confirmed(flood);
    await confirmed(
      makeAlert({
        identifier: 'bare',
        msgType: 'Update',
        references: [referenceTo(flood)],
        infos: [makeInfo({ areas: [] })],
      }),
    );
    await deliver();
    expect(await states()).toEqual(['alert webhook replaced', 'alert mail replaced']);
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
    await confirmed(flood);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    answer = async (request) => {
      if (request.via === 'http') await held;
      return request.via === 'smtp'
        ? taken
        : { via: 'http', status: 200, headers: {}, body: new Uint8Array(), words: '200' };
    };
    const arrived = new Set<() => void>();
    const sender = createSender(d, () => {
      for (const look of arrived) look();
    });
    const mails = (): number => sent.filter(({ request }) => request.via === 'smtp').length;
    while (mails() < 30) {
      const done = new Promise<void>((resolve) => arrived.add(resolve));
      if (!(await sender.round())) await done;
    }
    expect((await states()).filter((state) => state.startsWith('alert webhook accepted'))).toEqual([]);
    release();
    await sender.settled();
    while (await sender.round()) await sender.settled();
    expect(await queueOf(t.store, 'live')).toMatchObject({ waiting: 0 });
    expect(sent).toHaveLength(90);
  });

  test('two updates in force beside each other both leave', async () => {
    await savePeople(t.store, 'live', [{ ...ana, channels: ana.channels.slice(0, 1) }]);
    await confirmed(flood);
    for (const headline of ['Here', 'And here'])
      await confirmed(
        makeAlert({
          identifier: headline.replace(' ', '-'),
          msgType: 'Update',
          references: [referenceTo(flood)],
          infos: [makeInfo({ headline })],
        }),
      );
    await deliver();
    expect((await states()).toSorted()).toEqual(['alert mail accepted', 'alert mail accepted', 'alert mail replaced']);
  });

  test('a bug in preparing one notice holds up no other', async () => {
    await savePeople(t.store, 'live', [
      ana,
      { ...ana, ref: 'ben', channels: [{ channel: 'mail', address: 'ben@people.example' }] },
    ]);
    await confirmed(flood);
    const broken = t.store.sealer.personId('live', 'ben');
    await t.store.db.updateTable('notice').set({ alert: 'a-none' }).where('person', '=', broken).execute();
    await deliver();
    expect(bugs).toHaveLength(1);
    expect((await states()).filter((state) => state.endsWith('accepted'))).toContain('alert mail accepted');
  });
});
