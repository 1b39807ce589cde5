/** What names an alert: sender, identifier and sent together (CAP 1.2, references). */
import { parseInstant } from '../../time/time.ts';
import type { CapAlert, Reference } from '../model.ts';

/**
 * The name as one string, equal for every way of writing the same moment (`-00:00`, `+00:00`, another offset). A `sent` that can't be
 * read as a moment counts by its letters.
 */
export const nameKey = ({ sender, identifier, sent }: Reference): string =>
  [sender, identifier, parseInstant(sent) ?? sent].join('\n');

/** How another alert would refer to this one. */
export const referenceTo = ({ sender, identifier, sent }: CapAlert): Reference => ({
  sender,
  identifier,
  sent: sent.text,
});

const rank: Readonly<Record<string, number>> = { Cancel: 2, Update: 1 };

/** At the same second a Cancel comes after an Update, and that after everything else. */
export const rankOf = ({ msgType }: Pick<CapAlert, 'msgType'>): number =>
  Object.hasOwn(rank, msgType) ? (rank[msgType] ?? 0) : 0;
