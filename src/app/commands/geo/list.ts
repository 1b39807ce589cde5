/** geo list: what boundaries were imported, and which codes of alerts in force have none. */
import { formatInstant } from '../../../core/time/time.ts';
import { waitingCodes } from '../../../match/waiting.ts';
import { alertsAsOf } from '../../../store/as-of.ts';
import { currentRecorded } from '../../../store/facts.ts';
import { geocodeImports } from '../../../store/geocodes/tables.ts';
import { type Command, exit } from '../../line/command.ts';
import { withStore } from '../../with-store.ts';

export const geoList: Command = {
  name: 'geo list',
  usage: '',
  takes: [0, 0],
  help: 'Lists what was imported, and the codes of alerts in force that have no boundary here.',
  example: 'geo list',
  config: true,
  run: (context) =>
    withStore(context, 'geo list', async (store) => {
      const { stdout, clock } = context;
      for (const { scheme, source, edition, at, codes } of await geocodeImports(store.db, 'live'))
        stdout(`${[scheme, `${codes} codes`, source, edition, formatInstant(at)].join('\t')}\n`);
      const { seq } = await currentRecorded(store, 'live');
      const views = await alertsAsOf(store.db, 'live', { valid: clock.now(), seq });
      for (const { scheme, codes, alerts } of waitingCodes(views))
        stdout(
          `${[scheme ?? 'unknown lists', `${codes.length} without a boundary`, alerts === 1 ? '1 alert in force' : `${alerts} alerts in force`].join('\t')}\n`,
        );
      return exit.done;
    }),
};
