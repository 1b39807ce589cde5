/**
 * Which name a reader can read. Where a name's language was stated it decides; GeoNames states none, so there the letters do: a name in
 * the language's script, without letters that language does not have, and rather one with letters that tell it from its neighbours.
 */

interface Letters {
  readonly script: RegExp;
  /** Letters the language does not write; absent where the script alone is enough. */
  readonly foreign?: RegExp;
  /** Letters its neighbours do not write. */
  readonly own?: RegExp;
}

const arabic = /\p{Script=Arabic}/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const persian: Letters = {
  script: arabic,
  foreign: /[^ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأؤئءۀ\s\u200c()،-]/u,
  own: /[پچژگکی]/u,
};
const russian: Letters = { script: cyrillic, foreign: /[^а-яё\s’'.()-]/iu };
const han: Letters = { script: /\p{Script=Han}/u, foreign: /[\p{Script=Hiragana}\p{Script=Katakana}]/u };

const languages: ReadonlyMap<string, Letters> = new Map(
  Object.entries<Letters>({
    ar: { script: arabic, foreign: /[^ابتثجحخدذرزسشصضطظعغفقكلمنهويىةآأإؤئء\u064b-\u0652\s()،-]/u, own: /[كىيةأإ]/u },
    fa: persian,
    prs: persian,
    ps: { script: arabic, foreign: /[كيىةھہےٹڈڑۆێھۇۈې]/u, own: /[ټډړڼځڅږښۍېګ]/u },
    ur: { script: arabic, foreign: /[كيىةټډړڼځڅږښۍېۆێۇۈ]/u, own: /[ٹڈڑںےہھ]/u },
    ru: russian,
    uk: { script: cyrillic, foreign: /[^а-щьюяґєії\s’'.()-]/iu, own: /[ґєії]/iu },
    bg: { script: cyrillic, foreign: /[^а-щъьюя\s’'.()-]/iu },
    sr: { script: cyrillic, foreign: /[^а-шђјљњћџ\s’'.()-]/iu, own: /[ђјљњћџ]/iu },
    be: { script: cyrillic, foreign: /[^а-зй-шыьэюяёіў\s’'.()-]/iu, own: /[ў]/iu },
    zh: han,
    ja: {
      script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
      own: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
    },
    ko: { script: /\p{Script=Hangul}/u },
    he: { script: /\p{Script=Hebrew}/u },
    el: { script: /\p{Script=Greek}/u },
    hi: { script: /\p{Script=Devanagari}/u },
    bn: { script: /\p{Script=Bengali}/u },
    th: { script: /\p{Script=Thai}/u },
    ka: { script: /\p{Script=Georgian}/u },
    hy: { script: /\p{Script=Armenian}/u },
  }),
);

export interface LanguageName {
  readonly text: string;
  /** BCP 47; empty where nobody said. */
  readonly language: string;
}

/** `fa-AF`, then `fa`; Dari and Persian (`prs`, `fa-AF`, `fa`) stand in for one another. */
function asked(language: string): string[] {
  const low = language.toLowerCase();
  const [primary = ''] = low.split(/[-_]/);
  const dari = ['fa-af', 'prs', 'fa'];
  return [...new Set([low, primary, ...(dari.includes(low) || dari.includes(primary) ? dari : [])])];
}

/** The name for a reader of a language (BCP 47), or null where none is fit. The first of two that are equally fit. */
export function nameFor(names: readonly LanguageName[], language: string): string | null {
  const wanted = asked(language);
  for (const tag of wanted) {
    const stated = names.find((name) => name.language.toLowerCase() === tag);
    if (stated) return stated.text;
  }
  const letters = wanted.flatMap((tag) => languages.get(tag) ?? [])[0];
  if (!letters) return null;
  const unstated = names.filter((name) => name.language === '' && letters.script.test(name.text));
  const native = unstated.filter(({ text }) => !letters.foreign?.test(text));
  const own = native.filter(({ text }) => letters.own?.test(text));
  return shortest(own) ?? shortest(native) ?? null;
}

/** Longer ones add a province, a country, or the word for a town. */
const shortest = (names: readonly LanguageName[]): string | undefined =>
  names.toSorted((a, b) => a.text.length - b.text.length)[0]?.text;
