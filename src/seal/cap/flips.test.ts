// Every bit of signed alerts of ours, flipped; real.test.ts does the same with others' alerts.
import { expect, test } from 'vitest';
import { holdsWhenFlipped } from './flips.fixture.ts';
import { alertText, bytesOf, ec, office, officeCertificate, rsa, signedText } from './signed.fixture.ts';
import { verifyCap } from './verify.ts';

test.each([
  ['EC', signedText(alertText(), ec.privateKey)],
  ['RSA', signedText(alertText(), rsa.privateKey, { c14n: 'inclusive' })],
])('%s with its bare key: not one flip in the alert is believed', (_, text) => {
  const believed = holdsWhenFlipped(bytesOf(text), 1);
  expect([...believed.keys()].filter((where) => where !== 'outside')).toEqual([]);
});

test('a certificate is not signed by the alert: bits of it that are none of its key may change, and nothing else', () => {
  const text = signedText(alertText(), office, { certificate: officeCertificate });
  const believed = holdsWhenFlipped(bytesOf(text), 3);
  expect([...believed.keys()].filter((where) => where !== 'outside')).toEqual(['X509Certificate']);
});

test('a comment in front can say anything, and is not read', () => {
  const believed = holdsWhenFlipped(bytesOf(signedText().replace('?>', '?><!-- of the desk -->')), 7);
  expect(believed.get('outside')).toBeGreaterThan(10);
  expect([...believed.keys()]).toEqual(['outside']);
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
