/**
 * XML text to a tree that knows where everything stands. Here are the limits and the refusal of DOCTYPE: CAP uses none, and entities
 * are how XML attacks.
 */
import type { Findings } from '../../finding.ts';
import type { XmlAttribute } from '../model.ts';
import { XmlFault } from './fault.ts';
import type { Places } from './places.ts';
import { doctypeAt, nextDocumentAt } from './prolog.ts';
import { type Limits, type Opened, XmlReader, type XmlSink } from './reader.ts';
import { knownOf } from './words.ts';

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
  children: (XmlNode | string)[];
  /** Whether any of the text is more than plain white space of XML: in most elements that hold others none is. */
  hasWords: boolean;
  /** UTF-16 offsets: of `<`, behind the opening tag, of the closing tag, behind it. */
  readonly start: number;
  readonly contentStart: number;
  contentEnd: number;
  end: number;
}

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
  const limits: Limits = { depth: maxDepth, left: maxNodes, mostNodes: maxNodes };
  const known = knownOf(text);
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
    const builder = new TreeBuilder();
    const reader: XmlReader = new XmlReader(text, from, builder, limits, known);
    const { next, fault } = readOne(reader, text);
    if (builder.root) roots.push(builder.root);
    if (fault !== null) {
      const sentence = fault.code === 'xml.not-well-formed' ? notWellFormed(fault.message) : fault.message;
      findings.add('error', fault.code, sentence, places.at(fault));
      return { roots: fault.code === 'xml.doctype' ? [] : roots, isWellFormed: false, stoppedAt: fault.end };
    }
    from = next;
    if (from !== null && roots.length === 1)
      findings.add('error', 'xml.not-well-formed', secondRoot, places.at({ start: from, end: from + 1 }));
    if (from !== null) isWellFormed = false;
    limits.left -= costOfDocument;
  }
  return { roots, isWellFormed, stoppedAt: null };
}

const notWellFormed = (words: string): string => `The file is not well-formed XML: ${words}. Ask for a corrected one.`;

/** One document: where the next begins behind it, or what is wrong with it. */
function readOne(reader: XmlReader, text: string): { next: number | null; fault: XmlFault | null } {
  try {
    const next = nextDocumentAt(text, reader.root());
    if (next === null) reader.rest();
    return { next, fault: null };
  } catch (thrown) {
    if (thrown instanceof XmlFault) return { next: null, fault: thrown };
    throw thrown;
  }
}

/** In elements: a reader for each takes time, even when there is little in it. */
const costOfDocument = 25;

const beforeDeclaration =
  'The file is not well-formed XML: something stands before the XML declaration. Ask for a corrected one.';
const secondRoot =
  'The file is not well-formed XML: a second element follows the end of the first, as where files were joined. Each is read by itself; ask for one file each.';

/** What an element has until its first child comes; nothing is put into it. */
const noChildren: (XmlNode | string)[] = [];

/** Most elements hold one text: an array that is made with it is no longer than that, where one that grows takes room for many. */
function addTo(parent: XmlNode, child: XmlNode | string): void {
  if (parent.children.length === 0) parent.children = [child];
  else parent.children.push(child);
}

/** Asking for the element before the first would be slow. */
const lastOf = <T>(list: readonly T[]): T | undefined => (list.length === 0 ? undefined : list[list.length - 1]);

class TreeBuilder implements XmlSink {
  readonly #open: XmlNode[] = [];
  #root: XmlNode | null = null;

  /** The root, once it is closed. */
  get root(): XmlNode | null {
    return this.#open.length === 0 ? this.#root : null;
  }

  open({ qName, namespace, attributes, start, contentStart }: Opened): void {
    const node: XmlNode = {
      name: qName.name,
      local: qName.local,
      namespace,
      attributes,
      children: noChildren,
      hasWords: false,
      start,
      contentStart,
      contentEnd: contentStart,
      end: contentStart,
    };
    const parent = lastOf(this.#open);
    if (parent) addTo(parent, node);
    else this.#root = node;
    this.#open.push(node);
  }

  text(words: string, isBlank: boolean): void {
    const parent = lastOf(this.#open);
    if (!parent || words === '') return;
    if (!isBlank) parent.hasWords = true;
    const { children } = parent;
    const before = lastOf(children);
    if (typeof before === 'string') children[children.length - 1] = before + words;
    else addTo(parent, words);
  }

  close(contentEnd: number, end: number): void {
    const node = this.#open.pop();
    if (!node) return;
    node.contentEnd = contentEnd;
    node.end = end;
  }
}

export { clip } from './fault.ts';
