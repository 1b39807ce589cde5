import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '../core/refusal.ts';
import { loadMasterKey, type MasterKey } from './master-key.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-key-'));
  file = join(folder, 'key');
});
afterEach(() => rmSync(folder, { recursive: true }));

const load = (over: Partial<Parameters<typeof loadMasterKey>[0]> = {}) =>
  loadMasterKey({ key: null, file, create: false, random: (n) => randomBytes(n), ...over });

function loaded(over: Partial<Parameters<typeof loadMasterKey>[0]> = {}): MasterKey {
  const key = load(over);
  if (isRefusal(key)) throw new Error(key.refused);
  return key;
}

const refusedBecause = (over: Partial<Parameters<typeof loadMasterKey>[0]>): string => {
  const key = load(over);
  return isRefusal(key) ? key.refused : 'accepted';
};

describe('a key file', () => {
  it('is made once, readable by its owner only, and leaves nothing beside it', () => {
    const made = loaded({ create: true });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['key']);
    expect(loaded().fingerprint).toBe(made.fingerprint);
    const bytes = readFileSync(file, 'utf8');
    expect(loaded({ create: true }).fingerprint).toBe(made.fingerprint);
    expect(readFileSync(file, 'utf8')).toBe(bytes);
  });

  it('is not made unless asked for', () => {
    expect(refusedBecause({})).toMatch(/no master key/);
    expect(existsSync(file)).toBe(false);
  });

  it.each([0o640, 0o604, 0o660, 0o666, 0o644])('is refused when others can reach it (%o)', (mode) => {
    loaded({ create: true });
    chmodSync(file, mode);
    expect(refusedBecause({})).toMatch(/Others can read/);
  });

  it.each(['', 'short', randomBytes(31).toString('base64'), randomBytes(33).toString('base64'), 'x'.repeat(5000)])(
    'is refused when it holds no key (%j)',
    (text) => {
      writeFileSync(file, text, { mode: 0o600 });
      expect(refusedBecause({})).toMatch(/not the base64 of 32 bytes/);
    },
  );

  it('is refused when it is a folder, and when it cannot be written', () => {
    mkdirSync(file);
    expect(refusedBecause({})).toMatch(/not a file/);
    expect(refusedBecause({ file: join(folder, 'absent', 'key'), create: true })).toMatch(/can't be kept/);
  });

  it('is not made from broken randomness', () => {
    expect(refusedBecause({ create: true, random: (n) => new Uint8Array(n) })).toMatch(/randomness is broken/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a key from the environment', () => {
  it('goes before the file and may end in a line break', () => {
    loaded({ create: true });
    const key = randomBytes(32).toString('base64');
    expect(loaded({ key: `${key}\n` }).fingerprint).toBe(loaded({ key }).fingerprint);
    expect(loaded({ key }).fingerprint).not.toBe(loaded().fingerprint);
  });

  const bytes = (at: (i: number) => number): string =>
    Buffer.from(Array.from({ length: 32 }, (_, i) => at(i))).toString('base64');
  it.each([
    ['all zero', bytes(() => 0)],
    ['all 255', bytes(() => 255)],
    ['two bytes in turn', bytes((i) => (i % 2 ? 1 : 200))],
    ['counting up', bytes((i) => i)],
    ['counting down by three', bytes((i) => 255 - 3 * i)],
    ['a sentence', Buffer.from('the quick brown fox jumps over a').toString('base64')],
    ['hex instead of base64', randomBytes(32).toString('hex')],
    ['nothing', ''],
  ])('is refused when it is weak: %s', (_, key) => {
    expect(refusedBecause({ key })).toMatch(/openssl rand/);
  });
});

describe('derived keys', () => {
  it('differ by purpose and by master, and are the same again', () => {
    const [one, other] = [randomBytes(32), randomBytes(32)].map((bytes) => loaded({ key: bytes.toString('base64') }));
    const hex = (key: MasterKey | undefined, purpose: string) =>
      Buffer.from(key?.derive(purpose) ?? []).toString('hex');
    expect(hex(one, 'wrap')).toHaveLength(64);
    expect(hex(one, 'wrap')).toBe(hex(one, 'wrap'));
    expect(new Set([hex(one, 'wrap'), hex(one, 'hmac'), hex(other, 'wrap')]).size).toBe(3);
    expect(one?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(JSON.stringify(one)).toBe(JSON.stringify({ fingerprint: one?.fingerprint }));
  });
});
