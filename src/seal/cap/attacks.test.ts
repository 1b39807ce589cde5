// Attacks on signed alerts, each of which has fooled some verifier: none makes anything valid whose content nobody signed.
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { alertText, bytesOf, capNamespace, ec, office, officeCertificate, rsa, signedText } from './signed.fixture.ts';
import { readVerified, type VerifiedReading, verifyCap } from './verify.ts';

const good = signedText();
const inclusive = signedText(alertText(), rsa.privateKey, { c14n: 'inclusive' });
const part = (name: string, text = good): string => new RegExp(`<${name}\\b[\\s\\S]*</${name}>`).exec(text)?.[0] ?? '';
const signature = part('Signature');
const evil = alertText('Actual', 'Leave at once');
const dsig = 'http://www.w3.org/2000/09/xmldsig#';
const into = (alert: string, what: string): string => alert.replace(/<\/alert>$/, `${what}</alert>`);

/** Nothing valid says anything but what was signed. */
function holds(read: readonly VerifiedReading[]): void {
  for (const { verdict, reading, signed } of read) {
    if (verdict !== 'valid') {
      expect(reading ?? signed).toBeNull();
      continue;
    }
    expect(reading?.alerts).toHaveLength(1);
    expect(reading?.alerts[0]).toMatchObject({
      status: 'Exercise',
      infos: [{ headline: 'High water at Lower Bridge' }],
    });
  }
}

const wrapped: Record<string, string> = {
  'the signed alert inside another': into(evil, good.replace(/^<\?.*?\?>/, '')),
  'the signed alert inside an Object': into(
    evil,
    signature.replace('</Signature>', `<Object>${good.replace(/^<\?.*?\?>/, '')}</Object></Signature>`),
  ),
  'the signature moved to another alert': into(evil, signature),
  'the signature in an info': good.replace(signature, '').replace('</info>', `${signature}</info>`),
  'the signature in an extension': good.replace(signature, `<x xmlns="urn:x">${signature}</x>`),
  'a signature inside a signature': good.replace('<KeyInfo>', `${signature}<KeyInfo>`),
  'a second info': good.replace('</info>', '</info><info><headline>Leave at once</headline></info>'),
  'a second status': good.replace('</status>', '</status><status>Actual</status>'),
  'a signed info of somebody else': good.replace(
    '<SignatureValue>',
    `${part('SignedInfo', inclusive)}<SignatureValue>`,
  ),
  'two SignedInfo, the false one first': good.replace('<SignedInfo>', `${part('SignedInfo', inclusive)}<SignedInfo>`),
  'two SignatureValue': good.replace('<KeyInfo>', `${part('SignatureValue', inclusive)}<KeyInfo>`),
  'two KeyInfo': good.replace('</Signature>', `${part('KeyInfo', inclusive)}</Signature>`),
  'SignedInfo in an Object': good.replace(part('SignedInfo'), `<Object>${part('SignedInfo')}</Object>`),
  'two references': good.replace('</Reference>', `</Reference>${part('Reference')}`),
  'a reference to a part': good.replace('URI=""', 'URI="#a"').replace('<info>', '<info Id="a">'),
  'a reference to everything by a pointer': good.replace('URI=""', 'URI="#xpointer(/)"'),
  'a reference to elsewhere': good.replace('URI=""', 'URI="http://127.0.0.1/alert.xml"'),
  'no reference': good.replace(part('Reference'), ''),
  'no transforms': good.replace(part('Transforms'), ''),
  'a transform by XPath': good.replace(
    '<Transforms>',
    `<Transforms><Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><XPath>self::x</XPath></Transform>`,
  ),
  'a transform by XSLT': good.replace(
    '</Transforms>',
    '<Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/></Transforms>',
  ),
  'ten thousand transforms': good.replace(
    '</Transforms>',
    `${'<Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>'.repeat(10_000)}</Transforms>`,
  ),
  'a comment in a digest': good.replace('<DigestValue>', '<DigestValue>AAAA<!-- -->').replace('Exercise', 'Actual'),
  'a comment around a digest': good.replace(/<DigestValue>(.*?)</, '<DigestValue><!--AAAA-->$1<'),
  'an instruction in a digest': good.replace('<DigestValue>', '<DigestValue><?x AAAA?>'),
  'an element in a digest': good.replace('<DigestValue>', '<DigestValue><x>AAAA</x>'),
  'two digests': good.replace('</DigestValue>', '</DigestValue><DigestValue>AAAA</DigestValue>'),
  'an empty digest': good.replace(/<DigestValue>.*?</, '<DigestValue><'),
  'an empty signature value': good.replace(/<SignatureValue>.*?</, '<SignatureValue><'),
  'a signature value of zeros': good.replace(
    /<SignatureValue>.*?</,
    `<SignatureValue>${Buffer.alloc(64).toString('base64')}<`,
  ),
  'a DOCTYPE with an entity': good
    .replace('?>', '?><!DOCTYPE alert [<!ENTITY s "Actual">]>')
    .replace('Exercise', '&s;'),
  'an undefined entity': good.replace('Exercise', '&s;'),
  'an instruction in a value': good.replace('Exercise', 'Ex<?x?>ercise'),
  'another namespace on a value': good.replace('<status>', '<status xmlns="urn:x">'),
  'another prefix for the same': good.replace(
    '<status>Exercise</status>',
    `<c:status xmlns:c="${capNamespace}">Exercise</c:status>`,
  ),
  'a look-alike signature': good.replace(signature, signature.replace(dsig, 'urn:x')),
  'an HMAC with the public key': hmacForgery(),
  'another key': good.replace(
    part('KeyInfo'),
    part('KeyInfo', signedText(alertText(), office, { certificate: officeCertificate })),
  ),
  'a signature by another key on another alert': into(
    evil,
    part('Signature', signedText(evil, office)).replace(/<KeyInfo>.*<\/KeyInfo>/, part('KeyInfo')),
  ),
  'a hundred keys': good.replace(/<KeyValue>.*<\/KeyValue>/, (value) => value.repeat(100)),
  'a length for a truncated value': good.replace(
    /(<SignatureMethod [^>]*)\/>/,
    '$1><HMACOutputLength>1</HMACOutputLength></SignatureMethod>',
  ),
  'three signatures': into(good, `${signature}${signature}`),
};

function hmacForgery(): string {
  const secret = ec.publicKey.export({ type: 'spki', format: 'der' });
  const value = createHmac('sha256', secret).update(part('SignedInfo')).digest('base64');
  return good.replace('#ecdsa-sha256', '#hmac-sha256').replace(/<SignatureValue>.*?</, `<SignatureValue>${value}<`);
}

describe('nothing foreign is read', () => {
  test.each(Object.entries(wrapped))('%s', (_, text) => {
    expect(text).not.toBe(good);
    const read = readVerified(bytesOf(text));
    holds(read);
    expect(read.map(({ verdict }) => verdict)).not.toContain('valid');
  });

  /** Changes that say the same, in the words of the standard: valid, and read as it was signed. */
  test.each([
    ['a comment in a value', good.replace('Exercise', 'Ex<!-- Actual -->ercise')],
    ['a comment that hides an element', good.replace('<status>', '<!-- <status>Actual</status> --><status>')],
    ['white space in base64', good.replace(/<SignatureValue>(.{9})/, '<SignatureValue>\n $1\t')],
    ['a value as CDATA', good.replace('Exercise', '<![CDATA[Exercise]]>')],
    ['characters by number', good.replace('Exercise', '&#x45;xercise')],
    ['comments outside', good.replace('?>', `?><!--${evil}-->`)],
    ['an Object that nobody signed', good.replace('</Signature>', '<Object>Actual</Object></Signature>')],
    ['attributes in another order and quotes', inclusive.replace(/Algorithm="([^"]*)"/g, "Algorithm = '$1'")],
  ])('%s', (_, text) => {
    expect([good, inclusive]).not.toContain(text);
    const read = readVerified(bytesOf(text));
    expect(read.map(({ verdict }) => verdict)).toEqual(['valid']);
    holds(read);
  });

  test('a second alert behind the first is unsigned', () => {
    const read = readVerified(`${good}${evil}`);
    holds(read);
    expect(read.filter(({ verdict }) => verdict === 'valid').length).toBeLessThan(2);
  });

  test('an alert that its signer signed anew is valid, with another key to be judged', () => {
    const forged = signedText(evil, office);
    const [theirs] = verifyCap(forged).alerts;
    expect(theirs?.verdict).toBe('valid');
    expect(theirs?.signatures[0]?.key?.fingerprint).not.toBe(
      verifyCap(good).alerts[0]?.signatures[0]?.key?.fingerprint,
    );
  });
});

describe('time stays linear', () => {
  const long = `urn:${'x'.repeat(1_000_000)}`;
  const many = (count: number, item: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => item(i)).join('');
  test.each([
    [
      'a long namespace used by many',
      good.replace('<alert ', `<alert xmlns:a="${long}" `).replace('<info>', `${'<a:x/>'.repeat(100_000)}<info>`),
    ],
    ['many namespaces', good.replace('<alert ', `<alert ${many(50_000, (i) => `xmlns:n${i}="urn:${i}" `)}`)],
    [
      'many namespaces, declared by many',
      good
        .replace('<alert ', `<alert ${many(20_000, (i) => `xmlns:n${i}="urn:${i}" `)}`)
        .replace('<info>', `${many(20_000, (i) => `<x xmlns:m${i}="urn:m"/>`)}<info>`),
    ],
    [
      'a long list of prefixes',
      good.replace(
        /(<CanonicalizationMethod [^>]*)\/>/,
        `$1><InclusiveNamespaces xmlns="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="${many(100_000, (i) => `p${i} `)}"/></CanonicalizationMethod>`,
      ),
    ],
    ['a long value', good.replace('<SignatureValue>', `<SignatureValue>${'A'.repeat(2_000_000)}`)],
    ['many objects', good.replace('</Signature>', `${'<Object/>'.repeat(200_000)}</Signature>`)],
  ])('%s', (_, text) => {
    const started = performance.now();
    holds(readVerified(text));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
