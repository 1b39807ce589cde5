/** backup and restore: the whole house in one file, without the master key. */
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { loadMasterKey } from '../../seal/master-key.ts';
import type { BackupSummary, Progress } from '../../store/backup/backup.ts';
import { backupToFile, restoreFromFile } from '../../store/backup/file.ts';
import { endSessions } from '../../store/operators.ts';
import { type Database, openDatabase, type Role } from '../database.ts';
import { type Command, type CommandContext, exit } from '../line/command.ts';
import { randomBytes } from '../random.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  takes: [1, 1],
  help: 'Writes everything but the master key into one file, as of one moment, while the desk goes on.',
  example: 'backup tocsin-2026-03-02.backup',
  config: true,
  run: (context) =>
    withDatabase(context, 'guest', 'backup', async ({ pool }) => {
      const path = context.path(context.args[0] ?? '');
      const summary = await backupToFile(pool, path, { createdAt: context.clock.now(), progress: progressOf(context) });
      return told(
        context,
        summary,
        'Written. Keep the master key apart from it: without the key nothing about people can be read.',
      );
    }),
};

export const restore: Command = {
  name: 'restore',
  usage: 'FILE',
  takes: [1, 1],
  help: 'Loads a backup into an empty database, all of it or nothing; the desk must not be running.',
  example: 'restore tocsin-2026-03-02.backup',
  options: { replace: { type: 'boolean', help: 'Replaces what the database holds now.' } },
  config: true,
  run: (context) =>
    withDatabase(context, 'alone', 'restore', async ({ pool }) => {
      const { config, flags } = context;
      // A key that is there must fit; one that is not there yet may be put in place afterwards.
      const master = loadMasterKey({ key: config.key, file: config.keyFile, create: false, random: randomBytes });
      const options = {
        replace: flags['replace'] === true,
        progress: progressOf(context),
        ...(isRefusal(master) ? {} : { key: master.fingerprint }),
      };
      const summary = await restoreFromFile(pool, context.path(context.args[0] ?? ''), options);
      if (!isRefusal(summary)) await endSessions(pool);
      const next = isRefusal(master)
        ? `Now put the master key into ${config.keyFile} before you start the desk.`
        : 'The desk may be started. Tokens revoked after the backup was made work again: ./run token list shows them.';
      return told(context, summary, next);
    }),
};

async function withDatabase(
  context: CommandContext,
  role: Role,
  what: string,
  work: (database: Database) => Promise<number>,
): Promise<number> {
  const { config, clock, stderr } = context;
  const database = await openDatabase(config, clock, role, what, (error) =>
    stderr(`tocsin: the database: ${error.message}\n`),
  );
  if (isRefusal(database)) {
    stderr(`tocsin: ${database.refused}\n`);
    return exit.notStarted;
  }
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function progressOf({ stderr }: CommandContext): (progress: Progress) => void {
  let last = '';
  return ({ table, bytes }) => {
    if (table !== last) stderr(`${table} … ${(bytes / 2 ** 20).toFixed(1)} MiB so far\n`);
    last = table;
  };
}

function told({ stdout, stderr }: CommandContext, summary: BackupSummary | Refusal, next: string): number {
  if (isRefusal(summary)) {
    stderr(`tocsin: ${summary.refused}\n`);
    return exit.refused;
  }
  stdout(`${summary.tables} tables, ${summary.rows} rows, sha-256 ${summary.hash}\n`);
  stderr(`${next}\n`);
  return exit.done;
}
