/** Reads a command line: which command, its arguments, its options, and the flags of the settings. */
import { parseArgs } from 'node:util';
import type { Refusal } from '../../core/refusal.ts';
import { fileFlag, flagOf, meant, settingList } from '../config.ts';
import type { Command, Option } from './command.ts';

export interface Line {
  readonly command: Command;
  readonly args: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly settingFlags: Readonly<Record<string, string>>;
}

/** `help` with a command is about that command; without, about all. */
export type Read = Line | { readonly help: Command | null } | { readonly version: true } | Refusal;

const everywhere: Record<string, Option> = {
  help: { type: 'boolean', help: 'Says this.' },
  version: { type: 'boolean', help: 'Prints the version.' },
};

const settingFlags = (): string[] => [...settingList.flatMap(([name]) => flagOf(name) ?? []), fileFlag];

/** `fallback` is the name of the command that runs when none is named. */
export function readLine(line: readonly string[], commands: readonly Command[], fallback: string): Read {
  const argv = line[0] === 'help' ? [...line.slice(1), '--help'] : line;
  // Which options there are depends on the command, and which words are the command on the options: so all of them first.
  const all = parse(argv, Object.assign({}, ...commands.map((one) => one.options), everywhere));
  const words = all.positionals.length === 0 ? fallback.split(' ') : all.positionals;
  const command = findCommand(words, commands);
  if (!command) {
    if (all.values['version'] === true && all.positionals.length === 0) return { version: true };
    if (all.values['help'] === true && all.positionals.length === 0) return { help: null };
    return unknownCommand(words, commands);
  }
  if (all.values['version'] === true) return { version: true };
  if (all.values['help'] === true) return { help: all.positionals.length === 0 ? null : command };
  const options = { ...command.options, ...everywhere };
  const { tokens, values } = parse(argv, options);
  const refusal = wrongOption(tokens, options, command);
  if (refusal) return refusal;
  const args = words.slice(command.name.split(' ').length);
  const [least, most] = command.takes;
  if (args.length < least || args.length > most) {
    const what = args.length < least ? 'needs more than it was given' : `can't use ${JSON.stringify(args[most])}`;
    return { refused: `${command.name} ${what}.\nusage: ${usageOf(command)}` };
  }
  const given = Object.entries(values);
  return {
    command,
    args,
    flags: Object.fromEntries(
      Object.entries(options).map(([name, { type }]) => [
        name,
        values[name] ?? (type === 'boolean' ? false : undefined),
      ]),
    ),
    settingFlags: Object.fromEntries(
      given.filter(([name]) => settingFlags().includes(name)).map(([name, value]) => [name, String(value)]),
    ),
  };
}

export const usageOf = (command: Command): string => `./run ${command.name} ${command.usage}`.trim();

function parse(argv: readonly string[], options: Record<string, Option>) {
  const known = Object.fromEntries(settingFlags().map((flag) => [flag, { type: 'string' as const }]));
  for (const [name, { type }] of Object.entries(options)) Object.assign(known, { [name]: { type } });
  Object.assign(known, { help: { type: 'boolean', short: 'h' } });
  return parseArgs({ args: [...argv], options: known, strict: false, tokens: true, allowPositionals: true });
}

/** The longest name that the words begin with. */
function findCommand(words: readonly string[], commands: readonly Command[]): Command | undefined {
  const named = (name: string): boolean => name.split(' ').every((word, i) => words[i] === word);
  return commands.filter(({ name }) => named(name)).sort((a, b) => b.name.length - a.name.length)[0];
}

function unknownCommand(words: readonly string[], commands: readonly Command[]): Refusal {
  const names = commands.map(({ name }) => name);
  const family = names.filter((name) => name.startsWith(`${words[0]} `));
  const hint =
    family.length > 0 ? ` (${words[0]} is followed by ${family.map((name) => name.split(' ')[1]).join(', ')})` : '';
  const two = meant(words.slice(0, 2).join(' '), names);
  return {
    refused: `${JSON.stringify(words.slice(0, 2).join(' '))} is no command${hint || two || meant(words[0] ?? '', names)}.\n./run --help lists them.`,
  };
}

type Tokens = ReturnType<typeof parse>['tokens'];

function wrongOption(tokens: Tokens, options: Record<string, Option>, command: Command): Refusal | null {
  const known = [...Object.keys(options), ...settingFlags()];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const more = `\n./run ${command.name} --help lists the options.`;
    if (!known.includes(token.name))
      return { refused: `${token.rawName} is no option of ${command.name}${near(token.name, known)}.${more}` };
    const boolean = options[token.name]?.type === 'boolean';
    if (boolean && token.value !== undefined) return { refused: `${token.rawName} takes no value.${more}` };
    if (!boolean && !token.value) return { refused: `${token.rawName} needs a value.${more}` };
    if (!boolean && !token.inlineValue && /^-./.test(token.value ?? ''))
      return {
        refused: `${token.rawName} needs a value; one that begins with a dash is written ${token.rawName}=${token.value}.${more}`,
      };
  }
  return null;
}

const near = (name: string, known: readonly string[]): string =>
  meant(
    `--${name}`,
    known.map((one) => `--${one}`),
  );
