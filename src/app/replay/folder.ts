/** The folder of a replay: its own database, key and letters, with a marker by which it is known. What bears none is never wiped. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { clusterOf } from '../../store/server/cluster.ts';
import { holdFolder } from '../../store/server/lock.ts';
import { stopOrphans } from '../../store/server/postmaster.ts';

/** What a replay played to its end leaves for the next run. */
const playedSchema = z.object({
  reports: z.array(z.object({ at: z.number(), title: z.string(), report: z.string() })),
});
export type Played = z.infer<typeof playedSchema>;

const markerSchema = z.object({
  is: z.literal('a replay of Tocsin'),
  /** What it was played from: story, people, program, rules, end. */
  stamp: z.string(),
  /** null while it is being played, and for ever when that was cut short. */
  played: playedSchema.nullable(),
});

const markerName = 'replay.json';
/** What a run that was killed may leave before there is a marker. */
const leftovers = /^(tocsin\.lock|replay\.json\.part$)/;

export interface ReplayFolder {
  /** The data folder of the replay's desk. */
  readonly data: string;
  readonly inbox: string;
  /** What an earlier run with the same stamp has played; null when it has to be played. */
  readonly played: Played | null;
  /** From now on the next run may use what was played. */
  finish(played: Played): void;
  /** Gives the folder back. Idempotent. */
  release(): void;
}

/**
 * Holds the folder and makes it ready: as an earlier run with the same stamp left it, else empty. A folder with anything in it and without
 * the marker is somebody else's and stays as it is.
 */
export async function openReplayFolder(folder: string, stamp: string): Promise<ReplayFolder | Refusal> {
  const foreign = foreignIn(folder);
  if (foreign) return foreign;
  const lock = await holdFolder(folder, { what: 'replay' });
  if (isRefusal(lock)) return lock;
  const [data, inbox] = [join(folder, 'desk'), join(folder, 'inbox')];
  const marker = readMarker(folder);
  const played = marker?.stamp === stamp && existsSync(data) && existsSync(inbox) ? marker.played : null;
  if (played === null) {
    writeMarker(folder, { stamp, played });
    const blocked = await wipe(data, inbox);
    if (blocked) {
      lock.release();
      return blocked;
    }
  }
  return {
    ...{ data, inbox, played },
    finish: (what) => writeMarker(folder, { stamp, played: what }),
    release: lock.release,
  };
}

function foreignIn(folder: string): Refusal | null {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !leftovers.test(name)) : [];
  if (names.length === 0 || readMarker(folder)) return null;
  return {
    refused: `The folder ${folder} holds something that is no replay’s (it has no ${markerName} of ours), and a replay would wipe it. Move it away, or set TOCSIN_DATA to another folder.`,
  };
}

/** What a killed replay left running is stopped first. */
async function wipe(data: string, inbox: string): Promise<Refusal | null> {
  const blocked = existsSync(clusterOf(data)) ? await stopOrphans(clusterOf(data)) : null;
  if (blocked) return blocked;
  for (const one of [data, inbox]) rmSync(one, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  return null;
}

function readMarker(folder: string): z.infer<typeof markerSchema> | null {
  try {
    return markerSchema.parse(JSON.parse(readFileSync(join(folder, markerName), 'utf8')));
  } catch {
    // Missing, cut short or somebody else's: whichever it is, it marks no replay of ours.
    return null;
  }
}

function writeMarker(folder: string, { stamp, played }: { stamp: string; played: Played | null }): void {
  const path = join(folder, markerName);
  const marker: z.infer<typeof markerSchema> = { is: 'a replay of Tocsin', stamp, played };
  writeFileSync(`${path}.part`, `${JSON.stringify(marker, null, 1)}\n`, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}
