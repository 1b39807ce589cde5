/**
 * Is an alert as it was signed? Each alert of a document by itself, and from then on only the octets whose digest was
 * checked. Whose key it was is another question (trust/trust.ts). Refusals are never errors of the alert: CAP asks nobody to
 * reject what can't be verified.
 */
import { constants, createHash, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import type { ContainerKind, FoundAlert } from '../../core/cap/containers/found.ts';
import { spanIn } from '../../core/cap/containers/inner.ts';
import { openCap } from '../../core/cap/document.ts';
import { type CapReading, readCap } from '../../core/cap/read.ts';
import type { Places } from '../../core/cap/xml/places.ts';
import type { XmlNode } from '../../core/cap/xml/tree.ts';
import { type Finding, Findings } from '../../core/finding.ts';
import { dsig } from './algorithms.ts';
import { ofDocument, ofElement } from './canonical.ts';
import { type Candidate, candidateOf, isFit, isSelfContradicting, keysIn, type SigningKey } from './keys.ts';
import { isNamed, readSignature, type Statement } from './signature.ts';
import { type Element, isElement, parseTree, type Tree } from './tree.ts';

/**
 * `valid`: every signature fits, and the alert is what it was. `tampered`: it or the signature was changed, be it by white
 * space. `unverifiable`: nobody can say here, `message` says why. `unsigned`: there is no signature on the alert.
 */
export type SignatureVerdict = 'valid' | 'tampered' | 'unverifiable' | 'unsigned';

/** One signature on an alert. */
export interface CheckedSignature {
  readonly verdict: Exclude<SignatureVerdict, 'unsigned'>;
  /** One plain sentence. */
  readonly message: string;
  /** The key it fits; null unless `valid`. */
  readonly key: SigningKey | null;
}

export interface VerifiedAlert {
  /** Where it stands in its document: `/alert`, `/feed/entry[2]/content/alert`. */
  readonly path: string;
  readonly verdict: SignatureVerdict;
  /** One plain sentence; that of the signature which decided. */
  readonly message: string;
  /** In the order of the document, which anybody can change: ask each whose it is, and never the first alone. */
  readonly signatures: readonly CheckedSignature[];
  /**
   * The alert without its signatures, in the octets that every one of them covers: a CAP document in UTF-8; null unless
   * `valid`. Read the alert from these alone. Which of the signatures is trusted makes no difference to them.
   */
  readonly signed: Uint8Array | null;
  /** One for each signature, or for its absence. */
  readonly findings: readonly Finding[];
}

export interface CapVerification {
  /** null when nothing of CAP was found. */
  readonly container: ContainerKind | null;
  readonly alerts: readonly VerifiedAlert[];
  /** About the document as a whole. */
  readonly findings: readonly Finding[];
}

export interface VerifyOptions {
  /** Public keys for signatures that carry none, such as those pinned for the source; any other key is a bug and throws. */
  readonly keys?: readonly KeyObject[];
}

/** An issuer's, and that of one who passes alerts on; nobody is known to send more. */
const maxSignatures = 2;

/** The signatures of a CAP document, given as bytes or as text. Never throws for bad input, never hangs. */
export function verifyCap(document: Uint8Array | string, { keys = [] }: VerifyOptions = {}): CapVerification {
  const findings = new Findings();
  // A mark in front says UTF-8 louder than a declaration inside, which for a text no longer holds.
  const bytes = typeof document === 'string' ? new TextEncoder().encode(`\uFEFF${document}`) : document;
  const offered = keys.map(offeredKey);
  const { places, container, alerts } = openCap(bytes, findings, null);
  const fault = faultAround(container, findings.list());
  const verified = places === null ? [] : alerts.map((found) => verifyAlert(found, places, offered, fault));
  return { container, alerts: verified, findings: findings.list() };
}

function offeredKey(key: KeyObject): Candidate {
  if (key?.type !== 'public')
    throw new Error('a signature is checked with public keys: give `keys` what createPublicKey of node:crypto makes');
  return candidateOf(key);
}

/**
 * Why nothing of a document can have been signed as it came, to follow on “because”. Among several alerts each is cut out and
 * stands for itself, but what their bytes mean was no more certain.
 */
function faultAround(container: ContainerKind | null, findings: readonly Finding[]): string | null {
  if (findings.some(({ code }) => code === 'xml.encoding.unknown' || code === 'xml.encoding.bytes'))
    return 'the encoding of the file is not certain';
  const isBroken = findings.some(({ code }) => code === 'xml.not-well-formed');
  return container === 'alert' && isBroken ? 'the file is no well-formed XML around it' : null;
}

/** An alert as verified, and as read from the octets that were signed; `reading` is null unless `valid`. */
export interface VerifiedReading extends VerifiedAlert {
  readonly reading: CapReading | null;
}

/** Verifies, and reads what is valid. Offsets in a reading count in its own text, which is `signed`. */
export function readVerified(document: Uint8Array | string, options: VerifyOptions = {}): readonly VerifiedReading[] {
  return verifyCap(document, options).alerts.map((alert) => ({
    ...alert,
    reading: alert.signed && readCap(alert.signed),
  }));
}

interface Check extends CheckedSignature {
  readonly signed: Uint8Array | null;
  readonly at: { readonly start: number; readonly end: number };
}

const unsigned = 'The alert carries no signature.';

function verifyAlert(
  { node, path, own }: FoundAlert,
  places: Places,
  keys: readonly Candidate[],
  fault: string | null,
): VerifiedAlert {
  const findings = new Findings();
  if (!hasSignature(node)) {
    const where = { path, ...places.at({ start: node.start, end: node.contentStart }) };
    findings.add('info', 'cap.signature.none', unsigned, where);
    return { path, verdict: 'unsigned', message: unsigned, signatures: [], signed: null, findings: findings.list() };
  }
  const checks = checkAll(own.text, node, keys, fault);
  for (const { verdict, message, at } of checks) {
    const severity = verdict === 'valid' ? 'info' : verdict === 'tampered' ? 'error' : 'warning';
    const where = { path: `${path}/Signature`, ...places.at(spanIn(own.outer, at)) };
    findings.add(severity, `cap.signature.${verdict}`, message, where);
  }
  const decisive =
    checks.find(({ verdict }) => verdict === 'tampered') ??
    checks.find(({ verdict }) => verdict === 'unverifiable') ??
    (checks[0] as Check);
  return {
    path,
    verdict: decisive.verdict,
    message: decisive.message,
    signatures: checks.map(({ verdict, message, key }) => ({ verdict, message, key })),
    // Those of all signatures are the same.
    signed: decisive.verdict === 'valid' ? decisive.signed : null,
    findings: findings.list(),
  };
}

const hasSignature = (node: XmlNode): boolean =>
  (node.local === 'Signature' && node.namespace === dsig) ||
  node.children.some((child) => typeof child !== 'string' && hasSignature(child));

const isSignature = (element: Element): boolean => isNamed(element, 'Signature');

/** At least one check. */
function checkAll(text: string, node: XmlNode, keys: readonly Candidate[], fault: string | null): readonly Check[] {
  const tree = parseTree(text);
  if (tree === null || tree.root.namespace !== node.namespace || tree.root.local !== node.local) {
    const because = 'the alert needs names that are declared outside of it, and so was not signed by itself';
    return [unverifiable(because, { start: 0, end: text.length })];
  }
  const own = tree.root.children.filter(isElement).filter(isSignature);
  const all = signaturesIn(tree.root);
  const [first = tree.root] = all;
  if (fault !== null) return [unverifiable(fault, first)];
  if (/^<\?xml\s+version\s*=\s*["'](?!1\.0["'])/.test(text))
    return [unverifiable('the file is not XML 1.0, and of no other is a canonical form agreed', first)];
  if (all.length !== own.length) return [unverifiable('it stands inside another part of the alert', first)];
  if (all.length > maxSignatures)
    return [
      unverifiable(`the alert has more than ${maxSignatures} signatures, and none can be told to be the first`, first),
    ];
  const checks = own.map((signature) => checkOne(tree, signature, new Set(own), text, keys));
  // Nothing may come in that only one of them covers: who added it may be anybody.
  const [{ signed } = unverifiable('', first), ...others] = checks;
  const isSame = others.every((other) => !signed || !other.signed || Buffer.compare(signed, other.signed) === 0);
  return isSame ? checks : [unverifiable('its signatures do not all cover the same', first)];
}

const signaturesIn = (element: Element): readonly Element[] => {
  const inside = element.children.filter(isElement).flatMap(signaturesIn);
  return isSignature(element) ? [element, ...inside] : inside;
};

const unverifiable = (because: string, { start, end }: Check['at']): Check => ({
  verdict: 'unverifiable',
  message: `The signature can't be checked because ${because}. Treat the alert as unsigned.`,
  key: null,
  signed: null,
  at: { start, end },
});

const tampered = (message: string, { start, end }: Check['at']): Check => ({
  verdict: 'tampered',
  message: `${message} Do not rely on the alert, and get it from its issuer again.`,
  key: null,
  signed: null,
  at: { start, end },
});

function checkOne(
  tree: Tree,
  signature: Element,
  all: ReadonlySet<Element>,
  text: string,
  offered: readonly Candidate[],
): Check {
  const statement = readSignature(signature, text);
  if ('because' in statement) return unverifiable(statement.because, signature);
  const { keyInfo, algorithm } = statement;
  const carried = keyInfo ? keysIn(keyInfo) : [];
  if ('because' in carried) return unverifiable(carried.because, signature);
  const candidates = carried.length > 0 ? carried : offered;
  if (candidates.length === 0) return unverifiable('it carries no key that can be read', signature);
  const fit = candidates.filter(({ public: key }) => isFit(key, algorithm.key));
  if (fit.length === 0)
    return unverifiable('its key is too short, or not of the kind that its algorithm needs', signature);

  const info = ofElement(statement.signedInfo, statement.infoMethod);
  if (info === null) return unverifiable("its canonical form can't be made", signature);
  const signer = fit.find(({ public: key }) => isSignedBy(info, key, statement));
  if (!signer && carried.length === 0)
    return unverifiable('it carries no key, and none of those known here fits', signature);
  if (!signer)
    return tampered('The signature does not fit the key it names: it was changed after it was made.', signature);
  if (isSelfContradicting(signer)) return unverifiable('its certificate was changed after it was made', signature);
  const signed = signedOctets(tree, signature, all, statement);
  if (signed === 'too-large') return unverifiable('the alert is too large to be checked', signature);
  if (signed === null) return tampered('The alert is not as it was signed.', signature);
  const { key } = signer;
  const message = `The alert is as it was signed, with the key ${key.fingerprint.slice(0, 16)}….`;
  return { verdict: 'valid', message, key, signed, at: signature };
}

function isSignedBy(info: Uint8Array, key: KeyObject, { algorithm, signatureValue }: Statement): boolean {
  if (signatureValue === null) return false;
  const how =
    algorithm.key === 'ec'
      ? { key, dsaEncoding: 'ieee-p1363' as const }
      : { key, padding: constants.RSA_PKCS1_PADDING };
  try {
    return verify(algorithm.hash, info, how, signatureValue);
  } catch {
    return false; // a value of the wrong length for the key
  }
}

/**
 * The octets of the alert without any signature, where the digest fits one of the forms in which alerts are signed: without
 * this signature (as the enveloped transform says) or without any, as the first of two was made and both are in Canada's
 * feed; with the instructions around the alert (as URI="" says) or without, as where a link to a style sheet is put in front
 * after signing. Trying is safe, because what did not fit is not read. Of what another signature holds nothing is read
 * either, though this one covers it: anybody can put an Object there, and sign the whole.
 */
function signedOctets(
  tree: Tree,
  signature: Element,
  all: ReadonlySet<Element>,
  { method, hash, digest }: Statement,
): Uint8Array | 'too-large' | null {
  for (const form of formsOf(tree))
    for (const without of all.size > 1 ? [all, new Set([signature])] : [all]) {
      const octets = ofDocument(form, method, without);
      if (octets === null) return 'too-large';
      const found = createHash(hash).update(octets).digest();
      if (found.length === digest.length && timingSafeEqual(found, digest))
        return without === all ? octets : (ofDocument(form, method, all) ?? 'too-large');
    }
  return null;
}

/** Behind a style sheet's link the alert is what it was; what other instructions mean nobody knows. */
function formsOf(tree: Tree): readonly Tree[] {
  const around = [...tree.before, ...tree.after];
  const areLinks = around.length > 0 && around.every(({ target }) => target === 'xml-stylesheet');
  return areLinks ? [tree, { ...tree, before: [], after: [] }] : [tree];
}
