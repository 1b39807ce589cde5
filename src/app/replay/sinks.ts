/** The two far sides of a replay, both in this very process, and a net that reaches them and nothing else. */

import type { Clock } from '../../core/time/time.ts';
import { createHttp } from '../../net/http.ts';
import { openMailSink, type Sink } from '../../net/sinks/mail-sink.ts';
import { openWebhookSink } from '../../net/sinks/webhook-sink.ts';
import { createSmtp } from '../../net/smtp.ts';
import type { Net } from '../desk/net.ts';
import type { Inbox } from './inbox.ts';

export interface Sinks {
  readonly mail: Sink;
  readonly webhook: Sink;
  close(): Promise<void>;
}

export async function openSinks(inbox: Inbox): Promise<Sinks> {
  const mail = await openMailSink(inbox.keepMail);
  const webhook = await openWebhookSink(inbox.keepCall);
  return {
    mail,
    webhook,
    close: async () => {
      await Promise.all([mail.close(), webhook.close()]);
    },
  };
}

const host = '127.0.0.1';

/** Reaches the sinks; without any it reaches nothing at all. No name is ever asked for. */
export function replayNet(sinks: Pick<Sinks, 'mail' | 'webhook'> | null, clock: Clock): Net {
  const ports = sinks === null ? [] : [sinks.mail.port, sinks.webhook.port];
  const allow = new Set(ports.map((port) => `${host}:${port}`));
  const rules = { allow, closed: true, resolve: () => Promise.resolve([]), clock };
  const relay = sinks === null ? null : { host, port: sinks.mail.port, secure: false };
  return { http: createHttp(rules), smtp: createSmtp({ ...rules, relay, ehloName: 'replay.invalid' }) };
}
