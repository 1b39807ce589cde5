/**
 * A `Signature` element to what it says, or why it can't be relied on. Whatever is not on the list here is refused: one
 * reference to the whole document, the enveloped transform, at most one canonicalization (XMLDSig, section 4). The
 * whole document is URI="" or no URI, as the signature stands in the one thing that a CAP signature can be about.
 */

import type { SignatureAlgorithm } from './algorithms.ts';
import {
  canonicalMethods,
  digestAlgorithms,
  dsig,
  dsig11,
  enveloped,
  exclusiveC14n,
  signatureAlgorithms,
  whyNot,
} from './algorithms.ts';
import { inclusive, type Method } from './canonical.ts';
import { type Element, isElement } from './tree.ts';

export interface Statement {
  readonly signedInfo: Element;
  /** How SignedInfo becomes octets, and how the document does. */
  readonly infoMethod: Method;
  readonly method: Method;
  readonly algorithm: SignatureAlgorithm;
  /** null when somebody changed it so that it means the same octets in other letters. */
  readonly signatureValue: Uint8Array | null;
  /** As node:crypto names it. */
  readonly hash: string;
  readonly digest: Uint8Array;
  readonly keyInfo: Element | null;
}

/** Thrown to leave from any depth with the reason, to follow on “because”; never leaves this file. */
class Unusable extends Error {}

/** Longest value in base64, far above what any key needs. */
const maxBase64 = 64 * 1024;

/** `text` is what the element was parsed from. */
export function readSignature(signature: Element, text: string): Statement | { readonly because: string } {
  try {
    return statementOf(signature, text);
  } catch (thrown) {
    if (thrown instanceof Unusable) return { because: thrown.message };
    throw thrown;
  }
}

function statementOf(signature: Element, text: string): Statement {
  const parts = elementsOf(signature);
  const [signedInfo, value, ...others] = parts;
  if (!isNamed(signedInfo, 'SignedInfo') || !isNamed(value, 'SignatureValue'))
    throw new Unusable('it does not begin with one SignedInfo and one SignatureValue');
  // Others, such as Object, are not signed and never read.
  const keyInfos = others.filter((part) => isNamed(part, 'KeyInfo'));
  if (keyInfos.length > 1 || others.some((part) => isNamed(part, 'SignedInfo') || isNamed(part, 'SignatureValue')))
    throw new Unusable('a part of it stands twice');
  if (/<!--|<\?/.test(text.slice(signedInfo.start, value.end)))
    throw new Unusable('there are comments or processing instructions in its values');

  const [canonical, signing, reference] = exactly(signedInfo, 'CanonicalizationMethod', 'SignatureMethod', 'Reference');
  const algorithm = signatureAlgorithms.get(algorithmOf(signing));
  if (!algorithm) throw new Unusable(whyNot(algorithmOf(signing)));
  exactly(signing);
  holdsOnly(signature, 'Id');
  holdsOnly(value, 'Id');
  for (const keyInfo of keyInfos) checkKeyInfo(keyInfo);
  return {
    signedInfo,
    infoMethod: methodOf(canonical),
    algorithm,
    signatureValue: bytesOf(value) && exactBase64Of(value),
    keyInfo: keyInfos[0] ?? null,
    ...readReference(reference),
  };
}

/** Beside what holds keys that are used (XMLDSig, section 4.5); of other namespaces anything may stand there. */
const otherInfos = ['KeyName', 'RetrievalMethod', 'PGPData', 'SPKIData', 'MgmtData'];
const otherX509 = ['X509IssuerSerial', 'X509SKI', 'X509SubjectName', 'X509CRL'];

/** Nobody signed a KeyInfo: it has the form that the standard gives it, or nothing of it is used. */
function checkKeyInfo(keyInfo: Element): void {
  holdsOnly(keyInfo, 'Id');
  for (const part of elementsOf(keyInfo))
    if (isNamed(part, 'KeyValue')) checkKeyValue(part);
    else if (!isNamed(part, 'X509Data')) mustBeKnown(part, otherInfos);
    else {
      holdsOnly(part);
      for (const item of elementsOf(part))
        if (isNamed(item, 'X509Certificate')) holdsOnly(item);
        else mustBeKnown(item, otherX509);
    }
}

function checkKeyValue(keyValue: Element): void {
  holdsOnly(keyValue);
  const [value, ...more] = elementsOf(keyValue);
  if (!value || more.length > 0) throw new Unusable('its KeyValue does not have the parts that it must have');
  const isRsa = isNamed(value, 'RSAKeyValue');
  if (!isRsa && !isNamed(value, 'ECKeyValue', dsig11)) {
    mustBeKnown(value, ['DSAKeyValue']);
    return;
  }
  holdsOnly(value, isRsa ? '' : 'Id');
  const parts = elementsOf(value);
  for (const part of parts) holdsOnly(part, part.local === 'NamedCurve' ? 'URI' : '');
  if (parts.length !== 2) throw new Unusable(`its ${value.local} does not have the parts that it must have`);
}

function mustBeKnown({ namespace, local }: Element, names: readonly string[]): void {
  if (namespace === dsig && !names.includes(local)) throw new Unusable('a part of it is unknown');
}

/** An element that has no attributes but one of this name, if any. */
function holdsOnly({ local, attributes }: Element, name = ''): void {
  if (attributes.some((one) => one.namespace !== '' || one.local !== name))
    throw new Unusable(`its ${local} has attributes that it can't have`);
}

function readReference(reference: Element): Pick<Statement, 'method' | 'hash' | 'digest'> {
  const isWhole = reference.attributes.every(
    ({ namespace, local, value }) => namespace === '' && (local === 'Id' || (local === 'URI' && value === '')),
  );
  if (!isWhole) throw new Unusable('it is not about the whole alert');
  const [transforms, digestMethod, digestValue] = exactly(reference, 'Transforms', 'DigestMethod', 'DigestValue');
  const [first, second, ...more] = elementsOf(transforms);
  if (!isNamed(first, 'Transform') || algorithmOf(first) !== enveloped || more.length > 0)
    throw new Unusable('it changes the alert in other ways than taking the signature out before it is digested');
  exactly(first);
  if (second && !isNamed(second, 'Transform')) throw new Unusable('a part of it is unknown');
  const hash = digestAlgorithms.get(algorithmOf(digestMethod));
  if (hash === undefined) throw new Unusable(whyNot(algorithmOf(digestMethod)));
  exactly(digestMethod);
  // Where no canonicalization is named, XMLDSig (section 4.4.3.2) uses Canonical XML 1.0.
  return { method: second ? methodOf(second) : inclusive, hash, digest: bytesOf(digestValue) };
}

function methodOf(element: Element): Method {
  const kind = canonicalMethods.get(algorithmOf(element));
  if (kind === undefined) throw new Unusable(whyNot(algorithmOf(element)));
  const [list, ...more] = elementsOf(element);
  if (!list) return { kind, prefixes: new Set() };
  if (
    kind !== 'exclusive' ||
    list.local !== 'InclusiveNamespaces' ||
    list.namespace !== exclusiveC14n ||
    more.length > 0
  )
    throw new Unusable('its canonicalization has parts that are unknown');
  exactly(list);
  const words = (attribute(list, 'PrefixList') ?? '').split(/[ \t\r\n]+/).filter((word) => word !== '');
  return { kind, prefixes: new Set(words.map((word) => (word === '#default' ? '' : word))) };
}

/** The elements in an element that holds nothing else but white space. */
function elementsOf(element: Element): Element[] {
  for (const child of element.children)
    if (typeof child === 'string' && /[^ \t\r\n]/.test(child)) throw new Unusable('there is loose text in it');
  return element.children.filter(isElement);
}

/** The children of an element, which are of these names in this order and no others. */
function exactly<Names extends string[]>(element: Element, ...names: Names): { [I in keyof Names]: Element } {
  const children = elementsOf(element);
  if (children.length !== names.length || names.some((name, i) => !isNamed(children[i], name)))
    throw new Unusable(
      children.filter((child) => isNamed(child, 'Reference')).length > 1
        ? 'it refers to several things, where one signature is about one whole alert'
        : `its ${element.local} does not have the parts that it must have`,
    );
  return children as { [I in keyof Names]: Element };
}

export const isNamed = (element: Element | undefined, local: string, namespace: string = dsig): element is Element =>
  element?.local === local && element.namespace === namespace;

const attribute = (element: Element, name: string): string | undefined =>
  element.attributes.find(({ namespace, local }) => namespace === '' && local === name)?.value;

const algorithmOf = (element: Element): string => attribute(element, 'Algorithm') ?? '';

function bytesOf(element: Element): Uint8Array {
  const bytes = base64Of(element);
  if (!bytes) throw new Unusable(`its ${element.local} is no base64`);
  return bytes;
}

/** The value of an element in base64, white space allowed; null when it is anything else. */
function base64Of(element: Element): Uint8Array | null {
  const packed = packedIn(element);
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return null;
  return Buffer.from(packed, 'base64');
}

/**
 * The same, in the only letters that XML Schema (part 2, 3.2.16) has for these octets: with bits at the end that belong to no
 * octet and are not zero, as no tool writes them, it is null.
 */
export function exactBase64Of(element: Element): Uint8Array | null {
  const bytes = base64Of(element);
  return bytes && Buffer.from(bytes).toString('base64') === packedIn(element) ? bytes : null;
}

function packedIn({ children: [words = '', ...more] }: Element): string {
  if (typeof words !== 'string' || more.length > 0 || words.length > maxBase64) return '';
  return words.replace(/[ \t\r\n]/g, '');
}
