/** Where alerts stand in a document: it is one, or a feed, an envelope or something unknown around them. */
import type { Findings } from '../../finding.ts';
import { namespaces } from '../layout.ts';
import type { Places } from '../xml/places.ts';
import { clip, type ParsedDocuments, type XmlNode } from '../xml/tree.ts';
import { isEdxl, readEdxl } from './edxl.ts';
import { feedKind, readFeed } from './feed.ts';
import type { ContainerKind, Found } from './found.ts';
import { Links } from './links.ts';
import { Search, wrongNamespace } from './search.ts';

/**
 * All alerts of a document, in its order, each once, and the addresses of those it only names, against `base`; the findings
 * say what of it could not be read. A feed without entries holds none and is no error. Never throws; time is linear.
 */
export function findAlerts(parsed: ParsedDocuments, places: Places, findings: Findings, base: string | null): Found {
  const { roots, isWellFormed, stoppedAt } = parsed;
  const kinds: ContainerKind[] = [];
  const search: Search = new Search(parsed, places, findings, (root, path) => void readRoot(root, path, search, links));
  const links = new Links(search, base);
  for (const [i, root] of roots.entries()) {
    const path = `/${clip(root.local)}${roots.length > 1 ? `[${i + 1}]` : ''}`;
    const kind = readRoot(root, path, search, links);
    if (kind !== null) kinds.push(kind);
    // Of a file that is no XML nobody can say what it was meant to be.
    else if (search.lost === 0 && isWellFormed) search.find('error', 'cap.root.wrong', wrongRoot(root), path, root);
  }
  const { alerts } = search;
  if (stoppedAt !== null && alerts.length > 0) {
    const read =
      alerts.length === 1 ? 'The alert before this place was' : `The ${alerts.length} alerts before this place were`;
    const message = `${read} read; what follows could not be and may hold others. Ask its issuer for a corrected file.`;
    findings.add('error', 'cap.rest.unread', message, places.at({ start: stoppedAt, end: places.text.length }));
  }
  const [kind = null] = kinds;
  return { container: kinds.length > 1 ? 'several' : kind, alerts, links: links.list() };
}

const wrongRoot = ({ local }: XmlNode): string =>
  `The file is no CAP alert: its outermost element is <${clip(local)}>, not <alert>.`;

/** null when it is nothing of CAP. */
function readRoot(root: XmlNode, path: string, search: Search, links: Links): ContainerKind | null {
  if (root.local === 'alert' && !namespaces.has(root.namespace)) {
    search.lost++;
    search.find('error', 'cap.namespace.unknown', wrongNamespace(root), path, root);
    return null;
  }
  const kind = root.local === 'alert' ? 'alert' : isEdxl(root) ? 'edxl-de' : feedKind(root);
  if (kind === 'atom' || kind === 'rss') readFeed(root, path, search, links);
  else if (kind === 'edxl-de') readEdxl(root, path, search, links);
  else return readOther(root, path, search, kind);
  return kind;
}

function readOther(root: XmlNode, path: string, search: Search, kind: 'alert' | null): ContainerKind | null {
  const before = search.alerts.length;
  search.collect(root, path);
  const count = search.alerts.length - before;
  if (kind !== null || count === 0) return kind;
  const held = count === 1 ? 'An alert stands' : `${count} alerts stand`;
  const message = `${held} in <${clip(root.local)}>, which is no container that CAP knows; ${count === 1 ? 'it was' : 'they were'} read. Check that this is the file you meant.`;
  search.find('warning', 'cap.wrapper.unknown', message, path, root);
  return 'wrapper';
}
