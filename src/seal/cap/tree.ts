/**
 * An alert as a signature sees it: with its namespace declarations and processing instructions, which reading has no use
 * for. The text has been through `openCap`, so it is well-formed, has no DOCTYPE and is within the limits. Comments are
 * not here: a signature over the whole document never covers them (XMLDSig, section 4.4.3.3).
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';

export interface Instruction {
  readonly target: string;
  readonly body: string;
}

export interface Attribute {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly value: string;
}

export interface Element {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  /** Without xmlns declarations. */
  readonly attributes: readonly Attribute[];
  /** Prefix (empty for the default namespace) and namespace, as declared on this element. */
  readonly declared: ReadonlyMap<string, string>;
  readonly parent: Element | null;
  readonly children: (Element | Instruction | string)[];
  /** UTF-16 offsets of `<`, and behind the closing tag. */
  readonly start: number;
  end: number;
}

/** What stands outside the root is instructions only. */
export interface Tree {
  readonly root: Element;
  readonly before: readonly Instruction[];
  readonly after: readonly Instruction[];
}

export type Node = Element['children'][number];

export const isElement = (node: Node): node is Element => typeof node !== 'string' && 'children' in node;

const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/** null when the text makes no document by itself. Never throws; time is linear in the text. */
export function parseTree(text: string): Tree | null {
  const builder = new Builder(text);
  try {
    return builder.parse();
  } catch {
    return null; // saxes throws at the first fault, as nothing here listens to its faults
  }
}

class Builder {
  readonly #text: string;
  readonly #parser = new SaxesParser({ xmlns: true, position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  readonly #before: Instruction[] = [];
  readonly #after: Instruction[] = [];
  #open: Element | null = null;
  #root: Element | null = null;

  constructor(text: string) {
    this.#text = text;
    this.#parser.on('opentag', (tag) => this.#openTag(tag));
    this.#parser.on('closetag', () => this.#closeTag());
    this.#parser.on('text', (words) => this.#add(words));
    this.#parser.on('cdata', (words) => this.#add(words));
    this.#parser.on('processinginstruction', ({ target, body }) => this.#instruct({ target, body }));
  }

  parse(): Tree | null {
    this.#parser.write(this.#text).close();
    return this.#root && { root: this.#root, before: this.#before, after: this.#after };
  }

  #openTag(tag: SaxesTagNS): void {
    const behind = this.#parser.position;
    const { prefix, local, uri: namespace } = tag;
    const attributes = Object.values(tag.attributes)
      .filter(({ uri }) => uri !== xmlnsNamespace)
      .map(({ prefix, local, uri, value }) => ({ prefix, local, namespace: uri, value }));
    const declared = new Map(Object.entries(tag.ns));
    const parent = this.#open;
    const start = this.#text.lastIndexOf('<', behind - 1);
    const element: Element = {
      prefix,
      local,
      namespace,
      attributes,
      declared,
      parent,
      children: [],
      start,
      end: behind,
    };
    if (parent) parent.children.push(element);
    else this.#root = element;
    this.#open = element;
  }

  #closeTag(): void {
    if (!this.#open) return;
    this.#open.end = this.#parser.position;
    this.#open = this.#open.parent;
  }

  #add(words: string): void {
    const children = this.#open?.children;
    if (!children || words === '') return;
    const last = children.length - 1;
    const before = children[last];
    if (typeof before === 'string') children[last] = before + words;
    else children.push(words);
  }

  #instruct(instruction: Instruction): void {
    const list = this.#open?.children ?? (this.#root ? this.#after : this.#before);
    list.push(instruction);
  }
}
