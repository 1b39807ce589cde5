// Every bit of signed alerts of ours, flipped; real.test.ts does the same with others' alerts.
import { expect, test } from 'vitest';
import { holdsWhenFlipped } from './flips.fixture.ts';
import { alertText, bytesOf, ec, office, officeCertificate, rsa, signedText } from './signed.fixture.ts';
import { verifyCap } from './verify.ts';

const isLong = process.env['TOCSIN_LONG'] === '1';

test.each([
  ['EC', signedText(alertText(), ec.privateKey)],
  ['RSA', signedText(alertText(), rsa.privateKey, { c14n: 'inclusive' })],
])('%s with its bare key: not one flip in the alert is believed', (_, text) => {
  const { pinned, byKey, tried } = holdsWhenFlipped(bytesOf(text), 1);
  expect(tried).toBe(8 * text.length);
  // UTF-8 means the same in small letters.
  expect(pinned).toEqual({ declaration: 3 });
  expect(byKey).toEqual(pinned);
});

test('with a certificate that signed itself: no flip of it is believed, not even by the bare key', () => {
  const text = signedText(alertText(), office, { certificate: officeCertificate });
  const { pinned, byKey } = holdsWhenFlipped(bytesOf(text), isLong ? 1 : 3);
  expect(Object.keys(pinned)).toEqual(['declaration']);
  // What says who issued it or whose it is can no longer be held against its signature, once the two differ.
  expect(Object.keys(byKey)).toEqual(['declaration', 'X509Certificate']);
});

test('a comment in front can say anything, and is not read', () => {
  const { pinned } = holdsWhenFlipped(bytesOf(signedText().replace('?>', '?><!-- of the desk -->')), 7);
  expect(pinned['outside']).toBeGreaterThan(10);
  expect(Object.keys(pinned).filter((zone) => zone !== 'declaration')).toEqual(['outside']);
});

test.each(['SignatureValue', 'Modulus'])('other letters for the same octets of %s are refused', (name) => {
  const text = signedText(alertText(), rsa.privateKey);
  const last = new RegExp(`([AQgw])==</${name}>`);
  const changed = text.replace(
    last,
    (_, letter: string) => `${String.fromCharCode(letter.charCodeAt(0) + 1)}==</${name}>`,
  );
  expect(changed).not.toBe(text);
  expect(Buffer.from(changed, 'utf8').length).toBe(text.length);
  expect(verifyCap(changed).alerts[0]).toMatchObject({
    verdict: name === 'Modulus' ? 'unverifiable' : 'tampered',
    signed: null,
  });
});
