/**
 * A CAP document to alerts: CAP 1.2 (OASIS CAP-v1.2-os, its schema), and 1.1 and 1.0 by their namespaces. Reading is
 * lenient in form (order of elements, white space, the writing of a time) and strict in meaning: what is missing,
 * doubled, outside its list or makes no sense becomes a finding, and no value is guessed.
 */
import { type Finding, Findings } from '../finding.ts';
import type { CapLink, ContainerKind, FoundAlert } from './containers/found.ts';
import { openCap } from './document.ts';
import type { CapAlert } from './model.ts';
import { readAlert } from './reading/alert.ts';

/** What bytes said. `text` is what all offsets count in; null when the bytes are no text. */
export interface CapReading {
  readonly text: string | null;
  /** null when nothing of CAP was found. */
  readonly container: ContainerKind | null;
  /** In the document's order. One that nobody could refer to or trust (see `mandatoryInAlert`) is left out, with findings. */
  readonly alerts: readonly CapAlert[];
  /** Alerts that the document only names; it is for the caller to fetch them. */
  readonly links: readonly CapLink[];
  readonly findings: readonly Finding[];
}

export interface CapOptions {
  /** Address that the bytes came from: links are resolved against it. */
  readonly base?: string;
}

/** Never throws, never hangs; the same bytes give the same reading. */
export function readCap(bytes: Uint8Array, { base }: CapOptions = {}): CapReading {
  const findings = new Findings();
  const { places, container, alerts, links } = openCap(bytes, findings, base ?? null);
  const drafts = places === null ? [] : alerts.map((found) => readAlert(found, places, findings));
  const leftOut = drafts.findIndex(({ usable }) => !usable);
  // Alone it would be missed at once; among others nobody would look for it.
  if (leftOut >= 0 && drafts.length > 1) {
    const count = drafts.filter(({ usable }) => !usable).length;
    const message = `${count} of the ${drafts.length} alerts in this document could not be used; the findings say what they lack. Ask their issuer to send them again.`;
    const { path, node } = alerts[leftOut] as FoundAlert;
    findings.add('error', 'cap.alert.unread', message, { path, ...places?.at({ start: node.start, end: node.end }) });
  }
  return {
    text: places?.text ?? null,
    container,
    alerts: drafts.filter(({ usable }) => usable).map(({ said, elements }) => ({ ...said, at: elements.located })),
    links,
    findings: findings.list(),
  };
}
