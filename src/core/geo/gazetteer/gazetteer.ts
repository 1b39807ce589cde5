/**
 * The gazetteer: places by id and by name, names in running text, words for nationalities. Its tables hold what news and travel advice
 * name most; what they do not hold is not placed.
 */
import { boundsCover, boundsOf } from '../bounds.ts';
import { covers } from '../covers.ts';
import type { Place } from '../place.ts';
import type { Shape } from '../shape.ts';
import { fold, keyOf } from './fold.ts';
import { allNamed, byId, byName, byShort, countries } from './names.ts';

export { mentionsIn, type NameFound } from './scan.ts';

export const placeById = (id: string): Place | null => byId.get(id) ?? null;

/** All places that bear a name, whatever its case and diacritics. */
export const placesNamed = (name: string): readonly Place[] => byName.get(keyOf(name)) ?? [];

/** Divisions by what stands after a town: `Ky.`, `N.S.`, `TX`. */
export const placesShortened = (short: string): readonly Place[] => byShort.get(keyOf(short)) ?? [];

export const countryNamed = (name: string): Place | null =>
  placesNamed(name).find(({ kind }) => kind === 'country') ??
  placesNamed(name.replace(/^the /i, '')).find(({ kind }) => kind === 'country') ??
  null;

const capitals = new Map(countries.map(({ country, capital }) => [country.place.id, capital?.place ?? null]));
const countryOfCapital = new Map(
  countries.flatMap(({ country, capital }) => (capital ? [[capital.place.id, country.place]] : [])),
);

/** By ISO code. null for a country that has none apart from itself. */
export const capitalOf = (code: string): Place | null => capitals.get(code) ?? null;
/** The country whose capital a place is, or null. */
export const countryOfSeat = (place: Place): Place | null => countryOfCapital.get(place.id) ?? null;

const nationalities = new Map<string, string>();
for (const { country, demonyms } of countries)
  for (const demonym of demonyms)
    if (!nationalities.has(fold(demonym))) nationalities.set(fold(demonym), country.place.id);

/** ISO code of the country whose adjective or people a word is, in the singular or plural: `Afghan`, `Afghans`, `US`. null for others. */
export function demonym(word: string): string | null {
  const key = fold(word.trim());
  const own = nationalities.get(key) ?? nationalities.get(key.replace(/(?<=.)s$/, ''));
  return own ?? (/^(?:U\.?S\.?A?\.?|U\.?K\.?)$/.test(word.trim()) ? (countryNamed(word.trim())?.id ?? null) : null);
}

const settled = allNamed.map(({ place }) => place).filter(({ kind }) => kind === 'town' || kind === 'airport');

/** ISO code of the one country whose towns and airports lie in the shapes; null when none do, or those of several. */
export function countryIn(shapes: readonly Shape[]): string | null {
  const boxed = shapes.map((shape) => ({ shape, bounds: boundsOf(shape) }));
  const found = new Set<string>();
  for (const { point, country } of settled)
    if (boxed.some(({ shape, bounds }) => boundsCover(bounds, point) && covers(shape, point))) found.add(country);
  const [one, other] = found;
  return other === undefined ? (one ?? null) : null;
}
