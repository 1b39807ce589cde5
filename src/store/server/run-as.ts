/**
 * How to run PostgreSQL, which refuses root. An ordinary user runs it directly. Root runs it in a user namespace, where root
 * looks like an unprivileged user to it and still reaches its own files; where namespaces are barred, as that user in earnest.
 */
import { execFile, type SpawnOptions } from 'node:child_process';
import { chmodSync, lchownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Refusal } from '../../core/refusal.ts';

const nobody = 65534;

export interface RunAs {
  readonly how: 'same-user' | 'user-namespace' | 'other-user';
  /** Goes before the program. */
  readonly prefix: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** Whose the files of the cluster must be. */
  readonly owner: { readonly uid: number; readonly gid: number };
}

/** Nothing of our own environment reaches PostgreSQL: no secrets, no PG* settings, no foreign locale. */
export const cleanEnv: NodeJS.ProcessEnv = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

const ids = (): { uid: number; gid: number } => ({ uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 });

export const sameUser = (): RunAs => ({ how: 'same-user', prefix: [], options: {}, owner: ids() });

export const userNamespace = (): RunAs => ({
  how: 'user-namespace',
  prefix: ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`],
  options: {},
  owner: ids(),
});

export const otherUser = (): RunAs => ({
  how: 'other-user',
  prefix: [],
  options: { uid: nobody, gid: nobody },
  owner: { uid: nobody, gid: nobody },
});

/** The first way that really works here for this program and this data folder, found by trying. */
export async function chooseRunAs(folder: string, program: string): Promise<RunAs | Refusal> {
  const asRoot = process.getuid?.() === 0;
  const own = asRoot ? userNamespace() : sameUser();
  const words = await runs(own, program);
  if (words === null) return own;
  if (!asRoot)
    return { refused: `PostgreSQL cannot be run here (${words}); set DATABASE_URL to a PostgreSQL 15 or newer.` };
  return useOtherUser(folder, program);
}

/** As chooseRunAs for root where user namespaces are barred. */
export async function useOtherUser(folder: string, program: string): Promise<RunAs | Refusal> {
  const barred = closedTo(dirname(folder)) ?? closedTo(dirname(program));
  if (barred !== null) {
    return {
      refused: `PostgreSQL does not run as root, and user ${nobody} cannot pass the folder ${barred}; start Tocsin as an ordinary user, set TOCSIN_DATA to a folder that others can pass (such as /var/lib/tocsin), or set DATABASE_URL.`,
    };
  }
  // Passing through is all that user gets: what lies in the folder keeps its own rights.
  chmodSync(folder, (statSync(folder).mode & 0o7777) | 0o001);
  const words = await runs(otherUser(), program);
  if (words === null) return otherUser();
  return {
    refused: `PostgreSQL does not run as root and could not be run as user ${nobody} (${words}); start Tocsin as an ordinary user, or set DATABASE_URL.`,
  };
}

/** The outermost folder on the way that others cannot pass, or null. */
function closedTo(folder: string): string | null {
  const parent = dirname(folder);
  const above = parent === folder ? null : closedTo(parent);
  return above ?? ((statSync(folder).mode & 0o001) === 0 ? folder : null);
}

/** null when `program --version` runs; otherwise what was said instead. */
async function runs(as: RunAs, program: string): Promise<string | null> {
  const outcome = await run(as, program, ['--version']);
  return outcome.code === 0 ? null : outcome.words;
}

/** Runs a program to its end; `words` is the error it named, or why it could not be run. */
export async function run(
  as: RunAs,
  program: string,
  args: readonly string[],
): Promise<{ code: number; said: string; words: string }> {
  const [command = program, ...rest] = [...as.prefix, program, ...args];
  try {
    const options = { ...as.options, env: cleanEnv, cwd: '/', maxBuffer: 16 * 2 ** 20 };
    const { stdout } = await promisify(execFile)(command, rest, options);
    return { code: 0, said: stdout, words: '' };
  } catch (error) {
    const { stderr, code, message } = error as { stderr?: string; code?: number | string; message: string };
    const lines = (stderr ?? '').trim().split('\n');
    const said = lines.find((line) => /\b(error|fatal):/i.test(line)) ?? lines.at(-1);
    return { code: typeof code === 'number' ? code : 1, said: '', words: said || message };
  }
}

/** Gives a folder and all in it to the cluster's owner: another way of running, at an earlier start, may have left it to another. */
export function mendOwner(path: string, owner: RunAs['owner']): void {
  if (process.getuid?.() !== 0) return;
  const is = lstatSync(path);
  // A link is never followed: the folder's owner could point it anywhere.
  if (is.isSymbolicLink()) return;
  if (is.uid !== owner.uid || is.gid !== owner.gid) lchownSync(path, owner.uid, owner.gid);
  if (is.isDirectory()) for (const name of readdirSync(path)) mendOwner(join(path, name), owner);
}
