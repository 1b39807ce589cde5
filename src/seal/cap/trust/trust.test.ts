import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../core/refusal.ts';
import type { CertificateFacts, SigningKey } from '../keys.ts';
import { alertText, ec, office, officeCertificate, rsa, signedText } from '../signed.fixture.ts';
import { verifyCap } from '../verify.ts';
import { type RevokedWords, revokedOf } from './revoked.ts';
import { type Pins, pinOf, trustOf } from './trust.ts';

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const at = (sent: string, received = sent) => ({ sentAt: day(sent), receivedAt: day(received) });
const now = at('2026-06-01');

const certificate = (serial: string, from: string, to: string): CertificateFacts => ({
  fingerprint: createHash('sha256').update(serial).digest('hex'),
  subject: 'CN=Office',
  issuer: 'CN=Root',
  serial,
  validFrom: day(from),
  validTo: day(to),
});
const theirs = certificate('A1', '2026-01-01', '2027-01-01');
const key = (fingerprint: string, facts: CertificateFacts | null = null): SigningKey => ({
  fingerprint: fingerprint.repeat(16),
  certificate: facts,
});
const pins = (pinned: Pins['pinned'], ...words: RevokedWords[]): Pins => ({
  pinned,
  revoked: words.map((one) => {
    const entry = revokedOf(one);
    if (isRefusal(entry)) throw new Error(entry.refused);
    return entry;
  }),
});

describe('whose key it is', () => {
  const pinned = pins([key('aa11', theirs)]);

  test('pinned while the pinned certificate holds, at sending and at receiving', () => {
    expect(trustOf(key('aa11'), pinned, now)).toBe('pinned');
    expect(trustOf(key('aa11', theirs), pinned, now)).toBe('pinned');
    expect(trustOf(key('aa11'), pins([key('AA:11')]), now)).toBe('pinned');
    expect(trustOf(key('aa11'), pinned, at('2025-12-31', '2026-06-01'))).toBe('expired');
    expect(trustOf(key('aa11'), pinned, at('2026-06-01', '2027-01-02'))).toBe('expired');
    expect(trustOf(key('aa11'), pinned, { sentAt: Number.NaN, receivedAt: day('2026-06-01') })).toBe('expired');
  });

  test('unknown for every other key, whatever its certificate says', () => {
    expect(trustOf(key('bb22', theirs), pinned, now)).toBe('unknown');
    expect(trustOf(key('aa11'), pins([]), now)).toBe('unknown');
  });

  test('a certificate that came along makes trust less, never more', () => {
    const fresh = certificate('FF', '2026-01-01', '2099-01-01');
    expect(trustOf(key('aa11', fresh), pinned, at('2030-01-01'))).toBe('unknown');
    expect(trustOf(key('aa11', fresh), pinned, now)).toBe('unknown');
    expect(trustOf(key('aa11', fresh), pins([key('aa11', theirs), key('aa11')]), now)).toBe('pinned');
    expect(trustOf(key('aa11', certificate('FF', '2020-01-01', '2021-01-01')), pins([key('aa11')]), now)).toBe(
      'expired',
    );
    expect(trustOf(key('aa11', fresh), pins([key('aa11', theirs)], { issuer: 'CN=Root', serial: 'A1' }), now)).toBe(
      'revoked',
    );
  });

  test('revoked by fingerprint or by issuer and serial, whenever it was sent', () => {
    const entries: RevokedWords[] = [
      { key: 'AA:11'.repeat(16) },
      { certificate: theirs.fingerprint },
      // Each way round, where somebody took one for the other.
      { key: theirs.fingerprint },
      { certificate: 'aa11'.repeat(16) },
      { issuer: 'CN=Root', serial: '00:a1' },
    ];
    for (const entry of entries)
      expect(trustOf(key('aa11', theirs), pins([key('aa11', theirs)], entry), at('2026-01-02'))).toBe('revoked');
    expect(trustOf(key('aa11', theirs), pins([key('aa11', theirs)], { issuer: 'CN=Other', serial: 'A1' }), now)).toBe(
      'pinned',
    );
    expect(trustOf(key('cc33'), pins([], { key: 'cc33'.repeat(16) }), now)).toBe('revoked');
  });

  test('a bare key is no answer to a list that names certificates', () => {
    const other = { issuer: 'CN=Root', serial: 'B2' };
    const bare = key('aa11');
    for (const carried of [null, theirs]) {
      expect(trustOf(key('aa11', carried), pins([bare], other), now)).toBe('unknown');
      expect(trustOf(key('aa11', carried), pins([bare, key('aa11', theirs)], other), now)).toBe('pinned');
      expect(trustOf(key('aa11', carried), pins([bare], { key: 'bb22'.repeat(16) }), now)).toBe('pinned');
    }
    const theirOther = { certificate: 'bb22'.repeat(16) };
    expect(trustOf(key('aa11'), pins([bare], theirOther), now)).toBe('unknown');
    expect(trustOf(key('aa11', theirs), pins([key('aa11', theirs)], theirOther), now)).toBe('pinned');
    expect(trustOf(key('aa11', theirs), pins([bare], { issuer: 'CN=Root', serial: 'A1' }), now)).toBe('revoked');
  });

  test('a bare key beside its revoked certificate is revoked, and beside an expired one no longer counts', () => {
    const both = [key('aa11'), key('aa11', theirs)];
    expect(trustOf(key('aa11'), pins(both, { issuer: 'CN=Root', serial: 'A1' }), now)).toBe('revoked');
    expect(trustOf(key('aa11'), pins(both, { issuer: 'CN=Root', serial: 'B2' }), at('2028-01-01'))).toBe('expired');
    expect(trustOf(key('aa11'), pins(both), at('2028-01-01'))).toBe('pinned');
  });

  test('one key pinned by an old and by a new certificate holds by the new one', () => {
    const renewed = pins([key('aa11', certificate('A0', '2024-01-01', '2025-01-01')), key('aa11', theirs)]);
    expect(trustOf(key('aa11'), renewed, now)).toBe('pinned');
  });
});

describe('pins', () => {
  test('of a certificate or a public key, in PEM or DER, fit the signatures of that key', () => {
    for (const { privateKey, publicKey } of [rsa, ec]) {
      const signer = verifyCap(signedText(alertText(), privateKey)).alerts[0]?.signatures[0]?.key;
      for (const given of [
        publicKey.export({ type: 'spki', format: 'pem' }),
        publicKey.export({ type: 'spki', format: 'der' }),
      ])
        expect(pinOf(given)).toEqual({ fingerprint: signer?.fingerprint, certificate: null });
    }
    const signed = signedText(alertText(), office, { certificate: officeCertificate });
    const signer = verifyCap(signed).alerts[0]?.signatures[0]?.key;
    expect(pinOf(officeCertificate)).toEqual(signer);
    expect(signer && trustOf(signer, pins([signer]), at('2030-01-01'))).toBe('pinned');
    expect(
      signer &&
        trustOf(
          signer,
          pins([signer], { issuer: signer.certificate?.issuer ?? '', serial: '0a:1b' }),
          at('2030-01-01'),
        ),
    ).toBe('revoked');
  });

  test('of anything else there are none, and a private key is no pin', () => {
    expect(pinOf('')).toBeNull();
    expect(pinOf('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')).toBeNull();
    expect(pinOf(new Uint8Array(40))).toBeNull();
    expect(pinOf(ec.privateKey.export({ type: 'pkcs8', format: 'pem' }))).toBeNull();
  });
});
