/** Backups as files: under their name only when whole and on the disk, readable by their owner alone. */
import { createReadStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type pg from 'pg';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { type BackupOptions, type BackupSummary, backup } from './backup.ts';
import { checkBackup } from './read.ts';
import { type RestoreOptions, restore } from './restore.ts';

/** Writes `path`.part, brings it to the disk and gives it its name. An older file of that name is never replaced. */
export async function backupToFile(
  pool: pg.Pool,
  path: string,
  options: BackupOptions,
): Promise<BackupSummary | Refusal> {
  if (existsSync(path)) return { refused: `${path} exists already; give the backup another name.` };
  const part = `${path}.part`;
  try {
    // One that a killed run has left; it is made anew so that its rights are ours.
    await rm(part, { force: true });
    const file = await open(part, 'wx', 0o600);
    const summary = await backup(pool, file.createWriteStream({ flush: true }), options);
    // Both streams and handles may be closed twice.
    await file.close();
    if (isRefusal(summary)) await rm(part, { force: true });
    else await rename(part, path);
    await sync(dirname(path));
    return summary;
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    return { refused: `The backup could not be written: ${message}` };
  }
}

/** A new name is on the disk only when its folder is. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** As `restore`, from a file. */
export const restoreFromFile = (
  pool: pg.Pool,
  path: string,
  options: RestoreOptions = {},
): Promise<BackupSummary | Refusal> => restore(pool, () => createReadStream(path, { highWaterMark: 2 ** 18 }), options);

/** Is this file a whole, unaltered backup? Needs no database. */
export const checkFile = (path: string): Promise<BackupSummary | Refusal> =>
  checkBackup(createReadStream(path, { highWaterMark: 2 ** 18 }));
