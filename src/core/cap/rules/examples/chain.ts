/** Examples of the rules about the life of alerts: feeds of several, for one alert alone breaks none of them. */
import { alertWith, type Example, type Parts } from './example.ts';

const info = {
  category: 'Met',
  event: 'Flood',
  urgency: 'Expected',
  severity: 'Severe',
  certainty: 'Likely',
} satisfies Parts;

const feed = (...alerts: readonly Parts[]): string => {
  const entries = alerts.map((parts) => `<entry><content>\n${alertWith({ info, ...parts })}</content></entry>`);
  return `<feed xmlns="http://www.w3.org/2005/Atom">\n${entries.join('\n')}\n</feed>\n`;
};

const at = (hour: string): string => `2024-10-03T${hour}:00:00+13:00`;
const named = (identifier: string, hour: string, sender = 'warnings@river.example'): string =>
  `${sender},${identifier},${at(hour)}`;

const first = { identifier: 'flood-16', sent: at('09') };
const update = { identifier: 'flood-17', sent: at('18'), msgType: 'Update', references: named('flood-16', '09') };
const cancel = { identifier: 'flood-18', sent: at('22'), msgType: 'Cancel', references: named('flood-16', '09') };
const both = `${named('flood-16', '09')} ${named('flood-17', '18')}`;

const followed = feed(first, update);
const ended = feed(first, update, { ...cancel, references: both });

const references = '/alert/references';
const identifier = '/alert/identifier';

export const chainExamples: readonly Example[] = [
  { code: 'cap.chain.unknown-reference', at: references, bad: feed(update), good: followed },
  {
    code: 'cap.chain.sent-differs',
    at: references,
    bad: feed(first, { ...update, references: named('flood-16', '10') }),
    good: followed,
  },
  {
    code: 'cap.chain.may-not-end',
    at: references,
    bad: feed(first, { ...cancel, sender: 'desk@dam.example' }),
    good: feed(first, cancel),
  },
  {
    code: 'cap.chain.not-later',
    at: references,
    bad: feed(first, { ...update, sent: at('08') }),
    good: followed,
  },
  {
    code: 'cap.chain.same-name',
    at: identifier,
    bad: feed(first, { ...first, note: 'The lower town alone' }),
    good: feed(first, { ...first, identifier: 'flood-16b', note: 'The lower town alone' }),
  },
  {
    code: 'cap.chain.identifier-reused',
    at: identifier,
    bad: feed(first, { ...first, sent: at('18') }),
    good: followed,
  },
  { code: 'cap.chain.cancel-in-part', at: references, bad: feed(first, update, cancel), good: ended },
  {
    code: 'cap.chain.fork',
    at: references,
    bad: feed(first, update, { ...update, identifier: 'flood-19', sent: at('20') }),
    good: feed(first, update, { ...update, identifier: 'flood-19', sent: at('20'), references: both }),
  },
];
