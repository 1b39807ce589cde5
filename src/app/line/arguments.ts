/** Reads a command line: which command, its arguments, its options, and the flags of the settings. */
import { parseArgs } from 'node:util';
import type { Refusal } from '../../core/refusal.ts';
import { fileFlag, flagOf, kebab, meant, settingList } from '../config.ts';
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
  // Which words are the command depends on which options take a value; so first with the options of all.
  const every: Record<string, Option> = Object.assign({}, ...commands.map((one) => one.options), everywhere);
  const all = parse(argv, every);
  const named = all.positionals.length > 0;
  if (all.values['version'] === true) return { version: true };
  if (all.values['help'] === true && !named) return { help: null };
  const words = named ? all.positionals : fallback.split(' ');
  const command = findCommand(words, commands);
  if (!command) return wrongOption(all.tokens, every, '') ?? unknownCommand(words, commands);
  if (all.values['help'] === true) return { help: command };
  const options = { ...command.options, ...everywhere };
  const { tokens, values } = parse(argv, options);
  const args = words.slice(command.name.split(' ').length);
  return (
    wrongOption(tokens, options, `${command.name} `) ??
    wrongArguments(args, command) ?? { command, args, ...sorted(values, options) }
  );
}

type Values = ReturnType<typeof parse>['values'];

function sorted(values: Values, options: Record<string, Option>): Pick<Line, 'flags' | 'settingFlags'> {
  const flags = Object.entries(options).map(([name, { type }]) => {
    const given = values[name] as string | boolean | readonly string[] | undefined;
    const value = typeof given === 'object' ? given.join(',') : given;
    return [name, value ?? (type === 'boolean' ? false : undefined)];
  });
  const settings = settingFlags().flatMap((flag) => (values[flag] === undefined ? [] : [[flag, String(values[flag])]]));
  return { flags: Object.fromEntries(flags), settingFlags: Object.fromEntries(settings) };
}

function wrongArguments(args: readonly string[], command: Command): Refusal | null {
  const [least, most] = command.takes;
  if (args.length >= least && args.length <= most) return null;
  const what = args.length < least ? 'needs more than it was given' : `can't use ${JSON.stringify(args[most])}`;
  return { refused: `${command.name} ${what}.\nusage: ${usageOf(command)}` };
}

export const usageOf = (command: Command): string => `./run ${command.name} ${command.usage}`.trim();

function parse(argv: readonly string[], options: Record<string, Option>) {
  const known = Object.fromEntries(settingFlags().map((flag) => [flag, { type: 'string' as const }]));
  for (const [name, { type, many = false }] of Object.entries(options))
    Object.assign(known, { [name]: { type, multiple: many } });
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

/** `name` is the command's, with a blank after it, or empty. */
function wrongOption(tokens: Tokens, options: Record<string, Option>, name: string): Refusal | null {
  for (const token of tokens) {
    const wrong = token.kind === 'option' ? wrongWith(token, options, name) : null;
    if (wrong) return { refused: `${wrong}\n./run ${name}--help lists the options.` };
  }
  return null;
}

function wrongWith(
  token: Extract<Tokens[number], { kind: 'option' }>,
  options: Record<string, Option>,
  command: string,
): string | null {
  const { name, rawName, value, inlineValue } = token;
  const secret = settingList.find(([one, { secret: hidden }]) => hidden && kebab(one) === name);
  if (secret) return `${rawName} is no option, because others can see the command line: set ${secret[1].env}.`;
  const known = [...Object.keys(options), ...settingFlags()].map((one) => `--${one}`);
  if (!known.includes(`--${name}`))
    return `${rawName} is no option${command && ` of ${command.trim()}`}${meant(`--${name}`, known)}.`;
  const boolean = options[name]?.type === 'boolean';
  if (boolean) return value === undefined ? null : `${rawName} takes no value.`;
  if (!value) return `${rawName} needs a value.`;
  if (inlineValue || !/^-./.test(value)) return null;
  return `${rawName} needs a value; one that begins with a dash is written ${rawName}=${value}.`;
}
