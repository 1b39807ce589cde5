import { describe, expect, test } from 'vitest';
import { HandClock } from '../../../test/make.ts';
import { createBell, type Loop, runLoop } from './loop.ts';

/** Lets everything that can go on go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function looping(part: Partial<Loop> = {}) {
  const clock = new HandClock(0);
  const bell = createBell();
  const stop = new AbortController();
  const seen = { rounds: 0, whole: 0, errors: [] as unknown[] };
  const loop: Loop = {
    clock,
    bell,
    signal: stop.signal,
    idleMs: 500,
    round: async () => {
      seen.rounds++;
      return false;
    },
    onRound: () => {
      seen.whole++;
    },
    onError: (error) => seen.errors.push(error),
    ...part,
  };
  return { clock, bell, stop, seen, ended: runLoop(loop) };
}

describe('a loop', () => {
  test('waits when there is nothing to do, and goes round when time has passed or the bell rings', async () => {
    const { clock, bell, stop, seen, ended } = looping();
    await settle();
    expect(seen.rounds).toBe(1);
    clock.advance(499);
    await settle();
    expect(seen.rounds).toBe(1);
    clock.advance(1);
    await settle();
    expect(seen.rounds).toBe(2);
    bell.ring();
    await settle();
    expect(seen.rounds).toBe(3);
    stop.abort();
    await ended;
    expect(seen).toMatchObject({ rounds: 3, whole: 3, errors: [] });
  });

  test('goes on at once while there is more', async () => {
    let left = 5;
    const { seen, stop, ended } = looping({ round: async () => --left > 0 });
    await settle();
    expect(left).toBe(0);
    expect(seen.whole).toBe(5);
    stop.abort();
    await ended;
  });

  test('survives a bad round, says so, and does not spin', async () => {
    const error = new Error('no database');
    let bad = true;
    const { clock, seen, stop, ended } = looping({
      round: async () => {
        if (bad) throw error;
        return false;
      },
    });
    await settle();
    expect(seen).toMatchObject({ whole: 0, errors: [error] });
    bad = false;
    clock.advance(1000);
    await settle();
    expect(seen).toMatchObject({ whole: 1, errors: [error] });
    stop.abort();
    await ended;
  });

  test('a ring while a round is under way is not forgotten', async () => {
    const bell = createBell();
    let rounds = 0;
    const { stop, ended } = looping({
      bell,
      round: async () => {
        if (++rounds === 1) bell.ring();
        return false;
      },
    });
    await settle();
    expect(rounds).toBe(2);
    stop.abort();
    await ended;
  });

  test('one ring wakes all that wait', async () => {
    const bell = createBell();
    const clock = new HandClock(0);
    const { signal } = new AbortController();
    const waits = [bell.wait(clock, 1e9, signal), bell.wait(clock, 1e9, signal)];
    bell.ring();
    await Promise.all(waits);
    expect(clock.now()).toBe(0);
  });
});
