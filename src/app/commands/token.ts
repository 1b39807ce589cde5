/** token add, list, revoke: who may write to the desk. */
import { isRefusal } from '../../core/refusal.ts';
import { formatInstant } from '../../core/time/time.ts';
import { newToken } from '../../seal/tokens.ts';
import { addToken, listTokens, revokeToken } from '../../store/operators.ts';
import { type Command, exit } from '../line/command.ts';
import { randomBytes } from '../random.ts';
import { withStore } from '../with-store.ts';

export const tokenAdd: Command = {
  name: 'token add',
  usage: 'NAME',
  takes: [1, 1],
  help: 'Makes a token for one operator and prints it once; only a hash of it is kept.',
  example: 'token add Ana',
  config: true,
  run: (context) =>
    withStore(context, 'token add', async (store) => {
      const token = newToken(randomBytes);
      const refusal = await addToken(store, context.args[0] ?? '', token);
      if (isRefusal(refusal)) {
        context.stderr(`tocsin: ${refusal.refused}\n`);
        return exit.refused;
      }
      context.stdout(`${token}\n`);
      context.stderr(
        'Give it to nobody else; it is not shown again. It goes into the header “Authorization: Bearer …” or the sign-in page.\n',
      );
      return exit.done;
    }),
};

export const tokenList: Command = {
  name: 'token list',
  usage: '',
  takes: [0, 0],
  help: 'Lists the operators that have or had a token.',
  example: 'token list',
  config: true,
  run: (context) =>
    withStore(context, 'token list', async (store) => {
      for (const { name, addedAt, revokedAt } of await listTokens(store))
        context.stdout(
          `${name}\tadded ${formatInstant(addedAt)}\t${revokedAt === null ? 'in use' : `revoked ${formatInstant(revokedAt)}`}\n`,
        );
      return exit.done;
    }),
};

export const tokenRevoke: Command = {
  name: 'token revoke',
  usage: 'NAME',
  takes: [1, 1],
  help: 'Ends an operator’s token and every session opened with it.',
  example: 'token revoke Ana',
  config: true,
  run: (context) =>
    withStore(context, 'token revoke', async (store) => {
      const name = context.args[0] ?? '';
      if (await revokeToken(store, name)) return exit.done;
      context.stderr(`tocsin: nobody named ${name} has a token in use; ./run token list shows who has.\n`);
      return exit.refused;
    }),
};
