/**
 * Names of a place in the languages that maps are read in. Natural Earth and CLDR say which language a name is in; GeoNames does not, and
 * there only the letters tell.
 */

import { knownNames } from './known-names.ts';

/** Languages of labels, as BCP 47 has them. Dari and Persian are written alike here. */
export const languages = ['fa', 'ps', 'ar', 'ur', 'es', 'fr', 'ru', 'uk'] as const;

/** `name` and, where they are different from it, `name:fa` and so on. */
export type Names = Readonly<Record<string, string>>;

export function countryNames(code: string, inEnglish: string): Names {
  const named = (language: string): string | undefined =>
    new Intl.DisplayNames([language === 'fa' ? 'fa-AF' : language], { type: 'region', fallback: 'none' }).of(code);
  return namesOf(named('en') ?? inEnglish, Object.fromEntries(languages.map((one) => [one, named(one)])));
}

/** `properties` of Natural Earth: `name`, `name_en`, `name_fa` … */
export function divisionNames(properties: Readonly<Record<string, unknown>>): Names {
  const text = (key: string): string | undefined => {
    const value = properties[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const name = text('name') ?? text('name_en') ?? '';
  return namesOf(name, Object.fromEntries(languages.map((one) => [one, text(`name_${one}`)])));
}

const namesOf = (name: string, others: Readonly<Record<string, string | undefined>>): Names => ({
  name,
  ...Object.fromEntries(
    Object.entries(others).flatMap(([language, other]) =>
      other === undefined || other === name ? [] : [[`name:${language}`, other]],
    ),
  ),
});

/** Without the macrons, dots and lines below of transliteration (Herāt, Zaṟah), which maps do without; other marks belong to the name. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0304\u0323\u0331]/g, '')
    .normalize('NFC');

const shared = 'ءآأؤئابتثجحخدذرزسشصضطظعغفقلمنهو';
// A name that begins with ئ is Kurdish or Uyghur.
const inPersian = new RegExp(`^(?!ئ)[${shared}پچژکگی \\u200c-]+$`);
const inArabic = new RegExp(`^(?!ئ)[${shared}إةكىي -]+$`);
const onlyPersian = /[پچژکگی]/;
const onlyArabic = /[إةكىي]/;

/**
 * Names of a town whose language nobody states. What is written in the letters of Persian, or of Arabic, is taken for a name in it; of
 * several those with a letter that the other has not. Where they still differ in more than long vowels, none is taken: the label then falls
 * back, and is not wrong.
 */
export function townNames(country: string, name: string, others: readonly string[]): Names {
  const known = knownNames.get(`${country} ${name}`);
  const shown = plain(name);
  if (known) return namesOf(shown, known);
  return namesOf(shown, { fa: chosen(others, inPersian, onlyPersian), ar: chosen(others, inArabic, onlyArabic) });
}

function chosen(names: readonly string[], letters: RegExp, own: RegExp): string | undefined {
  const written = [...new Set(names)].filter((one) => letters.test(one));
  const sure = written.filter((one) => own.test(one));
  const best = sure.length > 0 ? sure : written;
  const bones = new Set(best.map((one) => one.replace(/[اويىی\u200c -]/g, '')));
  return bones.size === 1 ? best.reduce((a, b) => (b.length < a.length ? b : a)) : undefined;
}
