/**
 * Bytes of prose (plain text, JSON, web pages) to text: a byte order mark first, then the character set that is stated from outside
 * or inside, then UTF-8. XML has rules of its own: core/cap/xml/decode.ts.
 */
import type { Findings } from '../finding.ts';

/** Larger documents are not read. */
export const maxTextBytes = 16 * 1024 * 1024;

/** The text, or null when there is none to be had; the findings say why. `type` is the media type as stated. Never throws. */
export function decodeText(bytes: Uint8Array, type: string | null, findings: Findings): string | null {
  if (bytes.length > maxTextBytes) {
    const size = `${(bytes.length / 1024 / 1024).toFixed(1)} MiB`;
    findings.add(
      'error',
      'text.too-large',
      `The document has ${size}; at most 16 MiB are read. Hand in a smaller one.`,
    );
    return null;
  }
  const marked = byMark(bytes) ?? statedUtf16(type);
  if (marked === null && isBinary(bytes)) {
    findings.add('error', 'text.binary', 'The document is binary and no text; check that it is the one you meant.');
    return null;
  }
  const stated = marked ?? statedSet(bytes, type, findings) ?? 'utf-8';
  const text = decoded(bytes, stated, true);
  if (text !== null) return text;
  const set = stated === 'utf-8' ? guessedSet(bytes) : stated;
  findings.add(
    'warning',
    'text.encoding',
    `The document is not all ${stated.toUpperCase()}; it was read as ${set.toUpperCase()}, and some letters may be wrong.`,
  );
  return decoded(bytes, set, false);
}

/** A zero byte stands in no text of the sets that are read without a mark; a PDF can begin without one. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 1024).includes(0) || new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';

function byMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** Two bytes to a character can’t be told from binary by looking, so without a mark whoever sends them has to say so. */
function statedUtf16(type: string | null): string | null {
  const order = /;\s*charset\s*=\s*"?utf-?16(le|be)\b/i.exec(type ?? '')?.[1];
  return order === undefined ? null : `utf-16${order.toLowerCase()}`;
}

/** Character set by media type, or by a web page's own `meta`, when the platform knows it. */
function statedSet(bytes: Uint8Array, type: string | null, findings: Findings): string | null {
  const head = (): string => new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(type ?? '')?.[1] ?? metaSet(head());
  if (label === null || /^utf-?16/i.test(label)) return null;
  if (decoded(new Uint8Array(0), label, false) !== null) return label.toLowerCase();
  findings.add('warning', 'text.encoding', `The encoding ${label} is not known; the document was read as UTF-8.`);
  return null;
}

const metaSet = (head: string): string | null =>
  /<meta\b[^<>]{0,200}\bcharset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1] ?? null;

/** Damaged UTF-8 still has whole characters beyond ASCII; a text in the old Western set has none. */
function guessedSet(bytes: Uint8Array): string {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return /[\u0080-\ufffc]/.test(lenient) || !lenient.includes('\ufffd') ? 'utf-8' : 'windows-1252';
}

function decoded(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}
