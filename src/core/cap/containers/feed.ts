/**
 * Atom (RFC 4287) and RSS (2.0, and 1.0 in RDF) around alerts: an entry holds its alert, or names where it is. CAP elements
 * that stand in an entry by themselves are a digest for lists, never an alert.
 */
import { namespaces } from '../layout.ts';
import { clip, type XmlNode } from '../xml/tree.ts';
import { isCapType, type Links } from './links.ts';
import { attributeOf, childrenOf, type Placed, textOf, wordsIn } from './paths.ts';
import type { Search } from './search.ts';

/**
 * An entry of this category (Atom: scheme and term; RSS: domain and words) says that a warning is over and has no CAP: what ended it is
 * not for everybody, has ended too, or goes by another name. Tocsin's own feeds have such entries.
 */
export const endedCategory = { scheme: 'urn:uuid:5c3f0f0a-6d1b-4c0e-9a54-7f7f3a0e2b61', term: 'ended' } as const;

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

export function feedKind({ local, namespace }: Pick<XmlNode, 'local' | 'namespace'>): 'atom' | 'rss' | null {
  if (local === 'feed' || local === 'entry') return /\batom\b/i.test(namespace) ? 'atom' : null;
  return local === 'rss' || (local === 'RDF' && namespace === rdf) ? 'rss' : null;
}

export function readFeed(root: XmlNode, path: string, search: Search, links: Links): void {
  const before = search.alerts.length;
  const without: Placed[] = [];
  const read = (node: XmlNode, at: string): void => {
    for (const [child, childPath] of childrenOf(node, at)) {
      if (child.local === 'channel') read(child, childPath);
      else if (isEntry(child)) readEntry(child, childPath, search, without);
      else readBeside(child, childPath, search);
    }
  };
  if (isEntry(root)) readEntry(root, path, search, without);
  else read(root, path);
  const isOfCap = search.alerts.length > before || namesCap(root, search) || without.some(([entry]) => hasCap(entry));
  links.within(root, () => {
    for (const [entry, entryPath] of without)
      links.within(entry, () => readLinks(entry, entryPath, isOfCap, search, links));
  });
}

const isEntry = ({ local }: XmlNode): boolean => local === 'entry' || local === 'item';

/** An entry that holds no alert, and lost none, goes to `without`. */
function readEntry(entry: XmlNode, path: string, search: Search, without: Placed[]): void {
  const before = search.alerts.length;
  search.collect(entry, path);
  if (search.alerts.length === before) without.push([entry, path]);
}

function readBeside(node: XmlNode, path: string, search: Search): void {
  if (node.local === 'link' && attributeOf(node, 'rel') === 'next') {
    const message = `The feed goes on at ${clip(attributeOf(node, 'href') ?? '')}; that page is not read here. Fetch it too.`;
    search.find('warning', 'cap.feed.unread', message, path, node);
  }
  const before = search.alerts.length;
  search.collect(node, path);
  if (search.alerts.length === before) return;
  const message =
    'An alert stands in the feed outside its entries; it was read, but others may not see it. Tell its issuer.';
  search.find('warning', 'cap.entry.outside', message, path, node);
}

/** The feed declares a prefix for CAP: it is no feed of news. */
function namesCap(root: XmlNode, { places }: Search): boolean {
  const tag = places.text.slice(root.start, root.contentStart);
  return [...namespaces.keys()].some((namespace) => tag.includes(namespace));
}

const hasCap = (entry: XmlNode): boolean =>
  entry.children.some((child) => typeof child !== 'string' && (namespaces.has(child.namespace) || isCapLink(child)));

const isCapLink = (node: XmlNode): boolean => isCapType(attributeOf(node, 'type') ?? '');

/** An address that an entry states, and what it says of it. */
interface Candidate {
  readonly address: string;
  readonly type: string;
  readonly placed: Placed;
}

function readLinks(entry: XmlNode, path: string, isOfCap: boolean, search: Search, links: Links): void {
  const candidates = childrenOf(entry, path).flatMap(candidateOf);
  const isEnded = saysEnded(entry);
  const chosen = choose(candidates, isOfCap && !isEnded);
  const title = wordsIn(entry, 'title');
  for (const { address, placed } of chosen) links.add(address, ...placed, title);
  if (chosen.length > 0) return;
  const other = candidates.find(({ type }) => type === '') ?? candidates[0];
  const elsewhere = other ? `; it leads to ${clip(other.address)}` : '';
  const name = nameOf(entry, title);
  if (isEnded) {
    const message = `${name} says that a warning is over, and has no CAP alert that ends it${elsewhere}. Read it, and look whether that warning still stands with you.`;
    search.find('warning', 'cap.entry.ended', message, path, entry);
    return;
  }
  const message = `${name} neither holds a CAP alert that can be read nor says where one is${elsewhere}. Look at the original.`;
  search.find('error', 'cap.entry.unread', message, path, entry);
}

function nameOf(entry: XmlNode, title: string | null): string {
  if (title !== null) return `The entry “${clip(title)}”`;
  const id = wordsIn(entry, 'id') ?? wordsIn(entry, 'guid');
  return id === null ? 'An entry without title and id' : `The entry ${clip(id)}`;
}

const saysEnded = (entry: XmlNode): boolean =>
  entry.children.some((child) => {
    if (typeof child === 'string' || child.local !== 'category') return false;
    const { scheme, term } = endedCategory;
    if (attributeOf(child, 'scheme') === scheme) return attributeOf(child, 'term') === term;
    return attributeOf(child, 'domain') === scheme && textOf(child).trim() === term;
  });

/** Atom's `link`, and `content` that stands elsewhere; RSS's `link`, `enclosure` and `guid`; GDACS's `cap`. */
function candidateOf(placed: Placed): readonly Candidate[] {
  const [node] = placed;
  const type = attributeOf(node, 'type') ?? '';
  const candidate = (address: string | null): readonly Candidate[] => (address ? [{ address, type, placed }] : []);
  const rel = attributeOf(node, 'rel') ?? 'alternate';
  if (node.local === 'link' && attributeOf(node, 'href') !== null)
    return isCapType(type) || rel === 'alternate' || rel === 'enclosure' ? candidate(attributeOf(node, 'href')) : [];
  if (node.local === 'link') return candidate(textOf(node).trim());
  if (node.local === 'enclosure') return candidate(attributeOf(node, 'url'));
  if (node.local === 'content') return candidate(attributeOf(node, 'src'));
  const words = textOf(node).trim();
  if (node.local === 'cap' && isWeb(words)) return [{ address: words, type: 'application/cap+xml', placed }];
  return node.local === 'guid' && attributeOf(node, 'isPermaLink') !== 'false' && isWeb(words) ? candidate(words) : [];
}

const isWeb = (address: string): boolean => /^https?:/i.test(address);

/**
 * All that are said to be CAP; else the first that is said to be XML or whose name ends like it; else, in a feed of CAP, the
 * first of which nothing is said.
 */
function choose(candidates: readonly Candidate[], isOfCap: boolean): readonly Candidate[] {
  const ofCap = candidates.filter(({ type }) => isCapType(type));
  if (ofCap.length > 0) return ofCap;
  const isXml = ({ address, type }: Candidate): boolean =>
    /^(?:text|application)\/xml\b/i.test(type) || (type === '' && /\.(?:xml|cap)(?:[?#]|$)/i.test(address));
  const first = candidates.find(isXml) ?? (isOfCap ? candidates.find(({ type }) => type === '') : undefined);
  return first ? [first] : [];
}
