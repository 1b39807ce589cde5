// A genuine alert with what others added and signed with keys of their own: nothing of theirs is ever read.
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { write } from '../../core/cap/index.ts';
import { isRefusal } from '../../core/refusal.ts';
import { signCap } from './sign.ts';
import { alertText, bytesOf, ec, office, officeCertificate, resigned, signedText, textOf } from './signed.fixture.ts';
import { pinOf, trustOf } from './trust/trust.ts';
import { readVerified, verifyCap } from './verify.ts';

const good = signedText();
const evil = alertText('Actual', 'Leave at once');
const theirs = createPrivateKey(
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
);
const [genuine] = readVerified(good);
const inObject = (what: string): string => good.replace('</Signature>', `<Object>${what}</Object></Signature>`);

/** Signs over whatever stands there, in the last place or the first; null when that is refused. */
function overSigned(
  text: string,
  key: KeyObject,
  place: 'first' | 'last',
  c14n: 'exclusive' | 'inclusive',
): string | null {
  const signed = signCap(bytesOf(text), key, { c14n });
  if (isRefusal(signed)) return null;
  const twice = textOf(signed);
  if (place === 'last') return twice;
  const [start, end] = [twice.lastIndexOf('<Signature '), twice.lastIndexOf('</Signature>') + '</Signature>'.length];
  const without = twice.slice(0, start) + twice.slice(end);
  return without.replace('<Signature ', `${twice.slice(start, end)}<Signature `);
}

describe('content inside a signature is none of the alert', () => {
  const places = (['first', 'last'] as const).flatMap((place) =>
    (['exclusive', 'inclusive'] as const).map((c14n) => ({ place, c14n })),
  );
  const added: Record<string, string> = {
    'words in an Object': inObject('Leave at once'),
    'an alert in an Object': inObject(evil),
    'an info in an Object': inObject(`<info xmlns="urn:oasis:names:tc:emergency:cap:1.2">Leave at once</info>`),
    'an alert in a KeyInfo': good.replace('<KeyInfo>', `<KeyInfo>${evil}`),
    'a key’s name': good.replace('<KeyInfo>', '<KeyInfo><KeyName>Leave at once</KeyName>'),
  };

  test.each(Object.entries(added).flatMap(([name, text]) => places.map((how) => ({ name, text, ...how }))))(
    '$name, signed over $place, $c14n',
    ({ text, place, c14n }) => {
      const document = overSigned(text, theirs, place, c14n);
      if (document === null) throw new Error('not signed, so nothing was tried');
      const [read] = readVerified(document);
      expect(read?.signatures.map(({ verdict }) => verdict)).toEqual(['valid', 'valid']);
      expect(read?.signed).toEqual(genuine?.signed);
      expect(read?.reading?.text).toBe(genuine?.reading?.text);
      const [alert] = read?.reading?.alerts ?? [];
      expect(alert && write(alert)).not.toContain('Leave at once');
      expect(JSON.stringify(read?.reading)).toBe(JSON.stringify(genuine?.reading));
    },
  );

  test('a signature in place of the alert is none', () => {
    expect(readVerified(overSigned(inObject(evil), theirs, 'first', 'exclusive') ?? '')[0]?.signed).toEqual(
      genuine?.signed,
    );
  });
});

describe('what one of two signatures does not cover is not read', () => {
  const sheet = '<?xml-stylesheet href="evil.xsl"?>';
  test.each([
    ['a style sheet', good.replace('?>', `?>${sheet}`)],
    ['a namespace that nothing uses', good.replace('<info>', '<info xmlns:q="urn:evil">')],
  ])('%s', (_, text) => {
    for (const place of ['first', 'last'] as const) {
      const signed = signedText(text.replace(/<Signature .*<\/Signature>/, ''), office, { c14n: 'inclusive' });
      const [signature = ''] = /<Signature .*<\/Signature>/.exec(signed) ?? [];
      const document =
        place === 'first'
          ? text.replace('<Signature ', `${signature}<Signature `)
          : text.replace('</alert>', `${signature}</alert>`);
      const [read] = verifyCap(document).alerts;
      expect(read).toMatchObject({ verdict: 'unverifiable', message: expect.stringContaining('do not all cover') });
      expect(read?.signed).toBeNull();
      // By itself it is whole: nothing else was wrong with it.
      expect(verifyCap(signed).alerts[0]?.verdict).toBe('valid');
    }
  });

  test('both are asked whose they are: the order says nothing', () => {
    const pin = pinOf(ec.publicKey.export({ type: 'spki', format: 'pem' }));
    if (!pin) throw new Error('no pin');
    const at = { sentAt: Date.UTC(2026, 10, 2), receivedAt: Date.UTC(2026, 10, 2) };
    const [read] = readVerified(overSigned(good, theirs, 'first', 'exclusive') ?? '');
    const trusts = read?.signatures.map(({ key }) => key && trustOf(key, { pinned: [pin], revoked: [] }, at));
    expect(trusts).toEqual(['unknown', 'pinned']);
  });
});

describe('a form that is not on the list is refused for that alone', () => {
  const bare = good.replace(/^<\?.*?\?>/, '');
  const third = '<Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>';
  test('what is only signed anew is valid', () => expect(verifyCap(resigned(good)).alerts[0]?.verdict).toBe('valid'));

  test.each([
    ['a reference to a part', good.replace('URI=""', 'URI="#a"'), 'not about the whole alert'],
    ['a reference to elsewhere', good.replace('URI=""', 'URI="http://127.0.0.1/a.xml"'), 'not about the whole alert'],
    ['a reference of a type', good.replace('URI=""', 'URI="" Type="urn:x"'), 'not about the whole alert'],
    ['a third transform', good.replace('</Transforms>', `${third}</Transforms>`), 'changes the alert in other ways'],
    [
      'a first transform that is none of taking out',
      good.replace(/<Transform Algorithm="[^"]*enveloped-signature"\/>/, third),
      'changes the alert in other ways',
    ],
    ['loose text in the signature', good.replace('<KeyInfo>', 'x<KeyInfo>'), 'loose text'],
    ['loose text in the key', good.replace('<KeyInfo>', '<KeyInfo>x'), 'loose text'],
    ['loose text in a value’s parts', good.replace('<KeyValue>', '<KeyValue>x'), 'loose text'],
    ['an attribute of the signature', good.replace('<Signature ', '<Signature He="x" '), 'attributes'],
    ['an attribute of the value', good.replace('<SignatureValue>', '<SignatureValue x="y">'), 'attributes'],
    ['an attribute of the key', good.replace('<KeyInfo>', '<KeyInfo x="y">'), 'attributes'],
    ['an attribute in the key', good.replace('<PublicKey>', '<PublicKey x="y">'), 'attributes'],
    ['a part of a key that is unknown', good.replace('<KeyInfo>', '<KeyInfo><KeyMame/>'), 'unknown'],
    ['two curves', good.replace(/<NamedCurve[^>]*>/, (curve) => curve.repeat(2)), 'parts that it must have'],
    [
      'two values of a key',
      good.replace('</ECKeyValue>', '</ECKeyValue><x xmlns="urn:x"/>'),
      'parts that it must have',
    ],
  ])('%s', (_, text, why) => {
    expect(text).not.toBe(good);
    const document = /<SignatureValue>/.test(text) ? resigned(text) : text.replace(/x="y"/, 'x="z"');
    expect(verifyCap(document).alerts[0]).toMatchObject({
      verdict: 'unverifiable',
      message: expect.stringContaining(why),
      signed: null,
    });
  });

  test('an alert whose namespace is declared around it is another one when it is cut out', () => {
    const nameless = resigned(bare.replace(/ xmlns="urn:oasis[^"]*"/, ''));
    const [read] = verifyCap(`<x xmlns="urn:oasis:names:tc:emergency:cap:1.2">${nameless}</x>`).alerts;
    expect(read).toMatchObject({ path: '/x/alert', verdict: 'unverifiable', signed: null });
    expect(read?.message).toMatch(/declared outside/);
  });
});

describe('what stands around the alert', () => {
  const change = (from: string | RegExp, to: string): Uint8Array => bytesOf(good.replace(from, to));
  test.each([
    ['words behind', change(/$/, 'junk'), 'well-formed'],
    ['a broken tag behind', change(/$/, '<'), 'well-formed'],
    ['a tag that does not end', change(/$/, '<alert'), 'well-formed'],
    ['a declaration behind', change(/$/, '<?xml version="1.0"?>'), 'well-formed'],
    ['space before the declaration', change(/^/, ' '), 'well-formed'],
    ['an encoding that nobody knows', change('UTF-8', 'TTF-8'), 'encoding'],
    ['bytes that are none of it', new Uint8Array([...bytesOf(`${good}<!--`), 0xff, ...bytesOf('-->')]), 'encoding'],
    ['XML 1.1', change('"1.0"', '"1.1"'), 'not XML 1.0'],
    ['XML that is not made yet', change('"1.0"', '"1.8"'), 'not XML 1.0'],
  ])('%s is not as anybody signed it', (_, document, why) => {
    expect(verifyCap(document).alerts[0]).toMatchObject({
      verdict: 'unverifiable',
      message: expect.stringContaining(why),
      signed: null,
    });
  });

  test.each([
    ['a declaration that is none', change('<?xml', '<?yml')],
    ['an instruction that is no style sheet', change('?>', '?><?x y?>')],
    ['one behind', change(/$/, '<?x y?>')],
  ])('%s was changed after signing', (_, document) => {
    expect(verifyCap(document).alerts[0]).toMatchObject({ verdict: 'tampered', signed: null });
  });
});

describe('certificates that are not whole', () => {
  const certified = signedText(alertText(), office, { certificate: officeCertificate });
  const der = /<X509Certificate>(.*?)</.exec(certified)?.[1] ?? '';
  const carrying = (bytes: Uint8Array): string => certified.replace(der, Buffer.from(bytes).toString('base64'));
  const whole = Buffer.from(der, 'base64');
  const flipped = Uint8Array.from(whole);
  flipped[15] = 0x0b; // the serial number

  test.each([
    ['bytes behind it', carrying(Buffer.concat([whole, Buffer.from('more')])), "can't be read"],
    ['PEM in base64', carrying(Buffer.from(officeCertificate)), "can't be read"],
    ['none at all', carrying(Buffer.from('none')), "can't be read"],
    ['another number under its own signature', carrying(flipped), 'certificate was changed'],
    ['loose text beside it', certified.replace('<X509Data>', '<X509Data>x'), 'loose text'],
    ['an attribute on it', certified.replace('<X509Certificate>', '<X509Certificate x="y">'), 'attributes'],
    ['an unknown part beside it', certified.replace('<X509Data>', '<X509Data><X509Sky/>'), 'unknown'],
  ])('%s', (_, text, why) => {
    expect(text).not.toBe(certified);
    expect(verifyCap(text).alerts[0]).toMatchObject({
      verdict: 'unverifiable',
      message: expect.stringContaining(why),
      signed: null,
    });
  });

  test('beside one that can’t be read no bare key is taken', () => {
    const [keyValue = ''] = /<KeyValue>.*<\/KeyValue>/.exec(signedText(alertText(), office)) ?? [];
    const both = certified.replace('</X509Data>', `</X509Data>${keyValue}`);
    expect(verifyCap(both).alerts[0]?.verdict).toBe('valid');
    expect(verifyCap(both.replace(der, der.slice(4))).alerts[0]?.verdict).toBe('unverifiable');
  });
});

test.each([
  ['a private key', ec.privateKey],
  ['none', undefined as unknown as KeyObject],
])('a key to verify with that is %s is a bug, and the sentence says what to give', (_, key) => {
  expect(() => verifyCap(good, { keys: [key] })).toThrow(/createPublicKey/);
});
