/** What names an alert: sender, identifier and sent together (CAP 1.2, references). */
import { type Instant, parseInstant, second } from '../../time/time.ts';
import type { CapAlert, Reference } from '../model.ts';

/**
 * The name as one string, equal for every way of writing the same second (`-00:00`, `+00:00`, another offset): CAP has no parts of
 * seconds, and who writes them anew leaves them out. A `sent` that can't be read as a moment counts by its letters.
 */
export function nameKey({ sender, identifier, sent }: Reference): string {
  const at = parseInstant(sent);
  return [sender, identifier, at === null ? sent : wholeSecond(at)].join('\n');
}

/** The moment as far as CAP can say it. */
export const wholeSecond = (at: Instant): Instant => Math.floor(at / second) * second;

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
