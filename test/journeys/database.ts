/** Which database a journey's desk runs on. */
import { describe, inject } from 'vitest';
import { freshDatabase } from '../database.ts';

/**
 * In the project journey-debian a database of Debian's for one desk, as settings; elsewhere nothing, and the desk has its own. Where
 * Debian's is not installed the whole file is skipped, by `describeJourney`.
 */
export async function databaseSettings(): Promise<{ readonly DATABASE_URL?: string }> {
  const server = inject('testServer');
  return server === undefined || 'absent' in server ? {} : { DATABASE_URL: (await freshDatabase()).url };
}

/** `describe`, or a skip that says why. */
export function describeJourney(name: string, body: () => void): void {
  const server = inject('testServer');
  if (server !== undefined && 'absent' in server) describe.skip(`${name} (skipped: ${server.absent})`, body);
  else describe(name, body);
}
