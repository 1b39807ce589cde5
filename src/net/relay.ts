/** The mail relay as a URL says it: `smtp://user:password@host:port` (STARTTLS when offered) or `smtps://…` (TLS from the start). */
import type { Refusal } from '../core/refusal.ts';

export interface SmtpRelay {
  /** Lower case, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  /** TLS from the start. */
  readonly secure: boolean;
  readonly user?: string;
  readonly password?: string;
}

/** Ports when none is given: 587 for smtp (submission, RFC 6409), 465 for smtps (RFC 8314). */
export function parseRelay(text: string): SmtpRelay | Refusal {
  const url = URL.parse(text.trim());
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
    return { refused: 'The mail relay is not a URL such as smtp://user:password@relay.example.org:587.' };
  if ((url.pathname !== '' && url.pathname !== '/') || url.search !== '' || url.hash !== '')
    return { refused: 'The URL of the mail relay ends after the port.' };
  if ((url.username === '') !== (url.password === ''))
    return { refused: 'The URL of the mail relay has a user or a password, but not both.' };
  const secure = url.protocol === 'smtps:';
  const relay = {
    host: url.hostname.toLowerCase().replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
  };
  if (url.username === '') return relay;
  try {
    return { ...relay, user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  } catch {
    return { refused: 'In the URL of the mail relay, a % in the user or password is written %25.' };
  }
}

/** Whether a relay is on this very machine, by what the configuration says and not by what a name server answers. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
