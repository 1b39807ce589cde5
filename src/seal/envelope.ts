/**
 * Envelope encryption: each person has a random data key, wrapped by a key derived from the master key; each field is
 * sealed by the data key with its row as associated data. Destroying the wrapped key erases the person, in every backup.
 * AES-256-GCM (NIST SP 800-38D), 96-bit random nonces, 128-bit tags. Layout: version, nonce, ciphertext, tag.
 */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { MasterKey } from './master-key.ts';

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const overhead = 1 + nonceBytes + tagBytes;
const keyBytes = 32;
/** Unwrapped keys kept: enough for the three fields of one person in a scan and for the people looked at again and again. */
const keptKeys = 2048;

export interface Sealer {
  readonly fingerprint: string;
  /** A new random data key, wrapped; `aad` says whose it is and must be given again to use it. */
  newKey(aad: string): Uint8Array;
  /** Throws when the wrapped key is not ours: sealing with a foreign key is a bug. */
  seal(wrapped: Uint8Array, keyAad: string, aad: string, plain: string): Uint8Array;
  /** null when it can't be opened: another key, another row, or changed bytes. */
  open(wrapped: Uint8Array, keyAad: string, aad: string, sealed: Uint8Array): string | null;
  /** A person's id in the store: `p-` and 32 hex digits, which say nothing without the key. */
  personId(desk: string, ref: string): string;
  /** The same for a place of the desk's own: `l-` and 32 hex digits. */
  placeId(desk: string, ref: string): string;
  /** By one key for all places: none is erased, since the past goes on having it. */
  sealPlace(aad: string, plain: string): Uint8Array;
  /** null when it can't be opened. */
  openPlace(aad: string, sealed: Uint8Array): string | null;
  /** `whsec_…`, one per person, so that no recipient can forge another's webhooks. */
  webhookSecret(desk: string, personId: string): string;
}

export function createSealer(master: MasterKey, random: (bytes: number) => Uint8Array): Sealer {
  const wrapKey = createSecretKey(master.derive('wrap'));
  const hmacKey = createSecretKey(master.derive('hmac'));
  const webhookKey = master.derive('webhook');
  const placeKey = createSecretKey(master.derive('place'));
  const dataKeys = boundedCache<KeyObject>(keptKeys);

  const unwrap = (wrapped: Uint8Array, aad: string): KeyObject | null => {
    const name = Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength).toString('latin1') + aad;
    const kept = dataKeys.get(name);
    if (kept) return kept;
    const bytes = decrypt(wrapKey, `key\n${aad}`, wrapped);
    if (bytes?.length !== keyBytes) return null;
    const key = createSecretKey(bytes);
    dataKeys.set(name, key);
    return key;
  };
  const mustUnwrap = (wrapped: Uint8Array, aad: string): KeyObject => {
    const key = unwrap(wrapped, aad);
    if (!key) throw new Error(`The data key of ${aad} was not wrapped by master key ${master.fingerprint}`);
    return key;
  };
  const hmac = (purpose: string, text: string): Buffer =>
    createHmac('sha256', hmacKey)
      .update(JSON.stringify([purpose, text]))
      .digest();
  const idOf = (purpose: string, desk: string, ref: string): string =>
    hmac(purpose, JSON.stringify([desk, ref]))
      .toString('hex')
      .slice(0, 32);

  return {
    fingerprint: master.fingerprint,
    newKey: (aad) => encrypt(wrapKey, `key\n${aad}`, random(keyBytes), random(nonceBytes)),
    seal: (wrapped, keyAad, aad, plain) =>
      encrypt(mustUnwrap(wrapped, keyAad), `field\n${aad}`, Buffer.from(plain, 'utf8'), random(nonceBytes)),
    open: (wrapped, keyAad, aad, sealed) => {
      const key = unwrap(wrapped, keyAad);
      return key ? (decrypt(key, `field\n${aad}`, sealed)?.toString('utf8') ?? null) : null;
    },
    personId: (desk, ref) => `p-${idOf('person', desk, ref)}`,
    placeId: (desk, ref) => `l-${idOf('place', desk, ref)}`,
    sealPlace: (aad, plain) => encrypt(placeKey, `place\n${aad}`, Buffer.from(plain, 'utf8'), random(nonceBytes)),
    openPlace: (aad, sealed) => decrypt(placeKey, `place\n${aad}`, sealed)?.toString('utf8') ?? null,
    webhookSecret: (desk, personId) => {
      const secret = hkdfSync('sha256', webhookKey, '', JSON.stringify([desk, personId]), keyBytes);
      return `whsec_${Buffer.from(secret).toString('base64')}`;
    },
  };
}

function encrypt(key: KeyObject, aad: string, plain: Uint8Array, nonce: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  const parts = [Buffer.of(version), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  return new Uint8Array(Buffer.concat(parts));
}

function decrypt(key: KeyObject, aad: string, sealed: Uint8Array): Buffer | null {
  if (sealed.length < overhead || sealed[0] !== version) return null;
  const end = sealed.length - tagBytes;
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(aad, 'utf8'));
  decipher.setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(1 + nonceBytes, end));
  try {
    decipher.final();
    return plain;
  } catch {
    return null; // the tag does not fit; node:crypto has no other way to say so
  }
}

/** Keeps the `size` entries that were used last. */
function boundedCache<V>(size: number): { get(name: string): V | undefined; set(name: string, value: V): void } {
  const entries = new Map<string, V>();
  return {
    get(name) {
      const found = entries.get(name);
      if (found === undefined) return undefined;
      entries.delete(name);
      entries.set(name, found);
      return found;
    },
    set(name, value) {
      entries.set(name, value);
      const [oldest] = entries.size > size ? entries.keys() : [];
      if (oldest !== undefined) entries.delete(oldest);
    },
  };
}
