/** In which country, and in which of its divisions, the ground of a code lies, as far as its letters and digits say it. */
import { provinces, states } from './built-in.ts';
import type { Divisions } from './divisions.ts';
import type { Resolution } from './resolution.ts';

export interface Ground {
  /** How closely lists of this kind say a place: 0 a country, 1 a division of one, 2 a county of the United States, 3 all else. */
  readonly fineness: 0 | 1 | 2 | 3;
  /** Entries of ISO 3166-1; two where a division of one is an entry of its own. None: the code does not say. */
  readonly countries: readonly string[];
  /** ISO 3166-2, or null where the code does not say. */
  readonly division: string | null;
  /** FIPS, `SSCCC`. */
  readonly county: string | null;
}

export interface Grounds {
  groundOf(resolution: Resolution): Ground;
}

/** Countries of which all codes of a list are. */
const ofOneCountry: Readonly<Record<string, string>> = {
  CISORP: 'CZ',
  WARNCELLID: 'DE',
  CLC: 'CA',
  CPEAS: 'CN',
  'AMOC-AreaCode': 'AU',
};

/** Letters that the European lists write for a country otherwise than ISO 3166-1. */
const european: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

const lettersOf = new Map([...states].map(([letters, digits]) => [digits, letters]));

export function groundOf({ scheme, code }: Pick<Resolution, 'scheme' | 'code'>, divisions: Divisions): Ground {
  const within = (fineness: Ground['fineness'], country: string | undefined, part?: string): Ground => {
    const division = country && part ? `${country}-${part}` : null;
    const own = division && divisions.ownCountryOf(division);
    return { fineness, countries: [country, own].filter((each) => typeof each === 'string'), division, county: null };
  };
  if (scheme?.startsWith('ISO 3166')) {
    const [, country = '', part] = /^([A-Z]{2})[-_]([A-Z0-9]{1,3})$/.exec(code) ?? [];
    if (part) return within(1, country, part);
    const alpha2 = divisions.alpha2Of(code) ?? code;
    return within(0, /^[A-Z]{2}$/.test(alpha2) ? alpha2 : undefined);
  }
  if (scheme === 'SAME' || scheme === 'FIPS') {
    const [, digits = '', county] = /^(?:\d(?=\d{5}$))?(\d{2})(\d{3})?$/.exec(code) ?? [];
    return { ...within(2, inStates(digits), lettersOf.get(digits)), county: countyOf(digits, county) };
  }
  if (scheme === 'UGC') {
    const [, letters = '', kind, county] = /^([A-Z]{2})([CZ])(\d{3}|ALL)/.exec(code) ?? [];
    const digits = states.get(letters) ?? '';
    const isCounty = kind === 'C' && !code.includes('>');
    return { ...within(3, inStates(digits), digits && letters), county: isCounty ? countyOf(digits, county) : null };
  }
  if (scheme === 'CAP-CP Location') return within(3, 'CA', provinces[code.slice(0, 2)]);
  if (scheme === 'AMOC-AreaCode') return within(3, 'AU', /^(NSW|NT|QLD|SA|TAS|VIC|WA|ACT)_/.exec(code)?.[1]);
  if (scheme === 'NUTS' || scheme === 'EMMA_ID') {
    const letters = /^[A-Z]{2}/.exec(code)?.[0];
    return within(3, letters && (european[letters] ?? letters));
  }
  return within(3, ofOneCountry[scheme ?? '']);
}

/** `00` is all of the United States. What is no state's is of waters. */
const inStates = (digits: string): string | undefined => (digits === '00' || lettersOf.has(digits) ? 'US' : undefined);

const countyOf = (digits: string, county: string | undefined): string | null =>
  county && /^\d{3}$/.test(county) && county !== '000' ? digits + county : null;
