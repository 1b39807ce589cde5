/**
 * The address guard: a socket may go to public unicast addresses only, unless the configuration names the exact
 * host:port. All answers of the name system must pass, and the caller connects to exactly those, so that a name can't
 * change its mind in between (DNS rebinding).
 */
import ipaddr from 'ipaddr.js';

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Asks the name system; rejects or answers nothing when there is no such name. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

export type Guarded =
  | { readonly addresses: readonly Address[] }
  | { readonly refused: string; readonly error: 'forbidden' | 'name' };

export interface GuardRules {
  /** Exact `host:port`, lower case, from configuration (an IPv6 host in brackets). These alone may be private. */
  readonly allow: ReadonlySet<string>;
  readonly resolve: Resolve;
  /** Nothing but what `allow` names is reached, no public address either: a replay speaks to its own sinks only. */
  readonly closed?: boolean;
}

/** `host` as a URL or a setting gives it, IPv6 with or without brackets. Never rejects. */
export async function guardAddress(to: { host: string; port: number }, rules: GuardRules): Promise<Guarded> {
  const host = to.host.toLowerCase();
  const bracketed = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  const allowed = rules.allow.has(`${bracketed}:${to.port}`);
  if (rules.closed && !allowed) return forbidden(`${bracketed}:${to.port} is outside: nothing leaves this desk.`);
  const literal = literalOf(host);
  if (literal) {
    const refused = allowed ? null : refusalOf(literal.address);
    return refused ? forbidden(refused) : { addresses: [literal] };
  }
  const badName = nameRefusal(host, allowed);
  if (badName) return forbidden(badName);
  const answers = await rules.resolve(host).catch(() => []);
  if (answers.length === 0) return { refused: `The name ${host} has no address.`, error: 'name' };
  if (!allowed)
    for (const { address } of answers) {
      const refused = refusalOf(address);
      if (refused) return forbidden(`The name ${host} leads to a forbidden place: ${refused}`);
    }
  return { addresses: answers };
}

const forbidden = (refused: string): Guarded => ({ refused, error: 'forbidden' });

/** The address a host spells in its one canonical form; other spellings of numbers are no addresses here. */
function literalOf(host: string): Address | null {
  const inner = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  if (ipaddr.IPv4.isValidFourPartDecimal(inner)) return { address: inner, family: 4 };
  if (inner.includes(':') && ipaddr.IPv6.isValid(inner)) return { address: inner, family: 6 };
  return null;
}

/** Names that only mean something on the inside, and numbers in disguise (decimal, octal, hex, short forms). */
function nameRefusal(host: string, allowed: boolean): string | null {
  if (!/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(host) || host.length > 253) return `${host} is not a host name.`;
  const last = host.slice(host.lastIndexOf('.') + 1);
  if (/^(\d+|0x[0-9a-f]*)$/.test(last)) return `${host} is a number written as a name.`;
  if (allowed) return null;
  if (!host.includes('.')) return `${host} has no domain.`;
  return /(^|\.)(localhost|localdomain|local|internal|home\.arpa|onion)$/.test(host)
    ? `${host} is a private name.`
    : null;
}

/** Why an address is refused, or null for public unicast. Unreadable addresses are refused. */
function refusalOf(address: string): string | null {
  if (!ipaddr.isValid(address)) return `${address} is not an address.`;
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== 'unicast') return `${address} is not public (${range}).`;
  if (!(parsed instanceof ipaddr.IPv6)) return null;
  // Only 2000::/3 is given out as global unicast (RFC 4291, IANA); this also shuts out ::/96, NAT64 and site-local forms.
  const [first = 0, , , , fifth = 0, sixth = 0] = parsed.parts;
  if ((first & 0xe000) !== 0x2000) return `${address} is not global unicast.`;
  // ISATAP (RFC 5214) carries an IPv4 address behind a marked interface id.
  return (fifth & 0xfdff) === 0 && sixth === 0x5efe ? `${address} carries an IPv4 address (ISATAP).` : null;
}
