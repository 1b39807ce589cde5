/**
 * XML to the octets that a digest is taken of: Canonical XML 1.0, 1.1 and Exclusive Canonical XML 1.0 (W3C), each without
 * comments. For whole documents 1.0 and 1.1 are the same; see `ofElement` for the part where they differ.
 */
import { type Attribute, type Element, type Instruction, isElement, type Node, type Tree } from './tree.ts';

export interface Method {
  readonly kind: 'inclusive' | 'inclusive-1.1' | 'exclusive';
  /** For exclusive: prefixes treated as inclusive does (`InclusiveNamespaces`), empty for the default namespace. */
  readonly prefixes: ReadonlySet<string>;
}

export const inclusive: Method = { kind: 'inclusive', prefixes: new Set() };
export const exclusive: Method = { kind: 'exclusive', prefixes: new Set() };

/** Characters; Exclusive Canonical XML can repeat one long namespace on every element. */
const maxLength = 64 * 1024 * 1024;
/** Characters; sorting compares namespaces again and again. */
const maxNamespace = 2000;

/** Thrown to leave from any depth; never leaves this file. */
class TooLarge extends Error {}

/** A whole document without some elements of it, in UTF-8; null when that would grow beyond all use. */
export function ofDocument(tree: Tree, method: Method, without: ReadonlySet<Element>): Uint8Array | null {
  const { root, before, after } = tree;
  return written(new Writer(method, without), (writer) => {
    for (const instruction of before) writer.instruction(instruction, '', '\n');
    writer.element(root);
    for (const instruction of after) writer.instruction(instruction, '\n', '');
  });
}

function written(writer: Writer, write: (writer: Writer) => void): Uint8Array | null {
  try {
    write(writer);
    return writer.octets();
  } catch (thrown) {
    if (thrown instanceof TooLarge) return null;
    throw thrown;
  }
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/**
 * One element of a document, in UTF-8. Both inclusive methods pass on what the elements around it say: all namespaces, and
 * the attributes of the XML namespace, of which 1.1 passes on no id. null for an xml:base that 1.1 would have to resolve,
 * and as `ofDocument` says.
 */
export function ofElement(element: Element, method: Method): Uint8Array | null {
  const around: Element[] = [];
  for (let parent = element.parent; parent; parent = parent.parent) around.unshift(parent);
  const passedOn = new Map<string, Attribute>();
  for (const { attributes } of method.kind === 'exclusive' ? [] : around)
    for (const attribute of attributes)
      if (attribute.namespace === xmlNamespace) passedOn.set(attribute.local, attribute);
  if (method.kind === 'inclusive-1.1') {
    if (passedOn.has('base')) return null;
    passedOn.delete('id');
  }
  for (const { namespace, local } of element.attributes) if (namespace === xmlNamespace) passedOn.delete(local);
  return written(new Writer(method, new Set()), (writer) => {
    for (const { declared } of around) writer.declare(declared);
    writer.element({ ...element, attributes: [...element.attributes, ...passedOn.values()] }, true);
  });
}

class Writer {
  readonly #method: Method;
  readonly #without: ReadonlySet<Element>;
  readonly #out: string[] = [];
  #length = 0;
  /** What holds in the source, and what holds in the octets: prefix to namespace. */
  readonly #scope = new Map<string, string>();
  readonly #written = new Map<string, string>();

  constructor(method: Method, without: ReadonlySet<Element>) {
    this.#method = method;
    this.#without = without;
  }

  octets(): Uint8Array {
    return new TextEncoder().encode(this.#out.join(''));
  }

  declare(declared: Iterable<readonly [string, string]>): void {
    for (const [prefix, namespace] of declared) {
      if (namespace.length > maxNamespace) throw new TooLarge();
      if (prefix !== 'xml') this.#scope.set(prefix, namespace);
    }
  }

  #put(...words: string[]): void {
    for (const word of words) this.#length += word.length;
    if (this.#length > maxLength) throw new TooLarge();
    this.#out.push(...words);
  }

  instruction({ target, body }: Instruction, before: string, after: string): void {
    this.#put(before, '<?', target, body === '' ? '' : ` ${body}`, '?>', after);
  }

  /** `isFirst`: nothing around it is written, and all that is in scope counts as declared on it. */
  element(element: Element, isFirst = false): void {
    const { declared, children } = element;
    const name = qualified(element);
    const before = [...declared.keys()].map((prefix) => [prefix, this.#scope.get(prefix)] as const);
    this.declare(declared);
    const written = this.#toWrite(element, isFirst ? this.#scope.keys() : declared.keys());
    const hidden = written.map(([prefix]) => [prefix, this.#written.get(prefix)] as const);
    this.#put('<', name);
    for (const [prefix, namespace] of written) {
      this.#written.set(prefix, namespace);
      this.#put(prefix === '' ? ' xmlns="' : ` xmlns:${prefix}="`, inAttribute(namespace), '"');
    }
    for (const attribute of element.attributes.toSorted(byNamespaceAndName))
      this.#put(' ', qualified(attribute), '="', inAttribute(attribute.value), '"');
    this.#put('>');
    for (const child of children) this.#node(child);
    this.#put('</', name, '>');
    restore(this.#written, hidden);
    restore(this.#scope, before);
  }

  #node(node: Node): void {
    if (typeof node === 'string') this.#put(inText(node));
    else if (!isElement(node)) this.instruction(node, '', '');
    else if (!this.#without.has(node)) this.element(node);
  }

  /** The namespaces that have to be written on an element: those that differ from what the octets say around it. */
  #toWrite(element: Element, declaredHere: Iterable<string>): (readonly [string, string])[] {
    const { kind, prefixes } = this.#method;
    const candidates = new Set<string>();
    for (const prefix of declaredHere) if (kind !== 'exclusive' || prefixes.has(prefix)) candidates.add(prefix);
    if (kind === 'exclusive') {
      candidates.add(element.prefix);
      for (const { prefix } of element.attributes) if (prefix !== '') candidates.add(prefix);
    }
    candidates.delete('xml');
    return [...candidates]
      .map((prefix) => [prefix, this.#scope.get(prefix) ?? ''] as const)
      .filter(([prefix, namespace]) => namespace !== (this.#written.get(prefix) ?? ''))
      .sort(([a], [b]) => compare(a, b));
  }
}

function restore(map: Map<string, string>, entries: readonly (readonly [string, string | undefined])[]): void {
  for (const [prefix, namespace] of entries) {
    if (namespace === undefined) map.delete(prefix);
    else map.set(prefix, namespace);
  }
}

const qualified = ({ prefix, local }: { readonly prefix: string; readonly local: string }): string =>
  prefix === '' ? local : `${prefix}:${local}`;

/** By Unicode code points, which is the order of UTF-8 and not always that of UTF-16. */
const compare = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)));

const byNamespaceAndName = (a: Attribute, b: Attribute): number =>
  compare(a.namespace, b.namespace) || compare(a.local, b.local);

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
const escaped = (character: string): string => escapes[character] ?? character;
const inText = (words: string): string => words.replace(/[&<>\r]/g, escaped);
const inAttribute = (words: string): string => words.replace(/[&<"\t\n\r]/g, escaped);
