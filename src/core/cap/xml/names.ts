/** Names of XML: which ones there may be, and what they are made of (XML 1.0 fifth edition, 2.3; Namespaces in XML 1.0, section 4). */

import { alertLayout, areaLayout, infoLayout, namedValueLayout, resourceLayout } from '../layout.ts';

export interface QName {
  /** As written. */
  readonly name: string;
  /** Empty when there is none. */
  readonly prefix: string;
  readonly local: string;
}

const start =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}' +
  '\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const ncName = `[${start}][${start}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}]*`;
const qName = new RegExp(`^(?:(${ncName}):)?(${ncName})$`, 'u');
/** What most names are; the test of the others takes longer. */
const plainAscii = /^[A-Za-z_][\w.-]*$/;
const plainName = new RegExp(`^${ncName}$`, 'u');

/** Whether it names an instruction: a name without a colon. */
export const isPlainName = (name: string): boolean => plainName.test(name);

const plain = (name: string): QName => ({ name, prefix: '', local: name });

const layouts = [alertLayout, infoLayout, resourceLayout, areaLayout, namedValueLayout];

/** Those of CAP, of which most documents are made. To compare with the few of a shape takes less than to cut a name out and look it up. */
const byShape: ReadonlyMap<number, readonly QName[]> = Map.groupBy(
  [...new Set(['alert', ...layouts.flatMap((layout) => [...layout.keys()])])].map(plain),
  ({ name }) => shapeOf(name, 0, name.length),
);
/** The same as a list, by shape: looking into a map takes longer than all else that is done with most names. */
const usual: readonly (readonly QName[] | undefined)[] = Array.from(
  { length: Math.max(...byShape.keys()) + 1 },
  (_, shape) => byShape.get(shape),
);

/** The length and the first letter. */
function shapeOf(text: string, start: number, end: number): number {
  return ((end - start) << 7) | (text.charCodeAt(start) & 0x7f);
}

/** The name of CAP that stands from `start` to `end`; null when it is no such name. */
export function usualName(text: string, start: number, end: number): QName | null {
  for (const one of usual[shapeOf(text, start, end)] ?? []) if (text.startsWith(one.name, start)) return one;
  return null;
}

/** Names come again and again in one document, so each is looked at once. */
export class Names {
  readonly #known = new Map<string, QName | null>();

  /** One that was looked at before; undefined when it was not. */
  known(name: string): QName | null | undefined {
    return this.#known.get(name);
  }

  /** null when it is no name. */
  of(name: string): QName | null {
    const known = this.known(name);
    if (known !== undefined) return known;
    const found = plainAscii.test(name) ? plain(name) : parted(name);
    this.#known.set(name, found);
    return found;
  }
}

function parted(name: string): QName | null {
  const colon = name.indexOf(':');
  const [prefix, local] = [name.slice(0, Math.max(0, colon)), name.slice(colon + 1)];
  if (plainAscii.test(prefix) && plainAscii.test(local)) return { name, prefix, local };
  const match = qName.exec(name);
  return match ? { name, prefix: match[1] ?? '', local: match[2] ?? '' } : null;
}

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
export const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/** Which prefix means what, inside one element. It knows those around it by the scope around. */
export interface Scope {
  readonly own: ReadonlyMap<string, string>;
  /** The namespace of names without a prefix, as most are. */
  readonly plain: string;
  readonly around: Scope | null;
}

export const outermost: Scope = { own: new Map([['xml', xmlNamespace]]), plain: '', around: null };

/** Inside an element that declares `own`. */
export const scopeIn = (around: Scope, own: ReadonlyMap<string, string>): Scope => ({
  own,
  plain: own.get('') ?? around.plain,
  around,
});

/** undefined when the prefix is not declared. */
export function namespaceOf(prefix: string, scope: Scope): string | undefined {
  if (prefix === '') return scope.plain;
  for (let at: Scope | null = scope; at !== null; at = at.around) {
    const namespace = at.own.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return undefined;
}
