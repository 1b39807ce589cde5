/** What is found of the signature on an alert, with an example of each, for the documentation. No verdict of a check counts it. */
import { base, replaced } from '../../core/cap/rules/examples/example.ts';
import type { Note } from '../../core/cap/rules/notes.ts';
import { dsig, dsig11, ecdsaSha256, enveloped, exclusiveC14n, sha256 } from './algorithms.ts';

/** Made once, with a key that is used for nothing else: a signature is another one each time. */
const made = {
  digest: 'zcLbNbNE5vbj310Fvj6q+fzCBOemwJ65CXAw5drdd8g=',
  value: '38PkIFwSEUT1sTw/J96ebeYaPfSla8bHFQH2leSWxepS5Pc/GHFuRSspYj64pf8M9E0hquIKfiKJYf71HZExIA==',
  key: 'BJ7/VI3qV9f5iWbSGQV/euLQZoMXbGgO0CNvTLFtfu3ine14Q1u+idLzGcJ53hmz1VV75UarsCOh2odNItRZbF8=',
};

const signature = [
  `<Signature xmlns="${dsig}"><SignedInfo><CanonicalizationMethod Algorithm="${exclusiveC14n}"/>`,
  `<SignatureMethod Algorithm="${ecdsaSha256}"/><Reference URI=""><Transforms>`,
  `<Transform Algorithm="${enveloped}"/><Transform Algorithm="${exclusiveC14n}"/></Transforms>`,
  `<DigestMethod Algorithm="${sha256}"/><DigestValue>${made.digest}</DigestValue></Reference></SignedInfo>`,
  `<SignatureValue>${made.value}</SignatureValue><KeyInfo><KeyValue><ECKeyValue xmlns="${dsig11}">`,
  `<NamedCurve URI="urn:oid:1.2.840.10045.3.1.7"/><PublicKey>${made.key}</PublicKey>`,
  '</ECKeyValue></KeyValue></KeyInfo></Signature>',
].join('');

const signed = replaced(base, '</alert>', `${signature}</alert>`);
const source = 'CAP 1.2, section 3.3.4.1; XML Signature 1.1';

export const signatureNotes: readonly Note[] = [
  {
    code: 'cap.signature.valid',
    by: '`verifyCap`',
    severity: 'info',
    source,
    asks: 'The alert is as it was signed.',
    why: 'Nobody changed it since. Whose key it was is another question: `trustOf` answers it by the keys that were pinned for the source.',
    shown: { at: '/alert/Signature', bad: signed, good: null },
  },
  {
    code: 'cap.signature.none',
    by: '`verifyCap`',
    severity: 'info',
    source,
    asks: 'The alert is signed.',
    why: 'Most alerts are not, and CAP asks nobody to refuse them. Who vouches for it has to be known in another way, such as where it was fetched.',
    shown: { at: '/alert', bad: base, good: signed },
  },
  {
    code: 'cap.signature.unverifiable',
    by: '`verifyCap`',
    severity: 'warning',
    source,
    asks: 'The signature is of a form, an algorithm and a key that can be checked here.',
    why: 'It may be sound, and nobody can say so here; the message tells why. The alert counts as unsigned, and is not refused.',
    shown: { at: '/alert/Signature', bad: replaced(signed, ecdsaSha256, `${dsig}hmac-sha1`), good: signed },
  },
  {
    code: 'cap.signature.tampered',
    by: '`verifyCap`',
    severity: 'error',
    source,
    asks: 'Neither the alert nor its signature was changed after signing.',
    why: 'Somebody changed it on its way, be it a tool that moved white space or one who wants people in the wrong place. Do not rely on it; fetch it from its issuer again.',
    shown: { at: '/alert/Signature', bad: replaced(signed, 'will flood', 'will not flood'), good: signed },
  },
];
