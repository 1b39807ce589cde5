/** A web page of a news desk, a government or anybody: what it says, in zones. It reports; it is no warning itself. */
import { Findings } from '../../core/finding.ts';
import { decodeText } from '../../core/text/decode.ts';
import { documentOfHtml } from '../../read/document/html.ts';
import { readDocument } from '../../read/read.ts';
import type { Source, SourceReading } from '../source.ts';

export const article: Source = {
  id: 'article',
  title: 'Web page',
  requests: () => [],
  parse: (bytes, { type }): SourceReading => {
    const findings = new Findings();
    const html = decodeText(bytes, type, findings);
    const page = html === null ? null : documentOfHtml(html);
    if (page === null || page.document.text.trim() === '') {
      if (page !== null)
        findings.add('error', 'article.empty', 'The page has no text; it may need a browser to show any.');
      return { alerts: [], reading: null, findings: [...findings.list(), ...(page?.findings ?? [])], follow: [] };
    }
    const reading = readDocument(page.document, [...findings.list(), ...page.findings]);
    return { alerts: [], reading, findings: reading.findings, follow: [] };
  },
};
