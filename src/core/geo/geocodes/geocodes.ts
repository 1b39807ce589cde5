/**
 * What a geocode of CAP stands for: a shape with its source, or one sentence that says why there is none. Never more than the code
 * says, and never the country around it. What an operator imported comes before what comes with Tocsin.
 */
import { hasArea } from '../measure/area.ts';
import type { Shape } from '../shape.ts';
import { builtIn, type Found } from './built-in.ts';
import type { Division, Divisions } from './divisions.ts';
import { type Around, doubtOf, unlessDoubted } from './doubt.ts';
import { framesAmong } from './frames.ts';
import { type Grounds, groundOf } from './ground.ts';
import type { Resolution, Resolved, Unresolved } from './resolution.ts';
import { type Scheme, schemeKey, schemeOf } from './schemes.ts';

/** A geocode as CAP has it. */
export interface Geocode {
  readonly valueName: string;
  readonly value: string;
}

export type { Resolution, Resolved, Unresolved };

/** Shapes that an operator brought, all of one scheme. */
export interface GeocodeTable {
  readonly scheme: string;
  readonly source: string;
  readonly edition: string;
  /** By code, in capitals. Null when the table has none of that code; asked anew each time, so that it may read from elsewhere. */
  find(code: string): { readonly name: string; readonly shape: Shape } | null;
}

/** Codes that may still be looked up; a range counts for all numbers in it. An alert can name more than there are, and ranges of ranges. */
export interface Budget {
  left: number;
}

/** Of one alert. All counties of the United States are 3,233. */
export const budgetOfAlert = (): Budget => ({ left: 4000 });

export interface Geocodes extends Grounds {
  /**
   * For each code in the value, which may hold several, one resolution, and a second, unresolved one, where the shape is known to lack
   * a part; never none. What it looks up is taken off the budget, and what is beyond it is one that says so.
   */
  resolve(geocode: Geocode, budget?: Budget): readonly Resolution[];
}

export function openGeocodes(divisions: Divisions, loaded: readonly GeocodeTable[] = []): Geocodes {
  const tables = Map.groupBy(loaded, ({ scheme }) => schemeKey(scheme));
  return {
    resolve: (geocode, budget = budgetOfAlert()) =>
      resolve(geocode, divisions, tables.get(schemeKey(geocode.valueName)) ?? [], budget),
    groundOf: (resolution) => groundOf(resolution, divisions),
  };
}

interface Drawing {
  readonly polygons: readonly { readonly shape: Shape | null }[];
  readonly circles: readonly { readonly shape: Shape | null }[];
}

/**
 * Whether something that encloses an area can be read. A circle of radius 0 is a place that the sender marks beside the codes (the
 * epicentre, say), and so is a ring that encloses nothing: whoever is exactly there is inside, and where the area is, it does not say.
 */
export const isDrawn = ({ polygons, circles }: Drawing): boolean =>
  [...polygons, ...circles].some(({ shape }) => shape !== null && hasArea(shape));

/** Something can be read of what is drawn, and it encloses nothing. */
export const isPlaceAlone = (drawing: Drawing): boolean =>
  !isDrawn(drawing) && [...drawing.polygons, ...drawing.circles].some(({ shape }) => shape !== null);

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
 * - A country or a division of one beside codes that lie in it is their frame (`AU-NSW` beside six forecast areas of its coast,
 *   `US` beside `US-TX`): it is set aside whether those have shapes or not, for nothing falls back to a country.
 * - Counties beside zones that lie on them (SAME beside UGC) are set aside when all of those have shapes. Until then they count: the
 *   sender named the whole county.
 * - A country or a division alone is the area, unless something says that it may be only the frame (doubt.ts): then it is unresolved.
 * - Other codes are the union. An area without a shape or a code gives three empty lists.
 */
export function geocodedArea(
  area: Drawing & { readonly geocodes: readonly Geocode[] },
  geocodes: Geocodes,
  around: Around = {},
  budget: Budget = budgetOfAlert(),
): GeocodedArea | null {
  if (isDrawn(area)) return null;
  const all = resolveAll(area.geocodes, geocodes, budget);
  const frames = framesAmong(all, geocodes);
  const doubt = doubtOf(area.geocodes, around, isPlaceAlone(area));
  const counted = unlessDoubted(
    all.filter((each) => !frames.has(each)),
    doubt,
    geocodes,
  );
  return {
    resolved: counted.filter((each) => each.kind === 'resolved'),
    unresolved: counted.filter((each) => each.kind === 'unresolved'),
    setAside: all.filter((each) => frames.has(each)),
  };
}

function resolveAll(codes: readonly Geocode[], geocodes: Geocodes, budget: Budget): readonly Resolution[] {
  const each = [...new Map(codes.map((code) => [`${code.valueName}\n${code.value}`, code])).values()];
  const all: Resolution[] = [];
  for (const [n, geocode] of each.entries()) {
    if (budget.left <= 0) {
      const scheme = schemeOf(geocode.valueName)?.id ?? null;
      const why = `${each.length - n} more geocodes of this area were not looked up: the alert has too many. A person has to see what is meant.`;
      return [...all, { kind: 'unresolved', scheme, code: '', why }];
    }
    for (const one of geocodes.resolve(geocode, budget)) all.push(one);
  }
  return all;
}

function resolve(
  { valueName, value }: Geocode,
  divisions: Divisions,
  tables: readonly GeocodeTable[],
  budget: Budget,
): Resolution[] {
  const scheme = schemeOf(valueName);
  const unresolved = (code: string, why: string): Unresolved => ({
    kind: 'unresolved',
    scheme: scheme?.id ?? tables[0]?.scheme ?? null,
    code,
    why,
  });
  const lookUp = (code: string): readonly [Resolution, ...Unresolved[]] => {
    for (const table of tables) {
      const found = table.find(code);
      const { source, edition } = table;
      if (found) return [{ kind: 'resolved', scheme: scheme?.id ?? table.scheme, code, ...found, source, edition }];
    }
    const found: Found | null = scheme && code === short(code) ? (builtIn[scheme.id]?.(code, divisions) ?? null) : null;
    if (scheme && found && typeof found === 'object') {
      const rest = found.lacks.length > 0 ? [unresolved(code, lacking(found, scheme.id))] : [];
      return [shipped(scheme.id, code, found), ...rest];
    }
    const why = tables.length === 0 && typeof found === 'string' ? found : whyUnknown(valueName, code, tables);
    return [unresolved(short(code), why)];
  };
  const first = (code: string): Resolution => lookUp(code)[0];
  const codes = codesIn(value, scheme);
  if (codes.length === 0) {
    budget.left--;
    return [unresolved('', `The geocode “${short(valueName)}” has no code in it.`)];
  }
  const isUgc = scheme?.id === 'UGC';
  const read = codes.filter((code) => take(budget, isUgc ? lengthOf(code) : 1));
  const more = codes.length - read.length;
  const resolutions = read.flatMap((code) => (isUgc && rangeOf(code, first, unresolved)) || lookUp(code));
  return more === 0
    ? resolutions
    : [
        ...resolutions,
        unresolved('', `${more} more codes in one geocode were not looked up. A person has to see what is meant.`),
      ];
}

function take(budget: Budget, count: number): boolean {
  if (budget.left < count) return false;
  budget.left -= count;
  return true;
}

function shipped(scheme: string, code: string, division: Division): Resolved {
  const { name, source, edition, withinMeters, code: entry } = division;
  const resolved = {
    kind: 'resolved',
    scheme,
    code,
    name,
    shape: division.shape(),
    source,
    edition,
    withinMeters,
  } as const;
  return scheme.startsWith('ISO 3166') ? { ...resolved, entry } : resolved;
}

function lacking({ name, code, lacks }: Division, list: string): string {
  const [few, more] = [lacks.slice(0, 3), lacks.length - 3];
  const named = more > 0 ? `${few.join(', ')} and ${more} more` : few.join(', ');
  return `The map that comes with Tocsin has ${name} (${code}) without the ground of ${named}, so nobody can be placed there; import a shape for ${list}.`;
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

const rangeForm = /^([A-Z]{2}[CZ])(\d{3})>(\d{3})$/;

/** How many numbers are in it: 1 of what is no range. */
function lengthOf(code: string): number {
  const [, , first, last] = rangeForm.exec(code) ?? [];
  return Math.max(1, Number(last ?? 0) - Number(first ?? 0) + 1);
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
  const [, prefix = '', first, last] = rangeForm.exec(range) ?? [];
  if (first === undefined || last === undefined) return null;
  if (!(first < last)) return [unresolved(range, `${range} is no range: its end is not after its beginning.`)];
  const lost = [lookUp(prefix + first), lookUp(prefix + last)].find(({ kind }) => kind === 'unresolved');
  if (lost?.kind === 'unresolved') return [unresolved(range, `Of ${range}: ${lost.why}`)];
  const numbers = Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i);
  return numbers
    .map((number) => lookUp(prefix + String(number).padStart(3, '0')))
    .filter(({ kind }) => kind === 'resolved');
}
