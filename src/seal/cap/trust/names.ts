/**
 * Distinguished names, as tools print those of certificates: one part on each line (node:crypto), behind slashes or commas
 * (openssl), or from the last part to the first (RFC 4514). Two are the same when they have the same parts: order says only
 * who printed them, and case and spaces never count (RFC 5280, section 7.1).
 */

/** The parts in one order and form; null when it can't be told what they are. */
export function nameOf(words: string): string | null {
  const parts = partsOf(words.trim());
  if (parts.length === 0) return null;
  const isKnown = ({ type, value }: Part): boolean =>
    (shortOf.has(type) || /^[\d.]+$/.test(type)) && value !== '' && !value.includes('\uFFFD');
  return parts.every(isKnown) ? inOrder(parts) : null;
}

/** The same of a name that node:crypto read in a certificate, also with types that are not known here; empty when it has no parts. */
export const nameInCertificate = (words: string): string => inOrder(partsOf(words));

const inOrder = (parts: readonly Part[]): string =>
  parts
    .map(({ type, value }) => `${type}=${value}`)
    .toSorted()
    .join('\n');

interface Part {
  readonly type: string;
  readonly value: string;
}

/** What stands between parts, in each way of printing them; it stands in values too, and then no part begins behind it. */
const between = { lines: /\n| \+ /y, slashes: /[/+]/y, commas: /[,;+]/y };
const beginning = /\s*([A-Za-z][\w-]*|(?:[Oo][Ii][Dd]\.)?\d+(?:\.\d+)+)\s*=/y;

function partsOf(words: string): readonly Part[] {
  const kind = words.includes('\n') ? 'lines' : words.startsWith('/') ? 'slashes' : 'commas';
  const parts: Part[] = [];
  let at = kind === 'slashes' ? 1 : 0;
  let begin = beginningAt(words, at);
  while (begin !== null) {
    const { end, next } = valueFrom(words, begin.end, between[kind]);
    const type = begin.type.toLowerCase().replace(/^oid\./, '');
    parts.push({ type: shortOf.get(type) ?? type, value: plain(words.slice(begin.end, end)) });
    if (next === null) return parts;
    at = next;
    begin = beginningAt(words, at);
  }
  return [];
}

function beginningAt(words: string, at: number): { readonly type: string; readonly end: number } | null {
  beginning.lastIndex = at;
  const type = beginning.exec(words)?.[1];
  return type === undefined ? null : { type, end: beginning.lastIndex };
}

/** Where a value ends, and where the part behind it begins; escapes and quotes are RFC 4514's and its forerunner's. */
function valueFrom(words: string, from: number, mark: RegExp): { readonly end: number; readonly next: number | null } {
  let isQuoted = false;
  for (let at = from; at < words.length; at++) {
    if (words[at] === '\\') at++;
    else if (words[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted) {
      mark.lastIndex = at;
      if (mark.test(words) && beginningAt(words, mark.lastIndex) !== null) return { end: at, next: mark.lastIndex };
    }
  }
  return { end: words.length, next: null };
}

/** A value without escapes and quotes, in lower case, with single spaces. */
function plain(value: string): string {
  // Some tools write \xC3 for \C3, and some letters of Latin-1 as one byte, which then is no letter.
  const bytes = value.replace(/(?:\\x?[0-9A-Fa-f]{2})+/g, (escaped) =>
    Buffer.from(escaped.replace(/\\x?/g, ''), 'hex').toString('utf8'),
  );
  return bytes
    .replace(/\\(.)/gs, '$1')
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFKC')
    .toLowerCase();
}

/** The short name, the number and other names of each type that authorities use (RFC 4519; X.520; CA/Browser Forum). */
const types: readonly (readonly [string, ...string[]])[] = [
  ['cn', '2.5.4.3', 'commonname'],
  ['c', '2.5.4.6', 'countryname', 'country'],
  ['o', '2.5.4.10', 'organizationname'],
  ['ou', '2.5.4.11', 'organizationalunitname'],
  ['l', '2.5.4.7', 'localityname'],
  ['st', '2.5.4.8', 'stateorprovincename', 's', 'sp'],
  ['street', '2.5.4.9', 'streetaddress'],
  ['postalcode', '2.5.4.17'],
  ['serialnumber', '2.5.4.5'],
  ['emailaddress', '1.2.840.113549.1.9.1', 'email', 'e', 'mail'],
  ['dc', '0.9.2342.19200300.100.1.25', 'domaincomponent'],
  ['uid', '0.9.2342.19200300.100.1.1', 'userid'],
  ['title', '2.5.4.12', 't'],
  ['description', '2.5.4.13'],
  ['sn', '2.5.4.4', 'surname'],
  ['gn', '2.5.4.42', 'givenname', 'g'],
  ['initials', '2.5.4.43'],
  ['generationqualifier', '2.5.4.44'],
  ['dnqualifier', '2.5.4.46', 'dnq'],
  ['pseudonym', '2.5.4.65'],
  ['name', '2.5.4.41'],
  ['businesscategory', '2.5.4.15'],
  ['organizationidentifier', '2.5.4.97'],
  ['jurisdictionl', '1.3.6.1.4.1.311.60.2.1.1', 'jurisdictionlocalityname'],
  ['jurisdictionst', '1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionstateorprovincename'],
  ['jurisdictionc', '1.3.6.1.4.1.311.60.2.1.3', 'jurisdictioncountryname'],
];
const shortOf: ReadonlyMap<string, string> = new Map(types.flatMap((all) => all.map((one) => [one, all[0]] as const)));
