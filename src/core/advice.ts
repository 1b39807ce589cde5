/**
 * What an embassy notice or a standing travel advice states that CAP has no element for, each part cited by the text of its reading.
 * It stands beside the alert that was made of it: `parts[i]` speaks of `alert.infos[i]`.
 */
import type { InstructionField, Trend } from './text/reading.ts';
import type { Field } from './text/span.ts';

/** How grave standing advice is: 1 be aware, 2 caution, 3 serious, 4 extreme. 0 (none known) is never stated by anybody. */
export type AdviceLevel = 1 | 2 | 3 | 4;

/** Which part of its place advice is about. `whole` is shown to whoever is in the country; `part` and `point` need an area. */
export type AdviceScope = 'whole' | 'part' | 'point';

export interface Advice {
  /** ISO 3166-1 alpha-2 of the government that warns. */
  readonly issuer: string;
  /** The office, as people know it: `U.S. Embassy Kabul`. */
  readonly office: string;
  /** Names what may be revisions of each other: a page of advice, `gov-uk/afghanistan`; all notices of one office, `us-embassy/kabul`. */
  readonly series: string;
  /** The day or time the issuer states (EDTF); null when it states none. */
  readonly issued: Field<string> | null;
  /** value: `citizens:US`. */
  readonly audience: Field<string> | null;
  readonly trend: Field<Trend> | null;
  /** What stands where a level does and is none that this desk knows. Absent when there is nothing of the kind. */
  readonly unread?: readonly Field<null>[];
  /** Some of its text is struck out or hidden: what is left may not be all that it says. */
  readonly isCut?: true;
  readonly parts: readonly AdvicePart[];
}

export interface AdvicePart {
  /** Hazard family (core/hazard.ts); `advice` for standing advice on a country. */
  readonly family: string;
  /** Gazetteer id: `AF`, `KBL`. */
  readonly place: string;
  readonly scope: AdviceScope;
  /** Read by the source's own table from a stated word; null when it states none. */
  readonly level: Field<AdviceLevel> | null;
  /** Strongest first. */
  readonly instructions: readonly InstructionField[];
  /** The sentence that says most of what this part says: the strongest instruction's, else the one that bears the level. */
  readonly words: Field<null>;
}

/** The advice with what could not be read as a level beside it; as it was when there is nothing of the kind. */
export const withUnread = <T extends { readonly advice: Advice }>(stated: T, unread: readonly Field<null>[]): T =>
  unread.length === 0 ? stated : { ...stated, advice: { ...stated.advice, unread } };

/**
 * The levels that count where part `info` is about. `sure`: the highest of its own and of what the same issuer says of the country around;
 * of two alike its own. `maybe`: a higher one for parts of the country, which have no shape: whether they hold this place nobody can say.
 */
export interface LevelsHere {
  readonly sure: AdvicePart | null;
  readonly maybe: AdvicePart | null;
}

export function levelsHere({ parts }: Pick<Advice, 'parts'>, info: number): LevelsHere {
  const own = parts[info];
  if (!own) return { sure: null, maybe: null };
  // Of advice on several countries nobody knows here which of them is around a place.
  const wholes = parts.filter(({ scope }) => scope === 'whole');
  const around = own.scope === 'whole' || wholes.length > 1 ? [] : wholes;
  const sure = highest([own, ...around]);
  const higher = highest(
    parts.filter(({ scope, place }) => scope === 'part' && [own, ...around].some((one) => one.place === place)),
  );
  return { sure, maybe: ratingOf(higher) > ratingOf(sure) ? higher : null };
}

const ratingOf = (part: AdvicePart | null): number => part?.level?.value ?? 0;
const highest = (parts: readonly AdvicePart[]): AdvicePart | null =>
  parts.reduce<AdvicePart | null>((high, part) => (ratingOf(part) > ratingOf(high) ? part : high), null);
