/**
 * The only outgoing mail: one recipient per envelope, a few lines to one relay. The relay's final word is the reply; its
 * "no" to the desk itself is never taken for a "no" to the recipient.
 */
import { isRefusal } from '../core/refusal.ts';
import type { Reply, SendLimits, SmtpRequest } from '../core/request.ts';
import { type Clock, minute, second } from '../core/time/time.ts';
import { type GuardRules, guardAddress } from './guard.ts';
import { composeMail } from './mime.ts';
import { NoReplyError, noReplyOf } from './no-reply.ts';
import { pinned } from './pinned.ts';
import { redact } from './redact.ts';
import type { SmtpRelay } from './relay.ts';
import { openLine } from './smtp-line.ts';
import { Lines } from './smtp-lines.ts';

export { parseRelay, type SmtpRelay } from './relay.ts';

export interface SmtpLimits {
  /** From the call to the relay's final word, waiting for a free line included. */
  readonly totalMs: number;
  /** Longest wait for a free line. */
  readonly waitMs: number;
  /** Longest silence of the relay up to the end of a mail, and how long an unused line is kept. */
  readonly silenceMs: number;
  /** Longest silence after the final dot: who gives up earlier sends again what was taken (RFC 5321 §4.5.3.2.6). */
  readonly finalMs: number;
}

export const smtpLimits: SmtpLimits = {
  totalMs: 11 * minute,
  waitMs: minute,
  silenceMs: 50 * second,
  finalMs: 10 * minute,
};

export interface SmtpSettings extends GuardRules {
  readonly relay: SmtpRelay | null;
  readonly clock: Clock;
  /** Lines at once. */
  readonly connections?: number;
  /** How we call ourselves in EHLO; null leaves it to the machine's name. */
  readonly ehloName?: string | null;
  readonly limits?: Partial<SmtpLimits>;
}

export interface Smtp {
  /** Never rejects. After `notAfter` nothing is written any more. */
  send(mail: SmtpRequest, limits?: SendLimits): Promise<Reply>;
  /** Whether the relay lets us in, without sending anything: code 250, or what stands in the way. */
  check(): Promise<Reply>;
  /** Ends all lines; what is under way is cut. */
  close(): Promise<void>;
}

export function createSmtp(settings: SmtpSettings): Smtp {
  const { relay, clock, connections = 5, ehloName = null } = settings;
  if (!relay) return notConfigured;
  const { totalMs, waitMs, silenceMs, finalMs } = { ...smtpLimits, ...settings.limits };
  const lines = new Lines({
    clock,
    most: connections,
    totalMs,
    waitMs,
    async open(onCut) {
      const guarded = await guardAddress({ host: relay.host, port: relay.port }, settings);
      if ('refused' in guarded) throw new NoReplyError(guarded.error, guarded.refused);
      const lookup = pinned(guarded.addresses);
      return openLine({ relay, lookup, silenceMs, finalMs, ehloName }, (socket) => onCut(() => socket.destroy()));
    },
  });
  const secrets = [relay.user ?? '', relay.password ?? ''];
  return {
    async send(mail, limits) {
      const own = [...secrets, mail.to];
      const composed = await composeMail(mail, clock.now());
      if (isRefusal(composed)) return { via: 'none', error: 'forbidden', words: redact(composed.refused, own) };
      const said = lines.use(async (line) => {
        if (limits && clock.now() >= limits.notAfter)
          throw new NoReplyError('expired', 'Its time ran out before it could be sent.');
        return line.send(composed, mail.messageId);
      });
      return replyOf(said, own);
    },
    check: () =>
      replyOf(
        lines.use((line) => line.reset().then(() => '250 The relay lets us in.')),
        secrets,
      ),
    close: async () => lines.close(),
  };
}

const noRelay: Reply = { via: 'none', error: 'not-configured', words: 'This desk has no mail relay yet.' };
const notConfigured: Smtp = { send: async () => noRelay, check: async () => noRelay, close: async () => {} };

/** Commands in which the relay speaks about the recipient or the mail; a "no" to any other is about the desk. */
const aboutTheMail = /^(RCPT|DATA)/;

async function replyOf(said: Promise<string>, secrets: readonly string[]): Promise<Reply> {
  try {
    const words = await said;
    return { via: 'smtp', code: Number(words.slice(0, 3)), words: redact(words, secrets) };
  } catch (error) {
    const { responseCode, response, command } = error as { responseCode?: number; response?: string; command?: string };
    if (error instanceof NoReplyError || !responseCode || !response) return noReplyOf(error, secrets);
    if (responseCode < 500 || aboutTheMail.test(command ?? ''))
      return { via: 'smtp', code: responseCode, words: redact(response, secrets) };
    const words = redact(`The relay does not let the desk in: ${response}`, secrets);
    return { via: 'none', error: 'not-configured', words };
  }
}
