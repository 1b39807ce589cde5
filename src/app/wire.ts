/** Puts a live desk together: store, loops, net and pages, each given what it needs. Nothing is decided here. */
import { isRefusal, type Refusal } from '../core/refusal.ts';
import { type Clock, second } from '../core/time/time.ts';
import { watchListOf } from '../decide/watch-list.ts';
import { loadAssets } from '../web/assets.ts';
import type { Config } from './config.ts';
import { openWhole } from './database.ts';
import { answer } from './desk/answers/answer.ts';
import { deliveringOf, deskChannels, rulesOf } from './desk/delivering.ts';
import { brokenOf } from './desk/keep-running.ts';
import { startLoops } from './desk/loops.ts';
import { createMetrics } from './desk/metrics.ts';
import { netOf } from './desk/net.ts';
import { createRounds } from './desk/rounds.ts';
import { type Log, wordsOf } from './log.ts';
import { rootFolder } from './root.ts';

const desk = 'live';
const stopGraceMs = 5 * second;

export interface RunningDesk {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Resolves when the desk can't go on by itself: why. */
  readonly broken: Promise<string>;
  /** Stops taking, lets what is under way end, and closes all. Idempotent. */
  stop(): Promise<void>;
}

/** Starts a desk; it answers when this resolves. Whatever stands in the way is one sentence. */
export async function startDesk(config: Config, clock: Clock, log: Log): Promise<RunningDesk | Refusal> {
  const assets = await loadAssets(rootFolder());
  const opened = await openWhole(config, clock, 'desk', 'desk', (error) =>
    log.warn({ error: error.message }, 'a database connection broke'),
  );
  if (isRefusal(opened)) return opened;
  const { store, database } = opened;
  const stopping = new AbortController();
  const net = netOf(config, clock);
  if (isRefusal(net)) {
    await database.close();
    return net;
  }
  const watch = watchListOf(store, desk);
  const deciding = { store, desk, rules: rulesOf(config), watch, deskChannels: deskChannels(config) };
  const rounds = createRounds(clock);
  const metrics = createMetrics(store, desk, rounds, clock);
  const loops = startLoops({
    deciding,
    delivering: deliveringOf(config, { store, desk, net, metrics, log }),
    clock,
    rounds,
    heartbeat: config.heartbeatUrl === null ? null : { url: config.heartbeatUrl, http: net.http },
    signal: stopping.signal,
    onError: (loop, error) => {
      metrics.failed(loop);
      log.error({ loop, error: wordsOf(error) }, 'a round failed');
    },
    onSkippedBeat: (why) => log.error({ why }, 'no heartbeat was sent'),
  });
  const answering = await answer({
    ...{ config, store, desk, clock, metrics, rounds, net, assets, watch, deciding },
    facts: loops.facts,
    replay: null,
    fault: (error) => log.error({ error: wordsOf(error) }, 'a request failed'),
  });
  const stop = async (): Promise<void> => {
    stopping.abort();
    if (!isRefusal(answering)) await answering.close();
    // What is under way may end by itself; a far side that is silent is not waited for, and its notice is sent again later.
    const ended = new AbortController();
    void loops.ended.then(() => ended.abort());
    await clock.wait(stopGraceMs, ended.signal);
    await Promise.all([net.http.close(), net.smtp.close()]);
    await loops.ended;
    await database.close();
  };
  let stopped: Promise<void> | null = null;
  const stopOnce = (): Promise<void> => {
    stopped ??= stop();
    return stopped;
  };
  if (isRefusal(answering)) {
    await stopOnce();
    return answering;
  }
  return { url: answering.url, broken: brokenOf(database, clock, stopping.signal, log), stop: stopOnce };
}
