/**
 * An alert as a signature sees it: with its namespace declarations and processing instructions, which reading has no use
 * for. The text has been through `openCap`, so it is well-formed, has no DOCTYPE and is within the limits. Comments are
 * not here: a signature over the whole document never covers them (XMLDSig, section 4.4.3.3).
 */
import type { XmlAttribute } from '../../core/cap/model.ts';
import { XmlFault } from '../../core/cap/xml/fault.ts';
import { type Limits, type Opened, XmlReader, type XmlSink } from '../../core/cap/xml/reader.ts';
import { maxDepth, maxNodes } from '../../core/cap/xml/tree.ts';

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

/** null when the text makes no document by itself. Never throws; time is linear in the text. */
export function parseTree(text: string): Tree | null {
  const builder = new Builder();
  const reader = new XmlReader(text, 0, builder, limits());
  try {
    reader.root();
    reader.rest();
  } catch (thrown) {
    if (thrown instanceof XmlFault) return null;
    throw thrown;
  }
  return builder.tree;
}

const limits = (): Limits => ({ depth: maxDepth, left: maxNodes, mostNodes: maxNodes });

class Builder implements XmlSink {
  readonly #before: Instruction[] = [];
  readonly #after: Instruction[] = [];
  #open: Element | null = null;
  #root: Element | null = null;

  get tree(): Tree | null {
    return this.#root && { root: this.#root, before: this.#before, after: this.#after };
  }

  open({ qName: { prefix, local }, namespace, attributes, declared, start, contentStart }: Opened): void {
    const parent = this.#open;
    const element: Element = {
      prefix,
      local,
      namespace,
      attributes: attributes.map(attributeOf),
      declared: declared ?? none,
      parent,
      children: [],
      start,
      end: contentStart,
    };
    if (parent) parent.children.push(element);
    else this.#root = element;
    this.#open = element;
  }

  close(_contentEnd: number, end: number): void {
    if (!this.#open) return;
    this.#open.end = end;
    this.#open = this.#open.parent;
  }

  text(words: string): void {
    const children = this.#open?.children;
    if (!children || words === '') return;
    const before = children.at(-1);
    if (typeof before === 'string') children[children.length - 1] = before + words;
    else children.push(words);
  }

  instruction(target: string, body: string): void {
    const list = this.#open?.children ?? (this.#root ? this.#after : this.#before);
    list.push({ target, body });
  }
}

const none: ReadonlyMap<string, string> = new Map();

function attributeOf({ name, namespace, value }: XmlAttribute): Attribute {
  const colon = name.indexOf(':');
  return { prefix: name.slice(0, Math.max(0, colon)), local: name.slice(colon + 1), namespace, value };
}
