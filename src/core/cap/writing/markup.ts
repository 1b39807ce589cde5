/** XML as we write it: lines of two spaces' indent, text escaped, extensions with the namespaces they need. */
import { cap12Namespace } from '../layout.ts';
import type { NamedValue, Stamp, XmlElement } from '../model.ts';

export class Writer {
  readonly #lines: string[] = [];
  #indent = '';

  document(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  line(markup: string): void {
    this.#lines.push(this.#indent + markup);
  }

  /** An element that holds others; `tag` may carry attributes. */
  block(tag: string, content: () => void): void {
    this.line(`<${tag}>`);
    this.#indent += '  ';
    content();
    this.#indent = this.#indent.slice(2);
    this.line(`</${tag.split(' ', 1)[0]}>`);
  }

  text(name: string, value: string): void {
    this.line(`<${name}>${escapeText(value)}</${name}>`);
  }

  optional(name: string, value: string | null): void {
    if (value !== null) this.text(name, value);
  }

  texts(name: string, values: readonly string[]): void {
    for (const value of values) this.text(name, value);
  }

  stamp(name: string, stamp: Stamp | null): void {
    if (stamp) this.text(name, stamp.text);
  }

  pairs(name: string, pairs: readonly NamedValue[]): void {
    for (const { valueName, value } of pairs)
      this.block(name, () => {
        this.text('valueName', valueName);
        this.text('value', value);
      });
  }

  extra(elements: readonly XmlElement[]): void {
    const scope = new Map([
      ['', cap12Namespace],
      ['xml', xmlNamespace],
    ]);
    for (const element of elements) this.line(elementMarkup(element, scope));
  }
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** An extension without added white space; declares the namespaces that `scope` does not have yet. */
function elementMarkup(element: XmlElement, scope: ReadonlyMap<string, string>): string {
  const inside = new Map(scope);
  let markup = `<${element.name}`;
  const declare = (prefix: string, namespace: string): void => {
    if ((inside.get(prefix) ?? '') === namespace) return;
    inside.set(prefix, namespace);
    markup += ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeAttribute(namespace)}"`;
  };
  declare(prefixOf(element.name), element.namespace);
  for (const { name, namespace, value } of element.attributes) {
    if (name.includes(':')) declare(prefixOf(name), namespace);
    markup += ` ${name}="${escapeAttribute(value)}"`;
  }
  const children = element.children.map((c) => (typeof c === 'string' ? escapeText(c) : elementMarkup(c, inside)));
  return children.length === 0 ? `${markup}/>` : `${markup}>${children.join('')}</${element.name}>`;
}

const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')));

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** A raw carriage return would be read as a line feed, white space in an attribute as spaces. */
const escapeText = (value: string): string => legal(value).replace(/[&<>\r]/g, (mark) => marks[mark] ?? mark);
const escapeAttribute = (value: string): string => legal(value).replace(/[&<>"\r\n\t]/g, (mark) => marks[mark] ?? mark);

/** XML 1.0, production 2: no control characters but tab and line ends, no lone surrogates, no U+FFFE and U+FFFF. */
const legal = (value: string): string => value.toWellFormed().replace(illegal, '\uFFFD');
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
