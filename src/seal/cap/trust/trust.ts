/** Whose key is it? Known by what an operator pinned for the source, never by what came with the alert. */
import { createPublicKey, X509Certificate } from 'node:crypto';
import type { Instant } from '../../../core/time/time.ts';
import { type CertificateFacts, factsOf, fingerprintOf, type SigningKey } from '../keys.ts';
import { type Revoked, revokes } from './revoked.ts';

/** A key that an operator vouches for, with the certificate where that was what they had. */
export interface Pin {
  /** As in SigningKey. */
  readonly fingerprint: string;
  readonly certificate: CertificateFacts | null;
}

/** What an operator says of the keys of one source. */
export interface Pins {
  readonly pinned: readonly Pin[];
  /** A key that was pinned without a certificate can't be compared with revoked certificates: revoke keys, or pin certificates. */
  readonly revoked: readonly Revoked[];
}

/**
 * `expired`: pinned, and a date does not hold. `unknown`: it was not pinned, or came with a certificate that was not, or its pin
 * can't be compared with what was revoked; the alert counts as unsigned.
 */
export type KeyTrust = 'pinned' | 'expired' | 'revoked' | 'unknown';

/** The pin of a certificate or public key in PEM or DER; null when it is neither, and for a private key. */
export function pinOf(key: string | Uint8Array): Pin | null {
  const bytes = Buffer.from(key);
  const text = bytes.toString('latin1');
  // A public key could be made of a private one, but whoever pastes that here should not be told that all is well.
  if (text.includes('PRIVATE KEY-----')) return null;
  try {
    const certificate = new X509Certificate(bytes);
    return { fingerprint: fingerprintOf(certificate.publicKey), certificate: factsOf(certificate) };
  } catch {
    // It may be a bare key; node:crypto has no other way to ask.
  }
  try {
    const isPem = text.includes('-----BEGIN');
    const bare = isPem ? createPublicKey(bytes) : createPublicKey({ key: bytes, format: 'der', type: 'spki' });
    return { fingerprint: fingerprintOf(bare), certificate: null };
  } catch {
    return null;
  }
}

/**
 * Revoked is revoked whenever it was signed, because who has a stolen key writes any date. A certificate must hold both
 * when the alert says it was sent and when it came in. What came with the alert can make trust less and never more: a
 * thief of an old key could write himself a certificate with fresh dates and another number, or leave it out. So where
 * certificates are revoked, only a pin with its certificate shows that this key is none of them; and a pinned certificate
 * pins no other one of its key.
 */
export function trustOf(
  key: SigningKey,
  { pinned, revoked }: Pins,
  { sentAt, receivedAt }: { readonly sentAt: Instant; readonly receivedAt: Instant },
): KeyTrust {
  const stated = key.certificate;
  const isRevoked = (certificate: CertificateFacts | null): boolean =>
    revoked.some((entry) => revokes(entry, key.fingerprint, certificate));
  const pins = pinned.filter(({ fingerprint }) => sameHex(fingerprint, key.fingerprint));
  if (isRevoked(stated)) return 'revoked';
  const areNamed = revoked.some(({ kind }) => kind !== 'key');
  const standing = pins.filter(({ certificate }) => {
    if (certificate === null) return !areNamed;
    return !isRevoked(certificate) && (stated === null || stated.fingerprint === certificate.fingerprint);
  });
  if (standing.length === 0) return pins.some(({ certificate }) => isRevoked(certificate)) ? 'revoked' : 'unknown';
  const holds = (certificate: CertificateFacts | null): boolean =>
    certificate === null ||
    [sentAt, receivedAt].every((at) => at >= certificate.validFrom && at <= certificate.validTo);
  return holds(stated) && standing.some(({ certificate }) => holds(certificate)) ? 'pinned' : 'expired';
}

/** Fingerprints are copied from tools that write them with colons and in capitals. */
const sameHex = (a: string, b: string): boolean => bare(a) === bare(b) && bare(a) !== '';
const bare = (hex: string): string => hex.replace(/[^0-9A-Fa-f]/g, '').toLowerCase();
