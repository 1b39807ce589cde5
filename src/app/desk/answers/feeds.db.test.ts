/** Feeds of a desk with a store: handed in, confirmed, passed on, read by another desk's reader, updated, over. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../../../test/database.ts';
import { makeAlert, makeInfo, referenceTo, stamp } from '../../../../test/make.ts';
import { type TestStore, testStore } from '../../../../test/store.ts';
import { currentAt, read, revisionOf, write } from '../../../core/cap/index.ts';
import type { CapAlert } from '../../../core/cap/model.ts';
import { minute } from '../../../core/time/time.ts';
import { confirmAlert } from '../../../gather/confirm.ts';
import { receive } from '../../../gather/receive.ts';
import { createWeb, type Web } from '../../../web/web.ts';
import type { DeskParts } from '../parts.ts';
import { webDeps } from './web-deps.ts';

describeWithDatabase('feeds', () => {
  let t: TestStore;
  let web: Web;
  beforeEach(async () => {
    t = await testStore();
    web = deskOf('live');
  });
  afterEach(() => t.close());

  /** Feeds need none of the other parts of a desk. */
  const deskOf = (desk: string): Web => {
    const config = { deskName: 'Relief desk', positionHours: 72 };
    const none = {
      assets: [],
      replay: null,
      hosts: () => ['localhost:8080'],
      fault: (error: unknown) => {
        throw error;
      },
    };
    return createWeb(webDeps({ ...none, config, store: t.store, desk, clock: t.clock } as unknown as DeskParts));
  };
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    web.fetch(new Request(`http://localhost:8080${path}`, { headers: { host: 'localhost:8080', ...headers } }));
  const handIn = async (text: string): Promise<string[]> => {
    const received = await receive(t.store, 'live', {
      source: 'cap-file',
      bytes: new TextEncoder().encode(text),
      url: null,
      type: null,
      by: 'Ana',
    });
    return (received?.alerts ?? []).map(({ id }) => id);
  };
  /** The alerts that the feed leads to, and of what it says is over without one the pages. */
  const passedOn = async (): Promise<{ readonly alerts: readonly CapAlert[]; readonly over: readonly string[] }> => {
    const { links, findings } = read(await (await ask('/feeds/alerts.atom')).bytes(), {
      base: 'http://localhost:8080/feeds/alerts.atom',
    });
    expect(findings.filter(({ code }) => code !== 'cap.entry.ended')).toEqual([]);
    const documents = await Promise.all(
      links.map(async ({ href }) => (await ask(href.replace('http://localhost:8080', ''))).bytes()),
    );
    const over = findings.map(({ message }) => /\/alerts\/(a-[0-9a-f]+)/.exec(message)?.[1] ?? message);
    return { alerts: documents.flatMap((bytes) => read(bytes).alerts), over };
  };

  const ends = stamp('2026-03-02T12:00:00-00:00');
  const first = makeAlert({ sent: stamp('2026-03-02T06:00:00-00:00'), infos: [makeInfo({ expires: ends })] });
  const next = makeAlert({
    ...first,
    identifier: 'flood-2',
    msgType: 'Update',
    sent: stamp('2026-03-02T06:30:00-00:00'),
    references: [referenceTo(first)],
  });
  const cancel = makeAlert({
    identifier: 'flood-3',
    msgType: 'Cancel',
    sent: stamp('2026-03-02T06:45:00-00:00'),
    references: [referenceTo(next)],
    infos: [],
  });

  test('a warning goes through its whole life, and whoever follows knows at each moment what holds', async () => {
    const seen: CapAlert[] = [];
    const ids: string[] = [];
    let etag = '';
    const steps = [
      { alert: first, holds: first.identifier, over: 0 },
      { alert: next, holds: next.identifier, over: 0 },
      // The Cancel names the second alone: whoever missed that one would keep the first.
      { alert: cancel, holds: null, over: 1 },
    ];
    for (const { alert, holds, over } of steps) {
      const [id = ''] = await handIn(write(alert));
      ids.push(id);
      // Nobody has vouched for it: nothing is passed on, and nothing changes.
      if (etag !== '') expect((await ask('/feeds/alerts.atom', { 'if-none-match': etag })).status).toBe(304);
      expect((await ask(`/feeds/cap/${id}.xml`)).status).toBe(404);
      t.clock.advance(minute);
      await confirmAlert(t.store, 'live', id, 'Ana');
      const answer = await ask('/feeds/alerts.atom', { 'if-none-match': etag });
      expect(answer.status).toBe(200);
      etag = answer.headers.get('etag') ?? '';
      const passed = await passedOn();
      seen.push(...passed.alerts);
      expect(passed.over).toEqual(ids.slice(0, over));
      const now = revisionOf(seen).map((chain) => currentAt(chain, t.clock.now()).alert?.identifier ?? null);
      expect(now).toEqual([holds]);
    }
    expect(seen.map(({ identifier }) => identifier)).toEqual(['flood-1', 'flood-2', 'flood-3']);
  });

  test('a warning that ends by itself leaves at that moment, without any commit', async () => {
    const [id = ''] = await handIn(write(first));
    await confirmAlert(t.store, 'live', id, 'Ana');
    const etag = (await ask('/feeds/alerts.geojson')).headers.get('etag') ?? '';
    t.clock.set((ends.at ?? 0) - 1);
    expect((await ask('/feeds/alerts.geojson', { 'if-none-match': etag })).status).toBe(304);
    t.clock.advance(1);
    const after = await ask('/feeds/alerts.geojson', { 'if-none-match': etag });
    expect([after.status, await after.json()]).toEqual([200, expect.objectContaining({ features: [] })]);
    expect((await ask(`/feeds/cap/${id}.xml`)).status).toBe(410);
  });

  test('a Restricted end of a public warning: who follows hears that it is over, and nothing of what said so', async () => {
    const [id = ''] = await handIn(write(first));
    await confirmAlert(t.store, 'live', id, 'Ana');
    t.clock.advance(2 * minute);
    const before = await ask('/feeds/alerts.atom');
    const since = before.headers.get('last-modified') ?? '';
    expect((await ask('/feeds/alerts.atom', { 'if-modified-since': since })).status).toBe(304);
    const secret = {
      ...cancel,
      scope: 'Restricted',
      restriction: 'staff only',
      note: 'Convoy leaves at nine',
      references: [referenceTo(first)],
    };
    const [by = ''] = await handIn(write(secret));
    await confirmAlert(t.store, 'live', by, 'Ana');
    const after = await ask('/feeds/alerts.atom', { 'if-modified-since': since });
    expect(after.status).toBe(200);
    const text = await after.text();
    expect(text.match(/<title[^>]*>No longer in force: /g)).toHaveLength(1);
    for (const word of ['Convoy', 'staff only', by]) expect(text).not.toContain(word);
    expect((await ask(`/feeds/cap/${id}.xml`)).status).toBe(410);
    expect((await ask(`/feeds/cap/${by}.xml`)).status).toBe(404);
  });

  test('a space passes on what is its own', async () => {
    const [id = ''] = await handIn(write(first));
    await confirmAlert(t.store, 'live', id, 'Ana');
    expect((await passedOn()).alerts).toHaveLength(1);
    web = deskOf('drill');
    expect(await passedOn()).toEqual({ alerts: [], over: [] });
    expect((await ask(`/feeds/cap/${id}.xml`)).status).toBe(404);
  });
});
