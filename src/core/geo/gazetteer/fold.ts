/**
 * Names as they are compared: without case, diacritics, apostrophes, the dots of initials and the line that stretches Arabic letters; and
 * with one letter for each of those that Arabic, Persian, Pashto and Urdu write differently. Vowel signs of Indic scripts and Thai are no
 * diacritics; they stay.
 */

/** Not the two that make another letter of a Japanese one. */
const marks =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Cyrillic}]]--[\u3099\u309a]]+/gv;
const apostrophes = /['’‘ʻʼ`´]/g;
/** Letters that no decomposition takes apart. */
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'e',
  ґ: 'г',
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ے: 'ی',
  ك: 'ک',
  ګ: 'گ',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ٱ: 'ا',
  ء: '',
  ـ: '',
};
const unlike = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** One word, or several with what stands between them. */
export function fold(text: string): string {
  const low = text.toLowerCase();
  const plain = /^[ -~]*$/.test(low)
    ? low
    : low
        .normalize('NFD')
        .replace(marks, '')
        .replace(unlike, (letter) => letters[letter] ?? letter);
  return plain.replace(apostrophes, '').replaceAll('.', '');
}

/** Initials (`U.S.`) are one word; an apostrophe may stand in a word, a hyphen parts two. */
export const nameWord = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’‘ʻʼ`´][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a name, folded: how a name is looked up. */
export const keyOf = (name: string): string => fold((name.match(nameWord) ?? []).join(' '));
