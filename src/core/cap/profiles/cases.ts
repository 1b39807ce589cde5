/** Examples of all rules of all profiles, for the tests and the documentation; apart from the rules, which ship without them. */
import type { Example } from '../rules/examples/example.ts';
import { capAuCases } from './cap-au/cases.ts';
import { capCpCases } from './cap-cp/cases.ts';
import { googleCases } from './google/cases.ts';
import { ipawsCases } from './ipaws/cases.ts';
import { meteoalarmCases } from './meteoalarm/cases.ts';
import { wmoCases } from './wmo/cases.ts';

export const profileCases: readonly Example[] = [
  ...ipawsCases,
  ...capCpCases,
  ...capAuCases,
  ...googleCases,
  ...wmoCases,
  ...meteoalarmCases,
];
