/** What a rule of CAP is: one entry of the table that reading, checking and the documentation share. */
import type { Severity } from '../../finding.ts';
import type { CapAlert } from '../model.ts';

/** Which of the verdicts a broken rule counts against. */
export type Judges = 'xml' | 'schema' | 'spec' | 'profile';

/** Reports that a rule is broken. `path` counts from the alert (`info[1]/area[1]`, empty for the alert itself); `message` is a sentence for a person. */
export type Find = (path: string, message: string) => void;

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
  readonly check?: (alert: CapAlert, find: Find) => void;
}
