import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { makeAlert, makeArea, makeInfo, makePerson, referenceTo, square, stamp, standing } from '../../test/make.ts';
import type { CapAlert } from '../core/cap/model.ts';
import { hour, minute } from '../core/time/time.ts';
import { keepReceipt } from '../store/outbox/settle.ts';
import { savePeople } from '../store/people.ts';
import { deadLetterOf } from './dead-letter.ts';
import { Outbound, silent, taken } from './deliver.fixture.ts';

const away = standing(0, 0);
const mail = { channel: 'mail', address: 'ana@people.example' };
const hook = { channel: 'webhook', address: 'https://hook.people.example/ana' };
const ana = makePerson('ana', { channels: [mail] }).person;
const holds = stamp('2026-03-03T12:00:00+00:00');
const flood = makeAlert({ infos: [makeInfo({ expires: holds })] });
const calm = { severity: 'Moderate', urgency: 'Expected', expires: holds } as const;
const smoke = makeAlert({
  ...{ identifier: 'smoke-1', sender: 'fire@sample.example' },
  infos: [makeInfo({ ...calm, event: 'Smoke', headline: 'Smoke over the town', responseTypes: ['Avoid'] })],
});
const heat = makeAlert({
  ...{ identifier: 'heat-1', sender: 'met@sample.example' },
  infos: [makeInfo({ ...calm, event: 'Heat', headline: 'A hot week', responseTypes: ['Prepare'] })],
});
const refusal = { via: 'smtp', code: 550, words: '550 no such mailbox' } as const;

describeWithDatabase('a letter to somebody who arrives', () => {
  let out: Outbound;
  beforeEach(async () => {
    out = await Outbound.open();
  });
  afterEach(() => out.t.close());

  const list = async (person = ana): Promise<void> => {
    await savePeople(out.t.store, 'live', [person]);
    await out.decide();
  };
  const arrive = async (person = ana, alerts: readonly CapAlert[] = [heat, flood, smoke]): Promise<void> => {
    await list({ ...person, stay: away });
    for (const alert of alerts) await out.confirmed(alert);
    await list(person);
  };
  const stateOf = async (identifier: string): Promise<string[]> => {
    const info = (await out.notices()).filter(({ deliveries }) => deliveries.length > 0);
    const rows = await out.t.store.db
      .selectFrom('fact')
      .select(['subject', 'body'])
      .where('kind', '=', 'alert')
      .execute();
    const ids = rows.filter(({ body }) => JSON.stringify(body).includes(identifier)).map(({ subject }) => subject);
    return info
      .filter(({ alert }) => ids.includes(alert ?? ''))
      .flatMap(({ deliveries }) => deliveries.map((one) => one.state));
  };

  test('is one, the gravest first, with every other warning whole', async () => {
    await arrive();
    await out.deliver();
    const [letter, ...others] = out.mails();
    expect(others).toEqual([]);
    expect(letter).toMatch(/^Subject: .*leave now .* and 2 more warnings\n\nLeave now: “River bank”\./);
    expect(letter).toMatch(/2 more warnings hold where you are\. They are below\./);
    const order = [
      'Flash flood on the Sample river',
      'ALSO WHERE YOU ARE (1 OF 2)',
      'Smoke over the town',
      'A hot week',
    ];
    expect(order.map((words) => letter?.indexOf(words))).toEqual(
      order.map((words) => letter?.indexOf(words)).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    );
    expect(letter).toMatch(/Stay away: “River bank”\.[\s\S]*Get ready: “River bank”\./);
    const notices = await out.notices();
    expect(notices).toHaveLength(3);
    expect(new Set(notices.map((notice) => notice.letter)).size).toBe(1);
    expect(notices.flatMap(({ receipts }) => receipts.map(({ kind }) => kind))).toEqual(Array(3).fill('accepted'));
  });

  test('is urgent on all channels when one part of it is', async () => {
    await arrive({ ...ana, channels: [mail, hook] });
    await out.deliver();
    expect(out.sent.map(({ request }) => request.via).toSorted()).toEqual(['http', 'smtp']);
    const call = out.sent.find(({ request }) => request.via === 'http')?.request;
    const { data } = JSON.parse((call?.via === 'http' && call.body) || '{}');
    expect([data.do, ...data.also.map((other: { do: string }) => other.do)]).toEqual(['leave', 'avoid', 'prepare']);
  });

  test('leaves out what was cancelled or ended while it waited, and goes with the rest', async () => {
    const short = makeAlert({ ...heat, infos: [makeInfo({ ...calm, expires: stamp('2026-03-02T08:30:00+00:00') })] });
    await arrive(ana, [short, flood, smoke]);
    const end = { identifier: 'end', sender: smoke.sender, msgType: 'Cancel', infos: [] };
    await out.confirmed(makeAlert({ ...end, references: [referenceTo(smoke)] }));
    out.t.clock.advance(2 * hour);
    await out.deliver();
    expect(out.mails()).toHaveLength(1);
    expect(out.mails()[0]).not.toMatch(/more warning|ALSO WHERE/);
    expect([await stateOf('flood-1'), await stateOf('smoke-1'), await stateOf('heat-1')]).toEqual([
      ['accepted'],
      ['replaced'],
      ['expired'],
    ]);
  });

  test('the gravest cancelled, the next stands first', async () => {
    await arrive();
    const end = { identifier: 'end', msgType: 'Cancel', infos: [] };
    await out.confirmed(makeAlert({ ...end, references: [referenceTo(flood)] }));
    await out.deliver();
    expect(out.mails()).toEqual([expect.stringMatching(/^Subject: .*stay away .* and 1 more warning\n/)]);
  });

  test('waits as one for another try, and is one mail under one Message-ID', async () => {
    await arrive();
    out.answer = () => silent;
    await out.deliver();
    out.t.clock.advance(10 * minute);
    out.answer = () => taken;
    await out.deliver();
    expect(out.sent).toHaveLength(2);
    expect(new Set(out.sent.map(({ request }) => request.via === 'smtp' && request.messageId)).size).toBe(1);
    expect(await out.states()).toEqual(Array(3).fill('alert mail accepted'));
  });

  test('one that reached nobody wakes the desk once', async () => {
    await arrive();
    out.answer = (request) => (request.via === 'smtp' && request.to === mail.address ? refusal : taken);
    await out.deliver();
    expect(await out.states()).toEqual(Array(3).fill('alert mail refused'));
    const lost = (await out.notices(true)).filter(({ sentence }) => /reached nobody/.test(sentence ?? ''));
    expect(lost.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/and 2 more in the same letter/)]);
  });

  test('its bounce is the bounce of all that it carried', async () => {
    await arrive({ ...ana, channels: [mail, hook] }, [smoke, heat]);
    await out.deliver();
    expect((await out.states()).toSorted()).toEqual([
      ...Array(2).fill('alert mail accepted'),
      ...Array(2).fill('alert webhook spared'),
    ]);
    const sent = out.sent[0]?.request;
    const notice = (sent?.via === 'smtp' && sent.messageId?.split('.')[0]) || '';
    const key = { desk: 'live', notice, channel: 'mail' };
    const dead = (first: Parameters<typeof deadLetterOf>[0], also: Parameters<typeof deadLetterOf>[1]) =>
      deadLetterOf(first, also, out.t.clock.now(), []);
    expect(await keepReceipt(out.t.store, key, 'bounced', 'no such mailbox', dead)).toBe(true);
    expect((await out.states()).toSorted()).toEqual([
      ...Array(2).fill('alert mail refused'),
      ...Array(2).fill('alert webhook queued'),
    ]);
  });

  test('of more than twenty warnings goes in two', async () => {
    const many = Array.from({ length: 21 }, (_, n) =>
      makeAlert({ ...heat, identifier: `heat-${n}`, sender: `met${n}@sample.example` }),
    );
    await arrive(ana, many);
    await out.deliver();
    expect(
      out
        .mails()
        .map((text) => / and (\d+) more/.exec(text)?.[1] ?? '0')
        .toSorted(),
    ).toEqual(['0', '19']);
    // The last goes alone, and is no part of a letter.
    expect((await out.notices()).filter(({ letter }) => letter === null)).toHaveLength(1);
  });

  test('who was gone before it was sent is told when they are back, and then no more', async () => {
    await arrive();
    await list({ ...ana, stay: away });
    await out.deliver();
    expect(out.sent).toEqual([]);
    await list();
    await out.deliver();
    expect(out.mails()).toHaveLength(1);
    await list({ ...ana, stay: away });
    await list({ ...ana, stay: { ...ana.stay, at: { lat: 34.51, lon: 69.21 } } });
    await out.deliver();
    expect(out.mails()).toHaveLength(1);
  });

  test('who was refused on one channel and gone before the other is told when they are back', async () => {
    await arrive({ ...ana, channels: [mail, hook] });
    out.answer = (request) => (request.via === 'smtp' && request.to === mail.address ? refusal : silent);
    await out.deliver();
    await list({ ...ana, channels: [mail, hook], stay: away });
    out.t.clock.advance(10 * minute);
    await out.deliver();
    out.answer = () => taken;
    await list({ ...ana, channels: [mail, hook] });
    out.sent.length = 0;
    await out.deliver();
    expect(out.mails()).toHaveLength(1);
  });

  test('a bug in one of its notices holds up no other', async () => {
    await arrive();
    const [last] = await out.notices();
    await out.t.store.db
      .updateTable('notice')
      .set({ alert: 'a-none' })
      .where('id', '=', last?.id ?? '')
      .execute();
    await out.deliver();
    expect(out.bugs.length).toBeGreaterThan(0);
    expect(out.mails()).toHaveLength(2);
    expect((await out.states()).toSorted()).toEqual([...Array(2).fill('alert mail accepted'), 'alert mail queued']);
  });

  test('what they were told already is not in it', async () => {
    await list();
    await out.confirmed(flood);
    await out.deliver();
    const there = makeArea(square(36, 70, 0.1), { areaDesc: 'Upper valley' });
    for (const alert of [smoke, heat])
      await out.confirmed({ ...alert, infos: alert.infos.map((info) => ({ ...info, areas: [there] })) });
    await list({ ...ana, stay: standing(36, 70) });
    await out.deliver();
    expect(out.mails()).toHaveLength(2);
    expect(out.mails()[1]).toMatch(/and 1 more warning\n/);
    expect(out.mails()[1]).not.toMatch(/Flash flood on the Sample river/);
  });
});
