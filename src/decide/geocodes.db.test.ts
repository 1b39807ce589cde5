/** Alerts whose areas are codes: who is told by which boundary, what wakes the desk, and what an import changes for whom. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { divisions } from '../../test/divisions.ts';
import { makeAlert, makeArea, makeInfo, makePerson, referenceTo, square, standing } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { write as writeCap } from '../core/cap/index.ts';
import type { CapAlert, CapArea } from '../core/cap/model.ts';
import { covers } from '../core/geo/covers.ts';
import { readGeocodeFile } from '../core/geo/geocodes/file.ts';
import type { AlertView } from '../core/model.ts';
import { hour, minute } from '../core/time/time.ts';
import { confirmAlert } from '../gather/confirm.ts';
import { importGeocodes, resolveWaiting } from '../gather/geocodes.ts';
import { receive } from '../gather/receive.ts';
import { unresolvedAreas } from '../match/match.ts';
import { alertsById, alertsChanged } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import { claim } from '../store/outbox/lease.ts';
import { noticesOf } from '../store/outbox/read.ts';
import { settle } from '../store/outbox/settle.ts';
import { savePeople } from '../store/people.ts';
import type { Deciding } from './alert.ts';
import { decideNext } from './decide.ts';
import { watchListOf } from './watch-list.ts';

const dallas = makePerson('dallas', { stay: standing(32.78, -96.8) }).person;
const tarrant = makePerson('tarrant', { stay: standing(32.75, -97.33) }).person;
const here = makePerson('here', { stay: standing(51, 9) }).person;
const away = makePerson('away', { stay: standing(53, 9) }).person;
const refs = [dallas, tarrant, here, away].map(({ ref }) => ref);

const coded = (...codes: readonly (readonly [string, string])[]): CapArea =>
  makeArea(null, { geocodes: codes.map(([valueName, value]) => ({ valueName, value })) });
const warning = (areas: readonly CapArea[], more: Partial<CapAlert> = {}): CapAlert =>
  makeAlert({ infos: [makeInfo({ areas: [...areas] })], ...more });

/** Where the county as it is shipped ends, going west at 32.78 north. */
const edgeWestOfDallas = ((): number => {
  const shape = divisions.find('FIPS', '48113')?.shape();
  let lon = -96.8;
  while (shape && covers(shape, { lat: 32.78, lon })) lon -= 0.0005;
  return lon;
})();

/** A GeoJSON file with a square of half a degree around each point. */
const fileOf = (squares: Readonly<Record<string, readonly [number, number]>>): Uint8Array => {
  const features = Object.entries(squares).map(([id, [lat, lon]]) => {
    const { ring } = square(lat, lon, 0.5) as { ring: readonly { lat: number; lon: number }[] };
    const coordinates = [ring.map((point) => [point.lon, point.lat])];
    return { type: 'Feature', properties: { EMMA_ID: id }, geometry: { type: 'Polygon', coordinates } };
  });
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
};

describeWithDatabase('areas by code', () => {
  let t: TestStore;
  let d: Deciding;
  const decideAll = async (): Promise<void> => {
    while (await decideNext(d));
  };
  beforeEach(async () => {
    t = await testStore();
    const rules = { tellHours: 24, positionHours: 72 };
    d = { store: t.store, desk: 'live', rules, watch: watchListOf(t.store, 'live'), deskChannels: [] };
    await savePeople(t.store, 'live', [dallas, tarrant, here, away]);
    await decideAll();
  });
  afterEach(() => t.close());

  const post = async (alert: CapAlert): Promise<string> => {
    const bytes = new TextEncoder().encode(writeCap(alert));
    const received = await receive(t.store, 'live', { source: 'cap-file', bytes, url: null, type: null, by: 'Ana' });
    return received?.alerts[0]?.id ?? '';
  };
  const confirmed = async (alert: CapAlert): Promise<string> => {
    const id = await post(alert);
    await confirmAlert(t.store, 'live', id, 'Ana');
    await decideAll();
    return id;
  };
  const imported = async (squares: Parameters<typeof fileOf>[0], edition = '2025'): Promise<number> => {
    const { entries } = readGeocodeFile('EMMA_ID', fileOf(squares));
    const made = { scheme: 'EMMA_ID', source: 'MeteoAlarm', edition };
    const changed = await importGeocodes(t.store, 'live', made, entries, () => {});
    await decideAll();
    return changed;
  };
  const seq = async (): Promise<number> => (await currentRecorded(t.store, 'live')).seq;
  const viewOf = async (id: string, at?: number): Promise<AlertView> => {
    const [view] = await alertsById(t.store.db, 'live', { valid: t.clock.now(), seq: at ?? (await seq()) }, [id]);
    if (!view) throw new Error(`${id} is known`);
    return view;
  };
  const notices = async (wakes: boolean) =>
    (
      await noticesOf(t.store, 'live', {
        limit: 99,
        heardUntil: t.clock.now(),
        seq: await seq(),
        ...(wakes && { wakes }),
      })
    ).toReversed();
  const told = async (): Promise<string[]> =>
    (await notices(false))
      .filter(({ kind }) => kind !== 'wake')
      .map(({ person, kind }) => `${kind} ${refs.find((ref) => t.store.sealer.personId('live', ref) === person)}`)
      .sort();
  const wakes = async (): Promise<string[]> => (await notices(true)).map(({ sentence }) => sentence ?? '');
  /** Sends what is due, as if every far side took it. */
  const deliver = async (): Promise<void> => {
    const accepted = { state: 'accepted', outcome: 'accepted', words: '250 ok', dueAt: null } as const;
    for (const lease of await claim(t.store, 'live', 'mail', 99)) await settle(t.store, lease, accepted, () => null);
  };

  test('a SAME code tells who is in the county and not the neighbour, and why is told truly', async () => {
    await confirmed(warning([coded(['SAME', '048113'])]));
    expect(await told()).toEqual(['alert dallas']);
    const [notice] = (await notices(false)).filter(({ kind }) => kind === 'alert');
    expect(notice?.why).toEqual([
      {
        ...{ code: 'inside', info: 0, area: 0, shape: 'multipolygon' },
        geocode: { scheme: 'SAME', value: '048113', source: expect.stringContaining('Census') },
      },
    ]);
    expect((await wakes()).filter((sentence) => sentence.includes('shape'))).toEqual([]);
  });

  test('a code without a shape tells nobody and wakes the desk with scheme, code and what to do', async () => {
    const id = await confirmed(warning([coded(['EMMA_ID', 'DE012'])]));
    expect(await told()).toEqual([]);
    const [sentence] = (await wakes()).filter((one) => one.includes('no shape'));
    expect(sentence).toMatch(/nobody is told for it\..*EMMA_ID .?DE012.?\..*\.\/run geo import --scheme EMMA_ID FILE/);
    expect(unresolvedAreas(await viewOf(id))).toEqual([{ code: 'area-unresolved', info: 0, area: 0 }]);
  });

  test('an import tells exactly those inside, once, and what was known before it stays as it was', async () => {
    const id = await confirmed(warning([coded(['EMMA_ID', 'DE012'])]));
    const before = await seq();
    const changedBefore = await alertsChanged(t.store.db, 'live', before);
    expect(await imported({ DE012: [51, 9], DE013: [53, 9] })).toBe(1);
    expect(await told()).toEqual(['alert here']);
    expect(await imported({ DE012: [53, 9] }, '2026')).toBe(0);
    expect(await resolveWaiting(t.store, 'live')).toBe(0);
    await decideAll();
    expect(await told()).toEqual(['alert here']);
    expect(unresolvedAreas(await viewOf(id, before))).toHaveLength(1);
    expect(unresolvedAreas(await viewOf(id))).toEqual([]);
    expect((await viewOf(id)).resolved[0]?.resolved).toMatchObject([{ code: 'DE012', edition: '2025' }]);
    expect(await alertsChanged(t.store.db, 'live', await seq())).toBeGreaterThan(changedBefore);
    // What comes after goes by the later edition.
    await confirmed(warning([coded(['EMMA_ID', 'DE012'])], { identifier: 'second' }));
    expect(await told()).toEqual(['alert away', 'alert here']);
  });

  const after = (first: CapAlert, identifier: string, areas: readonly CapArea[], minutes: number): CapAlert =>
    warning(areas, {
      ...{ identifier, msgType: 'Update', references: [referenceTo(first)] },
      sent: { ...first.sent, at: (first.sent.at ?? 0) + minutes * minute, text: `2026-03-02T06:${minutes}:00-00:00` },
    });

  test('an update of the same code after a later boundary tells nobody that they are out: the desk hears how many', async () => {
    const first = warning([coded(['EMMA_ID', 'DE012'])]);
    await imported({ DE012: [51, 9] });
    await confirmed(first);
    await deliver();
    await imported({ DE012: [53, 9] }, '2026');
    const second = after(first, 'second', [coded(['EMMA_ID', 'DE012'])], 10);
    await confirmed(second);
    expect(await told()).toEqual(['alert away', 'alert here']);
    const later = (await wakes()).filter((one) => one.includes('boundary known for it now'));
    expect(later).toEqual([expect.stringMatching(/^1 person told earlier by a code that .* still names lies outside/)]);
    // They hold the warning: what the issuer does to it afterwards reaches them.
    await deliver();
    await confirmed(after(second, 'third', [coded(['SAME', '048113'])], 20));
    expect(await told()).toEqual(['alert away', 'alert dallas', 'alert here', 'left away', 'left here']);
  });

  test('what a later import adds to an alert leaves the codes that it has as they were', async () => {
    const first = warning([coded(['EMMA_ID', 'DE012'], ['EMMA_ID', 'DE099'])]);
    await imported({ DE012: [51, 9] });
    const id = await confirmed(first);
    await deliver();
    await imported({ DE012: [40, 9], DE099: [53, 9] }, '2026');
    const codes = (await viewOf(id)).resolved[0]?.resolved.map(({ code, edition }) => [code, edition]);
    expect(codes).toEqual([
      ['DE012', '2025'],
      ['DE099', '2026'],
    ]);
    expect(await told()).toEqual(['alert away', 'alert here']);
    await confirmed(after(first, 'second', [coded(['EMMA_ID', 'DE012'], ['EMMA_ID', 'DE099'])], 10));
    expect(await told()).not.toContain('left here');
  });

  test('a first word that has not left yet goes out where an update names the same code', async () => {
    const first = warning([coded(['EMMA_ID', 'DE012'])]);
    await imported({ DE012: [51, 9] });
    await confirmed(first);
    await imported({ DE012: [53, 9] }, '2026');
    await confirmed(after(first, 'second', [coded(['EMMA_ID', 'DE012'])], 10));
    const sent = await claim(t.store, 'live', 'mail', 99);
    const people = (await notices(false)).filter(({ id }) => sent.some(({ notice }) => notice.id === id));
    expect(people.map(({ person }) => person).sort()).toEqual(
      [here, away].map(({ ref }) => t.store.sealer.personId('live', ref)).sort(),
    );
  });

  test('an update to a code that only a later import gives a shape tells whoever is out of it at the import', async () => {
    const first = warning([coded(['EMMA_ID', 'DE012'])]);
    await imported({ DE012: [51, 9] });
    await confirmed(first);
    await deliver();
    await confirmed(after(first, 'second', [coded(['EMMA_ID', 'DE013'])], 10));
    expect(await told()).toEqual(['alert here']);
    await imported({ DE013: [53, 9] });
    expect(await told()).toEqual(['alert away', 'alert here', 'left here']);
  });

  test('of an area resolved in part, the part tells, and the rest stays unresolved', async () => {
    await imported({ DE012: [51, 9] });
    const id = await confirmed(warning([coded(['EMMA_ID', 'DE012'], ['EMMA_ID', 'DE099'])]));
    expect(await told()).toEqual(['alert here']);
    const [sentence] = (await wakes()).filter((one) => one.includes('no shape'));
    expect(sentence).toMatch(/beyond what of it could be placed, nobody is told\..*EMMA_ID .?DE099.?\./);
    expect(unresolvedAreas(await viewOf(id))).toHaveLength(1);
    await imported({ DE099: [53, 9] });
    expect(await told()).toEqual(['alert away', 'alert here']);
    expect(unresolvedAreas(await viewOf(id))).toEqual([]);
  });

  test('a country never stands in for a code beside it', async () => {
    await confirmed(warning([coded(['ISO 3166-1', 'DE'], ['EMMA_ID', 'DE012'])]));
    expect(await told()).toEqual([]);
    await imported({ DE012: [51, 9] });
    expect(await told()).toEqual(['alert here']);
  });

  test('whoever is nearer to the boundary than it is exact to is named to the desk and not told', async () => {
    const beside = makePerson('beside', { stay: standing(32.78, edgeWestOfDallas - 0.001) }).person;
    await savePeople(t.store, 'live', [beside]);
    await confirmed(warning([coded(['SAME', '048113'])]));
    expect(await told()).toEqual(['alert dallas']);
    expect(await wakes()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^1 person outside the boundary of .* may be inside/)]),
    );
  });

  test('a county named by many alerts is kept once', async () => {
    for (const identifier of ['a', 'b', 'c']) await post(warning([coded(['SAME', '048113'])], { identifier }));
    const kept = await t.store.db.selectFrom('shape').select('hash').execute();
    expect(kept).toHaveLength(1);
  });

  test('an update to another code and a cancel reach whoever was told', async () => {
    const first = warning([coded(['SAME', '048113'])]);
    await confirmed(first);
    await deliver();
    t.clock.advance(hour);
    const update = warning([coded(['SAME', '048439'])], {
      ...{ identifier: 'later', msgType: 'Update', references: [referenceTo(first)] },
      sent: { ...first.sent, at: (first.sent.at ?? 0) + 1000, text: '2026-03-02T06:30:00-00:00' },
    });
    await confirmed(update);
    expect(await told()).toEqual(['alert dallas', 'alert tarrant', 'left dallas']);
    await deliver();
    const cancel = makeAlert({
      ...{ identifier: 'end', msgType: 'Cancel', references: [referenceTo(update)], infos: [] },
      sent: { ...first.sent, at: (first.sent.at ?? 0) + 2000, text: '2026-03-02T06:45:00-00:00' },
    });
    await confirmed(cancel);
    expect(await told()).toContain('cancel tarrant');
  });
});
