/**
 * The public keys that a signature carries. They serve to see whether the alert is as it was signed; that a key came with
 * an alert says nothing about whose it is (trust/trust.ts).
 */
import { createHash, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { Instant } from '../../core/time/time.ts';
import { dsig11 } from './algorithms.ts';
import { exactBase64Of, isNamed } from './signature.ts';
import { type Element, isElement } from './tree.ts';

/** What a certificate says of its key. Nobody has checked who issued it. */
export interface CertificateFacts {
  /** SHA-256 of the certificate in DER, 64 hexadecimal digits in lower case. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal, upper case, without leading zeros. */
  readonly serial: string;
  readonly validFrom: Instant;
  readonly validTo: Instant;
}

export interface SigningKey {
  /** SHA-256 of the public key (SubjectPublicKeyInfo in DER), 64 hexadecimal digits in lower case. */
  readonly fingerprint: string;
  readonly certificate: CertificateFacts | null;
}

export interface Candidate {
  readonly public: KeyObject;
  readonly key: SigningKey;
  readonly x509: X509Certificate | null;
}

/** Chains of certificates are shorter; a signature with more keys is not checked, as each costs time. */
const maxKeys = 5;
/** Bits; shorter RSA keys can be broken, longer ones only cost time. */
const rsaBits = { least: 2048, most: 8192 };

export const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');

export const candidateOf = (key: KeyObject, x509: X509Certificate | null = null): Candidate => ({
  public: key,
  key: { fingerprint: fingerprintOf(key), certificate: x509 && factsOf(x509) },
  x509,
});

/** One whose certificate says that it signed itself, and did not. */
export function isSelfContradicting({ public: key, x509 }: Candidate): boolean {
  if (x509 === null || x509.subject !== x509.issuer) return false;
  try {
    return !x509.verify(key);
  } catch {
    return true; // by an algorithm that node:crypto does not know
  }
}

/** In node:crypto both writings have one value on each line; the dates are English and in GMT. */
export const factsOf = (certificate: X509Certificate): CertificateFacts => ({
  fingerprint: createHash('sha256').update(certificate.raw).digest('hex'),
  subject: certificate.subject ?? '',
  issuer: certificate.issuer ?? '',
  serial: serialOf(certificate.serialNumber),
  validFrom: Date.parse(certificate.validFrom),
  validTo: Date.parse(certificate.validTo),
});

/** Serial numbers are written with and without zeros, colons and capitals. */
export const serialOf = (words: string): string =>
  words
    .replace(/[^0-9A-Fa-f]/g, '')
    .toUpperCase()
    .replace(/^0+(?=.)/, '');

/**
 * All keys in a KeyInfo whose form `readSignature` has seen to, certificates first, or why they are not used. A kind of key that
 * is unknown is none; but beside a certificate that can't be read nothing is taken, as it may be the one that was revoked.
 */
export function keysIn(keyInfo: Element): readonly Candidate[] | { readonly because: string } {
  const children = keyInfo.children.filter(isElement);
  const certificates = children
    .filter((child) => isNamed(child, 'X509Data'))
    .flatMap((data) => data.children.filter(isElement).filter((child) => isNamed(child, 'X509Certificate')));
  const values = children
    .filter((child) => isNamed(child, 'KeyValue'))
    .flatMap((value) => value.children.filter(isElement));
  if (certificates.length + values.length > maxKeys) return { because: 'it carries too many keys' };
  const certified = certificates.map(fromCertificate).filter((found) => found !== null);
  if (certified.length < certificates.length) return { because: "a certificate in it can't be read" };
  return [...certified, ...values.map(fromValue).filter((found) => found !== null)];
}

/** Whether a key may be used with an algorithm of this kind. */
export function isFit(key: KeyObject, kind: 'rsa' | 'ec'): boolean {
  const { modulusLength = 0, publicExponent = 0n, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType !== kind) return false;
  if (kind === 'ec') return curves.some(({ name }) => name === namedCurve);
  // With 1 everything is signed; a long exponent costs a hundred times the time.
  if (publicExponent < 3n || publicExponent > 0xffff_ffffn) return false;
  return modulusLength >= rsaBits.least && modulusLength <= rsaBits.most;
}

/** The curves that are used: their names here and there, and the bytes of one coordinate. */
export const curves = [
  { name: 'prime256v1', crv: 'P-256', uri: 'urn:oid:1.2.840.10045.3.1.7', bytes: 32 },
  { name: 'secp384r1', crv: 'P-384', uri: 'urn:oid:1.3.132.0.34', bytes: 48 },
  { name: 'secp521r1', crv: 'P-521', uri: 'urn:oid:1.3.132.0.35', bytes: 66 },
] as const;

function fromCertificate(element: Element): Candidate | null {
  const der = exactBase64Of(element);
  if (!der) return null;
  try {
    const certificate = new X509Certificate(der);
    // What is no certificate, or stands behind one, is read over.
    return certificate.raw.equals(der) ? candidateOf(certificate.publicKey, certificate) : null;
  } catch {
    return null; // node:crypto has no other way to say that it is no certificate
  }
}

function fromValue(value: Element): Candidate | null {
  const jwk = isNamed(value, 'RSAKeyValue')
    ? rsaJwk(value)
    : isNamed(value, 'ECKeyValue', dsig11)
      ? ecJwk(value)
      : null;
  if (!jwk) return null;
  try {
    return candidateOf(createPublicKey({ key: jwk, format: 'jwk' }));
  } catch {
    return null; // nor that a point is not on its curve
  }
}

function rsaJwk(value: Element): { kty: string; n: string; e: string } | null {
  const n = childBase64(value, 'Modulus');
  const e = childBase64(value, 'Exponent');
  return n && e && n.length <= rsaBits.most / 8 + 1 ? { kty: 'RSA', n: base64url(n), e: base64url(e) } : null;
}

function ecJwk(value: Element): { kty: string; crv: string; x: string; y: string } | null {
  const named = value.children.filter(isElement).find((child) => isNamed(child, 'NamedCurve', dsig11));
  const uri = named?.attributes.find(({ local }) => local === 'URI')?.value;
  const curve = curves.find((curve) => curve.uri === uri);
  const point = childBase64(value, 'PublicKey', dsig11);
  if (!curve || !point || point[0] !== 4 || point.length !== 1 + 2 * curve.bytes) return null;
  const { crv, bytes } = curve;
  return { kty: 'EC', crv, x: base64url(point.subarray(1, 1 + bytes)), y: base64url(point.subarray(1 + bytes)) };
}

function childBase64(value: Element, name: string, namespace?: string): Uint8Array | null {
  const child = value.children.filter(isElement).find((child) => isNamed(child, name, namespace));
  return child ? exactBase64Of(child) : null;
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
