/** config check: what every setting is, where it comes from, and what is wrong with it. */
import { type Command, exit } from '../line/command.ts';
import { settingsNow } from '../settings/text.ts';

export const configCheck: Command = {
  name: 'config check',
  usage: '',
  takes: [0, 0],
  help: 'Shows every setting with its origin, and what is wrong with it; secrets show as set or not set.',
  example: 'config check --port 8081',
  config: false,
  run({ reading, stdout }) {
    for (const { severity, code, message } of reading.findings) stdout(`${severity} ${code} ${message}\n`);
    if (reading.config === null) return Promise.resolve(exit.refused);
    stdout(`${settingsNow(reading)}\n`);
    return Promise.resolve(exit.done);
  },
};
