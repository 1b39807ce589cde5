/** confirm: a named operator vouches for an alert, so that it may tell people. */
import { confirmAlert } from '../../gather/confirm.ts';
import { listTokens } from '../../store/operators.ts';
import { type Command, exit } from '../line/command.ts';
import { withStore } from '../with-store.ts';

export const confirm: Command = {
  name: 'confirm',
  usage: 'ALERT-ID',
  takes: [1, 1],
  help: 'Vouches for an alert in an operator’s name; from then on it tells the people in its area.',
  example: 'confirm a-0f3c5e7d9b1a2c4e --by Ana',
  options: { by: { type: 'string', value: 'NAME', help: 'An operator with a token in use; it stands in the record.' } },
  config: true,
  run: (context) =>
    withStore(context, 'confirm', async (store) => {
      const { args, flags, stdout, stderr } = context;
      const by = typeof flags['by'] === 'string' ? flags['by'] : '';
      const operators = (await listTokens(store)).filter(({ revokedAt }) => revokedAt === null).map(({ name }) => name);
      if (!operators.includes(by)) {
        stderr(
          `tocsin: ${by === '' ? '--by is missing' : `no operator named ${by} has a token in use`}; ./run token list shows who has.\n`,
        );
        return exit.usage;
      }
      const id = args[0] ?? '';
      const view = await confirmAlert(store, 'live', id, by);
      if (!view) {
        stderr(`tocsin: there is no alert ${id}; the desk’s page and GET /api/v1/alerts list them.\n`);
        return exit.refused;
      }
      stdout(
        `${id}: ${view.state}, confirmed by ${view.confirmedBy}. A running desk tells people now; otherwise the next start does.\n`,
      );
      return exit.done;
    }),
};
