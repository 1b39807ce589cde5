/** The attributes of one element as they are written, to what they mean: its own, and declarations of namespaces (Namespaces in XML 1.0). */
import type { XmlAttribute } from '../model.ts';
import { clip, XmlFault } from './fault.ts';
import { namespaceOf, type QName, type Scope, scopeIn, xmlNamespace, xmlnsNamespace } from './names.ts';

export interface Written {
  readonly qName: QName;
  readonly value: string;
  /** Its offset, for faults. */
  readonly at: number;
}

export interface Attributes {
  /** Without declarations of namespaces. */
  readonly attributes: readonly XmlAttribute[];
  /** Declarations of namespaces on this element, by prefix; null when there is none. */
  readonly declared: ReadonlyMap<string, string> | null;
}

export const noAttributes: Attributes = { attributes: [], declared: null };

/** `around` is the scope of the element around. Throws an `XmlFault`. */
export function resolved(written: readonly Written[], around: Scope): Attributes {
  eachOnce(written, ({ qName }) => qName.name);
  let declared: Map<string, string> | null = null;
  for (const one of written) {
    const prefix = declaredBy(one.qName);
    if (prefix === null) continue;
    declared ??= new Map();
    declared.set(prefix, declarable(prefix, one));
  }
  const others = declared === null ? written : written.filter(({ qName }) => declaredBy(qName) === null);
  const scope = declared === null ? around : scopeIn(around, declared);
  let prefixed = 0;
  const attributes = others.map(({ qName, value, at }): XmlAttribute => {
    if (qName.prefix === '') return { name: qName.name, namespace: '', value };
    prefixed++;
    return { name: qName.name, namespace: namespaceAt(qName, scope, at), value };
  });
  if (prefixed > 1)
    eachOnce(
      others.filter(({ qName }) => qName.prefix !== ''),
      ({ qName }) => `${namespaceOf(qName.prefix, scope)}\n${qName.local}`,
    );
  return { attributes, declared };
}

/** The namespace of a name that stands at an offset. Throws an `XmlFault` when its prefix is not declared. */
export function namespaceAt({ prefix }: QName, scope: Scope, at: number): string {
  const namespace = namespaceOf(prefix, scope);
  if (namespace === undefined)
    throw new XmlFault(`the prefix “${clip(prefix)}” is not declared`, at, at + prefix.length);
  return namespace;
}

function eachOnce(written: readonly Written[], key: (one: Written) => string): void {
  if (written.length < 2) return;
  const seen = new Set<string>();
  for (const one of written) {
    if (seen.size === seen.add(key(one)).size)
      throw new XmlFault(`the attribute “${clip(one.qName.name)}” stands twice on one element`, one.at, one.at + 1);
  }
}

/** Namespaces in XML 1.0, section 3: what the two reserved prefixes and their namespaces may be bound to. */
function declarable(prefix: string, { value, at }: Written): string {
  const isWrong =
    prefix === 'xmlns' ||
    value === xmlnsNamespace ||
    (prefix === 'xml') !== (value === xmlNamespace) ||
    (prefix !== '' && value === '');
  if (isWrong) throw new XmlFault(`the prefix “${clip(prefix)}” can’t be declared so`, at, at + 1);
  return value;
}

/** The prefix that an attribute declares; null when it declares none. */
const declaredBy = ({ prefix, local }: QName): string | null =>
  prefix === 'xmlns' ? local : prefix === '' && local === 'xmlns' ? '' : null;
