/** The rules of the standard's own words, for the one table. */
import type { Rule } from '../rule.ts';
import { alertRules } from './alert.ts';
import { areaRules } from './area.ts';
import { infoRules } from './info.ts';
import { readingRules } from './reading.ts';
import { referenceRules } from './references.ts';
import { resourceRules } from './resource.ts';
import { textRules } from './texts.ts';
import { timeRules } from './times.ts';

export const standardRules: readonly Rule[] = [
  ...alertRules,
  ...referenceRules,
  ...infoRules,
  ...timeRules,
  ...textRules,
  ...resourceRules,
  ...areaRules,
  ...readingRules,
];
