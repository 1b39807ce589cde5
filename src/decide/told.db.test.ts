/** The chain from notices in prose to who is told, with the people of the replay and notices made by hand after its reports. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDocument, makeStated, type NoticeGiven } from '../../test/advice.ts';
import { describeWithDatabase } from '../../test/database.ts';
import { at, makeAlert, makeArea, makeInfo, stamp } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { instructionOf } from '../core/cap/meaning.ts';
import type { AlertView, NoticeView, Trust } from '../core/model.ts';
import type { Said } from '../core/text/reading.ts';
import { recordReading } from '../gather/record.ts';
import { readWatchList } from '../gather/watch-list.ts';
import type { StatedAlert } from '../sources/source.ts';
import { alertsAsOf, alertsById } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import { claim } from '../store/outbox/lease.ts';
import { noticesOf } from '../store/outbox/read.ts';
import { settle } from '../store/outbox/settle.ts';
import { savePeople } from '../store/people.ts';
import { keepReport, newestReading, readReport } from '../store/reports.ts';
import type { Deciding } from './alert.ts';
import { decideNext } from './decide.ts';
import { watchListOf } from './watch-list.ts';

const airport = { name: 'Kabul airport', at: [34.5659, 69.2123] as const };
const gate = (name: string, lat: number, lon: number) => ({ name, at: [lat, lon] as const, radiusMeters: 500 });
const abbey = gate('Abbey Gate', 34.5583, 69.2208);
const north = gate('North Gate', 34.5738, 69.213);
const south = gate('South Gate', 34.5563, 69.209);
const country = { place: 'AF', areas: [{ name: 'Afghanistan' }] };

const embassy = { office: 'U.S. Embassy Kabul', issuer: 'US', sender: 'us-embassy-kabul.example' } as const;
const kabul = { ...embassy, series: 'us-embassy/kabul' };
const atGates = { place: 'KBL', areas: [abbey, north], instruction: 'leave', immediate: true } as const;
const atAirport = { place: 'KBL', areas: [airport], instruction: 'avoid' } as const;
const us25: NoticeGiven = {
  ...kabul,
  identifier: '?p=825',
  sent: '2021-08-25T23:00:00Z',
  title: 'Security Alert (August 25, 2021)',
  issued: 'August 25, 2021',
  parts: [
    { ...atGates, words: 'Leave the gates immediately.' },
    { ...atAirport, words: 'Stay away from the airport.' },
  ],
};
const us26: NoticeGiven = {
  ...us25,
  identifier: '?p=826',
  sent: '2021-08-26T14:30:00Z',
  title: 'Security Alert (August 26, 2021)',
};
const us28: NoticeGiven = {
  ...kabul,
  identifier: 'security-alert-august-28',
  sent: '2021-08-29T01:08:00Z',
  title: 'Security Alert (August 28, 2021)',
  parts: [{ ...atGates, areas: [airport, south], words: 'Leave the airport area immediately.' }],
};
const british = { office: 'FCDO', issuer: 'GB', sender: 'gov-uk.example', series: 'gov-uk/afghanistan' } as const;
const uk25: NoticeGiven = {
  ...british,
  identifier: '/foreign-travel-advice/afghanistan',
  sent: '2021-08-25T21:30:00Z',
  title: 'Afghanistan travel advice',
  parts: [
    { place: 'KBL', areas: [airport], instruction: 'leave', words: 'If you are near the airport, move away.' },
    { ...country, level: 4, instruction: 'avoid', words: 'The FCDO advises against all travel to Afghanistan.' },
  ],
};
const flood = makeAlert({
  sender: 'warnings@sample-met.example',
  sent: stamp('2021-08-26T10:20:00+04:30'),
  infos: [
    makeInfo({
      responseTypes: ['Avoid'],
      expires: stamp('2021-08-26T18:00:00+04:30'),
      areas: [
        makeArea({ kind: 'circle', center: { lat: 34.44, lon: 70.46 }, radiusMeters: 9000 }, { areaDesc: 'Jalalabad' }),
      ],
    }),
  ],
});

const people = readFileSync(join(import.meta.dirname, '../../assets/replay/kabul-2021/people.csv'));
const nothingSaid: Said = {
  ...{ names: [], places: [], times: [], claims: [], warnings: [], estimates: [] },
  ...{ events: [], relations: [], deadlines: [], unknowns: [], disagreements: [] },
};

describeWithDatabase('notices in prose', () => {
  let t: TestStore;
  let d: Deciding;
  let roles: Map<string, string>;
  const desk = 'drill';
  beforeEach(async () => {
    t = await testStore(at('2021-08-25T00:00:00Z'));
    const rules = { tellHours: 24, positionHours: 72 };
    d = { store: t.store, desk, rules, watch: watchListOf(t.store, desk), deskChannels: [] };
    const list = readWatchList(new Uint8Array(people), t.clock.now()).people;
    await savePeople(t.store, desk, list);
    roles = new Map(list.map(({ ref, role }) => [t.store.sealer.personId(desk, ref), role ?? '']));
    await decideAll();
  });
  afterEach(() => t.close());

  const decideAll = async (): Promise<void> => {
    while (await decideNext(d));
  };
  const seq = async (): Promise<number> => (await currentRecorded(t.store, desk)).seq;
  const until = (when: string): void => t.clock.set(at(when));
  /** As if every far side took what is due. */
  const deliver = async (): Promise<void> => {
    for (const channel of ['mail', 'webhook'])
      for (const lease of await claim(t.store, desk, channel, 999))
        await settle(t.store, lease, { state: 'accepted', outcome: 'accepted', words: 'ok', dueAt: null }, () => null);
  };

  /** One report with these alerts, read and decided. Gives what followed, and delivers it. */
  const read = async (
    when: string,
    alerts: readonly StatedAlert[],
    { trust = 'from-origin' as Trust, sent = true } = {},
  ) => {
    until(when);
    const words = `${when} ${alerts.length}`;
    const bytes = new TextEncoder().encode(words);
    const url = 'https://source.example/';
    const fetchedAt = t.clock.now();
    const { id } = await keepReport(t.store, desk, {
      source: 'made',
      bytes,
      url,
      type: null,
      fetchedAt,
      by: null,
      trust,
    });
    const report = await readReport(t.store, desk, id);
    if (!report) throw new Error('it was kept');
    const reading = { ...nothingSaid, document: makeDocument(words), findings: [] };
    const before = await seq();
    await recordReading(t.store, desk, report, 'made/1', { alerts, reading, findings: [] });
    await decideAll();
    const known = (await newestReading(t.store, desk, id))?.body.alerts ?? [];
    const followed = await since(before);
    if (sent) await deliver();
    return { id, alerts: known, ...followed };
  };
  const hear = (given: NoticeGiven, when = given.sent, options = {}) => read(when, [makeStated(given)], options);

  /** What was decided after a commit: people in groups that were told alike, and the codes of wakes. */
  const since = async (commit: number) => {
    const current = await seq();
    const all = async (wakes: boolean): Promise<NoticeView[]> =>
      (await noticesOf(t.store, desk, { limit: 999, heardUntil: t.clock.now(), seq: current, wakes })).toReversed();
    const earlier = new Set((await noticesAt(commit)).map(({ id }) => id));
    const words = (await all(false)).filter(({ id }) => !earlier.has(id));
    const sentences = (await all(true)).filter(({ id }) => !earlier.has(id)).map(({ sentence }) => sentence ?? '');
    const views = new Map((await viewsOf(words.flatMap(({ alert }) => alert ?? []))).map((view) => [view.id, view]));
    const groups = new Map<string, Record<string, number>>();
    for (const notice of words) {
      const key = keyOf(notice, views.get(notice.alert ?? ''));
      const counted = groups.get(key) ?? {};
      const role = roles.get(notice.person) ?? '?';
      groups.set(key, { ...counted, [role]: (counted[role] ?? 0) + 1 });
    }
    return { groups: Object.fromEntries(groups), sentences };
  };
  const noticesAt = async (commit: number) => [
    ...(await noticesOf(t.store, desk, { limit: 999, heardUntil: t.clock.now(), seq: commit })),
    ...(await noticesOf(t.store, desk, { limit: 999, heardUntil: t.clock.now(), seq: commit, wakes: true })),
  ];
  const viewsOf = async (ids: readonly string[]): Promise<AlertView[]> =>
    alertsById(t.store.db, desk, { valid: t.clock.now(), seq: await seq() }, ids);
  const keyOf = ({ kind, info, why, changes }: NoticeView, view: AlertView | undefined): string => {
    const about = view?.alert.infos[info ?? 0];
    const inside = why.find(({ code }) => code === 'inside' || code === 'in-country');
    const area = inside?.code === 'inside' ? about?.areas[inside.area]?.areaDesc : inside?.code;
    const ours = inside?.code === 'inside' && inside.ours ? ` ours ${inside.ours.radiusMeters}` : '';
    const change = changes.length > 0 ? ` (${changes.join(', ')})` : '';
    return `${kind} ${(about && instructionOf(about)) ?? ''}: ${area ?? '?'}${ours}${change}`;
  };

  const gates = {
    'Field team 1': 3,
    'Reporter 1': 1,
    'Reporter 2': 1,
    'Driver 1': 1,
    'Field team 2': 3,
    'Driver 2': 1,
  };
  const atAbbey = { 'Field team 1': 3, 'Reporter 1': 1, 'Reporter 2': 1, 'Driver 1': 1 };
  const nearBy = { 'Guest house North': 6, 'Nurse 1': 1 };
  const unplaced = expect.stringMatching(/^2 people here we can’t place/);

  test('a page on a country and its airport: the airport tells, the country is a baseline', async () => {
    const { groups, sentences } = await hear(uk25);
    expect(groups).toEqual({ 'alert leave: Kabul airport ours 5000': { ...gates, ...nearBy } });
    expect(sentences).toHaveLength(2);
    expect(sentences).toContainEqual(unplaced);
    expect(sentences).toContainEqual(
      'Standing advice of “FCDO” was read for the first time: “Afghanistan” (level 4 of 4). It is no change that we know of, so nobody was told of it.',
    );
  });

  test('whoever is at a gate hears leave, whoever is two kilometres away hears avoid', async () => {
    const { groups, sentences } = await hear(us25);
    expect(groups).toEqual({
      'alert leave: Abbey Gate ours 500': atAbbey,
      'alert leave: North Gate ours 500': { 'Field team 2': 3, 'Driver 2': 1 },
      'alert avoid: Kabul airport ours 5000': nearBy,
    });
    expect(sentences).toEqual([unplaced]);
  });

  test('the next notice of the series is an update, told to those concerned with what changed', async () => {
    const first = await hear(us25);
    await read('2021-08-26T05:52:00Z', [{ alert: flood, advice: null }]);
    const second = await hear(us26);
    expect(second.groups).toEqual({
      'update leave: Abbey Gate ours 500 (words)': atAbbey,
      'update leave: North Gate ours 500 (words)': { 'Field team 2': 3, 'Driver 2': 1 },
      // The coordinator has come meanwhile, and had not been told of anything.
      'update avoid: Kabul airport ours 5000 (words)': nearBy,
      'alert avoid: Kabul airport ours 5000': { Coordinator: 1 },
    });
    expect(second.sentences).toEqual([unplaced]);
    expect(await viewsOf([...first.alerts, ...second.alerts])).toMatchObject([
      { state: 'superseded', endedBy: second.alerts[0] },
      { state: 'in-force', alert: { msgType: 'Update', references: [{ identifier: '?p=825' }] } },
    ]);
    const third = await hear(us28);
    const { 'Reporter 1': _, ...stillThere } = gates;
    const told = Object.entries(third.groups);
    expect(told.filter(([key]) => /^update leave: .*\(area, words\)$/.test(key)).map(([, who]) => who)).toEqual([
      stillThere,
    ]);
    expect(
      told.filter(([key]) => /^update leave: .*\(instruction, urgency, area, words\)$/.test(key)).map(([, who]) => who),
    ).toEqual([{ ...nearBy, Coordinator: 1 }]);
  });

  test('who arrives is told by the clock alone of all that holds there', async () => {
    await hear(uk25);
    await hear(us25);
    const before = await seq();
    until('2021-08-26T08:59:59Z');
    await decideAll();
    expect((await since(before)).groups).toEqual({});
    until('2021-08-26T09:00:00Z');
    await decideAll();
    expect(await since(before)).toEqual({
      groups: {
        'alert leave: Kabul airport ours 5000': { Coordinator: 1 },
        'alert avoid: Kabul airport ours 5000': { Coordinator: 1 },
      },
      sentences: [],
    });
  });

  test('a shape the issuer drew is the issuer’s', async () => {
    const { groups, sentences } = await read('2021-08-26T05:52:00Z', [{ alert: flood, advice: null }]);
    expect(groups).toEqual({ 'alert avoid: Jalalabad': { 'Clinic East': 5, 'Driver 4': 1 } });
    expect(sentences).toEqual([unplaced]);
  });

  const advice = (sent: string, level: 3 | 4, words: string): NoticeGiven => ({
    ...british,
    identifier: '/foreign-travel-advice/afghanistan',
    sent,
    title: 'Afghanistan travel advice',
    parts: [{ ...country, level, instruction: 'avoid', words }],
  });
  const inCountry = {
    ...{ ...gates, ...nearBy, 'Clinic West': 7, 'Driver 3': 1, 'Clinic East': 5, 'Driver 4': 1 },
    // Where in the country he is matters nothing here; the surveyor’s country is as old as his position.
    'Consultant 1': 1,
  };

  test('standing advice tells nobody; risen to 4 it tells whoever is in the country, and then no more', async () => {
    const first = await hear(advice('2021-08-25T10:00:00Z', 3, 'Do not go unless you must.'));
    expect(first).toMatchObject({ groups: {}, sentences: [expect.stringMatching(/^Standing advice/)] });
    const risen = await hear(advice('2021-08-25T12:00:00Z', 4, 'Do not go.'));
    expect(risen.groups).toEqual({ 'alert avoid: in-country': inCountry });
    expect(risen.sentences).toEqual([unplacedOne]);
    const again = await hear(advice('2021-08-25T14:00:00Z', 4, 'Do not go at all.'));
    expect(again.groups).toEqual({ 'update avoid: in-country (words)': inCountry });
    const { Coordinator: _, ...others } = { Coordinator: 1, ...inCountry };
    until('2021-08-26T09:00:00Z');
    const before = await seq();
    await decideAll();
    expect((await since(before)).groups).toEqual({});
    const fallen = await hear(advice('2021-08-26T10:00:00Z', 3, 'Do not go unless you must.'));
    expect(fallen.groups).toEqual({ 'update avoid: in-country (level, words)': others });
  });
  const unplacedOne = expect.stringMatching(/^1 person here we can’t place/);

  test('a document on many countries is one summary', async () => {
    const on = (place: string): StatedAlert =>
      makeStated({
        ...{ ...british, series: place, identifier: place, sent: '2021-08-25T10:00:00Z', title: place },
        parts: [{ place, areas: [{ name: place }], words: 'Take care.', level: 2 }],
      });
    const { sentences } = await read(
      '2021-08-25T10:00:00Z',
      ['AA', 'BB', 'CC', 'DD', 'EE', 'FF', 'GG', 'HH', 'II', 'JJ'].map(on),
    );
    expect(sentences).toEqual([expect.stringMatching(/“HH” \(level 2 of 4\) and 2 more\. It is no change/)]);
  });

  test('a rise that has not left when standing words take its place is still told', async () => {
    await hear(advice('2021-08-25T10:00:00Z', 3, 'Do not go unless you must.'));
    await hear(advice('2021-08-25T12:00:00Z', 4, 'Do not go.'), undefined, { sent: false });
    const again = await hear(advice('2021-08-25T14:00:00Z', 4, 'Do not go at all.'));
    expect(again.groups).toEqual({ 'alert avoid: in-country': inCountry });
  });

  test('at the airport they hear of the country’s rise as well, though what is said of the airport is as it was', async () => {
    const [point] = uk25.parts;
    if (!point) throw new Error('a part expected');
    const low = advice('2021-08-25T10:00:00Z', 3, 'Do not go unless you must.');
    const high = advice('2021-08-25T12:00:00Z', 4, 'Do not go.');
    await hear({ ...low, parts: [point, ...low.parts] });
    const { groups } = await hear({ ...high, parts: [point, ...high.parts] });
    const elsewhere = { 'Clinic West': 7, 'Driver 3': 1, 'Clinic East': 5, 'Driver 4': 1, 'Consultant 1': 1 };
    expect(groups).toEqual({
      'update avoid: in-country (level, words)': { ...gates, ...nearBy },
      'alert avoid: in-country': elsewhere,
    });
  });

  test('the same words again are no news, from whatever document they come', async () => {
    const first = await hear(us25);
    const feed = await read('2021-08-26T14:35:00Z', [makeStated(us26), makeStated(us25)]);
    expect(feed.alerts[1]).toBe(first.alerts[0]);
    const alone = await read('2021-08-26T15:00:00Z', [
      makeStated({ ...us26, identifier: 'x', sent: '2021-08-26T15:00:00Z' }),
    ]);
    expect(alone).toMatchObject({ alerts: [feed.alerts[0]], groups: {}, sentences: [] });
    expect(await inForce()).toEqual([feed.alerts[0]]);
  });

  test('a feed read for the first time tells only of the newest of a series', async () => {
    const { groups, alerts } = await read('2021-08-26T14:35:00Z', [makeStated(us26), makeStated(us25)]);
    expect(Object.keys(groups).every((key) => key.startsWith('alert'))).toBe(true);
    expect(
      Object.values(groups)
        .flatMap(Object.values)
        .reduce((sum, n) => sum + n, 0),
    ).toBe(18);
    expect(await inForce()).toEqual([alerts[0]]);
  });

  test('an older notice that comes late stands behind the newer one and tells nobody', async () => {
    const newer = await hear(us26);
    const late = await hear(us25, '2021-08-26T15:00:00Z');
    expect(late).toMatchObject({ groups: {}, sentences: [] });
    expect(await inForce()).toEqual(newer.alerts);
  });

  test('what nobody vouches for takes nobody’s place, and does not stand between two that count', async () => {
    const first = await hear(us25);
    const stranger = await hear({ ...us26, sent: '2021-08-26T08:00:00Z', parts: us28.parts }, '2021-08-26T08:00:00Z', {
      trust: 'unverified',
    });
    expect(stranger.groups).toEqual({});
    expect(stranger.sentences).toEqual([expect.stringMatching(/nobody has vouched for/)]);
    expect((await inForce()).toSorted()).toEqual([...first.alerts, ...stranger.alerts].toSorted());
    const own = await hear({ ...us26, identifier: '?p=827', sent: '2021-08-26T16:00:00Z' });
    expect(Object.keys(own.groups).filter((key) => key.startsWith('update'))).toHaveLength(3);
    expect((await viewsOf(first.alerts))[0]).toMatchObject({ state: 'superseded', endedBy: own.alerts[0] });
  });

  test('a copy that nobody vouches for does not make the real one needless', async () => {
    await hear(us25, us25.sent, { trust: 'unverified' });
    const { groups } = await hear(us25, '2021-08-25T23:10:00Z');
    expect(Object.keys(groups)).toHaveLength(3);
  });

  test('a notice on a whole country that tells everybody to shelter is no standing advice', async () => {
    const parts = [{ ...country, family: 'attack', instruction: 'shelter', words: 'Shelter where you are.' } as const];
    const { groups, sentences } = await hear({ ...embassy, ...us25, series: 'us-embassy/kabul', parts });
    expect(groups).toEqual({ 'alert shelter: in-country': inCountry });
    expect(sentences).toEqual([unplacedOne]);
  });

  test('in a drill space an exercise counts', async () => {
    const { groups } = await read('2021-08-26T05:52:00Z', [{ alert: { ...flood, status: 'Exercise' }, advice: null }]);
    expect(groups).toEqual({ 'alert avoid: Jalalabad': { 'Clinic East': 5, 'Driver 4': 1 } });
  });

  const inForce = async (): Promise<string[]> =>
    (await alertsAsOf(t.store.db, desk, { valid: t.clock.now(), seq: await seq() }))
      .filter(({ state }) => state === 'in-force')
      .map(({ id }) => id);
});
