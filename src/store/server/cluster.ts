/** The folders of a PostgreSQL cluster inside the data folder, made whole or not at all. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Refusal } from '../../core/refusal.ts';
import type { Binaries } from './binaries.ts';
import { mendOwner, type RunAs, run } from './run-as.ts';

/** The one role of the cluster. */
export const user = 'tocsin';

export const clusterOf = (folder: string): string => join(folder, 'pg');
export const logOf = (folder: string): string => join(folder, 'log', 'postgres.log');

/** Makes the cluster in a folder of another name first, so that an initdb cut short is never taken for a cluster. */
export async function ensureCluster(folder: string, binaries: Binaries, as: RunAs): Promise<Refusal | null> {
  const cluster = clusterOf(folder);
  if (existsSync(cluster)) {
    mendOwner(cluster, as.owner);
    return checkVersion(cluster, binaries, as);
  }
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  mendOwner(draft, as.owner);
  const settings = [
    '--auth=trust',
    '--encoding=UTF8',
    `--username=${user}`,
    ...locale(await majorVersion(binaries, as)),
  ];
  const made = await run(as, binaries.initdb, ['--pgdata', draft, ...settings]);
  if (made.code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    return { refused: `PostgreSQL could not make its files in ${folder}: ${made.words}` };
  }
  renameSync(draft, cluster);
  return null;
}

/** Text in the order of code points. Since 17 PostgreSQL knows C.UTF-8 itself, so an upgrade of the system can't disorder an index. */
const locale = (major: number): string[] =>
  major >= 17 ? ['--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8'] : ['--locale=C.UTF-8'];

async function checkVersion(cluster: string, binaries: Binaries, as: RunAs): Promise<Refusal | null> {
  const file = join(cluster, 'PG_VERSION');
  if (!existsSync(file)) return { refused: `${cluster} is not a folder of PostgreSQL; move it away and start again.` };
  const written = Number(readFileSync(file, 'utf8'));
  const here = await majorVersion(binaries, as);
  return written === here
    ? null
    : {
        refused: `${cluster} was written by PostgreSQL ${written}, and this one is ${here}; start the Tocsin that wrote it, make a backup with it, and restore that here.`,
      };
}

/** 18 from `postgres (PostgreSQL) 18.4`. */
async function majorVersion(binaries: Binaries, as: RunAs): Promise<number> {
  const { said } = await run(as, binaries.postgres, ['--version']);
  return Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1]);
}

/** The name of a socket may have 107 bytes on Linux and 103 on macOS. */
const socketNameLimit = 100;

/**
 * A folder for the socket that only the server's user can enter: whoever reaches the socket is let in. `run` in the data
 * folder, or a new one among the temporary files when that name is too long; PostgreSQL records which.
 */
export function makeSocketFolder(folder: string, as: RunAs): { path: string; temporary: boolean } | Refusal {
  const own = join(folder, 'run');
  const fits = (path: string): boolean => Buffer.byteLength(join(path, '.s.PGSQL.5432')) <= socketNameLimit;
  const temporary = !fits(own);
  if (temporary && !fits(join(tmpdir(), `${temporaryName}123456`))) {
    return {
      refused: `The names of ${folder} and ${tmpdir()} are too long for a socket; set TOCSIN_DATA to a folder with a shorter name.`,
    };
  }
  if (!temporary) {
    // Made anew: an old one may be another user's, or open to others.
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own, { mode: 0o700 });
  }
  const path = temporary ? mkdtempSync(join(tmpdir(), temporaryName)) : own;
  mendOwner(path, as.owner);
  return { path, temporary };
}

const temporaryName = 'tocsin-';

/** Removes the socket and its lock, which a killed server leaves behind; of a temporary folder itself nothing stays. */
export function clearSocketFolder(path: string, removeFolder: boolean): void {
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(path, name), { force: true });
  // Only when empty: the path may come from an old file and be somebody else's folder by now.
  if (removeFolder && basename(path).startsWith(temporaryName) && existsSync(path)) tryRemoveEmpty(path);
}

function tryRemoveEmpty(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // Not empty or not ours: then it is not the folder we made.
  }
}
