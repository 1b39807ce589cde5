/**
 * What a geocode of CAP stands for: a shape with its source, or one sentence that says why there is none. Never more than the code
 * says, and never the country around it. What an operator imported comes before what comes with Tocsin.
 */
import type { Shape } from '../shape.ts';
import { builtIn } from './built-in.ts';
import type { Divisions } from './divisions.ts';
import { type Scheme, schemeKey, schemeOf } from './schemes.ts';

/** A geocode as CAP has it. */
export interface Geocode {
  readonly valueName: string;
  readonly value: string;
}

export interface Resolved {
  readonly kind: 'resolved';
  /** As we write it: `SAME`, `ISO 3166-2`; of an import, as the operator named it. */
  readonly scheme: string;
  readonly code: string;
  readonly name: string;
  readonly shape: Shape;
  readonly source: string;
  readonly edition: string;
  /** How far the boundary may lie from the true one, in metres; absent where nobody says. */
  readonly withinMeters?: number;
}

export interface Unresolved {
  readonly kind: 'unresolved';
  /** null when `valueName` is none that we know. */
  readonly scheme: string | null;
  readonly code: string;
  /** A sentence for the people at the desk. */
  readonly why: string;
}

export type Resolution = Resolved | Unresolved;

/** Shapes that an operator brought, all of one scheme. */
export interface GeocodeTable {
  readonly scheme: string;
  readonly source: string;
  readonly edition: string;
  /** By code, in capitals. Null when the table has none of that code; asked anew each time, so that it may read from elsewhere. */
  find(code: string): { readonly name: string; readonly shape: Shape } | null;
}

export interface Geocodes {
  /** One resolution for each code in the value, which may hold several; never none. */
  resolve(geocode: Geocode): readonly Resolution[];
}

export function openGeocodes(divisions: Divisions, loaded: readonly GeocodeTable[] = []): Geocodes {
  const tables = Map.groupBy(loaded, ({ scheme }) => schemeKey(scheme));
  return { resolve: (geocode) => resolve(geocode, divisions, tables.get(schemeKey(geocode.valueName)) ?? []) };
}

/** What the geocodes of an area add up to. */
export interface GeocodedArea {
  /** Their union is the area, as far as it is known. */
  readonly resolved: readonly Resolved[];
  /** The area is more than `resolved`, nobody here knows how much. */
  readonly unresolved: readonly Unresolved[];
  /** Wider codes that the area is a part of, or that others of it say more closely. */
  readonly setAside: readonly Resolution[];
}

/**
 * The letter of CAP is that an area is the union of its polygons, circles and geocodes (CAP-v1.2-os, area). Senders mean otherwise, and
 * this is what we hold:
 *
 * - The polygon is the area, and the codes are the counties or regions it touches, for receivers who can't draw (so CAP-CP and CAP-AU
 *   say, and the NWS does): a shape that is drawn has nothing added. Then this is null.
 * - A country or a division of one beside codes of another kind is the frame they lie in (`AU-NSW` beside six forecast areas of its
 *   coast): it is set aside whether those have shapes or not, for nothing falls back to a country.
 * - Counties beside codes that say it more closely (SAME beside UGC zones) are set aside when all of those have shapes. Until then they
 *   count: the sender named the whole county.
 * - Other codes are the union. An area without a shape or a code gives three empty lists.
 */
export function geocodedArea(
  area: {
    readonly polygons: readonly { readonly shape: Shape | null }[];
    readonly circles: readonly { readonly shape: Shape | null }[];
    readonly geocodes: readonly Geocode[];
  },
  geocodes: Geocodes,
): GeocodedArea | null {
  if ([...area.polygons, ...area.circles].some(({ shape }) => shape !== null)) return null;
  const all = area.geocodes.flatMap((geocode) => geocodes.resolve(geocode));
  const isFrame = ({ scheme }: Resolution): boolean =>
    all.some((other) => finenessOf(other) > 0) && finenessOf({ scheme }) === 0;
  const close = all.filter((each) => finenessOf(each) > 1);
  const isSaid = close.length > 0 && close.every(({ kind }) => kind === 'resolved');
  const isAside = (each: Resolution): boolean => isFrame(each) || (isSaid && finenessOf(each) === 1);
  const counted = all.filter((each) => !isAside(each));
  return {
    resolved: counted.filter((each) => each.kind === 'resolved'),
    unresolved: counted.filter((each) => each.kind === 'unresolved'),
    setAside: all.filter(isAside),
  };
}

/** 0 a country or its division, 1 a county of the United States, 2 all else. */
function finenessOf({ scheme }: Pick<Resolution, 'scheme'>): 0 | 1 | 2 {
  if (scheme?.startsWith('ISO 3166')) return 0;
  return scheme === 'SAME' || scheme === 'FIPS' ? 1 : 2;
}

function resolve({ valueName, value }: Geocode, divisions: Divisions, tables: readonly GeocodeTable[]): Resolution[] {
  const scheme = schemeOf(valueName);
  const unresolved = (code: string, why: string): Unresolved => ({
    kind: 'unresolved',
    scheme: scheme?.id ?? tables[0]?.scheme ?? null,
    code,
    why,
  });
  const lookUp = (code: string): Resolution => {
    for (const table of tables) {
      const found = table.find(code);
      const { source, edition } = table;
      if (found) return { kind: 'resolved', scheme: scheme?.id ?? table.scheme, code, ...found, source, edition };
    }
    const found = scheme && code === short(code) ? shipped(scheme.id, code, divisions) : null;
    if (typeof found === 'object' && found) return found;
    return unresolved(short(code), (tables.length === 0 && found) || whyUnknown(valueName, code, tables));
  };
  const codes = codesIn(value, scheme);
  if (codes.length === 0) return [unresolved('', `The geocode “${short(valueName)}” has no code in it.`)];
  const read = codes.slice(0, mostCodes);
  const more = codes.length - read.length;
  const isUgc = scheme?.id === 'UGC';
  const resolutions = read.flatMap((code) => (isUgc && rangeOf(code, lookUp, unresolved)) || [lookUp(code)]);
  return more === 0
    ? resolutions
    : [
        ...resolutions,
        unresolved('', `${more} more codes in one geocode were not looked up. A person has to see what is meant.`),
      ];
}

/** Of one geocode. All counties of the United States are 3,233. */
const mostCodes = 4000;

/** What comes with Tocsin: null when it has nothing of that scheme. */
function shipped(scheme: string, code: string, divisions: Divisions): Resolved | string | null {
  const found = builtIn[scheme]?.(code, divisions) ?? null;
  if (found === null || typeof found === 'string') return found;
  const { name, source, edition, withinMeters } = found;
  return { kind: 'resolved', scheme, code, name, shape: found.shape(), source, edition, withinMeters };
}

function whyUnknown(valueName: string, code: string, tables: readonly GeocodeTable[]): string {
  const scheme = schemeOf(valueName);
  const [table] = tables;
  if (scheme?.isSeveral && code !== short(code)) return `“${short(code)}” is too long for a code of ${scheme.id}.`;
  if (table)
    return `${short(code)} is not in “${table.source}” (${table.edition}), which was imported for ${table.scheme}.`;
  return scheme
    ? `${short(code)} is ${scheme.what}, and no shapes of these come with Tocsin; import them for ${scheme.id}.`
    : `“${short(valueName)}” is no list of places that Tocsin knows; import its shapes under that name.`;
}

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);

/** In capitals, each once. */
function codesIn(value: string, scheme: Scheme | null): string[] {
  const text = value.trim().toUpperCase();
  const parts = scheme?.id === 'UGC' ? ugcIn(text) : scheme?.isSeveral ? text.split(/[\s,;]+/) : [text];
  return [...new Set(parts)].filter((part) => part !== '');
}

/** A line of UGC names its state once, `NDZ001>003-005` is NDZ001>003 and NDZ005, and six digits at its end are a time. */
function ugcIn(line: string): string[] {
  let prefix = '';
  return line.split(/[\s,;-]+/).flatMap((part) => {
    if (/^\d{6}$/.test(part)) return [];
    prefix = /^[A-Z]{2}[CZ](?=\d|ALL)/.exec(part)?.[0] ?? prefix;
    return [/^\d/.test(part) || part === 'ALL' ? prefix + part : part];
  });
}

/**
 * `NDZ001>003`. Numbers inside a range that nobody has are not missing, as counties have odd ones; a range whose ends are not both
 * known is unresolved as a whole.
 */
function rangeOf(
  range: string,
  lookUp: (code: string) => Resolution,
  unresolved: (code: string, why: string) => Unresolved,
): Resolution[] | null {
  const [, prefix = '', first, last] = /^([A-Z]{2}[CZ])(\d{3})>(\d{3})$/.exec(range) ?? [];
  if (first === undefined || last === undefined) return null;
  if (!(first < last)) return [unresolved(range, `${range} is no range: its end is not after its beginning.`)];
  const lost = [lookUp(prefix + first), lookUp(prefix + last)].find(({ kind }) => kind === 'unresolved');
  if (lost?.kind === 'unresolved') return [unresolved(range, `Of ${range}: ${lost.why}`)];
  const numbers = Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i);
  return numbers
    .map((number) => lookUp(prefix + String(number).padStart(3, '0')))
    .filter(({ kind }) => kind === 'resolved');
}
