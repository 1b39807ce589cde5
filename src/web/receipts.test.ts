/** When the far sides answered, on the page of a situation and to programs. */
import { describe, expect, test } from 'vitest';
import { desk } from '../../test/pages/ask.ts';
import { replay } from '../../test/pages/kabul/desk.ts';
import { theAirport } from '../../test/pages/kabul/situations.ts';
import type { NoticeView } from '../core/model.ts';
import { type Instant, parseInstant } from '../core/time/time.ts';
import type { WebDeps } from './deps.ts';

const utc = (text: string): Instant => parseInstant(text) ?? Number.NaN;
const first = 'a-00000000000000a1';

/** The notices of one alert, the nth of them accepted at the nth hour; what has no hour is not accepted yet. */
async function answered(hours: readonly (string | null)[]): Promise<Partial<WebDeps>> {
  const all =
    (await replay.notices?.({ alert: first, limit: 100, seq: 90, heardUntil: Number.POSITIVE_INFINITY })) ?? [];
  const given = all.slice(0, hours.length).map((notice, n): NoticeView => {
    const hour = hours[n] ?? null;
    const receipts = notice.receipts.map((one) => ({ ...one, at: utc(hour ?? '') }));
    const deliveries = notice.deliveries.map((one) => ({ ...one, state: 'queued' as const, attempts: 0 }));
    return hour === null ? { ...notice, deliveries, receipts: [] } : { ...notice, receipts };
  });
  return { ...replay, notices: async ({ alert }) => (alert === undefined || alert === first ? given : []) };
}

const plain = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
const page = async (deps: Partial<WebDeps>, at: string): Promise<string> => {
  const html = await (await desk(deps).ask(`/situations/${theAirport}?at=${at}`)).text();
  return plain(/data-l="Receipt">(.*?)<\/td>/s.exec(html)?.[1] ?? '');
};

describe('the receipts of one row', () => {
  const two = answered(['2021-08-25T23:05:02Z', '2021-08-26T09:00:00Z', '2021-08-26T01:00:00Z']);

  test('are a span when they came at more than one time, each end with its day when that is another', async () => {
    expect(await page(await two, '2021-08-29T06:00:00Z')).toBe(
      'Mail: accepted ×3 26 Aug, 03:35 in Kabul (25 Aug, 23:05 UTC) to 26 Aug, 13:30 in Kabul (09:00 UTC)',
    );
    expect(await page(await two, '2021-08-26T10:00:00Z')).toBe(
      'Mail: accepted ×3 03:35 in Kabul (25 Aug, 23:05 UTC) to 13:30 in Kabul (09:00 UTC)',
    );
  });

  test('are one time when they came at once, and none where nothing came', async () => {
    const once = await answered(['2021-08-26T09:00:00Z', '2021-08-26T09:00:00Z']);
    expect(await page(once, '2021-08-29T06:00:00Z')).toBe('Mail: accepted ×2 26 Aug, 13:30 in Kabul (09:00 UTC)');
    expect(await page(await answered([null, null]), '2021-08-29T06:00:00Z')).toMatch(/^Mail: \D+ ×2$/);
  });

  test('that differ in what they say stand apart', async () => {
    const mixed = await page(await answered(['2021-08-26T09:00:00Z', null]), '2021-08-29T06:00:00Z');
    expect(mixed).toMatch(/^Mail: accepted 26 Aug, 13:30 in Kabul \(09:00 UTC\)Mail: \D+$/);
  });

  test('have their own instant each for programs', async () => {
    const { ask } = desk(await two);
    const { notices } = (await (await ask(`/api/v1/notices?alert=${first}`)).json()) as {
      notices: { receipts: { channel: string; kind: string; at: string }[] }[];
    };
    expect(notices.map(({ receipts }) => receipts)).toMatchObject(
      ['2021-08-25T23:05:02.000Z', '2021-08-26T09:00:00.000Z', '2021-08-26T01:00:00.000Z'].map((at) => [
        { channel: 'mail', kind: 'accepted', at },
      ]),
    );
  });
});
