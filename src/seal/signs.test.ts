/** Tokens and webhook signatures. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { hashToken, newToken } from './tokens.ts';
import { signWebhook } from './webhook.ts';

describe('tokens', () => {
  it('are recognisable, long and never twice the same', () => {
    const tokens = Array.from({ length: 100 }, () => newToken((n) => randomBytes(n)));
    for (const token of tokens) expect(token).toMatch(/^tocsin_[A-Za-z0-9_-]{43}$/);
    expect(new Set(tokens).size).toBe(100);
    expect(hashToken('tocsin_x')).toMatch(/^[0-9a-f]{64}$/);
    expect(hashToken('tocsin_x')).not.toBe(hashToken('tocsin_y'));
  });
});

describe('webhook signatures', () => {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  // The library that receivers use compares with the real clock; it is the only one that can.
  const now = Date.now();

  it('satisfy the verifier receivers use, for any body', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        const headers = signWebhook(secret, 'n-1', now, body);
        expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
      }),
    );
  });

  it('fail with another secret, id, time or body', () => {
    const headers = signWebhook(secret, 'n-1', now, '{"a":1}');
    const verify = (body: string, over: Record<string, string>, by = secret) =>
      new Webhook(by).verify(body, { ...headers, ...over });
    expect(() => verify('{"a":1}', {})).not.toThrow();
    expect(() => verify('{"a":2}', {})).toThrow(/signature/);
    expect(() => verify('{"a":1}', { 'webhook-id': 'n-2' })).toThrow(/signature/);
    expect(() => verify('{"a":1}', { 'webhook-timestamp': String(Math.floor(now / 1000) + 1) })).toThrow(/signature/);
    expect(() => verify('{"a":1}', {}, `whsec_${randomBytes(32).toString('base64')}`)).toThrow(/signature/);
  });
});
