/** What an alert carries or points at (CAP 1.2, section 3.2.3): its bytes, whether they are what is stated, and its address. */
import { type Finding, Findings, type Where } from '../../finding.ts';
import type { CapResource } from '../model.ts';
import { clip } from '../xml/tree.ts';
import { decodeBase64 } from './base64.ts';
import { sha1Hex, sha256Hex } from './hash.ts';
import { mayBe, sniffMime } from './sniff.ts';

/** Of one resource, decoded. */
export const maxResourceBytes = 16 * 1024 * 1024;

/** CAP 1.2, section 3.2.3: a size is approximate. By this part of itself a file may differ. */
const roughly = 0.1;

export interface ResourceBytes {
  /** null when there are none to be had; the findings say why, unless the resource has no `derefUri`. */
  readonly bytes: Uint8Array | null;
  readonly findings: readonly Finding[];
}

/**
 * The bytes that stand in the alert itself (`derefUri`, base64), compared with what is stated of them. `where` is the place of
 * the resource, for the findings: `alert.at['info[1]/resource[1]']` with its path. Never throws.
 */
export function decodeDeref(resource: CapResource, where: Where = {}): ResourceBytes {
  const findings = new Findings();
  const none = (code: string, message: string): ResourceBytes => {
    findings.add('error', code, message, where);
    return { bytes: null, findings: findings.list() };
  };
  const { derefUri } = resource;
  if (derefUri === null) return { bytes: null, findings: [] };
  if (derefUri.length > maxResourceBytes * 2)
    return none(
      'cap.derefUri.too-large',
      '<derefUri> holds more than 16 MiB and is not decoded; ask for a smaller file.',
    );
  const decoded = decodeBase64(derefUri);
  if (decoded.bytes === null) {
    const strange = derefUri.slice(decoded.at, decoded.at + 1);
    const why = strange === '' ? 'ends in the middle of a byte' : `has a “${strange}” (character ${decoded.at + 1})`;
    return none('cap.derefUri.not-base64', `<derefUri> ${why}, so it is not base64; ask the issuer for the file.`);
  }
  if (decoded.bytes.length > maxResourceBytes)
    return none('cap.derefUri.too-large', '<derefUri> holds more than 16 MiB and is not used; ask for a smaller file.');
  return { bytes: decoded.bytes, findings: compareResource(resource, decoded.bytes, where) };
}

/**
 * What is stated of a resource (`size` in bytes, `mimeType`, `digest`) against its bytes, whether decoded or fetched. Empty when
 * all of it holds. Only a digest that differs is an error: such bytes are not what the issuer meant. Never throws.
 */
export function compareResource(resource: CapResource, bytes: Uint8Array, where: Where = {}): readonly Finding[] {
  const findings = new Findings();
  const { size, mimeType, digest } = resource;
  if (size !== null && /^\d+$/.test(size) && Math.abs(Number(size) - bytes.length) > bytes.length * roughly) {
    const message = `<size> says about ${clip(size)} bytes, and there are ${bytes.length}; the file may be cut off or another one.`;
    findings.add('warning', 'cap.size.differs', message, where);
  }
  const sniffed = sniffMime(bytes);
  if (mimeType !== null && sniffed !== null && !mayBe(mimeType, sniffed)) {
    const message = `<mimeType> says ${clip(mimeType)}, and the file looks like ${sniffed}; open it with care.`;
    findings.add('warning', 'cap.mimeType.differs', message, where);
  }
  if (digest !== null) compareDigest(digest, bytes, findings, where);
  return findings.list();
}

/** CAP 1.2: SHA-1 (FIPS 180-2) in hex. SHA-256, which some send instead, is known by its length. */
function compareDigest(digest: string, bytes: Uint8Array, findings: Findings, where: Where): void {
  const stated = digest.replace(/\s+/g, '').toLowerCase();
  const isHex = /^[0-9a-f]*$/.test(stated);
  if (!isHex || (stated.length !== 40 && stated.length !== 64)) {
    const message = `<digest> is no SHA-1 in hex: “${clip(digest)}”. Whether the file is whole can't be said; ask the issuer.`;
    findings.add('warning', 'cap.digest.unreadable', message, where);
    return;
  }
  if (stated.length === 64) {
    const message = '<digest> is a SHA-256, and CAP 1.2 asks for SHA-1; it was compared. Others may not.';
    findings.add('warning', 'cap.digest.sha-256', message, where);
  }
  if ((stated.length === 40 ? sha1Hex(bytes) : sha256Hex(bytes)) === stated) return;
  const message =
    'The file is not the one that <digest> speaks of: it was damaged or replaced. Do not use it; ask the issuer.';
  findings.add('error', 'cap.digest.differs', message, where);
}

/**
 * The address of a resource, absolute, http or https and without a name or password; null when it has none. A relative one
 * counts from `base`, the address its alert (or the feed around it) came from. Beside a `derefUri` a relative `uri` is but the
 * name of what stands there (CAP 1.2, section 3.2.3, uri). Never throws.
 */
export function resourceUrl({ uri, derefUri }: CapResource, base: string | null): string | null {
  if (uri === null) return null;
  const isAbsolute = URL.canParse(uri);
  if (!isAbsolute && (derefUri !== null || base === null || !URL.canParse(uri, base))) return null;
  const url = isAbsolute ? new URL(uri) : new URL(uri, base ?? undefined);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' ? url.href : null;
}
