/** The picture as the routes ask for it, over months. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStated } from '../../../../test/advice.ts';
import { describeWithDatabase } from '../../../../test/database.ts';
import { makeAlert, makeInfo, referenceTo } from '../../../../test/make.ts';
import { start, type TestStore, testStore } from '../../../../test/store.ts';
import type { CapAlert } from '../../../core/cap/model.ts';
import { day, formatInstant, type Instant } from '../../../core/time/time.ts';
import { recordReading } from '../../../gather/record.ts';
import type { StatedAlert } from '../../../sources/source.ts';
import { currentRecorded } from '../../../store/facts.ts';
import { keepReport } from '../../../store/reports.ts';
import { pictureDeps } from './picture.ts';

describeWithDatabase('a danger that lasts', () => {
  let t: TestStore;
  beforeEach(async () => {
    t = await testStore();
  });
  afterEach(() => t.close());

  const record = async (stated: StatedAlert): Promise<void> => {
    const bytes = new TextEncoder().encode(stated.alert.identifier + stated.alert.sent.text);
    const fetchedAt = t.clock.now();
    const made = { source: 'made', bytes, url: null, type: null, fetchedAt, by: null, trust: 'from-origin' as const };
    const { id } = await keepReport(t.store, 'drill', made);
    await recordReading(t.store, 'drill', { id, fetchedAt }, 'made/1', {
      alerts: [stated],
      reading: null,
      findings: [],
    });
  };
  const pictures = async (moments: readonly Instant[]) => {
    const deps = pictureDeps({ store: t.store, desk: 'drill', config: { positionHours: 72 } });
    const { seq } = await currentRecorded(t.store, 'drill');
    return Promise.all(moments.map((valid) => deps.situations({ valid, seq })));
  };

  test('is one situation with one id, known since its first word, on every day of two months', async () => {
    let before: CapAlert | null = null;
    for (const days of [0, 20, 40, 60]) {
      t.clock.set(start + days * day);
      const sent = { text: formatInstant(t.clock.now()), at: t.clock.now() };
      const references = before ? [referenceTo(before)] : [];
      const infos = [makeInfo({ expires: null })];
      before = makeAlert({ sent, msgType: before ? 'Update' : 'Alert', references, infos });
      await record({ alert: before, advice: null });
    }
    const found = await pictures([0, 19, 31, 45, 60, 120].map((days) => start + days * day));
    expect(found.map((all) => all.length)).toEqual([1, 1, 1, 1, 1, 1]);
    const [first] = found.flat();
    for (const one of found.flat()) expect(one).toMatchObject({ id: first?.id, knownSince: start });
  });

  test('keeps its id when the office that spoke first fell silent', async () => {
    const notice = (issuer: string, sent: Instant) =>
      makeStated({
        ...{ office: `Office of ${issuer}`, issuer, sender: `${issuer}.example`, series: `${issuer}/KBL` },
        ...{ identifier: issuer, sent: formatInstant(sent), title: 'Notice' },
        parts: [{ place: 'kabul-airport', areas: [{ name: 'the airport', at: [34.56, 69.21] }], words: 'Stay away.' }],
      });
    const french = notice('FR', start);
    const infos = french.alert.infos.map((info) => ({
      ...info,
      expires: { text: formatInstant(start + day), at: start + day },
    }));
    await record({ ...french, alert: { ...french.alert, infos } });
    await record(notice('GB', start));
    const [early, late] = await pictures([start, start + 60 * day]);
    expect(early?.[0]?.alerts).toHaveLength(2);
    expect(late?.[0]?.alerts).toHaveLength(1);
    expect(late?.[0]?.id).toBe(early?.[0]?.id);
  });
});
