import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDocument } from '../../test/advice.ts';
import { describeWithDatabase } from '../../test/database.ts';
import { start, type TestStore, testStore } from '../../test/store.ts';
import type { Trust } from '../core/model.ts';
import type { Document, Said } from '../core/text/reading.ts';
import { day, hour } from '../core/time/time.ts';
import { currentRecorded } from '../store/facts.ts';
import { documentOf, readingsAsOf } from '../store/readings.ts';
import { keepReport, newestReading } from '../store/reports.ts';
import { recordReading } from './record.ts';

const nothingSaid: Said = {
  ...{ names: [], places: [], times: [], claims: [], warnings: [], estimates: [] },
  ...{ events: [], relations: [], deadlines: [], unknowns: [], disagreements: [] },
};

describeWithDatabase('a reading of prose', () => {
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
  });
  afterEach(() => t.close());

  const read = async (document: Document, said: Partial<Said> = {}, trust?: Trust): Promise<string> => {
    const bytes = new TextEncoder().encode(document.text);
    const fetchedAt = start - hour;
    const made = { source: 'made', bytes, url: 'https://source.example/', type: null, fetchedAt, by: null, trust };
    const { id } = await keepReport(t.store, 'drill', made);
    const reading = { ...nothingSaid, ...said, document, findings: [] };
    await recordReading(t.store, 'drill', { id, fetchedAt }, 'made/1', { alerts: [], reading, findings: [] });
    return id;
  };
  const now = async () => ({ valid: t.clock.now(), seq: (await currentRecorded(t.store, 'drill')).seq });

  test('is kept with its text, and answered as of a commit', async () => {
    const before = await now();
    const document = makeDocument('Leave now.', { title: 'A notice', publisher: 'Office' });
    const id = await read(document, {}, 'from-origin');
    const asOf = await now();
    expect(await readingsAsOf(t.store.db, 'drill', before)).toEqual([]);
    expect(await readingsAsOf(t.store.db, 'drill', asOf)).toEqual([
      {
        ...{ report: id, source: 'made', url: 'https://source.example/', trust: 'from-origin', said: nothingSaid },
        ...{ title: 'A notice', publisher: 'Office', publishedAt: null, fetchedAt: start - hour },
        recorded: { seq: asOf.seq, at: start },
      },
    ]);
    expect(await documentOf(t.store, 'drill', asOf, id)).toEqual(document);
    expect(await documentOf(t.store, 'drill', before, id)).toBeNull();
    expect(await documentOf(t.store, 'drill', asOf, 'r-none')).toBeNull();
    expect(await readingsAsOf(t.store.db, 'live', asOf)).toEqual([]);
  });

  test('holds from when it was published, else from when it was fetched, and is reported unless a story says more', async () => {
    const from = async (id: string) => (await newestReading(t.store, 'drill', id))?.interval.from;
    expect(await from(await read(makeDocument('one')))).toBe(start - hour);
    expect(await from(await read(makeDocument('two', { publishedAt: start - day })))).toBe(start - day);
    expect(await from(await read(makeDocument('three', { publishedAt: start + day })))).toBe(start);
    expect((await readingsAsOf(t.store.db, 'drill', await now())).map(({ trust }) => trust)).toEqual([
      'reported',
      'reported',
      'reported',
    ]);
  });

  test('with half a character and a NUL in its text moves no offset', async () => {
    const text = 'a\ud800b\0c \\u0000 \\\ud801 end';
    const id = await read(makeDocument(text), {
      unknowns: [{ about: 'end', text: text.slice(1, 4), start: 1, end: 4 }],
    });
    const asOf = await now();
    const kept = (await documentOf(t.store, 'drill', asOf, id))?.text ?? '';
    expect(kept).toBe('a\ufffdb\ufffdc \\u0000 \\\ufffd end');
    const [unknown] = (await readingsAsOf(t.store.db, 'drill', asOf))[0]?.said.unknowns ?? [];
    expect(unknown?.text).toBe(kept.slice(1, 4));
  });
});
