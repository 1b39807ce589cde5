import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HandClock } from '../../test/make.ts';
import type { HttpRequest, Reply } from '../core/request.ts';
import { hour, minute, second } from '../core/time/time.ts';
import { nextTry } from './backoff.ts';
import { createBreaker } from './breaker.ts';
import { beat, whyNotWhole } from './heartbeat.ts';

describe('the next try', () => {
  test('comes within a ceiling that doubles up to ten minutes', () => {
    const latest = (attempt: number): number => (nextTry(0, attempt, null, hour, () => 0.999_999) ?? 0) / second;
    expect([1, 2, 3, 4, 20].map((attempt) => Math.round(latest(attempt)))).toEqual([3, 5, 9, 17, 601]);
    expect(nextTry(0, 5, null, hour, () => 0)).toBe(second);
  });

  test('is not before the far side wants it, and is given up when that is too late', () => {
    expect(nextTry(0, 1, 5 * minute, hour, () => 0)).toBe(5 * minute);
    expect(nextTry(0, 1, hour, hour, () => 0)).toBeNull();
  });

  test('is made once more just before the end rather than not at all', () => {
    expect(nextTry(0, 20, null, minute, () => 0.9)).toBe(55 * second);
    expect(nextTry(56 * second, 21, null, minute, () => 0.9)).toBeNull();
  });

  test('never lies outside now and the end', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.integer({ min: 1, max: 60 }),
        fc.option(fc.nat(1e6)),
        fc.nat(2e6),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (now, attempt, after, end, chance) => {
          const due = nextTry(now, attempt, after, end, () => chance);
          if (due !== null) expect(due > now && due < end).toBe(true);
        },
      ),
    );
  });
});

describe('the breaker', () => {
  test('opens after five silences, for longer each time, and closes at the first answer', () => {
    const breaker = createBreaker();
    for (let i = 0; i < 4; i++) breaker.report('relay', false, 0);
    expect(breaker.openUntil('relay', 0)).toBeNull();
    breaker.report('relay', false, 0);
    expect(breaker.openUntil('relay', 0)).toBe(5 * second);
    expect(breaker.openUntil('relay', 5 * second)).toBeNull();
    breaker.report('relay', false, 5 * second);
    expect(breaker.openUntil('relay', 5 * second)).toBe(15 * second);
    expect(breaker.openUntil('other', 5 * second)).toBeNull();
    breaker.report('relay', true, 6 * second);
    expect(breaker.openUntil('relay', 6 * second)).toBeNull();
  });
});

describe('the heartbeat', () => {
  const rounds = { gather: 100, decide: 100, notify: 100 };

  test('is owed only when every loop went round since the last one and nothing is stuck', () => {
    expect(whyNotWhole({ rounds, oldestDueMs: 0 }, 100)).toBeNull();
    expect(whyNotWhole({ rounds: { ...rounds, notify: 99 }, oldestDueMs: 0 }, 100)).toMatch(/notify loop/);
    expect(whyNotWhole({ rounds, oldestDueMs: 3 * minute }, 100)).toMatch(/180 s/);
  });

  test('goes to its address then, and not otherwise; a far side that does not take it is said', async () => {
    const asked: HttpRequest[] = [];
    const skipped: string[] = [];
    let status = 204;
    const http = {
      send: async (request: HttpRequest): Promise<Reply> => {
        asked.push(request);
        return { via: 'http', status, headers: {}, body: new Uint8Array(), words: `${status}` };
      },
      close: async () => {},
    };
    let oldestDueMs = 0;
    const heart = {
      url: 'https://watchdog.example/ping',
      http,
      clock: new HandClock(200),
      vitals: async () => ({ rounds, oldestDueMs }),
      onSkipped: (why: string) => skipped.push(why),
    };
    expect(await beat(heart, 100)).toBe(true);
    expect(asked).toMatchObject([{ method: 'GET', url: 'https://watchdog.example/ping' }]);
    expect(await beat(heart, 101)).toBe(false);
    oldestDueMs = 10 * minute;
    expect(await beat(heart, 100)).toBe(false);
    expect(asked).toHaveLength(1);
    oldestDueMs = 0;
    status = 500;
    expect(await beat(heart, 100)).toBe(false);
    expect(skipped).toHaveLength(3);
  });
});
