/**
 * A profile of CAP: the rules that one country or network adds to the standard's own. One folder each. An error is what the
 * validator of google/cap-library refuses too; of a profile that it has not, and whose document was not seen, nothing weighs more than a warning.
 */
import type { Rule } from '../rules/rule.ts';

export interface Profile {
  /** As `tocsin check --profile` names it: `ipaws`, `cap-cp`, `cap-au`, `google`, `wmo`, `meteoalarm`. */
  readonly name: string;
  readonly title: string;
  /** All of them judge `profile`; their codes begin with the profile's name. */
  readonly rules: readonly Rule[];
}
