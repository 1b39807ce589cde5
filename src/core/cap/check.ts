/**
 * What is wrong with CAP, and where: well-formed XML, the schema of its version, the rules of the standard, the rules of
 * profiles. Four verdicts that are never mixed: a document can be valid to a schema and break the standard.
 */
import { type Finding, Findings, maxFindingsPerCode, moreOf, type Severity } from '../finding.ts';
import type { CapLink, FoundAlert } from './containers/found.ts';
import { openCap } from './document.ts';
import type { Said } from './model.ts';
import type { Profile } from './profiles/profile.ts';
import type { CapOptions } from './read.ts';
import { readAlert } from './reading/alert.ts';
import type { Elements } from './reading/elements.ts';
import { ruleOf, rules } from './rules/index.ts';
import type { Aids, Find, Judges, Known, Rule } from './rules/rule.ts';
import { schemaFaults } from './rules/schema/schema.ts';
import type { Places } from './xml/places.ts';

/** `invalid` when an error stands against it. */
export type Verdict = 'valid' | 'invalid';

export interface Verdicts {
  /** null when reading ended at a limit of ours before the text did, so that nobody can say. */
  readonly xml: Verdict | null;
  readonly schema: Verdict;
  readonly spec: Verdict;
  /** By the name of each profile that was asked for. */
  readonly profiles: Readonly<Record<string, Verdict>>;
}

/** One alert of a document. The three names are null where the alert does not state them. */
export interface CheckedAlert {
  readonly identifier: string | null;
  readonly sender: string | null;
  /** As written. */
  readonly sent: string | null;
  readonly verdicts: Verdicts;
  /** In the order of the document; at most `maxFindingsPerCode` of each code, and then one line for each code that has more. */
  readonly findings: readonly Finding[];
  /** How many were found, listed or not. `limit`: of the errors, so many are limits of this reader and no fault of the alert. */
  readonly counts: Readonly<Record<Severity | 'limit', number>>;
}

export interface CapCheck {
  /** Of the document as a whole; `invalid` also when there is no XML at all, null when reading ended at a limit of ours. */
  readonly xml: Verdict | null;
  readonly alerts: readonly CheckedAlert[];
  /** What concerns the document and no single alert: its encoding, its XML, a feed around the alerts. */
  readonly findings: readonly Finding[];
  /** Alerts that the document only names: nothing was checked of them. */
  readonly links: readonly CapLink[];
}

export interface CheckOptions extends CapOptions, Known {
  /** Those of `tocsin/cap/profiles`, or one's own; each judges by itself. */
  readonly profiles?: readonly Profile[];
}

/** Never throws for bad input, never hangs. */
export function check(bytes: Uint8Array, { base, profiles = [], ...known }: CheckOptions = {}): CapCheck {
  const ofDocument = new Findings();
  const { places, alerts, links } = openCap(bytes, ofDocument, base ?? null);
  const findings = ofDocument.list().map((one) => ({ ...one, severity: ruleOf(one.code)?.severity ?? one.severity }));
  const xml = xmlVerdict(findings);
  if (places === null) return { xml, alerts: [], findings, links };
  const checked = alerts.map((found): CheckedAlert => {
    const own = new AlertFindings(found, places, known);
    const standard = own.verdictsOf();
    const ofProfiles = profiles.map(({ name, rules }) => [name, own.run(rules, 'profile')] as const);
    return {
      identifier: own.said.identifier || null,
      sender: own.said.sender || null,
      sent: own.said.sent.text || null,
      verdicts: { xml, ...standard, profiles: Object.fromEntries(ofProfiles) },
      findings: own.list(),
      counts: own.counts(),
    };
  });
  return { xml, alerts: checked, findings, links };
}

/** An error that counts against no verdict: something was not looked at to its end. */
export const isLimit = ({ severity, code }: Pick<Finding, 'severity' | 'code'>): boolean =>
  severity === 'error' && ruleOf(code)?.judges === 'none';

/** At these limits reading ends, wherever it is. */
const ending: ReadonlySet<string> = new Set(['cap.too-large', 'xml.too-deep', 'xml.too-many-elements']);

function xmlVerdict(findings: readonly Finding[]): Verdict | null {
  if (findings.some(({ severity, code }) => severity === 'error' && ruleOf(code)?.judges === 'xml')) return 'invalid';
  return findings.some(({ code }) => ending.has(code)) ? null : 'valid';
}

/** All others reading and the schema find broken on their way. */
const rulesToRun = rules.filter(({ check }) => check !== undefined);

/** Lives as long as the check of one alert, so that what is kept for its parts goes with them. */
function onceEach(): Aids['once'] {
  const made = new Map<unknown, Map<object, unknown>>();
  return (part, make) => {
    const byPart = made.get(make) ?? new Map<object, unknown>();
    if (byPart.size === 0) made.set(make, byPart);
    const known = byPart.get(part);
    if (known !== undefined) return known as ReturnType<typeof make>;
    const one = make(part);
    byPart.set(part, one);
    return one;
  };
}

/** The findings of one alert, each code once at each place. */
class AlertFindings {
  readonly said: Said;
  readonly #elements: Elements;
  readonly #found: FoundAlert;
  readonly #aids: Aids;
  readonly #kept: Finding[] = [];
  /** By code: how many, and what one weighs. */
  readonly #counts = new Map<string, { count: number; readonly severity: Severity }>();
  /** Code and place of all that others told before, listed or not: the schema tells first, then reading, then the rules, and of one fault the first is heard. */
  readonly #told = new Set<string>();
  readonly #invalid = new Set<Judges>();

  constructor(found: FoundAlert, places: Places, known: Known) {
    this.#found = found;
    const bySchema: string[] = [];
    schemaFaults(found, places, (finding) => {
      this.#add(finding);
      bySchema.push(keyOf(finding));
    });
    for (const key of bySchema) this.#told.add(key);
    const reading = new Findings();
    const { said, elements } = readAlert(found, places, reading);
    this.said = said;
    this.#elements = elements;
    const { text } = found.own;
    const hasEscapes = text.includes('&') || text.includes(']]>');
    this.#aids = { ...known, placeOf: (path) => elements.at(path), hasEscapes, once: onceEach() };
    for (const finding of reading.kept()) this.#addRead(finding);
    for (const [code, counted] of this.#counts) counted.count = Math.max(counted.count, reading.count(code));
    for (const finding of reading.kept()) this.#told.add(keyOf(finding));
  }

  /**
   * A fault of the schema that the schema itself does not see (an empty <event>, a time of CAP 1.1 without an offset) counts
   * against the specification, and weighs what reading says.
   */
  #addRead(finding: Finding): void {
    const rule = ruleOf(finding.code);
    const isOther = rule?.judges === 'schema';
    this.#add(finding, isOther ? { ...rule, judges: 'spec', severity: finding.severity } : rule);
  }

  verdictsOf(): Pick<Verdicts, 'schema' | 'spec'> {
    this.run(rulesToRun, 'spec');
    return { schema: this.#verdict('schema'), spec: this.#verdict('spec') };
  }

  /** Runs the rules that have a check; the verdict is that of what these rules found. */
  run(table: readonly Rule[], judges: Judges): Verdict {
    this.#invalid.delete('profile');
    let rule: Rule;
    const find: Find = (path, message) => {
      const { code, severity } = rule;
      // Where nothing more of it is listed, no place is looked for.
      const where = this.#isFull(code) ? {} : this.#whereOf(path);
      this.#add({ severity, code, message, where }, rule);
    };
    for (rule of table) rule.check?.(this.said, find, this.#aids);
    return this.#verdict(judges);
  }

  #verdict(judges: Judges): Verdict {
    return this.#invalid.has(judges) ? 'invalid' : 'valid';
  }

  #whereOf(path: string): Finding['where'] {
    const absolute = path === '' ? this.#found.path : `${this.#found.path}/${path}`;
    const { start, end, line, column } = this.#elements.nearest(path);
    return { path: absolute, start, end, line, column };
  }

  #add({ code, severity, message, where }: Finding, rule: Rule | null = ruleOf(code)): void {
    const counted = this.#counts.get(code);
    if (counted && this.#told.has(keyOf({ code, where }))) return;
    if (counted && counted.count >= maxFindingsPerCode) {
      counted.count++;
      return;
    }
    const weight = rule?.severity ?? severity;
    if (counted) counted.count++;
    else this.#counts.set(code, { count: 1, severity: weight });
    if (weight === 'error' && rule) this.#invalid.add(rule.judges);
    this.#kept.push({ severity: weight, code, message: message.toWellFormed(), where });
  }

  #isFull(code: string): boolean {
    return (this.#counts.get(code)?.count ?? 0) >= maxFindingsPerCode;
  }

  list(): readonly Finding[] {
    const inOrder = this.#kept.toSorted((a, b) => (a.where.start ?? 0) - (b.where.start ?? 0));
    for (const [code, { count }] of this.#counts) if (count > maxFindingsPerCode) inOrder.push(moreOf(code, count));
    return inOrder;
  }

  counts(): CheckedAlert['counts'] {
    const sums = { error: 0, warning: 0, info: 0, limit: 0 };
    for (const [code, { count, severity }] of this.#counts) {
      sums[severity] += count;
      if (isLimit({ code, severity })) sums.limit += count;
    }
    return sums;
  }
}

const keyOf = ({ code, where }: Pick<Finding, 'code' | 'where'>): string => `${code}\n${where.start}\n${where.path}`;
