/** The stage a story is played on: the real gatherer, decider and sender, in a drill space, between two sinks. */
import type { AlertView, Person } from '../../core/model.ts';
import type { Instant } from '../../core/time/time.ts';
import type { Deciding } from '../../decide/alert.ts';
import { decideNext } from '../../decide/decide.ts';
import { receive } from '../../gather/receive.ts';
import { importPeople } from '../../gather/watch-list.ts';
import { createSender } from '../../notify/sender.ts';
import { readingsAsOf } from '../../store/readings.ts';
import type { Config } from '../config.ts';
import { deliveringOf } from '../desk/delivering.ts';
import type { Metrics } from '../desk/metrics.ts';
import type { Net } from '../desk/net.ts';
import type { Log } from '../log.ts';
import type { StoryClock } from './clock.ts';
import type { Played } from './folder.ts';
import { openInbox } from './inbox.ts';
import { withReceiver } from './people.ts';
import { play, type Stage } from './player.ts';
import { openSinks, replayNet } from './sinks.ts';
import type { Story, StoryReport } from './story.ts';

interface Staging {
  readonly config: Config;
  readonly story: Story;
  readonly end: Instant;
  readonly clock: StoryClock;
  readonly deciding: Deciding;
  readonly metrics: Metrics;
  /** Folder of the letters. */
  readonly inbox: string;
  readonly log: Log;
  readonly signal: AbortSignal;
  progress(words: string): void;
}

/** Plays the story up to its end; null when it was stopped on the way. */
export async function playOn(staging: Staging): Promise<Played | null> {
  const { story, end, clock, signal, progress } = staging;
  const sinks = await openSinks(openInbox(staging.inbox, clock));
  const net = replayNet(sinks, clock);
  const came: Came[] = [];
  try {
    const people = withReceiver(story.people, sinks.webhook.port);
    const whole = await play(story, end, stageOf(staging, net, people, came), { signal, progress });
    return whole ? { reports: await withTitles(staging, came) } : null;
  } finally {
    await Promise.all([net.http.close(), net.smtp.close()]);
    await sinks.close();
  }
}

interface Came {
  readonly at: Instant;
  readonly report: string;
  /** What its first alert calls itself; null without one. */
  readonly headline: string | null;
  readonly file: string;
}

function stageOf(staging: Staging, net: Net, people: readonly Person[], came: Came[]): Stage {
  const { config, clock, deciding, metrics, log } = staging;
  const { store, desk } = deciding;
  const sender = createSender(deliveringOf(config, { store, desk, net, metrics, log }), () => {});
  return {
    clock,
    people: async () => void (await importPeople(store, people, () => {})),
    async receive(report: StoryReport) {
      const { source, bytes, url, trust, fetchedAt } = report;
      const received = await receive(store, desk, { source, bytes, url, type: null, by: null, trust, fetchedAt });
      if (!received) throw new Error(`the source ${source} was there when the story was read`);
      metrics.received(source, received.known ? 'known' : 'new');
      came.push({
        at: fetchedAt,
        report: received.report.id,
        headline: headlineOf(received.alerts),
        file: report.file,
      });
    },
    async decide() {
      while (await decideNext(deciding));
    },
    async deliver() {
      while (await sender.round()) await sender.settled();
    },
  };
}

const headlineOf = ([first]: readonly AlertView[]): string | null => {
  const info = first?.alert.infos[0];
  return info?.headline || info?.event || null;
};

/** A report is called by its own title, else as its alert calls itself. */
async function withTitles({ deciding, end }: Staging, came: readonly Came[]): Promise<Played['reports']> {
  const asOf = { valid: end, seq: Number.MAX_SAFE_INTEGER };
  const reports = came.map(({ report }) => report);
  const readings = await readingsAsOf(deciding.store.db, deciding.desk, asOf, reports);
  const titles = new Map(readings.map(({ report, title }) => [report, title]));
  return came.map(({ at, report, headline, file }) => ({ at, report, title: titles.get(report) || headline || file }));
}
