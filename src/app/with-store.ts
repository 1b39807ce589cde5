/** Runs one command on the store, beside a running desk where there is one, and closes all of it again. */
import { isRefusal } from '../core/refusal.ts';
import type { Store } from '../store/open.ts';
import { openWhole, type Role } from './database.ts';
import { type CommandContext, exit } from './line/command.ts';

export async function withStore(
  context: CommandContext,
  what: string,
  work: (store: Store) => Promise<number>,
  role: Role = 'guest',
): Promise<number> {
  const { config, clock, stderr } = context;
  const opened = await openWhole(config, clock, role, what, (error) =>
    stderr(`tocsin: the database: ${error.message}\n`),
  );
  if (isRefusal(opened)) {
    stderr(`tocsin: ${opened.refused}\n`);
    return exit.notStarted;
  }
  try {
    return await work(opened.store);
  } finally {
    await opened.database.close();
  }
}
