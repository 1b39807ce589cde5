import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import type { DeskPlace } from '../core/desk-place.ts';
import { currentRecorded } from './facts.ts';
import { placesAsOf, removePlace, savePlaces } from './places.ts';

const gate = (ref: string, more: Partial<DeskPlace> = {}): DeskPlace => ({
  ...{ ref, name: `Gate ${ref}`, kind: 'gate', names: [{ text: 'دروازه', language: 'fa' }] },
  ...{ point: { lat: 34.5, lon: 69.2 }, shape: { kind: 'point', point: { lat: 34.5, lon: 69.2 } } },
  ...{ capacity: null, note: null, source: 'Ana' },
  ...more,
});

describeWithDatabase('places of the operator’s own', () => {
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
  });
  afterEach(() => t.close());
  const seq = async (desk = 'live'): Promise<number> => (await currentRecorded(t.store, desk)).seq;

  test('come back as they were given, by name', async () => {
    const places = [gate('b'), gate('a'), gate('c', { name: 'East' })];
    expect(await savePlaces(t.store, 'live', places)).toEqual({ listed: 3, changed: 0, unchanged: 0 });
    expect(await placesAsOf(t.store.db, 'live', await seq())).toEqual([places[2], places[1], places[0]]);
  });

  test('what is asked of the past has them as they were then, those that were taken off too', async () => {
    await savePlaces(t.store, 'live', [gate('a'), gate('b')]);
    const first = await seq();
    const moved = gate('a', { point: { lat: 1, lon: 1 } });
    expect(await savePlaces(t.store, 'live', [moved, gate('b')])).toEqual({ listed: 0, changed: 1, unchanged: 1 });
    const second = await seq();
    expect(await removePlace(t.store, 'live', 'b')).toBe(true);
    expect(await removePlace(t.store, 'live', 'b')).toBe(false);
    expect(await removePlace(t.store, 'live', 'nobody')).toBe(false);
    expect(await placesAsOf(t.store.db, 'live', first)).toEqual([gate('a'), gate('b')]);
    expect(await placesAsOf(t.store.db, 'live', second)).toEqual([moved, gate('b')]);
    expect(await placesAsOf(t.store.db, 'live', await seq())).toEqual([moved]);
    expect(await savePlaces(t.store, 'live', [gate('b')])).toEqual({ listed: 1, changed: 0, unchanged: 0 });
    const facts = await t.store.db.selectFrom('fact').select(['subject', 'body']).where('kind', '=', 'place').execute();
    expect(facts.map(({ subject, body }) => `${subject} ${body.kind === 'place' && body.change}`)).toEqual([
      'place/a listed',
      'place/b listed',
      'place/a changed',
      'place/b unlisted',
      'place/b listed',
    ]);
  });

  test('of a drill and of the live desk are apart', async () => {
    await savePlaces(t.store, 'drill', [gate('a')]);
    expect(await placesAsOf(t.store.db, 'live', await seq())).toEqual([]);
    expect(await placesAsOf(t.store.db, 'drill', await seq('drill'))).toEqual([gate('a')]);
  });
});
