/** A profile of CAP: the rules that one country or network adds to the standard's own. One folder each. */
import type { Rule } from '../rules/rule.ts';

export interface Profile {
  /** As `tocsin check --profile` names it: `ipaws`, `cap-cp`, `cap-au`, `google`, `wmo`, `meteoalarm`. */
  readonly name: string;
  readonly title: string;
  /** All of them judge `profile`; their codes begin with the profile's name. */
  readonly rules: readonly Rule[];
}
