/** The outgoing sockets of this desk, with the hosts that its configuration allows. */
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Clock } from '../../core/time/time.ts';
import { createHttp } from '../../net/http.ts';
import { systemResolve } from '../../net/resolve.ts';
import { createSmtp, parseRelay } from '../../net/smtp.ts';
import type { Config } from '../config.ts';

export interface Net {
  readonly http: ReturnType<typeof createHttp>;
  readonly smtp: ReturnType<typeof createSmtp>;
}

/** Hosts from the configuration may be private, by exact host and port; no other may. */
export function netOf(config: Config, clock: Clock): Net | Refusal {
  const relay = config.smtpUrl === null ? null : parseRelay(config.smtpUrl);
  if (isRefusal(relay)) return relay;
  const allow = new Set(config.privateHosts ?? []);
  if (relay) allow.add(hostPort(relay.host, relay.port));
  if (config.heartbeatUrl !== null) {
    const { hostname, port, protocol } = new URL(config.heartbeatUrl);
    allow.add(hostPort(hostname, Number(port) || (protocol === 'https:' ? 443 : 80)));
  }
  const rules = { allow, resolve: systemResolve, clock };
  return { http: createHttp(rules), smtp: createSmtp({ ...rules, relay }) };
}

const hostPort = (host: string, port: number): string => `${host.toLowerCase()}:${port}`;
