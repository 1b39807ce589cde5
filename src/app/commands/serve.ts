/** serve: the desk itself. Its first line on standard output is the address; the log goes to standard error. */
import { isRefusal } from '../../core/refusal.ts';
import { type Command, exit } from '../line/command.ts';
import { createLog } from '../log.ts';
import { untilStopped } from '../until-stopped.ts';
import { startDesk } from '../wire.ts';

export const serve: Command = {
  name: 'serve',
  usage: '',
  takes: [0, 0],
  help: 'Starts the live desk and goes on until it is stopped (Ctrl-C or SIGTERM).',
  example: 'serve --port 8081',
  config: true,
  async run({ config, clock, signal, stdout, stderr }) {
    const desk = await startDesk(config, clock, createLog(config));
    if (isRefusal(desk)) {
      stderr(`tocsin: ${desk.refused}\n`);
      return exit.notStarted;
    }
    stdout(`Tocsin answers at ${desk.url}\n`);
    if (config.smtpUrl === null) stderr('No mail relay is set (TOCSIN_SMTP_URL): notices by mail wait until one is.\n');
    stderr(
      'It listens on this machine only, since it can’t tell yet who is asking. Writing needs a token: ./run token add NAME\n',
    );
    return untilStopped(desk, signal, stderr);
  },
};
