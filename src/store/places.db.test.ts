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
  const placesAt = async (desk: string, at: number): Promise<readonly DeskPlace[]> =>
    (await placesAsOf(t.store, desk, at)).places;
  const seq = async (desk = 'live'): Promise<number> => (await currentRecorded(t.store, desk)).seq;

  test('come back as they were given, by name', async () => {
    const places = [gate('b'), gate('a'), gate('c', { name: 'East' })];
    expect(await savePlaces(t.store, 'live', places)).toEqual({ listed: 3, changed: 0, unchanged: 0 });
    expect(await placesAt('live', await seq())).toEqual([places[2], places[1], places[0]]);
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
    expect(await placesAt('live', first)).toEqual([gate('a'), gate('b')]);
    expect(await placesAt('live', second)).toEqual([moved, gate('b')]);
    expect(await placesAt('live', await seq())).toEqual([moved]);
    expect(await savePlaces(t.store, 'live', [gate('b')])).toEqual({ listed: 1, changed: 0, unchanged: 0 });
    const facts = await t.store.db.selectFrom('fact').select(['subject', 'body']).where('kind', '=', 'place').execute();
    const [a, b] = ['a', 'b'].map((ref) => t.store.sealer.placeId('live', ref));
    expect(facts.map(({ subject, body }) => `${subject} ${body.kind === 'place' && body.change}`)).toEqual([
      `${a} listed`,
      `${b} listed`,
      `${a} changed`,
      `${b} unlisted`,
      `${b} listed`,
    ]);
  });

  test('of a drill and of the live desk are apart', async () => {
    await savePlaces(t.store, 'drill', [gate('a')]);
    expect(await placesAt('live', await seq())).toEqual([]);
    expect(await placesAt('drill', await seq('drill'))).toEqual([gate('a')]);
  });

  test('lie sealed: no row of any table holds a name, an id, a note or a coordinate', async () => {
    const canary = gate('canary-ref', { name: 'Canary name', note: 'Canary note', point: { lat: 41.512345, lon: 9 } });
    await savePlaces(t.store, 'live', [canary]);
    await removePlace(t.store, 'live', 'canary-ref');
    const { rows } = await t.store.pool.query<{ name: string }>(
      "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'",
    );
    expect(rows.map(({ name }) => name)).toContain('place');
    for (const { name } of rows) {
      const found = await t.store.pool.query<{ row: string }>(`select one::text as row from ${name} one`);
      const text = found.rows.map(({ row }) => row).join('\n');
      const bytes = [...text.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) =>
        Buffer.from(hex ?? '', 'hex').toString('latin1'),
      );
      expect(`${text}\n${bytes.join('\n')}`).not.toMatch(/canary|41\.5123/i);
    }
    expect(await placesAt('live', (await seq()) - 1)).toEqual([canary]);
  });

  test('whose rows were exchanged or sealed by another key are counted, and the rest is listed', async () => {
    await savePlaces(t.store, 'live', [gate('a'), gate('b')]);
    const id = t.store.sealer.placeId('live', 'a');
    const other = t.store.sealer.placeId('live', 'b');
    const { sealed } = await t.store.db
      .selectFrom('place')
      .select('sealed')
      .where('id', '=', other)
      .executeTakeFirstOrThrow();
    await t.store.db.updateTable('place').set({ sealed }).where('id', '=', id).execute();
    expect(await placesAsOf(t.store, 'live', await seq())).toEqual({ places: [gate('b')], unreadable: 1 });
    expect(await savePlaces(t.store, 'live', [gate('a')])).toEqual({ listed: 0, changed: 1, unchanged: 0 });
    expect(await placesAt('live', await seq())).toEqual([gate('a'), gate('b')]);
  });
});
