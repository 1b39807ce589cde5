/** What an import is said to have done: alerts of which more is known, not those of which only the reason reads otherwise. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { makeAlert, makeArea, makeInfo, stamp } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import { write as writeCap } from '../core/cap/index.ts';
import type { GeocodeEntry } from '../core/geo/geocodes/file.ts';
import { formatInstant, hour } from '../core/time/time.ts';
import { alertsById } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import { importGeocodes } from './geocodes.ts';
import { receive } from './receive.ts';

const ring = [
  { lat: 51, lon: 8 },
  { lat: 51, lon: 10 },
  { lat: 52, lon: 10 },
  { lat: 51, lon: 8 },
];
const entry = (code: string): GeocodeEntry => ({
  code,
  name: code,
  shape: { kind: 'multipolygon', polygons: [{ kind: 'polygon', ring }] },
});

describeWithDatabase('importing', () => {
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
  });
  afterEach(() => t.close());

  test('counts the alerts of which a code was given a shape', async () => {
    const now = t.clock.now();
    const areas = [makeArea(null, { geocodes: [{ valueName: 'EMMA_ID', value: 'DE1' }] })];
    const alert = makeAlert({
      sent: stamp(formatInstant(now)),
      infos: [makeInfo({ expires: stamp(formatInstant(now + hour)), areas })],
    });
    const bytes = new TextEncoder().encode(writeCap(alert));
    const received = await receive(t.store, 'live', { source: 'cap-file', bytes, url: null, type: null, by: 'Ana' });
    const ids = received?.alerts.map(({ id }) => id) ?? [];
    const resolved = async () => {
      const { seq } = await currentRecorded(t.store, 'live');
      const [view] = await alertsById(t.store.db, 'live', { valid: t.clock.now(), seq }, ids);
      return view?.resolved[0];
    };
    const imported = (code: string, edition: string) =>
      importGeocodes(t.store, 'live', { scheme: 'EMMA_ID', source: 'own', edition }, [entry(code)], () => {});
    expect(await imported('DE2', '1')).toBe(0);
    expect(await resolved()).toMatchObject({
      resolved: [],
      unresolved: [{ why: expect.stringContaining('not in “own”') }],
    });
    expect(await imported('DE1', '2')).toBe(1);
    expect(await resolved()).toMatchObject({ resolved: [{ code: 'DE1', edition: '2' }], unresolved: [] });
    expect(await imported('DE1', '3')).toBe(0);
  });
});
