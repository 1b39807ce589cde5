/** The table of settings as text: for --help, for `config check`, and for docs/settings.md. */
import { type ConfigReading, fileEnv, fileFlag, flagOf, settingList } from '../config.ts';

const fileHelp = 'A JSON file of settings, such as {"port": 8081}; it may hold secrets, so let only yourself read it.';

/** Two columns, the first as wide as its longest entry and indented by two. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd()).join('\n');
}

export function settingsHelp(): string {
  const entry = (names: string, help: string): string => `  ${names}\n      ${help}`;
  const entries = settingList.map(([name, one]) => {
    const flag = flagOf(name);
    const names = flag === null ? one.env : `--${flag} ${one.kind.name}, ${one.env}`;
    return entry(`${names} (${one.default ?? `not set: ${one.unset}`})`, one.help);
  });
  return [...entries, entry(`--${fileFlag} PATH, ${fileEnv} (not set)`, fileHelp)].join('\n');
}

/** What holds now and where each value comes from. Secrets show as `set` or `not set`. */
export function settingsNow({ config, origins }: ConfigReading): string {
  if (config === null) return '';
  const rows = settingList.map(([name, one]): [string, string] => {
    const value = config[name] as unknown;
    if (value === null) return [one.env, `not set: ${one.unset}`];
    return [one.env, `${one.secret ? 'set' : one.kind.show(value)} (${origins[name]})`];
  });
  return columns(rows);
}

/** The whole of docs/settings.md. */
export function settingsMarkdown(): string {
  const rows = settingList.map(([name, one]) => {
    const flag = flagOf(name);
    const cells = [
      `\`${one.env}\`${one.secret ? ' (secret)' : ''}`,
      flag === null ? '' : `\`--${flag}\``,
      `\`${name}\``,
      one.default === null ? `not set: ${one.unset}` : `\`${one.default}\``,
      one.help,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `# Settings

<!-- Made from the table in src/app/config.ts by scripts/settings-doc.ts; do not edit. -->

A flag goes before the environment, the environment before the file, the file before the default. Secrets have no flag,
because other users of a machine see the flags of a process. Paths in flags and the environment start from the folder you
stand in, paths in the file from the file's folder, defaults from the folder of \`./run\`. \`./run config check\` shows
what holds and where it comes from; it never prints a secret.

| environment | flag | in the file | default | what it is |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
| \`${fileEnv}\` | \`--${fileFlag}\` | | not set | ${fileHelp} |
`;
}
