/** The elements in an element, with their paths. */
import { clip, type XmlNode } from '../xml/tree.ts';

export type Placed = readonly [node: XmlNode, path: string];

/** Elements of which there may be many: their number stands in the path even when there is one. */
const numbered: ReadonlySet<string> = new Set(['entry', 'item', 'contentObject']);

/** `content`, and `entry[2]` where several may stand: numbers count elements of one local name, from 1. */
export function childrenOf(node: XmlNode, path: string): readonly Placed[] {
  const elements = node.children.filter((child) => typeof child !== 'string');
  const totals = new Map<string, number>();
  for (const { local } of elements) totals.set(local, (totals.get(local) ?? 0) + 1);
  const counts = new Map<string, number>();
  return elements.map((element) => {
    const { local } = element;
    const count = (counts.get(local) ?? 0) + 1;
    counts.set(local, count);
    const isNumbered = numbered.has(local) || (totals.get(local) ?? 0) > 1;
    return [element, `${path}/${clip(local)}${isNumbered ? `[${count}]` : ''}`];
  });
}

/** The text of the first child of that name, whatever its namespace; null when it is absent or blank. */
export function wordsIn(node: XmlNode, name: string): string | null {
  const child = node.children.find((one) => typeof one !== 'string' && one.local === name);
  if (child === undefined || typeof child === 'string') return null;
  return textOf(child).trim() || null;
}

/** The text that stands in an element itself, not in those inside it. */
export const textOf = (node: XmlNode): string => node.children.filter((child) => typeof child === 'string').join('');

/** The value of an attribute without a namespace, trimmed. */
export const attributeOf = (node: XmlNode, name: string): string | null =>
  node.attributes.find((one) => one.namespace === '' && one.name === name)?.value.trim() ?? null;
