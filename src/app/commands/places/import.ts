/** places import: gates, offices, shelters and meeting points of the operator's own. */
import { importPlaces, readPlaces } from '../../../gather/places.ts';
import { type Command, exit } from '../../line/command.ts';
import { readInput } from '../../line/input.ts';
import { withStore } from '../../with-store.ts';

export const placesImport: Command = {
  name: 'places import',
  usage: 'LIST.csv',
  takes: [1, 1],
  help: 'Lists the desk’s own places of a CSV file or changes those already listed; bad rows are named by line and left out.',
  example: 'places import places.csv',
  config: true,
  async run(context) {
    const { args, stdout, stderr } = context;
    const bytes = await readInput(context, args[0] ?? '');
    if (!bytes) return exit.usage;
    const { places, findings, rows } = readPlaces(bytes);
    for (const { severity, code, message, where } of findings)
      stderr(`${args[0]}${where.line === undefined ? '' : `:${where.line}`}: ${severity} ${code} ${message}\n`);
    if (places.length === 0 && findings.some(({ severity }) => severity === 'error'))
      return rows === 0 ? exit.usage : exit.refused;
    return withStore(context, 'places import', async (store) => {
      const saved = await importPlaces(store, places);
      const left = rows - places.length;
      stdout(
        `${rows} rows: ${saved.listed} new, ${saved.changed} changed, ${saved.unchanged} as known, ${left} left out.\n`,
      );
      return left > 0 ? exit.refused : exit.done;
    });
  },
};
