/** A look at a text that nobody has said anything about: is it for whoever reads CAP? */
import { Findings } from '../../finding.ts';
import { namespaces } from '../layout.ts';
import { XmlFault } from '../xml/fault.ts';
import { Places } from '../xml/places.ts';
import { doctypeAt } from '../xml/prolog.ts';
import { type Limits, type Opened, XmlReader, type XmlSink } from '../xml/reader.ts';
import { maxDepth, maxNodes, parseDocuments } from '../xml/tree.ts';
import { feedKind } from './feed.ts';
import { findAlerts } from './find.ts';
import { isCapType } from './links.ts';
import { mayHoldAlerts, namesCap } from './search.ts';

/**
 * True for whatever `read` has alerts of or addresses that say they are CAP, and for what was meant to be that: an alert of whatever version, an
 * EDXL-DE message, a feed that names CAP and is broken or no Atom. False for a page of HTML that shows one. Most are told by the
 * first sign of CAP; what has none is read to its end, within the limits of reading. Never throws; time is linear.
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
    return look.isCap || (look.isFeed && (namesCap.test(text) || leadsToCap.test(text)));
  }
  return look.isCap || (!look.isPage && isRead(text));
}

const html = /^<!DOCTYPE\s+html\b/i;
/** Of a feed that can't be read: the type of an address, or how it ends. */
const leadsToCap =
  /\btype\s*=\s*["']\s*application\/(?:[\w.-]*\bcap|common-alerting-protocol)\b|[\w/-]\.cap(?=[?#"'<])/i;

/** How an address of CAP ends. One that ends in .xml may lead to anything: a feed counts by such when all its entries lead to one. */
const ofCap = /\.cap(?=[?#]|$)/i;

/** Its first root is whole: addresses in a feed, and what stands behind that root, the reader itself finds. */
function isRead(text: string): boolean {
  const places = new Places(text);
  const findings = new Findings();
  const { alerts, links } = findAlerts(parseDocuments(places, new Findings()), places, findings, null);
  const isList = links.length > 0 && findings.count('cap.entry.unread') === 0;
  return isList || links.some(({ href }) => ofCap.test(href)) || alerts.some(({ path }) => !isShown.test(path));
}

/** In elements of HTML that show a text as it was typed. */
const typed = /^(?:pre|code|samp|textarea)$/i;
const isShown = /\/(?:pre|code|samp|textarea)(?:\[\d+\])?\//i;

class Look implements XmlSink {
  isCap = false;
  isFeed = false;
  /** A page of HTML: text in it that is an alert is shown, and not sent. */
  isPage = false;
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
    if (isRoot) this.isFeed = name === 'feed' || feedKind({ local: name, namespace }) !== null;
    if (isRoot) this.isPage = name.toLowerCase() === 'html';
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
    const leaf = this.#leaf;
    this.#leaf = null;
    if (leaf !== null && !this.isPage && !typed.test(leaf.name) && mayHoldAlerts(leaf.words)) this.#found();
  }

  #found(): void {
    this.isCap = true;
    // The reader stops at the next element.
    this.#limits.left = 0;
  }
}

const declares = (declared: Opened['declared']): boolean =>
  declared !== null && [...declared.values()].some((namespace) => namesCap.test(namespace));
