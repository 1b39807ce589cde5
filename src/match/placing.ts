/** Whether a person's position can be gone by at a moment. */
import type { Person, Reason } from '../core/model.ts';
import { hour, type Instant } from '../core/time/time.ts';

/** Why a person can't be placed by position, or null when they can. A dated position is believed for `positionHours`. */
export function whyNotPlaced({ stay }: Person, now: Instant, positionHours: number): Reason | null {
  if (stay.to !== null && stay.to <= now) return { code: 'gone', to: stay.to };
  if (stay.from !== null && stay.from > now) return { code: 'not-there-yet', from: stay.from };
  if (!stay.at) return { code: 'no-position' };
  if (stay.positionAt !== null && now - stay.positionAt > positionHours * hour)
    return { code: 'old-position', positionAt: stay.positionAt };
  return null;
}
