/** watch import, erase, secret: the people the desk looks after. */
import { readFile } from 'node:fs/promises';
import { importPeople, readWatchList } from '../../gather/watch-list.ts';
import { erasePerson } from '../../store/people.ts';
import { type Command, type CommandContext, exit } from '../line/command.ts';
import { withStore } from '../with-store.ts';

export const watchImport: Command = {
  name: 'watch import',
  usage: 'LIST.csv',
  takes: [1, 1],
  help: 'Lists the people of a CSV file or changes those already listed; bad rows are named by line and left out.',
  example: 'watch import people.csv',
  config: true,
  async run(context) {
    const { args, stdout, stderr } = context;
    const bytes = await readInput(context, args[0] ?? '');
    if (!bytes) return exit.usage;
    const { people, findings, rows } = readWatchList(bytes);
    for (const { severity, code, message, where } of findings)
      stderr(`${args[0]}${where.line === undefined ? '' : `:${where.line}`}: ${severity} ${code} ${message}\n`);
    if (people.length === 0 && findings.some(({ severity }) => severity === 'error'))
      return rows === 0 ? exit.usage : exit.refused;
    return withStore(context, 'watch import', async (store) => {
      const progress = (done: number): void => stderr(`${done} of ${people.length} people\n`);
      const saved = await importPeople(store, people, progress);
      const left = rows - people.length;
      stdout(
        `${rows} rows: ${saved.listed} new, ${saved.changed} changed, ${saved.unchanged} as known, ${left} left out.\n`,
      );
      return left > 0 ? exit.refused : exit.done;
    });
  },
};

export const watchErase: Command = {
  name: 'watch erase',
  usage: 'ID',
  takes: [1, 1],
  help: 'Takes a person off the watch list for good: their key is destroyed, so nothing about them can be read any more.',
  example: 'watch erase field-3',
  options: { space: { type: 'string', value: 'SPACE', help: 'live (default) or drill.' } },
  config: true,
  run: (context) =>
    withStore(context, 'watch erase', async (store) => {
      const [ref = ''] = context.args;
      if (await erasePerson(store, spaceOf(context), ref)) return exit.done;
      context.stderr('tocsin: nobody with this id is on the watch list.\n');
      return exit.refused;
    }),
};

export const watchSecret: Command = {
  name: 'watch secret',
  usage: 'ID',
  takes: [1, 1],
  help: 'Prints the secret that a person’s webhook verifies our signatures with (Standard Webhooks).',
  example: 'watch secret clinic-2',
  options: { space: { type: 'string', value: 'SPACE', help: 'live (default) or drill.' } },
  config: true,
  run: (context) =>
    withStore(context, 'watch secret', async (store) => {
      const desk = spaceOf(context);
      context.stdout(`${store.sealer.webhookSecret(desk, store.sealer.personId(desk, context.args[0] ?? ''))}\n`);
      return exit.done;
    }),
};

const spaceOf = ({ flags }: CommandContext): string => (flags['space'] === 'drill' ? 'drill' : 'live');

async function readInput(context: CommandContext, file: string): Promise<Uint8Array | null> {
  try {
    return file === '-' ? await context.stdin() : await readFile(context.path(file));
  } catch (error) {
    context.stderr(`tocsin: ${file} can’t be read: ${(error as NodeJS.ErrnoException).code ?? error}.\n`);
    return null;
  }
}
