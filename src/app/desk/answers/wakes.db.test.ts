import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStated } from '../../../../test/advice.ts';
import { describeWithDatabase } from '../../../../test/database.ts';
import { type TestStore, testStore } from '../../../../test/store.ts';
import { decideNext } from '../../../decide/decide.ts';
import { watchListOf } from '../../../decide/watch-list.ts';
import { confirmAlert } from '../../../gather/confirm.ts';
import { recordReading } from '../../../gather/record.ts';
import type { StatedAlert } from '../../../sources/source.ts';
import { currentRecorded } from '../../../store/facts.ts';
import { keepReport, newestReading, readerFailed } from '../../../store/reports.ts';
import { openWakes } from './wakes.ts';

describeWithDatabase('what still needs a person', () => {
  const desk = 'live';
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
  });
  afterEach(() => t.close());

  /** An alert that nobody vouches for; the desk is woken for each. */
  const receive = async (place: string): Promise<string> => {
    const fetchedAt = t.clock.now();
    const bytes = new TextEncoder().encode(place);
    const { id } = await keepReport(t.store, desk, {
      source: 'made',
      bytes,
      url: null,
      type: null,
      fetchedAt,
      by: 'Ana',
    });
    const stated = makeStated({
      ...{ office: 'Office', issuer: 'GB', sender: 'office.example', series: place, identifier: place },
      ...{ sent: '2026-03-02T06:00:00Z', title: place },
      parts: [{ place, areas: [{ name: place, at: [34.5, 69.2] }], words: 'Stay away.' }],
    });
    await recordReading(t.store, desk, { id, fetchedAt }, 'made/1', { alerts: [stated], reading: null, findings: [] });
    await decideAll();
    return (await newestReading(t.store, desk, id))?.body.alerts[0] ?? '';
  };
  const decideAll = async (): Promise<void> => {
    const rules = { tellHours: 24, positionHours: 72 };
    const d = { store: t.store, desk, rules, watch: watchListOf(t.store, desk), deskChannels: [] };
    while (await decideNext(d));
  };
  const open = async (limit: number, before?: string) => {
    const { seq } = await currentRecorded(t.store, desk);
    return openWakes({ store: t.store, desk, clock: t.clock }, limit, seq, before);
  };

  test('is found behind newer ones that were answered, page by page', async () => {
    const alerts: string[] = [];
    for (const place of ['A', 'B', 'C', 'D', 'E']) alerts.push(await receive(place));
    for (const id of alerts.slice(2)) await confirmAlert(t.store, desk, id, 'Ana');
    const [first, ...none] = await open(1);
    expect([first?.alert, none.length]).toEqual([alerts[1], 0]);
    expect((await open(2, first?.id)).map(({ alert }) => alert)).toEqual([alerts[0]]);
    expect((await open(99)).map(({ alert }) => alert)).toEqual([alerts[1], alerts[0]]);
  });

  test('is no report that was read in the end, though it was once', async () => {
    const now = (): number => t.clock.now();
    const given = { source: 'made', url: null, type: null, fetchedAt: now(), by: 'Ana' };
    const read = async (words: string, code: string, alerts: readonly StatedAlert[]): Promise<void> => {
      const { id } = await keepReport(t.store, desk, { ...given, bytes: new TextEncoder().encode(words) });
      const findings =
        code === '' ? [] : [{ severity: 'error' as const, code, message: `Broken: ${words}`, where: {} }];
      await recordReading(t.store, desk, { id, fetchedAt: now() }, 'made/1', { alerts, reading: null, findings });
      await decideAll();
    };
    await read('A', readerFailed, []);
    await read('B', 'cap.broken', []);
    const sentences = async (limit: number) => (await open(limit)).map(({ sentence }) => sentence);
    expect(await sentences(9)).toEqual([expect.stringContaining('Broken: B'), expect.stringContaining('Broken: A')]);
    const { seq: before } = await currentRecorded(t.store, desk);
    await read('A', '', []);
    expect(await sentences(9)).toEqual([expect.stringContaining('Broken: B')]);
    // What was open then is open still when it is asked for.
    expect(await openWakes({ store: t.store, desk, clock: t.clock }, 9, before)).toHaveLength(2);
  });
});
