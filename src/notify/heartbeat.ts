/** Tells a far side that the desk is alive; silence there raises the alarm. Sent only after every loop has gone round whole. */

import { type Clock, type Instant, minute } from '../core/time/time.ts';
import type { Http } from '../net/http.ts';

/** How often the far side hears from us when all is well. */
export const heartbeatEvery = minute;
/** A queue whose oldest due row is older than this is not going out. */
const tooLongDueMs = 2 * minute;

export interface Vitals {
  /** When each loop last went round without an error. */
  readonly rounds: Readonly<Record<'gather' | 'decide' | 'notify', Instant>>;
  readonly oldestDueMs: number;
}

/** Why the desk is not whole, in a sentence; null when it is. */
export function whyNotWhole(vitals: Vitals, since: Instant): string | null {
  for (const [loop, at] of Object.entries(vitals.rounds))
    if (at < since) return `The ${loop} loop has not gone round since ${new Date(at).toISOString()}.`;
  if (vitals.oldestDueMs > tooLongDueMs)
    return `A notice has been due for ${Math.round(vitals.oldestDueMs / 1000)} s and has not left.`;
  return null;
}

export interface Heartbeat {
  readonly url: string;
  readonly http: Http;
  readonly clock: Clock;
  vitals(): Promise<Vitals>;
  /** Called with why no beat was sent, or with the far side's trouble. */
  onSkipped(why: string): void;
}

/** One beat, if every loop has gone round since `since`. */
export async function beat(heart: Heartbeat, since: Instant): Promise<boolean> {
  const why = whyNotWhole(await heart.vitals(), since);
  if (why) {
    heart.onSkipped(why);
    return false;
  }
  const request = { via: 'http', method: 'GET', url: heart.url, headers: {}, body: null } as const;
  const reply = await heart.http.send(request, {}, { notAfter: heart.clock.now() + heartbeatEvery });
  const heard = reply.via === 'http' && reply.status < 400;
  if (!heard) heart.onSkipped(`The heartbeat was not taken: ${reply.words}`);
  return heard;
}
