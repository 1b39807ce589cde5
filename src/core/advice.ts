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
