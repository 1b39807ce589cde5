/** Whoever asks again is spared what has not changed, and never what has. */
import { describe, expect, test } from 'vitest';
import { now } from '../../../test/pages/picture.ts';
import type { AlertView } from '../../core/model.ts';
import { minute } from '../../core/time/time.ts';
import { holding, later, warning } from './held.fixture.ts';

describe('asking again', () => {
  const asked = (held: () => readonly AlertView[], state: { valid: number; changed: number }) => {
    let reads = 0;
    const made = holding([], {
      alerts: async () => {
        reads++;
        return held();
      },
      alertsChanged: async () => state.changed,
      resolveAsOf: async () => ({ valid: state.valid, seq: 900, at: now, isPast: false, heardUntil: state.valid }),
    });
    return { ask: made.ask, reads: () => reads };
  };

  test.each(['/feeds/alerts.atom', '/feeds/alerts.rss', '/feeds/alerts.geojson'])(
    '%s: nothing new is 304, without reading an alert',
    async (path) => {
      const state = { valid: now, changed: 7 };
      const one = warning(1);
      const { ask, reads } = asked(() => [one], state);
      const first = await ask(path);
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]{27}"$/);
      expect(first.headers.get('cache-control')).toBe('no-cache');
      state.valid += minute;
      for (const tag of [etag, `"x", ${etag}`, '*']) {
        const again = await ask(path, { headers: { 'if-none-match': tag } });
        expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
      }
      expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
      expect(reads()).toBe(1);
      const restarted = asked(() => [one], state);
      expect((await restarted.ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    },
  );

  test('a warning that ends by time alone is gone at that moment', async () => {
    const state = { valid: (later.at ?? 0) - 1, changed: 7 };
    const { ask } = asked(
      () => [warning(1, {}, { state: state.valid < (later.at ?? 0) ? 'in-force' : 'expired' })],
      state,
    );
    const first = await ask('/feeds/alerts.atom');
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await ask('/feeds/alerts.atom', { headers })).status).toBe(304);
    state.valid++;
    const after = await ask('/feeds/alerts.atom', { headers });
    expect(after.status).toBe(200);
    const text = await after.text();
    expect(text).not.toContain('<entry>');
    expect(text).toContain(`<updated>2026-07-29T12:00:00.000Z</updated>`);
  });

  test('a commit about an alert is seen at once, one about a person changes nothing', async () => {
    const state = { valid: now, changed: 7 };
    let held = [warning(1)];
    const { ask } = asked(() => held, state);
    const headers = { 'if-none-match': (await ask('/feeds/alerts.rss')).headers.get('etag') ?? '' };
    held = [...held, warning(2)];
    state.changed = 8;
    expect((await ask('/feeds/alerts.rss', { headers })).status).toBe(200);
    held = held.slice(0, 1);
    state.changed = 9;
    expect((await ask('/feeds/alerts.rss', { headers })).status).toBe(304);
  });

  test('the time of the last change serves once a minute has gone by', async () => {
    const state = { valid: now, changed: 7 };
    const { ask } = asked(() => [warning(1, {}, { confirmedAt: now - 30_500 })], state);
    const fresh = await ask('/feeds/alerts.atom');
    expect(fresh.headers.get('last-modified')).toBeNull();
    expect(
      (await ask('/feeds/alerts.atom', { headers: { 'if-modified-since': new Date(now).toUTCString() } })).status,
    ).toBe(200);
    state.valid += minute;
    const modified = (await ask('/feeds/alerts.atom')).headers.get('last-modified') ?? '';
    expect(modified).toBe('Tue, 28 Jul 2026 10:59:29 GMT');
    expect((await ask('/feeds/alerts.atom', { headers: { 'if-modified-since': modified } })).status).toBe(304);
    expect(
      (await ask('/feeds/alerts.atom', { headers: { 'if-modified-since': 'Tue, 28 Jul 2026 10:59:28 GMT' } })).status,
    ).toBe(200);
    expect((await ask('/feeds/alerts.atom', { headers: { 'if-modified-since': 'never' } })).status).toBe(200);
  });
});
