/** A look at a text that nobody has said anything about: is it for whoever reads CAP? */
import { namespaces } from '../layout.ts';
import { XmlFault } from '../xml/fault.ts';
import { doctypeAt } from '../xml/prolog.ts';
import { type Limits, type Opened, XmlReader, type XmlSink } from '../xml/reader.ts';
import { maxDepth, maxNodes } from '../xml/tree.ts';
import { feedKind } from './feed.ts';
import { isCapType } from './links.ts';
import { mayHoldAlerts, namesCap } from './search.ts';

/**
 * True for an alert, of whatever version, an EDXL-DE message, and anything around an alert; for a feed also when it names CAP, for it may
 * hold the addresses of alerts. What is broken counts by what stands before the fault, and a feed by what it names. Reads no further than
 * to the first sign, within the limits of reading; never throws; time is linear.
 */
export function looksLikeCap(text: string): boolean {
  const from = Math.max(0, text.search(/[^\s\uFEFF]/));
  if (text[from] !== '<') return false;
  const doctype = doctypeAt(text, from);
  if (doctype !== null) return !html.test(text.slice(doctype, doctype + 40)) && namesCap.test(text);
  const limits = { depth: maxDepth, left: maxNodes, mostNodes: maxNodes };
  const look = new Look(limits);
  try {
    new XmlReader(text, from, look, limits).root();
  } catch (thrown) {
    if (!(thrown instanceof XmlFault)) throw thrown;
    return look.isCap || (look.isFeed && namesCap.test(text));
  }
  return look.isCap;
}

const html = /^<!DOCTYPE\s+html\b/i;

class Look implements XmlSink {
  isCap = false;
  isFeed = false;
  readonly #limits: Limits;
  #depth = 0;
  /** Of the element that opened last, as long as nothing else came. */
  #leaf: { readonly name: string; words: string } | null = null;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  open(element: Opened): void {
    const isRoot = this.#depth++ === 0;
    const { namespace, attributes, declared } = element;
    const name = element.qName.local;
    if (isRoot) this.isFeed = feedKind({ local: name, namespace }) !== null;
    this.#leaf = { name, words: '' };
    // A root of that name with nothing around it was meant for us, whatever it lacks.
    if (name === 'alert' && (isRoot || namespaces.has(namespace))) this.#found();
    else if (isRoot && name === 'EDXLDistribution') this.#found();
    else if (this.isFeed && (namesCap.test(namespace) || (isRoot && declares(declared)))) this.#found();
    else if (this.isFeed && attributes.some((one) => one.name === 'type' && isCapType(one.value))) this.#found();
  }

  text(words: string): void {
    if (this.#leaf !== null) this.#leaf.words += words;
  }

  close(): void {
    this.#depth--;
    if (this.#leaf !== null && mayHoldAlerts(this.#leaf.words)) this.#found();
    this.#leaf = null;
  }

  #found(): void {
    this.isCap = true;
    // The reader stops at the next element.
    this.#limits.left = 0;
  }
}

const declares = (declared: Opened['declared']): boolean =>
  declared !== null && [...declared.values()].some((namespace) => namesCap.test(namespace));
