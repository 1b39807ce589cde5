/** Signatures of webhooks by the Standard Webhooks specification 1.0 (HMAC-SHA-256, `v1,` and base64). */
import { Webhook } from 'standardwebhooks';
import { type Instant, second } from '../core/time/time.ts';

/** The three headers that sign `body`. `id` stays the same over all attempts, `at` is the time of this one. */
export function signWebhook(secret: string, id: string, at: Instant, body: string): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / second)),
    'webhook-signature': new Webhook(secret).sign(id, new Date(at), body),
  };
}
