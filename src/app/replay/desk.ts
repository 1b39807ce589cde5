/** A desk that plays a story: a drill space on a database of its own, told by its own clock, reaching its own sinks and nothing else. */
import { join } from 'node:path';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Clock, Instant } from '../../core/time/time.ts';
import { watchListOf } from '../../decide/watch-list.ts';
import type { Exercise } from '../../pages/exercise.ts';
import { loadAssets } from '../../web/assets.ts';
import type { Config } from '../config.ts';
import { type Database, openWhole } from '../database.ts';
import { type Answering, answer } from '../desk/answers/answer.ts';
import { deskChannels, rulesOf } from '../desk/delivering.ts';
import { brokenOf } from '../desk/keep-running.ts';
import { createBell } from '../desk/loop.ts';
import { createMetrics } from '../desk/metrics.ts';
import { createRounds } from '../desk/rounds.ts';
import { type Log, wordsOf } from '../log.ts';
import { rootFolder } from '../root.ts';
import type { RunningDesk } from '../wire.ts';
import { createStoryClock } from './clock.ts';
import { openReplayFolder, type Played, type ReplayFolder } from './folder.ts';
import { readInbox } from './inbox.ts';
import { replaySettings } from './settings.ts';
import { replayNet } from './sinks.ts';
import { playOn } from './stage.ts';
import { stampOf } from './stamp.ts';
import type { Story } from './story.ts';

/** The space every replay is played in. */
const desk = 'drill';

export interface Replaying {
  readonly config: Config;
  readonly story: Story;
  /** Where the clock stands at the end. */
  readonly end: Instant;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  progress(words: string): void;
}

/** Plays what has not been played, then answers. null when it was asked to stop on the way. */
export async function startReplay(replaying: Replaying): Promise<RunningDesk | Refusal | null> {
  const { config, story, end } = replaying;
  const folder = await openReplayFolder(join(config.data, 'replay'), stampOf(story, end, config));
  if (isRefusal(folder)) return folder;
  let started: RunningDesk | Refusal | null = null;
  try {
    started = await onFolder(replaying, folder);
  } finally {
    if (started === null || isRefusal(started)) folder.release();
  }
  return started;
}

async function onFolder(replaying: Replaying, folder: ReplayFolder): Promise<RunningDesk | Refusal | null> {
  const { story, end, log } = replaying;
  const config = replaySettings(replaying.config, folder.data);
  const clock = createStoryClock(replaying.clock, folder.played ? end : story.start);
  const opened = await openWhole(config, clock, 'desk', 'replay', (error) =>
    log.warn({ error: error.message }, 'a database connection broke'),
  );
  if (isRefusal(opened)) return opened;
  const { store, database } = opened;
  let answering: Answering | Refusal | null = null;
  try {
    const watch = watchListOf(store, desk);
    const deciding = { store, desk, rules: rulesOf(config), watch, deskChannels: deskChannels(config) };
    const rounds = createRounds(clock);
    const metrics = createMetrics(store, desk, rounds, clock);
    const played =
      folder.played ?? (await playOn({ ...replaying, config, clock, deciding, metrics, inbox: folder.inbox }));
    if (played === null) return null;
    folder.finish(played);
    answering = await answer({
      ...{ config, store, desk, clock, metrics, rounds, watch, deciding },
      net: replayNet(null, clock),
      assets: await loadAssets(rootFolder()),
      facts: createBell(),
      replay: { exercise: exerciseOf(story, played), letters: await readInbox(folder.inbox) },
      fault: (error) => log.error({ error: wordsOf(error) }, 'a request failed'),
    });
  } finally {
    if (answering === null || isRefusal(answering)) await database.close();
  }
  return isRefusal(answering) ? answering : running(answering, database, folder, replaying);
}

function running(
  answering: Answering,
  database: Database,
  folder: ReplayFolder,
  { clock, log }: Replaying,
): RunningDesk {
  const stopping = new AbortController();
  const stop = async (): Promise<void> => {
    stopping.abort();
    await answering.close();
    await database.close();
    folder.release();
  };
  let stopped: Promise<void> | null = null;
  return {
    url: answering.url,
    broken: brokenOf(database, clock, stopping.signal, log),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** A story that was played, as pages and answers speak of it. */
function exerciseOf(story: Story, { reports }: Played): Exercise {
  const { title, about, timeZone, place, from, until, moments } = story;
  return { title, about, timeZone, place, from, until, moments, reports };
}
