/**
 * Every setting of Tocsin, in one table. Flags go before the environment, the environment before the file, the file
 * before the default. The help, `config check`, docs/settings.md and the checking of values all derive from the table.
 */
import { dirname, resolve } from 'node:path';
import { type Finding, Findings } from '../core/finding.ts';
import { isRefusal, type Refusal } from '../core/refusal.ts';
import { nearest } from './line/nearest.ts';
import {
  base64Key,
  emailAddress,
  hostPorts,
  isWrong,
  type Kind,
  line,
  loopbackAddress,
  oneOf,
  path,
  url,
  wholeNumber,
} from './settings/kinds.ts';

interface Setting<T, D extends string | null> {
  readonly env: string;
  readonly kind: Kind<T>;
  /** As somebody would write it; `<data>` stands for the data folder. null: not set. */
  readonly default: D;
  readonly help: string;
  /** What it means when it is not set. */
  readonly unset?: string;
  /** Never printed, and without a flag, because other users see the flags of a process. */
  readonly secret?: true;
}
const setting = <T, const D extends string | null>(one: Setting<T, D>): Setting<T, D> => one;

export const settings = {
  data: setting({
    env: 'TOCSIN_DATA',
    kind: path,
    default: './var',
    help: 'Folder of the embedded database and all else that must outlive the process.',
  }),
  port: setting({
    env: 'TOCSIN_PORT',
    kind: wholeNumber(0, 65_535),
    default: '8080',
    help: 'Port of the desk; 0 takes any free one and prints it.',
  }),
  listen: setting({
    env: 'TOCSIN_LISTEN',
    kind: loopbackAddress,
    default: '127.0.0.1',
    help: 'Address the desk listens on; loopback only, because it can not tell yet who is asking.',
  }),
  databaseUrl: setting({
    env: 'DATABASE_URL',
    kind: url('postgres://user:password@host:5432/tocsin', 'postgres:', 'postgresql:'),
    default: null,
    help: 'A PostgreSQL of yours, 15 or newer.',
    unset: 'an embedded PostgreSQL runs in the data folder',
    secret: true,
  }),
  key: setting({
    env: 'TOCSIN_KEY',
    kind: base64Key,
    default: null,
    help: 'The master key: 32 bytes in base64. It goes before the key file.',
    unset: 'the key file is used',
    secret: true,
  }),
  keyFile: setting({
    env: 'TOCSIN_KEY_FILE',
    kind: path,
    default: '<data>/master.key',
    help: 'File of the master key, made at the first start. Keep a copy of it apart from your backups, which do not hold it.',
  }),
  smtpUrl: setting({
    env: 'TOCSIN_SMTP_URL',
    kind: url('smtp://user:password@relay.example.org:587', 'smtp:', 'smtps:'),
    default: null,
    help: 'The relay that takes our mail.',
    unset: 'notices by mail wait until one is set',
    secret: true,
  }),
  mailFrom: setting({
    env: 'TOCSIN_MAIL_FROM',
    kind: emailAddress,
    default: 'tocsin@localhost',
    help: 'Sender of our mail.',
  }),
  deskName: setting({
    env: 'TOCSIN_DESK_NAME',
    kind: line(100),
    default: 'Tocsin desk',
    help: 'Name of your desk, as the people you warn know it.',
  }),
  deskEmail: setting({
    env: 'TOCSIN_DESK_EMAIL',
    kind: emailAddress,
    default: null,
    help: 'Who is woken by mail when a person must look: somebody who can not be placed, a report that can not be read.',
    unset: 'nobody is woken by mail; the desk shows it only',
  }),
  privateHosts: setting({
    env: 'TOCSIN_PRIVATE_HOSTS',
    kind: hostPorts,
    default: null,
    help: 'Exact host:port pairs with a private address that we may speak to, such as your own mail relay.',
    unset: 'we speak to public addresses only',
  }),
  heartbeatUrl: setting({
    env: 'TOCSIN_HEARTBEAT_URL',
    kind: url('https://watchdog.example.org/ping/…', 'https:', 'http:'),
    default: null,
    help: 'Asked after each full round from report to receipt; have the far side raise an alarm when it falls silent.',
    unset: 'nobody notices from outside when the desk stands still',
    secret: true,
  }),
  tellHours: setting({
    env: 'TOCSIN_TELL_HOURS',
    kind: wholeNumber(1, 720),
    default: '24',
    help: 'Hours after sending in which an alert without an end still tells people anew.',
  }),
  positionHours: setting({
    env: 'TOCSIN_POSITION_HOURS',
    kind: wholeNumber(1, 8760),
    default: '72',
    help: "Hours after which a person's reported position is too old to go by.",
  }),
  logLevel: setting({
    env: 'TOCSIN_LOG_LEVEL',
    kind: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace'),
    default: 'info',
    help: 'How much the log says.',
  }),
};

type ValueOf<S> = S extends Setting<infer T, infer D> ? (D extends null ? T | null : T) : never;
export type SettingName = keyof typeof settings;
/** What the rest of Tocsin reads. Paths are absolute. */
export type Config = { readonly [Name in SettingName]: ValueOf<(typeof settings)[Name]> };

/** The settings as one list, without what each one's value is. */
export const settingList: readonly (readonly [SettingName, Setting<unknown, string | null>])[] = Object.entries(
  settings,
) as never;

/** Where the file of settings is named; the one setting that no file can hold. */
export const fileFlag = 'config';
export const fileEnv = 'TOCSIN_CONFIG';
/** Names that begin like ours and are no settings: set by ./run and ./check. */
const otherEnv = ['TOCSIN_CALLED_FROM', 'TOCSIN_LONG'];

/** `keyFile` → `key-file`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** null for a secret. */
export const flagOf = (name: SettingName): string | null =>
  (settings[name] as Setting<unknown, string | null>).secret ? null : kebab(name);

export interface Sources {
  /** By flag without its dashes. */
  readonly flags: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => string | Refusal;
  /** Folder that defaults start from. */
  readonly home: string;
  /** Folder that paths in flags and the environment start from: where the caller stands. */
  readonly here: string;
}

export type Origin = 'flag' | 'environment' | 'file' | 'default';
export interface ConfigReading {
  /** null when a finding is an error. */
  readonly config: Config | null;
  readonly origins: Readonly<Record<string, Origin>>;
  readonly findings: readonly Finding[];
}

interface Given {
  readonly text: string;
  readonly origin: Origin;
  /** As the person who wrote it knows it: `--port`, `TOCSIN_PORT`, `port in /etc/tocsin.json`. */
  readonly called: string;
  readonly base: string;
}

/** Reads every setting and collects everything that is wrong; never stops at the first. */
export function readConfig(sources: Sources): ConfigReading {
  const findings = new Findings();
  unknownEnv(sources.env, findings);
  const file = readFile(sources, findings);
  const values: Record<string, unknown> = {};
  const origins: Record<string, Origin> = {};
  for (const [name, { kind, secret, default: fallback }] of settingList) {
    const given = find(name, sources, file) ?? defaultOf(fallback, values, sources.home);
    origins[name] = given?.origin ?? 'default';
    const value = given === null ? null : kind.read(given.text, given.base);
    if (given && isWrong(value)) {
      const found = secret ? '' : `, not ${JSON.stringify(given.text)}`;
      findings.add('error', 'config.value', `${given.called} must be ${value.must}${found}.`, { path: name });
    } else values[name] = value;
  }
  if (values['key'] && origins['keyFile'] !== 'default')
    findings.add('warning', 'config.both-keys', 'TOCSIN_KEY and a key file are both set; the file is not read.');
  const list = findings.list();
  const broken = list.some((finding) => finding.severity === 'error');
  return { config: broken ? null : (values as unknown as Config), origins, findings: list };
}

function find(name: SettingName, sources: Sources, file: FileSettings): Given | null {
  const flag = flagOf(name);
  const fromFlag = flag === null ? undefined : sources.flags[flag];
  if (fromFlag !== undefined) return { text: fromFlag, origin: 'flag', called: `--${flag}`, base: sources.here };
  const { env } = settings[name];
  // An empty variable is how compose files and units say "not set".
  const fromEnv = sources.env[env];
  if (fromEnv) return { text: fromEnv, origin: 'environment', called: env, base: sources.here };
  const fromFile = file.values[name];
  if (fromFile !== undefined)
    return { text: fromFile, origin: 'file', called: `"${name}" in ${file.path}`, base: dirname(file.path) };
  return null;
}

function defaultOf(fallback: string | null, values: Record<string, unknown>, home: string): Given | null {
  if (fallback === null) return null;
  const text = fallback.replace('<data>', String(values['data'] ?? home));
  return { text, origin: 'default', called: 'The default', base: home };
}

interface FileSettings {
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
}

function readFile({ flags, env, here, readFile: read }: Sources, findings: Findings): FileSettings {
  const named = flags[fileFlag] ?? env[fileEnv];
  if (!named) return { path: '', values: {} };
  const file = resolve(here, named);
  const text = read(file);
  if (isRefusal(text)) findings.add('error', 'config.file.unreadable', text.refused, { path: file });
  const values = isRefusal(text) ? {} : parseFile(file, text, findings);
  return { path: file, values };
}

function parseFile(file: string, text: string, findings: Findings): Record<string, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own words are left out: they quote the file, and it may hold secrets.
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    findings.add('error', 'config.file.not-json', `${file} must hold one JSON object, such as {"port": 8081}.`, {
      path: file,
    });
    return {};
  }
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(json)) {
    const at = { path: key };
    if (!Object.hasOwn(settings, key)) {
      findings.add(
        'error',
        'config.file.unknown',
        `${file} sets "${key}", which is no setting${meant(key, Object.keys(settings))}.`,
        at,
      );
    } else if (typeof value === 'string' || typeof value === 'number') values[key] = String(value);
    else if (Array.isArray(value)) values[key] = value.join(',');
    else findings.add('error', 'config.file.value', `"${key}" in ${file} must be a text or a number.`, at);
  }
  return values;
}

function unknownEnv(env: Sources['env'], findings: Findings): void {
  const known = [...settingList.map(([, one]) => one.env), fileEnv, ...otherEnv];
  for (const name of Object.keys(env).filter((key) => key.startsWith('TOCSIN_') && !known.includes(key)))
    findings.add('warning', 'config.env.unknown', `${name} is set and nobody reads it${meant(name, known)}.`, {
      path: name,
    });
}

/** " (did you mean port?)", or nothing when no word is near. */
export function meant(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near === null ? '' : ` (did you mean ${near}?)`;
}
