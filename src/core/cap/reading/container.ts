/**
 * One CAP element that holds others, while it is read: sorts its children into those that CAP defines there and the
 * rest, records where each stands, and hands out values together with findings about them.
 */
import type { Findings, Severity, Where } from '../../finding.ts';
import type { Layout } from '../layout.ts';
import type { Unread, XmlElement } from '../model.ts';
import type { Places } from '../xml/places.ts';
import { clip, type XmlNode } from '../xml/tree.ts';
import { type Elements, type Holder, pathOf } from './elements.ts';
import { isAllBlank, trimmed, valueSpan } from './value-span.ts';

/** What one document's reading shares. */
export interface Context {
  readonly places: Places;
  readonly findings: Findings;
  /** Namespace of the alert; elements of another one are extensions. */
  readonly namespace: string;
  /** Absolute path of the alert in its document. */
  readonly path: string;
  readonly elements: Elements;
  /** What was left unread so far. */
  readonly unread: Unread[];
}

const noNodes: readonly XmlNode[] = [];

/** Texts that an info may leave out; an empty one counts as that. */
const optionalTexts: ReadonlySet<string> = new Set([
  'audience',
  'senderName',
  'headline',
  'description',
  'instruction',
  'web',
  'contact',
]);
const emptyText = (name: string): string => `<${name}> is empty; write what belongs there, or leave it out.`;

export class Container implements Holder {
  readonly context: Context;
  readonly node: XmlNode;
  /** What CAP does not define here, and what stands once too often. */
  readonly extra: XmlElement[];
  /** A decisive child stands twice with different words: nobody can say what is meant. */
  contradictory = false;
  readonly layout: Layout;
  /** Those that CAP defines here, by name. */
  readonly children = new Map<string, XmlNode[]>();
  readonly #path: string;

  /** `path` counts from the alert: empty for the alert itself, else such as `info[1]`. */
  constructor(context: Context, node: XmlNode, path: string, layout: Layout, extra: XmlElement[] = []) {
    this.context = context;
    this.node = node;
    this.layout = layout;
    this.extra = extra;
    this.#path = path;
    context.elements.add(this);
    for (const child of node.children) {
      if (typeof child !== 'string') this.#sort(child);
      else if (node.hasWords && !isAllBlank(child)) this.#stray(child);
    }
  }

  #sort(child: XmlNode): void {
    const name = child.local;
    if (child.namespace !== this.context.namespace) {
      this.extra.push(elementOf(child));
      return;
    }
    const times = this.layout.get(name);
    if (times === undefined) {
      this.extra.push(elementOf(child));
      const message = `CAP has no <${clip(name)}> here; it is kept, but not used.`;
      const tag = { start: child.start, end: child.contentStart };
      this.find('warning', 'cap.element.unknown', message, this.pathOf(name), tag);
      return;
    }
    if (times === 'unread') {
      this.extra.push(elementOf(child));
      this.children.set(name, [child]);
      return;
    }
    const before = this.children.get(name);
    if (child.attributes.length > 0)
      this.passOver(child, this.pathOf(name, times === 'repeated' ? (before?.length ?? 0) + 1 : null));
    if (before && times !== 'repeated') {
      this.extra.push(elementOf(child));
      this.#repeated(child, before[0], times === 'decisive');
      return;
    }
    if (before) before.push(child);
    else this.children.set(name, [child]);
  }

  #repeated(child: XmlNode, first: XmlNode | undefined, decisive: boolean): void {
    const name = child.local;
    const clash = decisive && first !== undefined && wordsOf(first).trim() !== wordsOf(child).trim();
    if (clash) this.contradictory = true;
    const what = clash ? "with different words, so the alert can't be trusted and is not used" : 'and the first counts';
    const message = `<${name}> stands more than once ${what}. Ask the issuer which one is meant.`;
    this.find('error', `cap.${name}.repeated`, message, this.pathOf(name), valueSpan(this.context.places.text, child));
  }

  /** Notes the attributes that an element of CAP has, of which CAP knows none. XML Schema's own say nothing about the alert. */
  passOver({ attributes }: XmlNode, path: string): void {
    for (const { name, namespace, value } of attributes)
      if (namespace !== xsiNamespace)
        this.context.unread.push({ kind: 'attribute', path, words: `${clip(name)}="${clip(value)}"` });
  }

  #stray(words: string): void {
    const name = this.node.local;
    this.context.unread.push({ kind: 'text', path: this.#path, words: clip(words.trim()) });
    const message = `Text stands loose in <${name}> and is not used: “${clip(words.trim())}”. Look at the original.`;
    this.find('warning', 'cap.text.stray', message, this.#path, {
      start: this.node.start,
      end: this.node.contentStart,
    });
  }

  /** Path of a child, from the alert; `index` counts from 1 and is null for one that can't repeat. */
  pathOf(name: string, index: number | null = null): string {
    return pathOf(this.#path, name, index);
  }

  find(severity: Severity, code: string, message: string, path: string, place: Where): void {
    // Where nothing more of it is listed, no place is looked for.
    if (this.context.findings.isFull(code)) {
      this.context.findings.add(severity, code, message);
      return;
    }
    const located =
      place.start === undefined || place.end === undefined
        ? place
        : this.context.places.at({ start: place.start, end: place.end });
    this.context.findings.add(severity, code, message, {
      path: path === '' ? this.context.path : `${this.context.path}/${path}`,
      ...located,
    });
  }

  /** A finding about the value of a child that was handed out. */
  findAt(severity: Severity, code: string, message: string, path: string): void {
    this.find(severity, code, message, path, this.context.elements.at(path) ?? {});
  }

  /** A mandatory child that is absent or empty. */
  missing(name: string, message: string): void {
    const path = this.pathOf(name);
    const own = this.context.elements.at(path);
    this.find(
      'error',
      `cap.${name}.missing`,
      message,
      path,
      own ?? { start: this.node.start, end: this.node.contentStart },
    );
  }

  all(name: string): readonly XmlNode[] {
    return this.children.get(name) ?? noNodes;
  }

  /** The text of a child, trimmed; null when it is absent or empty. */
  text(name: string): string | null {
    const node = this.children.get(name)?.[0];
    if (!node) return null;
    const value = this.valueOf(node, name);
    if (value !== '') return value;
    if (optionalTexts.has(name)) this.findAt('info', 'cap.text.empty', emptyText(name), this.pathOf(name));
    return null;
  }

  /** The texts of a child that may repeat, trimmed; empty ones stand as empty, so that the numbers agree with the paths. */
  texts(name: string): string[] {
    return this.all(name).map((node, i) => this.valueOf(node, name, i + 1));
  }

  /** The text of `node`, which is the child `name` with that index. */
  valueOf(node: XmlNode, name: string, index: number | null = null): string {
    const { children } = node;
    if (children.length === 0) return '';
    const only = children[0];
    if (children.length === 1 && typeof only === 'string') return trimmed(only);
    const message = `<${node.local}> should hold text alone; its words were read without the elements among them.`;
    this.findAt('warning', 'cap.element.nested', message, this.pathOf(name, index));
    const inner = children.find((child) => typeof child !== 'string');
    if (inner)
      this.context.unread.push({ kind: 'element', path: this.pathOf(name, index), words: `<${clip(inner.name)}>` });
    return wordsOf(node).trim();
  }
}

const xsiNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

const wordsOf = (node: XmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');

const elementOf = (node: XmlNode): XmlElement => ({
  name: node.name,
  namespace: node.namespace,
  attributes: node.attributes,
  children: node.children.map((child) => (typeof child === 'string' ? child : elementOf(child))),
});
