/** The order of every list of situations: what asks most of people first; what has stood for long never drowns what is new. */
import { severityRank } from '../core/cap/meaning.ts';
import type { CapInfo } from '../core/cap/model.ts';
import { adviceFamily } from '../core/hazard.ts';
import { strengthOf } from '../core/instruction.ts';
import type { Situation } from '../core/situation.ts';

/** No instruction may mean anything, so it comes after those that ask for something and before the all-clear. */
const strength = ({ instruction }: Situation): number => (instruction ? strengthOf(instruction.value) : 0.5);
const isStanding = ({ family, place }: Situation): number =>
  Number(family === adviceFamily || place.kind === 'country');

/** Severity and level are two scales and are never mixed in what is shown; here the higher of them only orders a list. */
const gravity = ({ severity, level }: Situation): number =>
  Math.max((severity && severityRank({ severity: severity.value } as CapInfo)) ?? 0, level?.value ?? 0);

export const worstFirst = (a: Situation, b: Situation): number =>
  strength(b) - strength(a) ||
  isStanding(a) - isStanding(b) ||
  gravity(b) - gravity(a) ||
  b.changedAt - a.changedAt ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
