/** What a command is, what it is given, and the codes it may end with. */
import type { Clock } from '../../core/time/time.ts';
import type { Config, ConfigReading } from '../config.ts';

/** The exit codes, documented in every help. */
export const exit = {
  done: 0,
  /** Findings of severity error, or a refusal. */
  refused: 1,
  /** Wrong usage, a setting that can't be used, or an input that can't be read to its end. */
  usage: 2,
  /** The data folder is held by another Tocsin, the database or the key is out of reach. */
  notStarted: 3,
  /** A bug; standard error has what to report. */
  bug: 70,
  /** Stopped by SIGINT before it was done; what was finished stays. */
  interrupted: 130,
} as const;

export const exitCodes: readonly (readonly [number, string])[] = [
  [exit.done, 'done'],
  [exit.refused, 'done, with errors found in the input; or refused, with the reason on standard error'],
  [exit.usage, 'wrong usage, a setting that can not be used, or an input that can not be read to its end'],
  [exit.notStarted, 'could not start: the data folder is in use, the database or the key is out of reach'],
  [exit.bug, 'a bug in Tocsin; standard error has what to report'],
  [exit.interrupted, 'stopped by Ctrl-C before it was done; what was finished stays'],
];

export interface Option {
  readonly type: 'boolean' | 'string';
  /** Stands for the value in help; only of a string. */
  readonly value?: string;
  /** May be given several times; the values are handed over with commas between. Only of a string. */
  readonly many?: true;
  readonly help: string;
}

/** What every command is given. */
export interface BareContext {
  /** What stands after the command's name. */
  readonly args: readonly string[];
  /** The command's own options; a boolean that was not given is false. */
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly reading: ConfigReading;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** What was piped in, at most so many bytes of it; without `atMost` all. */
  readonly stdin: (atMost?: number) => Promise<Uint8Array>;
  /** The absolute path of a file named on the command line. */
  readonly path: (named: string) => string;
  readonly clock: Clock;
  /** Aborted when the process is asked to stop. */
  readonly signal: AbortSignal;
}

export interface CommandContext extends BareContext {
  readonly config: Config;
}

interface About {
  /** One or two words: `serve`, `watch import`. */
  readonly name: string;
  /** What stands after the name, such as `FILE…`; empty when nothing may. */
  readonly usage: string;
  /** Fewest and most arguments. */
  readonly takes: readonly [least: number, most: number];
  /** One sentence. */
  readonly help: string;
  /** One line as somebody would type it after `./run `. */
  readonly example: string;
  readonly options?: Readonly<Record<string, Option>>;
}

/** `config: true`: the command runs only when all settings can be used, and is given them. */
export type Command = About &
  (
    | { readonly config: true; run(context: CommandContext): Promise<number> }
    | { readonly config: false; run(context: BareContext): Promise<number> }
  );
