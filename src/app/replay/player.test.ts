import { describe, expect, test } from 'vitest';
import type { Person } from '../../core/model.ts';
import { hour, type Instant } from '../../core/time/time.ts';
import { createStoryClock } from './clock.ts';
import { play, type Stage, stopsOf } from './player.ts';
import type { Story } from './story.ts';

const noon = Date.UTC(2021, 7, 25, 12);
const real = { now: () => 0, wait: async () => {} };

const report = (file: string, hours: number) => ({
  ...({ file, source: 'plain-text', trust: 'reported', url: 'https://a.example', bytes: new Uint8Array() } as const),
  fetchedAt: noon + hours * hour,
});
const person = (from: Instant | null): Person => ({
  ...{ ref: 'a', name: 'A', role: null, nationality: null, language: null, channels: [], wardenOf: [], space: 'drill' },
  stay: { town: null, country: null, admin1: null, at: null, positionAt: null, from, to: null },
});

const story: Story = {
  ...{ title: 'A story', about: 'Of nothing.', timeZone: 'UTC', place: 'Nowhere', moments: [], hash: '' },
  ...{ start: noon, from: noon, until: noon + 10 * hour },
  reports: [report('first', 0), report('second', 2), report('third', 2), report('fourth', 5)],
  people: [
    person(null),
    person(noon + 3 * hour),
    person(noon + 2 * hour),
    person(noon - hour),
    person(noon + 20 * hour),
  ],
};

/** Notes what is asked of it, with the hour of the story. */
function stageOf(): Stage & { done: string[] } {
  const clock = createStoryClock(real, noon);
  const done: string[] = [];
  const note = (what: string) => async () => void done.push(`${(clock.now() - noon) / hour} ${what}`);
  return {
    ...{ done, clock, people: note('people'), decide: note('decide'), deliver: note('deliver') },
    receive: ({ file }) => note(file)(),
  };
}

const played = async (end: Instant, signal = new AbortController().signal) => {
  const stage = stageOf();
  const words: string[] = [];
  const whole = await play(story, end, stage, { signal, progress: (line) => words.push(line) });
  return {
    whole,
    words,
    clock: stage.clock,
    done: stage.done.filter((line) => !/decide|deliver/.test(line)),
    all: stage.done,
  };
};

describe('the player', () => {
  test('stops at every report and every arrival on the way, and at the end', () => {
    const hours = (end: Instant) => stopsOf(story, end).map((at) => (at - noon) / hour);
    expect(hours(story.until)).toEqual([0, 2, 3, 5, 10]);
    expect(hours(noon + 3 * hour)).toEqual([0, 2, 3]);
    expect(hours(noon)).toEqual([0]);
  });

  test('lists the people first, then lets each report come at its time, in the order of the story', async () => {
    const { whole, done, clock, words } = await played(story.until);
    expect(whole).toBe(true);
    expect(done).toEqual(['0 people', '0 first', '2 second', '2 third', '5 fourth']);
    expect(clock.now()).toBe(story.until);
    expect(words[1]).toBe('2021-08-25T14:00Z  2 of 4  second');
  });

  test('decides and delivers all that follows from one thing before the next', async () => {
    const { all } = await played(noon + 3 * hour);
    const turn = (at: number) => [`${at} decide`, `${at} deliver`];
    expect(all).toEqual([
      ...['0 people', ...turn(0), '0 first', ...turn(0)],
      ...[...turn(2), '2 second', ...turn(2), '2 third', ...turn(2)],
      ...turn(3),
    ]);
  });

  test('with an end takes what came by then, and that moment is part of it', async () => {
    expect((await played(noon + 2 * hour)).done).toEqual(['0 people', '0 first', '2 second', '2 third']);
    expect((await played(noon + hour)).done).toEqual(['0 people', '0 first']);
  });

  test('stops between two reports when it is asked to', async () => {
    const asked = new AbortController();
    const stage = stageOf();
    const receive = async (one: Story['reports'][number]) => {
      await stage.receive(one);
      if (one.file === 'second') asked.abort();
    };
    const rest = { signal: asked.signal, progress: () => {} };
    expect(await play(story, story.until, { ...stage, receive }, rest)).toBe(false);
    expect(stage.done.filter((line) => /first|second|third|fourth/.test(line))).toEqual(['0 first', '2 second']);
  });
});

test('a story’s clock goes on and never back, and waits by the real one', async () => {
  const waited: number[] = [];
  const clock = createStoryClock({ now: () => 5, wait: async (ms) => void waited.push(ms) }, noon);
  clock.goTo(noon + hour);
  expect(clock.now()).toBe(noon + hour);
  expect(() => clock.goTo(noon)).toThrow('can’t go back'.replace('’', "'"));
  await clock.wait(7);
  expect(waited).toEqual([7]);
});
