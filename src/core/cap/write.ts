/**
 * An alert to CAP 1.2: one canonical form, UTF-8, elements in the order of the schema, two spaces of indent. Values stand
 * as they are; a time in `Z` is written `-00:00`, as CAP 1.2 (3.3.2) asks.
 */
import { cap12Namespace } from './layout.ts';
import type { CapAlert, CapArea, CapInfo, CapResource, NamedValue, Stamp, XmlElement } from './model.ts';

/**
 * The document as text. What `readCap` makes of it means the same as the alert, `at` and `version` apart. Characters that
 * XML 1.0 can't hold become U+FFFD. Extensions are written as they were read, with the namespaces they need.
 */
export function writeCap(alert: CapAlert): string {
  const out = new Writer();
  out.line('<?xml version="1.0" encoding="UTF-8"?>');
  out.block(`alert xmlns="${cap12Namespace}"`, () => writeAlert(out, alert));
  return out.document();
}

function writeAlert(out: Writer, alert: CapAlert): void {
  out.text('identifier', alert.identifier);
  out.text('sender', alert.sender);
  out.stamp('sent', alert.sent);
  out.text('status', alert.status);
  out.text('msgType', alert.msgType);
  out.optional('source', alert.source);
  out.text('scope', alert.scope);
  out.optional('restriction', alert.restriction);
  out.optional('addresses', alert.addresses);
  out.texts('code', alert.codes);
  out.optional('note', alert.note);
  const references = alert.references.map((r) => `${r.sender},${r.identifier},${r.sent}`).join(' ');
  out.optional('references', references === '' ? null : references);
  out.optional('incidents', alert.incidents);
  for (const info of alert.infos) out.block('info', () => writeInfo(out, info));
  out.extra(alert.extra);
}

function writeInfo(out: Writer, info: CapInfo): void {
  out.optional('language', info.language);
  out.texts('category', info.categories);
  out.text('event', info.event);
  out.texts('responseType', info.responseTypes);
  out.text('urgency', info.urgency);
  out.text('severity', info.severity);
  out.text('certainty', info.certainty);
  out.optional('audience', info.audience);
  out.pairs('eventCode', info.eventCodes);
  out.stamp('effective', info.effective);
  out.stamp('onset', info.onset);
  out.stamp('expires', info.expires);
  out.optional('senderName', info.senderName);
  out.optional('headline', info.headline);
  out.optional('description', info.description);
  out.optional('instruction', info.instruction);
  out.optional('web', info.web);
  out.optional('contact', info.contact);
  out.pairs('parameter', info.parameters);
  for (const resource of info.resources) out.block('resource', () => writeResource(out, resource));
  for (const area of info.areas) out.block('area', () => writeArea(out, area));
  out.extra(info.extra);
}

function writeResource(out: Writer, resource: CapResource): void {
  out.text('resourceDesc', resource.resourceDesc);
  out.optional('mimeType', resource.mimeType);
  out.optional('size', resource.size);
  out.optional('uri', resource.uri);
  out.optional('derefUri', resource.derefUri);
  out.optional('digest', resource.digest);
  out.extra(resource.extra);
}

function writeArea(out: Writer, area: CapArea): void {
  out.text('areaDesc', area.areaDesc);
  for (const polygon of area.polygons) out.text('polygon', polygon.text);
  for (const circle of area.circles) out.text('circle', circle.text);
  out.pairs('geocode', area.geocodes);
  out.optional('altitude', area.altitude);
  out.optional('ceiling', area.ceiling);
  out.extra(area.extra);
}

class Writer {
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
    if (stamp) this.text(name, stamp.at === null ? stamp.text : stamp.text.replace(/z$/i, '-00:00'));
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
