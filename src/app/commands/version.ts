/** version: which Tocsin this is. */
import packageFile from '../../../package.json' with { type: 'json' };
import { type Command, exit } from '../line/command.ts';

export const versionLine = `tocsin ${packageFile.version}\n`;

export const version: Command = {
  name: 'version',
  usage: '',
  takes: [0, 0],
  help: 'Prints the version.',
  example: 'version',
  config: false,
  run({ stdout }) {
    stdout(versionLine);
    return Promise.resolve(exit.done);
  },
};
