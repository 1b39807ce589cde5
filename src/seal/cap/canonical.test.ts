// The rules of Canonical XML 1.0 and 1.1 and of Exclusive Canonical XML, each on a document that shows it.
import { describe, expect, test } from 'vitest';
import { exclusive, inclusive, type Method, ofDocument, ofElement } from './canonical.ts';
import { isElement, parseTree, type Tree } from './tree.ts';

function tree(text: string): Tree {
  const parsed = parseTree(text);
  if (!parsed) throw new Error(`no document: ${text}`);
  return parsed;
}
const decoded = (octets: Uint8Array | null): string | null => octets && new TextDecoder().decode(octets);
const whole = (text: string, method: Method = inclusive) => decoded(ofDocument(tree(text), method, new Set()));
/** The first element in the root. */
const inner = (text: string, method: Method) => {
  const [element] = tree(text).root.children.filter(isElement);
  if (!element) throw new Error(`nothing inside: ${text}`);
  return decoded(ofElement(element, method));
};
const listing = (...prefixes: string[]): Method => ({ kind: 'exclusive', prefixes: new Set(prefixes) });

describe('a whole document', () => {
  test.each([
    [
      'declaration, comments and space around go, instructions stay',
      '<?xml version="1.0"?>\n<?a  b c ?> <!--x--><r/>\n<?d?>',
      '<?a b c ?>\n<r></r>\n<?d?>',
    ],
    ['empty elements and quotes', '<r a=\'1"\'  b = "2\'" />', '<r a="1&quot;" b="2\'"></r>'],
    [
      'text',
      '<r>&lt;&amp;&gt;"\'&#13;\t<![CDATA[<&]]>&#x1F600;\r\n</r>',
      '<r>&lt;&amp;&gt;"\'&#xD;\t&lt;&amp;😀\n</r>',
    ],
    ['attribute values', '<r a="&lt;&gt;&#9;&#10;&#13;\n\t&amp;"></r>', '<r a="&lt;>&#x9;&#xA;&#xD;  &amp;"></r>'],
    ['comments inside go, and their neighbours join', '<r>a<!--x-->b<?p q?>c</r>', '<r>ab<?p q?>c</r>'],
    [
      'attributes by namespace, then by name',
      '<r xmlns:b="urn:1" xmlns:a="urn:2" a:z="1" b:y="2" c="3" xml:lang="en"/>',
      '<r xmlns:a="urn:2" xmlns:b="urn:1" c="3" xml:lang="en" b:y="2" a:z="1"></r>',
    ],
    ['names by code point, not by UTF-16 unit', '<r \u{10000}="1" \uF900="2"/>', '<r \uF900="2" \u{10000}="1"></r>'],
    [
      'a namespace is written once',
      '<r xmlns="urn:1"><x xmlns="urn:1"><y xmlns="urn:2"/><z xmlns=""/></x></r>',
      '<r xmlns="urn:1"><x><y xmlns="urn:2"></y><z xmlns=""></z></x></r>',
    ],
    [
      'xmlns="" that says nothing goes',
      '<r xmlns=""><x xmlns:xml="http://www.w3.org/XML/1998/namespace"/></r>',
      '<r><x></x></r>',
    ],
  ])('%s', (_, text, expected) => expect(whole(text)).toBe(expected));

  test('exclusive: namespaces stand where they are used', () => {
    const text = '<r xmlns="urn:d" xmlns:a="urn:a" xmlns:b="urn:b"><a:x><a:y b:k="1"/></a:x><z/></r>';
    expect(whole(text, exclusive)).toBe(
      '<r xmlns="urn:d"><a:x xmlns:a="urn:a"><a:y xmlns:b="urn:b" b:k="1"></a:y></a:x><z></z></r>',
    );
    expect(whole(text, listing('b'))).toBe(
      '<r xmlns="urn:d" xmlns:b="urn:b"><a:x xmlns:a="urn:a"><a:y b:k="1"></a:y></a:x><z></z></r>',
    );
  });

  test('a part can be left out', () => {
    const document = tree('<r>a<s><t/></s>b</r>');
    expect(decoded(ofDocument(document, inclusive, new Set(document.root.children.filter(isElement))))).toBe(
      '<r>ab</r>',
    );
  });
});

describe('one element', () => {
  const text =
    '<r xmlns="urn:d" xmlns:a="urn:a" xmlns:b="urn:b" xml:lang="en" xml:id="i" xml:space="default"><a:x xml:space="preserve"/></r>';
  test.each([
    [
      inclusive,
      '<a:x xmlns="urn:d" xmlns:a="urn:a" xmlns:b="urn:b" xml:id="i" xml:lang="en" xml:space="preserve"></a:x>',
    ],
    [
      { kind: 'inclusive-1.1', prefixes: new Set<string>() },
      '<a:x xmlns="urn:d" xmlns:a="urn:a" xmlns:b="urn:b" xml:lang="en" xml:space="preserve"></a:x>',
    ],
    [exclusive, '<a:x xmlns:a="urn:a" xml:space="preserve"></a:x>'],
    [listing('b', ''), '<a:x xmlns="urn:d" xmlns:a="urn:a" xmlns:b="urn:b" xml:space="preserve"></a:x>'],
  ] as const)('%o', (method, expected) => expect(inner(text, method)).toBe(expected));

  test('1.1 does not guess a base', () =>
    expect(
      inner('<r xml:base="http://a.example/"><x/></r>', { kind: 'inclusive-1.1', prefixes: new Set() }),
    ).toBeNull());
});

test('what is no document gives no tree', () => {
  for (const text of ['', '<r>', '<a:r/>', '<r/><r/>', '<r>&x;</r>']) expect(parseTree(text)).toBeNull();
});
