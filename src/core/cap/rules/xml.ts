/** The rules of XML, and of what makes a file CAP at all. Decoding, parsing and finding alerts report them on their way. */
import { type Judges, ourLimit, type Rule } from './rule.ts';

const rule = (
  code: string,
  source: string,
  asks: string,
  why: string,
  judges: Judges = source === ourLimit ? 'none' : 'xml',
): Rule => ({
  code,
  judges,
  severity: 'error',
  source,
  asks,
  why,
});

const cutOff = 'The file was cut off or is not the one that was meant. Fetch or save it again.';
const heavy =
  'No real warning comes near; such a file is made to exhaust its readers. Ask its issuer for a smaller one.';

export const xmlRules: readonly Rule[] = [
  rule('cap.empty', 'XML 1.0, section 2.1', 'The file has content.', cutOff),
  rule('cap.not-xml', 'XML 1.0, section 2.1', 'The file is XML text and begins with “<”.', cutOff),
  rule('cap.too-large', ourLimit, 'The file has at most 16 MiB.', heavy),
  rule(
    'cap.root.wrong',
    'CAP 1.2, section 3.2',
    'The outermost element is an alert, or a container that holds alerts.',
    'It is no warning, or one in another format. Check that it is the file you meant.',
    'spec',
  ),
  rule(
    'cap.namespace.unknown',
    'CAP 1.2, section 3.3.1',
    'The alert is in the namespace of CAP 1.0, 1.1 or 1.2.',
    'The namespace says which rules hold; without it receivers refuse the warning. Write xmlns="urn:oasis:names:tc:emergency:cap:1.2".',
    'spec',
  ),
  rule(
    'xml.not-well-formed',
    'XML 1.0, section 2.1',
    'The file is well-formed XML, with namespaces.',
    'No receiver may read XML that is broken, so nobody is warned. Mend the place that the finding names.',
  ),
  rule(
    'xml.doctype',
    'XML 1.0, section 2.8',
    'The file has no DOCTYPE.',
    'CAP needs none, and by what a DOCTYPE can define files attack their readers. Take it out.',
  ),
  rule(
    'xml.entity',
    'XML 1.0, section 4.1',
    'Of named entities only &amp; &lt; &gt; &quot; and &apos; stand in the text.',
    'Others, such as those of HTML, are not defined in XML, and no receiver can read the file. Write the character itself.',
  ),
  rule('xml.too-deep', ourLimit, 'Elements stand at most 64 deep in each other.', heavy),
  rule('xml.too-many-elements', ourLimit, 'The file has at most 250,000 elements and attributes.', heavy),
  rule(
    'xml.encoding.bytes',
    'XML 1.0, section 4.3.3',
    'All bytes of the file are of its encoding.',
    'Words are damaged where the bytes are wrong. Save the file again in UTF-8.',
  ),
  rule(
    'xml.encoding.differs',
    'XML 1.0, section 4.3.3',
    'The file is in the encoding that it declares.',
    'Receivers that believe the declaration refuse the file or show wrong letters. Declare UTF-8 and save the file so.',
  ),
  rule(
    'xml.encoding.unknown',
    'XML 1.0, section 4.3.3',
    'The declared encoding is one that receivers know.',
    'Receivers have to read UTF-8 and UTF-16 and may refuse any other. Save the file in UTF-8.',
  ),
];
