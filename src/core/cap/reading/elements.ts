/**
 * Where the elements of one alert stand, by path. Paths, lines and columns are made when somebody asks: most alerts are read without a
 * word about any place in them, and the making takes a third of the reading.
 */
import type { Located } from '../../text/span.ts';
import type { Places } from '../xml/places.ts';
import type { XmlNode } from '../xml/tree.ts';
import { valueSpan } from './value-span.ts';

/** Elements that hold elements; all others hold text. */
const holders: ReadonlySet<string> = new Set(['info', 'resource', 'area', 'eventCode', 'parameter', 'geocode']);

/** An element that holds others, as far as places go. */
interface Holder {
  /** Children that CAP defines there, by name; numbered where they may repeat. */
  readonly children: ReadonlyMap<string, readonly XmlNode[]>;
  readonly repeats: (name: string) => boolean;
}

/** Path of an element from the alert: `info[1]/headline`. `prefix` ends with a slash, or is empty. */
export const pathOf = (prefix: string, name: string, index: number | null): string =>
  index === null ? prefix + name : `${prefix}${name}[${index}]`;

export class Elements {
  readonly #places: Places;
  readonly #alert: XmlNode;
  /** By the prefix of what they hold. */
  readonly #holders = new Map<string, Holder>();

  constructor(places: Places, alert: XmlNode) {
    this.#places = places;
    this.#alert = alert;
  }

  add(prefix: string, holder: Holder): void {
    this.#holders.set(prefix, holder);
  }

  /** Where the element at `path` stands; undefined when there is none. The empty path is the alert. */
  at(path: string): Located | undefined {
    if (path === '') return this.#whole();
    const [, prefix = '', name = '', index] = /^((?:.*\/)?)([^/[]*)(?:\[(\d+)\])?$/.exec(path) ?? [];
    const holder = this.#holders.get(prefix);
    const node = holder?.children.get(name)?.[index === undefined ? 0 : Number(index) - 1];
    if (!holder || !node || holder.repeats(name) !== (index !== undefined)) return undefined;
    return this.#place(name, node);
  }

  /** All, by path. */
  get located(): Readonly<Record<string, Located>> {
    const located: Record<string, Located> = { '': this.#whole() };
    for (const [prefix, { children, repeats }] of this.#holders)
      for (const [name, nodes] of children) {
        const isNumbered = repeats(name);
        for (const [i, node] of nodes.entries())
          located[pathOf(prefix, name, isNumbered ? i + 1 : null)] = this.#place(name, node);
      }
    return located;
  }

  #whole(): Located {
    return this.#places.at({ start: this.#alert.start, end: this.#alert.end });
  }

  #place(name: string, node: XmlNode): Located {
    return this.#places.at(holders.has(name) ? node : valueSpan(this.#places.text, node));
  }
}
