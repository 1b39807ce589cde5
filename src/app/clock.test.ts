import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { day } from '../core/time/time.ts';
import { systemClock } from './clock.ts';

beforeEach(() => vi.useFakeTimers({ now: 1000 }));
afterEach(() => vi.useRealTimers());

async function waiting(ms: number, signal?: AbortSignal): Promise<{ over: boolean }> {
  const state = { over: false };
  void systemClock.wait(ms, signal).then(() => (state.over = true));
  await Promise.resolve();
  return state;
}

test('waits as long as asked, and not longer', async () => {
  const state = await waiting(5000);
  await vi.advanceTimersByTimeAsync(4999);
  expect(state.over).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(state.over).toBe(true);
  expect(systemClock.now()).toBe(6000);
});

test('does not fire at once when the wait is longer than one timer holds', async () => {
  const state = await waiting(60 * day);
  await vi.advanceTimersByTimeAsync(60 * day - 1);
  expect(state.over).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(state.over).toBe(true);
});

test('ends at once when aborted, before or while, and leaves nothing behind', async () => {
  const controller = new AbortController();
  const state = await waiting(5000, controller.signal);
  controller.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(state.over).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  await systemClock.wait(5000, controller.signal);
  expect(vi.getTimerCount()).toBe(0);
});
