/** What a report says was known of it at an earlier commit. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { start, type TestStore, testStore } from '../../test/store.ts';
import { always } from '../core/fact.ts';
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
});
