/** Which codes of alerts in force have no boundary here, by scheme. */
import type { AlertView } from '../core/model.ts';

export interface WaitingCodes {
  /** null: of lists that are not known here. */
  readonly scheme: string | null;
  readonly codes: readonly string[];
  readonly alerts: number;
}

/** The scheme that most alerts wait for comes first. */
export function waitingCodes(views: readonly AlertView[]): WaitingCodes[] {
  const found = new Map<string | null, { readonly codes: Set<string>; readonly alerts: Set<string> }>();
  for (const { id, state, resolved } of views) {
    if (state !== 'in-force') continue;
    for (const { scheme, code } of resolved.flatMap(({ unresolved }) => unresolved)) {
      const one = found.get(scheme) ?? { codes: new Set(), alerts: new Set() };
      if (code !== '') one.codes.add(code);
      one.alerts.add(id);
      found.set(scheme, one);
    }
  }
  return [...found]
    .map(([scheme, { codes, alerts }]) => ({ scheme, codes: [...codes], alerts: alerts.size }))
    .sort((a, b) => b.alerts - a.alerts);
}
