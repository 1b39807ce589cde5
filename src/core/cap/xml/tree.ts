/**
 * XML text to a tree that knows where everything stands. saxes does the reading and the checks of well-formedness; here
 * are the limits, the refusal of DOCTYPE (CAP uses none, and entities are how XML attacks) and plain words for faults.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Findings } from '../../finding.ts';
import type { XmlAttribute } from '../model.ts';
import type { Places } from './places.ts';
import { doctypeAt, nextDocumentAt } from './prolog.ts';

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
  const parsed = parseDocuments(places, findings);
  return parsed.isWellFormed ? (parsed.roots[0] ?? null) : null;
}

export interface ParsedDocuments {
  /** Each is whole. Empty when there is a DOCTYPE anywhere. */
  readonly roots: readonly XmlNode[];
  /** False when the text is not one document of XML; a finding says why. */
  readonly isWellFormed: boolean;
  /** Where reading ended before the text did, by a fault; null when all was read. */
  readonly stoppedAt: number | null;
}

/**
 * The roots of documents that were put one behind the other, each with or without a declaration or a byte order mark; mostly
 * there is one. What follows a fault is not read. Never throws; time is linear in the text.
 */
export function parseDocuments(places: Places, findings: Findings): ParsedDocuments {
  const { text } = places;
  const roots: XmlNode[] = [];
  const budget = { left: maxNodes };
  let from: number | null = /^[\s\uFEFF]+<\?xml\s/.test(text) ? text.indexOf('<') : 0;
  let isWellFormed = from === 0;
  if (!isWellFormed)
    findings.add('error', 'xml.not-well-formed', beforeDeclaration, places.at({ start: 0, end: from }));
  while (from !== null) {
    const doctype = doctypeAt(text, from);
    if (doctype !== null) {
      const message = 'The file has a DOCTYPE, which CAP does not use and which can do harm; ask for it without.';
      findings.add('error', 'xml.doctype', message, places.at({ start: doctype, end: doctype + '<!DOCTYPE'.length }));
      return { roots: [], isWellFormed: false, stoppedAt: doctype };
    }
    const builder: TreeBuilder = new TreeBuilder(places, findings, from, budget);
    const stoppedAt = builder.parse();
    if (builder.root) roots.push(builder.root);
    if (stoppedAt !== null)
      return { roots: findings.count('xml.doctype') > 0 ? [] : roots, isWellFormed: false, stoppedAt };
    from = builder.next;
    if (from !== null && roots.length === 1)
      findings.add('error', 'xml.not-well-formed', secondRoot, places.at({ start: from, end: from + 1 }));
    if (from !== null) isWellFormed = false;
    budget.left -= costOfDocument;
  }
  return { roots, isWellFormed, stoppedAt: null };
}

/** In elements: a parser for each takes time, even when there is little in it. */
const costOfDocument = 25;

const beforeDeclaration =
  'The file is not well-formed XML: something stands before the XML declaration. Ask for a corrected one.';
const secondRoot =
  'The file is not well-formed XML: a second element follows the end of the first, as where files were joined. Each is read by itself; ask for one file each.';

class TreeBuilder {
  readonly #places: Places;
  readonly #text: string;
  readonly #findings: Findings;
  readonly #parser = new SaxesParser({ xmlns: true, position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  readonly #open: XmlNode[] = [];
  readonly #from: number;
  readonly #budget: { left: number };
  #root: XmlNode | null = null;
  /** Where another document begins behind this one. */
  next: number | null = null;

  constructor(places: Places, findings: Findings, from: number, budget: { left: number }) {
    this.#places = places;
    this.#text = places.text;
    this.#findings = findings;
    this.#from = from;
    this.#budget = budget;
    const parser = this.#parser;
    // Six handlers at most: the seventh turns saxes' parser into a slow object and costs five times the time.
    parser.on('opentag', (tag) => this.#openTag(tag));
    parser.on('closetag', (tag) => this.#closeTag(tag.isSelfClosing));
    parser.on('text', (words) => this.#addText(words));
    parser.on('cdata', (words) => this.#addText(words));
    parser.on('attribute', () => this.#count());
    parser.on('error', (error) => this.#fault(error.message));
  }

  /** The root, once it is closed. */
  get root(): XmlNode | null {
    return this.#open.length === 0 ? this.#root : null;
  }

  /** Where a fault ended the reading, with a finding; null when there was none. */
  parse(): number | null {
    try {
      this.#parser.write(this.#from === 0 ? this.#text : this.#text.slice(this.#from)).close();
      return null;
    } catch (thrown) {
      if (this.next !== null) return null;
      if (!(thrown instanceof Stop))
        this.report('xml.not-well-formed', 'The file is not well-formed XML; ask its issuer for a corrected one.');
      return Math.min(this.#position, this.#text.length);
    }
  }

  get #position(): number {
    return this.#from + this.#parser.position;
  }

  /** A finding at the place the parser has come to. */
  report(code: string, message: string): void {
    const behind = Math.min(this.#position, this.#text.length);
    const atEnd = behind === this.#text.length;
    const start = atEnd ? behind : Math.max(0, behind - 1);
    this.#findings.add('error', code, message, this.#places.at({ start, end: behind }));
  }

  #stop(code: string, message: string): never {
    this.report(code, message);
    throw new Stop();
  }

  #count(): void {
    if (--this.#budget.left < 0)
      this.#stop('xml.too-many-elements', `The file has more than ${maxNodes} elements; ask for a smaller one.`);
  }

  #openTag(tag: SaxesTagNS): void {
    this.#count();
    if (this.#open.length >= maxDepth)
      this.#stop('xml.too-deep', `Elements stand more than ${maxDepth} deep in each other; no CAP file does that.`);
    const behind = this.#position;
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
    if (!node) return;
    if (!selfClosing) {
      node.end = this.#position;
      node.contentEnd = this.#tagStart(node.end, node.end - node.name.length - 3);
    }
    if (this.#open.length > 0) return;
    this.next = nextDocumentAt(this.#text, node.end);
    if (this.next !== null) throw new Stop();
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
      const behind = this.#position;
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
