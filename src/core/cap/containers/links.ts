/** Addresses of alerts that a document only names: resolved, each once, only such as a desk may fetch. */
import { clip, type XmlNode } from '../xml/tree.ts';
import type { CapLink } from './found.ts';
import type { Search } from './search.ts';

/** Most addresses of one document. */
export const maxLinks = 5000;

/** `application/cap+xml`, and `application/common-alerting-protocol+xml`, which Canada's feeds use. */
export const isCapType = (type: string): boolean =>
  /^application\/(?:[\w.-]*\bcap|common-alerting-protocol)\b[\w.-]*(?:\+xml)?\s*(?:;|$)/i.test(type.trim());

export class Links {
  readonly #search: Search;
  readonly #links = new Map<string, CapLink>();
  #base: string | null;
  #left = 0;

  constructor(search: Search, base: string | null) {
    this.#search = search;
    this.#base = base !== null && URL.canParse(base) ? base : null;
  }

  get count(): number {
    return this.#links.size + this.#left;
  }

  list(): readonly CapLink[] {
    return [...this.#links.values()];
  }

  /** Within `node` its `xml:base` counts (XML Base; RFC 4287, section 2), for what `read` adds. */
  within(node: XmlNode, read: () => void): void {
    const outer = this.#base;
    const own = node.attributes.find(({ name }) => name === 'xml:base')?.value.trim();
    if (own !== undefined && own !== '') this.#base = resolved(own, outer) ?? outer;
    read();
    this.#base = outer;
  }

  /** `node` is the element that states the address. */
  add(address: string, node: XmlNode, path: string, title: string | null): void {
    this.within(node, () => this.#add(address.trim(), node, path, title));
  }

  #add(address: string, node: XmlNode, path: string, title: string | null): void {
    const absolute = resolved(address, this.#base);
    const fault = absolute === null ? null : faultOf(new URL(absolute));
    if (fault !== null) {
      this.#find(
        'error',
        'cap.link.refused',
        `“${clip(address)}” ${fault}; the alert behind it is not read.`,
        node,
        path,
      );
      this.#left++;
      return;
    }
    const href = absolute ?? address;
    if (this.#links.has(href)) return;
    if (this.#links.size >= maxLinks) {
      if (this.#left++ > 0) return;
      const message = `The document names more than ${maxLinks} alerts; from here on they are left out. Ask its issuer for a smaller one.`;
      this.#find('error', 'cap.links.too-many', message, node, path);
      return;
    }
    if (absolute === null) this.#find('warning', 'cap.link.relative', relative(address), node, path);
    const at = this.#search.places.at({ start: node.start, end: node.end });
    this.#links.set(href, { href, title, at });
  }

  #find(severity: 'error' | 'warning', code: string, message: string, node: XmlNode, path: string): void {
    this.#search.find(severity, code, message, path, node);
  }
}

const relative = (address: string): string =>
  `“${clip(address)}” counts from the address of this document, which is not known; it can't be followed. Give the document's address.`;

/** null when it can't be made absolute. */
function resolved(address: string, base: string | null): string | null {
  if (base !== null) return URL.canParse(address, base) ? new URL(address, base).href : null;
  return URL.canParse(address) ? new URL(address).href : null;
}

function faultOf({ protocol, username, password }: URL): string | null {
  if (protocol !== 'http:' && protocol !== 'https:') return 'is neither http nor https';
  return username !== '' || password !== '' ? 'has a name or password in it' : null;
}
