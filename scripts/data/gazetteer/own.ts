/** The entries of our own: the reader's tables with the names of countries in many languages, and the vague regions. */
import { allNamed, countries } from '../../../src/core/geo/gazetteer/names.ts';
import type { Entry, EntryName } from '../../../src/core/geo/gazetteer/whole/file/entry.ts';
import type { Place, PlaceKind } from '../../../src/core/geo/place.ts';
import { source } from './sources.ts';
import { vague } from './vague.ts';

const weights: Readonly<Record<PlaceKind, number>> = {
  ...{
    country: 1_000_000,
    admin1: 300_000,
    region: 300_000,
    town: 3000,
    airport: 200_000,
    port: 50_000,
    building: 20_000,
  },
};

/** BCP 47; a language that CLDR has no names in falls away. */
const languages = [
  ...'ar bn de el es fa fa-AF fr ha he hi hu hy id it ja ka ko ku ms my ne nl pl ps pt ro ru so sv sw ta tg th tr uk ur uz vi zh'.split(
    ' ',
  ),
];

function countryNames(code: string, name: string): EntryName[] {
  return languages.flatMap((language) => {
    if (!Intl.DisplayNames.supportedLocalesOf(language).includes(language)) return [];
    const text = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code);
    return text === undefined || text === name ? [] : [{ text, language }];
  });
}

export function ownEntries(): Entry[] {
  const regions = vagueRegions();
  const replaced = new Set(regions.map(({ place }) => place.id));
  const isCountry = new Set(countries.map(({ country }) => country.place.id));
  const tables = allNamed.map(({ place, names }) => ({
    place: withCodesOnly(place),
    names: [
      ...unstated(names),
      ...(place.kind === 'country' && isCountry.has(place.id) ? countryNames(place.id, place.name) : []),
    ],
    weight: weights[place.kind],
    source: source.ours,
  }));
  return [...tables.filter(({ place }) => !replaced.has(place.id)), ...regions];
}

/** A group of divisions under a code of our own (small letters) is a region, and no division of a town. */
function withCodesOnly(place: Place): Place {
  const admin1 = place.admin1 !== null && /^[A-Z]/.test(place.admin1) ? place.admin1 : null;
  return { ...place, admin1, kind: place.kind === 'admin1' && admin1 === null ? 'region' : place.kind };
}

const unstated = (names: readonly string[]): EntryName[] => names.map((text) => ({ text, language: null }));

const vagueRegions = (): Entry[] =>
  vague
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', name = '', others = '', point = '', country = '', from = ''] = line.split('|');
      const [lat = 0, lon = 0] = point.split(',').map(Number);
      return {
        place: {
          ...{ id, name, kind: 'region' as const, country, admin1: null, point: { lat, lon } },
          ...{ within: null, population: 0, fuzzy: true },
        },
        names: unstated([name, ...others.split(';')]),
        weight: weights.region,
        source: from,
      };
    });
