/** The command line: the table of commands, and how one is found and run. A new command is a file and a line here. */
import type { Refusal } from '../core/refusal.ts';
import { isRefusal } from '../core/refusal.ts';
import type { Clock } from '../core/time/time.ts';
import { backup, restore } from './commands/backup.ts';
import { check } from './commands/check.ts';
import { configCheck } from './commands/config-check.ts';
import { confirm } from './commands/confirm.ts';
import { geoImport } from './commands/geo/import.ts';
import { geoList } from './commands/geo/list.ts';
import { placesImport } from './commands/places/import.ts';
import { placesList, placesRemove } from './commands/places/list.ts';
import { read } from './commands/read.ts';
import { replay } from './commands/replay.ts';
import { serve } from './commands/serve.ts';
import { tokenAdd, tokenList, tokenRevoke } from './commands/token.ts';
import { version, versionLine } from './commands/version.ts';
import { watchErase, watchImport, watchSecret } from './commands/watch.ts';
import { who } from './commands/who.ts';
import { readConfig } from './config.ts';
import { readLine } from './line/arguments.ts';
import { type Command, exit } from './line/command.ts';
import { helpOf, helpOfAll } from './line/help.ts';

export const commands: readonly Command[] = [
  replay,
  serve,
  check,
  who,
  read,
  watchImport,
  watchErase,
  watchSecret,
  confirm,
  geoImport,
  geoList,
  placesImport,
  placesList,
  placesRemove,
  tokenAdd,
  tokenList,
  tokenRevoke,
  backup,
  restore,
  configCheck,
  version,
];

/** What runs when no command is named. */
const fallback = 'replay';

/** The process as the command line sees it, so that tests can stand in for it. */
export interface Surroundings {
  /** Without node and the script. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of Tocsin, from which default paths start. */
  readonly home: string;
  readonly resolve: (base: string, path: string) => string;
  readonly readFile: (path: string) => string | Refusal;
  readonly stdin: (atMost?: number) => Promise<Uint8Array>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Runs one command line and gives the exit code. Throws only for bugs. */
export async function runCommandLine(around: Surroundings, table: readonly Command[] = commands): Promise<number> {
  const { stdout, stderr, env, home } = around;
  const line = readLine(around.argv, table, fallback);
  if (isRefusal(line)) {
    stderr(`tocsin: ${line.refused}\n`);
    return exit.usage;
  }
  if ('version' in line) {
    stdout(versionLine);
    return exit.done;
  }
  if ('help' in line) {
    stdout(line.help === null ? helpOfAll(table) : helpOf(line.help));
    return exit.done;
  }
  const here = env['TOCSIN_CALLED_FROM'] ?? home;
  const reading = readConfig({ flags: line.settingFlags, env, readFile: around.readFile, home, here });
  const context = {
    ...{ args: line.args, flags: line.flags, reading, stdout, stderr },
    ...{ stdin: around.stdin, clock: around.clock, signal: around.signal },
    path: (named: string) => around.resolve(here, named),
  };
  if (!line.command.config) return line.command.run(context);
  for (const { severity, message } of reading.findings) stderr(`tocsin: ${severity}: ${message}\n`);
  if (reading.config !== null) return line.command.run({ ...context, config: reading.config });
  stderr('tocsin: nothing was started. Correct the settings above; ./run config check shows them all.\n');
  return exit.usage;
}
