/** What replies mean, for every channel over HTTP or SMTP. */
import type { Outcome, Reply } from '../core/request.ts';
import { second } from '../core/time/time.ts';

/**
 * - no reply: try again; only the address guard's "no" is final (the address leads where we never go)
 * - HTTP: 2xx accepted; 408, 425, 429 and 5xx try again, after Retry-After where it is stated (RFC 9110, 6585); all else
 *   refused, redirects too: the notice then goes to the person's next channel at once
 * - SMTP (RFC 5321 §4.2.1): 2xx accepted, 5xx refused, all else try again
 */
export function judgeReply(reply: Reply): Outcome {
  const { words } = reply;
  if (reply.via === 'none') return reply.error === 'forbidden' ? { kind: 'refused', words } : retry(words);
  if (reply.via === 'smtp') {
    if (reply.code >= 200 && reply.code < 300) return { kind: 'accepted', words };
    return reply.code >= 500 ? { kind: 'refused', words } : retry(words);
  }
  const { status, headers } = reply;
  if (status >= 200 && status < 300) return { kind: 'accepted', words };
  if ([408, 425, 429].includes(status) || status >= 500) return retry(words, retryAfterMs(headers));
  return { kind: 'refused', words };
}

const retry = (words: string, afterMs: number | null = null): Outcome => ({ kind: 'retry', words, afterMs });

/** Retry-After in ms: seconds, or a date that is measured against the far side's own clock (its Date header). */
function retryAfterMs(headers: Readonly<Record<string, string>>): number | null {
  const stated = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(stated)) return Number(stated) * second;
  const [until, now] = [Date.parse(stated), Date.parse(headers['date'] ?? '')];
  return Number.isNaN(until) || Number.isNaN(now) ? null : Math.max(0, until - now);
}
