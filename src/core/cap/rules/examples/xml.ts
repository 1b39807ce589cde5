/** Examples of the rules of XML. */
import { base, type Example, replaced } from './example.ts';

const declared = (encoding: string, document: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?>\n${document}`;

const named = replaced(base, 'The river', 'The Müritz');
const namespace = 'urn:oasis:names:tc:emergency:cap:1.2';
const headline = '<headline>The river will flood the lower town tonight</headline>';

/** As a program writes it that knows nothing of UTF-8. */
const inLatin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const withInside = (inside: string): string => replaced(base, headline, `${headline}\n    ${inside}`);

export const xmlExamples: readonly Example[] = [
  { code: 'cap.empty', at: null, bad: '\n', good: base },
  { code: 'cap.not-xml', at: null, bad: '{"identifier": "flood-2024-17"}\n', good: base },
  { code: 'cap.too-large', at: null, bad: () => base + ' '.repeat(16 * 1024 * 1024), good: base },
  {
    code: 'cap.root.wrong',
    at: '/warning',
    bad: '<warning>The river will flood the lower town</warning>\n',
    good: base,
  },
  { code: 'cap.namespace.unknown', at: '/alert', bad: replaced(base, ` xmlns="${namespace}"`, ''), good: base },
  { code: 'xml.not-well-formed', at: null, bad: replaced(base, '</headline>', '</headlin>'), good: base },
  { code: 'xml.doctype', at: null, bad: `<!DOCTYPE alert SYSTEM "cap.dtd">\n${base}`, good: base },
  {
    code: 'xml.entity',
    at: null,
    bad: replaced(base, 'lower town tonight', 'lower town tonight &ndash; leave'),
    good: replaced(base, 'lower town tonight', 'lower town tonight – leave'),
  },
  { code: 'xml.too-deep', at: null, bad: () => withInside(`${'<x>'.repeat(70)}${'</x>'.repeat(70)}`), good: base },
  { code: 'xml.too-many-elements', at: null, bad: () => withInside('<x/>'.repeat(250_001)), good: base },
  { code: 'xml.encoding.bytes', at: null, bad: () => inLatin1(named), good: named },
  { code: 'xml.encoding.differs', at: null, bad: declared('UTF-16', named), good: declared('UTF-8', named) },
  { code: 'xml.encoding.unknown', at: null, bad: declared('x-mosgiel', named), good: declared('UTF-8', named) },
];
