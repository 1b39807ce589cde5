/**
 * Where the elements of one alert stand, by path. Paths and lines are made when somebody asks for one: most alerts are read without a
 * word about any place in them, and the making takes a third of the reading.
 */
import type { Located } from '../../text/span.ts';
import type { Places } from '../xml/places.ts';
import type { XmlNode } from '../xml/tree.ts';
import { valueSpan } from './value-span.ts';

/** Elements that hold elements; all others hold text. */
const holders: ReadonlySet<string> = new Set(['info', 'resource', 'area', 'eventCode', 'parameter', 'geocode']);

interface Mark {
  /** Path of the element around, with a slash behind it; empty for the alert. */
  readonly prefix: string;
  readonly name: string;
  /** Counts from 1; null for one that can't repeat. */
  readonly index: number | null;
  readonly node: XmlNode;
}

/** Path of an element from the alert: `info[1]/headline`. */
export const pathOf = (prefix: string, name: string, index: number | null): string =>
  index === null ? prefix + name : `${prefix}${name}[${index}]`;

export class Elements {
  readonly #places: Places;
  #marks: Mark[] = [];
  readonly #located: Record<string, Located>;

  constructor(places: Places, alert: XmlNode) {
    this.#places = places;
    this.#located = { '': places.at({ start: alert.start, end: alert.end }) };
  }

  add(prefix: string, name: string, index: number | null, node: XmlNode): void {
    this.#marks.push({ prefix, name, index, node });
  }

  /** All that were added, by path. */
  get located(): Readonly<Record<string, Located>> {
    for (const { prefix, name, index, node } of this.#marks) {
      const span = holders.has(name) ? node : valueSpan(this.#places.text, node);
      this.#located[pathOf(prefix, name, index)] = this.#places.at(span);
    }
    this.#marks = [];
    return this.#located;
  }
}
