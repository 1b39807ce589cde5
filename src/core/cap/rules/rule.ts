/** What a rule of CAP is: one entry of the table that reading, checking and the documentation share. */
import type { Severity } from '../../finding.ts';
import type { Point } from '../../geo/shape.ts';
import type { Span } from '../../text/span.ts';
import type { Said } from '../model.ts';

/** Which of the verdicts a broken rule counts against; `none` for a limit of this reader, which is no fault of the alert. */
export type Judges = 'xml' | 'schema' | 'spec' | 'profile' | 'none';

/** As the source of a rule that judges `none`. */
export const ourLimit = 'a limit of this reader';

/** Reports that a rule is broken. `path` counts from the alert (`info[1]/area[1]`, empty for the alert itself); `message` is a sentence for a person. */
export type Find = (path: string, message: string) => void;

/** What may be known beside the alert. Rules that need it find nothing where it is not given. */
export interface Known {
  /** ISO 3166-1 alpha-2 of the country that a point lies in; null at sea. */
  readonly countryOf?: (point: Point) => string | null;
  /** ISO 3166-1 alpha-2 of the country that the sender speaks for. */
  readonly countryHint?: string;
}

/** What a rule may ask of the alert under it and of what others asked before. */
export interface Aids extends Known {
  /** Where an element of the alert stands, by its path; undefined when it is not there. */
  readonly placeOf: (path: string) => Span | undefined;
  /** False when no value of the alert can have “<” or “&” in it: its source has neither a reference nor CDATA. Most have none. */
  readonly hasEscapes: boolean;
  /** What `make` gives for `part` of the alert: made once, for all rules that ask for it with the same `make`. */
  readonly once: <Part extends object, Made>(part: Part, make: (part: Part) => Made) => Made;
}

export interface Rule {
  /** Stable, dotted, lower case: `cap.references.missing`. One page of the documentation each. */
  readonly code: string;
  readonly judges: Judges;
  /**
   * What it weighs in a check: an error makes its verdict `invalid`, a warning or an info never does. Reading may weigh the same
   * fault less: a time in an odd form breaks the schema, and is understood.
   */
  readonly severity: Severity;
  /** Where the rule stands: `CAP 1.2, section 3.2.1, sent`; `XML 1.0, section 2.1`. */
  readonly source: string;
  /** What the rule asks, in one sentence. */
  readonly asks: string;
  /** Why it matters for the people who are to be warned, and what to do about it. */
  readonly why: string;
  /** Absent for a rule that reading or the schema finds broken on its way. */
  readonly check?: (alert: Said, find: Find, aids: Aids) => void;
}
