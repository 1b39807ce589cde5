/**
 * What an operator writes of a revoked key or certificate, in the ways that tools print it, to what it names. What can't be
 * understood is refused: an entry that names nothing would let a stolen key pass.
 */
import type { Refusal } from '../../../core/refusal.ts';
import { type CertificateFacts, serialOf } from '../keys.ts';
import { nameInCertificate, nameOf } from './names.ts';

/** Made by `revokedOf` alone; plain data. */
export type Revoked =
  | { readonly kind: 'key' | 'certificate' /** As in SigningKey and CertificateFacts. */; readonly fingerprint: string }
  | {
      readonly kind: 'issued';
      /** As `nameOf` gives it. */
      readonly issuer: string;
      /** As in CertificateFacts: two, where figures may be decimal or hexadecimal. */
      readonly serials: readonly string[];
    };

/** A key or a certificate by its SHA-256, or a certificate by the name of its issuer and its serial number. */
export type RevokedWords =
  | { readonly key: string }
  | { readonly certificate: string }
  | { readonly issuer: string; readonly serial: string };

/**
 * Fingerprints in hexadecimal or base64, with or without colons and a name in front (`SHA256:…`, `sha256 Fingerprint=…`);
 * issuers as openssl prints them, on lines or in one, or as RFC 4514 does, in any order and case; serial numbers in
 * hexadecimal or decimal. Figures alone can be both, and revoke both: write `0x…` where that is too much.
 */
export function revokedOf(words: RevokedWords): Revoked | Refusal {
  if ('issuer' in words) return issuedOf(words.issuer, words.serial);
  const kind = 'key' in words ? 'key' : 'certificate';
  const given = 'key' in words ? words.key : words.certificate;
  const fingerprint = fingerprintIn(given);
  if (fingerprint !== null) return { kind, fingerprint };
  return { refused: `“${clip(given)}” is no SHA-256: write its 64 hexadecimal digits, or the same in base64.` };
}

function issuedOf(issuer: string, serial: string): Revoked | Refusal {
  const name = nameOf(issuer);
  if (name === null)
    return {
      refused: `“${clip(issuer)}” is no name of an issuer: write it as openssl prints it, such as CN=Example, or give the certificate’s SHA-256.`,
    };
  const serials = serialsIn(serial);
  if (serials !== null) return { kind: 'issued', issuer: name, serials };
  return { refused: `“${clip(serial)}” is no serial number: write its hexadecimal digits, such as 0A:1B or 0x0A1B.` };
}

const clip = (words: unknown): string => String(words).slice(0, 80);

/** A digest of either kind counts against both: nobody can have made one that is the other’s. */
export function revokes(entry: Revoked, fingerprint: string, certificate: CertificateFacts | null): boolean {
  switch (entry.kind) {
    case 'key':
    case 'certificate':
      return entry.fingerprint === fingerprint || entry.fingerprint === certificate?.fingerprint;
    case 'issued':
      return (
        certificate !== null &&
        entry.serials.includes(certificate.serial) &&
        // A name without parts might be any.
        ['', entry.issuer].includes(nameInCertificate(certificate.issuer))
      );
    default:
      throw new Error('an entry of a list of what was revoked is made by revokedOf');
  }
}

function fingerprintIn(words: string): string | null {
  const value = String(words)
    .trim()
    .replace(/^(?:sha-?256(?: fingerprint)?)\s*[:=/]\s*/i, '');
  const hex = value.replace(/[:\s]/g, '');
  if (/^[0-9a-f]{64}$/i.test(hex)) return hex.toLowerCase();
  return /^[A-Za-z0-9+/]{43}=?$/.test(value) ? Buffer.from(value, 'base64').toString('hex') : null;
}

function serialsIn(words: string): readonly string[] | null {
  const value = String(words)
    .trim()
    .replace(/^serial(?: ?number)?\s*[:=]\s*/i, '');
  // As openssl prints small ones: 2587 (0xa1b).
  const both = /^\d+\s*\(0x([0-9a-f]+)\)$/i.exec(value)?.[1];
  if (both !== undefined) return [serialOf(both)];
  const hex = /^0x([0-9a-f]+)$/i.exec(value)?.[1];
  if (hex !== undefined) return [serialOf(hex)];
  if (/^\d+$/.test(value) && value.length <= 50)
    return [...new Set([serialOf(value), serialOf(BigInt(value).toString(16))])];
  return /^[0-9a-f]+(?:[:\s][0-9a-f]+)*$/i.test(value) && value.length <= 120 ? [serialOf(value)] : null;
}
