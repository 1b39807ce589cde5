// A revoked certificate is known however it is written; what can't be understood is refused and never passes for nobody's.
import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../core/refusal.ts';
import type { CertificateFacts, SigningKey } from '../keys.ts';
import { alertText, office, officeCertificate, signedText } from '../signed.fixture.ts';
import { verifyCap } from '../verify.ts';
import { type RevokedWords, revokedOf } from './revoked.ts';
import { pinOf, trustOf } from './trust.ts';

const at = { sentAt: Date.UTC(2026, 11, 1), receivedAt: Date.UTC(2026, 11, 1) };
const pin = pinOf(officeCertificate);
const signed = signedText(alertText(), office, { certificate: officeCertificate });
const key = verifyCap(signed).alerts[0]?.signatures[0]?.key;
const x509 = new X509Certificate(officeCertificate);
if (!pin || !key) throw new Error('no key');

function trustWith(words: RevokedWords, signer: SigningKey = key as SigningKey, pinned = pin as SigningKey): string {
  const entry = revokedOf(words);
  return isRefusal(entry) ? entry.refused : trustOf(signer, { pinned: [pinned], revoked: [entry] }, at);
}

describe('fingerprints', () => {
  const hex = key.fingerprint;
  test.each([
    hex,
    hex.toUpperCase(),
    hex.replace(/..(?=.)/g, '$&:'),
    `SHA256:${hex}`,
    `sha256 Fingerprint=${hex.replace(/..(?=.)/g, '$&:').toUpperCase()}`,
    `SHA-256: ${hex}`,
    Buffer.from(hex, 'hex').toString('base64'),
    `sha256/${Buffer.from(hex, 'hex').toString('base64')}`,
    `SHA256:${Buffer.from(hex, 'hex').toString('base64').replace('=', '')}`,
    ` ${hex}\n`,
  ])('%s is the key’s', (words) => {
    expect(trustWith({ key: words })).toBe('revoked');
    expect(trustWith({ certificate: words })).toBe('revoked');
  });

  test('the certificate’s own counts, as openssl prints it', () => {
    expect(trustWith({ certificate: `sha256 Fingerprint=${x509.fingerprint256}` })).toBe('revoked');
    expect(trustWith({ key: x509.fingerprint256 })).toBe('revoked');
    expect(trustWith({ certificate: 'ab'.repeat(32) })).toBe('pinned');
  });

  test.each(['', 'key', 'ab', x509.fingerprint, 'ab'.repeat(33), `SHA1:${'ab'.repeat(32)}`, `${hex},${hex}`, '--'])(
    '“%s” is refused',
    (words) => {
      expect(trustWith({ key: words })).toMatch(/no SHA-256/);
      expect(trustWith({ certificate: words })).toMatch(/64 hexadecimal digits/);
    },
  );
});

describe('issuers', () => {
  test.each([
    'CN=Example Met Office',
    'CN = Example Met Office',
    '/CN=Example Met Office',
    'cn=example met office',
    'commonName=Example  Met Office ',
    '2.5.4.3=Example Met Office',
    'OID.2.5.4.3=Example Met Office',
    'CN="Example Met Office"',
    String.raw`CN=Example\20Met\20Office`,
  ])('%s', (issuer) => {
    expect(trustWith({ issuer, serial: '0A1B' })).toBe('revoked');
    expect(trustWith({ issuer, serial: '0A1C' })).toBe('pinned');
  });

  const long: CertificateFacts = {
    ...(key.certificate as CertificateFacts),
    issuer: 'C=US\nO=Entrust\\, Inc.\nOU=See www.entrust.net/legal-terms\nOU=(c) 2012 Entrust\\, Inc.\nCN=Zürich + Süd',
    serial: 'A1',
  };
  const other: SigningKey = { fingerprint: key.fingerprint, certificate: long };
  test.each([
    long.issuer,
    'C = US, O = "Entrust, Inc.", OU = See www.entrust.net/legal-terms, OU = "(c) 2012 Entrust, Inc.", CN = Zürich + Süd',
    String.raw`CN=Z\C3\BCrich \+ Süd,OU=(c) 2012 Entrust\, Inc.,OU=See www.entrust.net/legal-terms,O=Entrust\2C Inc.,C=US`,
    '/C=US/O=Entrust, Inc./OU=See www.entrust.net/legal-terms/OU=(c) 2012 Entrust, Inc./CN=Zürich + Süd',
    String.raw`/C=US/O=Entrust, Inc./OU=See www.entrust.net/legal-terms/OU=(c) 2012 Entrust, Inc./CN=Z\xC3\xBCrich + S\xC3\xBCd`,
  ])('%s', (issuer) => {
    expect(trustWith({ issuer, serial: 'a1' }, other, other)).toBe('revoked');
    const less = issuer.replace(/Entrust/, 'Intrust');
    expect(trustWith({ issuer: less, serial: 'a1' }, other, other)).toBe('pinned');
  });

  test('letters that are one byte of another alphabet are refused', () => {
    const entry = revokedOf({ issuer: String.raw`C=US, O=Entrust, CN=Z\FCrich`, serial: 'a1' });
    expect(isRefusal(entry)).toBe(true);
  });

  test('one whose name has no parts may be any, and its number decides', () => {
    const nameless = { ...other, certificate: { ...long, issuer: '' } };
    expect(trustWith({ issuer: 'CN=Root', serial: 'a1' }, nameless, nameless)).toBe('revoked');
    expect(trustWith({ issuer: 'CN=Root', serial: 'a2' }, nameless, nameless)).toBe('pinned');
  });

  test.each(['', 'Example Met Office', 'CN', 'CN=', '=x', 'CM=Example', 'CN=Example, CM=Office, ', '/CN'])(
    '“%s” is refused',
    (issuer) => {
      const answer = trustWith({ issuer, serial: '0A1B' });
      if (issuer.startsWith('CN=Example')) expect(answer).not.toBe('revoked');
      expect(answer).toMatch(/no name of an issuer/);
    },
  );
});

describe('serial numbers', () => {
  const issuer = 'CN=Example Met Office';
  test.each(['0A1B', 'a1b', '0A:1B', '00 0a 1b', '0x0A1B', 'serial=0A1B', 'Serial Number: 2587 (0xa1b)', '2587'])(
    '%s',
    (serial) => expect(trustWith({ issuer, serial })).toBe('revoked'),
  );
  test.each(['0A1C', '0x2587', '2588', '2588 (0xa1c)'])('%s is another one', (serial) => {
    expect(trustWith({ issuer, serial })).toBe('pinned');
  });
  test.each(['', 'xyz', '0x', '-1', '0A1B,0A1C', 'A'.repeat(200)])('“%s” is refused', (serial) => {
    expect(trustWith({ issuer, serial })).toMatch(/no serial number/);
  });
});

test('an entry that was not made by revokedOf is a bug, and passes nobody', () => {
  const revoked = [{ issuer: 'CN=Example Met Office', serial: '0A1B' }] as unknown as [];
  expect(() => trustOf(key, { pinned: [pin], revoked }, at)).toThrow(/revokedOf/);
});
