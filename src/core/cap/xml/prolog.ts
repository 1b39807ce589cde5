/** What may stand before the root element of an XML document, and behind it. */

/** Where `<!DOCTYPE` stands before the root element, or null. Only white space, comments and instructions may precede. */
export function doctypeAt(text: string, from: number): number | null {
  let at = text.charCodeAt(from) === 0xfeff ? from + 1 : from;
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at++;
    const closing = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    if (closing === null) return text.startsWith('<!DOCTYPE', at) ? at : null;
    const end = text.indexOf(closing, at + (closing === '?>' ? 2 : 4));
    if (end < 0) return null;
    at = end + closing.length;
  }
}

/** Where another document begins behind the end of a root element; null when only what XML allows there follows, or a fault. */
export function nextDocumentAt(text: string, from: number): number | null {
  let at = from;
  for (;;) {
    while (at < text.length && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === 0xfeff)) at++;
    if (at === text.length) return null;
    const isDeclaration = declarationStart.test(text.slice(at, at + 6));
    const closing = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    if (isDeclaration || closing === null) return isDeclaration || tagStart.test(text.slice(at, at + 2)) ? at : null;
    const end = text.indexOf(closing, at + (closing === '?>' ? 2 : 4));
    if (end < 0) return null;
    at = end + closing.length;
  }
}

const declarationStart = /^<\?xml\s/;
const tagStart = /^<[^!?/\s<]/;

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
