/** Names as they are compared: without case, diacritics, apostrophes and the dots of initials. */

const marks = /\p{M}+/gu;
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
};

/** One word, or several with what stands between them. */
export function fold(text: string): string {
  const low = text.toLowerCase();
  const plain = /^[ -~]*$/.test(low)
    ? low
    : low
        .normalize('NFD')
        .replace(marks, '')
        .replace(/[øłđðþßæœıə]/g, (letter) => letters[letter] ?? letter);
  return plain.replace(apostrophes, '').replaceAll('.', '');
}

/** Initials (`U.S.`) are one word; an apostrophe may stand in a word, a hyphen parts two. */
export const nameWord = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’‘ʻʼ`´][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a name, folded: how a name is looked up. */
export const keyOf = (name: string): string => fold((name.match(nameWord) ?? []).join(' '));
