/** Names that stay: of the desk, its feeds and what stands in them. */
import { createHash } from 'node:crypto';

/**
 * `urn:uuid:…` of these words; the same words give the same name for ever. Version 8 of RFC 9562: a UUID by a hash of our choice,
 * here SHA-256. Nothing can be read from it.
 */
export function urnOf(...words: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(words)).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex').slice(0, 32);
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

/** As sender of CAP messages of its own, and as what the ids of its feeds begin from. */
export const deskUrn = (identity: string): string => urnOf('desk', identity);
