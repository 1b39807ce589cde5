/** Places of the desk's own inside what is warned of: the desk is woken once, and again only for what is new. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { divisions } from '../../test/divisions.ts';
import { makeAlert, makeArea, makeInfo, referenceTo, square, stamp } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { write as writeCap } from '../core/cap/index.ts';
import type { CapAlert } from '../core/cap/model.ts';
import type { DeskPlace } from '../core/desk-place.ts';
import { covers } from '../core/geo/covers.ts';
import type { DrawnShape } from '../core/geo/shape.ts';
import { minute } from '../core/time/time.ts';
import { confirmAlert } from '../gather/confirm.ts';
import { receive } from '../gather/receive.ts';
import { currentRecorded } from '../store/facts.ts';
import { noticesOf } from '../store/outbox/read.ts';
import { savePlaces } from '../store/places.ts';
import type { Deciding } from './alert.ts';
import { decideNext } from './decide.ts';
import { watchListOf } from './watch-list.ts';

const place = (ref: string, lat: number, lon: number, more: Partial<DeskPlace> = {}): DeskPlace => ({
  ...{ ref, name: `Place ${ref}`, kind: 'gate', names: [], point: { lat, lon } },
  ...{ shape: { kind: 'point', point: { lat, lon } }, capacity: null, note: null, source: null },
  ...more,
});
const inside = place('in', 34.5, 69.2, { kind: 'shelter' });
const outside = place('out', 36, 69.2);
const reaching = place('wide', 34.7, 69.2, { shape: square(34.7, 69.2, 0.15) });
const over = (shape: DrawnShape, more: Partial<CapAlert> = {}, info = {}): CapAlert =>
  makeAlert({ infos: [makeInfo({ areas: [makeArea(shape)], ...info })], ...more });
const flood = over(square(34.5, 69.2, 0.1));

describeWithDatabase('places inside', () => {
  let t: TestStore;
  let d: Deciding;
  beforeEach(async () => {
    t = await testStore();
    const rules = { tellHours: 24, positionHours: 72 };
    d = { store: t.store, desk: 'live', rules, watch: watchListOf(t.store, 'live'), deskChannels: [] };
  });
  afterEach(() => t.close());

  const decideAll = async (): Promise<void> => {
    while (await decideNext(d));
  };
  const handIn = async (alert: CapAlert): Promise<string> => {
    const bytes = new TextEncoder().encode(writeCap(alert));
    const received = await receive(t.store, 'live', { source: 'cap-file', bytes, url: null, type: null, by: 'Ana' });
    await decideAll();
    return received?.alerts[0]?.id ?? '';
  };
  const confirmed = async (alert: CapAlert): Promise<string> => {
    const id = await handIn(alert);
    await confirmAlert(t.store, 'live', id, 'Ana');
    await decideAll();
    return id;
  };
  const woken = async (): Promise<string[]> => {
    const { seq } = await currentRecorded(t.store, 'live');
    const wakes = await noticesOf(t.store, 'live', { limit: 50, seq, heardUntil: t.clock.now(), wakes: true });
    return wakes.flatMap(({ sentence }) => (sentence?.includes('of this desk') ? [sentence] : [])).toReversed();
  };

  test('an alert that may tell wakes the desk, once, and names none of them; one that nobody vouched for does not', async () => {
    await savePlaces(t.store, 'live', [inside, outside, reaching]);
    const id = await handIn(flood);
    expect(await woken()).toEqual([]);
    await confirmAlert(t.store, 'live', id, 'Ana');
    await decideAll();
    await confirmAlert(t.store, 'live', id, 'Ben');
    await decideAll();
    const [sentence, ...more] = await woken();
    expect(more).toEqual([]);
    expect(sentence).toMatch(
      /^2 places of this desk lie in an area of .*Flash flood.*\. The page of the alert names them/,
    );
    expect(sentence).not.toMatch(/Place (in|out|wide)/);
  });

  test('an update wakes the desk only for places that it brings in', async () => {
    await savePlaces(t.store, 'live', [inside, outside]);
    await confirmed(flood);
    const same = over(square(34.5, 69.2, 0.2), {
      ...{ identifier: 'flood-2', msgType: 'Update', sent: stamp('2026-03-02T06:30:00-00:00') },
      references: [referenceTo(flood)],
    });
    t.clock.advance(minute);
    await confirmed(same);
    expect(await woken()).toHaveLength(1);
    const wider = over(square(35.5, 69.2, 1.2), {
      ...{ identifier: 'flood-3', msgType: 'Update', sent: stamp('2026-03-02T06:40:00-00:00') },
      references: [referenceTo(same)],
    });
    t.clock.advance(minute);
    await confirmed(wider);
    const [, second, ...more] = await woken();
    expect(more).toEqual([]);
    expect(second).toMatch(/^1 place of this desk lies in /);
  });

  test('a place too near to a boundary by code to tell wakes the desk as one that may lie in it, and again when it does', async () => {
    const dallas = divisions.find('FIPS', '48113')?.shape();
    let lon = -96.8;
    while (dallas && covers(dallas, { lat: 32.78, lon })) lon -= 0.0005;
    await savePlaces(t.store, 'live', [place('beside', 32.78, lon), place('away', 32.78, lon - 0.02)]);
    const geocodes = [{ valueName: 'SAME', value: '048113' }];
    const county = makeAlert({ infos: [makeInfo({ areas: [makeArea(null, { geocodes })] })] });
    await confirmed(county);
    expect(await woken()).toEqual([expect.stringMatching(/^1 place of this desk may lie in an area of .* by code/)]);
    t.clock.advance(minute);
    await confirmed({
      ...over(square(32.78, lon, 0.01)),
      ...{ identifier: 'drawn', msgType: 'Update', sent: stamp('2026-03-02T06:30:00-00:00') },
      references: [referenceTo(county)],
    });
    expect((await woken())[1]).toMatch(/^1 place of this desk lies in /);
  });

  test('a place that is listed, or moved, into an area in force wakes the desk', async () => {
    await confirmed(flood);
    expect(await woken()).toEqual([]);
    await savePlaces(t.store, 'live', [inside, outside]);
    await decideAll();
    expect(await woken()).toHaveLength(1);
    await savePlaces(t.store, 'live', [{ ...inside, note: 'Ring twice.' }]);
    await decideAll();
    expect(await woken()).toHaveLength(1);
    await savePlaces(t.store, 'live', [{ ...outside, point: inside.point, shape: inside.shape }]);
    await decideAll();
    expect((await woken())[1]).toMatch(/^1 place of this desk lies in /);
  });

  test('an all-clear over a place wakes nobody for it, nor does one in another space', async () => {
    await savePlaces(t.store, 'drill', [inside]);
    await confirmed(flood);
    await savePlaces(t.store, 'live', [inside]);
    t.clock.advance(minute);
    const clear = over(square(34.5, 69.2, 0.1), { identifier: 'clear' }, { responseTypes: ['AllClear'] });
    await decideAll();
    const before = await woken();
    await confirmed(clear);
    expect(await woken()).toEqual(before);
    expect(before).toHaveLength(1);
  });
});
