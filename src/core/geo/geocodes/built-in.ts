/** How codes of the schemes whose shapes come with Tocsin are looked up. A code stands for what it says and never for more. */
import type { Division, Divisions } from './divisions.ts';

/** A sentence says why there is no shape. */
export type Found = Division | string;

/** What a scheme makes of one code, in capitals. Absent: nothing of it comes with Tocsin. */
export const builtIn: Readonly<Record<string, (code: string, divisions: Divisions) => Found>> = {
  'ISO 3166-1': country,
  'ISO 3166-2': division,
  SAME: same,
  FIPS: fips,
  UGC: ugc,
  'CAP-CP Location': canada,
};

/** Alpha-2, alpha-3 or numeric. A code of ISO 3166-2 under this name is read as that: it says less ground. */
function country(code: string, divisions: Divisions): Found {
  if (/^[A-Z]{2}[-_][A-Z0-9]{1,3}$/.test(code)) return division(code, divisions);
  const alpha2 = divisions.alpha2Of(code) ?? code;
  return divisions.find('ISO 3166-1', alpha2) ?? missing(alpha2, 'ISO 3166-1', divisions);
}

/** `AU-NSW`, also with an underscore. */
function division(written: string, divisions: Divisions): Found {
  const code = written.replace('_', '-');
  const own = divisions.ownCountryOf(code);
  const found = own ? divisions.find('ISO 3166-1', own) : divisions.find('ISO 3166-2', code);
  if (found) return found;
  if (divisions.find('ISO 3166-1', code))
    return `${code} names a whole country, where ISO 3166-2 has codes of divisions, as in ${code}-X. A person has to see what is meant.`;
  return missing(code, 'ISO 3166-2', divisions);
}

function missing(code: string, list: string, divisions: Divisions): string {
  const known = divisions.unshaped(code);
  if (!known) return `${code} is no code of ${list} that is in use. A person has to see what is meant.`;
  const name = `${known.name} (${code})`;
  switch (known.why) {
    case 'missing':
      return `${name} has no shape in the map that comes with Tocsin; import one for ${list}.`;
    case 'changed':
      return `What ${name} covers has changed since the map that comes with Tocsin was drawn, or is drawn otherwise, so it has no shape here; import one for ${list}.`;
    case 'inexact':
      return `The map that comes with Tocsin draws ${name} more than 10 km from where its towns or its neighbours' are, so it has no shape here; import one for ${list}.`;
  }
}

/**
 * Specific Area Message Encoding (47 CFR 11.31(c)): `PSSCCC`, a part of the county, the state, the county. `000000` is all of the
 * United States, `0SS000` a whole state.
 */
function same(code: string, divisions: Divisions): Found {
  if (!/^\d{6}$/.test(code)) return `${code} is no SAME code: that has six digits.`;
  if (code[0] !== '0')
    return `${code} names only a part of county ${code.slice(1)}, and no shape says which; the whole county would be too much.`;
  return fips(code.slice(1), divisions);
}

/** First digits of SAME codes that are no states but stretches of coast, sea or lake. */
const waters = new Set('57 58 59 61 65 73 75 77 91 92 93 94 96 97 98'.split(' '));

/** Codes that alerts may have and the counties that are shipped have not. */
const otherYears: Readonly<Record<string, string>> = {
  '02063': 'It was made of a part of Valdez-Cordova (02261) in 2019.',
  '02066': 'It was made of a part of Valdez-Cordova (02261) in 2019.',
  '02270': 'It has been Kusilvak (02158) since 2015.',
  '46113': 'It has been Oglala Lakota (46102) since 2015.',
  '51610': 'Falls Church is too small for their map.',
  '51515': 'Bedford became a town of Bedford County (51019) in 2013.',
};

/** Counties by FIPS: `SSCCC`; `SS000` and `SS` are a whole state, `00000` all of the country; six digits are read as SAME. */
function fips(code: string, divisions: Divisions): Found {
  if (/^\d{6}$/.test(code)) return same(code, divisions);
  if (/^[A-Z]{2}\d{2}$/.test(code))
    return `${code} is of FIPS 10-4, the list of countries' regions that was given up in 2008; no shapes of it come with Tocsin.`;
  if (!/^\d{2}(\d{3})?$/.test(code)) return `${code} is no FIPS code of a county: that has five digits.`;
  const found = divisions.find('FIPS', code.endsWith('000') && code.length === 5 ? code.slice(0, 2) : code);
  if (found) return found;
  if (divisions.unshaped(code)) return missing(code, 'FIPS', divisions);
  if (waters.has(code.slice(0, 2)))
    return `${code} names waters, not land, and no shapes of them come with Tocsin; import them.`;
  const reason =
    otherYears[code] ??
    (code.startsWith('091') ? 'Connecticut has planning regions instead of counties since 2022.' : '');
  return `${code} is not among the counties of 2017 that come with Tocsin. ${reason}`.trim();
}

/** Letters of a state with the digits that FIPS has for it. */
export const states: ReadonlyMap<string, string> = new Map(
  (
    'AL01 AK02 AZ04 AR05 CA06 CO08 CT09 DE10 DC11 FL12 GA13 HI15 ID16 IL17 IN18 IA19 KS20 KY21 LA22 ME23 MD24 MA25 MI26 MN27 MS28 MO29 ' +
    'MT30 NE31 NV32 NH33 NJ34 NM35 NY36 NC37 ND38 OH39 OK40 OR41 PA42 RI44 SC45 SD46 TN47 TX48 UT49 VT50 VA51 WA53 WV54 WI55 WY56 ' +
    'AS60 GU66 MP69 PR72 VI78'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
);

/**
 * Universal Geographic Code (NWS Instruction 10-1702): `SSCNNN` is a county, `SSZNNN` a forecast zone, `SSZALL` all zones of a state.
 * `000` stands for a part of the state or all of it, so that nothing is known of it for certain.
 */
function ugc(code: string, divisions: Divisions): Found {
  const [, state = '', kind, number = ''] = /^([A-Z]{2})([CZ])(\d{3}|ALL)$/.exec(code) ?? [];
  if (!kind) return `${code} is no UGC code: that is two letters, C or Z, and three digits.`;
  if (number === '000') return `${code} names a part of a state or all of it, and does not say which.`;
  const digits = states.get(state);
  if (number === 'ALL' && digits) return fips(digits, divisions);
  if (kind === 'Z')
    return `${code} names a forecast zone, and no shapes of zones come with Tocsin; import them for UGC.`;
  return digits ? fips(digits + number, divisions) : `${code} names no state of the United States.`;
}

/** What ISO 3166-2 calls the provinces that the Canadian census numbers. */
export const provinces: Readonly<Record<string, string>> = {
  '10': 'NL',
  '11': 'PE',
  '12': 'NS',
  '13': 'NB',
  '24': 'QC',
  '35': 'ON',
  '46': 'MB',
  '47': 'SK',
  '48': 'AB',
  '59': 'BC',
  '60': 'YT',
  '61': 'NT',
  '62': 'NU',
};

/** Standard Geographical Classification of Canada: two digits are a province, four a census division, seven a subdivision. */
function canada(code: string, divisions: Divisions): Found {
  const province = provinces[code];
  if (province) return division(`CA-${province}`, divisions);
  if (!/^\d{4}(\d{3})?$/.test(code))
    return `${code} is no place of the Canadian census: that has two, four or seven digits.`;
  const what = code.length === 7 ? 'subdivision' : 'division';
  return `${code} names a census ${what} of Canada, and only provinces come with Tocsin; import it for CAP-CP Location.`;
}
