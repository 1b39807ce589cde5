/** watch import, erase, secret: the people the desk looks after. */
import { importPeople, readWatchList } from '../../gather/watch-list.ts';
import type { Store } from '../../store/open.ts';
import { erasePerson, personById } from '../../store/people.ts';
import { type Command, type CommandContext, exit, type Option } from '../line/command.ts';
import { readInput } from '../line/input.ts';
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
    const { people, findings, rows } = readWatchList(bytes, context.clock.now());
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

const space: Option = { type: 'string', value: 'SPACE', help: 'live (default) or drill.' };

export const watchErase: Command = {
  name: 'watch erase',
  usage: 'ID',
  takes: [1, 1],
  help: 'Takes a person off the watch list for good: their key is destroyed, so nothing about them can be read any more.',
  example: 'watch erase field-3',
  options: { space },
  config: true,
  run: (context) =>
    onPerson(context, 'watch erase', async (store, desk, ref) =>
      (await erasePerson(store, desk, ref)) ? exit.done : nobody(context),
    ),
};

export const watchSecret: Command = {
  name: 'watch secret',
  usage: 'ID',
  takes: [1, 1],
  help: 'Prints the secret that a person’s webhook verifies our signatures with (Standard Webhooks).',
  example: 'watch secret clinic-2',
  options: { space },
  config: true,
  run: (context) =>
    onPerson(context, 'watch secret', async (store, desk, ref) => {
      const id = store.sealer.personId(desk, ref);
      if (!(await personById(store, desk, id))) return nobody(context);
      context.stdout(`${store.sealer.webhookSecret(desk, id)}\n`);
      return exit.done;
    }),
};

function nobody({ stderr }: CommandContext): number {
  stderr('tocsin: nobody with this id is on the watch list.\n');
  return exit.refused;
}

/** Runs `work` on the person named, in the space named. A space misspelt is refused: the other one has other people. */
async function onPerson(
  context: CommandContext,
  what: string,
  work: (store: Store, desk: string, ref: string) => Promise<number>,
): Promise<number> {
  const { args, flags, stderr } = context;
  const desk = flags['space'] ?? 'live';
  if (desk !== 'live' && desk !== 'drill') {
    stderr('tocsin: --space is live or drill.\n');
    return exit.usage;
  }
  return withStore(context, what, (store) => work(store, desk, args[0] ?? ''));
}
