/** The one table of all rules of the standard: what reading, the schema and the specification find. */
import { containerRules } from './containers.ts';
import { geometryRules } from './geometry.ts';
import { heldRules } from './resources.ts';
import type { Rule } from './rule.ts';
import { schemaRules } from './schema/table.ts';
import { standardRules } from './standard/table.ts';
import { swappedRules } from './swapped.ts';
import { xmlRules } from './xml.ts';

export const rules: readonly Rule[] = [
  ...xmlRules,
  ...containerRules,
  ...schemaRules,
  ...standardRules,
  ...geometryRules,
  ...swappedRules,
  ...heldRules,
];

const byCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

/** null for a code that is none of the standard's: a profile's own. */
export const ruleOf = (code: string): Rule | null => byCode.get(code) ?? null;
