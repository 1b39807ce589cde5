/**
 * Attributes of XML Schema's own (xsi), which may stand on any element: where a schema lies, and by what type the element
 * is meant, which programs that write XML from their data like to add.
 */
import type { XmlAttribute } from '../../model.ts';
import { type SimpleType, trimmed } from './types.ts';

const xsiNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/** Types that may be named for one of CAP's: itself, and those that take any value it takes. CAP's own types have no names. */
const names: Readonly<Record<string, readonly string[]>> = {
  string: ['string', 'normalizedString', 'token'],
  dateTime: ['dateTime'],
  language: ['language'],
  integer: ['integer'],
  decimal: ['decimal'],
  anyURI: ['anyURI'],
};

export class XsiAttributes {
  readonly #text: string;
  #schemaPrefixes: ReadonlySet<string> | null = null;

  /** `text` is the document's, in which prefixes are declared. */
  constructor(text: string) {
    this.#text = text;
  }

  /** Whether an element may have the attribute; `type` is that of its text, null when it holds elements. */
  allows({ name, namespace, value }: XmlAttribute, type: SimpleType | null): boolean {
    if (namespace !== xsiNamespace) return false;
    const local = name.slice(name.indexOf(':') + 1);
    if (local === 'schemaLocation' || local === 'noNamespaceSchemaLocation') return true;
    if (local !== 'type' || typeof type !== 'string') return false;
    const [prefix = '', named, ...more] = trimmed(value).split(':');
    if (named === undefined || more.length > 0 || !names[type]?.includes(named)) return false;
    return this.#isSchema(prefix);
  }

  /** The tree keeps no declarations; that a prefix has two meanings in one document is left to theory. */
  #isSchema(prefix: string): boolean {
    this.#schemaPrefixes ??= new Set(Array.from(this.#text.matchAll(declaration), ([, declared = '']) => declared));
    return this.#schemaPrefixes.has(prefix);
  }
}

const declaration = /\sxmlns:([\w.-]+)\s*=\s*["']http:\/\/www\.w3\.org\/2001\/XMLSchema["']/g;
