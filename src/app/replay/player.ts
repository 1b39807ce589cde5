/** Plays a story by its own times: each report comes when it came, and everything that follows from it is done before the next. */
import { formatInstant, type Instant } from '../../core/time/time.ts';
import type { StoryClock } from './clock.ts';
import type { Story, StoryReport } from './story.ts';

/** What the player moves. */
export interface Stage {
  readonly clock: StoryClock;
  /** Lists the people of the story. */
  people(): Promise<void>;
  receive(report: StoryReport): Promise<void>;
  /** Decides until nothing is left to decide. */
  decide(): Promise<void>;
  /** Sends until nothing is due. */
  deliver(): Promise<void>;
}

/** Every time at which something happens up to `end`, in order, `end` itself last. */
export function stopsOf(
  { start, reports, people }: Pick<Story, 'start' | 'reports' | 'people'>,
  end: Instant,
): Instant[] {
  const arrivals = people.flatMap(({ stay }) => (stay.from === null ? [] : [stay.from]));
  const within = [...reports.map(({ fetchedAt }) => fetchedAt), ...arrivals].filter((at) => at > start && at < end);
  return [...new Set([start, ...within, end])].toSorted((a, b) => a - b);
}

/** true when the story was played up to `end`; false when it was stopped on the way. */
export async function play(
  story: Story,
  end: Instant,
  stage: Stage,
  { signal, progress }: { signal: AbortSignal; progress: (words: string) => void },
): Promise<boolean> {
  const settle = async (): Promise<void> => {
    await stage.decide();
    await stage.deliver();
  };
  await stage.people();
  for (const at of stopsOf(story, end)) {
    if (signal.aborted) return false;
    stage.clock.goTo(at);
    // Who arrives at this moment finds what is in force, before what comes at this moment.
    await settle();
    for (const report of story.reports.filter(({ fetchedAt }) => fetchedAt === at)) {
      if (signal.aborted) return false;
      const number = story.reports.indexOf(report) + 1;
      progress(`${formatInstant(at).slice(0, 16)}Z  ${number} of ${story.reports.length}  ${report.file}`);
      await stage.receive(report);
      await settle();
    }
  }
  return true;
}
