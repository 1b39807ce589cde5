/** What a report says was known of it at an earlier commit. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { start, type TestStore, testStore } from '../../test/store.ts';
import { always } from '../core/fact.ts';
import { currentRecorded } from './facts.ts';
import { keepReport, newestReading, readReport } from './reports.ts';
import { appendFacts, takeRecorded, transact } from './transact.ts';

describeWithDatabase('a report', () => {
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
  });
  afterEach(() => t.close());

  const readAs = (id: string, code: string): Promise<number> =>
    transact(t.store, async (tx) => {
      const recorded = await takeRecorded(t.store, tx, 'live');
      const finding = { severity: 'warning' as const, code, message: code, where: {} };
      const body = { kind: 'reading' as const, reader: 'made', findings: [finding], alerts: [`a-${code}`] };
      await appendFacts(tx, 'live', recorded, [{ subject: id, interval: always, body }]);
      return recorded.seq;
    });

  test('a later reading changes nothing of what was known before it, nor does the report itself', async () => {
    const bytes = new TextEncoder().encode('made');
    const made = { source: 'made', bytes, url: null, type: null, fetchedAt: start, by: null };
    const { id } = await keepReport(t.store, 'live', made);
    const first = await readAs(id, 'first');
    const second = await readAs(id, 'second');
    const codes = async (seq?: number) =>
      (await readReport(t.store, 'live', id, seq))?.findings.map(({ code }) => code);
    expect([await codes(0), await codes(first - 1), await codes(first), await codes(second), await codes()]).toEqual([
      undefined,
      [],
      ['first'],
      ['second'],
      ['second'],
    ]);
    expect((await newestReading(t.store, 'live', id, first))?.body.alerts).toEqual(['a-first']);
  });

  const come = async (url: string | null): Promise<string> => {
    const bytes = new TextEncoder().encode('a wire story');
    const made = { source: 'made', bytes, url, type: null, fetchedAt: start, by: 'Ana' };
    return (await keepReport(t.store, 'live', made)).id;
  };

  test('names every address that gave the same bytes, from when it did', async () => {
    const [one, two, three] = ['https://one.example/a', 'https://two.example/b', 'https://three.example/c'];
    const id = await come(one);
    const { seq } = await currentRecorded(t.store, 'live');
    for (const url of [two, one, null, three, two]) expect(await come(url)).toBe(id);
    const addresses = async (upTo?: number) => {
      const report = await readReport(t.store, 'live', id, upTo);
      return [report?.url, report?.alsoAt];
    };
    expect(await addresses()).toEqual([one, [two, three]]);
    expect(await addresses(seq)).toEqual([one, []]);
    expect(await addresses(seq + 1)).toEqual([one, [two]]);
    expect(await currentRecorded(t.store, 'live')).toMatchObject({ seq: seq + 2 });
  });

  test('that was handed in without an address tells where it was found later', async () => {
    const id = await come(null);
    await come('https://one.example/a');
    expect(await readReport(t.store, 'live', id)).toMatchObject({ url: null, alsoAt: ['https://one.example/a'] });
  });

  test('loses no address of two who hand it in at once', async () => {
    const urls = ['https://one.example/a', 'https://two.example/b', 'https://three.example/c'];
    const ids = await Promise.all(urls.map(come));
    expect(new Set(ids).size).toBe(1);
    const report = await readReport(t.store, 'live', ids[0] ?? '');
    expect([report?.url, ...(report?.alsoAt ?? [])].toSorted()).toEqual(urls.toSorted());
  });
});
