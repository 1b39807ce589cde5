/** XML as text: whatever stands in the words of others, what comes out is well-formed. */

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** XML 1.0, production 2: no control characters but tab and line ends, no lone surrogates, no U+FFFE and U+FFFF. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const legal = (value: string): string => value.toWellFormed().replace(illegal, '\uFFFD');

/** `]]>` may not stand in text either, hence the `>`. */
export const xmlText = (value: string): string => legal(value).replace(/[&<>\r]/g, (mark) => marks[mark] ?? mark);
const xmlAttribute = (value: string): string => legal(value).replace(/[&<>"\r\n\t]/g, (mark) => marks[mark] ?? mark);

export type Attributes = Readonly<Record<string, string | undefined>>;

/** `content` is markup already; an attribute that is undefined is left out. */
export function element(name: string, attributes: Attributes = {}, content: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${xmlAttribute(value)}"`,
  );
  const tag = `${name}${written.join('')}`;
  return content.length === 0 ? `<${tag}/>` : `<${tag}>${content.join('')}</${name}>`;
}

/** An element with words in it. */
export const worded = (name: string, words: string, attributes: Attributes = {}): string =>
  element(name, attributes, [xmlText(words)]);

/** A document of its own; with a style sheet a browser shows it as a page. */
export const xmlDocument = (root: string, stylesheet: string | null): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${stylesheet === null ? '' : `<?xml-stylesheet type="text/css" href="${xmlAttribute(stylesheet)}"?>\n`}${root}\n`;
