/** The languages that maps name places in, and what stands in for a name that a place has not in one of them. */

export interface LabelLanguage {
  /** BCP 47. */
  readonly tag: string;
  /** As its readers write it. */
  readonly name: string;
  /** Properties of a feature with a name, the best first. */
  readonly keys: readonly string[];
}

/** A name in the reader's own script goes before one in another; `name` is there always, in Latin letters. */
export const labelLanguages: readonly LabelLanguage[] = [
  { tag: 'en', name: 'English', keys: ['name'] },
  { tag: 'fa-AF', name: 'دری', keys: ['name:fa', 'name:ar', 'name'] },
  { tag: 'ps', name: 'پښتو', keys: ['name:ps', 'name:fa', 'name:ar', 'name'] },
  { tag: 'ar', name: 'العربية', keys: ['name:ar', 'name'] },
  { tag: 'ur', name: 'اردو', keys: ['name:ur', 'name:fa', 'name:ar', 'name'] },
  { tag: 'es', name: 'Español', keys: ['name:es', 'name'] },
  { tag: 'fr', name: 'Français', keys: ['name:fr', 'name'] },
  { tag: 'ru', name: 'Русский', keys: ['name:ru', 'name'] },
  { tag: 'uk', name: 'Українська', keys: ['name:uk', 'name'] },
];

/** The language of a tag such as `fa` or `ar-EG`; English for one that maps have no names in. */
export function labelLanguage(tag: string): LabelLanguage {
  const [first = ''] = tag.toLowerCase().split('-');
  const found = labelLanguages.find(
    ({ tag: own }) => own.toLowerCase().split('-')[0] === (first === 'prs' ? 'fa' : first),
  );
  return found ?? (labelLanguages[0] as LabelLanguage);
}
