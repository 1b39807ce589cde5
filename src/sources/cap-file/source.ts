/**
 * A CAP document that somebody hands in: by upload, from a watched folder, or on the command line. One alert, several, or a
 * feed or an envelope around them.
 */
import type { CapLink } from '../../core/cap/containers/found.ts';
import { looksLikeCap } from '../../core/cap/containers/look.ts';
import { type CapReading, readCap } from '../../core/cap/read.ts';
import type { Finding } from '../../core/finding.ts';
import type { HttpRequest } from '../../core/request.ts';
import type { Source } from '../source.ts';

export const capFile: Source = {
  id: 'cap-file',
  title: 'CAP file',
  form: { test: looksLikeCap },
  requests: () => [],
  parse: (bytes, { url }) => {
    const reading = readCap(bytes, url === null ? {} : { base: url });
    return {
      alerts: reading.alerts.map((alert) => ({ alert, advice: null })),
      reading: null,
      findings: [...reading.findings, ...unread(reading)],
      follow: reading.links.filter(({ href }) => /^https?:/i.test(href)).map(asRequest),
    };
  },
};

const asRequest = ({ href }: CapLink): HttpRequest => ({
  via: 'http',
  method: 'GET',
  url: href,
  headers: { accept: 'application/cap+xml, application/xml;q=0.9, text/xml;q=0.8' },
  body: null,
});

/** What a document only names is not lost in silence: a person may have to fetch it. */
function unread({ links }: CapReading): readonly Finding[] {
  const [first] = links;
  if (!first) return [];
  const which = first.title === null ? first.href : `“${first.title.slice(0, 100).toWellFormed()}”, ${first.href}`;
  const count = links.length === 1 ? 'one alert that it does not hold' : `${links.length} alerts that it does not hold`;
  const message = `The document names ${count}, and what they say was not read: ${which}${links.length > 1 ? ' and others' : ''}. Hand in the alerts themselves.`;
  return [{ severity: 'warning', code: 'cap.links.unread', message, where: first.at }];
}
