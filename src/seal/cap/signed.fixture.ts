/** Alerts signed for tests, and keys made for nothing else. */
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { isRefusal } from '../../core/refusal.ts';
import { exclusive, ofDocument, ofElement } from './canonical.ts';
import { type SignOptions, signCap } from './sign.ts';
import { isNamed } from './signature.ts';
import { type Element, isElement, parseTree } from './tree.ts';

export const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** With the certificate below, of serial number 0A1B. */
export const office = createPrivateKey(`-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgaruueHc9dI9oU7/X
hdt13ekyrWh2eslEVT3k80w1sfahRANCAASe/1SN6lfX+Ylm0hkFf3ri0GaDF2xo
DtAjb0yxbX7t4p3teENbvonS8xnCed4Zs9VVe+VGq7AjodqHTSLUWWxf
-----END PRIVATE KEY-----`);
export const officeCertificate = `-----BEGIN CERTIFICATE-----
MIIBgDCCASWgAwIBAgICChswCgYIKoZIzj0EAwIwHTEbMBkGA1UEAwwSRXhhbXBs
ZSBNZXQgT2ZmaWNlMCAXDTI2MTEyNTE0MzcyNFoYDzIxMjYxMTAxMTQzNzI0WjAd
MRswGQYDVQQDDBJFeGFtcGxlIE1ldCBPZmZpY2UwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASe/1SN6lfX+Ylm0hkFf3ri0GaDF2xoDtAjb0yxbX7t4p3teENbvonS
8xnCed4Zs9VVe+VGq7AjodqHTSLUWWxfo1MwUTAdBgNVHQ4EFgQUbr9hRAEzm7Ba
d0V+JxMbGokubUgwHwYDVR0jBBgwFoAUbr9hRAEzm7Bad0V+JxMbGokubUgwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEA3DlXG71lSYqLs0kNoCVr
Idwzl4c2HrCNcdnIYK6zghcCIQDFpMlFHS9QaOsLfpCcwYwuWFSlKcYwsu9cyKw/
2WMibw==
-----END CERTIFICATE-----`;

export const capNamespace = 'urn:oasis:names:tc:emergency:cap:1.2';

/** An exercise on a river; `status` and `headline` are what attackers want to change. */
export const alertText = (status = 'Exercise', headline = 'High water at Lower Bridge'): string =>
  `<alert xmlns="${capNamespace}">
  <identifier>river-7</identifier><sender>desk@water.example</sender><sent>2026-11-02T08:00:00+01:00</sent>
  <status>${status}</status><msgType>Alert</msgType><scope>Public</scope>
  <info><category>Met</category><event>Flood</event><urgency>Expected</urgency><severity>Severe</severity>
    <certainty>Likely</certainty><headline>${headline}</headline>
    <area><areaDesc>Lower Bridge</areaDesc><circle>50.1,8.2 3</circle></area></info>
</alert>`;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The text of a signed alert; throws when it was refused. */
export function signedText(text = alertText(), key = ec.privateKey, options: SignOptions = {}): string {
  const signed = signCap(bytesOf(text), key, options);
  if (isRefusal(signed)) throw new Error(signed.refused);
  return textOf(signed);
}

const named = (element: Element | undefined, name: string): Element => {
  const found = element?.children.filter(isElement).find((child) => isNamed(child, name));
  if (!found) throw new Error(`no ${name}`);
  return found;
};

/**
 * A signed text whose signature was changed, with the digest and the value that fit it as it is now: nothing but its form can be
 * refused. `key` is an EC key, and the carried one is not looked at.
 */
export function resigned(text: string, key: KeyObject = ec.privateKey): string {
  const tree = parseTree(text);
  const octets = tree && ofDocument(tree, exclusive, new Set([named(tree.root, 'Signature')]));
  if (!octets) throw new Error('no document');
  const digest = createHash('sha256').update(octets).digest('base64');
  const digested = text.replace(/(<DigestValue>).*?</g, `$1${digest}<`);
  const info = ofElement(named(named(parseTree(digested)?.root, 'Signature'), 'SignedInfo'), exclusive);
  if (!info) throw new Error('no SignedInfo');
  const value = sign('sha256', info, { key, dsaEncoding: 'ieee-p1363' }).toString('base64');
  return digested.replace(/(<SignatureValue>).*?</, `$1${value}<`);
}
