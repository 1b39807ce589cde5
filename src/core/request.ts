/**
 * A request as data. Plug-ins make it, net/ sends it. It names secrets and never holds them: `sign` and `dkim` are
 * resolved in notify/ through seal/ at each attempt.
 */

export interface HttpRequest {
  readonly via: 'http';
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly sign?: { readonly scheme: 'standard-webhooks'; readonly id: string };
}

export interface SmtpRequest {
  readonly via: 'smtp';
  readonly from: string;
  /** One recipient per envelope, by type. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Local part and domain without angle brackets. */
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type Request = HttpRequest | SmtpRequest;

/** Why no answer came. `not-configured`: this desk has no way to send it yet. `forbidden`: the address guard refused. `expired`: its time ran out before the first byte was written. */
export type NoReply =
  | 'timeout'
  | 'unreachable'
  | 'name'
  | 'tls'
  | 'too-large'
  | 'forbidden'
  | 'not-configured'
  | 'cut'
  | 'expired';

/** What came back. `words` are the far side's own, cut to 500 characters and redacted. */
export type Reply =
  | { readonly via: 'smtp'; readonly code: number; readonly words: string }
  | {
      readonly via: 'http';
      readonly status: number;
      /** Lower-case names. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
      readonly words: string;
    }
  | { readonly via: 'none'; readonly error: NoReply; readonly words: string };

/** What a reply means for the notice. `afterMs`: the far side asked to wait that long. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly words: string }
  | { readonly kind: 'retry'; readonly words: string; readonly afterMs: number | null }
  | { readonly kind: 'refused'; readonly words: string };

/** Limits of one sending. After `notAfter` nothing is written any more: net/ looks at the clock just before the first byte. */
export interface SendLimits {
  readonly notAfter: number;
}
