/**
 * The schemas of CAP 1.0, 1.1 and 1.2 over the tree of one alert. Each sequence is judged whole and not only up to its
 * first fault, so that whoever mends a file sees all there is to mend.
 */
import type { Finding } from '../../../finding.ts';
import type { Span } from '../../../text/span.ts';
import type { FoundAlert } from '../../containers/found.ts';
import { valueSpan } from '../../reading/value-span.ts';
import type { Places } from '../../xml/places.ts';
import { clip, type XmlNode } from '../../xml/tree.ts';
import { alertModels, globals, type Model, type Particle } from './models.ts';
import { misplaced } from './order.ts';
import { isAllBlank, isOf, type SimpleType } from './types.ts';
import { valueFault } from './values.ts';
import { XsiAttributes } from './xsi.ts';

const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#';

/**
 * Calls `find` for each fault, with paths and codes as reading has them, in any order; agrees with a validator of XML Schema
 * 1.0 on whether there is any. The test beside this file names what is judged otherwise, and why.
 */
export function schemaFaults(found: FoundAlert, places: Places, find: (finding: Finding) => void): void {
  const { node, path, version } = found;
  new Judge(node.namespace, places, find).holder(node, alertModels[version], path);
}

/** What the sequence around an element says of it; absent for an element of a signature. */
type Role = Particle | undefined;

/** Of an element that holds others; as most have no fault in them, the words of it are made where one is found. */
type Path = string | { readonly parent: Path; readonly node: XmlNode; readonly role: Role; readonly count: number };

const wordsOf = (path: Path): string =>
  typeof path === 'string' ? path : pathOf(path.parent, path.node, path.role, path.count);

/** `count` is the element's number among those of its name. */
const pathOf = (parent: Path, { local }: XmlNode, role: Role, count: number): string =>
  `${wordsOf(parent)}/${role?.repeats ? `${local}[${count}]` : clip(local)}`;

/** A child in its place, for the question of order. */
interface Placed {
  readonly node: XmlNode;
  readonly rank: number;
  readonly role: Role;
  readonly count: number;
}

const tagOf = (node: XmlNode): Span => ({ start: node.start, end: node.contentStart });

class Judge {
  readonly #namespace: string;
  readonly #places: Places;
  readonly #find: (finding: Finding) => void;
  /** Few alerts have an attribute anywhere. */
  #xsi: XsiAttributes | null = null;

  constructor(namespace: string, places: Places, find: (finding: Finding) => void) {
    this.#namespace = namespace;
    this.#places = places;
    this.#find = find;
  }

  holder(node: XmlNode, model: Model, path: Path): void {
    if (node.attributes.length > 0) this.#attributes(node, null, wordsOf(path));
    const counts = model.noneYet.slice();
    let highest = 0;
    let isOrdered = true;
    for (const child of node.children) {
      if (typeof child === 'string') {
        if (node.hasWords && !isAllBlank(child)) this.#stray(node, child, path);
        continue;
      }
      const rank = this.#rankOf(child, model);
      if (rank < 0) {
        this.#unknown(node, child, path);
        continue;
      }
      const role = model.particles[rank];
      const count = (counts[rank] ?? 0) + 1;
      counts[rank] = count;
      this.#content(child, role, count, path);
      if (count > 1 && role?.repeats === false) this.#repeated(node, child, role, path);
      else if (rank < highest) isOrdered = false;
      else highest = rank;
    }
    if (!isOrdered) this.#order(node, model, path);
    for (const rank of model.required)
      if (counts[rank] === 0) this.#missing(node, model.particles[rank]?.name ?? '', path);
  }

  /** The place in the sequence, behind the last one for an element of a signature; -1 for what has none. */
  #rankOf({ namespace, local }: XmlNode, { ranks, signed, particles }: Model): number {
    if (namespace === this.#namespace) return ranks.get(local) ?? -1;
    return signed && namespace === signatureNamespace ? particles.length : -1;
  }

  #content(node: XmlNode, role: Role, count: number, parent: Path): void {
    if (role === undefined) this.#anything(node, parent);
    else if (role.model !== null) this.holder(node, role.model, { parent, node, role, count });
    else if (role.type !== null) this.#simple(node, role, role.type, count, parent);
  }

  /** Of most values there is nothing to say: no string is made for them. */
  #simple(node: XmlNode, role: Particle, type: SimpleType, count: number, parent: Path): void {
    const { name, repeats, hasDefault } = role;
    if (node.attributes.length > 0) this.#attributes(node, type, pathOf(parent, node, role, count));
    const { length, 0: content = '' } = node.children;
    if (length > 1 || typeof content !== 'string') {
      const message = `<${name}> holds other elements, and the schema lets only text stand there; keep the words alone.`;
      this.#report('cap.element.nested', message, pathOf(parent, node, role, count), this.#valueOf(node));
    } else if (!(hasDefault && length === 0) && !isOf(type, content)) {
      const { code, message } = valueFault(name, type, content, repeats);
      this.#report(code, message, pathOf(parent, node, role, count), this.#valueOf(node));
    }
  }

  /** Inside a signature only what the schema of CAP declares for the whole document is judged. */
  #anything(node: XmlNode, parent: Path): void {
    const path = { parent, node, role: undefined, count: 1 };
    for (const child of node.children) {
      if (typeof child === 'string') continue;
      const rank = child.namespace === this.#namespace ? globals.ranks.get(child.local) : undefined;
      if (rank === undefined) this.#anything(child, path);
      else this.#content(child, globals.particles[rank], 1, path);
    }
  }

  #attributes(node: XmlNode, type: SimpleType | null, path: string): void {
    this.#xsi ??= new XsiAttributes(this.#places.text);
    for (const attribute of node.attributes) {
      if (this.#xsi.allows(attribute, type)) continue;
      const name = clip(attribute.name);
      const message = `<${clip(node.local)}> has the attribute “${name}”, which the schema does not allow there; take it out.`;
      this.#report('cap.attribute.unknown', message, `${path}/@${name}`, tagOf(node));
    }
  }

  #stray(node: XmlNode, words: string, path: Path): void {
    const message = `Text stands loose in <${node.local}>: “${clip(words.trim())}”. Take it out, or put it into an element.`;
    this.#report('cap.text.stray', message, wordsOf(path), tagOf(node));
  }

  #unknown(node: XmlNode, child: XmlNode, path: Path): void {
    const [name, holder] = [clip(child.name), clip(node.local)];
    const at = pathOf(path, child, undefined, 1);
    if (child.namespace === this.#namespace) {
      const message = `CAP has no <${name}> in <${holder}>. Take it out, or move it to where it belongs.`;
      this.#report('cap.element.unknown', message, at, tagOf(child));
      return;
    }
    const whose = child.namespace === '' ? 'no namespace' : `the namespace “${clip(child.namespace)}”`;
    const message = `<${name}> in <${holder}> has ${whose}, and the schema has no place for it; say it in a <parameter>, or take it out.`;
    this.#report('cap.element.foreign', message, at, tagOf(child));
  }

  #repeated(node: XmlNode, child: XmlNode, role: Particle, path: Path): void {
    const { local } = child;
    const message = `<${local}> stands more than once in <${node.local}>, which may have one; keep the one that is meant.`;
    this.#report(`cap.${local}.repeated`, message, pathOf(path, child, role, 1), this.#valueOf(child));
  }

  #missing(node: XmlNode, name: string, path: Path): void {
    const message = `<${node.local}> has no <${name}>, which the schema asks for; add it.`;
    this.#report(`cap.${name}.missing`, message, `${wordsOf(path)}/${name}`, tagOf(node));
  }

  #order(holder: XmlNode, model: Model, path: Path): void {
    const size = model.particles.length;
    const placed = this.#placed(holder, model);
    const own = placed.filter(({ rank }) => rank < size);
    const ranks = own.map(({ rank }) => rank);
    for (const { index, anchor, belongs } of misplaced(ranks, size))
      this.#misplaced(own[index], own[anchor], belongs, path);
    // A signature is what somebody puts into an alert that is whole: of the two it is the one to move.
    const last = own.at(-1);
    for (const one of placed)
      if (one.rank === size && last && one.node.start < last.node.start) this.#misplaced(one, last, 'after', path);
  }

  /** The children that the sequence knows, without those that stand once too often. */
  #placed(holder: XmlNode, model: Model): readonly Placed[] {
    const counts = new Map<number, number>();
    return holder.children.flatMap((node): Placed[] => {
      const rank = typeof node === 'string' ? -1 : this.#rankOf(node, model);
      if (typeof node === 'string' || rank < 0) return [];
      const role = model.particles[rank];
      const count = (counts.get(rank) ?? 0) + 1;
      counts.set(rank, count);
      return count > 1 && role?.repeats === false ? [] : [{ node, rank, role, count }];
    });
  }

  #misplaced(one: Placed | undefined, other: Placed | undefined, belongs: 'before' | 'after', path: Path): void {
    if (!one || !other) return;
    const stands = belongs === 'before' ? 'after' : 'before';
    const [name, anchor] = [clip(one.node.name), clip(other.node.name)];
    const message = `<${name}> stands ${stands} <${anchor}>; the schema wants it ${belongs} that. Move it.`;
    this.#report('cap.element.order', message, pathOf(path, one.node, one.role, one.count), tagOf(one.node));
  }

  #valueOf(node: XmlNode): Span {
    return valueSpan(this.#places.text, node);
  }

  #report(code: string, message: string, path: string, span: Span): void {
    const { start, end, line, column } = this.#places.at(span);
    this.#find({ severity: 'error', code, message, where: { path, start, end, line, column } });
  }
}
