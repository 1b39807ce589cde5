/** Alerts anywhere in an element, also in documents that stand there as text. */
import { Findings, type Severity } from '../../finding.ts';
import type { Located, Span } from '../../text/span.ts';
import { namespaces } from '../layout.ts';
import { decodeBase64 } from '../resources/base64.ts';
import { decodeXml } from '../xml/decode.ts';
import { Places } from '../xml/places.ts';
import { clip, type ParsedDocuments, parseDocuments, type XmlNode } from '../xml/tree.ts';
import type { FoundAlert, OwnDocument } from './found.ts';
import { innerText, moved, type Outer, outermost, shifted, spanIn, wholeOf } from './inner.ts';
import { childrenOf, textOf } from './paths.ts';

/** What an escaped or encoded document begins with when it may hold alerts; it also has to name CAP's namespace. */
const innerStart = /^\s*<(?:\?xml[\s-]|!--|(?:[\w.-]+:)?(?:alert|EDXLDistribution)[\s>])/;
export const namesCap = /urn:oasis:names:tc:emergency:cap:|http:\/\/www\.incident\.com\/cap\//;

/** Whether the words of an element may be a document with alerts in it. */
export const mayHoldAlerts = (words: string): boolean => innerStart.test(words) && namesCap.test(words);

/** Reads the root of a document that stood as text, where it is a container itself. */
export type ReadRoot = (root: XmlNode, path: string, search: Search) => void;

/** A document under search: the outermost, or one that stood as text in it. */
interface Searched {
  readonly text: string;
  /** Its root, where it is one document of XML. */
  readonly root: XmlNode | null;
  readonly spanOf: (alert: XmlNode) => Span;
  readonly outer: Outer;
}

/** One document's search; what it finds stands in `alerts`, in the order of the document. */
export class Search {
  readonly places: Places;
  readonly findings: Findings;
  readonly alerts: FoundAlert[] = [];
  /** How many things that should be alerts could not be read; each has an error. */
  lost = 0;
  readonly #readRoot: ReadRoot;
  readonly #outermost: Searched;
  #inner: Searched | null = null;

  constructor(parsed: ParsedDocuments, places: Places, findings: Findings, readRoot: ReadRoot) {
    this.places = places;
    this.findings = findings;
    this.#readRoot = readRoot;
    this.#outermost = { text: places.text, root: onlyRoot(parsed), spanOf: (alert) => alert, outer: outermost };
  }

  /** Never goes into an alert: what stands there belongs to it. Depth is bounded by that of the tree. */
  collect(node: XmlNode, path: string): void {
    if (node.local === 'alert' && this.#isAlert(node, path)) return;
    const children = childrenOf(node, path);
    for (const [child, childPath] of children) this.collect(child, childPath);
    if (children.length > 0) return;
    const words = textOf(node);
    if (mayHoldAlerts(words)) this.#collectText(node, path);
  }

  /** A document in base64: `node` holds it as its text. */
  collectBase64(node: XmlNode, path: string): void {
    const { bytes, at } = decodeBase64(textOf(node));
    if (bytes === null) {
      this.#lose(node, path, `it is not base64 (character ${at + 1}). Ask its issuer for it.`);
      return;
    }
    const faults = new Findings();
    const text = decodeXml(bytes, faults);
    const outer = wholeOf({ start: node.contentStart, end: node.contentEnd });
    for (const { severity, message } of faults.list())
      this.find(severity, 'cap.embedded.form', `Of the document in <${clip(node.local)}>: ${message}`, path, node);
    if (text === null) this.lost++;
    else if (this.#collectInner(node, path, text, outer) > 0)
      this.find('info', 'cap.embedded.base64', base64Places, path, node);
  }

  find(severity: Severity, code: string, message: string, path: string, at: XmlNode | Span): void {
    this.findings.add(severity, code, message, { path, ...this.#placeOf(at) });
  }

  /** Of an element: its opening tag. */
  #placeOf(at: XmlNode | Span): Located {
    return this.places.at('local' in at ? { start: at.start, end: at.contentStart } : at);
  }

  #isAlert(node: XmlNode, path: string): boolean {
    const version = namespaces.get(node.namespace);
    if (version !== undefined) {
      this.alerts.push({ node, version, path, own: this.#ownDocument(node) });
      return true;
    }
    // Others have elements of that name too; one with an identifier was meant for us.
    if (!node.children.some((child) => typeof child !== 'string' && child.local === 'identifier')) return false;
    this.lost++;
    this.find('error', 'cap.embedded.unread', wrongNamespace(node), path, node);
    return true;
  }

  #ownDocument(alert: XmlNode): OwnDocument {
    const { text, root, spanOf, outer } = this.#inner ?? this.#outermost;
    if (alert === root) return { text, outer };
    const { start, end } = spanOf(alert);
    return { text: text.slice(start, end), outer: shifted(outer, start) };
  }

  #lose(node: XmlNode, path: string, why: string, at: XmlNode | Span = node): void {
    this.lost++;
    this.find('error', 'cap.embedded.unread', `The document in <${clip(node.local)}> can't be read: ${why}`, path, at);
  }

  #collectText(node: XmlNode, path: string): void {
    const { text, outer } = innerText(this.places.text, { start: node.contentStart, end: node.contentEnd });
    this.#collectInner(node, path, text, outer);
  }

  /** Gives how many alerts there were. */
  #collectInner(node: XmlNode, path: string, text: string, around: Outer): number {
    if (this.#inner !== null) {
      this.#lose(node, path, 'it is a text inside a text. Ask its issuer for the alert alone.');
      return 0;
    }
    const before = this.alerts.length;
    const by = Math.max(0, text.search(/[^\s\uFEFF]/));
    const outer = shifted(around, by);
    const faults = new Findings();
    const parsed = parseDocuments(new Places(text.slice(by)), faults);
    const spans = new Map<XmlNode, Span>();
    const roots = parsed.roots.map((root) => moved(root, outer, spans));
    const root = onlyRoot({ ...parsed, roots });
    this.#inner = { text: text.slice(by), root, spanOf: (alert) => spans.get(alert) ?? alert, outer };
    for (const root of roots) this.#readRoot(root, `${path}/${clip(root.local)}`, this);
    this.#inner = null;
    for (const { message, where } of faults.list()) {
      const span = spanIn(outer, { start: where.start ?? 0, end: where.end ?? 0 });
      if (parsed.stoppedAt !== null) this.#lose(node, path, message, span);
      else
        this.find('warning', 'cap.embedded.form', `Of the document in <${clip(node.local)}>: ${message}`, path, span);
    }
    return this.alerts.length - before;
  }
}

const onlyRoot = ({ roots, isWellFormed }: ParsedDocuments): XmlNode | null => (isWellFormed && roots[0]) || null;

export function wrongNamespace({ namespace }: XmlNode): string {
  const named = namespace === '' ? 'no namespace' : `the namespace “${clip(namespace)}”`;
  return `The alert has ${named}, which is not that of CAP 1.0, 1.1 or 1.2; ask its issuer for CAP 1.2.`;
}

const base64Places =
  'This alert came in base64: the place of everything in it is given as that of the whole encoded text.';
