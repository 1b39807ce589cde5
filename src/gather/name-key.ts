/** Names of alerts as keys of one length: what an Update or Cancel references, and what all revisions of a series share. */
import type { CapAlert, Reference } from '../core/cap/model.ts';
import { parseInstant } from '../core/time/time.ts';
import { sha256 } from '../store/reports.ts';

/** Sender, identifier and sent (as an instant, so that `-00:00` and `+00:00` are one). */
export function nameKey(reference: Reference): string {
  const at = parseInstant(reference.sent);
  return `t-${sha256([reference.sender, reference.identifier, at ?? reference.sent].join('\n')).slice(0, 32)}`;
}

export const referenceTo = ({ sender, identifier, sent }: CapAlert): Reference => ({
  sender,
  identifier,
  sent: sent.text,
});

export const nameOf = (alert: CapAlert): string => nameKey(referenceTo(alert));

/** A series is its sender's own: nobody else's notice takes the place of one of theirs. */
export const seriesKey = (sender: string, series: string): string =>
  `q-${sha256([sender, series].join('\n')).slice(0, 32)}`;
