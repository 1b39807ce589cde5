import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../core/cap/check.ts';
import { isRefusal } from '../../core/refusal.ts';
import { signCap } from './sign.ts';
import { alertText, bytesOf, ec, office, officeCertificate, rsa, signedText, textOf } from './signed.fixture.ts';
import { readVerified, verifyCap } from './verify.ts';

const first = (document: Uint8Array | string) => verifyCap(document).alerts[0];
const keys = { rsa: rsa.privateKey, ec: ec.privateKey };
const ways = (['rsa', 'ec'] as const).flatMap((key) =>
  (['exclusive', 'inclusive'] as const).map((c14n) => ({ key, c14n })),
);

describe('what is signed verifies', () => {
  test.each(ways)('$key, $c14n', ({ key, c14n }) => {
    const signed = signedText(alertText(), keys[key], { c14n });
    const [read] = readVerified(signed);
    expect(read).toMatchObject({ path: '/alert', verdict: 'valid', findings: [{ code: 'cap.signature.valid' }] });
    expect(read?.reading?.alerts[0]).toMatchObject({ identifier: 'river-7', status: 'Exercise' });
    expect(textOf(read?.signed ?? new Uint8Array())).toBe(alertText());
    expect(read?.signatures[0]?.key?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(check(bytesOf(signed)).alerts[0]?.verdicts.schema).toBe('valid');
  });

  test('whatever the words are, and each change of one character is noticed', () => {
    const words = fc
      .string({
        unit: fc.constantFrom('a', 'é', '漢', '😀', '\n', '\t', '&amp;', '&lt;', '&#13;', "'", '"', '>', '<!--x-->'),
        maxLength: 30,
      })
      .filter((text) => !text.includes(']]>'));
    fc.assert(
      fc.property(words, fc.constantFrom(...ways), fc.nat(), (headline, { key, c14n }, at) => {
        const signed = signedText(alertText('Exercise', `<![CDATA[]]>${headline}`), keys[key], { c14n });
        expect(first(signed)?.verdict).toBe('valid');
        const octets = textOf(first(signed)?.signed ?? new Uint8Array());
        const i = at % signed.length;
        const changed = first(`${signed.slice(0, i)}~${signed.slice(i + 1)}`);
        if (changed?.verdict === 'valid') expect(textOf(changed.signed ?? new Uint8Array())).toBe(octets);
      }),
      { numRuns: 60 },
    );
  });

  test('with a certificate, whose facts are told', () => {
    const signed = signedText(alertText(), office, { certificate: officeCertificate });
    expect(first(signed)?.signatures[0]?.key?.certificate).toMatchObject({
      serial: 'A1B',
      subject: 'CN=Example Met Office',
    });
  });

  test('a second signature over the first: both hold', () => {
    const twice = signedText(signedText(alertText(), rsa.privateKey), ec.privateKey);
    const [read] = readVerified(twice);
    expect(read?.signatures.map(({ verdict }) => verdict)).toEqual(['valid', 'valid']);
    expect(read?.reading?.alerts[0]?.identifier).toBe('river-7');
    const thrice = signCap(bytesOf(twice), ec.privateKey);
    const over = signCap(bytesOf(twice.replace('Exercise', 'Actual')), ec.privateKey);
    expect(isRefusal(over)).toBe(true);
    expect(isRefusal(thrice) && thrice.refused).toMatch(/more than 2 signatures/);
  });

  test('in UTF-16 and in Latin-1, whose bytes the signature does not cover but whose characters it does', () => {
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${alertText('Exercise', 'Überschwemmung')}`;
    const signed = signCap(Buffer.from(latin, 'latin1'), ec.privateKey);
    if (isRefusal(signed)) throw new Error(signed.refused);
    expect(textOf(signed)).toContain('encoding="UTF-8"?><alert');
    expect(readVerified(signed)[0]?.reading?.alerts[0]?.infos[0]?.headline).toBe('Überschwemmung');
    const wide = Buffer.from(`\uFEFF${textOf(signed).replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect(first(new Uint8Array(wide))?.verdict).toBe('valid');
    // A text has no encoding any more, whatever it declares.
    expect(first(textOf(signed).replace('UTF-8', 'ISO-8859-1'))?.verdict).toBe('valid');
  });

  test('with a style sheet in front, put there before signing or after', () => {
    const sheet = '<?xml-stylesheet href="a.xsl"?>';
    for (const signed of [signedText(`${sheet}${alertText()}`), signedText().replace('?>', `?>${sheet}`)])
      expect(readVerified(signed)[0]?.reading?.alerts[0]?.identifier).toBe('river-7');
  });

  test('a carried key can be left out where the reader has it', () => {
    const bare = signedText().replace(/<KeyInfo>.*<\/KeyInfo>/, '');
    expect(first(bare)).toMatchObject({ verdict: 'unverifiable', message: expect.stringContaining('no key') });
    expect(verifyCap(bare, { keys: [ec.publicKey] }).alerts[0]?.verdict).toBe('valid');
    for (const { publicKey } of [rsa, generateKeyPairSync('ec', { namedCurve: 'P-256' })])
      expect(verifyCap(bare, { keys: [publicKey] }).alerts[0]?.verdict).toBe('unverifiable');
  });
});

describe('what is not signed, or not so that it can be checked', () => {
  test('says that it is unsigned', () => {
    expect(first(alertText())).toMatchObject({
      verdict: 'unsigned',
      signed: null,
      findings: [{ code: 'cap.signature.none' }],
    });
    expect(readVerified(alertText())[0]?.reading).toBeNull();
    expect(verifyCap('no XML').alerts).toEqual([]);
    expect(verifyCap('no XML').findings.map(({ code }) => code)).toEqual(['cap.not-xml']);
  });

  test.each([
    [
      'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
      'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
      'SHA-1 is broken',
    ],
    [
      'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
      'http://www.w3.org/2000/09/xmldsig#dsa-sha1',
      'SHA-1 is broken',
    ],
    ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1', 'SHA-1 is broken'],
    [
      'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
      'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256',
      'HMAC',
    ],
    ['http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256', 'urn:mine', 'urn:mine'],
    [
      'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
      'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      'not of the kind',
    ],
  ])('%s → %s', (from, to, why) => {
    expect(first(signedText().replace(from, to))).toMatchObject({
      verdict: 'unverifiable',
      message: expect.stringContaining(why),
      signed: null,
    });
  });

  test('an RSA key under which everything is signed, or whose exponent is long', () => {
    const exponent = /<Exponent>.*?<\/Exponent>/;
    for (const value of ['AQ==', '/////////w=='])
      expect(
        first(signedText(alertText(), rsa.privateKey).replace(exponent, `<Exponent>${value}</Exponent>`)),
      ).toMatchObject({ verdict: 'unverifiable', signed: null });
  });

  test('a short RSA key', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    expect(() => signCap(bytesOf(alertText()), privateKey)).toThrow('2048');
    expect(() => signCap(bytesOf(alertText()), ec.publicKey)).toThrow('private');
    expect(() => signCap(bytesOf(alertText()), ec.privateKey, { certificate: officeCertificate })).toThrow(
      'certificate',
    );
  });

  test.each([
    '',
    'no XML',
    '<feed/>',
    `<?xml version="1.0"?><!DOCTYPE alert>${alertText()}`,
    '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>',
  ])('signing refuses what is no alert: %s', (text) =>
    expect(isRefusal(signCap(bytesOf(text), ec.privateKey))).toBe(true),
  );
});

describe('in a feed', () => {
  const feed = (entries: readonly string[], declarations = ''): string =>
    `<feed xmlns="http://www.w3.org/2005/Atom"${declarations}><id>urn:f</id>${entries
      .map((alert) => `<entry><id>urn:e</id><content type="text/xml">${alert}</content></entry>`)
      .join('')}</feed>`;
  const bare = (text: string): string => text.replace(/^<\?xml.*?\?>/, '');

  test('each alert is a document of its own, in any feed', () => {
    const alerts = [signedText(), alertText(), signedText(alertText('Actual'), rsa.privateKey, { c14n: 'inclusive' })];
    const read = readVerified(feed(alerts.map(bare), ' xmlns:cap="urn:oasis:names:tc:emergency:cap:1.1"'));
    expect(read.map(({ verdict }) => verdict)).toEqual(['valid', 'unsigned', 'valid']);
    expect(read.map(({ reading }) => reading?.alerts[0]?.status)).toEqual(['Exercise', undefined, 'Actual']);
    expect(new Set(read.map(({ path }) => path)).size).toBe(3);
  });

  test('the place of a finding is that in the feed', () => {
    const text = feed([bare(signedText())]);
    const where = verifyCap(text).alerts[0]?.findings[0]?.where;
    expect(text.slice(where?.start, where?.end)).toMatch(/^<Signature .*<\/Signature>$/);
  });

  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const entry = (content: string): string =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="text">${content}</content></entry></feed>`;
  const edxl = (object: string): string =>
    `<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><contentObject>${object}</contentObject></EDXLDistribution>`;
  const encoded = (text: string, encoding: BufferEncoding = 'utf8'): string =>
    `<nonXMLContent><mimeType>application/cap+xml</mimeType><contentData>${Buffer.from(text, encoding).toString('base64')}</contentData></nonXMLContent>`;
  const sheet = '<?xml-stylesheet href="a.xsl"?>';
  const odd = signedText(`${sheet}${alertText('Exercise', 'a &amp; b &lt;c> é &#13;😀')}`);

  test.each([
    ['escaped', entry(escaped(odd)), 'a & b <c> é \r😀'],
    [
      'escaped, with white space and a comment around',
      entry(`\r\n <!-- x -->${escaped(bare(odd))}\r\n`),
      'a & b <c> é \r😀',
    ],
    ['as CDATA', entry(`<![CDATA[${odd.replace('&#13;', '')}x]]>`).replace('x]]>', ']]>'), null],
    ['in base64', edxl(encoded(odd)), 'a & b <c> é \r😀'],
    ['in base64 and UTF-16', edxl(encoded(`\uFEFF${odd.replace('UTF-8', 'UTF-16')}`, 'utf16le')), 'a & b <c> é \r😀'],
    [
      'in an envelope that is escaped',
      entry(escaped(edxl(`<xmlContent><embeddedXMLContent>${bare(signedText())}</embeddedXMLContent></xmlContent>`))),
      'High water at Lower Bridge',
    ],
  ])('%s', (_, text, headline) => {
    const [read, ...more] = readVerified(text);
    expect(more).toEqual([]);
    expect(read?.verdict).toBe(headline === null ? 'tampered' : 'valid');
    expect(read?.reading?.alerts[0]?.infos[0]?.headline ?? null).toBe(headline);
    const [changed] = verifyCap(text.replace('Exercise', 'Actual')).alerts;
    if (text.includes('Exercise')) expect(changed).toMatchObject({ verdict: 'tampered', signed: null });
  });

  test('the place of a finding is where the signature stands in the text around it', () => {
    const text = entry(escaped(odd));
    const where = verifyCap(text).alerts[0]?.findings[0]?.where;
    expect(text.slice(where?.start, where?.end)).toMatch(/^&lt;Signature .*&lt;\/Signature>$/);
    const based = edxl(encoded(odd));
    const whole = verifyCap(based).alerts[0]?.findings[0]?.where;
    expect(based.slice(whole?.start, whole?.end)).toBe(Buffer.from(odd).toString('base64'));
  });

  test('several one behind the other are each read by themselves', () => {
    const [one, two] = [signedText(), signedText(alertText('Test'))];
    expect(readVerified(one + two).map(({ verdict }) => verdict)).toEqual(['valid', 'valid']);
    expect(readVerified(`${one}${two}<`).map(({ verdict }) => verdict)).toEqual(['valid', 'valid']);
  });

  test('one that leans on names of the feed was not signed by itself', () => {
    const leaning = bare(signedText()).replace('<alert ', '<alert o:x="1" ');
    expect(verifyCap(feed([leaning], ' xmlns:o="urn:o"')).alerts[0]).toMatchObject({ verdict: 'unverifiable' });
  });

  test('a signature on the feed is none on its alerts', () => {
    const [signature = ''] = /<Signature .*<\/Signature>/.exec(signedText()) ?? [];
    const read = readVerified(feed([alertText('Actual')]).replace('</feed>', `${signature}</feed>`));
    expect(read.map(({ verdict }) => verdict)).toEqual(['unsigned']);
  });
});
