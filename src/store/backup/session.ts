/** One connection for one piece of work, and what becomes of its failures. */
import type pg from 'pg';
import { isRefusal, type Refusal } from '../../core/refusal.ts';

/**
 * Runs `work` on a connection of its own. After a refusal or a failure the connection is closed, which undoes whatever was
 * begun on it. `refused` makes the sentence from the reason; bugs are thrown on.
 */
export async function onOneConnection<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T | Refusal>,
  refused: (why: string) => string,
): Promise<T | Refusal> {
  let client: pg.PoolClient | null = null;
  let failed = true;
  // A connection that breaks says so to whoever listens, or ends the process; the query under way fails anyway.
  const ignore = (): void => {};
  try {
    client = await pool.connect();
    client.on('error', ignore);
    const outcome = await work(client);
    failed = isRefusal(outcome);
    return outcome;
  } catch (error) {
    const why = whyFailed(error);
    if (why === null) throw error;
    return { refused: refused(why) };
  } finally {
    client?.off('error', ignore);
    client?.release(failed);
  }
}

/** null when it looks like a bug. PostgreSQL's own message is left out: it can quote the values of a row. */
function whyFailed(error: unknown): string | null {
  const { code, syscall, severity, message } = error as NodeJS.ErrnoException & { severity?: string };
  if (severity !== undefined)
    return code === '55P03' ? 'the database is in use, stop the desk that runs on it' : `PostgreSQL answered ${code}`;
  if (syscall !== undefined || code === 'ERR_STREAM_PREMATURE_CLOSE') return message;
  return /^Connection terminated|^timeout exceeded|not queryable$/.test(message) ? 'the database went away' : null;
}
