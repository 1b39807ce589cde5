/**
 * Which list of codes a geocode is from. CAP leaves the spelling of `valueName` to the sender (CAP-v1.2-os, area.geocode: acronyms in
 * capitals without dots); what occurs was gathered from alerts of weather services, MeteoAlarm, IPAWS, CAP-CP and CAP-AU.
 */

export interface Scheme {
  /** As we write it; also the name an operator imports it under. */
  readonly id: string;
  /** What a code of it is, for a sentence: “a NUTS region”. */
  readonly what: string;
  /** Codes hold no blanks, so that a value with blanks or commas is several. */
  readonly isSeveral: boolean;
  /** Spellings, folded as `folded` does. */
  readonly spelt: RegExp;
  /** Properties of files that hold the code, folded, the surest first. */
  readonly properties: readonly string[];
}

const scheme = (id: string, what: string, spelt: RegExp, properties: string, isSeveral = true): Scheme => ({
  id,
  what,
  isSeveral,
  spelt,
  properties: properties.split(' '),
});

/** Capitals and digits only. */
export const folded = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');

const schemes: readonly Scheme[] = [
  scheme('ISO 3166-2', 'a division of a country', /ISO31662$/, 'ISO31662 SHAPEISO'),
  scheme(
    'ISO 3166-1',
    'a country',
    /ISO3166(1(ALPHA[23]|A[23]|NUMERIC)?)?$|ISOORGISOCOUNTRYCODES/,
    'ISO31661ALPHA2 ISOA2 ISO2',
  ),
  scheme('SAME', 'a county of the United States', /^(SAME|FIPS6)$/, 'SAME FIPS6 GEOID FIPS'),
  scheme('FIPS', 'a county of the United States', /^FIPS(5|CODE)?$/, 'GEOID FIPS FIPSCODE'),
  scheme('UGC', 'a county or forecast zone of the United States', /^UGC$/, 'UGC STATEZONE'),
  scheme('NUTS', 'a NUTS region', /^NUTS([0-3]|CODE|ID)?$/, 'NUTSID'),
  scheme('EMMA_ID', 'a MeteoAlarm region', /^EMMA(ID)?$/, 'EMMAID'),
  scheme('CISORP', 'a municipality with extended powers in Czechia', /^(CIS)?ORP(KOD|CODE)?$/, 'CISORP ORPKOD KODORP'),
  scheme('WARNCELLID', 'a warning cell of the Deutscher Wetterdienst', /^WARNCELLID$/, 'WARNCELLID'),
  scheme('CAP-CP Location', 'a place of the Canadian census', /^PROFILECAPCPLOCATION/, 'CSDUID CDUID PRUID'),
  scheme('CLC', 'a forecast region of Environment Canada', /^LAYEREC.*CLC$|^CLC$/, 'CLC CLCBASE'),
  scheme('AMOC-AreaCode', 'a forecast area of the Bureau of Meteorology', /^AMOCAREACODE$/, 'AAC'),
  scheme('CPEAS', 'an administrative area of China', /^CPEASGEOGRAPHICCODE$/, 'ADCODE'),
  scheme('GADM', 'an area of GADM', /^GADM/, 'GID3 GID2 GID1 GID0'),
  scheme('WMO', 'a station or area of the WMO', /^WMO/, 'WMO'),
  scheme('postcode', 'a postcode', /POSTCODE|POSTALCODE|^ZIP(CODE)?$/, 'POSTCODE ZCTA5CE20 ZCTA5CE10 PLZ', false),
];

/** null when the name is none that is known here. */
export function schemeOf(valueName: string): Scheme | null {
  const name = folded(valueName);
  return schemes.find(({ spelt }) => spelt.test(name)) ?? null;
}

/** The same scheme under any of its spellings; a scheme that is not known here is its own name. */
export const schemeKey = (name: string): string => schemeOf(name)?.id ?? folded(name);
