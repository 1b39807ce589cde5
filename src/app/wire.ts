/** Puts a running desk together: store, loops, net and pages, each given what it needs. Nothing is decided here. */
import { join } from 'node:path';
import type { Logger } from 'pino';
import { isRefusal, type Refusal } from '../core/refusal.ts';
import { type Clock, second } from '../core/time/time.ts';
import { watchListOf } from '../decide/watch-list.ts';
import type { Rules } from '../match/match.ts';
import { createBreaker } from '../notify/breaker.ts';
import type { Delivering } from '../notify/deliver.ts';
import type { PostgresServer } from '../store/server/postgres.ts';
import { loadAssets } from '../web/assets.ts';
import { listen, loopbackHosts } from '../web/server.ts';
import { createWeb } from '../web/web.ts';
import type { Config } from './config.ts';
import { type Database, openWhole } from './database.ts';
import { startLoops } from './desk/loops.ts';
import { createMetrics, type Metrics } from './desk/metrics.ts';
import { type Net, netOf } from './desk/net.ts';
import { createRounds } from './desk/rounds.ts';
import { webDeps } from './desk/web-deps.ts';
import { randomFraction } from './random.ts';
import { rootFolder } from './root.ts';

export const desk = 'live';
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
export async function startDesk(config: Config, clock: Clock, log: Logger): Promise<RunningDesk | Refusal> {
  const assets = await loadAssets(join(rootFolder(), 'assets', 'fonts'));
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
    delivering: deliveringOf(config, { store, net, metrics, log }),
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
  let port = config.port;
  const deps = webDeps({
    config,
    store,
    desk,
    clock,
    metrics,
    rounds,
    net,
    facts: loops.facts,
    assets,
    watch,
    deciding,
    hosts: () => loopbackHosts(port),
    fault: (error) => log.error({ error: wordsOf(error) }, 'a request failed'),
  });
  const stop = async (): Promise<void> => {
    stopping.abort();
    await listening?.close();
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
  let listening: Awaited<ReturnType<typeof listen>> | null = null;
  try {
    listening = await listen(createWeb(deps), { host: config.listen, port: config.port });
  } catch (error) {
    await stopOnce();
    return { refused: cannotListen(config, error as NodeJS.ErrnoException) };
  }
  port = listening.port;
  const host = config.listen.includes(':') ? `[${config.listen}]` : config.listen;
  return { url: `http://${host}:${port}`, broken: brokenOf(database, clock, stopping.signal, log), stop: stopOnce };
}

/** Errors from below may quote what they were given; only our own words and the place go to the log. */
export const wordsOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

function cannotListen({ listen: host, port }: Config, { code }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use by another program; choose another with --port or TOCSIN_PORT.`;
  if (code === 'EACCES')
    return `This user may not listen on port ${port}; choose one above 1023 with --port or TOCSIN_PORT.`;
  return `The desk can’t listen on ${host}, port ${port}: ${code}.`;
}

const rulesOf = (config: Config): Rules => ({ tellHours: config.tellHours, positionHours: config.positionHours });

const deskChannels = (config: Config): string[] => (config.deskEmail === null ? [] : ['mail']);

function deliveringOf(
  config: Config,
  parts: { store: Delivering['store']; net: Net; metrics: Metrics; log: Logger },
): Delivering {
  const { store, net, metrics, log } = parts;
  return {
    store,
    desk,
    deskName: config.deskName,
    rules: rulesOf(config),
    deskAddresses: config.deskEmail === null ? {} : { mail: config.deskEmail },
    deskChannels: deskChannels(config),
    settings: { mail: { from: config.mailFrom } },
    http: net.http,
    smtp: net.smtp,
    breaker: createBreaker(),
    random: randomFraction,
    onBug: (error) => log.error({ error: wordsOf(error) }, 'a notice could not be prepared'),
    observe: metrics.attempted,
  };
}

/** How long to wait before the next try to start the database, when one has failed. */
const restartEveryMs = 10 * second;

/**
 * The embedded server is started again when it dies, for as long as it takes: a disk that is full now may have room later, and until then
 * the desk says that it is not ready. Only when the folder is lost the desk is broken.
 */
async function brokenOf(database: Database, clock: Clock, signal: AbortSignal, log: Logger): Promise<string> {
  const { server } = database;
  if (server) void keepRunning(server, clock, signal, log);
  await database.lost;
  return 'The data folder is not ours any more: another process took it, or its disk went away.';
}

async function keepRunning(server: PostgresServer, clock: Clock, signal: AbortSignal, log: Logger): Promise<void> {
  while (!signal.aborted) {
    const { wanted, words } = await server.exited;
    if (wanted || signal.aborted) return;
    log.error({ words }, 'the database server ended by itself; starting it again');
    for (let refusal = await restart(server); refusal && !signal.aborted; refusal = await restart(server)) {
      log.error({ refusal }, 'the database server could not be started; trying again');
      await clock.wait(restartEveryMs, signal);
    }
  }
}

/** A failure of the disk is a refusal like any other: the next try may fare better. */
const restart = (server: PostgresServer): Promise<string | null> =>
  server.restart().then(
    (refusal) => refusal?.refused ?? null,
    (error: unknown) => wordsOf(error),
  );
