/**
 * XML text to a tree that knows where everything stands. saxes does the reading and the checks of well-formedness; here
 * are the limits, the refusal of DOCTYPE (CAP uses none, and entities are how XML attacks) and plain words for faults.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Findings } from '../../finding.ts';
import type { XmlAttribute } from '../model.ts';
import type { Places } from './places.ts';

export const maxDepth = 64;
/** Elements and attributes together. */
export const maxNodes = 250_000;

export interface XmlNode {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  /** Without xmlns declarations. */
  readonly attributes: readonly XmlAttribute[];
  /** Text beside text is one string, whether it came plain, escaped or as CDATA. */
  readonly children: (XmlNode | string)[];
  /** UTF-16 offsets: of `<`, behind the opening tag, of the closing tag, behind it. */
  readonly start: number;
  readonly contentStart: number;
  contentEnd: number;
  end: number;
}

const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/** Thrown to leave saxes, which would read on after an error; never leaves this file. */
class Stop extends Error {}

/** The root element, or null with a finding. Never throws; time is linear in the text. */
export function parseXml(places: Places, findings: Findings): XmlNode | null {
  const doctype = doctypeAt(places.text);
  if (doctype !== null) {
    const message = 'The file has a DOCTYPE, which CAP does not use and which can do harm; ask for it without.';
    findings.add('error', 'xml.doctype', message, places.at({ start: doctype, end: doctype + '<!DOCTYPE'.length }));
    return null;
  }
  const builder = new TreeBuilder(places, findings);
  try {
    return builder.parse();
  } catch (thrown) {
    if (thrown instanceof Stop) return null;
    builder.report('xml.not-well-formed', 'The file is not well-formed XML; ask its issuer for a corrected one.');
    return null;
  }
}

/** Where `<!DOCTYPE` stands before the root element, or null. Only white space, comments and instructions may precede. */
function doctypeAt(text: string): number | null {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at++;
    const closing = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    if (closing === null) return text.startsWith('<!DOCTYPE', at) ? at : null;
    const end = text.indexOf(closing, at + (closing === '?>' ? 2 : 4));
    if (end < 0) return null;
    at = end + closing.length;
  }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

class TreeBuilder {
  readonly #places: Places;
  readonly #text: string;
  readonly #findings: Findings;
  readonly #parser = new SaxesParser({ xmlns: true, position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  readonly #open: XmlNode[] = [];
  #root: XmlNode | null = null;
  #nodes = 0;

  constructor(places: Places, findings: Findings) {
    this.#places = places;
    this.#text = places.text;
    this.#findings = findings;
    const parser = this.#parser;
    // Six handlers at most: the seventh turns saxes' parser into a slow object and costs five times the time.
    parser.on('opentag', (tag) => this.#openTag(tag));
    parser.on('closetag', (tag) => this.#closeTag(tag.isSelfClosing));
    parser.on('text', (words) => this.#addText(words));
    parser.on('cdata', (words) => this.#addText(words));
    parser.on('attribute', () => this.#count());
    parser.on('error', (error) => this.#fault(error.message));
  }

  parse(): XmlNode | null {
    this.#parser.write(this.#text).close();
    return this.#root;
  }

  /** A finding at the place the parser has come to. */
  report(code: string, message: string): void {
    const behind = Math.min(this.#parser.position, this.#text.length);
    const atEnd = behind === this.#text.length;
    const start = atEnd ? behind : Math.max(0, behind - 1);
    this.#findings.add('error', code, message, this.#places.at({ start, end: behind }));
  }

  #stop(code: string, message: string): never {
    this.report(code, message);
    throw new Stop();
  }

  #count(): void {
    if (++this.#nodes > maxNodes)
      this.#stop('xml.too-many-elements', `The file has more than ${maxNodes} elements; ask for a smaller one.`);
  }

  #openTag(tag: SaxesTagNS): void {
    this.#count();
    if (this.#open.length >= maxDepth)
      this.#stop('xml.too-deep', `Elements stand more than ${maxDepth} deep in each other; no CAP file does that.`);
    const behind = this.#parser.position;
    const node: XmlNode = {
      name: tag.name,
      local: tag.local,
      namespace: tag.uri,
      attributes: attributesOf(tag),
      children: [],
      start: this.#tagStart(behind, behind - tag.name.length - 2),
      contentStart: behind,
      contentEnd: behind,
      end: behind,
    };
    const parent = this.#open[this.#open.length - 1];
    if (parent) parent.children.push(node);
    else this.#root = node;
    this.#open.push(node);
  }

  #closeTag(selfClosing: boolean): void {
    const node = this.#open.pop();
    if (!node || selfClosing) return;
    node.end = this.#parser.position;
    node.contentEnd = this.#tagStart(node.end, node.end - node.name.length - 3);
  }

  /** Where the tag that ends before `behind` begins: its only `<`, mostly where a tag without white space has it. */
  #tagStart(behind: number, likely: number): number {
    return this.#text.charCodeAt(likely) === lessThan ? likely : this.#text.lastIndexOf('<', behind - 1);
  }

  #addText(words: string): void {
    const children = this.#open[this.#open.length - 1]?.children;
    if (!children || words === '') return;
    const last = children.length - 1;
    const before = children[last];
    if (typeof before === 'string') children[last] = before + words;
    else children.push(words);
  }

  #fault(message: string): never {
    if (message === 'undefined entity.' || message === 'disallowed character in entity name.') {
      const behind = this.#parser.position;
      const start = Math.max(0, this.#text.lastIndexOf('&', behind - 1));
      const entity = clip(this.#text.slice(start, behind));
      const words = `${entity} is not defined in XML; only &amp; &lt; &gt; &quot; and &apos; are. Ask for a corrected file.`;
      this.#findings.add('error', 'xml.entity', words, this.#places.at({ start, end: behind }));
      throw new Stop();
    }
    if (message.startsWith('inappropriately located doctype'))
      this.#stop('xml.doctype', 'The file has a misplaced DOCTYPE; ask for it without.');
    this.#stop('xml.not-well-formed', `The file is not well-formed XML: ${plainly(message)}. Ask for a corrected one.`);
  }
}

const lessThan = 0x3c;
const noAttributes: readonly XmlAttribute[] = [];

function attributesOf(tag: SaxesTagNS): readonly XmlAttribute[] {
  let list: XmlAttribute[] | null = null;
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key];
    if (attribute === undefined || attribute.uri === xmlnsNamespace) continue;
    list ??= [];
    list.push({ name: attribute.name, namespace: attribute.uri, value: attribute.value });
  }
  return list ?? noAttributes;
}

/** At most 60 characters of the input, for a sentence. */
export const clip = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words);

/** What saxes says, in plain words. */
function plainly(message: string): string {
  const [, name] = /^[^:]*: "?(.*?)"?\.?$/.exec(message) ?? [];
  const named = name === undefined ? 'an element' : `“${clip(name)}”`;
  const known = faults.find(([start]) => message.startsWith(start));
  return known ? known[1](named) : 'there is something that XML does not allow';
}

const faults: readonly (readonly [start: string, words: (name: string) => string])[] = [
  ['unclosed tag', (name) => `the file ends before ${name} is closed`],
  ['unexpected end', () => 'the file ends too early'],
  ['unexpected close tag', () => 'an element is closed that was not the last one opened'],
  ['unmatched closing tag', (name) => `${name} is closed but was never opened`],
  ['document must contain a root element', () => 'there is no element in it'],
  ['documents may contain only one root', () => 'a second element follows the end of the first'],
  ['text data outside of root node', () => 'there is text outside the outermost element'],
  ['duplicate attribute', (name) => `the attribute ${name} stands twice on one element`],
  ['unbound namespace prefix', (name) => `the prefix ${name} is not declared`],
  ['malformed character entity', () => 'a character is written by a number that is no character'],
  ['empty entity name', () => 'an “&” has to be written as &amp;'],
  ['the string "]]>"', () => '“]]>” stands in text and has to be escaped'],
  ['malformed comment', () => 'a comment has “--” inside'],
  ['disallowed character in tag name', () => 'a “<” has to be written as &lt;'],
  ['disallowed character', () => 'there is a character that XML does not allow here'],
  ['an XML declaration must be at the start', () => 'something stands before the XML declaration'],
];
