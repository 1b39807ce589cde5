/** serve: the desk itself. Its first line on standard output is the address; the log goes to standard error. */
import pino from 'pino';
import { isRefusal } from '../../core/refusal.ts';
import { type Command, exit } from '../line/command.ts';
import { startDesk } from '../wire.ts';

export const serve: Command = {
  name: 'serve',
  usage: '',
  takes: [0, 0],
  help: 'Starts the desk and goes on until it is stopped (Ctrl-C or SIGTERM).',
  example: 'serve --port 8081',
  config: true,
  async run({ config, clock, signal, stdout, stderr }) {
    const log = pino(
      { level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
      pino.destination({ dest: 2, sync: true }),
    );
    const desk = await startDesk(config, clock, log);
    if (isRefusal(desk)) {
      stderr(`tocsin: ${desk.refused}\n`);
      return exit.notStarted;
    }
    stdout(`Tocsin answers at ${desk.url}\n`);
    if (config.smtpUrl === null) stderr('No mail relay is set (TOCSIN_SMTP_URL): notices by mail wait until one is.\n');
    stderr(
      'It listens on this machine only, since it can’t tell yet who is asking. Writing needs a token: ./run token add NAME\n',
    );
    const asked = new Promise<null>((resolve) => {
      if (signal.aborted) resolve(null);
      signal.addEventListener('abort', () => resolve(null), { once: true });
    });
    const why = await Promise.race([asked, desk.broken]);
    if (why !== null) stderr(`tocsin: ${why}\n`);
    await desk.stop();
    return why === null ? exit.done : exit.notStarted;
  },
};
