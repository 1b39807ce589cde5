/**
 * Bytes to text, as XML 1.0 (section 4.3.3 and appendix F) says: a byte order mark first, then the encoding that is
 * declared, then UTF-8. The decoding is the platform's TextDecoder; offsets of all findings count in the text it gives.
 */
import type { Findings } from '../../finding.ts';
import { lineStarts, positionAt } from '../../text/span.ts';

/** Larger documents are not read. */
export const maxBytes = 16 * 1024 * 1024;

/** The text, or null when there is none to be had; the findings say why. Never throws. */
export function decodeXml(bytes: Uint8Array, findings: Findings): string | null {
  if (bytes.length > maxBytes) {
    const size = `${(bytes.length / 1024 / 1024).toFixed(1)} MiB`;
    findings.add('error', 'cap.too-large', `The file has ${size}; at most 16 MiB are read. Ask for a smaller one.`);
    return null;
  }
  const usual = byMark(bytes) === null ? decodeStrictly(bytes, 'utf-8') : null;
  if (usual !== null && isUsual(usual)) return usual;
  const encoding = encodingOf(bytes, findings);
  if (encoding === null) return null;
  const text = decodeStrictly(bytes, encoding);
  return text ?? decodeLeniently(bytes, encoding, findings);
}

/** Nearly all files are UTF-8 and declare that or nothing: of these no more has to be asked. */
function isUsual(text: string): boolean {
  const start = text.slice(0, 1024);
  const declared = declaredEncoding(start.slice(0, start.indexOf('>') + 1));
  return (declared === null || utf8Family.test(declared)) && !start.includes('\0');
}

/** The encoding to decode with: a label that TextDecoder knows. */
function encodingOf(bytes: Uint8Array, findings: Findings): string | null {
  const marked = byMark(bytes);
  if (marked === 'utf-32') return unknownEncoding('UTF-32', findings);
  if (marked !== null) {
    const declared = declaredEncoding(headOf(bytes, marked));
    const family = marked === 'utf-8' ? utf8Family : utf16Family;
    if (declared !== null && !family.test(declared)) wrongEncoding(declared, marked, findings);
    return marked;
  }
  if (bytes.subarray(0, 1024).includes(0)) {
    findings.add('error', 'cap.not-xml', 'The file is binary and no XML; check that it is the CAP file you meant.');
    return null;
  }
  const declared = declaredEncoding(headOf(bytes, null));
  if (declared === null || utf8Family.test(declared)) return 'utf-8';
  if (utf16Family.test(declared)) return wrongEncoding(declared, 'utf-8', findings);
  if (isKnown(declared)) return declared;
  return decodeStrictly(bytes, 'utf-8') === null
    ? unknownEncoding(declared, findings)
    : differentEncoding(declared, findings);
}

const utf8Family = /^(utf-?8|us-ascii)$/i;
const utf16Family = /^(utf-?16|ucs-?2|iso-10646-ucs)/i;

function wrongEncoding(declared: string, actual: string, findings: Findings): string {
  const message = `The file says it is ${declared} but is ${actual.toUpperCase()}, and was read as that. Tell its issuer.`;
  findings.add('warning', 'xml.encoding.differs', message);
  return actual;
}

function unknownEncoding(name: string, findings: Findings): null {
  findings.add('error', 'xml.encoding.unknown', `The encoding ${name} can't be read; ask for the file in UTF-8.`);
  return null;
}

function differentEncoding(name: string, findings: Findings): string {
  findings.add('warning', 'xml.encoding.unknown', `The encoding ${name} is not known; the file was read as UTF-8.`);
  return 'utf-8';
}

/** From a byte order mark, or from the zero bytes that `<` followed by anything has in UTF-16. */
function byMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32';
  if (a === 0x3c && b === 0 && c !== 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  return null;
}

/** The XML declaration, whose characters are ASCII in every encoding; empty when there is none. */
function headOf(bytes: Uint8Array, marked: 'utf-8' | 'utf-16le' | 'utf-16be' | null): string {
  const start = marked === 'utf-8' ? 3 : 0;
  const head = bytes.subarray(start, start + 512);
  if (marked !== null && marked !== 'utf-8') return new TextDecoder(marked).decode(head);
  return head[1] === questionMark ? String.fromCharCode(...head.subarray(0, head.indexOf(greaterThan) + 1)) : '';
}

const questionMark = 0x3f;
const greaterThan = 0x3e;

function declaredEncoding(head: string): string | null {
  if (!head.startsWith('<?xml')) return null;
  const declaration = head.slice(0, head.indexOf('?>') + 1);
  return /\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,40})["']/.exec(declaration)?.[1] ?? null;
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** Made once: nearly all files are UTF-8. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return (encoding === 'utf-8' ? utf8 : new TextDecoder(encoding, { fatal: true })).decode(bytes);
  } catch {
    return null;
  }
}

/** One wrong byte must not lose a warning: it becomes U+FFFD, and the finding says where. */
function decodeLeniently(bytes: Uint8Array, encoding: string, findings: Findings): string {
  const text = new TextDecoder(encoding).decode(bytes);
  const start = Math.max(0, text.indexOf('\uFFFD'));
  findings.add(
    'error',
    'xml.encoding.bytes',
    `The file has bytes that are not ${encoding.toUpperCase()}; they show as \uFFFD. Ask its issuer to send it again.`,
    { ...positionAt(lineStarts(text), start), start, end: Math.min(text.length, start + 1) },
  );
  return text;
}
