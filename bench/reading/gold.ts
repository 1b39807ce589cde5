/** The marked article as its file states it: items of many kinds, each with what its kind needs. */

interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Item {
  readonly kind: string;
  readonly id: string;
  readonly span?: GoldSpan;
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly role?: string;
  /** Of a block: the one whose words it repeats. */
  readonly of?: string;
  readonly unnamed?: boolean;
  readonly source?: string | readonly string[];
  readonly modality?: string;
  readonly statement?: string;
  readonly issuer?: string | readonly string[];
  readonly audience?: string | null;
  readonly hazard?: string;
  readonly area?: string | null;
  readonly instruction?: readonly string[] | null;
  readonly level?: string | null;
  readonly trend?: string | null;
  readonly deadline?: string | null;
  readonly sameAs?: string;
}

export interface Gold {
  readonly items: readonly Item[];
}

/** An item that stands in the text. */
export type Placed = Item & { readonly span: GoldSpan };

export const itemsOf = ({ items }: Gold, kind: string): Placed[] =>
  items.filter((item): item is Placed => item.kind === kind && item.span !== undefined);

/** All names of an entity by its id; a source that is no entity is named as it stands. */
export function namesOf({ items }: Gold, source: string | readonly string[] | undefined): string[] {
  return [source ?? []].flat().flatMap((id) => {
    const entity = items.find((item) => item.kind === 'entity' && item.id === id);
    return entity ? [entity.name ?? '', ...(entity.aliases ?? []), entity.span?.text ?? ''] : [id];
  });
}

export const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ ?(?:the|a|an) /, '')
    .trim();
