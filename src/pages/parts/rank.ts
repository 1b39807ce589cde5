/** Which warning comes first, and which of its infos speaks for it. */
import { instructionOf, severityRank } from '../../core/cap/meaning.ts';
import type { CapAlert, CapInfo } from '../../core/cap/model.ts';
import { type Instruction, instructions } from '../../core/instruction.ts';
import { type AlertView, mayTell } from '../../core/model.ts';

/** 4 extreme, 3 severe, 2 moderate, 1 minor; 0 for Unknown and every word outside CAP's list: never guessed. */
export type SeverityLevel = 0 | 1 | 2 | 3 | 4;
const severityLevel = (info: CapInfo): SeverityLevel => severityRank(info) ?? 0;

/** Without a rankable instruction a warning stands after `monitor` and before `all-clear`. */
const rankOf = (instruction: Instruction | null): number =>
  instruction === null ? instructions.indexOf('monitor') + 0.5 : instructions.indexOf(instruction);

/** The number (from 0) of the responseType that gives an info its instruction; null when none does. */
function responseOf(info: CapInfo, instruction: Instruction | null): number | null {
  const index = info.responseTypes.findIndex(
    (word) => instructionOf({ ...info, responseTypes: [word] }) === instruction,
  );
  return instruction === null || index < 0 ? null : index;
}

/** What speaks for an alert on a list: the info with the strongest instruction, then severity, then in English, then first. */
export interface Lead {
  /** Number of the info, from 0. */
  readonly index: number;
  readonly info: CapInfo;
  readonly instruction: Instruction | null;
  /** Number (from 0) of the responseType that gives the instruction; null without one. */
  readonly response: number | null;
  readonly severity: SeverityLevel;
}

export function leadOf(alert: CapAlert): Lead | null {
  const leads = alert.infos.map((info, index): Lead => {
    const instruction = instructionOf(info);
    return { index, info, instruction, response: responseOf(info, instruction), severity: severityLevel(info) };
  });
  const english = (lead: Lead): number => (/^en\b/i.test(lead.info.language ?? 'en-US') ? 0 : 1);
  return (
    leads.sort(
      (a, b) =>
        rankOf(a.instruction) - rankOf(b.instruction) ||
        b.severity - a.severity ||
        english(a) - english(b) ||
        a.index - b.index,
    )[0] ?? null
  );
}

/** Strongest instruction first, then the newest, then the gravest; the id last, so that the order never flickers. */
export function byUrgency(views: readonly AlertView[]): AlertView[] {
  const keyed = views.map((view) => ({ view, lead: leadOf(view.alert), sent: view.alert.sent.at ?? 0 }));
  keyed.sort(
    (a, b) =>
      rankOf(a.lead?.instruction ?? null) - rankOf(b.lead?.instruction ?? null) ||
      b.sent - a.sent ||
      (b.lead?.severity ?? 0) - (a.lead?.severity ?? 0) ||
      (a.view.id < b.view.id ? -1 : 1),
  );
  return keyed.map((one) => one.view);
}

export const isConfirmed = (view: AlertView): boolean => mayTell(view.trust);
