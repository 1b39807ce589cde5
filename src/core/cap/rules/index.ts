/** The one table of all rules of the standard: what reading, the schema and the specification find. */
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [];

const byCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

/** null for a code that is none of the standard's: a profile's own. */
export const ruleOf = (code: string): Rule | null => byCode.get(code) ?? null;
