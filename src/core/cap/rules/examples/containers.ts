/** Examples of the rules of containers. */
import { endedCategory } from '../../containers/feed.ts';
import { base, type Example, replaced } from './example.ts';

const feed = (entries: string, attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}>\n<title>River warnings</title>\n${entries}\n</feed>\n`;
const entry = (inside: string): string => `<entry>\n<title>The river rises</title>\n${inside}\n</entry>`;
const whole = entry(`<content type="application/cap+xml">\n${base}</content>`);
const link = (href: string): string => `<link type="application/cap+xml" href="${href}"/>`;
const escaped = (xml: string): string => xml.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', ' ');

const envelope = (content: string, status = 'Actual', type = 'Report'): string =>
  `<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0">
<distributionStatus>${status}</distributionStatus>
<distributionType>${type}</distributionType>
<contentObject>
${content}
</contentObject>
</EDXLDistribution>
`;
const embedded = `<xmlContent>\n<embeddedXMLContent>\n${base}</embeddedXMLContent>\n</xmlContent>`;
const inEnvelope = '/EDXLDistribution/contentObject[1]';

/** Base64 of letters that all are ASCII, as all of our alert are. */
function inBase64(words: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bits = Array.from(words, (letter) => letter.charCodeAt(0).toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,6}/g) ?? []).map((six) => letters[Number.parseInt(six.padEnd(6, '0'), 2)]).join('');
}
const encoded = `<nonXMLContent>\n<mimeType>application/cap+xml</mimeType>\n<contentData>${inBase64(base)}</contentData>\n</nonXMLContent>`;

export const containerExamples: readonly Example[] = [
  { code: 'cap.rest.unread', at: null, bad: `${base}-- next warning --\n${base}`, good: base },
  {
    code: 'cap.embedded.unread',
    at: '/feed/entry[1]/content',
    bad: feed(entry(`<content type="application/cap+xml">${escaped(replaced(base, '</headline>', ''))}</content>`)),
    good: feed(whole),
  },
  {
    code: 'cap.embedded.form',
    at: '/feed/entry[1]/content',
    bad: feed(entry(`<content type="application/cap+xml">${escaped(base + base)}</content>`)),
    good: feed(entry(`<content type="application/cap+xml">${escaped(base)}</content>`)),
  },
  {
    code: 'cap.embedded.base64',
    at: `${inEnvelope}/nonXMLContent/contentData`,
    bad: envelope(encoded),
    good: envelope(embedded),
  },
  {
    code: 'cap.entry.unread',
    at: '/feed/entry[2]',
    bad: feed(`${whole}\n${entry('<summary>Leave the lower town</summary>')}`),
    good: feed(`${whole}\n${entry(link('https://river.example/2.xml'))}`),
  },
  {
    code: 'cap.entry.ended',
    at: '/feed/entry[2]',
    bad: feed(`${whole}\n${entry(`<category scheme="${endedCategory.scheme}" term="${endedCategory.term}"/>`)}`),
    good: feed(`${whole}\n${entry(link('https://river.example/2.xml'))}`),
  },
  { code: 'cap.entry.outside', at: '/feed/alert', bad: feed(base), good: feed(whole) },
  {
    code: 'cap.feed.unread',
    at: '/feed/link',
    bad: feed(`<link rel="next" href="https://river.example/page-2"/>\n${whole}`),
    good: feed(whole),
  },
  {
    code: 'cap.link.refused',
    at: '/feed/entry[2]/link',
    bad: feed(`${whole}\n${entry(link('ftp://river.example/2.xml'))}`),
    good: feed(`${whole}\n${entry(link('https://river.example/2.xml'))}`),
  },
  {
    code: 'cap.link.relative',
    at: '/feed/entry[2]/link',
    bad: feed(`${whole}\n${entry(link('2.xml'))}`),
    good: feed(`${whole}\n${entry(link('2.xml'))}`, ' xml:base="https://river.example/"'),
  },
  {
    code: 'cap.links.too-many',
    at: '/feed/entry[5001]/link',
    bad: () => feed(Array.from({ length: 5001 }, (_, i) => entry(link(`https://river.example/${i}`))).join('')),
    good: feed(`${whole}\n${entry(link('https://river.example/2.xml'))}`),
  },
  {
    code: 'cap.edxl.no-alert',
    at: '/EDXLDistribution',
    bad: envelope('<contentDescription>The river rises</contentDescription>'),
    good: envelope(embedded),
  },
  {
    code: 'cap.edxl.extract',
    at: `${inEnvelope}/xmlContent/keyXMLContent`,
    bad: envelope(embedded.replaceAll('embeddedXMLContent', 'keyXMLContent')),
    good: envelope(embedded),
  },
  {
    code: 'cap.edxl.drill',
    at: `${inEnvelope}/xmlContent/embeddedXMLContent/alert`,
    bad: envelope(embedded, 'Exercise'),
    good: envelope(embedded),
  },
  {
    code: 'cap.edxl.type',
    at: `${inEnvelope}/xmlContent/embeddedXMLContent/alert`,
    bad: envelope(embedded, 'Actual', 'Cancel'),
    good: envelope(embedded),
  },
  { code: 'cap.wrapper.unknown', at: '/message', bad: `<message>\n${base}</message>\n`, good: base },
];
