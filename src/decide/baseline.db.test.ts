import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDocument, makeStated } from '../../test/advice.ts';
import { describeWithDatabase } from '../../test/database.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import type { Notice } from '../core/model.ts';
import { confirmAlert } from '../gather/confirm.ts';
import { recordReading } from '../gather/record.ts';
import type { StatedAlert } from '../sources/source.ts';
import { currentRecorded } from '../store/facts.ts';
import { noticesOf } from '../store/outbox/read.ts';
import { keepReport, newestReading, readReport } from '../store/reports.ts';
import { asksFor } from './baseline.ts';
import { decideNext } from './decide.ts';
import { watchListOf } from './watch-list.ts';

const on = (place: string): StatedAlert =>
  makeStated({
    ...{ office: 'FCDO', issuer: 'GB', sender: 'gov-uk.example', series: place, identifier: place },
    ...{ sent: '2026-03-02T06:00:00Z', title: place },
    parts: [{ place, areas: [{ name: place }], words: 'Take care.', level: 2 }],
  });

describeWithDatabase('a document that nobody vouches for', () => {
  const desk = 'live';
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
  });
  afterEach(() => t.close());

  const decideAll = async (): Promise<void> => {
    const rules = { tellHours: 24, positionHours: 72 };
    const d = { store: t.store, desk, rules, watch: watchListOf(t.store, desk), deskChannels: [] };
    while (await decideNext(d));
  };
  const wakes = async (): Promise<Notice[]> =>
    noticesOf(t.store, desk, {
      limit: 99,
      heardUntil: t.clock.now(),
      seq: (await currentRecorded(t.store, desk)).seq,
      wakes: true,
    });
  const receive = async (places: readonly string[]): Promise<{ id: string; alerts: readonly string[] }> => {
    const bytes = new TextEncoder().encode(places.join());
    const given = { source: 'made', bytes, url: null, type: null, fetchedAt: t.clock.now(), by: 'Ana' };
    const { id } = await keepReport(t.store, desk, given);
    const report = await readReport(t.store, desk, id);
    if (!report) throw new Error('it was kept');
    const said = {
      ...{ names: [], places: [], times: [], claims: [], warnings: [], estimates: [] },
      ...{ events: [], relations: [], deadlines: [], unknowns: [], disagreements: [] },
    };
    const reading = { ...said, document: makeDocument(places.join()), findings: [] };
    await recordReading(t.store, desk, report, 'made/1', { alerts: places.map(on), reading, findings: [] });
    return { id, alerts: (await newestReading(t.store, desk, id))?.body.alerts ?? [] };
  };

  test('is one wake that names some of its places, and asks for each of its alerts', async () => {
    const { id, alerts } = await receive(['AA', 'BB', 'CC', 'DD', 'EE', 'FF', 'GG', 'HH', 'II', 'JJ']);
    await decideAll();
    const all = await wakes();
    expect(all.map(({ sentence }) => sentence)).toEqual([
      `10 alerts nobody has vouched for came in one report (${id}), the first of them from “FCDO”: for “AA”, “BB”, “CC”, “DD”, “EE”, “FF”, “GG”, “HH” and 2 more. Confirm one and people are told; until then nobody is. The page of the report names them all.`,
    ]);
    expect(all.map(({ urgent }) => urgent)).toEqual([false]);
    expect(all.flatMap(asksFor)).toEqual(alerts);
  });

  test('asks for none that somebody vouched for before it was decided', async () => {
    const { alerts } = await receive(['AA', 'BB']);
    await confirmAlert(t.store, desk, alerts[0] ?? '', 'Ana');
    await decideAll();
    const [first, ...others] = (await wakes()).filter((wake) => asksFor(wake).length > 0);
    expect([first?.sentence, others]).toEqual([expect.stringMatching(/^A warning nobody has vouched for .*“BB”/), []]);
    expect(first && asksFor(first)).toEqual([alerts[1]]);
  });
});
