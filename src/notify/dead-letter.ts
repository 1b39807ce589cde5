/** A notice that reached nobody on any channel becomes a wake: a dead letter must reach a human. */
import type { Notice } from '../core/model.ts';
import { day, type Instant } from '../core/time/time.ts';
import type { NewNotice } from '../store/notices.ts';
import { sha256 } from '../store/reports.ts';

/** Once for each message. A wake that can't be delivered stays on the desk's page; it wakes nobody anew. */
export function deadLetterOf(
  lost: Notice,
  also: readonly Notice[],
  now: Instant,
  deskChannels: readonly string[],
): NewNotice | null {
  if (lost.person === 'desk') return null;
  const besides =
    also.length > 0 ? `, and ${also.length} more in the same letter: ${also.map(({ id }) => id).join(', ')}` : '';
  const notice: Notice = {
    ...lost,
    id: `n-${sha256(`undelivered\n${lost.id}`).slice(0, 32)}`,
    person: 'desk',
    info: null,
    before: null,
    kind: 'wake',
    why: [],
    changes: [],
    urgent: true,
    madeAt: now,
    expiresAt: now + day,
    sentence: `A notice (${lost.id}, ${lost.kind}${besides}) reached nobody: every channel of one person failed. Find out why and tell them by hand.`,
  };
  return { notice, channels: deskChannels };
}
