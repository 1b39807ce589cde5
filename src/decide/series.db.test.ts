/** What the next notice of an office may do to the one before: through the real source, with the people of the replay. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { atGate, bomb, flood, feed as notice, OfficeDesk } from './office.fixture.ts';

describeWithDatabase('the next notice of an office', () => {
  let office: OfficeDesk;
  beforeEach(async () => {
    office = await OfficeDesk.open('2021-08-25T00:00:00Z');
    await office.listPeople();
  });
  afterEach(() => office.t.close());

  const come = (when: string, text: string, url?: string): Promise<Record<string, number>> =>
    office.come(when, text, url === undefined ? {} : { url });
  const inForce = (): Promise<string[]> => office.inForce();

  test('a milder one about something else takes no “leave” away', async () => {
    expect(await come('2021-08-26T10:00:00Z', notice('Thu, 26 Aug 2021 09:00:00 +0000', bomb, 1))).toEqual({
      alert: 18,
    });
    const wedding = 'Gunfire was heard at a wedding in the city. U.S. citizens should monitor local media.';
    const next = await come('2021-08-26T12:00:00Z', notice('Thu, 26 Aug 2021 11:00:00 +0000', wedding, 2));
    expect(next['update']).toBeUndefined();
    expect(await inForce()).toEqual(['leave', 'monitor']);
  });

  test('one about another gate sends nobody home, and both stand', async () => {
    expect(
      await come('2021-08-26T10:00:00Z', notice('Thu, 26 Aug 2021 09:00:00 +0000', atGate('North Gate'), 1)),
    ).toEqual({ alert: 4 });
    expect(
      await come('2021-08-26T12:00:00Z', notice('Thu, 26 Aug 2021 11:00:00 +0000', atGate('Abbey Gate'), 2)),
    ).toEqual({ alert: 6 });
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

  const shelter =
    'There is a threat of a bomb attack at the airport. U.S. citizens at the airport should shelter in place.';
  test.each([
    ['shelter', 'leave', shelter, bomb],
    ['leave', 'shelter', bomb, shelter],
  ])('“%s” and “%s” answer each other', async (_, last, first, then) => {
    await come('2021-08-26T10:00:00Z', notice('Thu, 26 Aug 2021 09:00:00 +0000', first, 1));
    expect(await come('2021-08-26T12:00:00Z', notice('Thu, 26 Aug 2021 11:00:00 +0000', then, 2))).toEqual({
      update: 18,
    });
    expect(await inForce()).toEqual([last]);
  });

  test('a copy that nobody vouches for does not make one that may tell people needless', async () => {
    const text = notice('Thu, 26 Aug 2021 09:00:00 +0000', bomb, 1);
    const url = 'https://embassy.example/category/alert/feed/';
    expect(await office.come('2021-08-26T10:00:00Z', text, { url, trust: 'unverified' })).toEqual({});
    expect(await come('2021-08-26T11:00:00Z', `${text} `)).toEqual({ alert: 18 });
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
    expect(await come('2021-08-26T11:00:00Z', notice('Thu, 26 Aug 2021 10:00:00 +0000', flood, 2))).toEqual({
      alert: 18,
    });
    const text = 'The all-clear has been given for the airport. U.S. citizens may return.';
    const next = await come('2021-08-26T12:00:00Z', notice('Thu, 26 Aug 2021 11:00:00 +0000', text, 3));
    expect(next['update']).toBeUndefined();
    expect(await inForce()).toEqual(['all-clear', 'leave', 'leave']);
    expect(await office.wakes(/^An all-clear came in/)).toHaveLength(1);
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
    expect(await come('2021-08-26T12:00:00Z', www, 'https://www.embassy.example/category/alert/feed/')).toEqual({
      update: 18,
    });
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
