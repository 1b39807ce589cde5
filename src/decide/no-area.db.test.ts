/** An update of which one part names no area: nobody is sent home by it, and the desk hears. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { makeAlert, makeArea, makeInfo, makePerson, referenceTo, square, standing } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { write as writeCap } from '../core/cap/index.ts';
import type { CapAlert, CapArea } from '../core/cap/model.ts';
import { confirmAlert } from '../gather/confirm.ts';
import { receive } from '../gather/receive.ts';
import { currentRecorded } from '../store/facts.ts';
import { claim } from '../store/outbox/lease.ts';
import { noticesOf } from '../store/outbox/read.ts';
import { settle } from '../store/outbox/settle.ts';
import { savePeople } from '../store/people.ts';
import type { Deciding } from './alert.ts';
import { decideNext } from './decide.ts';
import { rehearse } from './rehearse.ts';
import { watchListOf } from './watch-list.ts';

const kabul = makeArea(square(34.5, 69.15, 0.15));
const jalalabad = makeArea(square(34.45, 70.45, 0.05));
const evacuation = (...areas: CapArea[]) => makeInfo({ responseTypes: ['Evacuate'], areas });
const first = makeAlert({ infos: [evacuation(kabul)] });
const update = (...infos: CapAlert['infos']): CapAlert =>
  makeAlert({ identifier: 'k2', msgType: 'Update', references: [referenceTo(first)], infos });

describeWithDatabase('an update of which a part names no area', () => {
  let t: TestStore;
  let d: Deciding;
  beforeEach(async () => {
    t = await testStore();
    const rules = { tellHours: 24, positionHours: 72 };
    d = { store: t.store, desk: 'live', rules, watch: watchListOf(t.store, 'live'), deskChannels: ['mail'] };
    await savePeople(t.store, 'live', [makePerson('ana', { stay: standing(34.55, 69.25) }).person]);
    await confirmed(first);
    for (const lease of await claim(t.store, 'live', 'mail', 99))
      await settle(
        t.store,
        lease,
        { state: 'accepted', outcome: 'accepted', words: '250 ok', dueAt: null },
        () => null,
      );
  });
  afterEach(() => t.close());

  const post = async (alert: CapAlert): Promise<string> => {
    const bytes = new TextEncoder().encode(writeCap(alert));
    const received = await receive(t.store, 'live', { source: 'cap-file', bytes, url: null, type: null, by: 'Ana' });
    return received?.alerts[0]?.id ?? '';
  };
  const confirmed = async (alert: CapAlert): Promise<void> => {
    await confirmAlert(t.store, 'live', await post(alert), 'Ana');
    while (await decideNext(d));
  };
  const notices = async (wakes: boolean) => {
    const { seq } = await currentRecorded(t.store, 'live');
    return noticesOf(t.store, 'live', { limit: 99, heardUntil: t.clock.now(), seq, ...(wakes ? { wakes } : {}) });
  };
  const kinds = async () => (await notices(false)).map(({ kind }) => kind).toReversed();

  test('whoever was told is not sent home, and the desk is woken', async () => {
    const before = (await notices(true)).length;
    await confirmed(update(evacuation(), evacuation(jalalabad)));
    expect(await kinds()).toEqual(['alert']);
    const [wake] = await notices(true);
    expect((await notices(true)).length).toBeGreaterThan(before);
    expect(wake?.sentence).toMatch(/area/);
  });

  test('nor does the count before confirming say so', async () => {
    const id = await post(update(evacuation(), evacuation(jalalabad)));
    expect(await rehearse(d, id)).toMatchObject({ words: { left: 0 } });
  });

  test('where each part names its area, whoever is in none of them is out', async () => {
    await confirmed(update(evacuation(jalalabad), evacuation(jalalabad)));
    expect(await kinds()).toEqual(['alert', 'left']);
  });
});
