/**
 * Puts one enveloped signature on an alert, as its last element, where the schema of CAP 1.2 has it. Nothing else of the
 * alert changes, except that what leaves here is UTF-8 and says so.
 */
import { constants, createHash, createPublicKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { openCap } from '../../core/cap/document.ts';
import { Findings } from '../../core/finding.ts';
import type { Refusal } from '../../core/refusal.ts';
import { dsig, dsig11, ecdsaSha256, enveloped, exclusiveC14n, inclusiveC14n, rsaSha256, sha256 } from './algorithms.ts';
import { exclusive, inclusive, type Method, ofDocument, ofElement } from './canonical.ts';
import { curves, isFit } from './keys.ts';
import { isNamed } from './signature.ts';
import { isElement, parseTree } from './tree.ts';
import { verifyCap } from './verify.ts';

export interface SignOptions {
  /** Exclusive unless stated, which survives being put into a feed by any tool. */
  readonly c14n?: 'exclusive' | 'inclusive';
  /** The key's certificate in PEM or DER, to be sent along; without one the bare public key is. */
  readonly certificate?: string | Uint8Array;
}

/**
 * A signed copy of a document that is one alert, in UTF-8. `key` is a private key: RSA of 2048 to 8192 bits (RSA-SHA256,
 * PKCS #1 v1.5) or EC on P-256, P-384, P-521 (ECDSA-SHA256); another one, or a foreign certificate, is a bug and throws.
 */
export function signCap(
  document: Uint8Array,
  key: KeyObject,
  { c14n = 'exclusive', certificate }: SignOptions = {},
): Uint8Array | Refusal {
  const findings = new Findings();
  const { places, container, alerts } = openCap(document, findings, null);
  const [alert] = alerts;
  if (!places || !alert || container !== 'alert') {
    const [fault] = findings.list();
    return { refused: `Only a document that is one CAP alert can be signed. ${fault?.message ?? ''}`.trim() };
  }
  if (alert.node.contentEnd === alert.node.end) return { refused: 'The alert is empty; there is nothing to sign.' };
  const declared = /^<\?xml\s.*?\?>/s.exec(places.text)?.[0] ?? '';
  const head = places.text.slice(declared.length, alert.node.contentEnd);
  const tail = places.text.slice(alert.node.contentEnd);
  const around = (signature: string): string => `<?xml version="1.0" encoding="UTF-8"?>${head}${signature}${tail}`;

  const method = c14n === 'exclusive' ? exclusive : inclusive;
  const digest = digestOf(around(''), method);
  const kind = kindOf(key);
  const info = signedInfo(digest, c14n === 'exclusive' ? exclusiveC14n : inclusiveC14n, kind);
  const keyInfo = keyInfoOf(key, certificate);
  const value = signatureValueOf(around(signatureOf(info, '', keyInfo)), method, key, kind);
  const signed = new TextEncoder().encode(around(signatureOf(info, value, keyInfo)));
  const [check] = verifyCap(signed).alerts;
  if (check?.verdict !== 'valid') return { refused: `The alert can't be signed. ${check?.message ?? ''}`.trim() };
  return signed;
}

function kindOf(key: KeyObject): 'rsa' | 'ec' {
  const kind = key.asymmetricKeyType;
  if (key.type !== 'private' || (kind !== 'rsa' && kind !== 'ec') || !isFit(key, kind))
    throw new Error(
      'a CAP alert is signed with a private RSA key of 2048 to 8192 bits or an EC key on P-256, P-384 or P-521',
    );
  return kind;
}

const textOfBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function digestOf(text: string, method: Method): string {
  const tree = parseTree(text);
  const octets = tree && ofDocument(tree, method, new Set());
  return octets ? createHash('sha256').update(octets).digest('base64') : '';
}

/** The signature over SignedInfo as it stands in the document. */
function signatureValueOf(text: string, method: Method, key: KeyObject, kind: 'rsa' | 'ec'): string {
  const signature = parseTree(text)?.root.children.filter(isElement).at(-1);
  const info = signature?.children.filter(isElement).find((child) => isNamed(child, 'SignedInfo'));
  const octets = info && ofElement(info, method);
  if (!octets) return '';
  return textOfBase64(
    kind === 'ec'
      ? sign('sha256', octets, { key, dsaEncoding: 'ieee-p1363' })
      : sign('sha256', octets, { key, padding: constants.RSA_PKCS1_PADDING }),
  );
}

const signedInfo = (digest: string, c14n: string, kind: 'rsa' | 'ec'): string =>
  `<SignedInfo><CanonicalizationMethod Algorithm="${c14n}"/>` +
  `<SignatureMethod Algorithm="${kind === 'ec' ? ecdsaSha256 : rsaSha256}"/><Reference URI=""><Transforms>` +
  `<Transform Algorithm="${enveloped}"/><Transform Algorithm="${c14n}"/></Transforms>` +
  `<DigestMethod Algorithm="${sha256}"/><DigestValue>${digest}</DigestValue></Reference></SignedInfo>`;

const signatureOf = (info: string, value: string, keyInfo: string): string =>
  `<Signature xmlns="${dsig}">${info}<SignatureValue>${value}</SignatureValue><KeyInfo>${keyInfo}</KeyInfo></Signature>`;

function keyInfoOf(key: KeyObject, certificate: string | Uint8Array | undefined): string {
  if (certificate !== undefined) {
    const x509 = new X509Certificate(Buffer.from(certificate));
    if (!x509.checkPrivateKey(key)) throw new Error('the certificate is not that of the signing key');
    return `<X509Data><X509Certificate>${textOfBase64(x509.raw)}</X509Certificate></X509Data>`;
  }
  const { kty, n = '', e = '', crv, x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' });
  const bytes = (words: string): Buffer => Buffer.from(words, 'base64url');
  if (kty === 'RSA') {
    const parts = `<Modulus>${textOfBase64(bytes(n))}</Modulus><Exponent>${textOfBase64(bytes(e))}</Exponent>`;
    return `<KeyValue><RSAKeyValue>${parts}</RSAKeyValue></KeyValue>`;
  }
  const uri = curves.find((curve) => curve.crv === crv)?.uri ?? '';
  const point = textOfBase64(Buffer.concat([Buffer.of(4), bytes(x), bytes(y)]));
  const parts = `<NamedCurve URI="${uri}"/><PublicKey>${point}</PublicKey>`;
  return `<KeyValue><ECKeyValue xmlns="${dsig11}">${parts}</ECKeyValue></KeyValue>`;
}
