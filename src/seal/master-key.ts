/**
 * The master key: 32 random bytes outside the database, from the environment or from a file only its owner can read.
 * All other keys are derived from it, each for one purpose, so the bytes themselves never leave this file.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRefusal, type Refusal } from '../core/refusal.ts';

const keyBytes = 32;

export interface MasterKey {
  /** 16 hex digits that say nothing about the key; kept in the database to notice a wrong one. */
  readonly fingerprint: string;
  /** A key of 32 bytes for one purpose (HKDF-SHA-256, RFC 5869). */
  derive(purpose: string): Uint8Array;
}

export interface MasterKeySettings {
  /** Base64 of 32 bytes from the environment; it goes before the file. */
  readonly key: string | null;
  readonly file: string;
  /** Whether a missing file may be made. */
  readonly create: boolean;
  readonly random: (bytes: number) => Uint8Array;
}

/** Reads the key, or makes it when it may. A file is created whole and with mode 0600 or not at all, never overwritten. */
export function loadMasterKey({ key, file, create, random }: MasterKeySettings): MasterKey | Refusal {
  if (key !== null) return keyFrom(key, 'The master key in the environment');
  const read = readKeyFile(file);
  if (read !== null) return isRefusal(read) ? read : keyFrom(read, `The master key in ${file}`);
  if (!create) return { refused: `There is no master key: ${file} does not exist and none is set in the environment.` };
  const refused = createKeyFile(file, random);
  if (refused) return refused;
  const written = readKeyFile(file);
  if (written === null) return { refused: `The master key file ${file} vanished while it was being made.` };
  return isRefusal(written) ? written : keyFrom(written, `The master key in ${file}`);
}

/** The file's text; null when there is none. */
function readKeyFile(file: string): string | Refusal | null {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { refused: `${file} is not a file: the master key is read from a plain file.` };
    if ((stat.mode & 0o077) !== 0)
      return {
        refused: `Others can read the master key in ${file}: give it mode 0600, and change the key if it leaked.`,
      };
    return stat.size > 1024 ? '' : readFileSync(handle, 'utf8');
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? null
      : { refused: `The master key in ${file} can't be read: ${codeOf(error)}.` };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Written beside, synced, then linked into place: `link` fails where a file stands, so two starts can't replace each other's. */
function createKeyFile(file: string, random: (bytes: number) => Uint8Array): Refusal | null {
  const bytes = random(keyBytes);
  const weakness = weaknessOf(bytes);
  if (weakness) return { refused: `The new master key ${weakness}: the source of randomness is broken.` };
  const beside = `${file}.${Buffer.from(random(8)).toString('hex')}`;
  try {
    const handle = openSync(beside, 'wx', 0o600);
    try {
      writeFileSync(handle, `${Buffer.from(bytes).toString('base64')}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    try {
      linkSync(beside, file);
    } finally {
      unlinkSync(beside);
    }
    const folder = openSync(dirname(file), 'r');
    fsyncSync(folder);
    closeSync(folder);
    return null;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return null; // another start was first: its key is the one
    return { refused: `The master key can't be kept in ${file}: ${codeOf(error)}.` };
  }
}

function keyFrom(text: string, name: string): MasterKey | Refusal {
  const trimmed = text.trim();
  const bytes = Buffer.from(trimmed, 'base64');
  if (bytes.toString('base64') !== trimmed || bytes.length !== keyBytes)
    return { refused: `${name} is not the base64 of 32 bytes: make one with "openssl rand -base64 32".` };
  const weakness = weaknessOf(bytes);
  if (weakness) return { refused: `${name} ${weakness}: make one with "openssl rand -base64 32".` };
  const fingerprint = createHmac('sha256', bytes).update('tocsin/fingerprint').digest('hex').slice(0, 16);
  return {
    fingerprint,
    derive: (purpose) => new Uint8Array(hkdfSync('sha256', bytes, '', `tocsin/${purpose}`, keyBytes)),
  };
}

/** What no random key shows (each chance is below 1 in 10^12), or null. */
function weaknessOf(bytes: Uint8Array): string | null {
  if (bytes.length !== keyBytes) return 'has a wrong length';
  if (new Set(bytes).size < 14) return 'repeats a few bytes';
  const steps = new Set(bytes.slice(1).map((byte, i) => byte - (bytes[i] ?? 0)));
  if (steps.size < 8) return 'counts up or down';
  if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) return 'is typed text';
  return null;
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
