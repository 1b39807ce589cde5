/** The algorithms of XML signatures that are taken for secure, by their addresses (XMLDSig 1.1; RFC 9231), and why others are not. */
import type { Method } from './canonical.ts';

export interface SignatureAlgorithm {
  readonly key: 'rsa' | 'ec';
  readonly hash: string;
}

export const dsig = 'http://www.w3.org/2000/09/xmldsig#';
export const dsig11 = 'http://www.w3.org/2009/xmldsig11#';
const more = 'http://www.w3.org/2001/04/xmldsig-more#';
const xmlenc = 'http://www.w3.org/2001/04/xmlenc#';
export const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const inclusiveC14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const inclusiveC14n11 = 'http://www.w3.org/2006/12/xml-c14n11';

export const enveloped = `${dsig}enveloped-signature`;
export const sha256 = `${xmlenc}sha256`;
export const rsaSha256 = `${more}rsa-sha256`;
export const ecdsaSha256 = `${more}ecdsa-sha256`;

export const signatureAlgorithms: ReadonlyMap<string, SignatureAlgorithm> = new Map([
  [rsaSha256, { key: 'rsa', hash: 'sha256' }],
  [`${more}rsa-sha384`, { key: 'rsa', hash: 'sha384' }],
  [`${more}rsa-sha512`, { key: 'rsa', hash: 'sha512' }],
  [ecdsaSha256, { key: 'ec', hash: 'sha256' }],
  [`${more}ecdsa-sha384`, { key: 'ec', hash: 'sha384' }],
  [`${more}ecdsa-sha512`, { key: 'ec', hash: 'sha512' }],
]);

export const digestAlgorithms: ReadonlyMap<string, string> = new Map([
  [sha256, 'sha256'],
  [`${more}sha384`, 'sha384'],
  [`${xmlenc}sha512`, 'sha512'],
]);

/** With or without comments is the same here, because there are none where these methods are used (tree.ts, signature.ts). */
export const canonicalMethods: ReadonlyMap<string, Method['kind']> = new Map([
  [inclusiveC14n, 'inclusive'],
  [`${inclusiveC14n}#WithComments`, 'inclusive'],
  [inclusiveC14n11, 'inclusive-1.1'],
  [`${inclusiveC14n11}#WithComments`, 'inclusive-1.1'],
  [exclusiveC14n, 'exclusive'],
  [`${exclusiveC14n}WithComments`, 'exclusive'],
]);

/** Why an address that is in none of these tables can't be used, to follow on “because”. */
export function whyNot(algorithm: string): string {
  if (/sha1$/i.test(algorithm)) return 'it uses SHA-1, and SHA-1 is broken';
  if (/md5$/i.test(algorithm)) return 'it uses MD5, and MD5 is broken';
  if (/hmac/i.test(algorithm)) return 'it is an HMAC, which proves nothing to anybody who has no secret key';
  const shown = algorithm.length > 80 ? `${algorithm.slice(0, 79)}…` : algorithm;
  return algorithm === '' ? 'an algorithm is missing' : `its algorithm “${shown}” is not one for alerts`;
}
