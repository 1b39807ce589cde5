/** Whom an all-clear of an office reaches and what it ends: through the real source, with the people of the replay. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { at } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { confirmAlert } from '../gather/confirm.ts';
import { receive } from '../gather/receive.ts';
import { readWatchList } from '../gather/watch-list.ts';
import { alertsAsOf } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import { noticesOf } from '../store/notices.ts';
import { claim } from '../store/outbox/lease.ts';
import { settle } from '../store/outbox/settle.ts';
import { savePeople } from '../store/people.ts';
import { decideNext } from './decide.ts';
import { watchListOf } from './watch-list.ts';

const people = readFileSync(join(import.meta.dirname, '../../assets/replay/kabul-2021/people.csv'));
const airport = 'Kabul, Hamid Karzai International Airport';
const bomb =
  'There is a threat of a bomb attack at the airport. U.S. citizens at the airport should leave immediately.';
const flood = 'There is a flood at the airport. U.S. citizens at the airport should leave immediately.';
const clear = 'The all-clear has been given. U.S. citizens may return.';
const atGate = (gate: string) =>
  `There is a threat of an attack. U.S. citizens who are now at the ${gate} should leave immediately.`;

/** A notice as a page; its number is its address. */
interface Came {
  readonly event: string;
  readonly location?: string;
  readonly title?: string;
  /** On the live desk nobody vouches for it. */
  readonly isLeft?: boolean;
}

describeWithDatabase('an all-clear of an office', () => {
  let t: TestStore;
  let desk: 'live' | 'drill';
  beforeEach(async () => {
    t = await testStore(at('2021-08-26T00:00:00Z'));
    desk = 'drill';
  });
  afterEach(() => t.close());

  const decideAll = async (): Promise<void> => {
    const rules = { tellHours: 24, positionHours: 72 };
    const d = { store: t.store, desk, rules, watch: watchListOf(t.store, desk), deskChannels: [] };
    while (await decideNext(d));
  };
  const words = async (wakes = false) => {
    const { seq } = await currentRecorded(t.store, desk);
    return noticesOf(t.store, desk, { limit: 9999, seq, wakes });
  };
  const listPeople = async (): Promise<void> => {
    await savePeople(t.store, desk, readWatchList(new Uint8Array(people), t.clock.now()).people);
    await decideAll();
  };
  let left: readonly string[] = [];
  const confirm = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await confirmAlert(t.store, desk, id, 'Ana');
    await decideAll();
  };
  /** How many words of which kind an hour's notice led to; on the live desk once somebody has vouched for it. */
  const come = async (hour: number, came: Came): Promise<Record<string, number>> => {
    t.clock.set(at(`2021-08-26T${String(hour).padStart(2, '0')}:00:00Z`));
    const before = (await words()).length;
    const { event, location = airport, title = 'Security Alert – U.S. Embassy Kabul, Afghanistan', isLeft } = came;
    const bytes = new TextEncoder().encode(`${title}\n\nLocation: ${location}\n\nEvent: ${event}\n`);
    const given = {
      source: 'us-embassy',
      bytes,
      url: `https://embassy.example/${hour}/`,
      type: null,
      by: null,
    } as const;
    const stated = { trust: 'from-origin', fetchedAt: t.clock.now() } as const;
    const received = await receive(t.store, desk, desk === 'drill' ? { ...given, ...stated } : given);
    left = received?.alerts.map(({ id }) => id) ?? [];
    if (desk === 'live' && isLeft !== true) await confirm(left);
    await decideAll();
    const after = await words();
    for (const channel of ['mail', 'webhook'])
      for (const lease of await claim(t.store, desk, channel, 999))
        await settle(t.store, lease, { state: 'accepted', outcome: 'accepted', words: 'ok', dueAt: null }, () => null);
    const count: Record<string, number> = {};
    for (const { kind } of after.slice(0, after.length - before)) count[kind] = (count[kind] ?? 0) + 1;
    return count;
  };
  const inForce = async (): Promise<string[]> => {
    const { seq } = await currentRecorded(t.store, desk);
    const views = await alertsAsOf(t.store.db, desk, { valid: t.clock.now(), seq });
    const open = views.filter(({ state }) => state === 'in-force');
    return open.map(({ advice }) => advice?.parts[0]?.instructions[0]?.value ?? 'none').toSorted();
  };
  const wakes = async (): Promise<number> =>
    (await words(true)).filter(({ sentence }) => sentence?.startsWith('An all-clear came in')).length;

  test('of two warnings that began apart is heard by the people of both', async () => {
    await listPeople();
    expect(await come(9, { event: atGate('North Gate') })).toEqual({ alert: 4 });
    expect(await come(10, { event: atGate('Abbey Gate') })).toEqual({ alert: 6 });
    expect(await come(11, { event: clear })).toEqual({ update: 10 });
    expect(await inForce()).toEqual(['all-clear']);
  });

  test('is heard although a drill about something else came between', async () => {
    desk = 'live';
    await listPeople();
    const told = await come(9, { event: bomb });
    expect(told['alert']).toBeGreaterThan(0);
    expect(
      await come(10, { event: flood, title: 'EXERCISE – Security Alert – U.S. Embassy Kabul, Afghanistan' }),
    ).toEqual({});
    expect(await come(11, { event: clear })).toEqual({ update: told['alert'] });
    expect(await inForce()).toEqual(['all-clear']);
  });

  test('in a drill ends nothing on the live desk, and no chain passes through it', async () => {
    desk = 'live';
    await listPeople();
    const told = await come(9, { event: bomb });
    expect(await come(10, { event: `This is a drill. ${clear}` })).toEqual({});
    const asked = (await words(true)).map(({ sentence }) => sentence ?? '');
    expect(asked.find((sentence) => sentence.includes('calls itself a drill'))).toMatch(/needs a look/);
    expect(await inForce()).toEqual(['leave']);
    expect(await come(11, { event: clear })).toEqual({ update: told['alert'] });
  });

  test('that names no danger means the one that stands beside another that is over', async () => {
    await listPeople();
    await come(9, { event: bomb });
    await come(10, { event: flood });
    expect(await come(11, { event: `The threat of a bomb attack has ended. ${clear}` })).toEqual({ update: 18 });
    expect(await inForce()).toEqual(['all-clear', 'leave']);
    expect(await come(12, { event: clear })).toEqual({ update: 18 });
    expect(await inForce()).toEqual(['all-clear', 'all-clear']);
  });

  test('ends also a warning that somebody vouches for too late', async () => {
    desk = 'live';
    await listPeople();
    expect(await come(9, { event: bomb, isLeft: true })).toEqual({});
    const late = left;
    await come(10, { event: flood });
    await come(11, { event: `The threat of a bomb attack has ended. ${clear}` });
    const told = (await words()).length;
    await confirm(late);
    expect(await words()).toHaveLength(told);
    expect(await inForce()).toEqual(['all-clear', 'leave']);
  });

  test('at one gate leaves what was said of the airport', async () => {
    await listPeople();
    await come(9, { event: bomb });
    const next = 'The threat at the Abbey Gate is over. U.S. citizens should avoid the airport.';
    expect((await come(11, { event: next }))['update']).toBeUndefined();
    expect(await inForce()).toContain('leave');
  });

  test.each([
    ['Kabul', clear],
    ['Afghanistan', clear],
    ['Kabul', `The threat of a bomb attack has ended. ${clear}`],
    ['Afghanistan', `The threat of a bomb attack has ended. ${clear}`],
  ])('for %s (%s) leaves the airport to a person', async (location, event) => {
    await listPeople();
    await come(9, { event: bomb });
    expect(await come(11, { location, event })).toEqual({});
    expect(await inForce()).toEqual(['all-clear', 'leave']);
    expect(await wakes()).toBe(1);
  });

  test('for another town of the country is none for this airport', async () => {
    await listPeople();
    await come(9, { event: bomb });
    expect(await come(11, { location: 'Herat', event: `The threat of an attack has ended. ${clear}` })).toEqual({});
    expect(await inForce()).toEqual(['all-clear', 'leave']);
    expect(await wakes()).toBe(1);
  });

  test('that may be a drill is real, and wakes the desk', async () => {
    await listPeople();
    await come(9, { event: bomb });
    const event = `This is a drill and not meant for all. ${clear}`;
    expect(await come(11, { event })).toEqual({ update: 18 });
    expect((await words(true)).some(({ sentence }) => sentence?.includes('may call itself a drill'))).toBe(true);
  });
});
