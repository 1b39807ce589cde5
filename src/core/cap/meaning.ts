/**
 * What an alert's codes mean for people: instruction, severity, urgency. Shared by matching, pages and channels. A word
 * outside CAP's code lists means nothing here: it stays unrated, it is never guessed.
 */
import { type Instruction, instructions } from '../instruction.ts';
import type { Instant } from '../time/time.ts';
import type { CapAlert, CapInfo } from './model.ts';

/** CAP 1.2 `responseType` → instruction. Execute, None and absence tell nobody what to do; the issuer's words stand alone. */
const byResponseType: Readonly<Record<string, Instruction>> = {
  Evacuate: 'leave',
  Shelter: 'shelter',
  Avoid: 'avoid',
  Prepare: 'prepare',
  Monitor: 'monitor',
  Assess: 'monitor',
  AllClear: 'all-clear',
};

const rankBySeverity: Readonly<Record<string, SeverityRank>> = { Extreme: 4, Severe: 3, Moderate: 2, Minor: 1 };

/** Severity of an event as a figure: 4 Extreme, 3 Severe, 2 Moderate, 1 Minor. Never to be mixed with an advice level. */
export type SeverityRank = 1 | 2 | 3 | 4;

const strongest = (found: readonly (Instruction | null)[]): Instruction | null =>
  instructions.find((instruction) => found.includes(instruction)) ?? null;

const meaningOf = (responseType: string): Instruction | null =>
  Object.hasOwn(byResponseType, responseType) ? (byResponseType[responseType] ?? null) : null;

/** The strongest instruction among the info's response types, or null when it gives none by code. */
export const instructionOf = (info: CapInfo): Instruction | null => strongest(info.responseTypes.map(meaningOf));

/** The strongest instruction of all infos: the one that decides for an alert. */
export const strongestInstruction = (infos: readonly CapInfo[]): Instruction | null =>
  strongest(infos.map(instructionOf));

/** 4 Extreme … 1 Minor; null for Unknown and for any word CAP does not define. */
export const severityRank = (info: CapInfo): SeverityRank | null =>
  Object.hasOwn(rankBySeverity, info.severity) ? (rankBySeverity[info.severity] ?? null) : null;

/**
 * Whether all of a person's channels are used at once: told to leave or shelter, or Extreme with urgency Immediate,
 * Expected or Unknown, or Severe with Immediate.
 */
export function isUrgent(info: CapInfo): boolean {
  const instruction = instructionOf(info);
  if (instruction === 'leave' || instruction === 'shelter') return true;
  if (info.severity === 'Extreme') return ['Immediate', 'Expected', 'Unknown'].includes(info.urgency);
  return info.severity === 'Severe' && info.urgency === 'Immediate';
}

/** When the last info of an alert expires; null when one of them states no end (or one that can't be read). */
export function endOf(alert: CapAlert): Instant | null {
  const ends = alert.infos.map((info) => info.expires?.at ?? null);
  return ends.length === 0 || ends.includes(null) ? null : Math.max(...(ends as Instant[]));
}
