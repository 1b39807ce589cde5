/** The country that an alert's sender speaks for, as far as its names say, with the strongest sign first. */
import type { Said } from '../model.ts';

export interface Home {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** By what, as words that go into brackets. */
  readonly why: string;
}

/** No name of a sender or an alert is longer; what is says nothing. */
const maxName = 256;

/** null when nothing says: the language that somebody writes does not. */
export function homeOf({ identifier, sender }: Pick<Said, 'identifier' | 'sender'>): Home | null {
  const register = byRegister(sender) ?? byRegister(identifier);
  if (register !== null) return { country: register, why: 'by its number in the register of the WMO' };
  const host = byHost(sender);
  return host === null ? null : { country: host, why: 'by the ending of its name' };
}

/** `urn:oid:2.49.0.0.554.…` is an authority and `2.49.0.1.554.…` one of its alerts: the fifth number is the country of ISO 3166-1. */
function byRegister(name: string): string | null {
  if (name.length > maxName) return null;
  const [, number] = /(?:^|[^\d.])2\.49\.0\.[01]\.(\d{1,3})(?!\d)/.exec(name) ?? [];
  return number === undefined ? null : countryCode(number.padStart(3, '0'));
}

/** Endings that many use who are elsewhere; under them a government's name still says where it is. */
const popular: ReadonlySet<string> = new Set(
  'ac ag ai as bz cc cd cf co cx dj eu fm ga gg gl gq gs im io la li ly me ml ms mu nu pn pw sc sh sr st su tf tk tl tm to tv vc vg vu ws'.split(
    ' ',
  ),
);

/** Of an address of mail or the web, or a name of a host. */
function byHost(sender: string): string | null {
  if (sender.length > maxName) return null;
  const [, host = ''] =
    /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/\s]*@)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)\.?(?:[:/?#]|$)/i.exec(sender) ?? [];
  const labels = host.toLowerCase().split('.');
  const ending = labels.at(-1) ?? '';
  if (ending === 'gov' || ending === 'mil') return 'US';
  if (!/^[a-z]{2}$/.test(ending)) return null;
  const isOfficial = /^(?:gov|gob|gouv|govt|go)$/.test(labels.at(-2) ?? '');
  return popular.has(ending) && !isOfficial ? null : countryCode(ending);
}

/** From two letters or the three digits of ISO 3166-1, which every runtime knows for its languages; null for a number that is none. */
function countryCode(code: string): string | null {
  const [tag = ''] = Intl.getCanonicalLocales(`und-${code}`);
  const country = tag.slice('und-'.length);
  return /^[A-Z]{2}$/.test(country) ? country : null;
}
