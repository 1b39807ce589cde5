/** Keeps the embedded database running under a desk, and says when the desk can't go on by itself. */
import type { Clock } from '../../core/time/time.ts';
import { second } from '../../core/time/time.ts';
import type { PostgresServer } from '../../store/server/postgres.ts';
import type { Database } from '../database.ts';
import { type Log, wordsOf } from '../log.ts';

/** How long to wait before the next try to start the database, when one has failed. */
const restartEveryMs = 10 * second;

/**
 * The embedded server is started again when it dies, for as long as it takes: a disk that is full now may have room later, and until then
 * the desk says that it is not ready. Only when the folder is lost the desk is broken.
 */
export async function brokenOf(database: Database, clock: Clock, signal: AbortSignal, log: Log): Promise<string> {
  const { server } = database;
  if (server) void keepRunning(server, clock, signal, log);
  await database.lost;
  return 'The data folder is not ours any more: another process took it, or its disk went away.';
}

async function keepRunning(server: PostgresServer, clock: Clock, signal: AbortSignal, log: Log): Promise<void> {
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
