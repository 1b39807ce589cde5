/** Plain text that somebody hands in or a page that serves it: a statement, a press release, a mail. It reports; it is no warning itself. */
import { Findings } from '../../core/finding.ts';
import { decodeText } from '../../core/text/decode.ts';
import { documentOfText } from '../../read/document/text.ts';
import { readDocument } from '../../read/read.ts';
import type { Source, SourceReading } from '../source.ts';

export const plainText: Source = {
  id: 'plain-text',
  title: 'Plain text',
  requests: () => [],
  parse: (bytes, { type }): SourceReading => {
    const findings = new Findings();
    const text = decodeText(bytes, type, findings);
    if (text === null || text.trim() === '') {
      if (text !== null)
        findings.add('error', 'text.empty', 'The document is empty; check that it is the one you meant.');
      return { alerts: [], reading: null, findings: findings.list(), follow: [] };
    }
    const { document, findings: more } = documentOfText(text);
    const reading = readDocument(document, [...findings.list(), ...more]);
    return { alerts: [], reading, findings: reading.findings, follow: [] };
  },
};
