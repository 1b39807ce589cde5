/** Whoever follows hears of each end, also of one that was said to others only; and is never told that nothing changed. */
import { describe, expect, test } from 'vitest';
import { makeInfo, referenceTo, stamp } from '../../../test/make.ts';
import { base, codes } from '../../../test/pages/ask.ts';
import { now } from '../../../test/pages/picture.ts';
import { type CapAlert, read } from '../../core/cap/index.ts';
import type { AlertView } from '../../core/model.ts';
import { day, formatInstant, hour, minute } from '../../core/time/time.ts';
import { issueOf } from '../../pages/feeds/published.ts';
import { bytesOf, holding, warning } from './held.fixture.ts';

const open = warning(1);
const restricted = { scope: 'Restricted', restriction: 'staff', references: [referenceTo(open.alert)] } as const;
const secret = { ...open.alert.infos[0], headline: 'SECRET', event: 'SECRET' } as (typeof open.alert.infos)[0];
const endedAt = now - 2 * minute;
const endings = [
  [
    'cancelled',
    warning(2, { ...restricted, msgType: 'Cancel', infos: [secret] }, { state: 'not-a-warning', confirmedAt: endedAt }),
    'This warning was cancelled.',
  ],
  [
    'superseded',
    warning(2, { ...restricted, msgType: 'Update', infos: [secret] }, { confirmedAt: endedAt }),
    'That does not say that the danger is over.',
  ],
] as const;

describe.each(endings)('a public warning that was %s for others', (state, ender, words) => {
  const over: AlertView = { ...open, state, endedBy: ender.id, enders: [ender.id] };
  const deskAt = (valid: number, views: () => readonly AlertView[], changed: () => number = () => 7) =>
    holding([], {
      alerts: async () => views(),
      alert: async (_, id) => views().find((view) => view.id === id) ?? null,
      alertsChanged: async () => changed(),
      resolveAsOf: async () => ({ valid, seq: 900, at: now, isPast: false, heardUntil: valid }),
    });
  const entriesOf = (text: string): readonly string[] => text.match(/<(entry|item)>.*?<\/\1>/gs) ?? [];

  test.each(['/feeds/alerts.atom', '/feeds/alerts.rss'])(
    '%s says so, without a word of what ended it',
    async (path) => {
      const before = await (await deskAt(now, () => [open]).ask(path)).text();
      const text = await (await deskAt(now, () => [over, ender]).ask(path)).text();
      const [entry = '', ...more] = entriesOf(text);
      expect(more).toEqual([]);
      expect(entry).toContain('>No longer in force: Flash flood on the Sample river<');
      expect(entry).toContain(words);
      expect(text).not.toContain('SECRET');
      expect(text).not.toContain(ender.id);
      // A reader shows it as news: what it is called is new, and as it was another has it.
      const idOf = (one: string) => /<(?:id|guid[^>]*)>([^<]*)/.exec(one)?.[1];
      const ids = [entriesOf(before)[0] ?? '', entry].map(idOf);
      expect(ids[0]).toMatch(/^urn:uuid:/);
      expect(ids[1]).toMatch(/^urn:uuid:/);
      expect(ids[0]).not.toBe(ids[1]);
      // It leads to no CAP, for there is none: our reader sends its operator to the words.
      const beside = warning(9);
      for (const others of [[], [beside]]) {
        const mixed = await (await deskAt(now, () => [over, ender, ...others]).ask(path)).text();
        expect(entriesOf(mixed)).toHaveLength(others.length + 1);
        expect(mixed).not.toContain(`cap/${over.id}.xml`);
        const { findings, links } = read(bytesOf(mixed), { base });
        expect(findings.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'cap.entry.ended']]);
        expect(findings[0]?.message).toContain('“No longer in force: Flash flood on the Sample river”');
        expect(findings[0]?.message).toContain(`/alerts/${over.id}`);
        expect(links.map(({ href }) => new URL(href).pathname)).toEqual(others.map(({ id }) => `/feeds/cap/${id}.xml`));
      }
    },
  );

  test('its CAP is gone, and no map shows it', async () => {
    const { ask } = deskAt(now, () => [over, ender]);
    const gone = await ask(`/feeds/cap/${over.id}.xml`);
    expect([gone.status, await codes(gone)]).toEqual([410, ['feed.alert.ended']]);
    expect((await ask(`/feeds/cap/${ender.id}.xml`)).status).toBe(404);
    expect(await (await ask('/feeds/alerts.geojson')).json()).toMatchObject({
      features: [],
      updated: new Date(endedAt).toISOString(),
    });
  });

  test.each(['/feeds/alerts.atom', '/feeds/alerts.rss', '/feeds/alerts.geojson'])(
    '%s: who asks by time gets it',
    async (path) => {
      let [views, seq]: [readonly AlertView[], number] = [[open], 7];
      const { ask } = deskAt(
        now,
        () => views,
        () => seq,
      );
      const modified = (await ask(path)).headers.get('last-modified') ?? '';
      const headers = { 'if-modified-since': modified };
      expect((await ask(path, { headers })).status).toBe(304);
      [views, seq] = [[over, ender], 8];
      const after = await ask(path, { headers });
      expect(after.status).toBe(200);
      expect(Date.parse(after.headers.get('last-modified') ?? '')).toBeGreaterThan(Date.parse(modified));
    },
  );

  test('until it would have ended by itself, for seven days at most, and then that is a change too', async () => {
    const count = async (valid: number, view = over): Promise<number> =>
      entriesOf(await (await deskAt(valid, () => [view, ender]).ask('/feeds/alerts.atom')).text()).length;
    // It ends a day and an hour from now.
    expect(await Promise.all([now + day, now + day + 2 * hour].map((valid) => count(valid)))).toEqual([1, 0]);
    const endless = {
      ...over,
      alert: { ...over.alert, infos: over.alert.infos.map((info) => ({ ...info, expires: null })) },
    };
    const leaves = endedAt + 7 * day;
    expect(await Promise.all([leaves - 1, leaves].map((valid) => count(valid, endless)))).toEqual([1, 0]);
    const text = await (await deskAt(leaves, () => [endless, ender]).ask('/feeds/alerts.atom')).text();
    expect(text).toContain(`<updated>${new Date(leaves).toISOString()}</updated>`);
  });

  test('not of what never stood in a feed, nor of what another public message ended too', async () => {
    const later = { ...over, confirmedAt: endedAt + 1 };
    const unverified = { ...over, trust: 'unverified' } as const;
    const ofOthers = { ...over, alert: { ...over.alert, scope: 'Private', addresses: 'x' } };
    for (const view of [later, unverified, ofOthers]) {
      const text = await (await deskAt(now, () => [view, ender]).ask('/feeds/alerts.atom')).text();
      expect(entriesOf(text)).toEqual([]);
    }
    const update = warning(3, { msgType: 'Update', references: [referenceTo(open.alert)] });
    const both = { ...over, enders: [update.id, ender.id] };
    const text = await (await deskAt(now, () => [both, update, ender]).ask('/feeds/alerts.atom')).text();
    expect(entriesOf(text)).toHaveLength(1);
    expect(text).not.toContain('No longer in force');
  });
});

describe('a public warning whose successor has ended too', () => {
  const open = { ...warning(1), confirmedAt: now - 3 * hour };
  const until = (at: number): Partial<CapAlert> => ({
    msgType: 'Update',
    references: [referenceTo(open.alert)],
    infos: [makeInfo({ expires: stamp(`${formatInstant(at).slice(0, 19)}-00:00`), headline: 'Newer words' })],
  });
  const vouched = { confirmedAt: now - hour } as const;
  const replaced: AlertView = { ...open, state: 'superseded', enders: [warning(2).id] };
  const expired = warning(2, until(now - minute), { ...vouched, state: 'expired' });
  const textAt = async (path: string, views: readonly AlertView[], valid = now) =>
    await (
      await holding(views, {
        resolveAsOf: async () => ({ valid, seq: 900, at: now, isPast: false, heardUntil: valid }),
      }).ask(path)
    ).text();

  test.each<readonly [string, readonly AlertView[], number]>([
    ['it expired', [replaced, expired], now - minute],
    [
      'it had expired when it came',
      [replaced, warning(2, until(now - day), { ...vouched, state: 'expired' })],
      now - hour,
    ],
    [
      'another took its place, which names that one alone',
      [
        replaced,
        warning(2, until(now + day), { ...vouched, state: 'superseded', enders: [warning(3).id] }),
        warning(3, { msgType: 'Update' }, { confirmedAt: now - 5 * minute }),
      ],
      now - 5 * minute,
    ],
    [
      'a Cancel ended it, which names that one alone',
      [
        replaced,
        warning(2, until(now + day), { ...vouched, state: 'cancelled', enders: [warning(3).id] }),
        warning(3, { msgType: 'Cancel', infos: [] }, { state: 'not-a-warning', confirmedAt: now - 5 * minute }),
      ],
      now - 5 * minute,
    ],
  ])('%s: whoever follows hears that the first is over', async (_, views, since) => {
    for (const path of ['/feeds/alerts.atom', '/feeds/alerts.rss']) {
      const text = await textAt(path, views);
      expect(text.match(/>No longer in force: Flash flood on the Sample river</g), path).toHaveLength(1);
      expect(text).toContain('another took its place, which is no longer in force either');
      expect(text).not.toContain('not for the public');
    }
    const [entry] =
      (await textAt('/feeds/alerts.atom', views)).match(
        /<entry>\s*<id>[^<]*<\/id>\s*<title[^>]*>No longer.*?<\/entry>/s,
      ) ?? [];
    expect(entry).toContain(`<updated>${new Date(since).toISOString()}</updated>`);
    expect((await holding(views).ask(`/feeds/cap/${replaced.id}.xml`)).status).toBe(410);
  });

  test('it was over so long before it came that no list of the desk has it', async () => {
    const stale = warning(2, until(now - 300 * day), { ...vouched, state: 'expired' });
    const { ask } = holding([replaced, stale], { alerts: async () => [replaced] });
    for (const path of ['/feeds/alerts.atom', '/feeds/alerts.rss'])
      expect(await (await ask(path)).text()).toContain('No longer in force: Flash flood');
  });

  test('not before, and not when it would have ended by itself or seven days are over', async () => {
    const isTold = async (views: readonly AlertView[], valid: number) =>
      (await textAt('/feeds/alerts.atom', views, valid)).includes('No longer in force');
    const inForce = warning(2, until(now + minute), vouched);
    expect(await isTold([replaced, inForce], now)).toBe(false);
    expect(
      await Promise.all([now + day, now + day + 2 * hour].map((valid) => isTold([replaced, expired], valid))),
    ).toEqual([true, false]);
    const endless = { ...replaced, alert: { ...replaced.alert, infos: [makeInfo({ expires: null })] } };
    const leaves = vouched.confirmedAt + 7 * day;
    expect(await Promise.all([leaves - 1, leaves].map((valid) => isTold([endless, expired], valid)))).toEqual([
      true,
      false,
    ]);
    // Who came to know of it after its end was never told of it here.
    expect(await isTold([{ ...replaced, confirmedAt: now }, expired], now)).toBe(false);
  });

  test('that it expires is a change, though nothing is recorded', async () => {
    const inForce = warning(2, until(now + minute), vouched);
    const { until: next } = issueOf([replaced, inForce], now);
    expect(next).toBe(now + minute);
    const { changedAt } = issueOf([replaced, { ...inForce, state: 'expired' }], now + 2 * minute);
    expect(changedAt).toBe(now + minute);
  });
});
