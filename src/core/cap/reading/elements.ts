/**
 * Where the elements of one alert stand, by path. Paths, lines and columns are made when somebody asks: most alerts are read without a
 * word about any place in them, and the making takes a third of the reading.
 */
import type { Located } from '../../text/span.ts';
import { type Layout, namedValueLayout } from '../layout.ts';
import type { Places } from '../xml/places.ts';
import type { XmlNode } from '../xml/tree.ts';
import { valueSpan } from './value-span.ts';

/** Elements that hold elements, in the order in which they are listed; all others hold text. */
const holders = ['alert', 'info', 'eventCode', 'parameter', 'resource', 'area', 'geocode'] as const;
const areHolders: ReadonlySet<string> = new Set(holders);

/** An element that holds others, as far as places go. */
export interface Holder {
  readonly node: XmlNode;
  readonly layout: Layout;
  /** Children that CAP defines there, by name; numbered where they may repeat. */
  readonly children: ReadonlyMap<string, readonly XmlNode[]>;
}

/** Path of an element from the alert: `info[1]/headline`. `holder` is the path of the element around it. */
export function pathOf(holder: string, name: string, index: number | null): string {
  const path = holder === '' ? name : `${holder}/${name}`;
  return index === null ? path : `${path}[${index}]`;
}

export class Elements {
  readonly #places: Places;
  readonly #alert: XmlNode;
  readonly #holders = new Map<XmlNode, Holder>();

  constructor(places: Places, alert: XmlNode) {
    this.#places = places;
    this.#alert = alert;
  }

  add(holder: Holder): void {
    this.#holders.set(holder.node, holder);
  }

  /** Where the element at `path` stands; undefined when there is none. The empty path is the alert. */
  at(path: string): Located | undefined {
    const { node, name, isWhole } = this.#along(path);
    return isWhole ? this.#place(name, node) : undefined;
  }

  /** The same, or where the nearest element around it stands that is there. */
  nearest(path: string): Located {
    const { node, name } = this.#along(path);
    return this.#place(name, node);
  }

  /** The last element on a path that is there. */
  #along(path: string): { readonly node: XmlNode; readonly name: string; readonly isWhole: boolean } {
    let [node, name] = [this.#alert, 'alert'];
    for (let from = 0; from < path.length; ) {
      const slash = path.indexOf('/', from);
      const step = slash < 0 ? path.slice(from) : path.slice(from, slash);
      from += step.length + 1;
      const bracket = step.indexOf('[');
      const isNumbered = bracket >= 0;
      const next = isNumbered ? step.slice(0, bracket) : step;
      const holder = this.#holderOf(node, name);
      const found = holder?.children.get(next)?.[isNumbered ? Number(step.slice(bracket + 1, -1)) - 1 : 0];
      if (!holder || !found || repeats(holder, next) !== isNumbered) return { node, name, isWhole: false };
      [node, name] = [found, next];
    }
    return { node, name, isWhole: true };
  }

  /** All, by path. */
  get located(): Readonly<Record<string, Located>> {
    const located: Record<string, Located> = { '': this.#place('alert', this.#alert) };
    this.#locate(this.#holderOf(this.#alert, 'alert'), '', located);
    return located;
  }

  #locate(holder: Holder | null, path: string, located: Record<string, Located>): void {
    if (holder === null) return;
    const at = (name: string, i: number): string => pathOf(path, name, repeats(holder, name) ? i + 1 : null);
    for (const [name, nodes] of holder.children)
      for (let i = 0; i < nodes.length; i++) located[at(name, i)] = this.#place(name, nodes[i] as XmlNode);
    for (const name of holders)
      holder.children.get(name)?.forEach((node, i) => {
        this.#locate(this.#holderOf(node, name), at(name, i), located);
      });
  }

  /** null for an element that holds text. */
  #holderOf(node: XmlNode, name: string): Holder | null {
    return this.#holders.get(node) ?? (areHolders.has(name) ? pairHolder(node) : null);
  }

  #place(name: string, node: XmlNode): Located {
    return this.#places.at(areHolders.has(name) ? node : valueSpan(this.#places.text, node));
  }
}

const repeats = ({ layout }: Holder, name: string): boolean => layout.get(name) === 'repeated';

/** Pairs that are written as nearly all are were not added, since most are read without a word about them: each part stands there once. */
function pairHolder(node: XmlNode): Holder {
  const parts = node.children.filter((child) => typeof child !== 'string');
  return { node, layout: namedValueLayout, children: new Map(parts.map((part) => [part.local, [part]])) };
}
