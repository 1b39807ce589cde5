/** What the next notice of an office may do to the one before: through the real source, with the people of the replay. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { at } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { receive } from '../gather/receive.ts';
import { readWatchList } from '../gather/watch-list.ts';
import { alertsAsOf } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import { noticesOf } from '../store/notices.ts';
import { claim } from '../store/outbox/lease.ts';
import { settle } from '../store/outbox/settle.ts';
import { savePeople } from '../store/people.ts';
import type { Deciding } from './alert.ts';
import { decideNext } from './decide.ts';
import { watchListOf } from './watch-list.ts';

const desk = 'drill';
const people = readFileSync(join(import.meta.dirname, '../../assets/replay/kabul-2021/people.csv'));
const feedUrl = 'https://embassy.example/category/alert/feed/';

const notice = (sent: string, event: string, number: number): string => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Alerts</title><item>
<title>Security Alert – U.S. Embassy Kabul, Afghanistan</title><link>https://embassy.example/${number}/</link>
<pubDate>${sent}</pubDate><guid>https://embassy.example/?p=${number}</guid>
<content:encoded><![CDATA[<p>Location: Kabul, Hamid Karzai International Airport</p><p>Event: ${event}</p>]]></content:encoded>
</item></channel></rss>`;
const bomb =
  'There is a threat of a bomb attack at the airport. U.S. citizens at the airport should leave immediately.';

describeWithDatabase('the next notice of an office', () => {
  let t: TestStore;
  let d: Deciding;
  beforeEach(async () => {
    t = await testStore(at('2021-08-25T00:00:00Z'));
    const rules = { tellHours: 24, positionHours: 72 };
    d = { store: t.store, desk, rules, watch: watchListOf(t.store, desk), deskChannels: [] };
    await savePeople(t.store, desk, readWatchList(new Uint8Array(people), t.clock.now()).people);
    await decideAll();
  });
  afterEach(() => t.close());

  const decideAll = async (): Promise<void> => {
    while (await decideNext(d));
  };
  const words = async () => {
    const { seq } = await currentRecorded(t.store, desk);
    return noticesOf(t.store, desk, { limit: 9999, seq });
  };
  /** What a document led to: how many words of which kind. Each is taken by its far side before the next comes. */
  const come = async (when: string, text: string, url = feedUrl): Promise<Record<string, number>> => {
    t.clock.set(at(when));
    const before = (await words()).length;
    const bytes = new TextEncoder().encode(text);
    const given = { source: 'us-embassy', bytes, url, type: null, by: null } as const;
    await receive(t.store, desk, { ...given, trust: 'from-origin', fetchedAt: t.clock.now() });
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
    return views
      .filter(({ state }) => state === 'in-force')
      .map(({ advice }) => advice?.parts[0]?.instructions[0]?.value ?? 'none');
  };

  test('a milder one about something else takes no “leave” away', async () => {
    expect(await come('2021-08-26T10:00:00Z', notice('Thu, 26 Aug 2021 09:00:00 +0000', bomb, 1))).toEqual({
      alert: 18,
    });
    const wedding = 'Gunfire was heard at a wedding in the city. U.S. citizens should monitor local media.';
    const next = await come('2021-08-26T12:00:00Z', notice('Thu, 26 Aug 2021 11:00:00 +0000', wedding, 2));
    expect(next['update']).toBeUndefined();
    expect((await inForce()).toSorted()).toEqual(['leave', 'monitor']);
  });

  test('one about another gate sends nobody home, and both stand', async () => {
    const at_ = (gate: string) =>
      `There is a threat of an attack. U.S. citizens who are now at the ${gate} should leave immediately.`;
    expect(await come('2021-08-26T10:00:00Z', notice('Thu, 26 Aug 2021 09:00:00 +0000', at_('North Gate'), 1))).toEqual(
      { alert: 4 },
    );
    expect(await come('2021-08-26T12:00:00Z', notice('Thu, 26 Aug 2021 11:00:00 +0000', at_('Abbey Gate'), 2))).toEqual(
      { alert: 6 },
    );
    expect(await inForce()).toEqual(['leave', 'leave']);
  });

  test('one that says as much of the same place takes its place', async () => {
    await come('2021-08-26T10:00:00Z', notice('Thu, 26 Aug 2021 09:00:00 +0000', bomb, 1));
    const again = bomb.replace('a threat', 'a new and specific threat');
    expect(await come('2021-08-26T12:00:00Z', notice('Thu, 26 Aug 2021 11:00:00 +0000', again, 2))).toEqual({
      update: 18,
    });
    expect(await inForce()).toEqual(['leave']);
  });

  test('a stamp that lies ahead silences nothing that comes before it', async () => {
    const mild = 'There is a threat of an attack at the airport. U.S. citizens should monitor local media.';
    await come('2021-08-26T10:00:00Z', notice('Thu, 26 Aug 2021 14:00:00 +0000', mild, 1));
    const next = await come('2021-08-26T12:00:00Z', notice('Thu, 26 Aug 2021 12:00:00 +0000', bomb, 2));
    expect((next['alert'] ?? 0) + (next['update'] ?? 0)).toBe(18);
    expect(await inForce()).toContain('leave');
  });

  test('an old text that is found late is no news and takes nothing away', async () => {
    await come('2021-08-26T15:00:00Z', notice('Thu, 26 Aug 2021 14:30:00 +0000', bomb, 1));
    const old = `Security Alert – U.S. Embassy Kabul, Afghanistan (August 20, 2021)\n\nLocation: Kabul, Hamid Karzai International Airport\n\nEvent: ${bomb}\n`;
    expect(await come('2021-08-27T09:00:00Z', old, 'https://embassy.example/august-20/')).toEqual({});
    expect(await inForce()).toEqual(['leave']);
  });

  test('a correction under the same stamp takes the place of what it corrects', async () => {
    const stamp = 'Thu, 26 Aug 2021 09:00:00 +0000';
    await come('2021-08-26T10:00:00Z', notice(stamp, bomb, 1));
    const corrected = bomb.replace('bomb attack', 'rocket attack');
    expect(await come('2021-08-26T12:00:00Z', notice(stamp, corrected, 1))).toEqual({ update: 18 });
    expect(await inForce()).toEqual(['leave']);
  });

  test('an all-clear that names no danger is heard by those who were told of the one that stands', async () => {
    await come('2021-08-26T10:00:00Z', notice('Thu, 26 Aug 2021 09:00:00 +0000', bomb, 1));
    const text = 'The all-clear has been given for the airport. U.S. citizens may return.';
    const next = await come('2021-08-26T12:00:00Z', notice('Thu, 26 Aug 2021 11:00:00 +0000', text, 2));
    expect(next).toEqual({ update: 18 });
    expect(await inForce()).toEqual(['all-clear']);
    // The same document, fetched again.
    expect(await come('2021-08-26T13:00:00Z', notice('Thu, 26 Aug 2021 11:00:00 +0000', text, 2))).toEqual({});
  });

  test('one that names no danger where two stand ends neither', async () => {
    await come('2021-08-26T10:00:00Z', notice('Thu, 26 Aug 2021 09:00:00 +0000', bomb, 1));
    const flood = 'There is a flood at the airport. U.S. citizens at the airport should leave immediately.';
    expect(await come('2021-08-26T11:00:00Z', notice('Thu, 26 Aug 2021 10:00:00 +0000', flood, 2))).toEqual({
      alert: 18,
    });
    const text = 'The all-clear has been given for the airport. U.S. citizens may return.';
    const next = await come('2021-08-26T12:00:00Z', notice('Thu, 26 Aug 2021 11:00:00 +0000', text, 3));
    expect(next['update']).toBeUndefined();
    expect((await inForce()).toSorted()).toEqual(['all-clear', 'leave', 'leave']);
    const { seq } = await currentRecorded(t.store, desk);
    const wakes = await noticesOf(t.store, desk, { limit: 99, seq, wakes: true });
    expect(wakes.filter(({ sentence }) => sentence?.startsWith('An all-clear came in'))).toHaveLength(1);
  });

  test('a feed whose dates can’t be read tells once, however often it is fetched', async () => {
    const undated = (number: number, words: string): string => notice('Thu, 26 Aug 2021 09:00 AFT', words, number);
    expect(await come('2021-08-26T10:00:00Z', undated(1, bomb))).toEqual({ alert: 18 });
    expect(await come('2021-08-26T11:00:00Z', `${undated(1, bomb)} `)).toEqual({});
    const again = bomb.replace('a threat', 'a new threat');
    expect(await come('2021-08-26T12:00:00Z', undated(2, again))).toEqual({ update: 18 });
    expect(await come('2021-08-26T13:00:00Z', `${undated(1, bomb)}  `)).toEqual({});
  });

  test('a page that goes back to what it said says it anew', async () => {
    const url = 'https://embassy.example/alert/';
    const page = (words: string): string =>
      `Security Alert – U.S. Embassy Kabul, Afghanistan\nLocation: Kabul, Hamid Karzai International Airport\nEvent: ${words}\n`;
    const clear = 'The all-clear has been given for the airport. U.S. citizens may return.';
    expect(await come('2021-08-26T10:00:00Z', page(bomb), url)).toEqual({ alert: 18 });
    expect(await come('2021-08-26T12:00:00Z', page(clear), url)).toEqual({ update: 18 });
    expect(await come('2021-08-26T14:00:00Z', page(bomb), url)).toEqual({ update: 18 });
    expect(await inForce()).toEqual(['leave']);
  });

  test('a host is one, with its “www.” and without', async () => {
    await come('2021-08-26T10:00:00Z', notice('Thu, 26 Aug 2021 09:00:00 +0000', bomb, 1));
    const again = notice('Thu, 26 Aug 2021 11:00:00 +0000', bomb.replace('a threat', 'a new threat'), 2);
    const www = again.replaceAll('https://embassy.example', 'https://www.embassy.example');
    expect(await come('2021-08-26T12:00:00Z', www, feedUrl.replace('embassy', 'www.embassy'))).toEqual({ update: 18 });
  });

  test('a warning that is given again in the same words weeks later is told again', async () => {
    const first = notice('Thu, 26 Aug 2021 09:00:00 +0000', bomb, 1);
    expect(await come('2021-08-26T10:00:00Z', first)).toEqual({ alert: 18 });
    // The item again in a feed that has changed otherwise; then under another address, still on the first day.
    expect(await come('2021-09-20T10:00:00Z', `${first} `)).toEqual({});
    expect(await come('2021-09-20T11:00:00Z', notice('Thu, 26 Aug 2021 20:00:00 +0000', bomb, 2))).toEqual({});
    // A feed that stamps an item anew whenever it is made gives nothing again.
    expect(await come('2021-09-20T12:00:00Z', notice('Mon, 20 Sep 2021 12:00:00 +0000', bomb, 1))).toEqual({});
    const again = notice('Mon, 20 Sep 2021 13:00:00 +0000', bomb, 3);
    // One of the 18 has left since.
    expect(await come('2021-09-20T14:00:00Z', again)).toEqual({ alert: 17 });
    expect(await come('2021-09-20T15:00:00Z', `${again} `)).toEqual({});
    expect(await inForce()).toEqual(['leave']);
  });

  test('and so it is when a page bears another day over the same words', async () => {
    const url = 'https://embassy.example/alert/';
    const page = (day: string): string =>
      `Security Alert – U.S. Embassy Kabul, Afghanistan\n${day}\nLocation: Kabul, Hamid Karzai International Airport\nEvent: ${bomb}\n`;
    expect(await come('2021-08-26T10:00:00Z', page('August 26, 2021'), url)).toEqual({ alert: 18 });
    expect(await come('2021-08-27T10:00:00Z', `${page('August 26, 2021')} `, url)).toEqual({});
    expect(await come('2021-09-20T10:00:00Z', page('September 20, 2021'), url)).toEqual({ alert: 17 });
  });

  test('and so it is after an all-clear, in hours', async () => {
    await come('2021-08-26T10:00:00Z', notice('Thu, 26 Aug 2021 09:00:00 +0000', bomb, 1));
    const clear = 'The all-clear has been given for the airport. U.S. citizens may return.';
    await come('2021-08-26T12:00:00Z', notice('Thu, 26 Aug 2021 11:00:00 +0000', clear, 2));
    expect(await come('2021-08-26T15:00:00Z', notice('Thu, 26 Aug 2021 14:00:00 +0000', bomb, 3))).toEqual({
      update: 18,
    });
  });
});
