/** What the routes of a running desk are made of. */
import type { Clock } from '../../core/time/time.ts';
import type { Deciding } from '../../decide/alert.ts';
import type { WatchList } from '../../decide/watch-list.ts';
import type { Exercise, InboxLetter } from '../../pages/exercise.ts';
import type { Store } from '../../store/open.ts';
import type { Asset } from '../../web/deps.ts';
import type { Config } from '../config.ts';
import type { Bell } from './loop.ts';
import type { Metrics } from './metrics.ts';
import type { Net } from './net.ts';
import type { Rounds } from './rounds.ts';

/** A story that was played, with the letters its own sinks took, newest first. */
export interface Replay {
  readonly exercise: Exercise;
  readonly letters: readonly InboxLetter[];
}

export interface DeskParts {
  readonly config: Config;
  readonly store: Store;
  readonly desk: string;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly rounds: Rounds;
  readonly net: Net;
  readonly watch: WatchList;
  readonly deciding: Deciding;
  /** Rung when something was recorded. */
  readonly facts: Bell;
  readonly assets: readonly Asset[];
  /** Set when this desk replays a story. */
  readonly replay: Replay | null;
  hosts(): readonly string[];
  fault(error: unknown): void;
}
