/** What is wrong with an input, as data. Readers collect every finding; they never throw for bad input. */

/** `error`: the thing can't be used as meant. `warning`: used, but somebody should look. `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** Where in the input. Lines and columns count from 1; `start` and `end` are UTF-16 offsets, end exclusive. */
export interface Where {
  /** Path inside a machine format, such as `/alert/info[1]/area[2]/polygon[1]`. */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  readonly start?: number;
  readonly end?: number;
}

export interface Finding {
  readonly severity: Severity;
  /** Stable, dotted, lower case: `cap.sent.missing`, `watch.row.no-id`. */
  readonly code: string;
  /** One plain sentence for a person: what is wrong and, where possible, what to do. */
  readonly message: string;
  readonly where: Where;
}

/** Most findings of one code that a reader keeps; the rest are counted in one closing finding. */
export const maxFindingsPerCode = 50;

/** Collects findings in order, at most `maxFindingsPerCode` of each code. */
export class Findings {
  readonly #kept: Finding[] = [];
  readonly #count = new Map<string, number>();

  add(severity: Severity, code: string, message: string, where: Where = {}): void {
    const seen = (this.#count.get(code) ?? 0) + 1;
    this.#count.set(code, seen);
    // Words of the input may have been cut in the middle of a character, which no database and no JSON of others can hold.
    if (seen <= maxFindingsPerCode) this.#kept.push({ severity, code, message: message.toWellFormed(), where });
  }

  /** Whether another of this code would only be counted: then its place and sentence need not be made. */
  isFull(code: string): boolean {
    return this.count(code) >= maxFindingsPerCode;
  }

  /** How many of one code were added, kept or not. */
  count(code: string): number {
    return this.#count.get(code) ?? 0;
  }

  /** What was kept, in order. */
  kept(): readonly Finding[] {
    return this.#kept;
  }

  /** All that was kept, followed by one line for each code that overflowed. */
  list(): Finding[] {
    const all = this.#kept.slice();
    for (const [code, count] of this.#count) if (count > maxFindingsPerCode) all.push(moreOf(code, count));
    return all;
  }
}

/** The line for a code of which more than `maxFindingsPerCode` were found. */
export const moreOf = (code: string, count: number): Finding => ({
  severity: 'info',
  code: 'findings.more',
  message: `${count - maxFindingsPerCode} more of ${code} are not listed.`,
  where: {},
});

export const hasError = (findings: readonly Finding[]): boolean => findings.some((f) => f.severity === 'error');
