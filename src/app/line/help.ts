/** What --help says: of all commands, and of one. */

import { columns, settingsHelp } from '../settings/text.ts';
import { usageOf } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';

const codes = (): string => columns(exitCodes.map(([code, meaning]) => [String(code), meaning]));

export function helpOfAll(commands: readonly Command[]): string {
  return `Tocsin, a self-hosted warning desk.

usage: ./run [COMMAND] [ARGUMENTS] [SETTINGS]
Without a command it replays a story, as an exercise; serve is the live desk. ./run COMMAND --help says more of one.

Commands
${columns(commands.map((one) => [`${one.name} ${one.usage}`.trim(), one.help]))}

Examples
${commands.map((one) => `  ./run ${one.example}`).join('\n')}

Settings: a flag goes before the environment, the environment before the file, the file before the default
${settingsHelp()}

Exit codes
${codes()}
`;
}

export function helpOf(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(([name, { value, help }]): [string, string] => [
    value === undefined ? `--${name}` : `--${name} ${value}`,
    help,
  ]);
  return `usage: ${usageOf(command)}
${command.help}

Example
  ./run ${command.example}
${options.length === 0 ? '' : `\nOptions\n${columns(options)}\n`}
Exit codes
${codes()}

Every setting can be given too; ./run --help lists them.
`;
}
