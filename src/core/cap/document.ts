/** Bytes to a document whose alerts are found but not yet read: the part that reading and checking share. */
import type { Findings } from '../finding.ts';
import { findAlerts } from './containers/find.ts';
import type { Found } from './containers/found.ts';
import { decodeXml } from './xml/decode.ts';
import { Places } from './xml/places.ts';
import { parseDocuments } from './xml/tree.ts';

/** Places count in `places.text`; null when the bytes are no text. */
export interface CapDocument extends Found {
  readonly places: Places | null;
}

const nothing = { container: null, alerts: [], links: [] } as const;

/** Never throws, never hangs. `base` is the address of the document, against which its links are resolved. */
export function openCap(bytes: Uint8Array, findings: Findings, base: string | null): CapDocument {
  const text = decodeXml(bytes, findings);
  if (text === null) return { ...nothing, places: null };
  const places = new Places(text);
  if (!looksLikeXml(places, findings)) return { ...nothing, places };
  findControls(places, findings);
  return { ...findAlerts(parseDocuments(places, findings), places, findings, base), places };
}

function looksLikeXml(places: Places, findings: Findings): boolean {
  const start = places.text.search(/\S/);
  if (start < 0) {
    findings.add('error', 'cap.empty', 'The file is empty; check that it was saved or fetched whole.');
    return false;
  }
  if (places.text[start] === '<') return true;
  const message = 'The file is no XML: it does not begin with “<”. Check that it is the CAP file you meant.';
  findings.add('error', 'cap.not-xml', message, places.at({ start, end: start + 1 }));
  return false;
}

/** XML 1.1, section 2.2: controls that XML 1.0 lets stand in the text. A document of 1.1 is read as one of 1.0 otherwise. */
function findControls(places: Places, findings: Findings): void {
  if (!/^<\?xml\s+version\s*=\s*["']1\.1["']/.test(places.text)) return;
  const start = places.text.search(/[\x7f-\x84\x86-\x9f]/);
  if (start < 0) return;
  const message = 'The file has a control character, which XML 1.1 does not allow in a text; take it out.';
  findings.add('error', 'xml.not-well-formed', message, places.at({ start, end: start + 1 }));
}
